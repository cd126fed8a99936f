import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RollPrinter } from '../../../../electron/contract/common/printing/printers.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { eventually } from '../../../support/printers/cups.ts';
import { readEscPos } from '../../../support/printers/esc-pos-reader.ts';
import { FakeRoll, type Habit } from '../../../support/printers/roll-printer.ts';

// Papers are drawn with real fonts, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Job = { jobId: string; state: string; copyOf: number; printer: string; form: string; reason: string | null };

let at: TestDesk;
let roll: FakeRoll;
let printer: RollPrinter;
beforeEach(async () => {
  at = await openPracticeDesk();
  roll = new FakeRoll();
  printer = await roll.listen();
});
afterEach(async () => {
  await at.end();
  await roll.close();
});

async function set(change: object): Promise<void> {
  at.sit('admin');
  const settings = await at.get('office.settings');
  await at.get('office.changeSettings', {
    settings: { ...settings, printer: 'laser', ...change },
    reason: 'máy in mới',
  });
  at.sit('clerk');
}

async function jobs(): Promise<Job[]> {
  return (await at.get('print.list', { all: true })).jobs;
}

async function settledJob(jobId: string): Promise<Job> {
  const all = await eventually(jobs, (found) => found.some((one) => one.jobId === jobId && one.state !== 'spooled'));
  const found = all.find((one) => one.jobId === jobId);
  if (found === undefined) throw new Error(`no job ${jobId}`);
  return found;
}

describe('a printer that holds one size of sheets', () => {
  test('is never sent the other: the paper stays in the tray, which says why, and goes to a printer that has it', async () => {
    await set({ printer: 'kim', paperSize: 'A5', sparePrinter: 'laser', sheets: [{ printer: 'kim', only: 'A4' }] });
    const { printJobId } = await at.get('case.receive', reception({ print: true }));
    expect(await settledJob(printJobId)).toMatchObject({ state: 'failed', printer: 'kim', reason: 'only-A4' });
    expect(at.printer.sent).toEqual([]);
    const { next } = await at.get('print.toSpare', { jobId: printJobId });
    await jobs();
    expect(next).toMatchObject({ printer: 'laser' });
    expect(at.printer.sent).toMatchObject([{ printer: 'laser', size: 'A5' }]);
  });

  test('gets what fits it, and its own size for a test page', async () => {
    await set({ paperSize: 'A5', sheets: [{ printer: 'laser', only: 'A5' }] });
    const { printJobId } = await at.get('case.receive', reception({ print: true }));
    await settledJob(printJobId);
    await at.get('print.test', { printer: 'laser' });
    await set({ paperSize: 'A5', sheets: [{ printer: 'laser', only: 'A4' }] });
    await at.get('print.test', { printer: 'laser' });
    await at.get('print.calibrate', { printer: 'laser', corrected: false });
    expect(at.printer.sent.map(({ size }) => size)).toEqual(['A5', 'A5', 'A4', 'A4']);
  });
});

