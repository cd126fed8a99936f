import { catalogueContent, hashOfCatalogue } from '../../../catalogue/catalogue.ts';
import { adopting, hashesOfVersion } from '../../../journal/catalogue-names.ts';
import type { Db } from '../../../file/db.ts';
import { prepared, preparedValue } from '../../../file/rows/prepared.ts';
import { isOwnDesk } from '../../../journal/journal.ts';
import { officeRow, ofThisOffice } from '../../../journal/subject.ts';

type Row = { code: string; name: string; body: string; inside: { code?: unknown; name?: unknown } };

/** What is wrong with the catalogue the office works by; null where nothing is. */
export function catalogueFinding(db: Db, version: string): string | null {
  if (adoptedAs(db, version).length === 0) return `catalogue ${version} was adopted by no entry`;
  return isAsAdopted(db, version, catalogueContent(db, version))
    ? null
    : `catalogue ${version} is not the one that was adopted`;
}

/**
 * The hashes a name may stand for: those it was adopted under here, or elsewhere where no desk of this file ever adopted it, for nobody else vouches for the list that this
 * office works by; or itself, where it is the hash of a list that another desk has under a name that is taken here.
 */
function adoptedAs(db: Db, name: string): readonly string[] {
  const own = preparedValue(
    db,
    `SELECT DISTINCT body ->> '$.sha256' FROM journal WHERE ${ofThisOffice} AND ${adopting} AND body ->> '$.version' = ?`,
  ).all(name) as string[];
  if (own.length > 0) return own;
  const isTold = preparedValue(
    db,
    `SELECT 1 FROM journal WHERE subject_id = ${officeRow} AND ${adopting} AND body ->> '$.sha256' = ? LIMIT 1`,
  );
  return isTold.get(name) === undefined ? hashesOfVersion(db, name) : [name];
}

function isAsAdopted(db: Db, version: string, procedures: readonly unknown[]): boolean {
  return adoptedAs(db, version).includes(hashOfCatalogue(procedures));
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
    `SELECT DISTINCT body ->> '$.version' FROM journal WHERE ${ofThisOffice} AND ${adopting}`,
  ).all() as string[];
  // A list that another desk told of may not be here yet.
  const own = told.filter((version) => kept.includes(version) || !isOfOthers(db, version));
  const versions = [...new Set([...kept, ...own])];
  return {
    looked: versions.length,
    found: versions.flatMap((version) => versionFindings(db, version)),
    notes: kept
      .filter((one) => adoptedAs(db, one).length === 0)
      .map((one) => `catalogue ${one} was adopted by no entry`),
  };
}

function versionFindings(db: Db, version: string): string[] {
  const rows = rowsOf(db, version);
  const rewritten = rows.filter(({ body, inside }) => JSON.stringify(inside) !== body);
  const misnamed = rows.filter((row) => !isNamedAsInside(row));
  return [
    ...rewritten.map(({ code }) => `procedure ${code} of catalogue ${version} is not as it was written`),
    ...misnamed.map(({ code }) => `procedure ${code} of catalogue ${version} is called otherwise than what is in it`),
    ...(adoptedAs(db, version).length === 0 ||
    isAsAdopted(
      db,
      version,
      rows.map(({ inside }) => inside),
    )
      ? []
      : [`catalogue ${version} is not the one that was adopted`]),
  ];
}

/** Whether no desk of this file ever adopted it. */
function isOfOthers(db: Db, version: string): boolean {
  const desks = preparedValue(
    db,
    `SELECT DISTINCT uuid FROM journal JOIN desk USING (desk_id) WHERE subject_id = ${officeRow} AND ${adopting}
      AND body ->> '$.version' = ?`,
  ).all(version) as string[];
  return desks.every((uuid) => !isOwnDesk(db, uuid));
}

function isNamedAsInside({ code, name, inside }: Row): boolean {
  return (inside.code ?? code) === code && (inside.name ?? name) === name;
}
