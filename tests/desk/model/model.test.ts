import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFile } from '../../../electron/store/file/opening/open.ts';
import { projectedTables } from '../../../electron/store/projections.ts';
import { rebuildProjections } from '../../../electron/store/safety/verify/rebuild.ts';
import { type Model, type Real, commands, everSeen, everyAct, setUp } from './commands.ts';

const refused = new Set<string>();

test('random acts by random people, over restarts, go as the law’s second reading says', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const { model, real } = await setUp();
      try {
        await fc.asyncModelRun(() => ({ model, real }), steps);
        await holds(model, real);
      } finally {
        await real.desk.end();
      }
    }),
    { seed: 20_261_122, numRuns: 25 },
  );
  expect([...everSeen].toSorted()).toEqual(everyAct.toSorted());
  expect([...refused].toSorted()).toEqual(['action-not-allowed', 'forbidden']);
}, 300_000);

async function holds(model: Model, real: Real): Promise<void> {
  for (const code of model.refused) refused.add(code);
  const report = real.desk.desk.verify();
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  await real.desk.desk.close();
  const db = openFile(real.desk.folder, 'the model');
  if ('fault' in db) throw new Error(db.fault);
  const rows = () => projectedTables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]);
  const kept = rows();
  rebuildProjections(db);
  expect(rows()).toEqual(kept);
  db.close();
}
