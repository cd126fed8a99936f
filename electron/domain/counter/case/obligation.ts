import type { Procedure } from '../../../contract/catalogue/lists.ts';

/**
 * Whether the law of a procedure's field leaves the time uncounted in which its citizen meets a financial obligation: land, where the
 * term does not include it (told by secondary sources, the text was not read: docs/law/nd-118-2025.md). Elsewhere nothing says so, and
 * the promise runs on.
 */
export function obligationStopsClock({ field }: Pick<Procedure, 'field'>): boolean {
  return landFields.some((land) => field.startsWith(land));
}

const landFields = ['Đất đai', 'Quản lý đất đai'] as const;
