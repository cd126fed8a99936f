import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { driversOf } from '../../../electron/paper/printers/drivers.ts';
import { newFolder } from '../../support/desk/folder.ts';
import {
  clearLeftovers,
  createWindowsSpooler,
  readWindowsJob,
  readWindowsPrinters,
} from '../../../electron/paper/printers/windows.ts';
import { scriptedWindows } from '../../support/printers/programs.ts';

const document = 'H29.999-261123-0042-1a2b3c4d.pdf';
const job = (status: string): string => JSON.stringify({ DocumentName: `C:\\Temp\\${document}`, JobStatus: status });

describe('what Windows says of a job', () => {
  test.each([
    ['Normal', 'queued'],
    ['', 'queued'],
    ['Spooling', 'printing'],
    ['Printing', 'printing'],
    ['Printing, PaperOut', 'queued'],
    ['Offline, Printing', 'queued'],
    ['Error, Printing', 'failed'],
    ['Deleting', 'failed'],
    ['Deleting, Offline', 'failed'],
    // It came out, and is on its way from the queue.
    ['Printed, Deleted', 'printed'],
    ['Printed, Deleting', 'printed'],
    ['Deleting, Completed', 'printed'],
    // Some or all of it may be out.
    ['Error, Printed', 'unknown'],
    ['Complete, Error', 'unknown'],
    ['Deleting, Printing', 'unknown'],
    ['Spooling, Deleting', 'unknown'],
    ['Error, Deleting, Printing', 'unknown'],
    ['Printed', 'printed'],
    ['Completed', 'printed'],
  ])('%j means %s', (status, state) => {
    expect(readWindowsJob(job(status), document).state).toBe(state);
  });

  test('one job is an object, several are a list, none is nothing; a job that has gone is unknown', () => {
    expect(readWindowsJob(`[{"DocumentName":null,"JobStatus":"Normal"},${job('Printed')}]`, document).state).toBe(
      'printed',
    );
    expect(readWindowsJob('', document)).toEqual({ state: 'unknown', reason: 'job-left-the-queue' });
    expect(readWindowsJob(job('Printed'), 'another.pdf')).toEqual({ state: 'unknown', reason: 'job-left-the-queue' });
    expect(readWindowsJob('Get-PrintJob : The specified printer was not found', document)).toEqual({
      state: 'unknown',
      reason: 'answer-not-readable',
    });
  });
});

describe('only our own job is ours', () => {
  const named = (name: string | null): string => JSON.stringify([{ Id: 4, DocumentName: name, JobStatus: 'Printed' }]);

  test.each([
    ['by its path', `C:\\Users\\Một cửa\\Temp\\mcd-print-x\\${document}`, 'printed'],
    ['by its name', document, 'printed'],
    ['behind other slashes', `C:/Temp/${document}`, 'printed'],
    ['one whose name has ours in it', `Copy of ${document}`, 'unknown'],
    ['one of a name that goes on', `${document}.bak`, 'unknown'],
    ['a web page of our name', `https://x.test/?f=${document}`, 'unknown'],
    ['one without a name', null, 'unknown'],
  ])('%s', (_what, name, state) => {
    expect(readWindowsJob(named(name), document).state).toBe(state);
  });
});

describe('a job is taken back by its number', () => {
  let windows: ReturnType<typeof scriptedWindows>;
  beforeEach(() => {
    windows = scriptedWindows();
  });
  afterEach(() => windows.end());
  const spooler = createWindowsSpooler();
  const path = `C:\\Temp\\mcd-print-x\\${document}`;

  test('one that waits goes, and no other', async () => {
    windows.queue([
      { Id: 7, DocumentName: `x-${document}`, JobStatus: 'Normal' },
      { Id: 8, DocumentName: path, JobStatus: 'Normal' },
    ]);
    expect(await spooler.cancel(`${document}@HP @ Quầy 3`)).toEqual({ state: 'failed', reason: 'cancelled' });
    expect(windows.read('removed')).toBe(`8 HP @ Quầy 3 ${document}\n`);
  });

  test.each(['Printing', 'Spooling', 'Error, Printing', 'Printing, PaperOut'])(
    'one that had begun (%s) is out of the queue, and nobody knows how much of it came out',
    async (JobStatus) => {
      windows.queue([{ Id: 8, DocumentName: path, JobStatus }]);
      expect(await spooler.cancel(`${document}@HP`)).toEqual({ state: 'unknown', reason: 'taken-back-late' });
    },
  );

  test('one that Windows does not let go of is still there', async () => {
    windows.queue([{ Id: 8, DocumentName: path, JobStatus: 'Normal' }]);
    windows.lay('stuck', '');
    expect(await spooler.cancel(`${document}@HP`)).toMatchObject({ state: 'queued' });
  });

  test('one that came out meanwhile, and one that nobody knows', async () => {
    windows.queue([{ Id: 8, DocumentName: path, JobStatus: 'Printed' }]);
    expect(await spooler.cancel(`${document}@HP`)).toEqual({ state: 'printed', reason: null });
    windows.queue([]);
    expect(await spooler.cancel(`${document}@HP`)).toEqual({ state: 'unknown', reason: 'job-left-the-queue' });
    expect(windows.read('removed')).toBe('');
  });
});

test('printers are read with their state and the default one', () => {
  const json =
    '[{"Name":"HP 3","Comment":"","PrinterStatus":"Normal","IsDefault":true},{"Name":"Canon","Comment":"Quầy 4","PrinterStatus":"Offline","IsDefault":false}]';
  expect(readWindowsPrinters(json)).toEqual([
    { name: 'HP 3', description: 'HP 3', state: 'ready', reason: null, isDefault: true },
    { name: 'Canon', description: 'Quầy 4', state: 'stopped', reason: 'Offline', isDefault: false },
  ]);
});

test.each(['Get-Printer : Access is denied', '[{"Printer":"HP 3"}]', 'null'])(
  'an answer that cannot be read is not “no printers”: %s',
  (answer) => {
    expect(readWindowsPrinters(answer)).toEqual({ fault: 'spooler-unavailable', data: { spooler: 'Windows' } });
  },
);

test.each([
  ['win32', 'windows'],
  ['linux', 'cups'],
  ['darwin', 'cups'],
] as const)('on %s papers go through %s', (platform, name) => {
  expect(driversOf({ platform })).toEqual([name]);
});

test('a paper that a killed process left in the temporary folder goes with the next one; what may be printing stays', () => {
  const temporary = newFolder();
  const made = ['mcd-print-old', 'mcd-print-young', 'mcd-print-now', 'somebody-else'].map((name) =>
    join(temporary, name),
  );
  for (const folder of made) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'paper.pdf'), 'NGUYỄN THỊ ĐẶNG ÁNH');
  }
  const [old = '', , now = '', other = ''] = made;
  const before = statSync(now).mtimeMs / 1000 - 2 * 3600;
  for (const folder of [old, other]) utimesSync(folder, before, before);
  clearLeftovers(now);
  expect(readdirSync(temporary).toSorted()).toEqual(['mcd-print-now', 'mcd-print-young', 'somebody-else']);
});
