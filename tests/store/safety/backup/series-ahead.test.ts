import { expect, test } from 'vitest';
import { numberedForms, seriesAhead } from '../../../../electron/store/safety/backup/series-ahead.ts';
import { settings } from '../../../support/papers/well-formed.ts';

const office = {
  desk: settings.desk,
  receipts: { taxCode: '0301234567', letters: 'AA', paper: { template: 'C1', symbol: 'X' } },
} as never;

test('what may be begun in the days since a backup is passed over though the backup has none of it', () => {
  const series = seriesAhead(office, ['2026-12-31', '2027-01-04']);
  for (const one of [
    'certification BS.Q1-2026',
    'certification BS.Q1-2027',
    'petition Q1-27',
    'paper mau-02 2027',
    'receipt EBL01 27TAA',
    'receipt C1 X',
  ])
    expect(series).toContain(one);
  expect(series.filter((one) => one.startsWith('certification'))).toHaveLength(6);
  expect(series.filter((one) => one.startsWith('paper'))).toHaveLength(2 * numberedForms.length);
});

test('an office that numbers its books at one desk passes over those', () => {
  const series = seriesAhead(
    { ...(office as object), certification: { numbers: 'office', signing: 'at-once' } } as never,
    ['2026-12-01'],
  );
  expect(series.filter((one) => one.startsWith('certification'))).toContain('certification BS-2026');
});
