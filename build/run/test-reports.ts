import path from 'node:path';
import { root } from '../check/source-files.ts';

/** A test that did not run, and why: where a tool is missing, what to install. */
export type Skipped = { readonly name: string; readonly why: string };
export type Tally = {
  readonly passed: number;
  readonly skipped: readonly Skipped[];
  readonly failed: readonly string[];
};

type VitestReport = {
  numPassedTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
};

/** What the unit runner's JSON report counts and names. */
export function readVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ status, name: `${path.relative(root, name)} › ${fullName}` })),
  );
  return {
    passed: report.numPassedTests,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map((test) => readReason(test.name)),
    failed: tests.filter(({ status }) => status === 'failed').map(({ name }) => name),
  };
}

/** A suite that cannot run here says why in its own name. */
function readReason(name: string): Skipped {
  const [said = '', why = 'this machine is not the one they are for'] =
    / \(NOT TESTED HERE: ([^)]*)\)/.exec(name) ?? [];
  return { name: name.replace(said, ''), why };
}

type Journey = { status: string; annotations: { type: string; description?: string }[] };
type Suite = { file: string; suites?: Suite[]; specs: { title: string; tests: Journey[] }[] };

function journeysOf(suite: Suite, status: string): { name: string; annotations: Journey['annotations'] }[] {
  const own = suite.specs.flatMap(({ title, tests }) => {
    const found = tests.find((test) => test.status === status);
    return found === undefined
      ? []
      : [{ name: `${suite.file.replace(/^(?:\.\.\/)+/, '')} › ${title}`, annotations: found.annotations }];
  });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => journeysOf(inner, status))];
}

/** The same of the journeys. One that passed at its second try has passed, and is named to be mended. */
export function readPlaywright(report: { stats: { expected: number }; suites: Suite[] }): Tally {
  const withStatus = (status: string) => report.suites.flatMap((suite) => journeysOf(suite, status));
  const flaky = withStatus('flaky');
  for (const { name } of flaky) process.stdout.write(`flaky, passed at the second try: ${name}\n`);
  return {
    passed: report.stats.expected + flaky.length,
    skipped: withStatus('skipped').map(({ name, annotations }) => ({
      name,
      why: annotations.find(({ type }) => type === 'skip')?.description ?? 'the one before it failed',
    })),
    failed: withStatus('unexpected').map(({ name }) => name),
  };
}
