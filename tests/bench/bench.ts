import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { acceptRows, acceptTimes } from './accept.ts';
import { backupRows } from './safety/backup.ts';
import { bundleRows } from './screen/bundle.ts';
import { certifyRows } from './certify.ts';
import { cityRows } from './centre/city.ts';
import { coldStartRows } from './screen/cold-start.ts';
import { backRows } from './centre/hub-back.ts';
import { foundRows } from './centre/hub-found.ts';
import { hubRows, replicationRows } from './centre/hub.ts';
import { killRows } from './safety/kill.ts';
import { fileSize, makeOffice, root } from './office.ts';
import { paintedRows } from './screen/painted.ts';
import { paperRows } from './paper.ts';
import { acceptPeerRows } from './peers/accept-peers.ts';
import { installPeers } from './peers/installed.ts';
import { receiptPeerRows } from './peers/receipt/receipt-peers.ts';
import { readRows } from './reads.ts';
import { type Row, mean, notMeasured, printTable, row, verdict } from './row.ts';
import { sealedRows } from './safety/sealed.ts';
import { searchBench, searchBesidePeers, searchTime } from './search/search-bench.ts';
import { workBench } from './work-bench.ts';

const help = `npm run bench                every figure that has a target and is measured so far, met or not, on this machine:
                             offices of 10 k, 100 k, 300 k and 1.2 M cases, made with seed 1, and a hundred pulled plugs.
                             On a quiet machine with two cores some 20 minutes. No part begins after 25 minutes:
                             what is left by then stands in the table as not measured.
npm run bench -- --quick     a hundredth of each size and fewer rounds, to try the bench itself: a few minutes; its figures
                             are of small offices and say nothing of large ones
npm run bench -- --full      as without, and the plug is pulled a thousand times: an hour, without a limit
npm run bench -- --peers     beside it what others use: PouchDB and TypeORM, SQLite's own searches, pdfmake, Chromium and
                             LibreOffice. Their packages are brought into tests/bench/peers, never into the desk's, and no
                             script of theirs is run. Some ten minutes more
npm run bench -- --peers-only    the peers and nothing else; with --quick on small offices
npm run bench -- --centre    how soon a case of one counter is found at another, and what that costs whoever receives, while fifty
                             entries a second come from a third: two runs, the machine's load beside them. Six minutes,
                             on a machine that does nothing else
npm run bench -- --help      this
The table is kept in bench-results.json, after each part again. What was measured before: docs/PERFORMANCE.md.
`;

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    centre: { type: 'boolean', default: false },
    'peers-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const { quick, full } = asked;
const peersOnly = asked['peers-only'];
const peers = asked.peers || peersOnly;
const share = quick ? 0.01 : 1;
const rounds = quick
  ? { accept: 50, growth: 50, kills: 3, cold: 3, texts: 2, opened: 4 }
  : { accept: 400, growth: 200, kills: full ? 1000 : 100, cold: 7, texts: 7, opened: 20 };
const peerRounds = quick ? { turns: 50, kills: 2, papers: 10 } : { turns: 300, kills: 20, papers: 40 };
const lastBeginning = full ? Number.POSITIVE_INFINITY : (peers ? 35 : 25) * 60_000;
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

/**
 * One part of the run. What breaks in it, or comes too late, is told in the table, and the other parts go on: a run that was waited for
 * ends with every figure it could take.
 */
