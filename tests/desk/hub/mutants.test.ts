import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mutants, timesIn } from '../../support/hub/mutants.ts';

const root = path.resolve(import.meta.dirname, '../../..');
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

/** Takes a minute each, so it is run where somebody asks for it: HUB_MUTANTS=1 (docs/RELIABILITY.md). */
test.runIf(process.env['HUB_MUTANTS'] !== undefined).each(mutants.map(({ name }, at) => [name, at] as const))(
  'is caught: %s',
  (_name, at) => {
    const names = ['later-key', 'people-of-centre', 'trouble', 'join', 'simulation'];
    const files = [
      ...names.map((name) => `tests/desk/hub/${name}.test.ts`),
      'tests/store/office/accounts-told.test.ts',
    ];
    const env = { ...process.env, HUB_MUTANT: String(at), HUB_SEEDS: '8' };
    const run = spawnSync(process.execPath, [...vitest, '--bail', '1', ...files], { cwd: root, env, encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/\d+ failed/);
  },
  600_000,
);
