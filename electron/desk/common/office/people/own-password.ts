import { fault, isFault } from '../../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../../contract/common/office/office.ts';
import { type Guessable, namesIn, unitsIn, whyGuessable } from '../../../../domain/common/office/guessable.ts';
import { proposePassword } from '../../../../domain/common/office/one-time-password.ts';
import { type Account, setPassword } from '../../../../store/common/office/accounts.ts';
import { passwordsKept, rememberPassword } from '../../../../store/common/office/known-passwords.ts';
import { authorOf } from '../../../core/session/client.ts';
import type { DeskContext } from '../../../core/context.ts';
import { type Caller, getSession } from '../../../core/handler.ts';
import { changeKeys, keyEvent } from '../../../core/keys/account-keys.ts';
import { unitName } from '../../../../domain/catalogue/catalogue.ts';
import { alone, standingOf } from '../../../core/keys/standing.ts';
import { begin, proveBy, secretFor } from './check-password.ts';
import { compareWithKnown, presentOfBefore } from './known-passwords.ts';

const done = { done: true } as const;

/** One's own, by who knows the one before; signed with the key that one opened, so nobody else has to stand for it. */
export async function setOwnPassword(desk: DeskContext, caller: Caller, password: string | undefined, current: string) {
  const session = getSession(caller);
  const own = await proveBy(desk, session.username, current);
  if (isFault(own)) return own;
  const standing = own.signer === null ? alone : standingOf({}, [own.signer]);
  try {
    const chosen = password ?? proposePassword((size) => desk.ports.random.bytes(size));
    const easy = desk.practice() ? null : whyKnown(desk, own.account, chosen, current);
    if (easy !== null) return fault('password-known', { why: easy });
    if (isSameText(chosen, current)) return fault('password-used', { kept: passwordsKept });
    // What chance gave nobody had before.
    const compared = password === undefined ? undefined : await compareWithKnown(desk, own.account, chosen);
    if (compared?.isUsed === true) return fault('password-used', { kept: passwordsKept });
    const before = await presentOfBefore(desk, own.account.username, current);
    const { accountId, username } = own.account;
    const set = await changeKeys(desk, async () => {
      const { passwordHash, keys, known } = await secretFor(desk, username, chosen);
      return desk.store.write(authorOf(session), desk.now(), (tx) => {
        const subject = { kind: 'account', username } as const;
        if (before !== undefined) rememberPassword(tx.db, accountId, before);
        const at = Math.floor(desk.clock.dated() / 1000);
        setPassword(tx.db, accountId, passwordHash, { at, known: compared?.known ?? known });
        tx.append(subject, { type: 'password-set' });
        if (keys !== undefined) tx.append(subject, standing.stood(subject, keyEvent(keys)));
        return done;
      });
    });
    desk.forget();
    if (isFault(set)) return set;
    // Every other window of this account is asked to sign in again; this one knows the new password.
    begin(desk, caller.client, username);
    return { ...done, oneTimePassword: password === undefined ? chosen : null };
  } finally {
    standing.end();
  }
}

function whyKnown(desk: DeskContext, account: Account, password: string, current: string) {
  return isSameText(password, current) ? 'same' : whyEasy(desk, account, password);
}

function isSameText(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

type Of = { readonly fullName: string; readonly username: string };

/** Why who knows this person or the office would guess the password; null where they would not. */
export function whyEasy(
  desk: Pick<DeskContext, 'catalogue' | 'getOffice'>,
  { fullName, username }: Of,
  password: string,
  { centreName, unitCode }: Pick<OfficeSettings, 'centreName' | 'unitCode'> = desk.getOffice(),
): Guessable | null {
  return whyGuessable(password, {
    names: namesIn(fullName, username),
    units: unitsIn(unitName(desk.catalogue, unitCode), centreName),
  });
}
