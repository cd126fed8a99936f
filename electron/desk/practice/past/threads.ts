import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import { chainCode } from '../../../store/journal/chain.ts';
import type { Author, MadeEntry } from '../../../store/journal/make-entry.ts';
import { type PastPlan, pastDays } from './past.ts';

/**
 * A day's entries as they cross from one thread to another: two buffers that change hands and a list of texts. A copy of so many objects,
 * each with its own little buffers, took longer than making them.
 */
export type PackedDay = {
  /** Seven numbers an entry: desk, its sequence, clock, time, kind of subject, type, author. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** 64 bytes an entry: id, hash, the subject's name. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bodies: readonly string[];
  readonly types: readonly string[];
  readonly authors: readonly Author[];
};

const numbersEach = 7;
const bytesEach = 64;
const hashAt = 16;
const nameAt = 48;

export function packDay(entries: readonly MadeEntry[]): PackedDay {
  const numbers = new Float64Array(entries.length * numbersEach);
  const bytes = new Uint8Array(entries.length * bytesEach);
  const types: string[] = [];
  const authors: Author[] = [];
  entries.forEach(({ id, deskId, deskSeq, clock, at, author, subject, type, hash, chain }, index) => {
    if (subject.name.length !== bytesEach - nameAt) throw new Error('only subjects named by a UUID are handed over');
    if (chain !== chainCode.register) throw new Error('only entries of the register are handed over');
    numbers.set(
      [deskId, deskSeq, clock, at, subject.kind, placeOf(types, type), placeOf(authors, author)],
      index * numbersEach,
    );
    bytes.set(id, index * bytesEach);
    bytes.set(hash, index * bytesEach + hashAt);
    bytes.set(subject.name, index * bytesEach + nameAt);
  });
  return { numbers, bytes, bodies: entries.map(({ body }) => body), types, authors };
}

function unpackDay({ numbers, bytes, bodies, types, authors }: PackedDay): MadeEntry[] {
  const all = Buffer.from(bytes.buffer);
  return bodies.map((body, index) => {
    const number = (which: number) => numbers[index * numbersEach + which] as number;
    const from = index * bytesEach;
    return {
      id: all.subarray(from, from + hashAt),
      deskId: number(0),
      deskSeq: number(1),
      clock: number(2),
      at: number(3),
      author: authors[number(6)] ?? null,
      subject: { kind: number(4), name: all.subarray(from + nameAt, from + bytesEach) },
      type: types[number(5)] as string,
      body,
      // A past is told of the register, by desks that have seen no other.
      chain: chainCode.register,
      step: 0,
      seen: null,
      bodyDigest: null,
      hash: all.subarray(from + hashAt, from + nameAt),
    };
  });
}

/** Its place in a short list, to which it is added when it is new. */
function placeOf<T>(list: T[], item: T): number {
  const found = list.indexOf(item);
  return found === -1 ? list.push(item) - 1 : found;
}

/** The days of a past, whoever makes them. `end` is called however it went, and resolves when no other thread is left. */
export type Past = { readonly days: Iterable<readonly MadeEntry[]>; end(): Promise<void> };

export type FromThread =
  | { readonly is: 'day'; readonly day: PackedDay }
  | { readonly is: 'done' }
  | { readonly is: 'broken'; readonly error: unknown };

/** What the two threads count together: days sent, days taken, and whether the maker has ended. */
export const counter = { sent: 0, taken: 1, ended: 2 } as const;

/** Days that wait to be written: enough that neither thread stands still, few enough to weigh nothing. */
export const daysAhead = 4;

export type Handed = { readonly plan: PastPlan; readonly port: MessagePort; readonly counts: Int32Array };
type MessagePort = InstanceType<typeof MessageChannel>['port1'];

const workerFile = new URL('./past-worker.ts', import.meta.url);

/**
 * Whether the maker can be started on a thread of its own. Bundled for Electron the house is one file and the maker has none:
 * there the days are made in line, by the same code.
 */
function canBeApart(): boolean {
  return existsSync(fileURLToPath(workerFile));
}

export function openPast(plan: PastPlan, apart: boolean): Past {
  return apart && canBeApart() ? pastApart(plan) : { days: pastDays(plan), end: async () => undefined };
}

/** How long nothing may come, in milliseconds, and how often in a row: a computer that slept lets one wait end early. */
const patience = { wait: 30_000, times: 4 };

function pastApart(plan: PastPlan): Past {
  const { port1, port2 } = new MessageChannel();
  const counts = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(workerFile, {
    workerData: { plan, port: port2, counts },
    transferList: [port2],
    // A day's entries live until it is packed: with room for several days few of them are ever moved.
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  // What goes wrong there is told over the port, or by `ended`: this thread does not listen while it writes.
  worker.on('error', () => undefined);

  /** Waits without giving way, for what is being written is one transaction, and nothing else may happen within it. */
  function next(): FromThread {
    for (let waited = 0; waited < patience.times;) {
      const sent = Atomics.load(counts, counter.sent);
      const ended = Atomics.load(counts, counter.ended) === 1;
      const received = receiveMessageOnPort(port1);
      if (received !== undefined) return received.message;
      if (ended) break;
      if (Atomics.wait(counts, counter.sent, sent, patience.wait) === 'timed-out') waited += 1;
    }
    throw new Error('the thread that makes the days has ended');
  }

  function* days(): Generator<readonly MadeEntry[]> {
    for (;;) {
      const message = next();
      if (message.is === 'done') return;
      if (message.is === 'broken') throw message.error;
      yield unpackDay(message.day);
      Atomics.add(counts, counter.taken, 1);
      Atomics.notify(counts, counter.taken);
    }
  }

  async function end(): Promise<void> {
    port1.close();
    await worker.terminate();
  }

  return { days: days(), end };
}
