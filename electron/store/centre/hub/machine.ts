import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { chainCode, chainStart } from '../../journal/chain.ts';
import { ownDeskId } from '../../journal/journal.ts';

/** An entry of a machine's own chain (a sign-in, a print) as it lies at the hub: nobody applies it, somebody may read it. Bytes in hexadecimal. */
export type MachineEntry = {
  readonly seq: number;
  readonly at: number;
  readonly actor: string | null;
  readonly subject: { readonly kind: number; readonly name: string };
  readonly type: string;
  readonly body: string;
  readonly hash: string;
};

/** How far the machine's chain is at the hub, and the row of the journal in which that entry lies. */
export type MachinePlace = { readonly seq: number; readonly row: number };

type Row = Omit<MachineEntry, 'subject' | 'hash'> & {
  readonly row: number;
  readonly kind: number;
  readonly name: Buffer;
  readonly hash: Buffer;
};

const columns = `journal.seq AS row, desk_seq AS seq, at, username AS actor, kind, name, type, body, hash`;
const own = `FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
  WHERE journal.seq > ? AND +desk_id = ? AND chain = ${chainCode.machine}`;

/** The next entries of this machine's chain behind a place, with where they end. */
export function machineEntriesAfter(
  db: Db,
  { seq, row }: MachinePlace,
  most: number,
): { readonly entries: readonly MachineEntry[]; readonly ends: MachinePlace } {
  const rows = prepared(db, `SELECT ${columns} ${own} AND desk_seq > ? ORDER BY journal.seq LIMIT ?`).all(
    row,
    ownDeskId(db),
    seq,
    most,
  ) as Row[];
  const last = rows.at(-1);
  return {
    entries: rows.map(({ row: _row, kind, name, hash, ...entry }) => ({
      ...entry,
      subject: { kind, name: name.toString('hex') },
      hash: hash.toString('hex'),
    })),
    ends: last === undefined ? { seq, row } : { seq: last.seq, row: last.row },
  };
}

/** The hash of an entry of this machine's chain; that of the beginning for none, undefined where it is not here. */
export function machineHash(db: Db, { seq, row }: MachinePlace): Buffer | undefined {
  if (seq === 0) return chainStart;
  const find = `SELECT hash FROM journal WHERE seq >= ? AND +desk_id = ? AND chain = ${chainCode.machine} AND desk_seq = ? ORDER BY seq LIMIT 1`;
  return preparedValue(db, find).get(row, ownDeskId(db), seq) as Buffer | undefined;
}

/** How far this machine's chain is here. */
export function machineHead(db: Db): number {
  const find = `SELECT desk_seq FROM chain WHERE desk_id = ? AND kind = ${chainCode.machine}`;
  return (preparedValue(db, find).get(ownDeskId(db)) as number | undefined) ?? 0;
}

export function machinePlace(db: Db): MachinePlace {
  return prepared(db, 'SELECT machine_seq AS seq, machine_row AS row FROM hub_centre').get() as MachinePlace;
}

export function keepMachinePlace(db: Db, { seq, row }: MachinePlace): void {
  prepared(db, 'UPDATE hub_centre SET machine_seq = ?, machine_row = ?').run(seq, row);
}

/** Keeps what another machine told of itself, beside this file's own journal. */
export function keepMachineEntries(db: Db, uuid: string, entries: readonly MachineEntry[]): void {
  const put = prepared(
    db,
    'INSERT INTO hub_machine (uuid, seq, at, actor, kind, name, type, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { seq, at, actor, subject, type, body } of entries)
    put.run(uuid, seq, at, actor, subject.kind, Buffer.from(subject.name, 'hex'), type, body);
}

/** How far the chains of other machines are here. */
export function machinesHere(db: Db): readonly { readonly desk: string; readonly seq: number }[] {
  return prepared(db, 'SELECT uuid AS desk, max(seq) AS seq FROM hub_machine GROUP BY uuid').all() as {
    desk: string;
    seq: number;
  }[];
}
