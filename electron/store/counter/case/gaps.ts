import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { ofThisOffice } from '../../journal/subject.ts';
import { findOffice } from '../../common/office/settings.ts';

/** Serials of a day that nobody used, with others behind them: both ends are in it. `day` as YYYYMMDD. */
export type NumberGap = { readonly day: number; readonly first: number; readonly last: number };

/** Why numbers of a day were not used, as a person said it. */
export type GapExplained = NumberGap & {
  /** The entry that says so. */
  readonly seq: number;
  readonly reason: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly by: string;
};

type Block = { readonly first: number; readonly last: number };
type Jump = { readonly day: number; readonly serial: number; readonly before: number | null };

/**
 * Serials of a day that were passed over inside a leased block. The desk itself never skips but after a restore, and what it set aside on paper is accounted for, so each
 * gap asks for an explanation: a block that was leased late.
 */
export function numberGaps(db: Db): NumberGap[] {
  const office = findOffice(db);
  if (office === undefined) return [];
  const blocks = [office.desk, ...office.otherDesks].flatMap((desk) => desk.blocks);
  const jumps = prepared(
    db,
    `SELECT day, serial, before FROM
      (SELECT day, serial, lag(serial) OVER (PARTITION BY day ORDER BY serial) AS before
        FROM (SELECT day, serial FROM number_use UNION SELECT day, serial FROM kit_number))
    WHERE before IS NULL OR serial - before > 1`,
  );
  const gaps: NumberGap[] = [];
  for (const jump of jumps.iterate() as IterableIterator<Jump>) gaps.push(...gapOf(jump, blocks));
  return gaps;
}

function gapOf({ day, serial, before }: Jump, blocks: readonly Block[]): NumberGap[] {
  const block = blocks.find(({ first, last }) => serial >= first && serial <= last);
  if (block === undefined) return [];
  const first = Math.max(block.first, (before ?? 0) + 1);
  return first >= serial ? [] : [{ day, first, last: serial - 1 }];
}

type Row = { seq: number; at: number; by: string | null; body: string };

/** What was said of numbers that were not used, the latest word on each last. */
export function explainedGaps(db: Db): GapExplained[] {
  const rows = prepared(
    db,
    `SELECT seq, at, username AS by, body FROM journal LEFT JOIN account USING (account_id)
      WHERE ${ofThisOffice} AND type = 'gap-explained' ORDER BY seq`,
  ).all() as Row[];
  return rows.map(({ seq, at, by, body }) => {
    const { day, first, last, reason } = JSON.parse(body) as {
      day: string;
      first: number;
      last: number;
      reason: string;
    };
    return { seq, at, by: by ?? '', reason, day: Number(day.replaceAll('-', '')), first, last };
  });
}

/** The explanation that covers the whole of a gap, the latest one; undefined where none does. */
export function explanationOf(gap: NumberGap, all: readonly GapExplained[]): GapExplained | undefined {
  return all.findLast(({ day, first, last }) => day === gap.day && first <= gap.first && last >= gap.last);
}

/** As `verify` tells them: `20261123: 43–44 not used`, and why where somebody said it. */
export function gapNotes(db: Db): string[] {
  const all = explainedGaps(db);
  return numberGaps(db).map((gap) => {
    const { day, first, last } = gap;
    const why = explanationOf(gap, all)?.reason;
    return `${day}: ${first}${last > first ? `–${last}` : ''} not used${why === undefined ? '' : `, explained: ${why}`}`;
  });
}
