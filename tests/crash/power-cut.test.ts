import Database from 'better-sqlite3';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newClient } from '../../electron/desk/core/session/client.ts';
import { createDesk } from '../../electron/desk/desk.ts';
import { printedNumber } from '../../electron/domain/base/numbering.ts';
import { seeded } from '../support/data/seeded.ts';
import { newFolder } from '../support/desk/folder.ts';
import { fakePrinter, monday, openPracticeDesk, openTestDesk, portsOf, reception } from '../support/desk/test-desk.ts';

/**
 * Every byte that one reception writes is known, and what was written since the last sync may be on the disk or not, sector by sector and in any
 * order. Each state of that kind is what a machine may find when the power comes back: the case wholly or not at all, wholly where it
 * was synced, nothing else changed, and no number given twice.
 */
const sector = 512;
/** States of one reception and log; more are tried by `POWER_CUTS`. */
const tries = Number(process.env['POWER_CUTS'] ?? 16);
const register = 'desk.sqlite';
const log = `${register}-wal`;
const witness = 'witness';

type Disk = ReadonlyMap<string, Buffer>;

/** What is on the disk; the index of the log lies in memory and is gone with the power. */
function diskOf(folder: string): Disk {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const kept = names.map(({ name }) => name).filter((name) => !name.endsWith('-shm'));
  return new Map(kept.map((name) => [name, readFileSync(path.join(folder, name))]));
}

const empty = Buffer.alloc(0);
const fileOn = (disk: Disk, name: string): Buffer => disk.get(name) ?? empty;

/** The sectors of a file in which two disks differ, within these bytes. */
function changedSectors(before: Buffer, after: Buffer, from = 0, to = after.length): number[] {
  const sectors: number[] = [];
  for (let at = Math.floor(from / sector); at * sector < to; at += 1) {
    const [start, end] = [at * sector, (at + 1) * sector];
    if (!before.subarray(start, end).equals(after.subarray(start, end))) sectors.push(at);
  }
  return sectors;
}

/** A file of which only some sectors were written: where one behind was, the file is as long, and holes are zeros. */
function writtenPartly(before: Buffer, after: Buffer, sectors: readonly number[]): Buffer {
  const ends = sectors.map((at) => Math.min((at + 1) * sector, after.length));
  const file = Buffer.alloc(Math.max(before.length, ...ends));
  before.copy(file);
  for (const at of sectors) after.copy(file, at * sector, at * sector, (at + 1) * sector);
  return file;
}

/** Where each commit of the log ends: a frame that says how large the register is then (SQLite, file format 4.1). */
function commitEnds(file: Buffer): number[] {
  const frame = 24 + file.readUInt32BE(8);
  const salt = file.subarray(16, 24);
  const ends: number[] = [];
  for (let at = 32; at + frame <= file.length; at += frame) {
    if (!file.subarray(at + 8, at + 16).equals(salt)) break;
    if (file.readUInt32BE(at + 4) !== 0) ends.push(at + frame);
  }
  return ends;
}

type Found = { readonly isThere: boolean; readonly nextSerial: number };

/** The machine comes up: what is found by a clerk, by whoever looks at the whole file, and by the next citizen. */
async function powerComesBack(disk: Disk): Promise<Found> {
  const folder = newFolder();
  for (const [name, bytes] of disk) writeFileSync(path.join(folder, name), bytes);
  const at = openTestDesk({ folder, at: monday + 60_000 });
  try {
    expect(at.desk.verify().checks.filter(({ ok }) => !ok)).toEqual([]);
    at.sit('clerk');
    const { hits } = await at.get('case.search', { text: cut.applicant.idNumber });
    const next = await at.get('case.receive', reception());
    return { isThere: hits.length === 1, nextSerial: Number(/\d+$/.exec(printedNumber(next.number))?.[0]) };
  } finally {
    await at.end();
  }
}

const cut = reception();
cut.applicant = { ...cut.applicant, idNumber: '079185004321', fullName: 'TRẦN MẤT ĐIỆN' };

type Recorded = { readonly before: Disk; readonly durable: Disk; readonly answered: Disk; readonly carried: Disk };

