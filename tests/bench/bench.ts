import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptRows, acceptTimes } from './accept.ts';
import { bundleRows } from './bundle.ts';
import { coldStartRows } from './cold-start.ts';
import { killRows } from './kill.ts';
import { fileSize, makeOffice, root } from './office.ts';
import { paintedRows } from './painted.ts';
import { paperRows } from './paper.ts';
import { readRows } from './reads.ts';
import { type Row, mean, notMeasured, printTable, row, verdict } from './row.ts';
import { searchBench } from './search-bench.ts';
import { workBench } from './work-bench.ts';

/**
 * `npm run bench`: every figure of the targets that exists so far, met or not, in one run on the machine at hand. Sizes are 10 k,
 * 100 k, 300 k and 1.2 M cases, made with seed 1; `-- --quick` takes a hundredth of each, for trying the bench itself; `-- --full` pulls the
 * plug a thousand times rather than a hundred.
 */
const quick = process.argv.includes('--quick');
const share = quick ? 0.01 : 1;
const kills = quick ? 5 : process.argv.includes('--full') ? 1000 : 100;
const sizes = { small: 10_000, middle: 100_000, office: 300_000, city: 1_200_000 } as const;
const folder = mkdtempSync(path.join(tmpdir(), 'desk-bench-'));
const rows: Row[] = [];

function note(more: readonly Row[]): void {
  for (const one of more)
    process.stdout.write(
      `${verdict(one).padEnd(7)} ${one.name}: ${one.value?.toPrecision(3) ?? one.target} ${one.unit}\n`,
    );
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
  note(await acceptRows(small.place, quick ? 100 : 400));
  note(await paperRows(small.place));
  note(await killRows(small.place, kills));
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
  note(await paintedRows(city.place, city.cases));
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
  note([
    notMeasured(
      'accept: PouchDB, TypeORM',
      'left out: neither is a dependency of this house, and none is added for a bench',
    ),
    notMeasured('receipt: pdfmake, Chromium, LibreOffice', 'left out, as above'),
    notMeasured('verified backup of 300 k cases; restore', 'not built'),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

writeFileSync(path.join(root, 'bench-results.json'), `${JSON.stringify(rows, null, 2)}\n`);
printTable(rows);
