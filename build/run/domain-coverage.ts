import { readFileSync } from 'node:fs';
import path from 'node:path';
import { groupNames } from '../check/layers.ts';
import { root } from '../check/source-files.ts';

/**
 * How much of the rules of law the pure tests walk through, a folder of electron/domain a line, after the unit tests have left their
 * summary. Fails where a folder falls under the floor: a rule that no example reaches is a rule that nobody has tried.
 */
const floor = { folder: 75, all: 90 };

type Count = { readonly total: number; readonly covered: number };
type Summary = Readonly<Record<string, { readonly lines: Count; readonly branches: Count }>>;

const file = path.join(root, 'node_modules/.cache/coverage/coverage-summary.json');
const { total, ...files } = JSON.parse(readFileSync(file, 'utf8')) as Summary;
const featureOf = new RegExp(`electron/domain/(?:(?:${groupNames.join('|')})/)?(\\w+)/`);
const folders = Map.groupBy(Object.entries(files), ([name]) => featureOf.exec(name)?.[1] ?? '');

/** Hundredths; undefined where there is nothing to run (types alone). */
function share(counts: readonly Count[]): number | undefined {
  const [all, seen] = [
    counts.reduce((sum, one) => sum + one.total, 0),
    counts.reduce((sum, one) => sum + one.covered, 0),
  ];
  return all === 0 ? undefined : (100 * seen) / all;
}

const rows = [...folders]
  .map(([name, of]) => ({
    name,
    lines: share(of.map(([, one]) => one.lines)),
    branches: share(of.map(([, one]) => one.branches)),
  }))
  .filter((row) => row.lines !== undefined);
const all = total === undefined ? undefined : share([total.lines]);
const shown = (value: number | undefined) => `${(value ?? 0).toFixed(1).padStart(5)} %`;
process.stdout.write(
  [
    'rules of law (electron/domain): what the pure tests walk through',
    ...rows.map(
      ({ name, lines, branches }) => `  ${name.padEnd(10)} lines ${shown(lines)}   branches ${shown(branches)}`,
    ),
    `  all        lines ${shown(all)}\n`,
  ].join('\n'),
);
const low = rows.filter(({ lines }) => (lines ?? 0) < floor.folder).map(({ name }) => name);
if (low.length > 0) process.stdout.write(`under ${floor.folder} % of the lines: ${low.join(', ')}\n`);
if (rows.length === 0 || low.length > 0 || (all ?? 0) < floor.all) process.exitCode = 1;
