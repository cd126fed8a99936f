import { afterEach, expect, test } from 'vitest';
import { ConfirmationCode } from '../../../../electron/contract/counter/case/confirm.ts';
import { foldedTypes } from '../../../../electron/store/centre/exchange/known-types.ts';
import type { EntryBody } from '../../../../electron/domain/entries/entry.ts';
import { receiver } from '../../../support/counter/case-acts.ts';
import { agrees, finish, get, passed, receive } from '../../../support/centre/apart/apart-acts.ts';
import { type DeskApart, exchangeAll, openOver, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { monday } from '../../../support/desk/test-desk.ts';
import { findingsOf } from '../../../support/desk/test-store.ts';

/** A counter whose program is of before a kind of entry came: it keeps what it does not know, passes it on, says so, and takes it in once it is updated. */

let open: DeskApart[] = [];
const taken: [Set<string>, string][] = [];
afterEach(async () => {
  updated();
  for (const desk of open) await desk.end();
});

/** The program as it was before these kinds came. */
function older(kind: 'case' | 'petition', ...types: string[]): void {
  const known = foldedTypes[kind] as Set<string>;
  for (const type of types) if (known.delete(type)) taken.push([known, type]);
}

/** And as it is. */
function updated(): void {
  for (const [known, type] of taken.splice(0)) known.add(type);
}

const besides = async (desk: DeskApart): Promise<any[]> => (await get(desk, 'supervisor', 'conflict.list')).besides;
const listed = async (desk: DeskApart): Promise<string[]> =>
  (await get(desk, 'clerk', 'register.list', { from: '2026-11-20', to: '2026-12-31' })).rows.map(
    ({ caseId }: any) => caseId,
  );

test('what it cannot fold is set aside and named, what stands beside it goes on; updated it takes that in, and all agree', async () => {
  const desks = await openThreeApart(51);
  open = [...desks];
  const [q1, q2, q3] = desks;
  for (const desk of desks) desk.clock.at = monday;
  const plain = await receive({}, passed)(q1);
  const ahead = await receive({}, passed, finish('Đạt'))(q1);
  exchangeAll(desks);
  for (const desk of desks) desk.clock.at += 600_000;
  const confirm = ConfirmationCode.options.map((code) => ({ code, reason: 'để thử' }));
  const act = (desk: DeskApart, type: object) => get(desk, 'clerk', 'case.act', { caseId: ahead, act: type, confirm });
  await act(q1, { type: 'announce', how: 'phone' });

  older('case', 'announced');
  exchangeAll([q1, q2]);
  expect(await besides(q2)).toMatchObject([{ kind: 'newer', of: 'case', counters: [{ code: 'Q1' }] }]);
  expect(await listed(q2)).toEqual([plain]);
  // Whoever asks for it is told no lie, and a number that stands on paper is given to nobody else.
  expect(await q2.call('clerk', 'case.get', { caseId: ahead })).toMatchObject({
    ok: false,
    fault: { code: 'case-unknown' },
  });
  expect(findingsOf(q2.context.store.db)).toEqual([]);
  const own = await receive()(q2);
  // The counter behind it hears all through it.
  exchangeAll([q2, q3]);
  expect(await listed(q3)).toEqual(expect.arrayContaining([plain, own]));

  updated();
  const again: DeskApart[] = [];
  for (const before of [q2, q3]) {
    const { name, context, clock } = before;
    await before.end();
    const desk = openOver(name, context.ports.dataFolder, 90 + again.length);
    desk.clock.at = clock.at + 600_000;
    again.push(desk);
  }
  open = [q1, ...again];
  const [two, three] = again as [DeskApart, DeskApart];
  for (const desk of again) {
    expect(await besides(desk)).toEqual([]);
    expect(await listed(desk)).toEqual(expect.arrayContaining([plain, ahead, own]));
  }
  await act(two, { type: 'return', receiver });
  q1.clock.at = two.clock.at;
  exchangeAll([q1, two, three]);
  expect((await get(q1, 'clerk', 'case.get', { caseId: ahead })).state.status).toBe('returned');
  agrees([q1, two, three]);
}, 120_000);

test('what is of another counter’s office alone stands in the journal, whatever it is called: passed on, checked, and in nobody’s way', async () => {
  const desks = await openThreeApart(52);
  open = [...desks];
  const [q1, q2, q3] = desks;
  for (const desk of desks) desk.clock.at = monday;
  const told = { type: 'to-come', to: 'hub', second: 'binh', list: [1, { deep: null }] } as unknown as EntryBody;
  const { store } = q1.context;
  expect(store.write(null, q1.clock.at, (tx) => void tx.append({ kind: 'office' }, told))).toBeUndefined();
  const caseId = await receive()(q1);
  exchangeAll([q1, q2]);
  exchangeAll([q2, q3]);
  exchangeAll(desks);
  for (const desk of [q2, q3]) {
    const kept = desk.context.store.db
      .prepare("SELECT body ->> '$.second' FROM journal WHERE type = 'to-come'")
      .pluck();
    expect(kept.all()).toEqual(['binh']);
    expect(await besides(desk)).toEqual([]);
    expect(await listed(desk)).toEqual([caseId]);
    expect(findingsOf(desk.context.store.db)).toEqual([]);
  }
  agrees(desks);
}, 120_000);
