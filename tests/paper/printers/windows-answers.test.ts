import { describe, expect, test } from 'vitest';
import { driversOf } from '../../../electron/paper/printers/drivers.ts';
import { readWindowsJob, readWindowsPrinters } from '../../../electron/paper/printers/windows.ts';

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

test('printers are read with their state and the default one', () => {
  const json =
    '[{"Name":"HP 3","Comment":"","PrinterStatus":"Normal","IsDefault":true},{"Name":"Canon","Comment":"Quầy 4","PrinterStatus":"Offline","IsDefault":false}]';
  expect(readWindowsPrinters(json)).toEqual([
    { name: 'HP 3', description: 'HP 3', state: 'ready', reason: null, isDefault: true },
    { name: 'Canon', description: 'Quầy 4', state: 'stopped', reason: 'Offline', isDefault: false },
  ]);
});

test.each([
  ['win32', 'windows'],
  ['linux', 'cups'],
  ['darwin', 'cups'],
] as const)('on %s papers go through %s', (platform, name) => {
  expect(driversOf({ platform })).toEqual([name]);
});
