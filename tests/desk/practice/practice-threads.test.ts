import type { Procedure } from '../../../electron/contract/catalogue/lists.ts';
import { afterEach, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { DeskContext } from '../../../electron/desk/core/context.ts';
import { openPractice } from '../../../electron/desk/practice/open-practice.ts';
import { openTestDesk, portsOf } from '../../support/desk/test-desk.ts';
import { openContextOver } from '../../support/desk/test-context.ts';
import { findingsOf, stateHash } from '../../support/desk/test-store.ts';

const input = { cases: 400, seed: 11, password: 'x' };
const [inLine, onTwoThreads] = [false, true];

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A folder in which no office is set up yet. */
async function emptyRoom(): Promise<DeskContext> {
  const at = openTestDesk();
  await at.desk.close();
  const { desk, close } = openContextOver(portsOf(at.folder, at.clock, at.printer, at.log));
  ends.push(close, () => at.end());
  return desk;
}

function schemaOf({ store }: DeskContext): unknown {
  return store.db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
}

function settingsOf({ store }: DeskContext): unknown[] {
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'ignore_check_constraints', 'cell_size_check'];
  return names.map((name) => store.db.pragma(name, { simple: true }));
}

test('made on two threads or in line, it is the same office, row by row, and as safe as any afterwards', async () => {
  const [one, two] = [await emptyRoom(), await emptyRoom()];
  const [schema, settings] = [schemaOf(one), settingsOf(one)];
  expect(await openPractice(two, input, onTwoThreads)).toEqual(await openPractice(one, input, inLine));
  expect(stateHash(two.store.db)).toBe(stateHash(one.store.db));
  expect(two.store.db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(input.cases);
  expect(findingsOf(two.store.db)).toEqual([]);
  expect(schemaOf(two)).toEqual(schema);
  expect(settingsOf(two)).toEqual(settings);
  expect(settings).toEqual(['wal', 2, 1, 0, 1]);
});

/** A procedure that somebody comes for sooner or later, and that cannot be received. */
function broken(desk: DeskContext): DeskContext {
  const procedures = desk.catalogue.procedures.map((procedure) =>
    procedure.code === '1.004222' ? ({ ...procedure, components: null } as unknown as Procedure) : procedure,
  );
  return { ...desk, catalogue: { ...desk.catalogue, procedures } };
}

test.each([
  ['in line', inLine],
  ['on two threads', onTwoThreads],
])('what breaks half way, %s, is thrown and leaves nothing; the next try begins anew', async (_, many) => {
  const desk = await emptyRoom();
  const before = stateHash(desk.store.db);
  await expect(openPractice(broken(desk), input, many)).rejects.toThrow('null');
  expect(stateHash(desk.store.db)).toBe(before);
  expect(settingsOf(desk)).toEqual(['wal', 2, 1, 0, 1]);
  expect(isFault(await openPractice(desk, input, many))).toBe(false);
});

test.each([
  ['in line', inLine],
  ['on two threads', onTwoThreads],
])('a disk that is full half way, %s, is a fault and leaves nothing', async (_, many) => {
  const desk = await emptyRoom();
  const { db } = desk.store;
  const before = stateHash(db);
  const pages = db.pragma('page_count', { simple: true }) as number;
  for (const more of [1, 100]) {
    db.pragma(`max_page_count = ${pages + more}`);
    expect(await openPractice(desk, input, many)).toMatchObject({ fault: 'disk-full' });
    expect(stateHash(db)).toBe(before);
    expect(db.inTransaction).toBe(false);
  }
  db.pragma('max_page_count = 1000000');
  expect(isFault(await openPractice(desk, input, many))).toBe(false);
  expect(findingsOf(db)).toEqual([]);
});

test('an office stays the only one: a second is refused, and the first keeps its indexes', async () => {
  const desk = await emptyRoom();
  await openPractice(desk, { ...input, cases: 20 }, inLine);
  const [schema, before] = [schemaOf(desk), stateHash(desk.store.db)];
  expect(await openPractice(desk, input, onTwoThreads)).toMatchObject({ fault: 'already-set-up' });
  expect(stateHash(desk.store.db)).toBe(before);
  expect(schemaOf(desk)).toEqual(schema);
});