/** One reception, the third of its day, and the disk before it, when it was durable, when it was answered, and when its log was carried over. */
async function record(isLogBegunAgain: boolean): Promise<Recorded> {
  const practice = await openPracticeDesk();
  await practice.desk.close();
  const { folder } = practice;
  let durable: Disk = new Map();
  const ports = portsOf(folder, { at: monday }, fakePrinter(), []);
  const desk = createDesk({ ...ports, onDurable: () => (durable = diskOf(folder)) });
  if ('fault' in desk) throw new Error(desk.fault);
  const client = newClient();
  client.session = { accountId: 1, username: 'clerk', fullName: 'clerk', role: 'clerk', lastUsedAt: monday };
  for (const idNumber of ['079190001234', '079085000001']) {
    const input = reception();
    const { ok } = await desk.call(
      'case.receive',
      { ...input, applicant: { ...input.applicant, idNumber }, requestId: crypto.randomUUID() },
      client,
    );
    expect(ok).toBe(true);
  }
  if (isLogBegunAgain) carryLogOver(folder, 'RESTART');
  const before = diskOf(folder);
  expect((await desk.call('case.receive', cut, client)).ok).toBe(true);
  const answered = diskOf(folder);
  carryLogOver(folder, 'PASSIVE');
  const carried = diskOf(folder);
  await desk.close();
  rmSync(folder, { recursive: true });
  return { before, durable, answered, carried };
}

function carryLogOver(folder: string, how: 'PASSIVE' | 'RESTART'): void {
  const beside = new Database(path.join(folder, register));
  beside.pragma(`wal_checkpoint(${how})`);
  beside.close();
}

/** Every prefix in turn while they last, then subsets by chance, none of them whole. */
function* partsOf(sectors: readonly number[], count: number, random: (below: number) => number): Generator<number[]> {
  const step = Math.max(1, Math.ceil(sectors.length / Math.ceil(count / 2)));
  for (let length = 0; length < sectors.length; length += step) yield sectors.slice(0, length);
  for (let round = 0; round < count / 2; round += 1) {
    const lost = random(sectors.length);
    yield sectors.filter((_, index) => index !== lost && random(4) > 0);
  }
}

describe.each([
  ['a log that grows', false],
  ['a log begun again over what it held', true],
])('the power is cut in a reception; %s', (_name, isLogBegunAgain) => {
  const recorded = record(isLogBegunAgain);

  test('before its sync: the case is not there, and its number is given to the next', async () => {
    const { before, answered } = await recorded;
    const [old, whole] = [fileOn(before, log), fileOn(answered, log)];
    const begun = isLogBegunAgain ? 0 : old.length;
    const end = commitEnds(whole).find((at) => at > begun) ?? 0;
    const sectors = changedSectors(old, whole, begun, end);
    expect(sectors.length).toBeGreaterThan(20);
    let states = 0;
    for (const part of partsOf(sectors, tries, seeded(17))) {
      const disk = new Map(before).set(log, writtenPartly(old, whole.subarray(0, end), part));
      expect(await powerComesBack(disk), `sectors ${part.join(' ')}`).toEqual({ isThere: false, nextSerial: 3 });
      states += 1;
    }
    expect(states).toBeGreaterThanOrEqual(Math.min(tries, sectors.length) / 2);
  });

  test('after it, whatever of the witness is written: the case is there, and its number is not given again', async () => {
    const { before, durable } = await recorded;
    const [old, whole] = [fileOn(before, witness), fileOn(durable, witness)];
    const sectors = changedSectors(old, whole);
    expect(sectors.length).toBeGreaterThan(0);
    for (const part of [...partsOf(sectors, 16, seeded(18)), sectors]) {
      const disk = new Map(durable).set(witness, writtenPartly(old, whole, part));
      expect(await powerComesBack(disk), `sectors ${part.join(' ')}`).toEqual({ isThere: true, nextSerial: 4 });
    }
  });

  test('while its paper is kept: the case is there', async () => {
    const { durable, answered } = await recorded;
    const [old, whole] = [fileOn(durable, log), fileOn(answered, log)];
    const synced = commitEnds(old).at(-1) ?? 0;
    const sectors = changedSectors(old, whole, synced);
    expect(sectors.length).toBeGreaterThan(0);
    for (const part of [...partsOf(sectors, tries / 4, seeded(19)), sectors]) {
      const disk = new Map(durable).set(log, writtenPartly(old, whole, part));
      expect(await powerComesBack(disk), `sectors ${part.join(' ')}`).toEqual({ isThere: true, nextSerial: 4 });
    }
  });

  test('while the log goes over into the register: the case is there', async () => {
    const { answered, carried } = await recorded;
    const [old, whole] = [fileOn(answered, register), fileOn(carried, register)];
    const sectors = changedSectors(old, whole);
    expect(sectors.length).toBeGreaterThan(20);
    for (const part of partsOf(sectors, tries / 2, seeded(20))) {
      const disk = new Map(answered).set(register, writtenPartly(old, whole, part));
      expect(await powerComesBack(disk), `sectors ${part.length} of ${sectors.length}`).toEqual({
        isThere: true,
        nextSerial: 4,
      });
    }
  });
});
