import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCupsSpooler } from '../../../../electron/paper/printers/cups.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { type TestCups, eventually, findCupsProblem, startCups } from '../../../support/printers/cups.ts';
import { scriptedCups } from '../../../support/printers/programs.ts';

// Papers are drawn with real fonts and printed by real programs, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Job = { jobId: string; state: string; reason: string | null; printer: string; copyOf: number };

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function receive(printer: string): Promise<string> {
  return (await at.get('case.receive', reception({ print: true, printer }))).printJobId;
}

async function job(jobId: string): Promise<Job> {
  const { jobs } = await at.get('print.list', { all: true });
  return jobs.find((one: Job) => one.jobId === jobId) as Job;
}

const until = (jobId: string, state: string) =>
  eventually(
    () => job(jobId),
    (one) => one.state === state,
  );

async function useSpare(sparePrinter: string, printer = 'laser'): Promise<void> {
  at.sit('admin');
  const settings = await at.get('office.settings');
  await at.get('office.changeSettings', { settings: { ...settings, printer, sparePrinter }, reason: 'máy in mới' });
  at.sit('clerk');
}

describe('one paper, whatever the spooler says and when', () => {
  let cups: ReturnType<typeof scriptedCups>;
  beforeEach(async () => {
    cups = scriptedCups();
    Object.assign(at.printer, createCupsSpooler({ timeoutMs: 1500 }), {
      list: async () =>
        ['laser', 'kim'].map((name) => ({ name, description: name, state: 'ready', reason: null, isDefault: false })),
    });
    await useSpare('kim');
  });
  afterEach(() => cups.end());

  /** What would come out: the jobs that no one took back. */
  const papers = () =>
    cups
      .read('jobs')
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith('canceled'))
      .map((line) => line.split(' ')[1]);

  test.each(['silent', 'twice', 'lies', 'other'])(
    '%s: it goes to the spare once, and from the first not at all',
    async (how) => {
      cups.how(how);
      const jobId = await receive('laser');
      expect(await until(jobId, 'spooled')).toMatchObject({ state: 'spooled' });
      expect(papers()).toEqual(['laser']);
      cups.how('plain');
      const { next } = await at.get('print.toSpare', { jobId });
      await until(next.jobId, 'spooled');
      expect(papers()).toEqual(['kim']);
      expect(await at.call('print.toSpare', { jobId })).toMatchObject({ fault: { code: 'print-job-settled' } });
      expect(papers()).toEqual(['kim']);
    },
  );

  test('silent and deaf: no spare prints it; when the spooler is back it says itself what became of it', async () => {
    cups.how('silent');
    cups.lay('deaf', '');
    const jobId = await receive('laser');
    expect(await until(jobId, 'unknown')).toMatchObject({ reason: 'spooler-silent' });
    cups.how('plain');
    expect(await at.get('print.toSpare', { jobId })).toMatchObject({ job: { state: 'unknown' }, next: null });
    expect((await at.get('print.allToSpare', { printer: 'laser' })).moved).toEqual([]);
    expect(papers()).toEqual(['laser']);
    cups.write('ipptool', cups.read('bin/ipptool').replace('[ -e "$box/deaf" ] && exit 1', ''));
    cups.settle('pending', 'completed');
    expect(await until(jobId, 'printed')).toMatchObject({ state: 'printed' });
  });

  test('a person prints it again while the spooler is silent: what turns up later is taken out', async () => {
    cups.how('silent');
    cups.lay('deaf', '');
    const jobId = await receive('laser');
    await until(jobId, 'unknown');
    cups.how('plain');
    const { next } = await at.get('print.settle', { jobId, outcome: 'reprint', printer: 'kim' });
    expect(next).toMatchObject({ printer: 'kim' });
    cups.write('ipptool', cups.read('bin/ipptool').replace('[ -e "$box/deaf" ] && exit 1', ''));
    await eventually(
      async () => papers(),
      (now) => now.join() === 'kim',
    );
    expect(papers()).toEqual(['kim']);
  });

  test.each(['void', 'reprint'])('%s of a paper that waits takes the waiting one out of the queue', async (outcome) => {
    const jobId = await receive('laser');
    await until(jobId, 'spooled');
    await at.get('print.settle', { jobId, outcome, printer: 'kim', reason: 'máy in kẹt' });
    const left = outcome === 'void' ? [] : ['kim'];
    await eventually(
      async () => papers(),
      (now) => now.join() === left.join(),
    );
    expect(papers()).toEqual(left);
  });

  test('a corrected receipt: the old one that waits is taken out of the queue', async () => {
    const input = reception({ print: true, printer: 'laser' });
    const { caseId, printJobId } = await at.get('case.receive', input);
    await until(printJobId, 'spooled');
    const { requestId: _request, print: _print, printer: _printer, procedureCode: _code, ...change } = input;
    const done = await at.call('case.correct', {
      caseId,
      change: { applicant: { ...change['applicant'], fullName: 'NGUYỄN THỊ ĐẶNG ÁNH HAI' } },
      reason: 'ghi sai tên',
      requestId: crypto.randomUUID(),
      print: false,
    });
    expect(done).toMatchObject({ ok: true, value: { voidedPrints: 1 } });
    await eventually(
      async () => papers(),
      (now) => now.length === 0,
    );
    expect(papers()).toEqual([]);
  });
});

