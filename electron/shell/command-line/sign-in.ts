import { isFault } from '../../contract/fault.ts';
import type { Client } from '../../desk/core/client.ts';
import type { Desk } from '../../desk/desk.ts';
import { type Answer, faultAnswer } from './outcome.ts';

export type Credentials = { readonly username: string; readonly password: string };

/** Sets the desk's clock and signs in, as far as asked; the answer of what was refused, or undefined. */
export async function prepare(
  desk: Desk,
  client: Client,
  asked: { readonly now: number | undefined; readonly credentials: Credentials | undefined },
): Promise<Answer | undefined> {
  if (asked.now !== undefined) {
    const refused = desk.setClock(asked.now);
    if (isFault(refused)) return faultAnswer(refused);
  }
  if (asked.credentials === undefined) return undefined;
  const signedIn = await desk.call('account.signIn', asked.credentials, client);
  return signedIn.ok ? undefined : signedIn;
}
