import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { OfficeSettings, Role } from '../../contract/common/office/office.ts';
import { getMoment } from '../../domain/base/civil-time.ts';
import { largeFill, withoutIndexes } from '../../store/file/bulk-load.ts';
import { uuidText, uuidV7 } from '../../store/file/rows/codecs.ts';
import { findDeskUuid } from '../../store/journal/journal.ts';
import type { Author } from '../../store/journal/make-entry.ts';
import { findAccount } from '../../store/common/office/accounts.ts';
import { findOffice } from '../../store/common/office/settings.ts';
import type { BulkWriter, Writer } from '../../store/store.ts';
import type { DeskContext } from '../core/context.ts';
import { giveDeskKey } from '../core/keys/desk-key.ts';
import { giveKey } from '../core/keys/account-keys.ts';
import { unitName } from '../../domain/catalogue/catalogue.ts';
import { knownOfHash } from '../common/office/people/known-passwords.ts';
import { hashPassword } from '../common/office/people/password.ts';
import { type AccountToAdd, writeOffice } from '../common/office/set-up.ts';
import { type DiaryMoment, writeDiary } from './past/diary.ts';
import type { MadeEntry } from '../../store/journal/make-entry.ts';
import { fewestCases, lastHourCases, planLastHour } from './last-hour.ts';
import { practicePassword, practiceSettings, practiceUsers } from './office.ts';
import { pastOffice } from './past/past-office.ts';
import type { PastDesk, PastPlan } from './past/past.ts';
import { type SeededRandom, seededRandom } from './random.ts';
import { type Past, openPast } from './past/threads.ts';
import { planPetitions } from './past/petitions.ts';
import { planTill } from './past/till.ts';
import { type Elsewhere, filesElsewhere, planElsewhere, planTrips } from './past/trip-past.ts';
import { openDays, shareOut, workTime } from './work-time.ts';

export type PracticeInput = {
  readonly cases: number;
  readonly seed: number;
  readonly password?: string | undefined;
  /** Only cases: no till was ever open, and no file went to another agency. */
  readonly plain?: boolean | undefined;
};

export type PracticeOffice = {
  readonly practice: true;
  readonly unitName: string;
  readonly password: string;
  readonly users: string[];
  readonly cases: number;
};

/** From here on indexes are cheaper made at the end, and a second thread is worth its start. */
const manyCases = 20_000;
/** Days a promise may reach beyond the last reception; where the calendar ends sooner, the office was busy before. */
const longestPromise = 120;

/**
 * Makes a practice office of invented people: the same for the same seed on the same date, down to the journal's hashes. The
 * machine's clock and chance have no other part in it. It is one transaction, so the office is wholly there or not at all. Faults:
 * already-set-up, disk-full.
 * @param many whether it is made as large ones are: without indexes, and on two threads
 */
export async function openPractice(
  desk: DeskContext,
  input: PracticeInput,
  many = input.cases >= manyCases,
): Promise<PracticeOffice | Fault<'already-set-up' | 'disk-full'>> {
  const random = seededRandom(input.seed);
  const drawn = practicePassword(random);
  const password = input.password ?? drawn;
  const accounts = await practiceAccounts(desk, password, random.bytes(16));
  const plan = planOf(desk, input.cases, input.plain === true);
  let past: Past | undefined;

  function fill(tx: BulkWriter): null | Fault<'already-set-up'> {
    const refused = begin(desk, tx, plan, random, { accounts, seed: input.seed });
    if (refused !== null) return refused;
    // From here on the office is set up, as its own handlers ask for it.
    desk.forget();
    const plain = input.plain === true || plan.cases === 0;
    const { secondsADay } = plan.time;
    const elsewhere = plain ? undefined : planElsewhere(desk, plan.days, plan.end / secondsADay);
    past = openPast(pastPlan(desk, tx, plan, random, { seed: input.seed, elsewhere }), many);
    if (elsewhere === undefined) writeDiary(tx, past.days, nothing, nothing);
    else writePast(desk, tx, plan, { days: past.days, elsewhere, seed: input.seed });
    return null;
  }

  try {
    const { store } = desk;
    const filled = many
      ? largeFill(store.db, () => store.writeBulk((tx) => withoutIndexes(tx.db, filledTables, () => fill(tx))))
      : store.writeBulk(fill);
    if (isFault(filled)) return filled;
  } finally {
    // What was read of an office that is not there, or not yet there, is not true any more.
    desk.forget();
    await past?.end();
  }
  const users = practiceUsers.map(({ username }) => username);
  return {
    practice: true,
    unitName: unitName(desk.catalogue, plan.settings.unitCode),
    password,
    users,
    cases: plan.cases + plan.more,
  };
}

/** One password for all; their keys are not told in the journal, which is the same for the same seed. */
async function practiceAccounts({ vault }: DeskContext, password: string, salt: Uint8Array): Promise<AccountToAdd[]> {
  if (vault === null) {
    const passwordHash = await hashPassword(password, true, salt);
    return practiceUsers.map((user) => ({ ...user, passwordHash, known: knownOfHash(passwordHash) }));
  }
  return Promise.all(
    practiceUsers.map(async (user) => {
      const { secret, known } = await giveKey(vault, { username: user.username, password, practice: true });
      return { ...user, passwordHash: secret, known };
    }),
  );
}

