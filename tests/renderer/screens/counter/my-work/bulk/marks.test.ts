import { expect, test } from 'vitest';
import { isFor } from '../../../../../../renderer/screens/counter/my-work/bulk/bulk-acts.ts';
import type { WorkItem } from '../../../../../../renderer/screens/counter/my-work/work-sections.ts';
import {
  groupToggled,
  noMarks,
  stillThere,
  markToggled,
  withMarked,
} from '../../../../../../renderer/screens/counter/my-work/bulk/marks.ts';

const item = (caseId: string, group: WorkItem['group'] = 'today') =>
  ({ key: `${group} ${caseId}`, group, row: { caseId } }) as WorkItem;
const all = ['1', '2', '3'].map((id) => item(id));
const ids = (marks: ReadonlyMap<string, unknown>) => [...marks.keys()];

test('a mark is set and taken away; a case in two groups is one; what waits to be received has none', () => {
  const one = markToggled(noMarks, all[0]);
  expect(ids(one)).toEqual(['1']);
  expect(ids(markToggled(one, item('1', 'error')))).toEqual([]);
  expect(ids(markToggled(one, item('9', 'waiting')))).toEqual(['1']);
  expect(ids(markToggled(one, undefined))).toEqual(['1']);
});

test('a group is marked whole, and unmarked where all of it was', () => {
  const whole = groupToggled(markToggled(noMarks, all[1]), all);
  expect(ids(whole).toSorted()).toEqual(['1', '2', '3']);
  expect(ids(groupToggled(withMarked(whole, [item('8')]), all))).toEqual(['8']);
});

test('what has left the list is not marked any more', () => {
  const marks = withMarked(noMarks, all);
  expect(ids(stillThere(marks, [item('2', 'error')]))).toEqual(['2']);
  expect(stillThere(marks, all)).toBe(marks);
});

test('an act is for the rows that show nothing against it', () => {
  // Taken over from whoever has it: not by who has it already, nor before anybody handed it on.
  expect(isFor('take-over', { status: 'processing', held: false })).toBe(true);
  expect(isFor('take-over', { status: 'processing', held: true })).toBe(false);
  expect(isFor('take-over', { status: 'accepted', held: false })).toBe(false);
  expect(isFor('transfer', { status: 'accepted', held: true })).toBe(true);
  expect(isFor('announce', { status: 'processing', held: false })).toBe(false);
});

test('the archive takes what was handed out, refused or stopped, and once alone', () => {
  expect(isFor('archive', { status: 'returned' })).toBe(true);
  expect(isFor('archive', { status: 'refused' })).toBe(true);
  expect(isFor('archive', { status: 'finished' })).toBe(false);
  expect(isFor('archive', { status: 'returned', archived: true })).toBe(false);
});