describe('a spooler that holds the line', () => {
  function held(): { answer: (value: { spoolId: string }) => void; cancelled: string[] } {
    const line = { answer: (_value: { spoolId: string }): void => undefined, cancelled: [] as string[] };
    Object.assign(at.printer, {
      submit: () => new Promise((resolve) => (line.answer = resolve)),
      cancel: async (spoolId: string) => void line.cancelled.push(spoolId),
    });
    return line;
  }

  test('the tray opens all the same, and the paper is not printed elsewhere while it is on its way', async () => {
    const line = held();
    await useSpare('kim');
    const jobId = await receive('laser');
    expect(await job(jobId)).toMatchObject({ state: 'queued' });
    for (const [call, input] of [
      ['print.toSpare', { jobId }],
      ['print.settle', { jobId, outcome: 'reprint' }],
    ] as const)
      expect(await at.call(call, input)).toMatchObject({
        fault: { code: 'print-under-way', data: { printer: 'laser' } },
      });
    line.answer({ spoolId: 'laser-1' });
    expect(await until(jobId, 'printed')).toMatchObject({ state: 'printed' });
  });

  test('an answer that comes after the paper was given up is taken back', async () => {
    const line = held();
    const jobId = await receive('laser');
    await at.get('print.settle', { jobId, outcome: 'void', reason: 'máy in tắt' });
    line.answer({ spoolId: 'laser-1' });
    await eventually(
      async () => line.cancelled,
      (now) => now.length > 0,
    );
    expect(line.cancelled).toEqual(['laser-1']);
    expect(await job(jobId)).toMatchObject({ state: 'void' });
  });
});

const problem = findCupsProblem();
describe.skipIf(problem !== undefined)(
  `a real CUPS under the desk${problem === undefined ? '' : ` (NOT TESTED HERE: ${problem})`}`,
  () => {
    let cups: TestCups;
    beforeEach(async () => {
      cups = await startCups();
      cups.addPrinter('Máy-quầy-3-100%', 'paper');
      cups.addPrinter('Máy-kho', 'paper');
      Object.assign(at.printer, createCupsSpooler({ server: cups.server }));
      await useSpare('Máy-kho', 'Máy-quầy-3-100%');
    });
    afterEach(() => cups.stop());

    test('a receipt comes out of a queue with a Vietnamese name; one that waits there goes to the spare alone', async () => {
      expect(await until(await receive('Máy-quầy-3-100%'), 'printed')).toMatchObject({ state: 'printed' });
      cups.command('cupsdisable', 'Máy-quầy-3-100%');
      const waiting = await receive('Máy-quầy-3-100%');
      await until(waiting, 'spooled');
      const { job: old, next } = await at.get('print.toSpare', { jobId: waiting });
      expect(old).toMatchObject({ state: 'void' });
      expect(await until(next.jobId, 'printed')).toMatchObject({ state: 'printed', printer: 'Máy-kho' });
      cups.command('cupsenable', 'Máy-quầy-3-100%');
      const completed = cups
        .command('lpstat', '-W', 'completed', '-o')
        .split('\n')
        .filter((line) => line !== '');
      const printed = readdirSync(cups.out);
      // Three jobs were made, two sheets came out: the first receipt, and the second one from the spare.
      expect([completed.length, printed.length]).toEqual([3, 2]);
    });
  },
);
