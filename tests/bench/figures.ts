import { spawnSync } from 'node:child_process';
import { deskFlags } from '../../build/run/desk-flags.ts';
import { reportMonthOf } from '../../electron/domain/books/register/register.ts';
import { type BenchOffice, openOffice, reception } from './office.ts';
import { type Row, percentile, row } from './row.ts';

/** What a supervisor asks for over a period, beside a counter that goes on: in a process of its own, as a desk has one. */
export function figureRows(folder: string, cases: string): Row[] {
  const { stdout, stderr } = spawnSync(process.execPath, [...deskFlags, import.meta.filename, folder, cases], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Row[];
}

async function measure(folder: string, cases: string): Promise<Row[]> {
  const office = await openOffice(folder);
  await office.desk.warm();
  const today = (await office.ask('system.status', {})).now.slice(0, 10) as string;
  const month = reportMonthOf(today, 1);
  const year = { from: `${Number(today.slice(0, 4)) - 1}-12-15`, to: `${today.slice(0, 4)}-12-14` };
  const all = { from: '2000-01-01', to: today };
  // The thread that reads is begun before, as it is where a wall hangs.
  await office.ask('report.make', { report: 'cut', ...month });
  const made = async (report: string, days: object) => seconds(() => office.ask('report.make', { report, ...days }));
  const [index, cut, petitions] = [await made('766', month), await made('cut', month), await made('06a', year)];
  const rows = [
    within(`the index of QĐ 766, a month, ${cases}`, index),
    within(`how far times are cut, a month, ${cases}`, cut),
    within(`Biểu 06a, a year, ${cases}`, petitions),
  ];
  for (const report of ['07a', '766'] as const) rows.push(within(...(await madeAgain(office, report, month, cases))));
  return [...rows, ...(await registerRows(office, { month, all, cases }))];
}

/** Seconds, and what they are asked to be: what a month's report is (issue of the figures). */
function within(name: string, value: number): Row {
  return row({ name, value, unit: 's', target: '≤ 3 s', met: value <= 3 });
}

/** A report that was kept, counted again of the register as it was and as it is: a reception lies between. */
async function madeAgain(
  office: BenchOffice,
  report: '07a' | '766',
  month: object,
  cases: string,
): Promise<readonly [string, number]> {
  await office.ask('report.file', { report, ...month, format: 'xlsx' });
  const { reports } = await office.ask('report.kept', { limit: 1 });
  await office.ask('case.receive', reception(710_000 + Number(report === '766')));
  const taken = await seconds(() => office.ask('report.again', { reportId: reports[0].reportId }));
  return [`a kept report made again (${report}), ${cases}`, taken];
}

type Asked = { readonly month: object; readonly all: object; readonly cases: string };

/** The first page of the register with its sums, and what a clerk waits for while all of its years are read. */
async function registerRows(office: BenchOffice, { month, all, cases }: Asked): Promise<Row[]> {
  const page = () => office.ask('register.list', { ...month, limit: 200 });
  // Its thread is begun by the first.
  const first = await seconds(page);
  const ofMonth: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) ofMonth.push((await seconds(page)) * 1000);
  const waits: number[] = [];
  let isRead = false;
  const reading = seconds(() => office.ask('register.list', { ...all, limit: 200 })).finally(() => (isRead = true));
  while (!isRead) {
    waits.push((await seconds(() => office.ask('case.receive', reception(720_000 + waits.length)))) * 1000);
    // Somebody at the counter does not press again at once.
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  const [middle, ofAll, waited] = [percentile(ofMonth, 0.5), await reading, percentile(waits, 0.95)];
  return [
    row({
      name: `the register of a month, first page and sums, ${cases} (its thread begun by it: ${Math.round(first * 1000)} ms)`,
      value: middle,
      unit: 'ms',
      target: '≤ 100 ms',
      met: middle <= 100,
    }),
    within(`the register of all years, first page and sums, ${cases}`, ofAll),
    row({
      name: `a reception while that register is read, p95 of ${waits.length}, ${cases}`,
      value: waited,
      unit: 'ms',
      target: '≤ 100 ms',
      met: waited <= 100,
    }),
  ];
}

async function seconds(ask: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await ask();
  return (performance.now() - begun) / 1000;
}

const [, script, folder, cases] = process.argv;
if (script === import.meta.filename && folder !== undefined && cases !== undefined) {
  // The thread that reads holds no process open; a desk's shell does, and here this.
  const held = setInterval(() => undefined, 60_000);
  process.stdout.write(JSON.stringify(await measure(folder, cases)));
  clearInterval(held);
  process.exit();
}
