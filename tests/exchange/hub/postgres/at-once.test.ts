import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { ChainHead, HubLink, PulledRow, SealedRow } from '../../../../electron/exchange/hub/link.ts';
import { hasPostgres, joined, startHub } from '../../../support/centre/hub/office-hub.ts';
import { heldBy, rowAfter } from '../../../support/centre/hub/rows.ts';

const writers = 20;
const rowsEach = 25;

describe.skipIf(!hasPostgres)('many at once', () => {
  let box: HubBox;
  let links: { no: number; link: HubLink }[];

  beforeAll(async () => {
    box = await startHub();
    links = [];
    for (let at = 1; at <= writers + 2; at += 1) links.push(await joined(box, `Q${Math.floor(at / 10)}${at % 10}`));
  });
  afterAll(async () => {
    for (const { link } of links) await link.end();
    await box.stop();
  });

  /** Reads on from the last place it saw, as nothing but a place that was skipped could make it miss a row. */
  async function readOn(link: HubLink, until: number): Promise<PulledRow[]> {
    const rows: PulledRow[] = [];
    const have = new Map<string, ChainHead>();
    while (rows.length < until) {
      const page = await link.pull(rows.length % 2 === 0 ? [] : [...have.values()], rows.at(-1)?.pos ?? 0, 3_000);
      for (const row of page) have.set(row.desk, heldBy(row));
      rows.push(...page);
    }
    return rows;
  }

  test('20 desks write 25 rows each while two read: places are dense, and no reader misses one', async () => {
    const [readers, authors] = [links.slice(writers), links.slice(0, writers)];
    const hints: number[] = [];
    readers[0]?.link.onHint((pos) => hints.push(pos));
    const read = readers.map(({ link }) => readOn(link, writers * rowsEach));
    const places = await Promise.all(
      authors.map(async ({ no, link }) => {
        const own: number[] = [];
        let last: SealedRow | undefined;
        for (let at = 0; at < rowsEach; at += 1) {
          last = rowAfter(last, no, 1 + (at % 3), 50 + at * 20);
          const answer = await link.append(last);
          if (answer.is !== 'taken') throw new Error(answer.is);
          own.push(answer.pos);
        }
        return own;
      }),
    );
    const dense = Array.from({ length: writers * rowsEach }, (_, at) => at + 1);
    expect(places.flat().toSorted((a, b) => a - b)).toEqual(dense);
    for (const rows of await Promise.all(read)) expect(rows.map(({ pos }) => pos)).toEqual(dense);
    expect(hints.length).toBeGreaterThan(0);
  });

  test('one turn at a time, and what is written in it is seen by the next', async () => {
    let inside = 0;
    const most: number[] = [];
    const seen: number[] = [];
    await Promise.all(
      links.slice(0, 5).map(({ link }) =>
        link.turn(async () => {
          inside += 1;
          most.push(inside);
          seen.push((await link.hello()).pos);
          inside -= 1;
        }),
      ),
    );
    expect(most).toEqual([1, 1, 1, 1, 1]);
    expect(seen).toHaveLength(5);
  });

  test('the same number claimed by ten at once is one desk’s', async () => {
    const answers = await Promise.all(
      links.slice(0, 10).map(({ link }) => link.claim({ kind: 'receipt:AA/26E', first: 1, last: 500 })),
    );
    expect(answers.filter(({ is }) => is === 'claimed')).toHaveLength(1);
    const theirs = answers.flatMap((answer) => (answer.is === 'taken' ? [answer.by.desk] : []));
    expect(new Set(theirs).size).toBe(1);
  });
});
