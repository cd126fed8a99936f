import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { EntryBody } from '../../../domain/entries/entry.ts';
import { recoveryKeyAsSecond } from '../../../domain/entries/signed.ts';
import { type Unfit, findTwo, unfitAsSecond } from '../../../domain/common/office/second-person.ts';
import { recoveryKeysOf, seedOfRecoveryKey } from '../../../store/keys/slots.ts';
import { type Account, listAccounts } from '../../../store/common/office/accounts.ts';
import { areTwoPersonsAsked, findRecoveryKey } from '../../../store/common/office/settings.ts';
import type { Db } from '../../../store/file/db.ts';
import type { Writer } from '../../../store/store.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { secretOf } from '../../core/keys/account-keys.ts';
import { type Signer, type StandingPersons, alone, standingOf } from '../../core/keys/standing.ts';
import { proveBy } from './people/check-password.ts';
import { owesAsSecond } from './people/factor-demand.ts';

/** The other person, as a call has it: a password of their own, or the key on paper in their place. */
export type SecondPerson =
  | { readonly username: string; readonly password: string }
  | { readonly recoveryKey: string }
  | undefined;

/** How they stand for it, as a call has it. */
export type TwoSaid = { readonly ownPassword?: string | undefined; readonly second?: SecondPerson };

export type TwoFault = Fault<
  | 'second-person-needed'
  | 'second-person-unfit'
  | 'sign-in-refused'
  | 'disk-full'
  | 'recovery-key-length'
  | 'recovery-key-mistyped'
  | 'recovery-key-wrong'
>;

/**
 * Who stands for an act that no one person does alone: the one who asks and a second, both by their passwords, at one screen. While the office has one such
 * person only (and in practice always) that person stands alone. The caller ends what it is given.
 */
export async function standTwo(
  desk: DeskContext,
  session: Session,
  { ownPassword, second }: TwoSaid,
): Promise<StandingPersons | TwoFault> {
  if (!areTwoPersonsAsked(desk.store.db)) return alone;
  if (ownPassword === undefined || second === undefined) return fault('second-person-needed', {});
  const first = await proveBy(desk, session.username, ownPassword);
  if (isFault(first)) return first;
  const other =
    'recoveryKey' in second
      ? proveByPaper(desk, second.recoveryKey)
      : await proveBy(desk, second.username, second.password);
  if (isFault(other)) {
    first.signer?.seed.fill(0);
    return other;
  }
  const unfit = other.account === null ? null : unfitHere(desk, first.account, other.account);
  const standing = standingOf({ second: other.account?.username ?? recoveryKeyAsSecond }, [first.signer, other.signer]);
  if (unfit === null) return standing;
  standing.end();
  return fault('second-person-unfit', { why: unfit });
}

/** Who owes a code sets it at a sign-in of their own first: by a password that somebody learned nobody stands for a person. */
function unfitHere(desk: DeskContext, first: Account, second: Account): Unfit | null {
  return unfitAsSecond(first, second) ?? (owesAsSecond(desk, second) ? 'factor' : null);
}

type ByPaper = { readonly account: null; readonly signer: Signer };

function proveByPaper(desk: DeskContext, typed: string): ByPaper | TwoFault {
  if (desk.vault === null) return fault('second-person-needed', {});
  const secret = secretOf(typed);
  if (isFault(secret)) return secret;
  const { keyId } = recoveryKeysOf(secret);
  if (findRecoveryKey(desk.store.db)?.keyId !== keyId) return fault('recovery-key-wrong', {});
  return { account: null, signer: { username: null, keyId, seed: seedOfRecoveryKey(secret) } };
}

/** Says that the envelope was opened, where it stood for a person: the office sees it until a new key is made. */
export function tellPaperUsed(tx: Writer, session: Session, second: SecondPerson, reason: string): void {
  if (second !== undefined && 'recoveryKey' in second && areTwoPersonsAsked(tx.db))
    tx.append({ kind: 'office' }, { type: 'recovery-key-stood', username: session.username, reason });
}

/** Keeps what goes with a decision in the file: beside the register, and where two decided it in one commit with the entry that names them. */
export type KeepDecided = <T>(change: (db: Db) => T) => T | Fault<'disk-full'>;

/**
 * Works with what hands this register to another machine, or takes it away from there, once two stand for it. Without a session only where one person is enough:
 * whoever has the folder of a plain office.
 */
export async function decideByTwo<T extends object | null>(
  desk: DeskContext,
  session: Session | null,
  said: TwoSaid,
  { reason, ...decided }: Omit<Extract<EntryBody, { type: 'link-decided' }>, 'type'> & { readonly reason: string },
  work: (keep: KeepDecided) => Promise<T>,
): Promise<T | TwoFault | Fault<'sign-in-required'>> {
  if (session === null && areTwoPersonsAsked(desk.store.db)) return fault('sign-in-required', {});
  const standing = session === null ? alone : await standTwo(desk, session, said);
  if (isFault(standing)) return standing;
  if (session === null || standing === alone) return work((change) => desk.store.keep(change));
  try {
    return await work((change) =>
      desk.store.write(authorOf(session), desk.now(), (tx) => {
        const kept = change(tx.db);
        const office = { kind: 'office' } as const;
        tx.append(office, standing.stood(office, { type: 'link-decided', ...decided }));
        tellPaperUsed(tx, session, said.second, reason);
        return kept;
      }),
    );
  } finally {
    standing.end();
  }
}

/** From the moment on that two people have signed in who may stand for each other, neither does alone what is not one person's. Practice never asks. */
export function beginTwoPersons(desk: DeskContext, tx: Writer): void {
  if (desk.practice() || areTwoPersonsAsked(tx.db)) return;
  const persons = findTwo(listAccounts(tx.db).filter(({ lastSignInAt }) => lastSignInAt !== null));
  if (persons !== undefined) tx.append({ kind: 'office' }, { type: 'two-persons-begun', persons });
}
