import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RollPrinter } from '../../../electron/contract/common/printing/printers.ts';
import { newBitmap, setBox } from '../../../electron/paper/output/raster.ts';
import { boundedTimes, createRollSpooler, printOnRoll } from '../../../electron/paper/printers/rolls.ts';
import type { PrintOrder, Spooler } from '../../../electron/paper/printers/spooler.ts';
import { eventually } from '../../support/printers/cups.ts';
import { readEscPos } from '../../support/printers/esc-pos-reader.ts';
import { FakeRoll, type Habit } from '../../support/printers/roll-printer.ts';

const times = { connectMs: 2000, statusMs: 300, idleMs: 600, doneMs: 1200 };
let roll: FakeRoll;
let printer: RollPrinter;
let spooler: Spooler;
beforeEach(async () => {
  roll = new FakeRoll();
  printer = await roll.listen();
  spooler = createRollSpooler(() => [printer], times);
});
afterEach(() => roll.close());

/** More than any buffer on the way swallows. */
const long = new Uint8Array(24_000_000).fill(0x1d);
const page = newBitmap(576, 600);
setBox(page, 100, 20, 50, 400);

function order(change: Partial<PrintOrder> = {}): PrintOrder {
  const given = { pdf: new Uint8Array(), printer: printer.name, copies: 1, title: 'x', size: 'A5' as const };
  return { ...given, dots: [page, page], ...change };
}

async function printed(change: Partial<PrintOrder> = {}) {
  const done = await spooler.submit(order(change));
  if ('fault' in done) throw new Error(JSON.stringify(done));
  return eventually(
    () => spooler.state(done.spoolId),
    ({ state }) => state !== 'queued' && state !== 'printing',
  );
}

test('a printer that answers prints what it was sent, dot for dot, and cuts between the copies', async () => {
  expect(await printed()).toEqual({ state: 'printed', reason: null });
  expect(roll.papers).toHaveLength(1);
  const { pages, bands } = readEscPos(roll.papers[0] ?? Buffer.alloc(0));
  expect(pages).toEqual([page, page]);
  expect(Math.max(...bands)).toBeLessThanOrEqual(256);
});

/** Bits as in the makers' tables: 0x60 of paper, 0x04 and 0x20 of the cause, 0x08 of the printer. */
const says = (about: number, byte: number) => (asked: number) => (asked === about ? byte : 0x12);

describe('before the first byte', () => {
  test.each<[string, Habit, string]>([
    ['no paper', { status: says(4, 0x72) }, 'paper-out'],
    ['stopped for want of paper', { status: says(2, 0x32) }, 'paper-out'],
    ['cover open', { status: says(2, 0x16) }, 'cover-open'],
    ['away', { status: says(1, 0x1a) }, 'printer-offline'],
    ['an error of its own', { status: says(2, 0x52) }, 'printer-offline'],
  ])('%s is a failure, and nothing was sent', async (_what, habit, reason) => {
    roll.habit = habit;
    expect(await printed()).toEqual({ state: 'failed', reason });
    expect(roll.papers).toEqual([]);
    expect(await spooler.list()).toMatchObject([{ state: 'stopped', reason }]);
  });

  test('a printer that refuses the call', async () => {
    const gone = new FakeRoll();
    const away = await gone.listen();
    await gone.close();
    printer = away;
    expect(await printed()).toEqual({ state: 'failed', reason: 'printer-unreachable' });
  });

  test.each(['8.8.8.8', '172.32.0.1', '192.169.1.1', 'printer.local', '::1', '010.0.0.1', '127.0.0.1.evil.test'])(
    'nothing is called at %s, whatever was kept',
    async (host) => {
      const { port } = printer;
      printer = { ...printer, host, port };
      expect(await printed()).toEqual({ state: 'failed', reason: 'printer-unreachable' });
      expect(roll.calls).toEqual([]);
    },
  );
});

describe('after it', () => {
  test('a printer that never answers has perhaps printed: nobody knows', async () => {
    roll.habit = { status: () => undefined, confirms: false };
    expect(await printed()).toEqual({ state: 'unknown', reason: 'printer-silent' });
    expect(roll.papers).toHaveLength(1);
  });

  test('one that does not say when it is done is not believed to be', async () => {
    roll.habit = { confirms: false };
    expect(await printed()).toEqual({ state: 'unknown', reason: 'print-unconfirmed' });
  });

  test('paper that ends in the middle: it prints on when a new roll is put in, so nothing is printed elsewhere by itself', async () => {
    roll.habit = { confirms: false, status: (about, after) => (about === 4 && after > 0 ? 0x72 : 0x12) };
    expect(await printed()).toEqual({ state: 'unknown', reason: 'paper-out' });
  });

  test('a line that breaks in the middle: some of it may be out', async () => {
    roll.habit = { closesAfter: 4000 };
    expect(await printOnRoll(printer, long, boundedTimes(times))).toEqual({ state: 'unknown', reason: 'line-lost' });
  });

  test('a printer that takes no more', async () => {
    roll.habit = { stallsAfter: 4000 };
    const outcome = await printOnRoll(printer, long, boundedTimes(times));
    expect(outcome).toEqual({ state: 'unknown', reason: 'printer-stalled' });
  });
});

test('a paper that cannot be made into dots ends its own job, and the next one is printed', async () => {
  const broken = { ...page, bits: undefined } as unknown as typeof page;
  const [lost, next] = [await spooler.submit(order({ dots: [broken] })), await spooler.submit(order())];
  if ('fault' in lost || 'fault' in next) throw new Error(JSON.stringify([lost, next]));
  await eventually(
    () => spooler.state(next.spoolId),
    ({ state }) => state === 'printed',
  );
  expect(await spooler.state(lost.spoolId)).toEqual({
    state: 'failed',
    reason: expect.stringMatching(/^bug: TypeError/),
  });
  expect(roll.papers).toHaveLength(1);
});

test('papers for one printer go one after another, and one that has not begun can be taken back', async () => {
  roll.habit = { confirms: false };
  const ids: string[] = [];
  for (const dots of [[page], [page], [page]]) {
    const done = await spooler.submit(order({ dots }));
    if ('fault' in done) throw new Error(JSON.stringify(done));
    ids.push(done.spoolId);
  }
  await spooler.cancel(ids[2] ?? '');
  expect(await spooler.state(ids[2] ?? '')).toEqual({ state: 'failed', reason: 'cancelled' });
  await eventually(
    () => spooler.state(ids[1] ?? ''),
    ({ state }) => state === 'unknown',
  );
  expect(roll.papers).toHaveLength(2);
  expect(await spooler.list()).toMatchObject([{ name: printer.name }]);
});

test('a paper without dots, another printer, another life of the desk', async () => {
  const { dots: _dots, ...flat } = order();
  expect(await spooler.submit(flat)).toMatchObject({ fault: 'print-refused', data: { reason: 'not-for-roll' } });
  expect(await spooler.submit(order({ printer: 'khác' }))).toMatchObject({ fault: 'printer-missing' });
  expect(await spooler.state('của hôm qua')).toEqual({ state: 'unknown', reason: 'job-vanished' });
});

test('waiting is bounded, whatever was asked for', () => {
  expect(boundedTimes({ connectMs: 0, statusMs: 1e9, idleMs: -5 })).toEqual({
    connectMs: 50,
    statusMs: 60_000,
    idleMs: 50,
    doneMs: 20_000,
  });
});
