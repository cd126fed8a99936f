import { afterEach, expect, test } from 'vitest';
import { get } from '../../../support/centre/apart/apart-acts.ts';
import { type DeskApart, exchangeAll, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { certified, float } from '../../../support/counter/money-desk.ts';
import { opening } from '../../../support/counter/intake-desk.ts';
import { petition } from '../../../support/counter/petition-desk.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

const days = { from: '2026-11-20', to: '2026-12-31' };

/** What every list of a counter says of whose line it is, as far as it says anything. */
async function listsAt(desk: DeskApart): Promise<Record<string, any[]>> {
  const { hits } = await get(desk, 'clerk', 'case.search', { text: 'nguyen thi dang anh' });
  const { groups } = await get(desk, 'supervisor', 'work.list', {});
  const { rows } = await get(desk, 'clerk', 'register.list', days);
  const { handOvers } = await get(desk, 'clerk', 'handOver.list', { open: true });
  const { receipts, tills, byFee } = await get(desk, 'clerk', 'money.daySheet', { date: '2026-11-23' });
  const { rows: petitions } = await get(desk, 'clerk', 'petition.list', {});
  const { rows: waiting } = await get(desk, 'clerk', 'intake.list', {});
  const { missing } = await get(desk, 'clerk', 'bundle.check', { scans: [] });
  const { today, counters } = await get(desk, 'supervisor', 'work.wall', {});
  return {
    found: hits,
    work: groups.flatMap((group: any) => group.rows),
    register: rows,
    lists: handOvers,
    petitions,
    waiting,
    bundles: missing,
    receipts,
    tills,
    byFee,
    wall: [today.received, counters.map(({ code, received, open: files }: any) => [code, received, files])],
  };
}

/** At the first counter a case with its fee paid, at the second one whose papers go out by a list. */
async function aMorning([q1, q2]: readonly DeskApart[]): Promise<void> {
  const components = [{ index: 0, originals: 1, copies: 0 }];
  await get(q1 as DeskApart, 'clerk', 'petition.register', petition());
  const noted = opening({ act: { type: 'ask-supplement', items: ['Ảnh 4x6'], reason: 'Thiếu ảnh' } });
  await get(q2 as DeskApart, 'clerk', 'intake.open', noted);
  const { caseId } = await get(q1 as DeskApart, 'clerk', 'case.receive', reception({ ...certified, components }));
  await get(q1 as DeskApart, 'clerk', 'till.open', { float });
  const paying = { caseId, lines: [0], method: 'cash', requestId: (q1 as DeskApart).context.ports.random.uuid() };
  await get(q1 as DeskApart, 'clerk', 'money.collect', paying);
  await get(
    q2 as DeskApart,
    'clerk',
    'case.receive',
    reception({ procedureCode: '1.004222', competentUnit: { code: '27637' } }),
  );
  const { piles } = await get(q2 as DeskApart, 'clerk', 'handOver.prepare');
  const [{ to, cases }] = piles;
  const caseIds = cases.map((one: any) => one.caseId);
  const requestId = (q2 as DeskApart).context.ports.random.uuid();
  await get(q2 as DeskApart, 'clerk', 'handOver.make', { to, caseIds, note: '', requestId });
}

test('every list of every counter is of the whole centre, and says at which counter a line began', async () => {
  const desks = (open = await openThreeApart(31));
  for (const desk of desks) desk.clock.at = monday;
  await aMorning(desks);
  exchangeAll(desks);
  for (const desk of desks) {
    const { found, work, register, lists, petitions, waiting, bundles, receipts, tills, byFee, wall } =
      await listsAt(desk);
    const countersIn = (rows: any[] = []) =>
      rows.map(({ counter }) => String(counter)).toSorted((a, b) => a.localeCompare(b));
    expect({
      found: countersIn(found),
      work: [...new Set(countersIn(work))],
      register: countersIn(register),
      lists: countersIn(lists),
      petitions: countersIn(petitions),
      waiting: countersIn(waiting),
      bundles: countersIn(bundles),
      receipts: countersIn(receipts),
      tills: tills?.map(({ till }) => till),
      fees: byFee?.length,
      wall,
    }).toEqual({
      found: ['Q1', 'Q2'],
      work: ['Q1', 'Q2'],
      register: ['Q1', 'Q2'],
      lists: ['Q2'],
      petitions: ['Q1'],
      waiting: ['Q2'],
      bundles: ['Q1'],
      receipts: ['Q1'],
      tills: ['Q1'],
      fees: 1,
      wall: [
        2,
        [
          ['Q1', 1, 1],
          ['Q2', 1, 1],
        ],
      ],
    });
  }
  // A drawer is acted on at its own counter alone.
  const [q1, , q3] = desks;
  expect((await get(q3, 'clerk', 'till.status', {})).tills ?? []).toEqual([]);
  expect((await q3.call('clerk', 'till.close', { counts: float })).ok).toBe(false);
  expect((await get(q1, 'clerk', 'till.status', {})) !== undefined).toBe(true);
});

test('a counter that is alone says nothing of counters', async () => {
  const desks = (open = await openThreeApart(32));
  for (const desk of desks) desk.clock.at = monday;
  await aMorning(desks);
  for (const desk of desks) {
    const { found, work, register, lists, petitions, waiting, bundles, receipts } = await listsAt(desk);
    for (const row of [found, work, register, lists, petitions, waiting, bundles, receipts].flat())
      expect(row).not.toHaveProperty('counter');
    expect(await get(desk, 'supervisor', 'conflict.list')).toEqual({
      conflicts: [],
      owed: [],
      doubled: [],
      besides: [],
    });
  }
});
