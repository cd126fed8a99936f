import { afterEach, describe, expect, test } from 'vitest';
import { contradictions } from '../../../../electron/store/centre/exchange/contradictions.ts';
import { get, table, apart, agrees, ofOneNumber, seenAt } from '../../../support/centre/apart/apart-acts.ts';
import { type DeskApart, exchangeAll, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { monday } from '../../../support/desk/test-desk.ts';

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

/** Each pair decided for each side, with the one clock ahead and with the other; `EVERY_PAIR=1` tries both clocks for each side. */
const tried = table.flatMap((row, at) =>
  ([0, 1] as const).flatMap((ahead) => ([0, 1] as const).map((side) => ({ row, ahead, side, at }))),
);
const inThisRun = tried.filter(
  ({ ahead, side, at }) => process.env['EVERY_PAIR'] !== undefined || (at + ahead + side) % 2 === 0,
);

describe('what two counters did that does not go together', () => {
  test.each(inThisRun.map(({ row, ahead, side }) => [row[0], ahead, side, row] as const))(
    '%s, the clock of counter %i ahead: side %i is decided for',
    async (_what, ahead, side, row) => {
      const desks = (open = await openThreeApart(11));
      const [q1, q2, q3] = desks;
      for (const desk of desks) desk.clock.at = monday;
      const id = await apart(desks, row, ahead);
      // Everybody sees the same conflicts, each once.
      const seen = await Promise.all(desks.map((desk) => get(desk, 'supervisor', 'conflict.list')));
      const refs = seen.map(({ conflicts }) => JSON.stringify(conflicts.map(({ ref }: any) => ref)));
      expect(new Set(refs).size).toBe(1);
      expect(seen[0].conflicts.length, 'a conflict').toBeGreaterThan(0);
      if (ofOneNumber.has(row[0])) expect(seen[0].conflicts.map(({ ref }: any) => ref.kind)).toEqual(['number']);
      const documents: { documentId: string }[] = [];
      for (;;) {
        const { conflicts } = await get(q3, 'supervisor', 'conflict.list');
        const [next] = conflicts;
        if (next === undefined) break;
        const before = conflicts.length;
        const shown = await get(q3, 'supervisor', 'conflict.get', { ref: next.ref });
        expect(shown.sides.map(({ counter }: any) => counter.code).toSorted()).toEqual(['Q1', 'Q2']);
        const at = shown.sides.findIndex(({ counter }: any) => counter.code === (side === 0 ? 'Q1' : 'Q2'));
        const chosen = shown.sides[at];
        q3.clock.at += 60_000;
        const done = await get(q3, 'supervisor', 'conflict.decide', {
          ref: next.ref,
          stands: chosen.name,
          reason: 'Đã xem cả hai',
          attended: true,
        });
        expect(done.paperFault).toBeNull();
        // What was said would follow has followed.
        const kinds = chosen.then.map(({ kind }: any) => kind);
        const made = done.documents.map(({ form }: any) => form);
        expect([kinds.includes('notice'), kinds.includes('receipt') || kinds.includes('new-number')]).toEqual([
          made.includes('thong-bao-lai'),
          made.includes('mau-01'),
        ]);
        documents.push(...done.documents);
        for (const then of chosen.then)
          if (next.ref.kind === 'case') {
            const { status, dueAt } = await seenAt(q3, next.ref.id);
            if (then.kind === 'status') expect(status).toBe(then.status);
            if (then.kind === 'promise' && then.dueAt !== null) expect(dueAt).toBe(then.dueAt);
          }
        exchangeAll(desks);
        expect((await get(q3, 'supervisor', 'conflict.list')).conflicts.length).toBeLessThan(before);
      }
      exchangeAll(desks);
      for (const desk of desks) {
        desk.clock.at = Math.max(...desks.map(({ clock }) => clock.at));
        expect((await get(desk, 'supervisor', 'conflict.list')).conflicts).toEqual([]);
        expect(contradictions(desk.context.store.db).filter((one) => one.includes('conflict of'))).toEqual([]);
      }
      agrees(desks);
      if (row[0] === 'a sheet used twice')
        for (const desk of desks) {
          // Whoever looks for the sheet finds the case that kept its number.
          const { kits } = await get(desk, 'clerk', 'kit.list', { all: true });
          const [{ number, caseId }] = kits[0].sheets;
          const { state } = await get(desk, 'clerk', 'case.get', { caseId });
          expect([state.number.official, state.number.local]).toContain(number);
        }
      // Papers are drawn alike everywhere.
      const files = await Promise.all([
        q3.call('supervisor', 'case.get', { caseId: id }),
        q3.call('supervisor', 'intake.get', { intakeId: id }),
        q3.call('supervisor', 'petition.get', { petitionId: id }),
      ]);
      documents.push(...files.flatMap((file) => (file.ok ? (file.value as any).documents : [])));
      for (const { documentId } of documents) {
        const drawn = await Promise.all([q1, q2, q3].map((desk) => get(desk, 'clerk', 'paper.view', { documentId })));
        const texts = drawn.map(({ pages }) => JSON.stringify(pages));
        expect(texts).toEqual(texts.map(() => texts[0]));
      }
    },
  );
});
