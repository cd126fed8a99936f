import { describe, expect, test } from 'vitest';
import { Act, type ActType } from '../../../../../../electron/contract/counter/case/act.ts';
import {
  type ActValues,
  actFields,
  isActType,
  readAct,
} from '../../../../../../renderer/screens/counter/case/acts/act-fields.ts';

test('a moment that cannot be read is told as a clerk writes it', () => {
  const values = { asked: 'Công an phường', about: 'nơi ở hiện nay', kind: 'verification', answerBy: 'thứ Sáu' };
  expect(readAct('ask-others', values)).toEqual(new Map([['answerBy', 'moment']]));
});

describe('what is typed becomes the act the contract knows', () => {
  test.each<[ActType, ActValues, unknown]>([
    ['take-over', {}, { type: 'take-over' }],
    ['transfer', { to: ' ' }, { type: 'transfer' }],
    ['transfer', { to: 'officer' }, { type: 'transfer', to: 'officer' }],
    [
      'request-supplement',
      { items: 'Giấy chứng sinh\n\n Sổ hộ khẩu ', reason: 'Còn thiếu' },
      { type: 'request-supplement', items: ['Giấy chứng sinh', 'Sổ hộ khẩu'], reason: 'Còn thiếu' },
    ],
    [
      'request-obligation',
      { reason: 'Lệ phí', amount: '1.250.000' },
      { type: 'request-obligation', reason: 'Lệ phí', amount: 1_250_000 },
    ],
    [
      'extend',
      { reason: 'Thiếu người', newDueAt: '25/11/2026 9:30' },
      { type: 'extend', reason: 'Thiếu người', newDueAt: '2026-11-25T09:30:00+07:00' },
    ],
    [
      'extend',
      { reason: 'Thiếu người', newDueAt: '25/11/2026' },
      { type: 'extend', reason: 'Thiếu người', newDueAt: '2026-11-25T17:00:00+07:00' },
    ],
    [
      'return',
      { fullName: 'Trần Bê', idNumber: '079190001234', as: 'applicant' },
      {
        type: 'return',
        receiver: { fullName: 'Trần Bê', idNumber: '079190001234', as: 'applicant', receiptLost: false },
      },
    ],
  ])('%s %j', (type, values, act) => {
    expect(readAct(type, values)).toEqual(act);
  });

  test.each<[ActType, ActValues, Record<string, string>]>([
    ['withdraw', {}, { reason: 'required' }],
    ['return', { fullName: 'Lê Cờ', idNumber: '079190001234', as: 'proxy' }, { authorisation: 'required' }],
    ['finish', {}, { result: 'required' }],
  ])('%s %j is told beside its field', (type, values, issues) => {
    expect(Object.fromEntries(readAct(type, values) as ReadonlyMap<string, string>)).toEqual(issues);
  });

  test('an unreadable date is refused, not guessed', () => {
    const found = readAct('extend', { reason: 'Thiếu người', newDueAt: '31/02/2026' });
    expect([...(found as ReadonlyMap<string, string>).keys()]).toEqual(['newDueAt']);
  });

  test('every act of the contract has its fields', () => {
    const known = Act.options.map((option) => option.shape.type.value);
    expect(Object.keys(actFields).toSorted()).toEqual([...known].toSorted());
    expect(known.every(isActType)).toBe(true);
    expect(isActType('delete')).toBe(false);
  });
});
