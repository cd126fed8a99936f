import { existsSync } from 'node:fs';
import path from 'node:path';
import { spentBeyond } from '../../../domain/safety/backup/series.ts';
import { writeDurably } from '../../../disk/durable.ts';
import { keptMarks } from '../../../store/safety/backup/restore.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import type { Witness } from '../../../store/file/opening/witness.ts';
import { findNewestEntry } from '../../../store/journal/journal.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Ports } from '../../core/ports.ts';

const mark = 'witnessed';

/**
 * Whether a register that had a witness outside its folder has none now: the folder was moved, copied or put back, or the witness was taken away. Nobody
 * knows then which numbers are on paper. A machine that cannot keep one leaves no mark, and is not asked for it.
 */
export function isUnwitnessed({ dataFolder, machineFolder }: Ports, { before }: Witness): boolean {
  return machineFolder !== undefined && before === null && existsSync(path.join(dataFolder, mark));
}

/** Once the witness has spoken. It says no more than that there is one, so it may be older than the register, and goes wherever the folder goes. */
export function markWitnessed({ dataFolder, machineFolder }: Ports): void {
  const file = path.join(dataFolder, mark);
  if (machineFolder === undefined || existsSync(file)) return;
  writeDurably(file, 'A witness of this folder stands outside of it (docs/topics/store.md).\n');
}

/** Before the first thing that somebody does in such a register: the numbers that may be on paper are passed over, once, and F4 asks for what is missing. */
export function passOver(desk: DeskContext): void {
  const since = findNewestEntry(desk.store.db);
  desk.store.write(null, desk.now(), (tx) =>
    tx.append(
      { kind: 'office' },
      {
        type: 'numbers-passed-over',
        since: since === undefined ? desk.nowCivil() : civilOf(since.at),
        spent: spentBeyond(keptMarks(tx.db, desk.now()), null),
      },
    ),
  );
  desk.ports.log.write('numbers-passed-over');
}
