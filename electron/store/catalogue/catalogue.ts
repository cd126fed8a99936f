import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';

export type AdoptedProcedure = { readonly code: string; readonly name: string; readonly body: unknown };

/** Keeps a version of the catalogue for good: receipts printed under it must stay readable. */
export function keepCatalogue(db: Db, version: string, procedures: readonly AdoptedProcedure[]): void {
  const insert = prepared(
    db,
    `INSERT INTO catalogue_procedure (catalogue_version, code, name, body) VALUES (?, ?, ?, ?)
    ON CONFLICT DO NOTHING`,
  );
  for (const { code, name, body } of procedures) insert.run(version, code, name, JSON.stringify(body));
}

export function findAdoptedProcedure(db: Db, version: string, code: string): unknown {
  const body = preparedValue(db, 'SELECT body FROM catalogue_procedure WHERE catalogue_version = ? AND code = ?').get(
    version,
    code,
  ) as string | undefined;
  return body === undefined ? undefined : JSON.parse(body);
}

/** The procedure of a row that a case names. Throws where there is none: the tables refer to each other. */
export function getProcedureBody(db: Db, procedureId: number): unknown {
  const body = preparedValue(db, 'SELECT body FROM catalogue_procedure WHERE procedure_id = ?').get(procedureId) as
    | string
    | undefined;
  if (body === undefined) throw new Error(`no procedure ${procedureId}`);
  return JSON.parse(body);
}
