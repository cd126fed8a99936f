import { randomUUID } from 'node:crypto';
import { type Socket, connect } from 'node:net';
import { fault } from '../../contract/base/fault.ts';
import type { Printer } from '../../contract/common/printing/paper.ts';
import { type RollPrinter, isPrivateAddress } from '../../contract/common/printing/printers.ts';
import type { Bitmap } from '../output/raster.ts';
import { encodePages } from '../output/escpos.ts';
import type { PrintOrder, SpoolState, Spooler, SubmitFault } from './spooler.ts';

/** What a roll printer says of itself, in the order in which it matters to the one who stands before it. */
type RollCondition = 'ready' | 'paper-out' | 'cover-open' | 'printer-offline' | 'printer-silent';

/** `DLE EOT n`: answered at once, whatever the printer is busy with. 1 the printer, 2 why it is away, 4 its paper. */
function statusQuestion(about: 1 | 2 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, about);
}

/** `GS r 1`: answered only when everything sent before it has been printed. */
const whenDone: Uint8Array = Uint8Array.of(0x1d, 0x72, 0x01);

/** Bits that are the same in each answer tell which question it answers; what is neither is noise. */
function isStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

function isDone(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** The condition from the three answers; a question the printer did not answer is undefined. */
function conditionOf(printer: number | undefined, cause: number | undefined, paper: number | undefined): RollCondition {
  if (printer === undefined) return 'printer-silent';
  if (((paper ?? 0) & 0x60) !== 0 || ((cause ?? 0) & 0x20) !== 0) return 'paper-out';
  if (((cause ?? 0) & 0x04) !== 0) return 'cover-open';
  return (printer & 0x08) !== 0 || ((cause ?? 0) & 0x40) !== 0 ? 'printer-offline' : 'ready';
}

/** A conversation with a roll printer. Nothing here throws: what does not come is undefined, what does not go is said. */
type RollLine = {
  /** Sends a question and waits for the byte that answers it. */
  ask(question: Uint8Array, isAnswer: (byte: number) => boolean, ms: number): Promise<number | undefined>;
  /** Sends bytes in pieces; each must be taken within `idleMs`. */
  send(bytes: Uint8Array, idleMs: number): Promise<'sent' | 'stalled' | 'lost'>;
  condition(ms: number): Promise<RollCondition>;
  /** Hangs up after what was sent has gone, or after `ms`. */
  close(ms: number): Promise<void>;
};

const piece = 4096;

/** Calls a printer at its private address, and at no other; undefined where nobody answers in time. */
function callRoll({ host, port }: RollPrinter, connectMs: number): Promise<RollLine | undefined> {
  // Asked here too, whatever was kept: this is the one door through which the desk itself reaches out.
  if (!isPrivateAddress(host)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => done(false), connectMs);
    socket.once('connect', () => done(true)).once('error', () => done(false));

    function done(connected: boolean): void {
      clearTimeout(timer);
      if (connected) socket.setNoDelay(true);
      else socket.destroy();
      resolve(connected ? lineOver(socket) : undefined);
    }
  });
}

function lineOver(socket: Socket): RollLine {
  const listeners = new Set<(byte: number) => void>();
  const ends = new Set<() => void>();
  let lost = false;
  socket.on('data', (bytes: Buffer) => {
    for (const byte of bytes) for (const hear of listeners) hear(byte);
  });
  // An error is followed by the end of the line, which is what counts.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    lost = true;
    for (const end of ends) end();
  });
  return { ask, send, condition, close };

  /** Waits for one of three: the thing itself, the end of the line, or the clock. */
  function race<T>(ms: number, otherwise: { late: T; lost: T }, begin: (settle: (value: T) => void) => () => void) {
    return new Promise<T>((resolve) => {
      if (lost) return resolve(otherwise.lost);
      let stop = (): void => undefined;
      const end = (): void => settle(otherwise.lost);
      const timer = setTimeout(() => settle(otherwise.late), ms);
      ends.add(end);
      stop = begin(settle);

      function settle(value: T): void {
        clearTimeout(timer);
        ends.delete(end);
        stop();
        resolve(value);
      }
    });
  }

  function ask(question: Uint8Array, isAnswer: (byte: number) => boolean, ms: number): Promise<number | undefined> {
    return race<number | undefined>(ms, { late: undefined, lost: undefined }, (settle) => {
      const hear = (byte: number): void => {
        if (isAnswer(byte)) settle(byte);
      };
      listeners.add(hear);
      if (question.length > 0) socket.write(question);
      return () => listeners.delete(hear);
    });
  }

  async function send(bytes: Uint8Array, idleMs: number): Promise<'sent' | 'stalled' | 'lost'> {
    for (let from = 0; from < bytes.length; from += piece) {
      const taken = await race<'sent' | 'stalled' | 'lost'>(idleMs, { late: 'stalled', lost: 'lost' }, (settle) => {
        socket.write(bytes.subarray(from, from + piece), (error) => settle(error ? 'lost' : 'sent'));
        return () => undefined;
      });
      if (taken !== 'sent') return taken;
    }
    return 'sent';
  }

  async function condition(ms: number): Promise<RollCondition> {
    const printer = await ask(statusQuestion(1), isStatus, ms);
    if (printer === undefined) return 'printer-silent';
    const cause = await ask(statusQuestion(2), isStatus, ms);
    return conditionOf(printer, cause, await ask(statusQuestion(4), isStatus, ms));
  }

  async function close(ms: number): Promise<void> {
    await race<void>(ms, { late: undefined, lost: undefined }, () => {
      socket.end();
      return () => undefined;
    });
    socket.destroy();
  }
}

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
 * failure: nothing came out. After it only the printer's own word makes it `printed`, and nothing makes it `failed`: one that ran out of
 * paper keeps what it has, and prints on when somebody puts a new roll in, so that a second paper from elsewhere would be one too many.
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
async function lookAtRoll(printer: RollPrinter, times: RollTimes): Promise<RollCondition | 'printer-unreachable'> {
  const line = await callRoll(printer, times.connectMs);
  if (line === undefined) return 'printer-unreachable';
  const condition = await line.condition(times.statusMs);
  await line.close(times.statusMs);
  return condition;
}

