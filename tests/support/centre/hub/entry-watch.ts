import { openContent, readLoad, readPieces } from '../../../../electron/desk/centre/hub/courier/load.ts';
import type { PulledRow } from '../../../../electron/exchange/hub/link.ts';
import { type CentreKey, openRow } from '../../../../electron/exchange/hub/seal.ts';
import { centreKeys } from '../../../../electron/store/centre/hub/centre.ts';
import type { Db } from '../../../../electron/store/file/db.ts';
import type { Twin } from './twin.ts';

type Row = {
  readonly id: string;
  readonly hash: string;
  readonly type: string;
  readonly at: number;
  readonly actor: string | null;
  readonly body: string;
  readonly isTakenOut: 0 | 1;
};

/** A place in a desk's register that the hub said it took. */
type Taken = { readonly desk: string; readonly seq: number; readonly hash: string };

/** Where a copy parted from the desk that it was: it tells again what it alone has behind that. */
export type Parting = readonly [desk: string, common: number];

/**
 * Remembers, beside the desks, everything that one of them ever committed, and whether anybody has it still: a folder in which somebody works, or the hub in a row that
 * one of them can open. What went with the last of these (a folder that was put away or put back, a copy's computer, a hub that was lost) may be missing at the end; nothing
 * else may.
 */
export function createEntryWatch(centre: string, hub: Pick<Twin, 'rows' | 'blobs'>) {
  /** What each entry says, by its id, which it keeps where it is told again under another name. */
  const said = new Map<string, string>();
  const idOf = new Map<string, string>();
  const taken = new Map<string, Taken>();
  const gone = new Set<string>();
  const lost = new Set<string>();
  const opened = new WeakMap<PulledRow, readonly string[]>();

  function note(db: Db): void {
    if (hashesIn(db).every((hash) => idOf.has(hash))) return;
    for (const row of rowsIn(db)) {
      if (row.isTakenOut === 1 || idOf.has(row.hash)) continue;
      idOf.set(row.hash, row.id);
      if (!said.has(row.id)) said.set(row.id, saidBy(row));
    }
  }

  function heldBy(dbs: readonly Db[]): ReadonlySet<string> {
    const keys = new Map(dbs.flatMap(centreKeys).map((key) => [key.keyId, key]));
    return new Set([...dbs.flatMap(idsIn), ...hub.rows().flatMap((row) => idsOfRow(row, keys))]);
  }

  /** Before something is put away: what nobody has by now, although nothing that had it was put away, was lost by the desks themselves. */
  function look(dbs: readonly Db[]): void {
    const held = heldBy(dbs);
    for (const id of said.keys()) if (!held.has(id) && !gone.has(id)) lost.add(id);
  }

  /** Something was put away, and these files are what is left. How many entries went with it. */
  function settle(dbs: readonly Db[]): number {
    const held = heldBy(dbs);
    const before = gone.size;
    for (const id of said.keys()) if (!held.has(id)) gone.add(id);
    const went = gone.size - before;
    // A folder that was put back may bring what had gone.
    for (const id of gone) if (held.has(id)) gone.delete(id);
    return went;
  }

  function idsOfRow(row: PulledRow, keys: ReadonlyMap<string, CentreKey>): readonly string[] {
    const known = opened.get(row);
    if (known !== undefined) return known;
    const key = keys.get(row.keyId);
    const open = key === undefined || row.kind !== 'register' ? undefined : openRow(centre, row, key);
    if (key === undefined || open === undefined) return [];
    const load = readLoad(open);
    const whole = load !== undefined && 'parts' in load ? piecesOf(load.parts, key) : load;
    const ids = whole?.commits.flatMap(({ entries }) => entries.map(({ id }) => id)) ?? [];
    opened.set(row, ids);
    return ids;
  }

  function piecesOf(parts: readonly string[], key: CentreKey) {
    const pieces = parts.flatMap((sha256) => {
      const blob = hub.blobs().get(sha256);
      return (blob === undefined ? undefined : openContent(centre, sha256, blob, key)) ?? [];
    });
    return pieces.length === parts.length ? readPieces(pieces) : undefined;
  }

  /** What has to be in a file at the end and is not, or is another there: of all that was committed, and of all that the hub took. */
  function missingIn(db: Db, partings: readonly Parting[]): string[] {
    const rows = rowsIn(db);
    const hashes = new Set(rows.map(({ hash }) => hash));
    const here = new Set(rows.map((row) => `${row.id} ${saidBy(row)}`));
    const ids = new Set(rows.map(({ id }) => id));
    const places = Map.groupBy(idOf, ([, id]) => id);
    // A body that was taken out went with its id.
    const isHere = (id: string, words: string): boolean =>
      here.has(`${id} ${words}`) || (!ids.has(id) && places.get(id)?.some(([hash]) => hashes.has(hash)) === true);
    const committed = [...said].filter(([id, words]) => (!gone.has(id) || lost.has(id)) && !isHere(id, words));
    const promised = [...taken.values()].filter(({ desk, seq, hash }) => {
      if (hashes.has(hash)) return false;
      const id = idOf.get(hash) ?? '';
      const isToldAgain = ids.has(id) && partings.some(([of, common]) => of === desk && seq > common);
      return !gone.has(id) && !isToldAgain;
    });
    return [
      ...committed.map(([id, words]) => `committed: ${id} ${words}`),
      ...promised.map(({ desk, seq }) => `taken: ${desk} ${seq}`),
    ];
  }

  return {
    note,
    look,
    settle,
    /** The hub said that it took a row that ends there. */
    took: (one: Taken): void => void taken.set(one.hash, one),
    missingIn,
    /** How many entries have to be in every file, and how many rows the hub took. */
    counts: () => ({ held: said.size - gone.size, taken: taken.size }),
  };
}

/** Of the registers: what happened at a machine stays there. */
const ofRegisters = 'FROM journal LEFT JOIN account USING (account_id) WHERE chain IS NOT 1';

function hashesIn(db: Db): string[] {
  return db.prepare(`SELECT lower(hex(hash)) ${ofRegisters}`).pluck().all() as string[];
}

function idsIn(db: Db): string[] {
  return db.prepare(`SELECT lower(hex(id)) ${ofRegisters}`).pluck().all() as string[];
}

function rowsIn(db: Db): Row[] {
  return db
    .prepare(
      `SELECT lower(hex(id)) AS id, lower(hex(hash)) AS hash, type, at, username AS actor, body, body_digest IS NOT NULL AS isTakenOut ${ofRegisters}`,
    )
    .all() as Row[];
}

/** Whatever changes where an entry is told again: the name of its desk, places in its register, and where both parted. */
function saidBy({ type, at, actor, body }: Row): string {
  const words = type === 'desk-begun' || type === 'body-erased' ? '' : body.replaceAll(names, '·');
  return `${type} ${at} ${actor ?? ''} ${words}`;
}

const names = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.\d+)?/g;
