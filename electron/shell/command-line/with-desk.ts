import path from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { Desk, DeskFault } from '../../desk/desk.ts';
import { missingRegister } from '../../desk/core/missing-register.ts';
import type { Log } from '../../desk/core/ports.ts';
import { logLine } from '../log/log-line.ts';
import { nodePorts } from '../node-ports.ts';
import { placesBelow, sourceRoot } from '../places.ts';
import type { World } from './world.ts';
import type { Client } from '../../desk/core/session/client.ts';
import { type Answer, faultAnswer } from './outcome.ts';

type Asked = {
  readonly dataFolder: string;
  readonly opener: string;
  /** Nothing is to be made: a folder that has no data is refused, for a mistyped one would be an empty office that is in order. */
  readonly isRead?: boolean;
};

/**
 * Opens the desk of a data folder, does one thing with it, and closes it whatever happens. The desk is loaded here and not
 * above: what was asked wrongly is answered without it.
 */
export async function withDesk<T>(
  world: World,
  { dataFolder, opener, isRead = false }: Asked,
  use: (desk: Desk) => Promise<T>,
): Promise<T | DeskFault | Fault<'store-missing'>> {
  const missing = isRead ? missingRegister(dataFolder) : null;
  if (missing !== null) return missing;
  const log = logOf(world);
  const { resourcesFolder, version } = placesBelow(sourceRoot);
  const { createDesk } = await import('../../desk/desk.ts');
  const desk = createDesk(nodePorts({ dataFolder, resourcesFolder, version, opener, log }));
  if (isFault(desk)) return desk;
  try {
    return await use(desk);
  } finally {
    await desk.close();
  }
}

/** The log of a command: it is over when its process is, and who ran it reads what it says. */
export function logOf({ stderr }: World): Log {
  return { write: (event, data) => void stderr.write(`${logLine(Date.now(), event, data)}\n`) };
}

/** As `withDesk`, on an empty folder that is gone afterwards: for calls that need no office. */
export async function withEmptyDesk<T>(
  world: World,
  use: (desk: Desk) => Promise<T>,
): Promise<T | DeskFault | Fault<'store-missing'>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-'));
  try {
    return await withDesk(world, { dataFolder: folder, opener: 'call' }, use);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `code`: of a phone, where the account asks for one. */
export type Credentials = { readonly username: string; readonly password: string; readonly code?: string };

/**
 * Sets the desk's clock and signs in, as far as asked; the answer of what was refused, or undefined. Who owes a password of their own or a code of a phone goes no
 * further, but to calls (`forCalls`), each of which asks for itself: those that set what is owed are among them.
 */
export async function prepare(
  desk: Desk,
  client: Client,
  asked: { readonly now: number | undefined; readonly credentials: Credentials | undefined; readonly forCalls?: true },
): Promise<Answer | undefined> {
  if (asked.now !== undefined) {
    const refused = desk.setClock(asked.now);
    if (isFault(refused)) return faultAnswer(refused);
  }
  if (asked.credentials === undefined) return undefined;
  const signedIn = await desk.call('account.signIn', asked.credentials, client);
  if (!signedIn.ok) return signedIn;
  const owed = asked.forCalls === true ? null : desk.owes(client);
  return owed === null ? undefined : faultAnswer(owed);
}
