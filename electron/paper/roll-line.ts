import { type Socket, connect } from 'node:net';
import { type RollPrinter, isPrivateAddress } from '../contract/printing/printers.ts';
import { type RollCondition, conditionOf, isStatus, statusQuestion } from './roll-status.ts';

/** A conversation with a roll printer. Nothing here throws: what does not come is undefined, what does not go is said. */
export type RollLine = {
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
export function callRoll({ host, port }: RollPrinter, connectMs: number): Promise<RollLine | undefined> {
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