describe('a receipt on a roll', () => {
  test('chooses the form of rolls by itself, is kept as it was printed, and comes out', async () => {
    await set({ rollPrinters: [printer], receiptPrinter: printer.name });
    const { documents, printJobId, caseId } = await at.get('case.receive', reception({ print: true }));
    expect(documents).toMatchObject([{ form: 'mau-01-cuon' }]);
    expect(await settledJob(printJobId)).toMatchObject({
      state: 'printed',
      printer: printer.name,
      form: 'mau-01-cuon',
    });
    expect(readEscPos(roll.papers[0] ?? Buffer.alloc(0)).pages).toHaveLength(2);
    const kept = await at.get('paper.download', { documentId: documents[0].documentId });
    expect(kept).toMatchObject({ sha256: documents[0].sha256, mediaType: 'application/pdf' });
    const again = await at.get('paper.render', { caseId, form: 'mau-01-cuon' });
    expect(again.documentId).toBe(documents[0].documentId);
    const { pages } = await at.get('paper.view', { documentId: documents[0].documentId });
    expect(pages[0]).toMatchObject({ face: 'sans' });
    expect(at.printer.sent).toEqual([]);
  });

  test('other papers still go to the sheets, and a receipt again on sheets is the sheet', async () => {
    await set({ rollPrinters: [printer], receiptPrinter: printer.name });
    const { documents, printJobId } = await at.get('case.receive', reception({ print: true }));
    await settledJob(printJobId);
    const { documentId } = documents[0];
    const next = await at.get('print.again', { documentId, printer: 'laser', reason: 'người nộp xin khổ A5' });
    expect(next).toMatchObject({ form: 'mau-01', printer: 'laser', copyOf: 1 });
    await jobs();
    expect(at.printer.sent).toHaveLength(1);
  });

  test('a hand-over list, which no roll takes, goes to the sheets though the desk’s own printer is a roll', async () => {
    await set({ rollPrinters: [printer], printer: printer.name, sparePrinter: 'laser' });
    const { caseId } = await at.get('case.receive', reception());
    const { printJobId, paperFault, handOver } = await at.get('handOver.make', {
      to: { kind: 'division', name: 'Phòng Kinh tế' },
      caseIds: [caseId],
      requestId: crypto.randomUUID(),
      print: true,
    });
    expect(paperFault).toBeNull();
    expect(await settledJob(printJobId)).toMatchObject({ state: 'printed', printer: 'laser', form: 'ban-giao' });
    expect(at.printer.sent).toMatchObject([{ title: handOver.number, size: 'A4' }]);
    expect(roll.papers).toEqual([]);
  });

  test('a sheet again on the roll, numbered as a reprint', async () => {
    await set({ rollPrinters: [printer], sparePrinter: printer.name });
    at.printer.outcome = 'failed';
    const { printJobId } = await at.get('case.receive', reception({ print: true, printer: 'laser' }));
    await settledJob(printJobId);
    const { job, next } = await at.get('print.toSpare', { jobId: printJobId });
    expect(job).toMatchObject({ state: 'void', reason: 'máy dự phòng thay laser' });
    expect(next).toMatchObject({ form: 'mau-01-cuon', copyOf: 1, printer: printer.name });
    expect(await settledJob(next.jobId)).toMatchObject({ state: 'printed' });
    expect(at.desk.verify().ok).toBe(true);
  });

  test('a printer without paper is a red slip, and the bar says so', async () => {
    roll.habit = { status: (about) => (about === 4 ? 0x72 : 0x12) };
    await set({ rollPrinters: [printer], receiptPrinter: printer.name });
    const { printJobId } = await at.get('case.receive', reception({ print: true }));
    expect(await settledJob(printJobId)).toMatchObject({ state: 'failed', reason: 'paper-out' });
    at.clock.at += 60_000;
    expect(await at.get('system.status')).toMatchObject({
      receiptPrinter: { name: printer.name, state: 'stopped', reason: 'paper-out' },
      sparePrinter: null,
      unsettledPrints: 1,
    });
  });

  test('a paper that fails again in the second in which its first try was settled: one as before, and the tray hears of it', async () => {
    roll.habit = { status: (about) => (about === 4 ? 0x72 : 0x12) };
    await set({ rollPrinters: [printer], receiptPrinter: printer.name });
    const { printJobId } = await at.get('case.receive', reception({ print: true }));
    await settledJob(printJobId);
    const before = await at.get('system.status');
    const { next } = await at.get('print.settle', { jobId: printJobId!, outcome: 'reprint' });
    await settledJob(next!.jobId);
    const after = await at.get('system.status');
    expect([before.unsettledPrints, after.unsettledPrints]).toEqual([1, 1]);
    expect(after.printsMark).not.toBe(before.printsMark);
    expect((await at.get('system.status')).printsMark).toBe(after.printsMark);
  });

  test.each<[string, Habit, string]>([
    ['takes it and never answers', { status: () => undefined, confirms: false }, 'printer-silent'],
    [
      'runs out of paper in the middle',
      { confirms: false, status: (about, after) => (about === 4 && after > 0 ? 0x72 : 0x12) },
      'paper-out',
    ],
  ])('a printer that %s: the spare makes no second receipt', async (_what, habit, reason) => {
    roll.habit = habit;
    await set({ rollPrinters: [printer], receiptPrinter: printer.name, sparePrinter: 'laser' });
    const { printJobId } = await at.get('case.receive', reception({ print: true }));
    const until = async () => (await jobs()).find(({ jobId, state }) => jobId === printJobId && state === 'unknown');
    await eventually(until, (found) => found !== undefined);
    expect(await until()).toMatchObject({ reason });
    expect(await at.get('print.toSpare', { jobId: printJobId })).toMatchObject({
      job: { state: 'unknown' },
      next: null,
    });
    expect((await at.get('print.allToSpare', { printer: printer.name })).moved).toEqual([]);
    expect(at.printer.sent).toEqual([]);
    expect(roll.papers).toHaveLength(1);
  });

  test('a test page', async () => {
    await set({ rollPrinters: [printer] });
    expect(await at.get('print.test', { printer: printer.name })).toEqual({ done: true });
    await eventually(
      async () => roll.papers,
      (papers) => papers.length > 0,
    );
    expect(await at.call('print.calibrate', { printer: printer.name, corrected: false })).toMatchObject({
      fault: { code: 'printer-is-roll' },
    });
  });

  test.each(['8.8.8.8', 'printer.local', '10.0.0.300'])('no printer is set at %s', async (host) => {
    at.sit('admin');
    const settings = await at.get('office.settings');
    const call = { settings: { ...settings, rollPrinters: [{ ...printer, host }] }, reason: 'máy in mới' };
    expect(await at.call('office.changeSettings', call)).toMatchObject({ fault: { code: 'input-invalid' } });
  });
});

