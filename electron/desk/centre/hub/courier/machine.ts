import type { Hello, HubLink, PulledRow } from '../../../../exchange/hub/link.ts';
import { type CentreKey, isSignedRow, openRow, packed, sealRow, unpacked } from '../../../../exchange/hub/seal.ts';
import { knownDesks } from '../../../../store/centre/hub/centre.ts';
import {
  type MachineEntry,
  keepMachineEntries,
  keepMachinePlace,
  machineEntriesAfter,
  machineHash,
  machinePlace,
} from '../../../../store/centre/hub/machine.ts';
import { formatFor } from './format.ts';
import type { Ground } from '../ground.ts';

const mostEntries = 1000;
/** What a machine tells of itself goes now and then: it is a backup, and nobody waits for it. */
const everyMilliseconds = 10 * 60_000;

/** The chain of the machine itself (sign-ins, prints), which lies at the hub for whoever stands in its place one day, and is applied nowhere. */
export function createMachine({ desk, db, keep, centre, keys: keysHere }: Ground) {
  let wentAt = Number.NEGATIVE_INFINITY;

  async function push(link: HubLink, { heads, desks, centre: code }: Hello): Promise<void> {
    const [key] = keysHere();
    if (key === undefined || Math.abs(desk.now() - wentAt) < everyMilliseconds) return;
    const { uuid, seed } = centre();
    const there = heads.find((one) => one.kind === 'machine' && one.desk === uuid)?.seq ?? 0;
    const kept = machinePlace(db);
    // A hub that was set up anew, or one that has more than it said: from where it ends.
    let from = kept.seq === there ? kept : { seq: there, row: 0 };
    for (;;) {
      const prev = machineHash(db, from);
      const { entries, ends } = machineEntriesAfter(db, from, mostEntries);
      const [first, last] = [entries[0], entries.at(-1)];
      if (prev === undefined || first === undefined || last === undefined) break;
      const place = {
        centre: code,
        desk: uuid,
        kind: 'machine' as const,
        firstSeq: first.seq,
        lastSeq: last.seq,
        prev,
      };
      const head = Buffer.from(last.hash, 'hex');
      const open = packed(JSON.stringify({ machine: entries }));
      const row = sealRow({ ...place, head }, open, key, seed, desk.random, formatFor(desks, key.number));
      const answer = await link.append(row);
      // Another machine's story under this one's name, from a copy of the folder: the register tells of that.
      if (answer.is !== 'taken' && answer.is !== 'have') break;
      from = ends;
      keep((into) => keepMachinePlace(into, ends));
      await desk.breathe();
    }
    wentAt = desk.now();
  }

  /**
   * Whether the hub has another story of this machine than stands here, or more of it. Each sign-in is an entry of it, so two computers with one folder differ in it before
   * either has received a file; a machine that was never copied nor put back is never behind.
   */
  function isOther({ heads }: Hello): boolean {
    const { uuid } = centre();
    const there = heads.find((one) => one.kind === 'machine' && one.desk === uuid);
    if (there === undefined || there.seq === 0) return false;
    const kept = machinePlace(db);
    const here = machineHash(db, { seq: there.seq, row: kept.seq <= there.seq ? kept.row : 0 });
    return here?.equals(there.head) !== true;
  }

  /** What the machine before this one told; what cannot be read of it is left, for nothing rests on it. */
  function take({ centre: code }: Hello, row: PulledRow, keys: readonly CentreKey[]): void {
    const sender = knownDesks(db).find(({ uuid }) => uuid === row.desk);
    const key = keys.find(({ keyId }) => keyId === row.keyId);
    if (sender === undefined || key === undefined || !isSignedRow(code, row, sender.publicKey)) return;
    const open = openRow(code, row, key);
    const entries = open === undefined ? undefined : readEntries(unpacked(open));
    if (entries !== undefined) keep((into) => keepMachineEntries(into, row.desk, entries));
  }

  return { push, take, isOther };
}

function readEntries(text: string | undefined): readonly MachineEntry[] | undefined {
  try {
    const { machine } = JSON.parse(text ?? '{}') as { readonly machine?: unknown };
    return Array.isArray(machine) && machine.every(isEntry) ? machine : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is MachineEntry {
  const { seq, at, actor, subject, type, body } = (value ?? {}) as Record<string, unknown>;
  const { kind, name } = (subject ?? {}) as Record<string, unknown>;
  const isPlaced = Number.isSafeInteger(seq) && Number.isSafeInteger(at) && Number.isSafeInteger(kind);
  const isTold = typeof type === 'string' && typeof body === 'string' && (actor === null || typeof actor === 'string');
  if (!isPlaced || !isTold || typeof name !== 'string' || !/^([0-9a-f]{2})*$/.test(name)) return false;
  JSON.parse(body);
  return true;
}