/** It took a part and no more; what stopped it, where it says so. */
async function stalled(line: RollLine, before: RollCondition, times: RollTimes): Promise<SpoolState> {
  const now = before === 'ready' ? await line.condition(times.statusMs) : 'printer-silent';
  return { state: 'unknown', reason: isTrouble(now) ? now : 'printer-stalled' };
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
    if (isTrouble(now)) return { state: 'unknown', reason: now };
  }
  return { state: 'unknown', reason: 'print-unconfirmed' };
}

function isTrouble(condition: RollCondition): boolean {
  return condition === 'paper-out' || condition === 'cover-open' || condition === 'printer-offline';
}

type Looked = { readonly at: number; readonly state: Printer['state']; readonly reason: string | null };

/** A look at a printer holds this long: they take one caller at a time, and have other callers. */
const lookMilliseconds = 10_000;
/** The list waits this long for a first look, and no longer. */
const patienceMilliseconds = 1200;
/** So many jobs are remembered; one that was forgotten is `unknown`. */
const mostJobs = 200;

/**
 * The roll printers an office has set, by raster ESC/POS over its own network. A printer takes one paper after another; what became of
 * each is remembered while the desk runs, and after a restart nobody knows.
 */
export function createRollSpooler(rolls: () => readonly RollPrinter[], given?: Partial<RollTimes>): Spooler {
  const times = boundedTimes(given);
  const jobs = new Map<string, SpoolState>();
  const turns = new Map<string, Promise<void>>();
  const looked = new Map<string, Looked>();
  const looking = new Map<string, Promise<void>>();
  return { list, submit, state, cancel };

  async function list(): Promise<readonly Printer[]> {
    const printers = rolls();
    const fresh = Promise.all(printers.filter((printer) => isDue(printer)).map((printer) => look(printer)));
    if (printers.some(({ name }) => !looked.has(name))) await Promise.race([fresh, patience()]);
    return printers.map(({ name, host, widthMm }) => {
      const seen = looked.get(name);
      const state = turns.has(name) ? 'printing' : (seen?.state ?? 'unknown');
      const reason = turns.has(name) ? null : (seen?.reason ?? null);
      return { name, description: `${name} (${widthMm} mm, ${host})`, state, reason, isDefault: false, isRoll: true };
    });
  }

  function isDue({ name }: RollPrinter): boolean {
    if (turns.has(name) || looking.has(name)) return false;
    return performance.now() - (looked.get(name)?.at ?? -Infinity) > lookMilliseconds;
  }

  function look(printer: RollPrinter): Promise<void> {
    const { name } = printer;
    const look = lookAtRoll(printer, times)
      .finally(() => looking.delete(name))
      .then((condition) => remember(name, condition === 'ready' ? null : condition));
    looking.set(name, look);
    return look;
  }

  function remember(name: string, trouble: string | null): void {
    const state = trouble === null ? 'ready' : trouble === 'printer-silent' ? 'unknown' : 'stopped';
    looked.set(name, { at: performance.now(), state, reason: trouble });
  }

  async function submit(order: PrintOrder): Promise<{ readonly spoolId: string } | SubmitFault> {
    const printer = rolls().find(({ name }) => name === order.printer);
    if (printer === undefined) return fault('printer-missing', { printer: order.printer });
    const { dots } = order;
    if (dots === undefined) return fault('print-refused', { printer: order.printer, reason: 'not-for-roll' });
    const spoolId = randomUUID();
    note(spoolId, { state: 'queued', reason: null });
    inTurn(printer, async () => {
      if (jobs.get(spoolId)?.state !== 'queued') return;
      note(spoolId, { state: 'printing', reason: null });
      const outcome = await printed(printer, dots);
      note(spoolId, outcome);
      remember(printer.name, outcome.state === 'printed' ? null : outcome.reason);
    });
    return { spoolId };
  }

  /** A bug of ours ends one job and not the queue behind it; its words stand with the job. */
  async function printed(printer: RollPrinter, dots: readonly Bitmap[]): Promise<SpoolState> {
    let bytes: Uint8Array | undefined;
    try {
      bytes = await encodePages(dots);
      return await printOnRoll(printer, bytes, times);
    } catch (error) {
      return { state: bytes === undefined ? 'failed' : 'unknown', reason: `bug: ${String(error)}`.slice(0, 200) };
    }
  }

  function inTurn({ name }: RollPrinter, work: () => Promise<void>): void {
    const turn = Promise.allSettled([turns.get(name), looking.get(name)])
      .then(work)
      .finally(() => turns.get(name) === turn && turns.delete(name));
    turns.set(name, turn);
  }

  function note(spoolId: string, outcome: SpoolState): void {
    jobs.set(spoolId, outcome);
    const [oldest] = jobs.keys();
    if (jobs.size > mostJobs && oldest !== undefined) jobs.delete(oldest);
  }

  async function state(spoolId: string): Promise<SpoolState> {
    return jobs.get(spoolId) ?? { state: 'unknown', reason: 'job-vanished' };
  }

  async function cancel(spoolId: string): Promise<SpoolState> {
    if (jobs.get(spoolId)?.state === 'queued') note(spoolId, { state: 'failed', reason: 'cancelled' });
    return state(spoolId);
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
}
