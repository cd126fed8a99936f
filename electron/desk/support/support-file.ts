import { readFileSync, readdirSync, statSync } from 'node:fs';
import { cpus, freemem, totalmem } from 'node:os';
import path from 'node:path';
import { logFiles } from '../../disk/log-files.ts';
import { tableSizes } from '../../store/file/rows/table-sizes.ts';
import { selfTest, thisMachine } from './self-test.ts';
import type { DeskContext } from '../core/context.ts';
import { stateOf } from '../centre/hub/state.ts';
import { unsettledPrintJobs } from '../../store/common/printing/print.ts';

/** So many lines of the log go along, the newest. */
const mostLines = 2000;

/**
 * What somebody far away needs to know to mend a desk, and no more: a line of JSON for each thing, and the end of the log, which holds events, codes and counts
 * alone. Nothing typed by anybody is in it: no name, no number of a person or of a case, no address of a machine, no setting but whether it is there.
 */
export async function supportText(desk: DeskContext): Promise<string> {
  const { db } = desk.store;
  const lines: object[] = [
    { support: 1, madeAt: desk.nowCivil(), version: desk.ports.version, practice: desk.practice() },
    {
      system: `${process.platform} ${process.arch}`,
      runtime:
        process.versions.electron === undefined
          ? `Node ${process.versions.node}`
          : `Electron ${process.versions.electron}`,
      processors: cpus().length,
      memoryMb: Math.round(totalmem() / 2 ** 20),
      freeMb: Math.round(freemem() / 2 ** 20),
      usedMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
      upSeconds: Math.round(process.uptime()),
    },
  ];
  for await (const { check, ok } of selfTest(desk.ports, thisMachine(desk.ports.clock.now()), desk.ports.dataFolder))
    lines.push({ check, ok });
  lines.push(...tableSizes(db).map(({ table, rows }) => ({ table, rows })));
  lines.push(...fileSizes(desk.ports.dataFolder));
  const last = desk.checker.last();
  lines.push({
    registerChecked: last.checkedAt,
    findings: last.findings.map(({ check, found }) => ({ check, count: found.length })),
  });
  for (const { second, backups, broken, trouble } of desk.backups.places())
    lines.push({
      backups: backups.length,
      second,
      broken: broken.length,
      newestAt: backups[0]?.manifest.madeAt ?? null,
      trouble: trouble?.fault ?? null,
    });
  const unsettled = Map.groupBy(unsettledPrintJobs(db), ({ state }) => state);
  lines.push({ printsUnsettled: Object.fromEntries([...unsettled].map(([state, jobs]) => [state, jobs.length])) });
  lines.push({ settings: Object.keys(desk.findOffice() ?? {}).toSorted() });
  lines.push({ centre: centreOf(desk) });
  return [...lines.map((line) => JSON.stringify(line)), ...logLines(desk.ports.dataFolder)].join('\n') + '\n';
}

function centreOf(desk: DeskContext): object | null {
  const state = stateOf(desk);
  if (state === null) return null;
  const { no, state: stands, hasKey, lastContact, outbox, desks } = state;
  const here = desks.map((one) => ({ no: one.no, state: one.state, there: one.there, here: one.here }));
  return { no, stands, hasKey, lastContact, outbox, desks: here };
}

/** The files of the data folder by their endings: their names may be somebody's. */
function fileSizes(folder: string): object[] {
  return readdirSync(folder)
    .filter((name) => /^(desk|keys|lock|witness)\b/.test(name))
    .flatMap((name) => {
      const seen = statSync(path.join(folder, name), { throwIfNoEntry: false });
      return seen?.isFile() === true ? [{ file: name, bytes: seen.size }] : [];
    });
}

/** The newest lines of the log, oldest first; they were cleaned when they were written. */
function logLines(folder: string): string[] {
  // Two of the files hold more lines than go along.
  const files = logFiles(path.join(folder, 'log')).slice(-2);
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line) => line !== '');
  return lines.slice(-mostLines);
}
