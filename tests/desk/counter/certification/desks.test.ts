import { afterEach, describe, expect, test } from 'vitest';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { seeded } from '../../../support/data/seeded.ts';
import {
  type DeskApart,
  exchangeAll,
  lacking,
  openThreeApart,
  take,
} from '../../../support/centre/apart/desks-apart.ts';
import { findingsOf } from '../../../support/desk/test-store.ts';

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

const kinds = ['copy', 'signature', 'contract'] as const;
const person = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' };
/** From the last days of one year into the first of the next, past the midnight between them. */
const begins = Date.parse('2026-12-29T08:00:00+07:00');

describe('never a number twice, over the desks of an office and over New Year (NĐ 23/2015 Điều 13 k2)', () => {
  test.each([1, 2, 3, 4])(
    'whoever certifies what where, and whatever they have heard of each other: seed %i',
    async (seed) => {
      open = await openThreeApart(seed);
      const draw = seeded(seed);
      const given = new Map<string, string[]>();
      const asked: { readonly desk: DeskApart; readonly input: object; readonly numbers: readonly string[] }[] = [];
      for (const desk of open) desk.clock.at = begins;
      for (let step = 0; step < 60; step += 1) {
        const desk = open[draw(3)] as DeskApart;
        if (draw(4) === 0) {
          const other = open[draw(3)] as DeskApart;
          if (other !== desk) take(other, lacking(desk, other));
        }
        const lines = Array.from({ length: 1 + draw(4) }, () => ({
          kind: kinds[draw(3)] as string,
          pages: 1 + draw(9),
          copies: 1 + draw(3),
        }));
        const input = { lines, applicant: person, signer: 'Nguyễn Văn Ký, Chủ tịch', requestId: crypto.randomUUID() };
        const answer = await desk.call('clerk', 'certification.receive', input);
        if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
        const { numbers } = answer.value as { numbers: string[] };
        const year = new Date(desk.clock.at + 25_200_000).toISOString().slice(0, 4);
        numbers.forEach((number, nth) => {
          expect(number).toContain(`-${desk.name}/${year}-SCT/`);
          const run = `${desk.name} ${year} ${lines[nth]?.kind ?? ''}`;
          given.set(run, [...(given.get(run) ?? []), number]);
        });
        asked.push({ desk, input, numbers });
        // A hundred minutes between two requests: some sixty of them go over the end of the year.
        for (const one of open) one.clock.at += (60 + draw(90)) * 60_000;
      }
      const all = [...given.values()].flat();
      expect(new Set(all).size).toBe(all.length);
      expect([...given.keys()].some((run) => run.includes(' 2027 '))).toBe(true);
      // Each desk's run of a kind and a year goes on without a gap from 01.
      for (const [run, numbers] of given)
        expect([run, numbers.map((number) => Number.parseInt(number, 10))]).toEqual([
          run,
          numbers.map((_, at) => at + 1),
        ]);

      // Asked again, each desk answers what it answered.
      for (const { desk, input, numbers } of asked.slice(0, 5)) {
        const again = await desk.call('clerk', 'certification.receive', input);
        expect(again.ok && (again.value as { numbers: string[] }).numbers).toEqual(numbers);
      }

      exchangeAll(open);
      const stores = open.map(({ context }) => context.store.db);
      const told = stores.map(stateHash);
      expect(new Set(told).size).toBe(1);
      for (const db of stores) rebuildProjections(db);
      expect(stores.map(stateHash)).toEqual(told);
      for (const db of stores) expect(findingsOf(db)).toEqual([]);
      // Every desk prints the whole office's book, and none of its numbers is passed over.
      const books = await Promise.all(
        open.flatMap((desk) =>
          ['2026-12', '2027-01'].map(async (month) => {
            const answer = await desk.call('clerk', 'certification.book', { month, kind: 'copy' });
            return answer.ok ? (answer.value as { rows: { number: string }[]; gaps: unknown[] }) : null;
          }),
        ),
      );
      expect(books.map((book) => book?.gaps)).toEqual(books.map(() => []));
      const copies = [...given].filter(([run]) => run.endsWith(' copy')).flatMap(([, numbers]) => numbers);
      expect((books[0]?.rows.length ?? 0) + (books[1]?.rows.length ?? 0)).toBe(copies.length);
    },
  );
});
