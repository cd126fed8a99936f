import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isFault } from '../../electron/contract/base/fault.ts';
import { workList } from '../../electron/desk/counter/work/work-list.ts';
import type { Db } from '../../electron/store/file/db.ts';
import { openFile } from '../../electron/store/file/opening/open.ts';
import type { FileKey } from '../../electron/store/file/opening/sealed.ts';
import { calendar } from '../support/data/calendar.ts';
import type { Row } from './row.ts';
import { fillWithCases } from './search/search-data.ts';

const runs = 300;

/** Measures the work list on an office's folder, or on one made for it and thrown away after. */
export function workBench({
  folder,
  cases = 1_200_000,
  key = null,
}: { folder?: string; cases?: number; key?: FileKey | null } = {}): Row[] {
  const place = folder ?? mkdtempSync(path.join(tmpdir(), 'work-bench-'));
  try {
    const db = openFile(place, 'bench', key);
    if (isFault(db)) throw new Error(db.fault);
    try {
      if (folder === undefined) fillOffice(db, cases);
      return measure(db);
    } finally {
      db.close();
    }
  } finally {
    if (folder === undefined) rmSync(place, { recursive: true, force: true });
  }
}

/** Besides the long history a busy office of today: every twentieth of the last cases in each kind of work. */
function fillOffice(db: Db, cases: number): void {
  fillWithCases(db, cases);
  db.exec(`UPDATE case_summary SET holder = CASE case_id % 3 WHEN 0 THEN 'officer' WHEN 1 THEN 'clerk' END;
    UPDATE case_summary SET status = CASE case_id % 20 WHEN 1 THEN 4 WHEN 2 THEN 2 WHEN 3 THEN 5 WHEN 4 THEN 9 WHEN 5 THEN 3 ELSE 10 END,
      finished_at = accepted_at, supplement_asked_at = accepted_at, error_at = CASE case_id % 400 WHEN 7 THEN accepted_at END
      WHERE case_id > (SELECT max(case_id) FROM case_summary) - 20000;
    PRAGMA optimize`);
}

function measure(db: Db): Row[] {
  const last = db.prepare('SELECT max(accepted_at) FROM case_summary').pluck().get() as number;
  const now = new Date((last + 7 * 3600) * 1000).toISOString().replace(/\.\d+Z$/, '+07:00');
  const ask = (mine: boolean) =>
    workList(
      db,
      { mine, limit: 12 },
      { now, calendar, username: 'officer', decides: false, supplementToday: () => null },
    );
  return [
    result(
      'work list call, p95',
      timed(() => ask(false)),
    ),
    result(
      'work list of one holder, p95',
      timed(() => ask(true)),
    ),
  ];
}

function timed(ask: () => unknown): number {
  for (let run = 0; run < 20; run += 1) ask();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    ask();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.ceil(runs * 0.95) - 1] ?? Number.NaN;
}

function result(name: string, value: number): Row {
  return { name, value, unit: 'ms', peer: '', peerValue: null, ratio: null, target: '<= 5', met: value <= 5 };
}

/** `node tests/bench/work-bench.ts [folder | cases]` */
if (import.meta.main) {
  const [given] = process.argv.slice(2);
  const cases = Number(given);
  console.table(workBench(given === undefined ? {} : Number.isInteger(cases) ? { cases } : { folder: given }));
}
