import type { PrintState } from '../../../contract/common/printing/paper.ts';

/** What a spooler can say of a job it was given. */
export type SpoolOutcome = 'queued' | 'printing' | 'printed' | 'failed' | 'unknown';

/** Who says so: the spooler, or a person who looked into the tray. */
export type PrintWitness = 'spooler' | 'person';

/**
 * The moves of a print job. A machine never takes back what it or a person has settled; a person may say of a lost job that the paper
 * came out. A reprint is a new job and leaves the old one void, so that no paper exists that is not in the list.
 */
const moves: Readonly<Record<PrintState, Readonly<Record<PrintWitness, readonly PrintState[]>>>> = {
  queued: { spooler: ['spooled', 'failed', 'unknown'], person: ['void'] },
  spooled: { spooler: ['printed', 'failed', 'unknown'], person: ['printed', 'void'] },
  printed: { spooler: [], person: ['handed-over', 'void'] },
  failed: { spooler: [], person: ['printed', 'void'] },
  unknown: { spooler: ['printed', 'failed'], person: ['printed', 'void'] },
  'handed-over': { spooler: [], person: [] },
  void: { spooler: [], person: [] },
};

/** Whether a print job may go from one state to another on this witness's word. */
export function mayMovePrint(from: PrintState, to: PrintState, witness: PrintWitness): boolean {
  return moves[from][witness].includes(to);
}

/** The state after the spooler was asked: while it waits or prints the job stays as it is, and what is settled stays settled. */
export function afterReading(state: PrintState, outcome: SpoolOutcome): PrintState {
  if (outcome === 'queued' || outcome === 'printing') return state;
  return mayMovePrint(state, outcome, 'spooler') ? outcome : state;
}

/** What stays in the red tray until a person settles it. */
export function needsAttention(state: PrintState): boolean {
  return state === 'failed' || state === 'unknown';
}

/** Whether a sheet of it is known to be in the world: what failed, waits or was lost is not. */
export function cameOut({ state }: { readonly state: PrintState }): boolean {
  return state === 'printed' || state === 'handed-over';
}
