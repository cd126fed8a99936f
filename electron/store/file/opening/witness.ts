import { hash } from 'node:crypto';
import { closeSync, fdatasync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, share, unlinked } from '../../../disk/shared.ts';
import type { Mark } from '../../../domain/safety/backup/series.ts';

/** How far a register had gone: its last entry, and the last number of each series that may be on paper. */
export type Testimony = {
  /** The UUID of the desk whose chain it is. */
  readonly desk: string;
  readonly seq: number;
  readonly hash: string;
  /** The same of what happened at the machine; a witness of an earlier version says nothing of it, for it was one chain then. */
  readonly machine?: { readonly seq: number; readonly hash: string } | undefined;
  readonly marks: readonly Mark[];
  /** Two people keep the office, or did once; never taken back by what is said later, for a register put back from before they did does not know. */
  readonly two?: boolean | undefined;
};

export type Witness = {
  /** What it said when it was opened; null where it said nothing. */
  readonly before: Testimony | null;
  /**
   * Says how far the register is now. `at-once` is on disk when this returns; `beside` is handed to the disk, which goes on beside
   * the answer; `soon` within two seconds.
   */
  note(said: Testimony, when: When): void;
  close(): void;
};

type When = 'at-once' | 'beside' | 'soon';

const slotBytes = 4096;
const digestBytes = 64;
const soon = 2000;
/** The newest of each kind: numbers run by the day, and the days before have their own entries in every backup. */
const mostMarks = 40;

type Places = {
  /** The first that says anything is believed. */
  readonly readFrom: readonly string[];
  /** Asked before the first word is written: only then is it known what office this is. */
  readonly writeTo: () => string;
  /** A witness that cannot be read or written keeps nobody from working; somebody has to be told. */
  readonly failed: (error: unknown) => void;
  /** Told once, when its first word is on disk. */
  readonly wrote?: () => void;
};

/**
 * A small file outside the data: two slots, of which the older is written over once the newer is on the disk, so that one of them is always
 * whole. It is written after the commit and before any answer or printer hears of a number, so it is never ahead of the register, and a
 * register that is behind it is an older one. What is told beside the answer is with the system when the answer goes, and on the disk before
 * the next is told: a power cut leaves it one commit behind at most (ADR 39). It is no proof against whoever puts both back.
 */
export function openWitness({ readFrom, writeTo, failed, wrote = () => undefined }: Places): Witness {
  const slots =
    readFrom.map((path) => readSlots(path, failed)).find((found) => found.some((slot) => slot !== undefined)) ?? [];
  let generation = Math.max(0, ...slots.map((slot) => slot?.generation ?? 0));
  const before = slots.find((slot) => slot?.generation === generation)?.said ?? null;
  const marks = new Map((before?.marks ?? []).map(({ series, last }) => [series, last]));
  let two = before?.two === true;
  let waiting: Testimony | undefined;
  let timer: NodeJS.Timeout | undefined;
  let handle: number | undefined;
  let hasSpoken = false;
  /** The disk is about to be asked. */
  let asking: NodeJS.Immediate | undefined;
  /** How often the disk is being asked. */
  let inFlight = 0;
  /** What was handed to the disk last may not lie on it yet. */
  let isOnItsWay = false;

  function write(said: Testimony, how: 'at-once' | 'beside'): void {
    try {
      handle ??= open(writeTo());
      // The slot that is written over now is the whole one, until the other is on the disk.
      if (isOnItsWay) syncNow(handle);
      generation += 1;
      const text = textOf({ generation, said });
      writeSync(handle, text, (generation % 2) * slotBytes, 'utf8');
      if (how === 'beside' && hasSpoken) return syncSoon(handle, generation);
      syncNow(handle);
      if (!hasSpoken) wrote();
      hasSpoken = true;
    } catch (error) {
      failed(error);
    }
  }

  /** Behind the answer: waking the thread that asks costs the one who answers up to a millisecond where the processor is busy. */
  function syncSoon(file: number, written: number): void {
    isOnItsWay = true;
    asking = setImmediate(() => {
      asking = undefined;
      inFlight += 1;
      fdatasync(file, (error) => {
        inFlight -= 1;
        if (written === generation) isOnItsWay = false;
        if (handle === undefined && inFlight === 0) closeSync(file);
        else if (error !== null) failed(error);
      });
    });
  }

  function syncNow(file: number): void {
    clearImmediate(asking);
    asking = undefined;
    fdatasyncSync(file);
    isOnItsWay = false;
  }

  function flush(how: 'at-once' | 'beside'): void {
    clearTimeout(timer);
    timer = undefined;
    const said = waiting;
    waiting = undefined;
    if (said !== undefined) write(said, how);
  }

  function gather(said: Testimony): Testimony {
    for (const { series, last } of said.marks) {
      const most = Math.max(last, marks.get(series) ?? 0);
      // Put last again: the oldest are the first to be forgotten.
      marks.delete(series);
      marks.set(series, most);
    }
    while (marks.size > mostMarks) marks.delete(marks.keys().next().value ?? '');
    two ||= said.two === true;
    const all = [...marks].map(([series, last]) => ({ series, last }));
    return { ...said, marks: all, ...(two ? { two } : {}) };
  }

  return {
    before,
    note(said, when) {
      waiting = gather(said);
      if (when === 'soon') timer ??= setTimeout(() => flush('at-once'), soon).unref();
      else flush(when);
    },
    close() {
      flush('at-once');
      if (handle === undefined) return;
      try {
        if (isOnItsWay) syncNow(handle);
      } catch (error) {
        failed(error);
      }
      // The disk may still be asked about a file by its number: whoever asked last closes it.
      if (inFlight === 0) closeSync(handle);
      handle = undefined;
    },
  };
}

function open(path: string): number {
  makeFolder(dirname(path));
  try {
    return openSync(path, unlinked.update);
  } catch (error) {
    // One that is there and does not open is not to be emptied.
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    const handle = openSync(path, 'wx+', 0o600);
    share(path);
    return handle;
  }
}

type Slot = { readonly generation: number; readonly said: Testimony };

function textOf(slot: Slot): string {
  const text = JSON.stringify(slot);
  return `${digestOf(text)}${text}`.padEnd(slotBytes - 1).concat('\n');
}

function readSlots(path: string, failed: Places['failed']): (Slot | undefined)[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') failed(error);
    return [];
  }
  return [0, 1].map((nth) => {
    const text = bytes.toString('utf8', nth * slotBytes, (nth + 1) * slotBytes).trimEnd();
    const said = text.slice(digestBytes);
    return digestOf(said) === text.slice(0, digestBytes) ? (JSON.parse(said) as Slot) : undefined;
  });
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
