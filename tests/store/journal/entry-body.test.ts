import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { FeeLine, ReceivedAction } from '../../../electron/domain/entries/case.ts';
import { keepCatalogue } from '../../../electron/store/catalogue/catalogue.ts';
import { secondsOf } from '../../../electron/domain/base/civil-time.ts';
import { openFile } from '../../../electron/store/file/opening/open.ts';
import { type EntryBodies, entryBodies } from '../../../electron/store/journal/bodies.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { received } from '../../support/desk/test-store.ts';

const at = secondsOf('2026-11-23T08:51:07+07:00');
const rules = [
  { kind: 'flat', name: 'Lệ phí hộ tịch', amount: 8000, source: 'NQ 411/NQ-HĐND' },
  { kind: 'flat', name: 'Phí bản sao', amount: null },
];
const term = { value: 1, unit: 'working-day' };
const ofRules: FeeLine[] = [
  { name: 'Lệ phí hộ tịch', amount: 8000, note: '', basis: 'NQ 411/NQ-HĐND' },
  { name: 'Phí bản sao', amount: null, note: 'Chưa xác minh mức thu', basis: '', gap: 'amount-unknown' },
];

let folder: string;
let bodies: EntryBodies;
let close: () => void;

beforeEach(() => {
  folder = newFolder();
  const db = openFile(folder, 'test');
  if (isFault(db)) throw new Error(db.fault);
  keepCatalogue(db, 'test-1', [{ code: '1.001193', name: 'Đăng ký khai sinh', body: { feeRules: rules, term } }]);
  bodies = entryBodies(db);
  close = () => db.close();
});

afterEach(() => close());

describe('a reception in the journal', () => {
  test('leaves out what stands elsewhere', () => {
    const body = bodies.write(
      received(8, { fees: ofRules, steps: [['accepted', '2026-11-23', { time: '08:51' }]] }),
      at,
    );
    expect(JSON.parse(body)).toEqual({
      applicant: ['NGUYỄN THỊ ĐẶNG ÁNH', '079190000008'],
      components: [0],
      dueAt: '2026-11-25T17:00',
      fees: [
        [8000, ''],
        [null, 'Chưa xác minh mức thu', 'amount-unknown'],
      ],
      number: ['Q1', 'H29.999-261123-0008'],
      procedure: ['1.001193', 'test-1'],
    });
  });

  test.each<[why: string, change: Partial<ReceivedAction>]>([
    ['as usual', {}],
    ['fees of the rules', { fees: ofRules }],
    ['a fee of another name', { fees: [{ name: 'Phí khác', amount: 1, note: '', basis: 'NQ 411/NQ-HĐND' }] }],
    ['a fee on another basis', { fees: [{ name: 'Lệ phí hộ tịch', amount: 1, note: '', basis: '' }] }],
    ['a fee more than the rules', { fees: [...ofRules, ...ofRules] }],
    ['a procedure that nobody adopted', { procedureCode: '9.999999', fees: ofRules }],
    ['a number of another day', { day: '2026-11-24' }],
    ['a number of another serial', { serial: 9 }],
    ['a number of another shape', { number: { local: 'T-1', official: null } }],
    [
      'a step of this minute',
      {
        steps: [
          ['accepted', '2026-11-23', { time: '08:51' }],
          ['day-ends-at-closing', '2026-11-25'],
        ],
      },
    ],
    ['a step of another minute', { steps: [['accepted', '2026-11-23', { time: '08:52' }]] }],
    ['a step of another day', { steps: [['accepted', '2026-11-22', { time: '08:51' }]] }],
    ['no step at all', { steps: [] }],
    ['another term than the procedure has', { term: { value: 3, unit: 'working-hour' } }],
    ['a procedure without rules and its term', { procedureCode: '9.999999', term: { value: 1, unit: 'working-day' } }],
    ['by post', { channel: 'post' }],
    ['a number the office has not given yet', { number: { local: 'Q1-261123-0008', official: null } }],
    ['a number of the portal', { number: { local: 'Q1-261123-0008', official: 'H29.999-261122-0031' } }],
    ['a promise to the second', { dueAt: '2026-11-25T16:59:59+07:00' }],
    [
      'copies and several originals',
      {
        components: [
          [0, 1, 0],
          [2, 1, 1],
          [3, 0, 2],
          [5, 2, 0],
        ],
      },
    ],
    [
      'everything of a person',
      {
        applicant: {
          kind: 'citizen',
          fullName: 'Lê Văn A',
          idNumber: '079190000008',
          dateOfBirth: '1990',
          sex: 'male',
          address: '',
          phone: '0900000001',
          email: 'a@b.vn',
        },
      },
    ],
    [
      'a business with an address',
      { applicant: { kind: 'business', fullName: 'Cty B', idNumber: '0300000000', address: 'Cát Lái' } },
    ],
    [
      'a person with more than we know of',
      { applicant: { kind: 'citizen', fullName: 'C', idNumber: '1', more: 2 } as never },
    ],
    ['a step with a name', { steps: [['accepted-day-off', '2026-11-23', { time: '08:51', name: 'Tết' }]] }],
    ['sent electronically', { resultDelivery: { kind: 'electronic' } }],
    ['three sets by post', { quantity: 3, resultDelivery: { kind: 'post', address: 'Cát Lái' } }],
  ])('comes back whole: %s', (_why, change) => {
    const event = received(8, change);
    expect(bodies.read('received', bodies.write(event, at), at)).toEqual(event);
  });

  test('comes back whole whatever day, serial and minute it has', () => {
    const days = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9_999_999 }), (date, serial) => {
        const [day, time] = [date.toISOString().slice(0, 10), date.toISOString().slice(11, 16)];
        const local = `Q1-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
        const event = received(1, {
          day,
          serial,
          number: { local, official: null },
          steps: [['accepted', day, { time }]],
        });
        const seconds = secondsOf(`${day}T${time}:00+07:00`);
        expect(bodies.read('received', bodies.write(event, seconds), seconds)).toEqual(event);
      }),
      { seed: 1 },
    );
  });
});

test('other entries are written as they are', () => {
  const body = bodies.write({ type: 'transferred', to: 'Tư pháp', officer: 'officer' }, at);
  expect(body).toBe('{"officer":"officer","to":"Tư pháp"}');
  expect(bodies.read('transferred', body, at)).toEqual({ type: 'transferred', to: 'Tư pháp', officer: 'officer' });
});
