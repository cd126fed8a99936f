import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldedTable, folding } from '../../../electron/store/file/rows/folded-table.ts';
import type { Store } from '../../../electron/store/store.ts';
import { openTestStore } from '../../support/desk/test-store.ts';

type Heap = { readonly name: string; readonly stones: number; readonly session: number };

let store: Store;

beforeAll(() => {
  store = openTestStore();
  store.db.exec(`CREATE TABLE heap (heap_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, state TEXT NOT NULL) STRICT;
    CREATE TABLE shift (heap_id INTEGER, session INTEGER, stones INTEGER, state TEXT, PRIMARY KEY (heap_id, session)) STRICT`);
});
afterAll(() => store.close());

function heaps() {
  return foldedTable<Heap>(store.db, { table: 'heap', key: 'heap_id', columns: { name: ({ name }) => name } });
}

function shifts() {
  const columns = { session: ({ session }: Heap) => session, stones: ({ stones }: Heap) => stones };
  return foldedTable<Heap>(store.db, { table: 'shift', key: 'heap_id', newest: 'session', columns });
}

test('each entry goes on the state that is kept', () => {
  const project = folding(heaps(), (before: Heap | undefined, _at, { name, stones }: Heap) => ({
    name,
    stones: (before?.stones ?? 0) + stones,
    session: 1,
  }));
  const by = { desk: 'Q1', deskSeq: 1 };
  project(1, 0, { name: 'one', stones: 2, session: 1 }, by);
  project(1, 0, { name: 'uno', stones: 3, session: 1 }, by);
  expect(heaps().find(1)).toEqual({ name: 'uno', stones: 5, session: 1 });
  expect(store.db.prepare('SELECT * FROM heap').all()).toEqual([
    { heap_id: 1, name: 'uno', state: '{"name":"uno","session":1,"stones":5}' },
  ]);
});

test('a row says a state in every column, or does not say it', () => {
  const table = heaps();
  const state = { name: 'two', stones: 1, session: 1 };
  table.keep(2, state);
  expect(table.says(2, state)).toBe(true);
  expect(table.says(2, { ...state, stones: 2 })).toBe(false);
  store.db.exec("UPDATE heap SET name = 'other' WHERE heap_id = 2");
  expect(table.says(2, state)).toBe(false);
  table.drop(2);
  expect(table.has(2)).toBe(false);
});

test('what clashes with another subject is refused and not written over it', () => {
  heaps().keep(3, { name: 'three', stones: 1, session: 1 });
  expect(() => heaps().keep(4, { name: 'three', stones: 9, session: 1 })).toThrow('UNIQUE');
  expect(heaps().find(3)?.stones).toBe(1);
});

test('of several rows of a subject the newest goes on', () => {
  const table = shifts();
  table.keep(1, { name: 'one', stones: 1, session: 1 });
  table.keep(1, { name: 'one', stones: 7, session: 2 });
  table.keep(1, { name: 'one', stones: 8, session: 2 });
  expect(table.find(1)).toEqual({ name: 'one', stones: 8, session: 2 });
  expect(store.db.prepare('SELECT session, stones FROM shift').all()).toEqual([
    { session: 1, stones: 1 },
    { session: 2, stones: 8 },
  ]);
});
