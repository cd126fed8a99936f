import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { bundleConfig, electronBundles } from '../bundle/vite/electron-bundles.ts';
import { root } from '../check/source-files.ts';
import { installMissing } from './system-tools.ts';
import { type Skipped, type Tally, readPlaywright, readVitest } from './test-reports.ts';

/**
 * `npm test` and `npm run check`: every step in turn, its output as it comes, then what failed by name, and one last line
 * «N passed, N failed, N skipped». A step that counts its own tests adds them; any other step (format, lint, types, …) is one
 * test that passed or failed. What was skipped is said by name, and why with what to install.
 */
type Step = { name: string; words: readonly string[]; count?: { file: string; read: (report: never) => Tally } };

const bin = (file: string) => path.join(root, 'node_modules', file);
const e2eReport = bin('.cache/e2e.json');

const onlyChecks = process.argv.includes('--check');

/** Lint by types reads the whole house once more, as long as the types themselves: it waits for `npm test`. */
const lint = ['--type-aware', '--report-unused-disable-directives-severity=error'];
const checks: readonly Step[] = [
  { name: 'format', words: [bin('oxfmt/bin/oxfmt'), '--check', '--no-error-on-unmatched-pattern'] },
  { name: 'lint', words: [bin('oxlint/bin/oxlint'), ...(onlyChecks ? [] : lint)] },
  { name: 'types', words: ['build/check/types.ts'] },
  { name: 'unused', words: [bin('knip/bin/knip.js'), '--config', 'build/check/knip.json', '--no-progress'] },
  { name: 'install scripts', words: ['build/check/install-scripts.ts'] },
  vitest('unit', ['unit', 'rim'], ['--coverage.enabled']),
  { name: 'domain coverage', words: ['build/run/domain-coverage.ts'] },
];

