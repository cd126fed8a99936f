import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './source-files.ts';

/**
 * `npm test` and `npm run check`: every step in turn, its output as it comes, and one last line «N passed, N failed, N skipped».
 * A step that counts its own tests adds them; any other step (format, lint, types, …) is one test that passed or failed.
 */
type Tally = { passed: number; failed: number; skipped: number };
type Step = { name: string; words: readonly string[]; count?: { file: string; read: (report: never) => Tally } };

const bin = (file: string) => path.join(root, 'node_modules', file);
const e2eReport = bin('.cache/e2e.json');

const checks: readonly Step[] = [
  { name: 'format', words: [bin('oxfmt/bin/oxfmt'), '--check', '--no-error-on-unmatched-pattern'] },
  {
    name: 'lint',
    words: [bin('oxlint/bin/oxlint'), '--type-aware', '--report-unused-disable-directives-severity=error'],
  },
  { name: 'types', words: ['build/types.ts'] },
  { name: 'unused', words: [bin('knip/bin/knip.js'), '--config', 'build/knip.json', '--no-progress'] },
  { name: 'install scripts', words: ['build/install-scripts.ts'] },
  vitest('unit', ['unit', 'rim']),
];

/** The unit runner over some of its projects (build/vitest.config.ts). */
function vitest(name: string, projects: readonly string[]): Step {
  const report = bin(`.cache/${name}.json`);
  return {
    name,
    words: [
      bin('vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--config',
      'build/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: { file: report, read: readVitest },
  };
}

const bundle = (name: string): Step => ({
  name: `${name} bundle`,
  words: [bin('vite/bin/vite.js'), 'build', '--config', `build/vite.${name}.config.ts`, '--logLevel', 'warn'],
});

const journeys: readonly Step[] = [
  vitest('desk', ['desk']),
  vitest('crash', ['crash']),
  bundle('renderer'),
  bundle('electron'),
  bundle('preload'),
  {
    name: 'e2e',
    words: [bin('@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts'],
    count: { file: e2eReport, read: readPlaywright },
  },
];

function readVitest(report: { numPassedTests: number; numFailedTests: number; numPendingTests: number }): Tally {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function readPlaywright(report: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) process.stdout.write(`flaky, passed at the second try: ${flaky}\n`);
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function run(words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** A step that fails without a failed test (a file that does not load, a crash) still counts one. */
async function tally(step: Step): Promise<Tally> {
  if (step.count !== undefined) rmSync(step.count.file, { force: true });
  const ok = await run(step.words);
  if (step.count === undefined || !existsSync(step.count.file))
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counted = step.count.read(JSON.parse(readFileSync(step.count.file, 'utf8')) as never);
  return ok ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

mkdirSync(bin('.cache'), { recursive: true });
const steps = process.argv.includes('--check') ? checks : [...checks, ...journeys];
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const begun = Date.now();
  process.stdout.write(`\n== ${step.name}\n`);
  const one = await tally(step);
  total.passed += one.passed;
  total.failed += one.failed;
  total.skipped += one.skipped;
  process.stdout.write(
    `== ${step.name}: ${one.failed === 0 ? 'good' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
  );
}
process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
