import { spawnSync } from 'node:child_process';
import { deskFlags } from '../../build/run/desk-flags.ts';
import { reportMonthOf } from '../../electron/domain/books/register/register.ts';
import { type BenchOffice, openOffice, reception } from './office.ts';
import { type Row, percentile, row } from './row.ts';

/** Calls that a clerk waits for, and the memory the desk holds after them: in a process of its own, as a desk has one. */
export function readRows(folder: string, cases: string): Row[] {
  const { stdout, stderr } = spawnSync(process.execPath, [...deskFlags, import.meta.filename, folder, cases], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Row[];
}

async function measure(folder: string, cases: string): Promise<Row[]> {
  let durable = 0;
  const office = await openOffice(folder, () => (durable = performance.now()));
  // As the shells do a moment after a window was opened.
  await office.desk.warm();
  const ids: string[] = [];
  for (const text of ['nguyen', 'tran', 'le', 'pham', 'dang', 'anh']) {
    const { hits } = await office.ask('case.search', { text, limit: 50 });
    ids.push(...hits.map((hit: { caseId: string }) => hit.caseId));
  }
  const open = percentile(await times(ids, (caseId) => office.ask('case.get', { caseId })), 0.95);
  const report = await monthReport(office);
  const memory = process.memoryUsage.rss() / 2 ** 20;
  const month = reportMonthOf((await office.ask('system.status', {})).now.slice(0, 10)).to.slice(0, 7);
  const owed = percentile(await times([1, 2, 3, 4, 5], () => office.ask('money.unpaid', { month })), 0.5);
  const wall = await wallTimes(office, () => durable);
  await office.desk.close();
  return [
    row({
      name: `open a case, call, p95, ${cases}`,
      value: open,
      unit: 'ms',
      target: '≤ 50 ms painted',
      met: open <= 50,
      peer: 'OpenCRVS, its server alone',
      peerValue: 75,
    }),
    row({ name: `a month's report (Biểu 07a), ${cases}`, value: report, unit: 's', target: '≤ 3 s', met: report <= 3 }),
    row({
      name: `fees not collected, their page, median, ${cases}`,
      value: owed,
      unit: 'ms',
      target: '≤ 100 ms',
      met: owed <= 100,
    }),
    row({
      name: `the supervisor's wall, first answer, ${cases}`,
      value: wall.first,
      unit: 'ms',
      target: '≤ 1 s',
      met: wall.first <= 1000,
    }),
    row({
      name: `the wall, a reception → the figures of it, p95, ${cases}`,
      value: wall.change,
      unit: 'ms',
      target: '≤ 200 ms',
      met: wall.change <= 200,
    }),
    row({ name: `memory of the desk, ${cases}`, value: memory, unit: 'MB', target: '≤ 300 MB', met: memory <= 300 }),
  ];
}

/** Seconds of the newest month that is over, from the call to its figures; the thread beside the desk is begun by it. */
async function monthReport(office: BenchOffice): Promise<number> {
  const { now } = await office.ask('system.status', {});
  const begun = performance.now();
  await office.ask('report.make', { report: '07a', ...reportMonthOf(now.slice(0, 10), 1) });
  return (performance.now() - begun) / 1000;
}

const receptionsOnWall = 12;

/** Milliseconds: of the first answer, and from the moment a reception is on disk until a wall that waits has its figures. */
async function wallTimes(
  office: BenchOffice,
  durable: () => number,
): Promise<{ readonly first: number; readonly change: number }> {
  const begun = performance.now();
  let { head, today } = await office.ask('work.wall', {});
  const first = performance.now() - begun;
  const changes: number[] = [];
  for (let nth = 0; nth < receptionsOnWall; nth += 1) {
    const next = office.ask('work.wall', { since: head });
    await office.ask('case.receive', reception(700_000 + nth));
    const figures = await next;
    changes.push(performance.now() - durable());
    if (figures.today.received !== today.received + 1) throw new Error('the wall does not show the reception');
    ({ head, today } = figures);
  }
  return { first, change: percentile(changes, 0.95) };
}

async function times<T>(over: readonly T[], ask: (one: T) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (const one of over) {
    const begun = performance.now();
    await ask(one);
    taken.push(performance.now() - begun);
  }
  return taken;
}

const [, script, folder, cases] = process.argv;
if (script === import.meta.filename && folder !== undefined && cases !== undefined) {
  // A wall that waits, and the thread that reads, hold no process open; a desk's shell does, and here this.
  const held = setInterval(() => undefined, 60_000);
  process.stdout.write(JSON.stringify(await measure(folder, cases)));
  clearInterval(held);
}
