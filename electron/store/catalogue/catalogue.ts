import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';

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

/** Whether anything of a catalogue is here. */
export function isCatalogueHere(db: Db, version: string): boolean {
  return preparedValue(db, 'SELECT 1 FROM catalogue_procedure WHERE catalogue_version = ? LIMIT 1').get(version) === 1;
}

/** The procedures of a catalogue as they were adopted, in their order; empty where it is not here. */
export function catalogueContent(db: Db, version: string): readonly unknown[] {
  const bodies = preparedValue(
    db,
    'SELECT body FROM catalogue_procedure WHERE catalogue_version = ? ORDER BY procedure_id',
  ).all(version) as string[];
  return bodies.map((body) => JSON.parse(body) as unknown);
}

/** The hash of a catalogue: of what stands in it, whatever it is called. */
export function hashOfCatalogue(procedures: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(procedures)).digest('hex');
}

/** The hash of a catalogue as its rows hold it now. */
export function catalogueHash(db: Db, version: string): string {
  return hashOfCatalogue(catalogueContent(db, version));
}