async function part(name: string, measure: () => Promise<readonly Row[]> | readonly Row[]): Promise<void> {
  const begun = performance.now();
  if (begun > lastBeginning) return note([notMeasured(name, 'left out: the run had taken too long')]);
  try {
    note(await measure());
  } catch (error) {
    note([notMeasured(name, `broke: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)]);
  }
  process.stdout.write(`        (${name}: ${Math.round((performance.now() - begun) / 1000)} s)\n`);
  keep();
}

function keep(): void {
  writeFileSync(path.join(root, 'bench-results.json'), `${JSON.stringify(rows, null, 2)}\n`);
}

type Office = { readonly place: string; readonly cases: string; readonly count: number };

function officeOf(size: keyof typeof sizes): Office {
  const count = Math.round(sizes[size] * share);
  return { place: path.join(folder, size), cases: `${count.toLocaleString('en')} cases`, count };
}

/** Made for what is measured on it; only the largest has a time to keep. */
async function made({ place, count }: Office): Promise<readonly Row[]> {
  await makeOffice(place, count);
  return [];
}

async function cityMade(city: Office): Promise<readonly Row[]> {
  const value = await makeOffice(city.place, city.count);
  const name = `practice office made, ${city.cases}`;
  return [row({ name, value, unit: 's', target: '< 300 s for 1.2 M', met: value < 300 }), ...fileRows(city)];
}

/** What grows with the office, if anything does, by size: the mean of an accept, p95 of a search call and of a work list call. */
const grown = { accept: [] as number[], search: [] as number[], 'work list': [] as number[] };

async function measureGrowth({ place }: Office): Promise<readonly Row[]> {
  grown.accept.push(mean(await acceptTimes(place, rounds.growth)));
  grown['work list'].push(workBench({ folder: place })[0]?.value ?? Number.NaN);
  grown.search.push(searchTime({ folder: place }));
  return [];
}

function growthRows(): Row[] {
  return Object.entries(grown).map(([what, values]) => {
    const value = values.length < 3 ? Number.NaN : Math.max(...values) / Math.min(...values);
    const at = values.map((ms) => `${ms.toPrecision(3)} ms`).join(', ');
    const name = `growth: ${what} at ${quick ? '100, 1 k, 12 k' : '10 k, 100 k, 1.2 M'} (${at})`;
    return Number.isNaN(value)
      ? notMeasured(name, 'left out: a size is missing')
      : row({ name, value, unit: '×', target: 'flat within 2 ×', met: value <= 2 });
  });
}

function fileRows({ place, cases, count }: Office): Row[] {
  const value = fileSize(place) / count / 1000;
  return [row({ name: `file size a case, ${cases}`, value, unit: 'kB', target: '≤ 1.2 kB', met: value <= 1.2 })];
}

async function run(): Promise<void> {
  const [small, middle, desk, city] = (['small', 'middle', 'office', 'city'] as const).map(officeOf) as [
    Office,
    Office,
    Office,
    Office,
  ];
  if (!peersOnly) {
    await part('renderer bundle', () => {
      const shell = process.platform === 'win32';
      execFileSync('npm', ['run', '-s', 'build:screen'], { cwd: root, stdio: 'inherit', shell });
      return bundleRows();
    });
  }
  // The largest first: if the time runs out, it is the others that are left out.
  await part('city made', () => cityMade(city));
  await part('small made', () => made(small));
  if (!peersOnly) await runOwn({ small, middle, desk, city });
  if (peers) await runPeers(small, city);
  else
    note([
      notMeasured('accept: PouchDB, TypeORM', 'left out: ask for it with --peers'),
      notMeasured('receipt: pdfmake, Chromium, LibreOffice', 'left out, as above'),
      notMeasured('search: FTS5 remove_diacritics 2, LIKE', 'left out, as above'),
    ]);
}

/** Two runs, so that one that stands alone is not taken for a figure. */
async function runCentre(): Promise<void> {
  const place = path.join(folder, 'centre');
  for (const turn of [1, 2]) {
    await part(`hub, found, ${turn}`, () => foundRows(place, { cases: 2000, seconds: quick ? 4 : 35 }));
    await part(`hub, ${turn}`, () => hubRows(place, { cases: 2000, rounds: quick ? 60 : 120 }));
  }
}

async function runOwn({
  small,
  middle,
  desk,
  city,
}: Record<'small' | 'middle' | 'desk' | 'city', Office>): Promise<void> {
  await part('accept', () => acceptRows(small.place, rounds.accept));
  await part('certify', () => certifyRows(small.place));
  await part('paper', () => paperRows(small.place));
  await part('reads and memory', () => readRows(city.place, city.cases));
  await part('painted', () => paintedRows(city.place, city.cases, rounds));
  await part('work list', () => workBench({ folder: city.place }));
  await part('search', () => searchBench({ folder: city.place }));
  await part('hub', () => hubRows(small.place, { cases: small.count, rounds: rounds.accept }));
  await part('hub, found', () => foundRows(small.place, { cases: Math.min(small.count, 2000) }));
  await part('city', () => cityRows({ cases: small.count, cityCases: 500_000 }));
  await part('hub, all back', () => backRows(small.place, quick ? { desks: 8, cases: 3 } : { desks: 100, cases: 10 }));
  await part('desk made', () => made(desk));
  await part('cold start', () => coldStartRows(desk.place, desk.cases, rounds.cold));
  await part('backup', () => backupRows(desk.place, desk.cases));
  await part('sealed', () => sealedRows({ ...desk, place: `${desk.place}-sealed` }, rounds.accept));
  await part('middle made', () => made(middle));
  // A frame, where the office is as small as a ward's first year.
  await part('painted, small', () => paintedRows(small.place, small.cases, rounds, 16));
  await part('growth, small', () => measureGrowth(small));
  await part('growth, middle', () => measureGrowth(middle));
  await part('growth, city', () => measureGrowth(city));
  await part('growth', growthRows);
  await part('kill -9', () => killRows(small.place, rounds.kills));
}

/** Beside the desk what others use for the same work. Only here are their packages needed. */
async function runPeers(small: Office, city: Office): Promise<void> {
  await part('peers installed', () => {
    installPeers();
    return [];
  });
  await part('replication', () => replicationRows(small.place, small.count));
  await part('accept beside peers', () => acceptPeerRows(small.place, peerRounds));
  await part('receipt beside peers', () => receiptPeerRows(peerRounds.papers));
  await part('search beside peers', () => searchBesidePeers({ folder: city.place, cases: city.cases }));
}

try {
  if (asked.help) process.stdout.write(help);
  else {
    await (asked.centre ? runCentre() : run());
    keep();
    printTable(rows);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
