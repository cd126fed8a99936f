import type { ProcessStep } from '../../contract/routing/process.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { ofThisOffice } from '../journal/subject.ts';

/** The steps that supervisors set, by procedure code. */
export function processOverrides(db: Db): ReadonlyMap<string, readonly ProcessStep[]> {
  const rows = prepared(db, 'SELECT code, steps FROM process_override').all() as { code: string; steps: string }[];
  return new Map(rows.map(({ code, steps }) => [code, JSON.parse(steps) as ProcessStep[]]));
}

/** Keeps the steps a case begins with; the same steps are kept once. */
export function keepProcess(db: Db, id: string, steps: readonly ProcessStep[]): void {
  prepared(db, 'INSERT INTO process_kept (id, steps) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    id,
    canonicalJson(steps),
  );
}

export function findKeptProcess(db: Db, id: string): readonly ProcessStep[] | undefined {
  const steps = preparedValue(db, 'SELECT steps FROM process_kept WHERE id = ?').get(id) as string | undefined;
  return steps === undefined ? undefined : (JSON.parse(steps) as ProcessStep[]);
}

/** All that supervisors ever set for a procedure, from the journal. */
export function processesSet(db: Db, code: string): readonly (readonly ProcessStep[])[] {
  const rows = preparedValue(
    db,
    `SELECT json_extract(body, '$.steps') FROM journal WHERE ${ofThisOffice}
      AND type = 'process-set' AND json_extract(body, '$.code') = ? ORDER BY seq`,
  ).all(code) as string[];
  return rows.map((steps) => JSON.parse(steps) as ProcessStep[]);
}
