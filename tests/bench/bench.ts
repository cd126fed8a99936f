import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptRows, acceptTimes } from './accept.ts';
import { bundleRows } from './bundle.ts';
import { coldStartRows } from './cold-start.ts';
import { fileSize, makeOffice, root } from './office.ts';
import { paperRows } from './paper.ts';
import { readRows } from './reads.ts';
import { type Row, mean, printTable, row } from './row.ts';
import { searchBench } from './search-bench.ts';
import { workBench } from './work-bench.ts';

/**
 * `npm run bench`: every figure of the targets that exists so far, met or not, in one run on the machine at hand. Sizes are 10 k,
 * 100 k, 300 k and 1.2 M cases; `-- --quick` takes a hundredth of each, for trying the bench itself.
 */
const share = process.argv.includes('--quick') ? 0.01 : 1;
const sizes = { small: 10_000, middle: 100_000, office: 300_000, city: 1_200_000 } as const;
const folder = mkdtempSync(path.join(tmpdir(), 'desk-bench-'));
const rows: Row[] = [];

function note(more: readonly Row[]): void {
  for (const one of more)
    process.stdout.write(`${one.met ? 'met    ' : 'NOT MET'} ${one.name}: ${one.value.toPrecision(3)} ${one.unit}\n`);
  rows.push(...more);
}

async function office(size: keyof typeof sizes): Promise<{ place: string; cases: string; seconds: number }> {
  const cases = Math.round(sizes[size] * share);
  const place = path.join(folder, size);
  return { place, cases: `${cases.toLocaleString('en')} cases`, seconds: await makeOffice(place, cases) };
}

try {
  execFileSync('npm', ['run', '-s', 'build:screen'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  note(bundleRows());

  const small = await office('small');
  note(await acceptRows(small.place, 400));
  note(await paperRows(small.place));
  const atSmall = mean(await acceptTimes(small.place, 200));

  const middle = await office('middle');
  const atMiddle = mean(await acceptTimes(middle.place, 200));

  const desk = await office('office');
  note(coldStartRows(desk.place, desk.cases));

  const city = await office('city');
  const perCase = fileSize(city.place) / (sizes.city * share) / 1000;
  note([
    row({
      name: `practice office made, ${city.cases}`,
      value: city.seconds,
      unit: 's',
      target: '< 300 s',
      met: city.seconds < 300,
    }),
    row({
      name: `file size a case, ${city.cases}`,
      value: perCase,
      unit: 'kB',
      target: '≤ 1.2 kB',
      met: perCase <= 1.2,
    }),
  ]);
  note(readRows(city.place, city.cases));
  const atCity = mean(await acceptTimes(city.place, 200));
  const growth = Math.max(atSmall, atMiddle, atCity) / Math.min(atSmall, atMiddle, atCity);
  note([
    row({
      name: 'growth: accept at 10 k, 100 k, 1.2 M',
      value: growth,
      unit: '×',
      target: 'flat within 2 ×',
      met: growth <= 2,
    }),
  ]);
  note(workBench({ folder: city.place }));
  note(searchBench({ folder: city.place }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

writeFileSync(path.join(root, 'bench-results.json'), `${JSON.stringify(rows, null, 2)}\n`);
printTable(rows);
