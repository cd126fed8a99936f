import { afterEach, expect, test } from 'vitest';
import type { WallFigure, WallFigures, WallFile } from '../../../../electron/contract/counter/work/wall.ts';
import { addDays } from '../../../../electron/domain/base/civil-time.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { collecting, float, openMoneyDesk, receive } from '../../../support/counter/money-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

const wall = async (since?: string): Promise<WallFigures> => at.get('work.wall', since === undefined ? {} : { since });

const lateBy07a = async (to: string) =>
  (await at.get('report.make', { report: '07a', from: '2026-11-01', to })).total.values['15'];

test('what is done today is counted at once, by counter; what is promised by how near it is', async () => {
  at = await openPracticeDesk();
  expect(await wall()).toMatchObject({
    today: { received: 0, finished: 0, returned: 0 },
    counters: [],
    handledHours: null,
    people: null,
  });
  at.sit('clerk');
  const { dueAt } = await at.get('case.receive', reception());
  await at.get('case.receive', reception());
  const one = await wall();
  expect(one).toMatchObject({
    today: { received: 2, finished: 0, returned: 0 },
    counters: [{ code: 'Q1', files: 2, received: 2, finished: 0, returned: 0 }],
  });
  expect(one.procedures).toMatchObject([{ open: 2, late: 0 }]);
  const { late, today, within24h, within48h, later } = one.promised;
  expect(late + today + within24h + within48h + later).toBe(2);

  // A term in days ends with its day, as in Biểu 07a: that evening neither is late.
  const dueDay = dueAt.slice(0, 10);
  clockAt(at, `${dueDay}T22:05:00`);
  expect(await wall()).toMatchObject({
    promised: { late: 0, today: 2 },
    today: { received: dueDay === '2026-11-23' ? 2 : 0 },
  });
  expect(await lateBy07a(dueDay)).toBe(0);
  // The day after its promise both are late; nothing of the day before counts as of today.
  clockAt(at, `${addDays(dueDay, 1)}T00:00:00`);
  expect(await wall()).toMatchObject({ promised: { late: 2, today: 0 }, today: { received: 0 } });
  expect(await lateBy07a(addDays(dueDay, 1))).toBe(2);
});

test('a question with what is known waits, and is answered by the next reception (how fast: npm run bench)', async () => {
  at = await openPracticeDesk();
  at.sit('clerk');
  const { head } = await wall();
  const asked = wall(head);
  const received = await at.get('case.receive', reception());
  const next = await asked;
  expect(next.head).not.toBe(head);
  expect(next.today.received).toBe(1);
  expect(received.caseId).toBeDefined();
});

test('of many questions a few wait and the others are answered at once, so that the counter is never kept from the desk', async () => {
  at = await openPracticeDesk();
  const { head } = await wall();
  const answered: number[] = [];
  const asked = Array.from({ length: 20 }, (_, nth) => wall(head).then(() => answered.push(nth)));
  // As long as nothing happens only those that need not wait are answered.
  while (answered.length < 16) await new Promise(setImmediate);
  expect(answered).toHaveLength(16);
  at.sit('clerk');
  await at.get('case.receive', reception());
  await Promise.all(asked);
  expect(answered).toHaveLength(20);
});

test('it shows nobody: not to a window without a session, not to a supervisor unless the office allows it', async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
  await at.get('office.openPractice', { cases: 60, seed: 3, password: 'Quay-Mot-Cua-1' });
  const ask = async (client = newClient()): Promise<WallFigures> => {
    const answer = await at.desk.call('work.wall', {}, client);
    if (!answer.ok) throw new Error(answer.fault.code);
    return answer.value as WallFigures;
  };
  const nobody = await ask();
  expect(nobody.people).toBeNull();
  // Names of citizens and staff, numbers of files: none of them in what anybody may read.
  const { rows } = await (at.sit('supervisor'),
  at.get('register.list', { from: '2020-01-01', to: '2027-12-31', limit: 500 }));
  const text = JSON.stringify(nobody);
  for (const { number, applicantName } of rows as { number: string; applicantName: string }[]) {
    expect(text).not.toContain(number);
    expect(text).not.toContain(applicantName);
  }
  expect((await wall()).people).toBeNull();
  at.sit('admin');
  await at.get('office.changeSettings', {
    settings: { ...(await at.get('office.settings')), peopleOnWall: true },
    reason: 'họp giao ban',
  });
  at.sit('supervisor');
  const { people } = await wall();
  expect(people?.length).toBeGreaterThan(0);
  expect(people?.map(({ name }) => name)).toEqual(
    people?.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'vi')),
  );
  expect((await ask()).people).toBeNull();
  at.sit('clerk');
  expect((await wall()).people).toBeNull();
});

