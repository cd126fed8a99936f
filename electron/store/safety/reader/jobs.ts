import type { Db } from '../../file/db.ts';
import type { HowFar } from '../../file/progress.ts';

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

// A thread holds what it was asked for and no more of the house: all of it took 17 MB in each.
const again = () => import('../../books/report/again.ts');
const behind = () => import('../../books/report/behind.ts');
const limits = () => import('../../books/report/limits.ts');
const register = () => import('../../books/register/register.ts');
const report = () => import('../../books/report/report.ts');
const petition = () => import('../../counter/petition/petition.ts');
const settlement = () => import('../../counter/money/settlement.ts');
const wall = () => import('../../counter/work/wall.ts');
const prove = () => import('../verify/prove.ts');

/**
 * What is read beside the desk: long, of one moment, and plain data in and out, for it crosses from one thread to another. Nothing here
 * writes into the office's file. Each is loaded by the thread that is asked for it.
 */
export const jobs = {
  /** The file as it is at this moment, without its log and without holes, as another file. By itself of one moment. */
  copy: async () => (db: Db, to: string) => void db.prepare('VACUUM INTO ?').run(to),
  countedIndex: async () => ofOneMoment((await limits()).countedIndex),
  filesOfList: async () => ofOneMoment((await behind()).filesOfList),
  filesOfReport: async () => ofOneMoment((await behind()).filesOfReport),
  hashAt: async () => ofOneMoment((await prove()).hashAt),
  moved06a: async () => ofOneMoment((await again()).moved06a),
  moved07a: async () => ofOneMoment((await again()).moved07a),
  movedIndex: async () => ofOneMoment((await limits()).movedIndex),
  movedCut: async () => ofOneMoment((await again()).movedCut),
  petitionVolume: async () => ofOneMoment((await petition()).petitionVolume),
  // Half of what a copy is believed for: every link of the journal. The other half is looked at beside it.
  proveChains: async () => {
    const { walkChains } = await import('../verify/chains.ts');
    return ofOneMoment((db: Db, _nothing: null) => walkChains(db));
  },
  proveRows: async () => {
    const { proveRows } = await prove();
    return ofOneMoment((db: Db, _nothing: null) => proveRows(db));
  },
  registerPage: async () => ofOneMoment((await register()).registerPage),
  report06a: async () => ofOneMoment((await report()).report06a),
  report07a: async () => ofOneMoment((await report()).report07a),
  reportCut: async () => ofOneMoment((await report()).reportCut),
  settlement: async () => ofOneMoment((await settlement()).settlementOf),
  stateHash: async () => {
    const { stateHash } = await import('../verify/state-hash.ts');
    return ofOneMoment((db: Db, _nothing: null) => stateHash(db));
  },
  unpaid: async () => ofOneMoment((await settlement()).unpaidOf),
  wall: async () => ofOneMoment((await wall()).wallOf),
  wallFiles: async () => ofOneMoment((await wall()).wallFiles),
  verify: async () => {
    const { verifyStore } = await import('../verify/verify.ts');
    return ofOneMoment((db: Db, _nothing: null) => verifyStore(db));
  },
} as const satisfies Readonly<Record<string, () => Promise<(db: Db, input: never, tell: HowFar) => unknown>>>;

type Jobs = { readonly [N in keyof typeof jobs]: Awaited<ReturnType<(typeof jobs)[N]>> };
export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[1];
export type JobOutput<N extends JobName> = ReturnType<Jobs[N]>;
