import { afterEach, expect, test } from 'vitest';
import { foldCase } from '../../../../electron/domain/counter/case/state.ts';
import type { RecordedAction } from '../../../../electron/domain/entries/case.ts';
import { type EntryName, type Named, entryName } from '../../../../electron/domain/entries/reference.ts';
import { headsHere } from '../../../../electron/store/centre/exchange/commits.ts';
import { contradictions } from '../../../../electron/store/centre/exchange/contradictions.ts';
import type { Db } from '../../../../electron/store/file/db.ts';
import { entriesOf } from '../../../../electron/store/journal/entries.ts';
import { findOffice } from '../../../../electron/store/common/office/settings.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { type DeskApart, exchangeAll, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { decideApart, live } from './life.ts';

/** A few in each run; as many as are asked for when somebody wants to know (docs/RELIABILITY.md). */
const seeds = Number(process.env['APART_SEEDS'] ?? 6);
const firstSeed = Number(process.env['APART_FROM'] ?? 1);
const steps = Number(process.env['APART_STEPS'] ?? 150);

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

const everDone = new Map<string, number>();

test.each(Array.from({ length: seeds }, (_, index) => firstSeed + index))(
  'three desks that exchange whole commits come to the same register: seed %i',
  async (seed) => {
    open = await openThreeApart(seed);
    const world = await live(open, seed, steps);
    exchangeAll(open);
    await decideApart(world);
    exchangeAll(open);
    const { done, known } = world;
    for (const [name, times] of done) everDone.set(name, (everDone.get(name) ?? 0) + times);
    const stores = open.map(({ context }) => context.store.db);
    // What waits, and what was decided, is what desks did that had not heard of each other, by the table, each pair once.
    const expected = oracle(stores[0] as Db, known);
    everFound += expected.length;
    for (const db of stores) expect(pairsIn(db)).toEqual(expected);
    expect(stores.map(headsHere)).toEqual(stores.map(() => headsHere(stores[0] as (typeof stores)[0])));
    // No setting and no number of another desk was taken.
    expect(stores.map((db) => findOffice(db)?.desk.code)).toEqual(['Q1', 'Q2', 'Q3']);
    // Of a sheet that was entered at two desks the number is on two cases, as it is on paper.
    const onSheets = `SELECT day || ' ' || serial || ':' FROM kit_number WHERE state = 2`;
    const sheets = stores.flatMap((db) => db.prepare(onSheets).pluck().all() as string[]);
    const doubled = stores.flatMap(contradictions).filter((one) => /of \d+ (cases|kits|lists)/.test(one));
    expect(doubled.filter((one) => !sheets.some((sheet) => one.startsWith(sheet)))).toEqual([]);
    const told = stores.map(stateHash);
    for (const db of stores) rebuildProjections(db);
    const rebuilt = stores.map(stateHash);
    expect({ told, rebuilt }).toEqual({ told: stores.map(() => told[0]), rebuilt: stores.map(() => told[0]) });
    for (const db of stores)
      expect(verifyStore(db).flatMap(({ name, found }) => found.map((one) => `${name}: ${one}`))).toEqual([]);
  },
);

/** The pairs of entries of cases that do not go together, by what each desk had when it wrote them and not by what entries say. */
function oracle(db: Db, known: ReadonlyMap<EntryName, Readonly<Record<string, number>>>): readonly string[] {
  const had = (entry: Named, other: Named) =>
    entry.desk === other.desk || (known.get(entryName(entry))?.[other.desk] ?? 0) >= other.deskSeq;
  const cases = db.prepare('SELECT case_id FROM case_summary').pluck().all() as number[];
  return cases
    .flatMap((row) => {
      const told = entriesOf<RecordedAction>(db, row).map(({ apart: _apart, ...plain }) => plain);
      const actions = told.map((entry) => {
        const apart = told.filter((other) => !had(entry, other) && !had(other, entry)).map(entryName);
        return apart.length === 0 ? entry : { ...entry, apart };
      });
      return (foldCase(actions).contradictions ?? [])
        .filter(({ why, against }) => why === 'conflict' && against !== null)
        .map(({ entry, against, decided = '' }) => `${entry} ${against ?? ''} ${decided}`);
    })
    .toSorted();
}

function pairsIn(db: Db): readonly string[] {
  const rows = db.prepare(
    `SELECT entry || ' ' || against || ' ' || decided FROM conflict JOIN case_summary ON case_id = subject_id`,
  );
  return (rows.pluck().all() as string[]).toSorted();
}

let everFound = 0;

/** A life in which nothing happens would prove nothing. */
test('and did most of what there is to do', () => {
  const often = [
    'case.receive',
    'case.act',
    'case.correct',
    'handOver.make',
    'intake.importPack',
    'kit.print',
    'certification.receive',
    'petition.act',
    'office.changeSettings',
    'conflict.decide',
  ];
  expect(often.filter((name) => (everDone.get(name) ?? 0) < 3)).toEqual([]);
  expect(everFound).toBeGreaterThan(5);
});
