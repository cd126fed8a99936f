import { describe, expect, test } from 'vitest';
import { justDone, justReceived } from '../../../../electron/domain/counter/case/just-done.ts';
import type { CaseAction, RecordedAction } from '../../../../electron/domain/entries/case.ts';
import { reception } from '../../../support/data/case-sample.ts';

const returned: CaseAction = { type: 'returned', receiver: 'ÁNH' };
const moved: CaseAction = { type: 'bundle-moved', to: { kind: 'citizen' } };
const told = (action: CaseAction, at: string, actor = 'clerk', desk = 'here'): RecordedAction => ({
  seq: 1,
  desk,
  deskSeq: 1,
  actor,
  at: `2026-11-17T${at}+07:00`,
  action,
});
const look = (now: string, username = 'clerk') => ({
  username,
  now: `2026-11-17T${now}+07:00`,
  isOwn: (desk: string) => desk === 'here',
});

test.each<[string, RecordedAction[], string, string, boolean]>([
  ['at once', [told(returned, '09:00:00')], '09:00:00', 'clerk', true],
  ['in the last second', [told(returned, '09:00:00')], '09:01:00', 'clerk', true],
  ['a second too late', [told(returned, '09:00:00')], '09:01:01', 'clerk', false],
  ['before it was done: a clock that was set back', [told(returned, '09:00:00')], '08:59:59', 'clerk', false],
  ['by another person', [told(returned, '09:00:00')], '09:00:10', 'other', false],
  ['at another counter', [told(returned, '09:00:00', 'clerk', 'there')], '09:00:10', 'clerk', false],
  ['with where the papers went', [told(returned, '09:00:00'), told(moved, '09:00:00')], '09:00:10', 'clerk', true],
  [
    'after somebody else acted',
    [told(returned, '09:00:00'), told({ type: 'error-reported', what: 'sai' }, '09:00:05', 'other')],
    '09:00:10',
    'clerk',
    false,
  ],
  ['of nothing', [], '09:00:00', 'clerk', false],
])('%s', (_name, actions, now, username, is) => {
  expect(justDone(actions, look(now, username))?.action).toEqual(is ? returned : undefined);
});

describe('a reception is its clerk’s to take back', () => {
  const certified: CaseAction = {
    type: 'certified',
    kind: 'copy',
    series: 'BS.Q1-2026',
    signer: { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' },
    papers: [{ serial: 1, pages: 20, copies: 5, fee: 110_000 }],
  };
  const finished: CaseAction = { type: 'finished', result: 'Đã chứng thực' };
  const all = [told(reception, '09:00:00'), told(certified, '09:00:00'), told(finished, '09:00:00')];

  test.each<[string, RecordedAction[], 'reception' | 'certification', string, boolean]>([
    ['alone', all.slice(0, 1), 'reception', '09:01:00', true],
    ['not once its papers have numbers', all.slice(0, 2), 'reception', '09:00:10', false],
    ['with its numbers and its result, where these are taken back', all, 'certification', '09:01:00', true],
    ['not a second too late', all, 'certification', '09:01:01', false],
    [
      'not once a leader signed',
      [...all.slice(0, 2), told(finished, '09:00:05', 'leader')],
      'certification',
      '09:00:10',
      false,
    ],
    [
      'not once somebody was told',
      [...all, told({ type: 'announced', how: 'phone' }, '09:00:05')],
      'certification',
      '09:00:10',
      false,
    ],
  ])('%s', (_name, actions, kind, now, is) => {
    expect(justReceived(actions, look(now), kind)?.action).toEqual(is ? reception : undefined);
  });
});
