import { type Fault, isFault } from '../../../contract/base/fault.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { uuidText, uuidV7 } from '../../../store/file/rows/codecs.ts';
import { findAccount } from '../../../store/common/office/accounts.ts';
import type { BulkWriter, Store } from '../../../store/store.ts';
import type { Session } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { practiceUsers } from '../office.ts';
import type { SeededRandom } from '../random.ts';

/** The office as one of its people finds it at a moment of its past: what they do there, the office's own handlers do. */
export type Presence = { readonly desk: DeskContext; readonly session: Session; readonly requestId: string };

/** Where the first counter's own entries go. */
const ownDesk = 1;

/**
 * The way into the past of an office that is being made: a desk whose clock stands at a moment and whose writes go into the one large
 * transaction. Money and hand-over lists come about as they would at the counter, by the same decisions, in the same entries.
 */
export function pastOffice(desk: DeskContext, tx: BulkWriter, random: SeededRandom) {
  const sessions = new Map(practiceUsers.map(({ username }) => [username, sessionOf(desk, username)]));

  const write: Store['write'] = (author, now, change) =>
    change({
      db: tx.db,
      append: (subject, event) =>
        tx.append(ownDesk, { id: uuidV7(now, random.bytes(10)), now, author, subject, event }),
    });

  return function presence(username: Role, at: number): Presence {
    const session = sessions.get(username);
    if (session === undefined) throw new Error(`nobody is called ${username}`);
    const store = { ...desk.store, write };
    // The moment was chosen by the plan, so nobody has to judge the machine's clock by it.
    const clock = { ...desk.clock, now: () => at, trust: () => 'good' as const };
    const then = { ...desk, store, clock, now: () => at, nowCivil: () => toCivilTime(at) };
    return { desk: then, session, requestId: uuidText(uuidV7(at, random.bytes(10))) };
  };
}

export type PastOffice = ReturnType<typeof pastOffice>;

function sessionOf(desk: DeskContext, username: Role): Session {
  const account = findAccount(desk.store.db, username);
  if (account === undefined) throw new Error(`the account ${username} was just made`);
  const { accountId, fullName, role } = account;
  return { accountId, username, fullName, role, lastUsedAt: 0 };
}

/** What a handler answered. The past is chosen so that nothing in it is refused: a fault here is a bug, and nothing is kept. */
export function done<T>(answer: T): Exclude<T, Fault> {
  if (isFault(answer)) throw new Error(`the past was refused: ${answer.fault} ${JSON.stringify(answer.data)}`);
  return answer as Exclude<T, Fault>;
}
