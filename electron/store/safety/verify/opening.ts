import { type Fault, fault } from '../../../contract/base/fault.ts';
import { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import type { Testimony } from '../../file/opening/witness.ts';
import { type ChainKind, chainCode } from '../../journal/chain.ts';
import { ofThisOffice } from '../../journal/subject.ts';
import { findCatalogueVersion, findOffice } from '../../common/office/settings.ts';
import { catalogueFinding } from './checks/catalogues.ts';
import { walkChains } from './chains.ts';
import { schemaFindings } from './schema.ts';

/** Links looked at when a file is opened: what was written last is what a power cut or a careless hand meets. */
const lastLinks = 500;

/**
 * What is wrong with a file that opened, as far as a tenth of a second shows; null where nothing is. The whole of it is looked at later, by
 * `verify`, beside the desk's work.
 */
export function openingFinding(db: Db): string | null {
  const schema = schemaFindings(db);
  if (schema.length > 0) return schema[0] ?? null;
  const last = preparedValue(db, 'SELECT coalesce(max(seq), 0) FROM journal').get() as number;
  const { broken } = walkChains(db, Math.max(0, last - lastLinks));
  return broken[0] ?? settingsFinding(db) ?? workedBy(db);
}

/** What everything else is worked out from. Settings of an older version may lack what came later, and never this. */
function settingsFinding(db: Db): string | null {
  const rows = prepared(db, 'SELECT name, json_valid(value) AS valid FROM setting').all() as {
    name: string;
    valid: number;
  }[];
  const unreadable = rows.find(({ valid }) => valid === 0);
  if (unreadable !== undefined) return `setting ${unreadable.name} cannot be read`;
  const office = findOffice(db);
  if (office === undefined) {
    const setUp = preparedValue(
      db,
      `SELECT 1 FROM journal WHERE ${ofThisOffice} AND type = 'office-set-up' LIMIT 1`,
    ).get();
    return setUp === undefined ? null : 'setting office is missing';
  }
  const needed = OfficeSettings.pick({
    unitCode: true,
    desk: true,
    otherDesks: true,
    hours: true,
    centreName: true,
  }).strip();
  return needed.safeParse(office).success ? null : 'setting office is not an office';
}

/** The adopted catalogue is kept in rows, and its hash in the journal: fees and terms of receipts hang on these rows. */
function workedBy(db: Db): string | null {
  const version = findCatalogueVersion(db);
  return version === undefined ? null : catalogueFinding(db, version);
}

/** Whether a file is at least as far as the witness saw it, and the same up to there. */
export function witnessFault(db: Db, said: Testimony): Fault<'store-older' | 'store-branched'> | null {
  const { desk, machine } = said;
  return (
    chainFault(db, desk, 'register', said) ?? (machine === undefined ? null : chainFault(db, desk, 'machine', machine))
  );
}

function chainFault(
  db: Db,
  desk: string,
  kind: ChainKind,
  said: Pick<Testimony, 'seq' | 'hash'>,
): Fault<'store-older' | 'store-branched'> | null {
  // Nothing had been told in it.
  if (said.seq === 0) return null;
  const row = prepared(
    db,
    `SELECT desk_seq AS seq, hash FROM journal JOIN desk USING (desk_id)
      WHERE uuid = ? AND coalesce(chain, ${chainCode.register}) = ? AND desk_seq <= ? ORDER BY journal.seq DESC LIMIT 1`,
  ).get(desk, chainCode[kind], said.seq) as { seq: number; hash: Buffer } | undefined;
  if (row === undefined || row.seq < said.seq) return fault('store-older', { known: said.seq, found: row?.seq ?? 0 });
  return row.hash.toString('hex') === said.hash ? null : fault('store-branched', { known: said.seq });
}
