import { afterEach, describe, expect, test } from 'vitest';
import { vi } from '../../../../renderer/text/languages.ts';
import { counterWords } from '../../../../renderer/text/case-words.ts';
import { apart, get, table } from '../../../support/centre/apart/apart-acts.ts';
import { type DeskApart, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { monday } from '../../../support/desk/test-desk.ts';

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

async function begin(row: string) {
  const desks = await openThreeApart(15);
  open = desks;
  for (const desk of desks) desk.clock.at = monday;
  const found = table.find(([name]) => name === row);
  if (found === undefined) throw new Error(row);
  return { desks, id: await apart(desks, found, 0) };
}

async function sidesOf(desk: DeskApart): Promise<any[]> {
  const [{ ref }] = (await get(desk, 'supervisor', 'conflict.list')).conflicts;
  return (await get(desk, 'supervisor', 'conflict.get', { ref })).sides;
}

describe('two counters number their receipts from 1', () => {
  test('a receipt is named by its symbol and its number: on both sides, in what is owed, on the timeline', async () => {
    const { desks, id } = await begin('money twice');
    const [, , q3] = desks;
    const { receipts } = await get(q3, 'clerk', 'money.receipts', { caseId: id });
    const named = receipts.map(({ symbol, number }: any) => `${symbol} ${number}`).toSorted();
    expect(named[0]).toMatch(/^\S+ 0000001$/);
    const sides = await sidesOf(q3);
    expect(sides.map(({ detail }: any) => `${detail.symbol} ${detail.number}`).toSorted()).toEqual(named);
    const owed = sides.flatMap(({ then }) => then).find(({ kind }: any) => kind === 'refund');
    expect(named).toContain(owed.number);
    const { actions } = await get(q3, 'supervisor', 'case.get', { caseId: id });
    const taken = actions.filter(({ type }: any) => type === 'fees-collected');
    expect(taken.map(({ detail }: any) => `${detail.symbol} ${detail.number}`).toSorted()).toEqual(named);
  });

  test('the notice names the receipt that stands beside a correction by both', async () => {
    const { desks } = await begin('a correction that changes a fee, and money for it');
    const [q1, , q3] = desks;
    const [{ ref }] = (await get(q3, 'supervisor', 'conflict.list')).conflicts;
    const sides = await sidesOf(q3);
    const { name } = sides.find(({ type }) => type === 'fees-collected');
    q3.clock.at = q1.clock.at + 60_000;
    const reason = 'Đã thu tiền';
    const done = await get(q3, 'supervisor', 'conflict.decide', { ref, stands: name, reason, attended: true });
    const notice = done.documents.find(({ form }: any) => form === 'thong-bao-lai');
    const { pages } = await get(q3, 'clerk', 'paper.view', { documentId: notice.documentId });
    const text = pages.flatMap(({ ops }: any) => ops.map(({ text: said = '' }: any) => said)).join(' ');
    expect(text).toMatch(/biên lai \S+ số 0000001/);
  });
});

test('what a case says first of two counters names the counter: one username may work at both', async () => {
  const { desks, id } = await begin('two corrections');
  for (const desk of desks) {
    const { state } = await get(desk, 'supervisor', 'case.get', { caseId: id });
    expect(state.contradictions).toHaveLength(1);
    const [{ actorName, counter }] = state.contradictions;
    const said = counterWords(counter, vi);
    expect(said).toMatch(/^Quầy [12] \(Q[12]\)$/);
    expect(vi.correction.apart(actorName, said, '23/11/2026 08:10', 'Sửa')).toContain(`của ${actorName}, ${said}, lúc`);
  }
});

test('an officer is told of as much as the supervisor counts: a doubled number beside the cases', async () => {
  const { desks } = await begin('money twice');
  for (const desk of desks) {
    const { conflicts, doubled, besides } = await get(desk, 'supervisor', 'conflict.list');
    // Two drawers of one symbol: the receipts bear one number.
    expect([conflicts.length, doubled.length]).toEqual([1, 1]);
    const { cases, others } = await get(desk, 'officer', 'work.apart');
    expect(cases.reduce((sum: number, { open: acts }: any) => sum + acts, 0) + others).toBe(
      conflicts.length + doubled.length + besides.length,
    );
    expect(others).toBe(1);
  }
});