test('the last two weeks day by day, today as the figures say it; nothing before the register began, and no undone reception', async () => {
  at = openTestDesk({ at: Date.parse('2026-11-18T09:00:00+07:00') });
  await at.get('office.openPractice', { cases: 0, seed: 3, password: 'Quay-Mot-Cua-1' });
  const course = async () => (await wall()).course.map(({ day, received, finished }) => [day, received, finished]);
  expect((await course()).slice(-2)).toEqual([
    ['2026-11-17', null, null],
    ['2026-11-18', 0, 0],
  ]);
  at.sit('clerk');
  const file = await at.get('case.receive', reception());
  await at.get('case.receive', reception());
  const mistaken = await at.get('case.receive', reception());
  await at.get('case.act', { caseId: mistaken.caseId, act: { type: 'undo-reception', receiptBack: true } });
  at.clock.at = Date.parse('2026-11-19T00:00:00+07:00');
  at.sit('supervisor');
  await at.get('case.act', { caseId: file.caseId, act: { type: 'transfer' } });
  await at.get('case.act', { caseId: file.caseId, act: { type: 'finish', result: 'Đã cấp' } });
  clockAt(at, '2026-11-20T23:59:59');
  await at.get('case.receive', reception());
  const { today } = await wall();
  expect(await course()).toEqual([
    ...Array.from({ length: 11 }, (_, nth) => [addDays('2026-11-07', nth), null, null]),
    ['2026-11-18', 2, 0],
    ['2026-11-19', 0, 1],
    ['2026-11-20', today.received, today.finished],
  ]);
  expect(today.received).toBe(1);
});

test('what was typed at a counter may name a citizen: it stands on no wall', async () => {
  at = await openPracticeDesk();
  at.sit('clerk');
  const typed = { name: 'Xác nhận cho ông NGUYỄN BÍ MẬT', field: 'Khác', components: [] };
  const typedTerm = { value: 3, unit: 'working-day', ground: 'Quyết định thử' };
  const done = await at.call('case.receive', reception({ procedureCode: 'other', typed, typedTerm, components: [] }));
  expect(done).toMatchObject({ ok: true });
  const answer = await at.desk.call('work.wall', {}, newClient());
  expect(JSON.stringify(answer)).not.toContain('BÍ MẬT');
  expect(answer).toMatchObject({ value: { procedures: [{ name: '', open: 1 }] } });
});

test('an office with a history: what is open agrees with the work list, and what stands still is counted once', async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
  await at.get('office.openPractice', { cases: 300, seed: 7, password: 'Quay-Mot-Cua-1' });
  at.sit('supervisor');
  const { promised, waiting, still, procedures } = await wall();
  const { groups } = await at.get('work.list', { mine: false });
  const of = (name: string) => groups.find(({ group }: { group: string }) => group === name).count.value as number;
  expect([promised.late, promised.today, promised.within24h, promised.within48h]).toEqual(
    ['overdue', 'today', 'within-24h', 'within-48h'].map(of),
  );
  expect([waiting.papers, waiting.results]).toEqual([of('supplement'), of('to-return')]);
  const open = Object.values(promised).reduce((sum, one) => sum + one, 0);
  expect(open).toBeGreaterThan(0);
  expect(still.reduce((sum, { files }) => sum + files, 0)).toBeLessThanOrEqual(open);
  expect(procedures.length).toBeGreaterThan(0);
});

/** Every figure of the wall with the key its files are asked for by. */
function figuresOf(
  of: WallFigures,
): readonly (readonly [figure: WallFigure, key: string | undefined, count: number])[] {
  const { promised, today, waiting, unpaid } = of;
  const { papers, results, resultsOverWeek, papersAway } = waiting;
  return [
    ...Object.entries({ ...promised, papers, results, resultsOverWeek, papersAway, unpaid: unpaid.files }).map(
      ([figure, count]) => [figure as WallFigure, undefined, count] as const,
    ),
    ...Object.entries(today).map(([figure, count]) => [figure as WallFigure, undefined, count] as const),
    ...of.still.map(({ days, files }) => ['still', String(days), files] as const),
    ...of.standing.map((one) => ['standing', `${one.at} ${one.agency}`, one.files] as const),
    ['unpaidReturned', undefined, unpaid.returned],
    ...of.course.flatMap(({ day, received, finished }) => [
      ['receivedOn', day, received ?? 0] as const,
      ['finishedOn', day, finished ?? 0] as const,
    ]),
    ...of.procedures.flatMap(({ code, open, late, near }) => [
      ['procedure', code, open] as const,
      ['procedureLate', code, late] as const,
      ['procedureNear', code, near] as const,
    ]),
    ...of.counters.flatMap(({ code, files, open, late, near, results }) => [
      ['counter', code, files] as const,
      ['counterOpen', code, open] as const,
      ['counterLate', code, late] as const,
      ['counterNear', code, near] as const,
      ['counterHandled', code, results] as const,
    ]),
    ...of.handled.flatMap(({ code, files, late }) => [
      ['handled', code, files] as const,
      ['handledLate', code, late] as const,
    ]),
    ...(of.people ?? []).flatMap(({ username, open, late, near, results }) => [
      ['person', username, open] as const,
      ['personLate', username, late] as const,
      ['personNear', username, near] as const,
      ['personHandled', username, results] as const,
    ]),
  ];
}

