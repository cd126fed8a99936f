import { catalogueContent, hashOfCatalogue, isCatalogueHere, keepCatalogue } from '../catalogue/catalogue.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { officeRow } from './subject.ts';

const sha256Text = /^[0-9a-f]{64}$/;

/** The entries that name a catalogue by what stands in it, in SQL: the product's, and single procedures that files were received by. */
export const adopting = "type IN ('catalogue-adopted', 'procedure-adopted')";

const told = `FROM journal JOIN desk USING (desk_id) WHERE subject_id = ${officeRow} AND ${adopting}`;

/** The hashes that a version was adopted under, by whatever desk, first to last. More than one: two lists of one name, which are two catalogues. */
export function hashesOfVersion(db: Db, version: string): string[] {
  return preparedValue(
    db,
    `SELECT body ->> '$.sha256' ${told} AND body ->> '$.version' = ? GROUP BY 1 ORDER BY min(seq)`,
  ).all(version) as string[];
}

/**
 * What a desk's entries call a catalogue, as it is called in this file. The name says it alone where it names one content, as on every island. Where
 * two desks adopted two lists under one version, the one that is kept here under it has that name, and the other goes by its hash. A hash that nothing
 * here has is given back as it is: that catalogue is not here.
 */
export function catalogueNameHere(db: Db, desk: string, name: string): string {
  const meant = sha256Text.test(name) ? name : hashMeant(db, desk, name);
  if (meant === undefined) return name;
  const versions = preparedValue(db, `SELECT DISTINCT body ->> '$.version' ${told} AND body ->> '$.sha256' = ?`).all(
    meant,
  ) as string[];
  return versions.find((version) => isContentOf(db, version, meant)) ?? meant;
}

/** Undefined where the version is one content, whoever speaks, and is kept under it: what came before anybody named it stands under its hash. */
function hashMeant(db: Db, desk: string, version: string): string | undefined {
  const hashes = hashesOfVersion(db, version);
  if (hashes.length < 2) return isCatalogueHere(db, version) ? undefined : hashes[0];
  const own = preparedValue(
    db,
    `SELECT body ->> '$.sha256' ${told} AND body ->> '$.version' = ? AND uuid = ? ORDER BY seq DESC LIMIT 1`,
  ).get(version, desk) as string | undefined;
  return own ?? hashes[0];
}

function isContentOf(db: Db, version: string, sha256: string): boolean {
  const procedures = catalogueContent(db, version);
  return procedures.length > 0 && hashOfCatalogue(procedures) === sha256;
}

/** A catalogue that came before anybody named it is called by its version from here on, as everywhere, unless that is another list here. */
export function callByVersion(
  db: Db,
  { version, sha256 }: { readonly version?: unknown; readonly sha256?: unknown },
): void {
  if (typeof version !== 'string' || typeof sha256 !== 'string' || version === sha256) return;
  if (isCatalogueHere(db, version) || !isContentOf(db, sha256, sha256)) return;
  prepared(db, 'UPDATE catalogue_procedure SET catalogue_version = ? WHERE catalogue_version = ?').run(version, sha256);
}

/** Takes in a catalogue of another desk under its version, or under its hash where that version is another list here. */
export function takeCatalogue(db: Db, sha256: string, procedures: readonly unknown[]): void {
  const [version = sha256] = preparedValue(
    db,
    `SELECT DISTINCT body ->> '$.version' ${told} AND body ->> '$.sha256' = ?`,
  ).all(sha256) as string[];
  const name = catalogueContent(db, version).length === 0 || isContentOf(db, version, sha256) ? version : sha256;
  keepCatalogue(
    db,
    name,
    procedures.map((body) => ({ ...(body as { readonly code: string; readonly name: string }), body })),
  );
}
