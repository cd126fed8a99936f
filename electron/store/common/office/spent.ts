import type { SpentRun } from '../../../domain/entries/entry.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { byOwnDesk, kindCode } from '../../journal/subject.ts';

/** The greatest spent number of a series within a range, in SQL: of `@series` from `@first` to `@last`; NULL when none is. */
export const greatestSpent =
  'SELECT max(min(last, @last)) FROM spent_number WHERE series = @series AND last >= @first AND first <= @last';

/** The greatest spent number of a series within a range; 0 when none is. */
export function lastSpent(db: Db, series: string, first = 0, last: number = Number.MAX_SAFE_INTEGER): number {
  return (preparedValue(db, greatestSpent).get({ series, first, last }) as number | null) ?? 0;
}

export function spentRuns(db: Db): SpentRun[] {
  return prepared(db, 'SELECT series, first, last FROM spent_number ORDER BY series, first').all() as SpentRun[];
}

/** As `restored` entries tell. */
export function spendNumbers(db: Db, runs: readonly SpentRun[]): void {
  const insert = prepared(
    db,
    `INSERT INTO spent_number (series, first, last) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
  );
  for (const { series, first, last } of runs) insert.run(series, first, last);
}

/** A register that came back from a backup, or was met without its witness: which one, what it passes over, and who said that the papers given since that backup are entered again. */
export type KeptRestore = {
  /** The desk that the restore began, by its UUID; or the entry that passed numbers over. */
  readonly restored: string;
  readonly why: 'restored' | 'witness-lost';
  /** Seconds since 1970. */
  readonly at: number;
  /** Civil time. */
  readonly madeAt: string;
  readonly by: 'witness' | 'nobody';
  readonly spent: readonly SpentRun[];
  readonly entered: { readonly at: number; readonly by: string } | null;
};

type Row = {
  readonly uuid: string;
  readonly id: Uint8Array;
  readonly at: number;
  readonly username: string | null;
  readonly body: string;
};

/** Every restore of this file's own register, the newest first. */
export function keptRestores(db: Db): KeptRestore[] {
  const ofType = prepared(
    db,
    `SELECT desk.uuid AS uuid, journal.id AS id, journal.at AS at, username, body FROM subject CROSS JOIN journal USING (subject_id)
      JOIN desk USING (desk_id) LEFT JOIN account USING (account_id)
      WHERE kind = ${kindCode('office')} AND ${byOwnDesk} AND type = ? ORDER BY seq DESC`,
  );
  const entered = new Map(
    (ofType.all('papers-entered') as Row[]).map(({ at, username, body }) => {
      const { restored } = JSON.parse(body) as { restored: string };
      return [restored, { at, by: username ?? '' }] as const;
    }),
  );
  const restores = (ofType.all('restored') as Row[]).map(({ uuid, at, body }) => {
    const { from, by, spent } = JSON.parse(body) as Omit<KeptRestore, 'at'> & { from: { madeAt: string } };
    return {
      restored: uuid,
      why: 'restored' as const,
      at,
      madeAt: from.madeAt,
      by,
      spent,
      entered: entered.get(uuid) ?? null,
    };
  });
  const met = (ofType.all('numbers-passed-over') as Row[]).map(({ id, at, body }) => {
    const { since, spent } = JSON.parse(body) as { since: string; spent: readonly SpentRun[] };
    const restored = uuidText(id);
    return {
      restored,
      why: 'witness-lost' as const,
      at,
      madeAt: since,
      by: 'nobody' as const,
      spent,
      entered: entered.get(restored) ?? null,
    };
  });
  return [...restores, ...met].toSorted((a, b) => b.at - a.at);
}

/** A restore, or a meeting without a witness, that somebody was not here for. `at` in seconds since 1970, `madeAt` as it stands; `persons` by their user names. */
export type RestoreTold = Pick<KeptRestore, 'why' | 'at' | 'madeAt'> & { readonly persons: readonly string[] };

/** The newest of this file's own register from a moment on, in seconds since 1970; undefined where there is none. */
export function restoreAfter(db: Db, since: number): RestoreTold | undefined {
  const row = prepared(
    db,
    `SELECT type, at, body FROM subject CROSS JOIN journal USING (subject_id)
      WHERE kind = ${kindCode('office')} AND ${byOwnDesk} AND type IN ('restored', 'numbers-passed-over') AND at >= ? ORDER BY seq DESC LIMIT 1`,
  ).get(since) as { type: string; at: number; body: string } | undefined;
  if (row === undefined) return undefined;
  const {
    from,
    persons = [],
    since: last = '',
  } = JSON.parse(row.body) as {
    from?: { madeAt: string };
    persons?: string[];
    since?: string;
  };
  return { why: from === undefined ? 'witness-lost' : 'restored', at: row.at, madeAt: from?.madeAt ?? last, persons };
}
