import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { OfficeSettings, Role } from '../../contract/office.ts';
import type { Procedure } from '../../domain/catalogue.ts';
import { getMoment } from '../../domain/civil-time.ts';
import type { Term } from '../../domain/deadline.ts';
import { findAccount } from '../../store/account-store.ts';
import type { Author } from '../../store/journal.ts';
import { findOffice } from '../../store/settings-store.ts';
import type { BulkWriter, Writer } from '../../store/store.ts';
import { uuidText, uuidV7 } from '../../store/uuid.ts';
import { withoutIndexes } from '../../store/without-indexes.ts';
import { hashPassword } from '../password.ts';
import type { Room } from '../room.ts';
import { writeOffice } from '../set-up.ts';
import { unitName } from '../unit-name.ts';
import { openDays, shareOut } from './days.ts';
import { practicePassword, practiceSettings, practiceUsers } from './office.ts';
import { type Random, seededRandom } from './random.ts';
import { procedureMix } from './requests.ts';
import { inventVisits } from './visits.ts';
import { workTime } from './work-time.ts';
import { writeWaiting } from './waiting.ts';
import { pastWriter } from './write-cases.ts';

export type PracticeInput = { readonly cases: number; readonly seed: number; readonly password?: string | undefined };

export type PracticeOffice = {
  readonly practice: true;
  readonly unitName: string;
  readonly password: string;
  readonly users: string[];
  readonly cases: number;
};

/** Cases written between two commits: few commits, and a write-ahead log of some tens of megabytes. */
const casesACommit = 20_000;
/** From here on the indexes of the case list are cheaper made at the end. */
const manyCases = 20_000;
/** Days a promise may reach beyond the last reception; where the calendar ends sooner, the office was busy before. */
const longestPromise = 120;

/**
 * Makes a practice office of invented people: the same for the same seed on the same date, down to the journal's hashes. The
 * machine's clock and chance have no other part in it. Faults: already-set-up; disk-full, which may leave an office with fewer cases.
 */
export async function openPractice(
  room: Room,
  input: PracticeInput,
): Promise<PracticeOffice | Fault<'already-set-up' | 'disk-full'>> {
  const random = seededRandom(input.seed);
  const drawn = practicePassword(random);
  const password = input.password ?? drawn;
  const passwordHash = await hashPassword(password, random.bytes(16));
  const plan = planOf(room, input.cases);
  const begun = room.store.writeBulk((tx) => begin(room, tx, plan, random, passwordHash));
  if (isFault(begun)) return begun;
  const filled =
    plan.cases < manyCases
      ? fill(room, plan, random, input.seed)
      : withoutIndexes(room.store.db, ['journal', 'case_summary'], () => fill(room, plan, random, input.seed));
  room.forget();
  if (isFault(filled)) return filled;
  const users = practiceUsers.map(({ username }) => username);
  return {
    practice: true,
    unitName: unitName(room.catalogue, plan.settings.unitCode),
    password,
    users,
    cases: plan.cases,
  };
}

type Plan = ReturnType<typeof planOf>;

function planOf(room: Room, wanted: number) {
  const calendar = room.calendar();
  const today = getMoment(room.nowCivil()).day;
  const time = workTime(calendar, calendar.firstDay, calendar.lastDay);
  const end = Math.min(time.indexOf(today), time.indexOf(calendar.lastDay - longestPromise));
  const open = openDays(wanted, time.days.slice(0, end));
  const shares = shareOut(wanted, open);
  const days = shares.map((cases, at) => ({ index: end - open.length + at, cases }));
  const cases = shares.reduce((sum, share) => sum + share, 0);
  const settings = practiceSettings(Math.max(0, ...shares));
  const opening = time.instantOf((end - open.length) * time.secondsADay);
  return { calendar, time, days, cases, settings, end: end * time.secondsADay, opening };
}

/** Desks, settings, accounts: one hour before the doors open for the first time. */
function begin(
  room: Room,
  tx: BulkWriter,
  plan: Plan,
  random: Random,
  passwordHash: string,
): null | Fault<'already-set-up'> {
  if (findOffice(tx.db) !== undefined) return fault('already-set-up', {});
  const now = plan.opening - 3_600_000;
  for (const { deskId } of countersOf(plan.settings)) tx.nameDesk(deskId, uuidText(uuidV7(now, random.bytes(10))));
  const append: Writer['append'] = (subject, event) =>
    tx.append(1, { id: uuidV7(now, random.bytes(10)), now, author: null, subject, event });
  const accounts = practiceUsers.map((user) => ({ ...user, passwordHash }));
  writeOffice({ db: tx.db, append }, { settings: plan.settings, practice: true, accounts, catalogue: room.catalogue });
  return null;
}

function fill(room: Room, plan: Plan, random: Random, seed: number): undefined | Fault<'disk-full'> {
  const { procedures, version } = room.catalogue;
  const sameDay = getProcedure(procedures, 'same-day');
  const nextDay = getProcedure(procedures, 'working-day');
  const visits = inventVisits(seed, random, procedureMix(procedures));
  const around = { ...plan, random, office: plan.settings, catalogueVersion: version, visits, sameDay, nextDay };
  const writeDay = pastWriter(around, countersOf(plan.settings), authorsOf(room), plan.cases);
  let at = 0;
  while (at < plan.days.length) {
    const done = room.store.writeBulk((tx) => {
      for (let written = 0; at < plan.days.length && written < casesACommit; at += 1) {
        const day = plan.days[at] as Plan['days'][number];
        writeDay(tx, day);
        written += day.cases;
      }
    });
    if (isFault(done)) return done;
  }
  if (plan.cases === 0) return undefined;
  // After everything else, so that a seed's cases are what they were.
  const waiting = room.store.writeBulk((tx) => writeWaiting(tx, around, authorsOf(room)));
  return isFault(waiting) ? waiting : undefined;
}

/** A procedure with a time limit of one such unit; a certification where there is one, for anybody may ask for that. */
function getProcedure(procedures: readonly Procedure[], unit: Term['unit']): Procedure {
  const known = procedures.filter(
    ({ term, channelTerms }) => term?.unit === unit && term.value === 1 && channelTerms === undefined,
  );
  const found = known.find(({ field }) => field === 'Chứng thực') ?? known[0];
  if (found === undefined) throw new Error(`the catalogue has no procedure of one ${unit}`);
  return found;
}

function countersOf({ desk, otherDesks }: OfficeSettings) {
  return [desk, ...otherDesks].map(({ code, blocks }, at) => ({
    deskId: at + 1,
    code,
    firstSerial: blocks[0]?.first ?? 1,
  }));
}

function authorsOf(room: Room): ReadonlyMap<Role, Author> {
  return new Map(
    practiceUsers.map(({ username, role }) => {
      const account = findAccount(room.store.db, username);
      if (account === undefined) throw new Error(`the account ${username} was just made`);
      return [role, { accountId: account.accountId, username }] as const;
    }),
  );
}
