import { expect, test } from 'vitest';
import { justDone } from '../../../../electron/domain/counter/case/just-done.ts';
import type { CaseAction, RecordedAction } from '../../../../electron/domain/entries/case.ts';

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
