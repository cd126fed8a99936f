import type { Paper } from '../readings/reading.ts';

/**
 * What the portal's long names become on a half sheet, and what is done with each paper: a name of at most forty letters or so, kept or
 * only looked at, which papers stand for each other, and in which case of the citizen one is asked for. Told by the words of the name; the
 * first rule that fits holds. The official name stays beside it.
 */
export type Rule = Partial<Pick<Paper, 'kind' | 'group' | 'case' | 'name'>> & {
  readonly match: RegExp;
  readonly short: string;
  /** Its own case stands alone: what the heading says is told by it, or does not fit it. */
  readonly alone?: true;
  /** How many are handed in, where the list counts the original that is only compared. */
  readonly counts?: Pick<Paper, 'originals' | 'copies'>;
};

export const proxy = 'Ủy quyền cho người khác';
export const units = 'Đơn vị Công an, Quân đội';