test('behind every figure stand as many files as it says, and none of their citizens', async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T16:30:00+07:00') });
  await at.get('office.openPractice', { cases: 300, seed: 7, password: 'Quay-Mot-Cua-1' });
  at.sit('admin');
  await at.get('office.changeSettings', {
    settings: { ...(await at.get('office.settings')), peopleOnWall: true },
    reason: 'họp giao ban',
  });
  at.sit('supervisor');
  await at.get('case.receive', reception());
  const figures = await wall();
  const asked = figuresOf(figures);
  const people = figures.people ?? [];
  for (const [figure, key, count] of asked) {
    const { files, count: behind } = await at.get('work.wallFiles', {
      figure,
      ...(key === undefined ? {} : { key }),
      limit: 1000,
    });
    expect([figure, key, behind, files.length]).toEqual([figure, key, count, count]);
    expect(new Set(files.map(({ caseId }: { caseId: string }) => caseId)).size).toBe(count);
    const part = (skip: number, limit: number) =>
      at.get('work.wallFiles', { figure, ...(key === undefined ? {} : { key }), skip, limit });
    expect((await part(2, 3)).files).toEqual(files.slice(2, 5));
    expect(await part(count, 5)).toEqual({ files: [], count });
    const places = files.map(({ where }: WallFile) => `${where.at} ${where.agency}`);
    if (figure === 'standing') expect(new Set(places)).toEqual(new Set([key]));
    if (figure === 'papers' || figure === 'results')
      expect(new Set(places)).toEqual(new Set([figure === 'papers' ? 'citizen ' : 'ready ']));
    if (figure === 'person' || figure === 'personLate' || figure === 'personNear')
      for (const { holder } of files) expect(holder).toBe(people.find(({ username }) => username === key)?.name);
    for (const file of files)
      expect(Object.keys(file).toSorted()).toEqual([
        'acceptedAt',
        'caseId',
        'dueAt',
        'holder',
        'lastAt',
        'number',
        'papersWith',
        'procedureName',
        'where',
      ]);
  }
  // What would be told of nothing proves nothing.
  for (const figure of [
    'late',
    'papers',
    'results',
    'unpaid',
    'unpaidReturned',
    'still',
    'standing',
    'procedure',
    'procedureLate',
    'procedureNear',
    'handled',
    'receivedOn',
    'finishedOn',
    'counterOpen',
    'counterLate',
    'counterNear',
    'counterHandled',
    'person',
    'personLate',
    'personNear',
    'personHandled',
  ])
    expect([figure, asked.some(([name, , count]) => name === figure && count > 0)]).toEqual([figure, true]);
  expect(figures.standing.reduce((sum, { files }) => sum + files, 0)).toBe(
    figures.still.reduce((sum, { files }) => sum + files, 0),
  );
  // A practice office's desks have one code between them: one counter.
  expect(figures.counters).toHaveLength(1);
});

test('the files of one person are listed to supervisors where the office shows persons, and behind no window without a session', async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
  for (const figure of ['person', 'personLate', 'personNear', 'personHandled'])
    expect(await at.call('work.wallFiles', { figure, key: 'officer' })).toMatchObject({
      fault: { code: 'wall-closed' },
    });
  expect(await at.desk.call('work.wallFiles', { figure: 'late' }, newClient())).toMatchObject({
    fault: { code: 'sign-in-required' },
  });
});

test('what is owed shows at once: when it is asked for, paid, given back, and when the file is withdrawn', async () => {
  at = await openMoneyDesk('2026-11-16T09:00:00+07:00');
  await at.get('till.open', { float });
  const unpaid = async () => (await wall()).unpaid;
  const nothing = { files: 0, amount: 0, unknown: 0, returned: 0 };
  expect(await unpaid()).toEqual(nothing);
  const caseId = await receive(at);
  expect(await unpaid()).toEqual({ ...nothing, files: 1, amount: 10_000 });
  const { receiptId } = await at.get('money.collect', collecting(caseId));
  expect(await unpaid()).toEqual(nothing);
  at.sit('supervisor');
  await at.get('money.refund', { receiptId, reason: 'Thu nhầm người' });
  expect(await unpaid()).toEqual({ ...nothing, files: 1, amount: 10_000 });
  await at.get('case.act', { caseId, act: { type: 'withdraw', reason: 'Rút hồ sơ' } });
  expect(await unpaid()).toEqual(nothing);
});
