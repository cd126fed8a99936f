import type { CivilDate } from '../../../contract/base/values.ts';

/** How long files of a field are kept; `years` null: for good. */
export type KeepingTerm = { readonly field: string; readonly years: number | null; readonly document: string };

/** The last day a file is kept: whole years from the end of the year its work ended in (Luật Lưu trữ Điều 15). Null where it is kept for good. */
export function keepUntil(endedAt: string, { years }: Pick<KeepingTerm, 'years'>): CivilDate | null {
  return years === null ? null : `${Number(endedAt.slice(0, 4)) + years}-12-31`;
}

export function isOver(until: CivilDate | null, today: CivilDate): boolean {
  return until !== null && until < today;
}
