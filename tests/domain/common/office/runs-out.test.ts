import { expect, test } from 'vitest';
import { type Left, runsOut } from '../../../../electron/domain/common/office/runs-out.ts';
import { dayOfDate } from '../../../../electron/domain/base/civil-time.ts';

/** A Tuesday with enough of everything. */
const enough: Left = {
  now: '2026-11-24T09:00:00+07:00',
  room: 50 * 2 ** 30,
  numbers: { left: 900, of: 1000 },
  calendarUntil: dayOfDate('2027-12-31'),
  backupAt: '2026-11-24T08:00:00+07:00',
  paperReceiptsUntil: null,
  hubCertificateUntil: '2036-11-20',
  cityCertificateUntil: null,
  recoveryKeyProved: '2026-11-20',
};

test.each<[string, Partial<Left>, unknown[]]>([
  ['enough of everything', {}, []],
  ['two gigabytes are enough', { room: 2 * 2 ** 30 }, []],
  ['less are not', { room: 2 * 2 ** 30 - 1 }, [{ code: 'disk-room', megabytes: 2047 }]],
  ['a disk that tells nothing', { room: null }, []],
  ['a tenth of the numbers', { numbers: { left: 100, of: 1000 } }, []],
  ['less than a tenth', { numbers: { left: 99, of: 1000 } }, [{ code: 'numbers', left: 99 }]],
  ['none left', { numbers: { left: 0, of: 1000 } }, [{ code: 'numbers', left: 0 }]],
  ['sixty days of calendar', { calendarUntil: dayOfDate('2027-01-23') }, []],
  ['fifty-nine', { calendarUntil: dayOfDate('2027-01-22') }, [{ code: 'calendar', days: 59 }]],
  ['a calendar that is over', { calendarUntil: dayOfDate('2026-11-01') }, [{ code: 'calendar', days: 0 }]],
  ['a backup of yesterday morning', { backupAt: '2026-11-23T03:00:00+07:00' }, []],
  ['an older one', { backupAt: '2026-11-23T02:00:00+07:00' }, [{ code: 'backup-old', hours: 31 }]],
  ['Friday’s on a Monday', { now: '2026-11-23T08:00:00+07:00', backupAt: '2026-11-20T17:00:00+07:00' }, []],
  [
    'Thursday’s on a Monday',
    { now: '2026-11-23T08:00:00+07:00', backupAt: '2026-11-19T17:00:00+07:00' },
    [{ code: 'backup-old', hours: 87 }],
  ],
  ['no backup: the bar says so itself', { backupAt: null }, []],
  ['sixty days of receipts on paper', { paperReceiptsUntil: '2027-01-22' }, []],
  ['fifty-nine', { paperReceiptsUntil: '2027-01-21' }, [{ code: 'paper-receipts', days: 59, until: '2027-01-21' }]],
  [
    'the last day of them',
    { now: '2026-12-31T16:00:00+07:00', paperReceiptsUntil: '2026-12-31', backupAt: null },
    [{ code: 'paper-receipts', days: 1, until: '2026-12-31' }],
  ],
  [
    'none any more',
    { now: '2027-01-04T08:00:00+07:00', paperReceiptsUntil: '2026-12-31', backupAt: null },
    [{ code: 'paper-receipts', days: 0, until: '2026-12-31' }],
  ],
  ['a certificate of the hub that ends in sixty days', { hubCertificateUntil: '2027-01-23' }, []],
  [
    'one that ends in fifty-nine',
    { hubCertificateUntil: '2027-01-22' },
    [{ code: 'hub-certificate', until: '2027-01-22' }],
  ],
  [
    'the city’s, which is over',
    { cityCertificateUntil: '2026-11-23' },
    [{ code: 'city-certificate', until: '2026-11-23' }],
  ],
  ['a key on paper of eleven months', { recoveryKeyProved: '2025-12-25' }, []],
  ['its year over in thirty days', { recoveryKeyProved: '2025-12-24' }, [{ code: 'recovery-test', due: '2026-12-24' }]],
  [
    'one that nobody tried in time',
    { recoveryKeyProved: '2024-02-29' },
    [{ code: 'recovery-test', due: '2025-02-28' }],
  ],
  ['an office that is not encrypted', { recoveryKeyProved: null }, []],
  [
    'all at once, the gravest first',
    { room: 0, numbers: { left: 1, of: 1000 }, calendarUntil: 0, backupAt: '2026-11-01T02:00:00+07:00' },
    [
      expect.objectContaining({ code: 'disk-room' }),
      expect.objectContaining({ code: 'numbers' }),
      expect.objectContaining({ code: 'calendar' }),
      expect.objectContaining({ code: 'backup-old' }),
    ],
  ],
])('%s', (_name, change, found) => {
  expect(runsOut({ ...enough, ...change })).toEqual(found);
});
