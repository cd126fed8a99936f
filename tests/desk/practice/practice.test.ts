import { justDone } from '../../../electron/domain/counter/case/just-done.ts';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { OfficeSettings, type Role } from '../../../electron/contract/common/office/office.ts';
import { Person } from '../../../electron/contract/common/person/person.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import { settingsFault } from '../../../electron/desk/common/office/set-up.ts';
import { practiceSettings } from '../../../electron/desk/practice/office.ts';
import { type TableAct, actRules, availableActs } from '../../../electron/domain/counter/case/acts/acts.ts';
import { mayCall } from '../../../electron/domain/common/office/call-roles.ts';
import { applyAction, foldCase } from '../../../electron/domain/counter/case/state.ts';
import { makeCalendar } from '../../../electron/domain/deadline/work-calendar.ts';
import type { CaseAction, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { checkIdNumber } from '../../../electron/domain/common/person/id-number.ts';
import { entryBodies } from '../../../electron/store/journal/bodies.ts';
import { type Store, openStore } from '../../../electron/store/store.ts';
import { openTestDesk } from '../../support/desk/test-desk.ts';

const date = '2026-11-23';
const morning = Date.parse(`${date}T08:00:00+07:00`);
const cases = 240;

type Made = {
  readonly store: Store;
  readonly value: unknown;
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
  readonly names: readonly string[];
  end(): void;
};

function reopen(folder: string): Store {
  const store = openStore({ folder, holder: 'a test', random: (size) => new Uint8Array(size) });
  if (isFault(store)) throw new Error(store.fault);
  return store;
}

async function makeOffice(input: Record<string, unknown>, at = morning): Promise<Made> {
  const desk = openTestDesk({ at });
  const value = await desk.get('office.openPractice', { cases, seed: 5, password: 'x', ...input });
  const { checks } = desk.desk.verify();
  await desk.desk.close();
  const store = reopen(desk.folder);
  const names = store.db
    .prepare('SELECT DISTINCT full_name FROM person WHERE kind = ?')
    .pluck()
    .all('citizen') as string[];
  function end(): void {
    store.close();
    rmSync(desk.folder, { recursive: true, force: true });
  }
  return { store, value, checks, names, end };
}

let made: Made;
beforeAll(async () => {
  made = await makeOffice({});
});
afterAll(() => made.end());

type Row = {
  seq: number;
  at: string;
  username: string;
  subject_id: number;
  desk_id: number;
  desk_seq: number;
  type: string;
  body: string;
};

function histories({ store }: Made): Map<number, RecordedAction[]> {
  const rows = store.db
    .prepare(`SELECT seq, strftime('%Y-%m-%dT%H:%M:%S+07:00', at + 7 * 3600, 'unixepoch') AS at, username, subject_id, desk_id, desk_seq, type, body
      FROM journal JOIN subject USING (subject_id) JOIN account USING (account_id) WHERE kind = 3 ORDER BY seq`)
    .all() as Row[];
  const byCase = new Map<number, RecordedAction[]>();
  for (const { seq, at, username, subject_id, desk_id, desk_seq, type, body } of rows) {
    const action = entryBodies(store.db).read(type, body, Date.parse(at) / 1000) as CaseAction;
    byCase.set(subject_id, [
      ...(byCase.get(subject_id) ?? []),
      { seq, at, actor: username, desk: String(desk_id), deskSeq: desk_seq, action },
    ]);
  }
  return byCase;
}

test('says who can sign in, and how many cases there are', () => {
  const users = ['clerk', 'officer', 'supervisor', 'admin'];
  expect(made.value).toEqual({ practice: true, unitName: 'Phường Cát Lái', password: 'x', users, cases });
});

test('everything in it is whole: chains of three desks, folds, numbers', () => {
  expect(made.checks.filter(({ ok }) => !ok)).toEqual([]);
  const desks = made.store.db.prepare('SELECT DISTINCT desk_id FROM journal ORDER BY desk_id').pluck().all();
  expect(desks).toEqual([1, 2, 3]);
  expect(histories(made).size).toBe(cases);
});

test('every status is there; the first in files that wait to be received', () => {
  const count = made.store.db
    .prepare('SELECT status, count(*) FROM case_summary GROUP BY status ORDER BY status')
    .raw()
    .all();
  expect((count as [number, number][]).map(([status]) => status)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const waiting = made.store.db
    .prepare('SELECT status, count(*) FROM intake GROUP BY status ORDER BY status')
    .raw()
    .all();
  // One was received, one parcel was taken back, and one was turned away at the counter.
  expect(waiting).toEqual([
    [1, 6],
    [2, 1],
    [3, 1],
    [5, 1],
    [7, 1],
  ]);
  const returned = (count as [number, number][]).find(([status]) => status === 10)?.[1] ?? 0;
  expect(returned).toBeGreaterThan(cases / 2);
});

test('some are overdue, and some are due today or tomorrow', () => {
  const select = made.store.db.prepare(
    'SELECT count(*) FROM case_summary WHERE status IN (2, 4, 5, 6) AND due_at BETWEEN ? AND ?',
  );
  const midnight = Date.parse(`${date}T00:00:00+07:00`) / 1000;
  const due = (from: number, days: number) => select.pluck().get(from, from + days * 86_400) as number;
  expect(due(0, midnight / 86_400)).toBeGreaterThanOrEqual(3);
  expect(due(midnight, 1)).toBeGreaterThanOrEqual(1);
  expect(due(midnight, 3)).toBeGreaterThanOrEqual(3);
});

test.each([60, 240])('papers are where their files are, but for a believable few (%i cases)', async (count) => {
  const at = openTestDesk({ at: morning });
  await at.get('office.openPractice', { cases: count, seed: 5, password: 'x' });
  at.sit('officer');
  const { rows } = await at.get('bundle.missing', {});
  expect(rows.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['late', 'late', 'missed']);
  await at.end();
});

function isMoney(type: string): boolean {
  return type.startsWith('fee') || type.startsWith('receipt-');
}

/** What stands beside the acts of a case: its papers, and the list that says what was not in the bag. */
function isBeside(type: string): boolean {
  const beside = ['leg-not-arrived', 'document-made', 'confirmed'];
  return type.startsWith('bundle-') || isMoney(type) || beside.includes(type);
}

const actOf: Partial<Record<CaseAction['type'], TableAct>> = {
  transferred: 'transfer',
  'supplement-requested': 'request-supplement',
  supplemented: 'supplement',
  'obligation-requested': 'request-obligation',
  'obligation-met': 'meet-obligation',
  withdrawn: 'withdraw',
  refused: 'refuse',
  finished: 'finish',
  announced: 'announce',
  returned: 'return',
  'return-undone': 'undo-return',
  'leg-sent': 'send-leg',
  'leg-received': 'leg-received',
  'leg-finished': 'leg-finished',
  'leg-returned-incomplete': 'leg-returned-incomplete',
  'taken-over': 'take-over',
  'handed-back': 'hand-back',
  assigned: 'assign',
  passed: 'pass',
  reworked: 'rework',
  extended: 'extend',
  resumed: 'resume',
  'papers-returned': 'return',
  'supplement-proposed': 'propose-supplement',
  'supplement-declined': 'decline-supplement',
  'inquiry-sent': 'ask-others',
  'inquiry-answered': 'record-answer',
  'identity-checked': 'check-identity',
  'error-reported': 'report-error',
  'result-corrected': 'correct-result',
  archived: 'archive',
  corrected: 'correct',
};

test.each([5, 6])(
  'every step of every case is lawful when it is taken, by whoever takes it (seed %i)',
  async (seed) => {
    const office = seed === 5 ? made : await makeOffice({ seed, cases: 1500 });
    const catalogue = readCatalogue('resources/data');
    if (isFault(catalogue)) throw new Error(catalogue.fault);
    const calendar = makeCalendar(catalogue.days);
    const wrong: string[] = [];
    for (const history of histories(office).values()) {
      const [first, ...rest] = history;
      let state = foldCase([first as RecordedAction]);
      for (const [at, recorded] of rest.entries()) {
        const { type } = recorded.action;
        if (isBeside(type)) {
          state = applyAction(state, recorded);
          continue;
        }
        const closing = state.status === 'withdrawn' ? 'stop' : 'close-unsupplemented';
        const act = type === 'stopped' ? closing : actOf[type];
        const list = 'handOverId' in recorded.action ? { handOverId: recorded.action.handOverId } : {};
        const frame = catalogue.processFrames.find(({ id }) => id === 'general');
        const process = frame === undefined ? undefined : { id: frame.id, steps: frame.steps };
        const role = recorded.actor as Role;
        const looker = { username: recorded.actor, now: recorded.at, isOwn: () => true };
        const last = justDone(history.slice(0, at + 1), looker)?.action;
        const undo = last?.type === 'returned' ? { handedOut: { from: 'finished' as const } } : {};
        const context = { now: recorded.at, calendar, username: recorded.actor, role, process, ...list, ...undo };
        const found = availableActs(state, context).find((one) => one.act === act);
        const may = act !== undefined && mayCall(recorded.actor as Role, actRules[act].role);
        if (found?.refusal !== null || !may)
          wrong.push(`${state.number.local} ${type}: ${found?.refusal?.key ?? 'no such act'} ${may}`);
        state = applyAction(state, recorded);
      }
    }
    if (seed !== 5) office.end();
    expect(wrong).toEqual([]);
  },
);

test('what happened lies in office hours of past working days, and numbers follow the clock at each counter', () => {
  const actions = [...histories(made).values()].flat().sort((a, b) => a.seq - b.seq);
  const today = actions.filter(({ at }) => at.slice(0, 10) >= date);
  // This morning's till alone is later, with its receipts, and all of it in the half hour before the office is made.
  const late = today.filter(({ at, action }) => !isMoney(action.type) || at >= `${date}T08:00`);
  expect(late.filter(({ action }) => action.type !== 'document-made' || action.form !== 'bien-lai')).toEqual([]);
  expect(actions.filter(({ at }) => at < '2025-01-02')).toEqual([]);
  expect(actions.every(({ at }) => /T(07:[345]|08|09|10|11:[012]|13|14|15|16)/.test(at))).toBe(true);
  expect(actions.map(({ at }) => at)).toEqual(actions.map(({ at }) => at).toSorted());
  const received = actions.flatMap(({ action, desk }) => (action.type === 'received' ? [{ ...action, desk }] : []));
  const days = Map.groupBy(received, ({ day, desk }) => `${day} ${desk}`);
  for (const list of days.values()) {
    const serials = list.map(({ serial }) => serial);
    expect(serials).toEqual(serials.map((_, at) => (serials[0] ?? 0) + at));
  }
  // What another agency decides bears the number of the counter alone (NĐ 118/2025 Điều 28 k2a).
  expect(new Set(received.map(({ number }) => number.official ?? number.local)).size).toBe(cases);
});

test('each applicant could have been typed at the counter; id numbers agree with birth and sex, and look invented', () => {
  for (const [recorded] of histories(made).values()) {
    if (recorded?.action.type !== 'received') throw new Error('a case begins with its reception');
    const { applicant } = recorded.action;
    expect(Person.safeParse(applicant).success).toBe(true);
    expect(applicant.fullName).toBe(applicant.fullName.normalize('NFC'));
    if (applicant.kind !== 'citizen') continue;
    const { dateOfBirth, sex, idNumber } = applicant;
    expect(checkIdNumber(idNumber, { dateOfBirth: dateOfBirth ?? null, sex: sex ?? null, today: date })).toEqual([]);
    expect(idNumber.slice(6, 8)).toBe('00');
  }
});

test('people come back, and no two have one number', () => {
  const people = made.store.db.prepare('SELECT count(DISTINCT person_id) FROM case_summary').pluck().get() as number;
  expect(cases / people).toBeGreaterThan(1.4);
  expect(new Set(made.names.map((name) => name.split(' ')[0])).size).toBeGreaterThan(10);
});

describe('the same seed', () => {
  test('on the same date is the same office to the last hash, whatever the hour and the machine', async () => {
    const again = await makeOffice({ password: 'y' }, morning + 5 * 3_600_000);
    const hashes = ({ store }: Made) => store.db.prepare('SELECT hex(hash) FROM journal ORDER BY seq').pluck().all();
    expect(hashes(again)).toEqual(hashes(made));
    again.end();
  });

  test('and another is another', async () => {
    const other = await makeOffice({ seed: 6 });
    expect(other.names.slice(0, 5)).not.toEqual(made.names.slice(0, 5));
    other.end();
  });
});

test('the clerk can go on where the past ends, and finds a person of it', async () => {
  const desk = openTestDesk({ at: morning });
  const { password, users } = await desk.get('office.openPractice', { cases: 40, seed: 9 });
  await desk.get('account.signIn', { username: users[0], password });
  expect((await desk.get('system.status')).clock.state).toBe('good');
  const { hits } = await desk.get('case.search', { text: 'nguyen' });
  expect(hits.length).toBeGreaterThan(0);
  const view = await desk.get('case.get', { caseId: hits[0].caseId });
  expect(view.state.applicant.fullName).toContain('Nguyễn');
  expect(await desk.call('office.openPractice', { cases: 1 })).toMatchObject({
    ok: false,
    fault: { code: 'already-set-up' },
  });
  await desk.end();
});

test('an office of two million has a number for everybody', () => {
  const catalogue = readCatalogue('resources/data');
  if (isFault(catalogue)) throw new Error(catalogue.fault);
  for (const busiest of [0, 2999, 3000, 6200]) {
    const settings = practiceSettings(busiest);
    expect(OfficeSettings.parse(settings)).toEqual(settings);
    expect(settingsFault(settings, catalogue)).toBe(null);
    for (const { blocks } of [settings.desk, ...settings.otherDesks]) {
      expect((blocks[0]?.last ?? 0) - (blocks[0]?.first ?? 0) + 1).toBeGreaterThanOrEqual(busiest);
    }
  }
});
