import { expect, test } from 'vitest';
import {
  readSavedFilters,
  withSavedFilter,
  withoutSavedFilter,
} from '../../../../electron/domain/common/office/saved-filters.ts';

const find = (name: string, text = name) => ({ screen: 'find', name, text }) as const;
const petition = (name: string) => ({ screen: 'petition', name, text: '', show: 'all' }) as const;
const work = (name: string, section: unknown = null) => ({ screen: 'my-work', name, mine: true, section });
/** Of another version, or of none. */
const strange = [{ screen: 'map', name: 'Khu phố' }, { screen: 'find', name: 'Cũ', words: [] }, null, 'x'];

test('another stands behind the others; the same name of the same list takes its place', () => {
  const kept = [find('A'), petition('A'), find('B')];
  expect(withSavedFilter(kept, find('C'))).toEqual([...kept, find('C')]);
  expect(withSavedFilter(kept, find('A', 'khác'))).toEqual([find('A', 'khác'), petition('A'), find('B')]);
  expect(withSavedFilter([], find('A'))).toEqual([find('A')]);
});

test('a list is full at nine that can be read, and no other list with it', () => {
  const nine = Array.from({ length: 9 }, (_, nth) => find(`${nth}`));
  expect(withSavedFilter([...strange, ...nine], find('A'))).toBeUndefined();
  expect(withSavedFilter([...strange, ...nine.slice(1)], find('A'))).toHaveLength(13);
  expect(withSavedFilter(nine, find('8', 'khác'))).toEqual(nine.with(8, find('8', 'khác')));
  expect(withSavedFilter(nine, petition('A'))).toHaveLength(10);
});

test('one is taken away by its list and its name, and what is not there is not there', () => {
  const kept = [find('A'), petition('A'), find('B')];
  expect(withoutSavedFilter(kept, { screen: 'find', name: 'A' })).toEqual([petition('A'), find('B')]);
  expect(withoutSavedFilter(kept, { screen: 'register', name: 'A' })).toEqual(kept);
});

test('of My work whose and which section are kept; a section that this version does not know is not shown', () => {
  const kept = [work('A'), work('B', 'to-return'), work('C', 'next-year'), { ...work('D'), more: true }];
  expect(readSavedFilters(kept)).toEqual(kept.slice(0, 2));
  expect(withoutSavedFilter(kept, { screen: 'my-work', name: 'A' })).toEqual(kept.slice(1));
});

test('what cannot be read is not shown, and stays', () => {
  expect(readSavedFilters([...strange, find('A')])).toEqual([find('A')]);
  expect(withoutSavedFilter([...strange, find('A')], { screen: 'find', name: 'A' })).toEqual(strange);
  expect(withSavedFilter(strange, find('Cũ'))).toEqual(strange.with(1, find('Cũ')));
});
