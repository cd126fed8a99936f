import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../office.ts';
import { type Row, percentile, row } from '../row.ts';

/** Process start → first answer from an office's file, through the command line, as IT's scripts meet it; seconds. */
export function coldStarts(folder: string, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const begun = performance.now();
    const words = [
      '--import',
      './build/run/node-version.js',
      'electron/shell/command-line/main.ts',
      'call',
      'system.status',
      '--data',
      folder,
    ];
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${path.basename(folder)}: ${stdout}`);
    return (performance.now() - begun) / 1000;
  });
}

export function coldStartRows(folder: string, cases: string, rounds: number): Row[] {
  const value = percentile(coldStarts(folder, rounds), 0.5);
  return [
    row({
      name: `cold start, process → first answer, ${cases}`,
      value,
      unit: 's',
      target: '≤ 0.5 s',
      met: value <= 0.5,
    }),
  ];
}