/** The unit runner over some of its projects (build/check/vitest.config.ts). */
function vitest(name: string, projects: readonly string[], more: readonly string[] = []): Step {
  const report = bin(`.cache/${name}.json`);
  return {
    name,
    words: [
      bin('vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--config',
      'build/check/vitest.config.ts',
      ...(process.stdout.isTTY ? [] : ['--no-color']),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...more,
    ],
    count: { file: report, read: readVitest },
  };
}

const bundle = (name: Parameters<typeof bundleConfig>[0]): Step => ({
  name: `${name} bundle`,
  words: [bin('vite/bin/vite.js'), 'build', '--config', bundleConfig(name), '--logLevel', 'warn'],
});

const journeys: readonly Step[] = [
  vitest('desk', ['desk', 'alone']),
  bundle('renderer'),
  ...electronBundles.map(bundle),
  vitest('packed', ['packed']),
];

const e2e: Step = {
  name: 'e2e',
  words: [bin('@playwright/test/cli.js'), 'test', '--config', 'build/check/playwright.config.ts'],
  count: { file: e2eReport, read: readPlaywright },
};

/**
 * Beside the journeys, which leave a quarter of two cores unused (two journeys at once take twice as long each) and may have no others beside them: at the lowest priority, so that a key waits for none
 * of it, and one file at a time. No limit in them measures a speed. Where there is one core they come one after the other.
 */
const beside: readonly Step[] = [
  vitest('crash', ['crash'], ['--maxWorkers=1']),
  vitest('hub', ['hub'], ['--maxWorkers=1']),
];

/**
 * Thousands of offices are made and thrown away, each commit of them synced: a third of the time went into waiting for the disk. Where memory has room for
 * all of it they lie there; what a cut of power leaves is tried by states that are made for it (tests/crash), whatever they lie on.
 */
function placeForTests(): string {
  const [memory, enough] = ['/dev/shm', 10 * 2 ** 30];
  if (process.platform !== 'linux' || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize < enough ? tmpdir() : memory;
}

/** What the tests write goes with them, also what a killed process left. */
const temporary = mkdtempSync(path.join(placeForTests(), 'desk-test-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
const surroundings = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };

/**
 * A loop that lets nothing else run is seen by no limit of the test runner: the step is ended from here, and the run goes on to the next.
 * The longest, the journeys, takes some twenty minutes of two cores.
 */
const longestStep = 40 * 60_000;

/** Takes the processor only while nobody else wants it. Linux weighs whole sessions, each of which is a group of its own, before it weighs who is in one. */
function stepBack(pid: number): void {
  setPriority(pid, constants.priority.PRIORITY_LOW);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // There are no such groups here.
  }
}

/** With `hear` at the lowest priority, and what it says goes there. */
function run(words: readonly string[], hear?: (said: Buffer) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const out = hear === undefined ? 'inherit' : 'pipe';
    // A group of its own, so that its workers end with it.
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: surroundings,
      stdio: ['ignore', out, out],
      detached: process.platform !== 'win32',
    });
    if (hear !== undefined) {
      // Before it starts any other, which has the priority of who started it.
      if (child.pid !== undefined) stepBack(child.pid);
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
    }
    const end = () => {
      try {
        if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    };
    const limit = setTimeout(() => {
      process.stdout.write(`\n== hung: ended after ${longestStep / 60_000} minutes\n`);
      end();
    }, longestStep);
    process.once('exit', end);
    function ended(ok: boolean): void {
      clearTimeout(limit);
      process.off('exit', end);
      resolve(ok);
    }
    child.on('error', () => ended(false));
    child.on('close', (code) => ended(code === 0));
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** A step that fails without a failed test (a file that does not load, a crash) still counts one. */
async function tally(step: Step, hear?: (said: Buffer) => void): Promise<Tally> {
  if (step.count !== undefined) rmSync(step.count.file, { force: true });
  const ok = await run(step.words, hear);
  if (step.count === undefined || !existsSync(step.count.file))
    return { passed: ok ? 1 : 0, skipped: [], failed: ok ? [] : [step.name] };
  const counted = step.count.read(JSON.parse(readFileSync(step.count.file, 'utf8')) as never);
  return ok || counted.failed.length > 0 ? counted : { ...counted, failed: [step.name] };
}

mkdirSync(bin('.cache'), { recursive: true });
if (!onlyChecks) installMissing();
let passed = 0;
const skipped: Skipped[] = [];
const failed: string[] = [];

async function take(step: Step, hear?: (said: Buffer) => void): Promise<void> {
  const say = (text: string) => (hear === undefined ? void process.stdout.write(text) : hear(Buffer.from(text)));
  const begun = Date.now();
  say(`\n== ${step.name}\n`);
  const one = await tally(step, hear);
  passed += one.passed;
  skipped.push(...one.skipped.map(({ name, why }) => ({ name: `${step.name}: ${name}`, why })));
  failed.push(...one.failed.map((name) => (name === step.name ? name : `${step.name}: ${name}`)));
  say(
    `== ${step.name}: ${one.failed.length === 0 ? 'good' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
  );
}

async function takeAll(steps: readonly Step[], hear?: (said: Buffer) => void): Promise<void> {
  for (const step of steps) await take(step, hear);
}

/** What is said beside is told once the step in front has ended: lines of two steps among each other say nothing. */
async function takeBeside(front: Step, steps: readonly Step[]): Promise<void> {
  let heard: Buffer[] | undefined = [];
  const all = takeAll(steps, (said) => void (heard === undefined ? process.stdout.write(said) : heard.push(said)));
  process.stdout.write(`\n== beside ${front.name}, told after it: ${steps.map(({ name }) => name).join(', ')}\n`);
  await take(front);
  process.stdout.write(Buffer.concat(heard));
  heard = undefined;
  await all;
}

await takeAll(checks);
if (!onlyChecks) {
  await takeAll(journeys);
  await (availableParallelism() > 1 ? takeBeside(e2e, beside) : takeAll([...beside, e2e]));
}
const lines = [
  ...skipped.map(({ name }) => `skipped: ${name}`),
  ...[...new Set(skipped.map(({ why }) => why))].map((why) => `skipped because: ${why}`),
  ...failed.map((name) => `failed: ${name}`),
  `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
];
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
