import type { RollPrinter } from '../contract/printing/printers.ts';
import { type RollLine, callRoll } from './roll-line.ts';
import { type RollCondition, isDone, whenDone } from './roll-status.ts';
import type { SpoolState } from './spooler.ts';

/** How long to wait, in milliseconds; each is held between a twentieth of a second and a minute. */
export type RollTimes = {
  /** For the printer to pick up. */
  readonly connectMs: number;
  /** For an answer about its condition. */
  readonly statusMs: number;
  /** For it to take the next piece: a slow printer takes its time, a stuck one takes nothing. */
  readonly idleMs: number;
  /** For it to say that all is printed. */
  readonly doneMs: number;
};

const usual: RollTimes = { connectMs: 3000, statusMs: 800, idleMs: 15_000, doneMs: 20_000 };

export function boundedTimes(given: Partial<RollTimes> = {}): RollTimes {
  const held = (ms: number): number => Math.min(60_000, Math.max(50, Math.round(ms)));
  const { connectMs, statusMs, idleMs, doneMs } = { ...usual, ...given };
  return { connectMs: held(connectMs), statusMs: held(statusMs), idleMs: held(idleMs), doneMs: held(doneMs) };
}

/**
 * Sends a paper to a roll printer and says what became of it. Before the first byte a printer without paper, with its cover open or away is a
 * failure: nothing came out. After it only the printer's own word makes it `printed`, and only its word makes it `failed`; silence and a
 * broken line are `unknown`, since nobody can tell how much of it came out.
 */
export async function printOnRoll(printer: RollPrinter, bytes: Uint8Array, times: RollTimes): Promise<SpoolState> {
  const line = await callRoll(printer, times.connectMs);
  if (line === undefined) return { state: 'failed', reason: 'printer-unreachable' };
  try {
    const before = await line.condition(times.statusMs);
    if (before !== 'ready' && before !== 'printer-silent') return { state: 'failed', reason: before };
    const sent = await line.send(bytes, times.idleMs);
    if (sent === 'lost') return { state: 'unknown', reason: 'line-lost' };
    if (sent === 'stalled') return await stalled(line, before, times);
    return before === 'printer-silent' ? await silent(line, times) : await followed(line, times);
  } finally {
    await line.close(times.statusMs);
  }
}

/** How the printer is now, without printing anything. */
export async function lookAtRoll(
  printer: RollPrinter,
  times: RollTimes,
): Promise<RollCondition | 'printer-unreachable'> {
  const line = await callRoll(printer, times.connectMs);
  if (line === undefined) return 'printer-unreachable';
  const condition = await line.condition(times.statusMs);
  await line.close(times.statusMs);
  return condition;
}

/** It took a part and no more: out of paper in the middle is a paper that did not come out whole. */
async function stalled(line: RollLine, before: RollCondition, times: RollTimes): Promise<SpoolState> {
  const now = before === 'ready' ? await line.condition(times.statusMs) : 'printer-silent';
  return isTrouble(now) ? { state: 'failed', reason: now } : { state: 'unknown', reason: 'printer-stalled' };
}

/** One that never answered may still say that it is done; if not, a person looks. */
async function silent(line: RollLine, { statusMs }: RollTimes): Promise<SpoolState> {
  const done = await line.ask(whenDone, isDone, statusMs);
  return done === undefined ? { state: 'unknown', reason: 'printer-silent' } : { state: 'printed', reason: null };
}

/** Waits for the printer to say that all is printed, and looks in between whether it has stopped. */
async function followed(line: RollLine, { statusMs, doneMs }: RollTimes): Promise<SpoolState> {
  let question = whenDone;
  for (let waited = 0; waited < doneMs; waited += statusMs) {
    if ((await line.ask(question, isDone, statusMs)) !== undefined) return { state: 'printed', reason: null };
    question = new Uint8Array();
    const now = await line.condition(statusMs);
    if (isTrouble(now)) return { state: 'failed', reason: now };
  }
  return { state: 'unknown', reason: 'print-unconfirmed' };
}

function isTrouble(condition: RollCondition): boolean {
  return condition === 'paper-out' || condition === 'cover-open' || condition === 'printer-offline';
}
