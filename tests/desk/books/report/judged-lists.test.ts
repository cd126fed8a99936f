import { expect, test } from 'vitest';
import { judgedLists } from '../../../../electron/desk/books/report/judged-lists.ts';
import type { DeskContext } from '../../../../electron/desk/core/context.ts';

const deskOf = () => ({ opening: {} }) as DeskContext;
const list = (lines: number, head = 'a') => ({ rows: new Uint32Array(lines), head });

test('the newest lists are kept, so many and so long together', () => {
  const lists = judgedLists({ lists: 3, lines: 100 });
  const desk = deskOf();
  const kept = () => ['one', 'two', 'three', 'four', 'long'].filter((name) => lists.find(desk, name, 'a'));
  for (const name of ['one', 'two', 'three']) lists.keep(desk, name, list(30));
  expect(kept()).toEqual(['one', 'two', 'three']);
  lists.keep(desk, 'four', list(1));
  expect(kept()).toEqual(['two', 'three', 'four']);
  // The same asked once more takes the place of what was judged before.
  lists.keep(desk, 'two', list(60));
  expect(kept()).toEqual(['two', 'three', 'four']);
  lists.keep(desk, 'long', list(40));
  expect(kept()).toEqual(['two', 'long']);
  // One that is longer than all of it is read each time, and drives nothing out.
  lists.keep(desk, 'one', list(101));
  expect(kept()).toEqual(['two', 'long']);
});

test('a list is of its register, and of its opening', () => {
  const lists = judgedLists({ lists: 3, lines: 100 });
  const desk = deskOf();
  lists.keep(desk, 'one', list(5, 'a'));
  expect(lists.find(desk, 'one', 'b')).toBeUndefined();
  expect(lists.find(desk, 'one', 'a')?.rows).toHaveLength(5);
  expect(lists.find(deskOf(), 'one', 'a')).toBeUndefined();
});