describe('the spare printer', () => {
  /** A second sheet printer beside the fake one, that takes everything. */
  function secondPrinter(first: 'ready' | 'stopped'): { title: string }[] {
    const taken: { title: string }[] = [];
    const { submit, state } = at.printer;
    Object.assign(at.printer, {
      list: async () => [
        { name: 'laser', description: 'Laser', state: first, reason: null, isDefault: true },
        { name: 'kim', description: 'Kim', state: 'ready', reason: null, isDefault: false },
      ],
      submit: async (order: { printer: string; title: string }) =>
        order.printer === 'kim' ? { spoolId: `kim-${taken.push(order)}` } : submit(order as never),
      state: async (spoolId: string) =>
        spoolId.startsWith('kim') ? { state: 'printed', reason: null } : state(spoolId),
    });
    return taken;
  }

  async function received(): Promise<string> {
    return (await at.get('case.receive', reception({ print: true, printer: 'laser' }))).printJobId;
  }

  test('none is set: said, and nothing changes', async () => {
    at.printer.outcome = 'failed';
    const jobId = await received();
    const before = await jobs();
    expect(await at.call('print.toSpare', { jobId })).toMatchObject({ fault: { code: 'spare-missing' } });
    expect(await at.call('print.allToSpare', { printer: 'laser' })).toMatchObject({ fault: { code: 'spare-missing' } });
    expect(await jobs()).toEqual(before);
  });

  test('all that waits moves by one key; what nobody knows of stays for a person', async () => {
    const taken = secondPrinter('stopped');
    await set({ sparePrinter: 'kim' });
    at.printer.outcome = 'unknown';
    const unsure = await received();
    await jobs();
    at.printer.outcome = 'failed';
    const failed = await received();
    await jobs();
    at.printer.outcome = 'queued';
    const waiting = await received();
    expect((await jobs()).find(({ jobId }) => jobId === waiting)?.state).toBe('spooled');
    const { moved, left } = await at.get('print.allToSpare', { printer: 'laser' });
    expect(moved.map(({ copyOf, printer: name }: Job) => [name, copyOf])).toEqual([
      ['kim', 1],
      ['kim', 1],
    ]);
    expect(left.map(({ jobId }: Job) => jobId)).toEqual([unsure]);
    const states = new Map((await jobs()).map(({ jobId, state }) => [jobId, state]));
    expect([failed, waiting, unsure].map((jobId) => states.get(jobId))).toEqual(['void', 'void', 'unknown']);
    expect(taken).toHaveLength(2);
    // The same key again: nothing is printed twice.
    expect((await at.get('print.allToSpare', { printer: 'laser' })).moved).toEqual([]);
    expect(taken).toHaveLength(2);
    expect(at.desk.verify().ok).toBe(true);
  });

  test('a job that came out while it was taken back is not printed again', async () => {
    const taken = secondPrinter('ready');
    await set({ sparePrinter: 'kim' });
    at.printer.outcome = 'printing';
    const jobId = await received();
    await jobs();
    expect(await at.call('print.toSpare', { jobId })).toMatchObject({ fault: { code: 'print-under-way' } });
    at.printer.outcome = 'printed';
    expect(await at.get('print.toSpare', { jobId })).toMatchObject({ job: { state: 'printed' }, next: null });
    expect(await at.call('print.toSpare', { jobId })).toMatchObject({ fault: { code: 'print-job-settled' } });
    expect(taken).toEqual([]);
  });

  test.each(['taken-back-late', 'job-left-the-queue'])(
    'one that failed and of which its spooler then says «%s» is not printed again: nobody can tell',
    async (reason) => {
      const taken = secondPrinter('ready');
      Object.assign(at.printer, {
        state: async () => ({ state: 'failed', reason: 'Error, Printing' }),
        cancel: async () => ({ state: 'unknown', reason }),
      });
      await set({ sparePrinter: 'kim' });
      const jobId = await received();
      await eventually(
        () => jobs(),
        (all) => all.some((one) => one.jobId === jobId && one.state === 'failed'),
      );
      expect(await at.get('print.toSpare', { jobId })).toMatchObject({ job: { jobId, state: 'failed' }, next: null });
      expect(await at.get('print.allToSpare', { printer: 'laser' })).toMatchObject({ moved: [], left: [{ jobId }] });
      expect(taken).toEqual([]);
      // A person who looked may.
      const again = await at.get('print.settle', { jobId, outcome: 'reprint', printer: 'kim' });
      expect(again).toMatchObject({ job: { state: 'void' }, next: { printer: 'kim' } });
    },
  );

  test('what failed at the spare goes back to the desk’s own printer', async () => {
    secondPrinter('ready');
    await set({ printer: 'kim', sparePrinter: 'laser' });
    at.printer.outcome = 'failed';
    const jobId = await received();
    await jobs();
    expect((await at.get('print.toSpare', { jobId })).next).toMatchObject({ printer: 'kim' });
  });
});

