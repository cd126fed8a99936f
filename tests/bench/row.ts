/** One line of the table that `npm run bench` prints: what was measured, beside what, and whether the target was met. */
export type Row = {
  readonly name: string;
  /** Null where nothing was measured: the target's text says why. */
  readonly value: number | null;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number | null;
  readonly ratio: number | null;
  readonly target: string;
  readonly met: boolean;
};

type Plain = {
  name: string;
  value: number;
  unit: string;
  target: string;
  met: boolean;
  peer?: string;
  peerValue?: number;
};

/** What has a target and this run does not measure, so that nobody takes silence for a good figure. */
export function notMeasured(name: string, why: string): Row {
  return { name, value: null, unit: '', peer: '', peerValue: null, ratio: null, target: why, met: false };
}

export function row({ peer = '', peerValue, ...plain }: Plain): Row {
  const ratio = peerValue === undefined || peerValue === 0 ? null : plain.value / peerValue;
  return { ...plain, peer, peerValue: peerValue ?? null, ratio };
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
}

const figure = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export function verdict({ value, met }: Row): string {
  if (value === null) return 'NONE';
  return met ? 'met' : 'NOT MET';
}

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map((one) => [
    verdict(one),
    one.name,
    one.value === null ? '–' : `${figure.format(one.value)} ${one.unit}`,
    one.target,
    one.peerValue === null ? one.peer : `${one.peer}: ${figure.format(one.peerValue)} ${one.unit}`,
    one.ratio === null ? '' : `× ${figure.format(one.ratio)}`,
  ]);
  const head = ['', 'what', 'measured', 'target', 'beside', 'ratio'];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)));
  for (const line of [head, ...cells]) {
    process.stdout.write(`${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  }
}
