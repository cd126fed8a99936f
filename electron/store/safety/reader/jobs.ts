import type { Db } from '../../file/db.ts';
import { petitionVolume } from '../../counter/petition/petition.ts';
import { settlementOf, unpaidOf } from '../../counter/money/settlement.ts';
import type { HowFar } from '../../file/how-far.ts';
import { moved06a, moved07a, movedCut } from '../../books/report/again.ts';
import { filesOfList, filesOfReport } from '../../books/report/behind.ts';
import { countedIndex, movedIndex } from '../../books/report/limits.ts';
import { report06a, report07a, reportCut } from '../../books/report/report.ts';
import { wallFiles, wallOf } from '../../counter/work/wall.ts';
import { walkChains } from '../verify/chains.ts';
import { hashAt, proveRows } from '../verify/prove.ts';
import { stateHash } from '../verify/state-hash.ts';
import { verifyStore } from '../verify/verify.ts';

/** All that is read within is of one moment. */
function ofOneMoment<Input, Output>(
  read: (db: Db, input: Input, tell: HowFar) => Output,
): (db: Db, input: Input, tell: HowFar) => Output {
  return (db, input, tell) => {
    db.exec('BEGIN');
    try {
      return read(db, input, tell);
    } finally {
      db.exec('COMMIT');
    }
  };
}

/**
 * What is read beside the desk: long, of one moment, and plain data in and out, for it crosses from one thread to another. Nothing here
 * writes into the office's file.
 */
export const jobs = {
  /** The file as it is at this moment, without its log and without holes, as another file. By itself of one moment. */
  copy: (db: Db, to: string) => void db.prepare('VACUUM INTO ?').run(to),
  countedIndex: ofOneMoment(countedIndex),
  filesOfList: ofOneMoment(filesOfList),
  filesOfReport: ofOneMoment(filesOfReport),
  hashAt: ofOneMoment(hashAt),
  moved06a: ofOneMoment(moved06a),
  moved07a: ofOneMoment(moved07a),
  movedIndex: ofOneMoment(movedIndex),
  movedCut: ofOneMoment(movedCut),
  petitionVolume: ofOneMoment(petitionVolume),
  // Half of what a copy is believed for: every link of the journal. The other half is looked at beside it.
  proveChains: ofOneMoment((db: Db, _nothing: null) => walkChains(db)),
  proveRows: ofOneMoment((db: Db, _nothing: null) => proveRows(db)),
  report06a: ofOneMoment(report06a),
  report07a: ofOneMoment(report07a),
  reportCut: ofOneMoment(reportCut),
  settlement: ofOneMoment(settlementOf),
  stateHash: ofOneMoment((db: Db, _nothing: null) => stateHash(db)),
  unpaid: ofOneMoment(unpaidOf),
  wall: ofOneMoment(wallOf),
  wallFiles: ofOneMoment(wallFiles),
  verify: ofOneMoment((db: Db, _nothing: null) => verifyStore(db)),
} as const satisfies Readonly<Record<string, (db: Db, input: never, tell: HowFar) => unknown>>;

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[1];
export type JobOutput<N extends JobName> = ReturnType<Jobs[N]>;
