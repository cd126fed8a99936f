import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './source-files.ts';

/**
 * `npm test` and `npm run check`: every step in turn, its output as it comes, then what failed by name, and one last line
 * «N passed, N failed, N skipped». A step that counts its own tests adds them; any other step (format, lint, types, …) is one
 * test that passed or failed.
 */
type Tally = { passed: number; skipped: number; failed: readonly string[] };
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
      ...(process.stdout.isTTY ? [] : ['--no-color']),
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

type VitestReport = {
  numPassedTests: number;
  numPendingTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
};

function readVitest(report: VitestReport): Tally {
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${path.relative(root, name)} › ${fullName}`),
  );
  return { passed: report.numPassedTests, skipped: report.numPendingTests, failed };
}

type Suite = { file: string; suites?: Suite[]; specs: { title: string; tests: { status: string }[] }[] };

function journeysOf(suite: Suite, status: string): string[] {
  const own = suite.specs.filter(({ tests }) => tests.some((test) => test.status === status));
  return [
    ...own.map(({ title }) => `${suite.file} › ${title}`),
    ...(suite.suites ?? []).flatMap((inner) => journeysOf(inner, status)),
  ];
}

function readPlaywright(report: { stats: { expected: number; skipped: number }; suites: Suite[] }): Tally {
  const withStatus = (status: string) => report.suites.flatMap((suite) => journeysOf(suite, status));
  const flaky = withStatus('flaky');
  for (const name of flaky) process.stdout.write(`flaky, passed at the second try: ${name}\n`);
  return {
    passed: report.stats.expected + flaky.length,
    skipped: report.stats.skipped,
    failed: withStatus('unexpected'),
  };
}

/** What the tests write goes with them, also what a killed process left. */
const temporary = mkdtempSync(path.join(tmpdir(), 'desk-test-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
const surroundings = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };

function run(words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: surroundings,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** A step that fails without a failed test (a file that does not load, a crash) still counts one. */
async function tally(step: Step): Promise<Tally> {
  if (step.count !== undefined) rmSync(step.count.file, { force: true });
  const ok = await run(step.words);
  if (step.count === undefined || !existsSync(step.count.file))
    return { passed: ok ? 1 : 0, skipped: 0, failed: ok ? [] : [step.name] };
  const counted = step.count.read(JSON.parse(readFileSync(step.count.file, 'utf8')) as never);
  return ok || counted.failed.length > 0 ? counted : { ...counted, failed: [step.name] };
}

mkdirSync(bin('.cache'), { recursive: true });
const steps = process.argv.includes('--check') ? checks : [...checks, ...journeys];
const total = { passed: 0, skipped: 0 };
const failed: string[] = [];
for (const step of steps) {
  const begun = Date.now();
  process.stdout.write(`\n== ${step.name}\n`);
  const one = await tally(step);
  total.passed += one.passed;
  total.skipped += one.skipped;
  failed.push(...one.failed.map((name) => (name === step.name ? name : `${step.name}: ${name}`)));
  process.stdout.write(
    `== ${step.name}: ${one.failed.length === 0 ? 'good' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
  );
}
process.stdout.write(
  `\n${failed.map((name) => `failed: ${name}\n`).join('')}${total.passed} passed, ${failed.length} failed${
    total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  }\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
