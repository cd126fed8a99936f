import { describe, expect, test } from 'vitest';
import { issuesIn } from '../../../../../../electron/contract/base/input-issues.ts';
import {
  checkArrival,
  nextOf,
  withCode,
} from '../../../../../../renderer/screens/routing/hand-over/arrival/arrival-input.ts';
import { newReception } from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';

const now = '2026-11-25T10:05:00+07:00';
const about = { now, known: issuesIn('vi') };
const requestId = '00000000-0000-4000-8000-000000000001';
const blank = newReception({ draftId: 'd', requestId });
const form = {
  ...blank,
  applicant: { ...blank.applicant, fullName: 'NGUYỄN THỊ ÁNH', idNumber: '079 190 001234' },
  procedure: { code: '1.004873', name: 'Xác nhận tình trạng hôn nhân', field: 'Hộ tịch' },
  components: { 0: { originals: 1, copies: 0 } },
};
const came = {
  code: 'h29.157-261123-0042 ',
  unit: { code: '27112', name: 'Phường Cát Lái, Thành phố Hồ Chí Minh' },
  acceptedAt: '23/11/2026 9h',
  dueAt: '30/11/2026 17:00',
  arrivedAt: null,
};

describe('a file from another centre, as its paper is typed', () => {
  test('goes to the desk with its code, both moments of the paper, and the minute it came', () => {
    expect(checkArrival(came, form, about)).toMatchObject({
      ok: true,
      input: {
        code: 'H29.157-261123-0042',
        receivingUnit: { code: '27112' },
        acceptedAt: '2026-11-23T09:00:00+07:00',
        dueAt: '2026-11-30T17:00:00+07:00',
        arrivedAt: now,
        requestId,
      },
    });
  });

  test('came when it is typed that it came, from an agency that has no code', () => {
    const typed = { ...came, unit: { code: '', name: 'Sở Tư pháp' }, arrivedAt: '24112026 1530' };
    expect(checkArrival(typed, form, about)).toMatchObject({
      input: { receivingUnit: { name: 'Sở Tư pháp' }, arrivedAt: '2026-11-24T15:30:00+07:00' },
    });
  });

  test('what is missing or cannot be read is said at its field, the paper first', () => {
    const nothing = checkArrival({ ...nextOf({ unit: null, arrivedAt: null }), dueAt: '30/11/2026' }, blank, about);
    if (nothing.ok) throw new Error('nothing was typed');
    const issues = [...nothing.issues];
    expect(issues.slice(0, 4)).toEqual([
      ['code', 'required'],
      ['receivingUnit', 'required'],
      ['acceptedAt', 'required'],
      // A promise is kept to its hour.
      ['dueAt', 'moment'],
    ]);
    expect(nothing.issues.get('procedureCode')).toBe('required');
  });
});

describe('the code of the receipt', () => {
  test('tells the day it was received, and its hour is typed', () => {
    const read = withCode(nextOf({ unit: null, arrivedAt: null }), 'H29.157-261123-0042');
    expect(read.acceptedAt).toBe('23/11/2026 ');
    expect(withCode(read, 'Q1-261124-0007').acceptedAt).toBe('24/11/2026 ');
  });

  test('does not write over an hour that was typed', () => {
    expect(withCode(came, 'H29.157-261120-0001').acceptedAt).toBe('23/11/2026 9h');
  });

  test('is of one file: who sent it and when it came stay for the next of the pile', () => {
    expect(nextOf(came)).toEqual({ code: '', unit: came.unit, acceptedAt: '', dueAt: '', arrivedAt: null });
  });
});
