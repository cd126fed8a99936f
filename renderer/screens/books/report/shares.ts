import type { ReportValue } from '../../../../electron/contract/books/report/report.ts';

/** A figure as a person reads it: two decimals at most. */
export function figureText(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
}

/** A share in percent, that stays in one line; in words where it is not known, and «N/A» as it stands. */
export function shareText(value: ReportValue | undefined, notKnown: string): string {
  return typeof value === 'number' ? `${figureText(value)}\u00a0%` : (value ?? notKnown);
}
