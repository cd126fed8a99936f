import type { Db } from './open.ts';
import { findOffice } from './settings-store.ts';

type Block = { readonly first: number; readonly last: number };
type Jump = { readonly day: number; readonly serial: number; readonly before: number | null };

/**
 * Serials of a day that were passed over inside a leased block: `20261123: 43–44 not used`. The desk itself never skips, and what it
 * set aside on paper is accounted for, so each gap asks for an explanation: a block that was leased late.
 */
export function numberGaps(db: Db): string[] {
  const office = findOffice(db);
  if (office === undefined) return [];
  const blocks = [office.desk, ...office.otherDesks].flatMap((desk) => desk.blocks);
  const jumps = db.prepare(`SELECT day, serial, before FROM
      (SELECT day, serial, lag(serial) OVER (PARTITION BY day ORDER BY serial) AS before
        FROM (SELECT day, serial FROM number_use UNION SELECT day, serial FROM kit_number))
    WHERE before IS NULL OR serial - before > 1`);
  const gaps: string[] = [];
  for (const jump of jumps.iterate() as IterableIterator<Jump>) {
    const gap = gapOf(jump, blocks);
    if (gap !== undefined) gaps.push(gap);
  }
  return gaps;
}

function gapOf({ day, serial, before }: Jump, blocks: readonly Block[]): string | undefined {
  const block = blocks.find(({ first, last }) => serial >= first && serial <= last);
  if (block === undefined) return undefined;
  const first = Math.max(block.first, (before ?? 0) + 1);
  if (first >= serial) return undefined;
  return `${day}: ${first}${serial - 1 > first ? `–${serial - 1}` : ''} not used`;
}
