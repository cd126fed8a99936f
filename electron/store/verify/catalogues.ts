import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { ofThisOffice } from '../journal/subject.ts';

type Row = { code: string; name: string; body: string; inside: { code?: unknown; name?: unknown } };

/** The hash a catalogue was adopted under, as the journal tells it; undefined where no entry adopted it. */
export function findAdoptedHash(db: Db, version: string): string | undefined {
  return preparedValue(
    db,
    `SELECT body ->> '$.sha256' FROM journal WHERE ${ofThisOffice} AND type = 'catalogue-adopted'
      AND body ->> '$.version' = ? ORDER BY seq DESC LIMIT 1`,
  ).get(version) as string | undefined;
}

/** The hash of a catalogue as its rows hold it now. */
export function catalogueHash(db: Db, version: string): string {
  return hashOf(rowsOf(db, version));
}

function hashOf(rows: readonly Row[]): string {
  return createHash('sha256')
    .update(canonicalJson(rows.map(({ inside }) => inside)))
    .digest('hex');
}

function rowsOf(db: Db, version: string): readonly Row[] {
  const rows = prepared(
    db,
    'SELECT code, name, body FROM catalogue_procedure WHERE catalogue_version = ? ORDER BY procedure_id',
  ).all(version) as Omit<Row, 'inside'>[];
  return rows.map((row) => ({ ...row, inside: JSON.parse(row.body) as Row['inside'] }));
}

/**
 * Every catalogue that was ever adopted is what it was then: fees, terms and papers of its cases hang on it. Found: one whose rows hash to
 * something else or are gone, a row that is not as it was written, or called otherwise than the procedure in it. Noted: one that no entry
 * adopted, which the opening refuses where the office works by it.
 */
export function catalogueFindings(db: Db): { looked: number; found: string[]; notes: string[] } {
  const kept = preparedValue(db, 'SELECT DISTINCT catalogue_version FROM catalogue_procedure').all() as string[];
  const told = preparedValue(
    db,
    `SELECT DISTINCT body ->> '$.version' FROM journal WHERE ${ofThisOffice} AND type = 'catalogue-adopted'`,
  ).all() as string[];
  const versions = [...new Set([...kept, ...told])];
  return {
    looked: versions.length,
    found: versions.flatMap((version) => versionFindings(db, version)),
    notes: kept.filter((one) => !told.includes(one)).map((one) => `catalogue ${one} was adopted by no entry`),
  };
}

function versionFindings(db: Db, version: string): string[] {
  const rows = rowsOf(db, version);
  const adopted = findAdoptedHash(db, version);
  const rewritten = rows.filter(({ body, inside }) => JSON.stringify(inside) !== body);
  const misnamed = rows.filter((row) => !isNamedAsInside(row));
  return [
    ...rewritten.map(({ code }) => `procedure ${code} of catalogue ${version} is not as it was written`),
    ...misnamed.map(({ code }) => `procedure ${code} of catalogue ${version} is called otherwise than what is in it`),
    ...(adopted === undefined || hashOf(rows) === adopted
      ? []
      : [`catalogue ${version} is not the one that was adopted`]),
  ];
}

function isNamedAsInside({ code, name, inside }: Row): boolean {
  return (inside.code ?? code) === code && (inside.name ?? name) === name;
}
