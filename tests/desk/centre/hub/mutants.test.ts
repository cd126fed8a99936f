import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutants, timesIn } from '../../../support/centre/hub/mutants.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'build/check/vitest.config.ts',
  '--project',
  'desk',
  '--project',
  'unit',
];

test('each fault that is put in on purpose has its place', () => {
  expect(mutants.filter((one) => timesIn(one) !== 1).map(({ name }) => name)).toEqual([]);
});

/** Without a fault, with the same tests: what fails then proves nothing. */
const none = mutants.length;

function runWith(at: number, by: string | undefined) {
  const file = by ?? 'tests/desk/centre/hub/simulation.test.ts';
  const env = { ...process.env, HUB_MUTANT: String(at), HUB_SEEDS: process.env['HUB_SEEDS'] ?? '8' };
  const words = [...vitest, '--bail', '1', '--maxWorkers', '1', file];
  const run = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8', timeout: 1_500_000 });
  return { status: run.status, failed: /\d+ failed/.test(run.stdout) };
}

test('a fault that is put in is there: with it a test fails, and passes without it', () => {
  const by = 'tests/store/common/office/accounts-told.test.ts';
  const at = mutants.findIndex((one) => one.by === by);
  expect(runWith(at, by)).toEqual({ status: 1, failed: true });
  expect(runWith(none, by)).toEqual({ status: 0, failed: false });
});

/** Those that the simulation alone sees take minutes each, so all are run where somebody asks for it: HUB_MUTANTS=1 (docs/RELIABILITY.md). */
describe.runIf(process.env['HUB_MUTANTS'] !== undefined)('each of them', () => {
  test.each([...new Set(mutants.map(({ by }) => by))].map((by) => [by ?? 'the simulation', by] as const))(
    'without a fault nothing fails: %s',
    (_name, by) => expect(runWith(none, by)).toEqual({ status: 0, failed: false }),
    1_500_000,
  );

  test.each(mutants.map(({ name, by }, at) => [name, at, by] as const))(
    'is caught: %s',
    (_name, at, by) => expect(runWith(at, by)).toEqual({ status: 1, failed: true }),
    1_500_000,
  );
});
