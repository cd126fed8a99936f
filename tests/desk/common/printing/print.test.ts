import { cpSync, mkdtempSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logLine } from '../../../../electron/shell/log/log-line.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

type Job = {
  jobId: string;
  state: string;
  copyOf: number;
  reason: string | null;
  printer: string;
  needsAttention: boolean;
};

async function printed(printer = 'laser'): Promise<{ jobId: string; documentId: string }> {
  const { printJobId, documents } = await at.get('case.receive', reception({ print: true, printer }));
  return { jobId: printJobId, documentId: documents[0].documentId };
}

async function jobs(): Promise<Job[]> {
  return (await at.get('print.list', { all: true })).jobs;
}

async function job(jobId: string): Promise<Job> {
  const found = (await jobs()).find((one) => one.jobId === jobId);
  if (found === undefined) throw new Error(`no job ${jobId}`);
  return found;
}

/** As a power cut leaves it: the spooler never answered, so the desk is left without being closed. */
function neverAnswers(): { answer: (value: { spoolId: string }) => void } {
  const held = { answer: (_value: { spoolId: string }): void => undefined };
  Object.assign(at.printer, { submit: () => new Promise((resolve) => (held.answer = resolve)) });
  return held;
}

describe('a printer’s name', () => {
  const name = 'la\u0000ser';
  test.each([
    ['print.test', { printer: name }],
    ['print.calibrate', { printer: 'a\nb', corrected: false }],
    ['print.setMargins', { printer: '\u202elaser', margins: { leftMm: 0, topMm: 0 } }],
    ['case.receive', { ...reception({ print: true }), printer: name }],
  ])('with a control character is refused at the door: %s', async (call, input) => {
    const before = await jobs();
    expect(await at.call(call, input)).toMatchObject({
      fault: { code: 'input-invalid', data: { issues: [{ path: 'printer', message: 'control-characters' }] } },
    });
    expect(await jobs()).toEqual(before);
  });

  test('a submit that throws is told in the log by its class and code', async () => {
    const error = Object.assign(new TypeError('bad Nguyễn Thị Hồng'), { code: 'ERR_INVALID_ARG_VALUE' });
    Object.assign(at.printer, { submit: () => Promise.reject(error) });
    const { jobId } = await printed();
    expect(await job(jobId)).toMatchObject({ state: 'unknown', reason: 'spooler-silent' });
    const told = at.log.find(({ event }) => event === 'print-submit');
    expect(told?.data).toMatchObject({ jobId });
    const line = logLine(0, 'print-submit', told?.data as Record<string, unknown>);
    expect(JSON.parse(line)).toMatchObject({ error: { kind: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' } });
    expect(line).not.toContain('Hồng');
  });
});

describe('what becomes of a print', () => {
  test.each([
    ['queued', 'spooled', false],
    ['printing', 'spooled', false],
    ['printed', 'printed', false],
    ['failed', 'failed', true],
    ['unknown', 'unknown', true],
  ] as const)('the spooler says %s: the job is %s', async (outcome, state, needsAttention) => {
    at.printer.outcome = outcome;
    const { jobId } = await printed();
    expect(await job(jobId)).toMatchObject({ state, needsAttention, copyOf: 0 });
    expect((await at.get('system.status')).unsettledPrints).toBe(needsAttention ? 1 : 0);
  });

  test('a job that waits is followed until it is out', async () => {
    at.printer.outcome = 'printing';
    const { jobId } = await printed();
    expect((await job(jobId)).state).toBe('spooled');
    at.printer.outcome = 'printed';
    expect((await job(jobId)).state).toBe('printed');
    expect((await at.get('print.list')).jobs).toEqual([]);
  });

  test('a spooler that breaks leaves the job unknown, the case safe and a line in the log', async () => {
    Object.assign(at.printer, { submit: () => Promise.reject(new Error('spooler down')) });
    const { jobId } = await printed();
    expect(await job(jobId)).toMatchObject({ state: 'unknown', reason: 'spooler-silent', needsAttention: true });
    expect(at.log).toContainEqual({ event: 'print-submit', data: { jobId, error: new Error('spooler down') } });
  });

  test('no printer chosen', async () => {
    const { jobId } = await printed('');
    expect(await job(jobId)).toMatchObject({ state: 'failed', reason: 'printer-missing' });
  });
});

describe('after a restart', () => {
  test('a job that the spooler had is followed again', async () => {
    at.printer.outcome = 'printing';
    const { jobId } = await printed();
    expect((await job(jobId)).state).toBe('spooled');
    const { folder } = at;
    await at.desk.close();
    at = openTestDesk({ folder });
    at.sit('clerk');
    at.printer.outcome = 'printed';
    expect((await job(jobId)).state).toBe('printed');
  });

  test('a job that was on its way may or may not have come out: a person looks', async () => {
    const held = neverAnswers();
    const { jobId } = await printed();
    const { folder } = at;
    const copy = copyAsPowerCut(folder);
    held.answer({ spoolId: 'laser-1' });
    await at.end();
    at = openTestDesk({ folder: copy });
    at.sit('clerk');
    expect(await job(jobId)).toMatchObject({ state: 'unknown', reason: 'interrupted', needsAttention: true });
    const settled = await at.get('print.settle', { jobId, outcome: 'printed' });
    expect(settled).toMatchObject({ job: { state: 'printed' }, next: null });
    expect(at.desk.verify().ok).toBe(true);
  });
});

describe('printing again', () => {
  test('numbers each print and marks the paper; the first one bears no mark', async () => {
    const { documentId } = await printed();
    const copies: number[] = [];
    for (const reason of ['giấy kẹt', 'người nộp làm mất'])
      copies.push((await at.get('print.again', { documentId, printer: 'laser', reason })).copyOf);
    await jobs();
    expect(copies).toEqual([1, 2]);
    expect(at.printer.sent).toHaveLength(3);
    const distinct = new Set(at.printer.sent.map(({ pdf }) => Buffer.from(pdf).toString('base64')));
    expect(distinct.size).toBe(3);
    expect(new Set(at.printer.sent.map(({ title }) => title)).size).toBe(1);
  });

  test('is refused where there is no such paper, printer or reason', async () => {
    const { documentId } = await printed();
    const before = await jobs();
    const again = (change: object) =>
      at.call('print.again', { documentId, printer: 'laser', reason: 'giấy kẹt', ...change });
    expect(await again({ documentId: 'one' })).toMatchObject({ fault: { code: 'document-unknown' } });
    expect(await again({ printer: 'gone' })).toMatchObject({
      fault: { code: 'printer-missing', data: { printer: 'gone' } },
    });
    expect(await again({ reason: '' })).toMatchObject({ fault: { code: 'input-invalid' } });
    expect(await jobs()).toEqual(before);
  });
});

describe('settling', () => {
  test.each([
    ['printed', 'printed'],
    ['void', 'void'],
  ])('%s', async (outcome, state) => {
    at.printer.outcome = 'failed';
    const { jobId } = await printed();
    await jobs();
    const settled = await at.get('print.settle', { jobId, outcome, reason: 'đã xem khay giấy' });
    expect(settled).toMatchObject({ job: { state, reason: 'đã xem khay giấy', needsAttention: false }, next: null });
    expect((await at.get('print.list')).jobs).toEqual([]);
    expect(await at.call('print.settle', { jobId, outcome: 'void' })).toMatchObject({
      fault: { code: 'print-job-settled' },
    });
  });

  test('a reprint that is refused leaves the old job in the tray', async () => {
    at.printer.outcome = 'failed';
    const { jobId } = await printed();
    const before = await job(jobId);
    expect(await at.call('print.settle', { jobId, outcome: 'reprint', printer: 'gone' })).toMatchObject({
      fault: { code: 'printer-missing' },
    });
    expect(await job(jobId)).toEqual(before);
    const { next } = await at.get('print.settle', { jobId, outcome: 'reprint', printer: 'laser' });
    expect(next).toMatchObject({ copyOf: 1, printer: 'laser' });
    expect(await job(jobId)).toMatchObject({ state: 'void' });
  });

  test('two people settle one job: one of them does', async () => {
    at.printer.outcome = 'failed';
    const { jobId } = await printed();
    await jobs();
    const answers = await Promise.all(
      [1, 2].map(() => at.call('print.settle', { jobId, outcome: 'reprint', printer: 'laser' })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ fault: { code: 'print-job-settled' } });
    expect((await jobs()).map(({ copyOf }) => copyOf)).toEqual([1, 0]);
  });

  test('what a person said outlives a spooler that answers late', async () => {
    const held = neverAnswers();
    const { jobId } = await printed();
    const settled = await at.get('print.settle', { jobId, outcome: 'void', reason: 'máy in tắt' });
    expect(settled.job.state).toBe('void');
    held.answer({ spoolId: 'laser-1' });
    expect(await job(jobId)).toMatchObject({ state: 'void', reason: 'máy in tắt' });
    expect(at.log).toContainEqual({ event: 'print-move-ignored', data: { jobId, from: 'void', to: 'spooled' } });
  });

  test('a job that is not there', async () => {
    expect(await at.call('print.settle', { jobId: 'one', outcome: 'void' })).toMatchObject({
      fault: { code: 'print-job-unknown' },
    });
  });
});

test('a test page goes to the printer without a case, and a missing printer is said', async () => {
  at.sit('admin');
  expect(await at.get('print.test', { printer: 'laser' })).toEqual({ done: true });
  expect(at.printer.sent).toMatchObject([{ title: 'test', copies: 1 }]);
  expect(await at.call('print.test', { printer: 'gone' })).toMatchObject({ fault: { code: 'printer-missing' } });
  expect(await at.get('print.printers')).toMatchObject({ printers: [{ name: 'laser' }], silent: null });
});

test('a print service that does not answer is told with the list, and its printer is not called missing', async () => {
  Object.assign(at.printer, { list: async () => ({ fault: 'spooler-unavailable', data: { spooler: 'CUPS' } }) });
  expect(await at.get('print.printers')).toEqual({ printers: [], silent: 'CUPS' });
  at.sit('admin');
  const settings = await at.get('office.settings');
  await at.get('office.changeSettings', { settings: { ...settings, printer: 'laser' }, reason: 'máy in mới' });
  expect((await at.get('system.status')).printer).toEqual({
    name: 'laser',
    state: 'unknown',
    reason: 'spooler-unavailable',
  });
});

function copyAsPowerCut(folder: string): string {
  const copy = mkdtempSync(`${folder}-cut-`);
  cpSync(folder, copy, { recursive: true });
  return copy;
}
