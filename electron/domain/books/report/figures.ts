import type {
  FigureKind,
  Figures,
  Indicator,
  ReportAnswer,
  ReportDifference,
  ReportValue,
  ReportValues,
} from '../../../contract/books/report/report.ts';
import type { PackedFigures } from '../../entries/entry.ts';

/**
 * The numbers of a report as they are kept and held beside each other. Of the index a line for each indicator: its share, its points at least and at most,
 * and the files that lost it; then its share on time for each field.
 */
export function keptFigures(
  kind: FigureKind,
  { rows, total, indicators = [], points }: Pick<ReportAnswer, 'rows' | 'total' | 'indicators' | 'points'>,
): Figures {
  if (kind !== '766') return { rows: rows.map(({ key, values }) => ({ key, values })), total };
  return {
    rows: [
      ...indicators.map(({ code, value, points: { least, most }, twice, lost }) => ({
        key: code,
        values: { value, least, most, lost, ...(twice === undefined ? {} : twiceKept(twice)) },
      })),
      ...rows.map(({ key, values }) => ({ key, values: { value: values['2.1'] ?? null } })),
    ],
    total: { values: { least: points?.least ?? null, most: points?.most ?? null } },
  };
}

/** Where files may be taken off once or twice: how many, and the most points when twice (once, it is `most`). */
function twiceKept({ overlap, highest }: NonNullable<Indicator['twice']>): ReportValues {
  return { overlapLeast: overlap.least, overlapMost: overlap.most, mostTwice: highest.least };
}

/** As an entry keeps them. */
export function packFigures({ rows, total }: Figures): PackedFigures {
  const columns = [...new Set([total, ...rows].flatMap(({ values }) => Object.keys(values)))];
  const line = (values: ReportValues) => columns.map((column) => values[column] ?? null);
  return { columns, rows: rows.map(({ key, values }) => [key, line(values)]), total: line(total.values) };
}

export function unpackFigures({ columns, rows, total }: PackedFigures): Figures {
  const values = (line: readonly ReportValue[]): ReportValues =>
    Object.fromEntries(columns.map((column, at): [string, ReportValue] => [column, line[at] ?? null]));
  return { rows: rows.map(([key, line]) => ({ key, values: values(line) })), total: { values: values(total) } };
}

/** Every number that is not the same, line by line, the sum last; a line that is not there counts as zeros. */
export function differencesOf(then: Figures, now: Figures): ReportDifference[] {
  const keys = [...new Set([...then.rows, ...now.rows].map(({ key }) => key))];
  const line = ({ rows }: Figures, key: string) => rows.find((row) => row.key === key)?.values;
  const lines = [
    ...keys.map((key) => [key, line(then, key), line(now, key)] as const),
    [null, then.total.values, now.total.values] as const,
  ];
  return lines.flatMap(([key, before, after]) =>
    Object.keys(before ?? after ?? {}).flatMap((column) => {
      const [was, is] = [valueIn(before, column), valueIn(after, column)];
      return was === is ? [] : [{ key, column, then: was, now: is }];
    }),
  );
}

function valueIn(values: ReportValues | undefined, column: string): ReportValue {
  return values === undefined ? 0 : (values[column] ?? null);
}

/** A share in percent with two decimals, as the portal shows it. */
export function percentOf(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}