describe('margins', () => {
  test('are kept for a printer by a clerk, move what is sent, and never what is kept', async () => {
    await set({});
    const first = await at.get('case.receive', reception({ print: true, printer: 'laser' }));
    await jobs();
    const margins = { leftMm: -2.5, topMm: 3 };
    expect(await at.get('print.setMargins', { printer: 'laser', margins })).toEqual(margins);
    expect(await at.get('print.calibration', { printer: 'laser' })).toMatchObject({ margins });
    const second = await at.get('case.receive', reception({ print: true, printer: 'laser' }));
    await jobs();
    const sent = at.printer.sent.map(({ pdf }) => Buffer.from(pdf));
    const kept = await Promise.all(
      [first, second].map(async ({ documents }) =>
        Buffer.from((await at.get('paper.download', { documentId: documents[0].documentId })).base64, 'base64'),
      ),
    );
    expect(sent[0]?.equals(kept[0] ?? Buffer.alloc(0))).toBe(true);
    expect(sent[1]?.equals(kept[1] ?? Buffer.alloc(0))).toBe(false);
    await at.get('print.setMargins', { printer: 'laser', margins: { leftMm: 0, topMm: 0 } });
    expect((await at.get('office.settings')).margins).toEqual([]);
    expect(at.desk.verify().ok).toBe(true);
  });

  test.each([{ leftMm: 10.5, topMm: 0 }, { leftMm: 0.3, topMm: 0 }, { leftMm: Number.NaN, topMm: 0 }, { leftMm: 1 }])(
    '%j are no margins',
    async (margins) => {
      expect(await at.call('print.setMargins', { printer: 'laser', margins })).toMatchObject({
        fault: { code: 'input-invalid' },
      });
      expect((await at.get('office.settings')).margins).toBeUndefined();
    },
  );

  test('the calibration sheet goes out as the printer draws, and corrected for a last look', async () => {
    await at.get('print.setMargins', { printer: 'laser', margins: { leftMm: 1.5, topMm: -1 } });
    for (const corrected of [false, true])
      expect(await at.get('print.calibrate', { printer: 'laser', corrected })).toEqual({ done: true });
    const [plain, moved] = at.printer.sent;
    expect(plain?.title).toBe('can-le');
    expect(Buffer.from(plain?.pdf ?? []).equals(Buffer.from(moved?.pdf ?? []))).toBe(false);
    expect(await at.call('print.calibrate', { printer: 'gone', corrected: false })).toMatchObject({
      fault: { code: 'printer-missing' },
    });
  });
});