/** Streams of chance of their own: who comes to the till changes nothing about who comes to the office. */
const streams = { entries: -1, till: -2, petitions: -3, deskKey: -4 } as const;
const nothing = () => [];

type Beside = { readonly days: Past['days']; readonly elsewhere: Elsewhere; readonly seed: number };

function writePast(desk: DeskContext, tx: BulkWriter, plan: Plan, { days, elsewhere, seed }: Beside): void {
  const presence = pastOffice(desk, tx, seededRandom(seed, streams.entries));
  const till = planTill({ ...plan, random: seededRandom(seed, streams.till) }, presence);
  const trips = planTrips({ ...plan, ...elsewhere }, presence);
  const petitions = planPetitions(plan, pastOffice(desk, tx, seededRandom(seed, streams.petitions)));
  const lastHour = plan.more > 0 ? planLastHour(plan, presence) : nothing;
  const morning = () => till.morningMoments(plan.end, desk.now(), desk.nowCivil().slice(0, 10));
  const momentsOf = (nth: number, day: readonly MadeEntry[]): readonly DiaryMoment[] => [
    ...till.momentsOf(nth, day),
    ...trips(nth, day),
    ...(nth === 0 ? petitions() : []),
    ...lastHour(nth, day),
  ];
  writeDiary(tx, days, momentsOf, morning);
}

/** The journal keeps its index: projections look up in it who received a case. */
const filledTables = ['case_summary', 'person_name'];

type Plan = ReturnType<typeof planOf>;

function planOf(desk: DeskContext, wanted: number, plain: boolean) {
  const calendar = desk.calendar();
  const today = getMoment(desk.nowCivil()).day;
  const time = workTime(calendar, calendar.firstDay, calendar.lastDay);
  const end = Math.min(time.indexOf(today), time.indexOf(calendar.lastDay - longestPromise));
  const open = openDays(wanted, time.days.slice(0, end));
  // Some are received by the office's own handlers in the last hour, and are no part of what is invented.
  const more = plain || wanted < fewestCases ? 0 : lastHourCases;
  const shares = shareOut(wanted - more, open);
  const days = shares.map((cases, at) => ({ index: end - open.length + at, cases }));
  const cases = shares.reduce((sum, share) => sum + share, 0);
  const settings = practiceSettings(Math.max(0, ...shares));
  const opening = time.instantOf((end - open.length) * time.secondsADay);
  return { calendar, time, days, cases, more, settings, end: end * time.secondsADay, opening };
}

/** Desks, settings, accounts: one hour before the doors open for the first time. */
function begin(
  desk: DeskContext,
  tx: BulkWriter,
  plan: Plan,
  random: SeededRandom,
  { accounts, seed }: { readonly accounts: readonly AccountToAdd[]; readonly seed: number },
): null | Fault<'already-set-up'> {
  if (findOffice(tx.db) !== undefined) return fault('already-set-up', {});
  const now = plan.opening - 3_600_000;
  for (const { deskId } of countersOf(plan.settings)) tx.nameDesk(deskId, uuidText(uuidV7(now, random.bytes(10))));
  const writer = (from: SeededRandom): Writer => ({
    db: tx.db,
    append: (subject, event) => tx.append(1, { id: uuidV7(now, from.bytes(10)), now, author: null, subject, event }),
  });
  writeOffice(
    writer(random),
    { settings: plan.settings, practice: true, accounts, catalogue: desk.catalogue },
    Math.floor(desk.now() / 1000),
  );
  const keys = seededRandom(seed, streams.deskKey);
  giveDeskKey(writer(keys), keys.bytes(32));
  return null;
}

type Wanted = { readonly seed: number; readonly elsewhere: Elsewhere | undefined };

function pastPlan(
  desk: DeskContext,
  tx: BulkWriter,
  plan: Plan,
  random: SeededRandom,
  { seed, elsewhere }: Wanted,
): PastPlan {
  const { calendar, days, cases, more, end, settings } = plan;
  const { procedures, version } = desk.catalogue;
  return {
    random: random.state(),
    seed,
    cases,
    more,
    days,
    end,
    calendar,
    office: settings,
    catalogueVersion: version,
    procedures,
    desks: countersOf(settings).map((counter) => pastDesk(tx, counter)),
    authors: authorsOf(desk),
    elsewhere: elsewhere === undefined ? new Map() : filesElsewhere(elsewhere),
  };
}

function pastDesk(tx: BulkWriter, counter: ReturnType<typeof countersOf>[number]): PastDesk {
  const uuid = findDeskUuid(tx.db, counter.deskId);
  if (uuid === undefined) throw new Error(`desk ${counter.deskId} was just named`);
  return { ...counter, uuid, head: tx.head(counter.deskId) };
}

function countersOf({ desk, otherDesks }: OfficeSettings) {
  return [desk, ...otherDesks].map(({ code, blocks }, at) => ({
    deskId: at + 1,
    code,
    firstSerial: blocks[0]?.first ?? 1,
  }));
}

function authorsOf(desk: DeskContext): ReadonlyMap<Role, Author> {
  return new Map(
    practiceUsers.map(({ username, role }) => {
      const account = findAccount(desk.store.db, username);
      if (account === undefined) throw new Error(`the account ${username} was just made`);
      return [role, { accountId: account.accountId, username }] as const;
    }),
  );
}
