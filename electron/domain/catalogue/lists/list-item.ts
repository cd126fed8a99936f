import type { Term } from '../../../contract/base/values.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { ListItem } from '../../../contract/catalogue/office-list.ts';
import { feeOfCell, levelOfCell, termOfCell } from './list-cells.ts';
import { type Offer, isFeeOf, isTermOf, takesFee } from '../offers.ts';

/** What of a row's cells is taken into the catalogue, beside what that knows already; whatever is not taken is told. */

export type ListProblem =
  | 'code-unread'
  | 'code-padded'
  | 'code-mended'
  | 'code-none'
  | 'code-by-name'
  | 'code-twice'
  | 'name-missing'
  | 'name-other'
  | 'name-known'
  | 'superseded'
  | 'repealed'
  | 'term-several'
  | 'term-unread'
  | 'term-no-unit'
  | 'term-date'
  | 'term-kept'
  | 'term-longer'
  | 'fee-unread'
  | 'fee-kept'
  | 'level-unread'
  | 'letters-lost'
  | 'no-procedure'
  | 'decided-out'
  | 'cells-empty'
  | 'rows-hidden'
  | 'other-sheets'
  | 'from-past'
  | 'other-level'
  | 'rows-beyond';

type Tell = (kind: ListProblem, what: string) => void;

type TermCell = {
  readonly cell: string;
  readonly head: string;
  /** What a bare number counts, where a person said so of the whole list. */
  readonly bareTerm?: Term['unit'] | undefined;
  readonly known: Offer | undefined;
  readonly lawful: Procedure | undefined;
  /** Where it stands: what the term rests on. */
  readonly title: string;
};

export function termFor({ cell, head, bareTerm, known, lawful, title }: TermCell, tell: Tell): Pick<ListItem, 'term'> {
  const answer = termOfCell(cell, { head, bareTerm });
  if (answer === undefined) return {};
  if ('wrong' in answer) {
    tell(`term-${answer.wrong}`, 'day' in answer ? answer.day : cell);
    return {};
  }
  const term = { ...answer.term, ground: title.slice(0, 300) };
  // «3 ngày» for three working days is how lists are written in haste; the source that says which is kept.
  const asWorking = { ...term, unit: 'working-day' } as const;
  if (term.unit === 'day' && known !== undefined && isTermOf(known.procedure, asWorking)) {
    tell('term-kept', cell);
    return {};
  }
  if (lawful !== undefined && isLongerThanLaw(lawful, term)) {
    tell('term-longer', cell);
    return {};
  }
  return { term };
}

/**
 * Whether a limit goes beyond the usual one of the lists: an office may promise less than the law gives it, and never more (the
 * article stands at each limit).
 */
function isLongerThanLaw({ terms }: Procedure, term: Term): boolean {
  const usual = terms.find(
    ({ channels, needs, chosen }) => channels === undefined && needs === null && chosen !== 'verification',
  );
  return usual !== undefined && daysOf(term) > daysOf(usual);
}

/** About how many days of the calendar it comes to; within a day is less than any day. */
function daysOf({ value, unit }: Term): number {
  switch (unit) {
    case 'same-day':
      return 0.9;
    case 'working-hour':
      return value <= 8 ? value / 10 : (value / 8) * 1.4;
    case 'hour':
      return value / 24;
    case 'working-day':
      return value * 1.4;
    case 'day':
      return value;
    case 'month':
      return value * 30;
    case 'year':
      return value * 365;
  }
}

export function feeFor(cell: string, known: Offer | undefined, tell: Tell): Pick<ListItem, 'fee'> {
  if (cell === '' || /^[-.]+$/.test(cell)) return {};
  const fee = feeOfCell(cell);
  if (fee === undefined) {
    tell('fee-unread', cell);
    return {};
  }
  if (known !== undefined && !takesFee(known.procedure)) {
    if (!isFeeOf(known.procedure, fee)) tell('fee-kept', cell);
    return {};
  }
  return { fee };
}

export function levelFor(cell: string, tell: Tell): Pick<ListItem, 'onlineLevel'> {
  if (cell === '' || /^[-.]+$/.test(cell)) return {};
  const onlineLevel = levelOfCell(cell);
  if (onlineLevel === undefined) tell('level-unread', cell);
  return onlineLevel === undefined ? {} : { onlineLevel };
}

export function nicknamesFor(cell: string): Pick<ListItem, 'nicknames'> {
  const nicknames = cell
    .split(/[,;/|\n]/)
    .map((one) => one.trim().slice(0, 80))
    .filter((one) => one.length >= 2);
  return nicknames.length === 0 ? {} : { nicknames: nicknames.slice(0, 20) };
}
