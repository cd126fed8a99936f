import { type CaseStatus, caseStatuses, statusesIn } from '../../../contract/base/case-status.ts';
import { fold } from '../../base/vietnamese.ts';

/** What is asked of a case beside whose it is. */
export type Narrowing = {
  /** Words of the name that are left; none: anybody's. */
  readonly words: readonly string[];
  /** The end of an id number or of a phone that was typed beside; empty where none was. */
  readonly digits: string;
  readonly wish:
    /** Of cases that were received: one whose reception was taken back is none of them, whatever its status. */
    | { readonly kind: 'status'; readonly statuses: readonly CaseStatus[] }
    /** Whose reception was taken back. */
    | { readonly kind: 'undone' }
    /** Promised for a moment that is past, and owed still. */
    | { readonly kind: 'late' }
    /** The applicant's birth: from and to, civil dates. */
    | { readonly kind: 'born'; readonly from: string; readonly to: string }
    /** The words may name a procedure; whoever knows the procedures says which. */
    | { readonly kind: 'procedure'; readonly text: string };
};

type Wish = Narrowing['wish'];

/** How states are called at a counter, folded; of two that fit the longer is meant. */
const spokenStates: readonly (readonly [spoken: string, wish: Wish])[] = [
  ['qua han', { kind: 'late' }],
  ['tre han', { kind: 'late' }],
  ['tre hen', { kind: 'late' }],
  ['late', { kind: 'late' }],
  ['overdue', { kind: 'late' }],
  ['cho bo sung', inStatus('supplement-requested')],
  ['bo sung', inStatus('supplement-requested')],
  ['cho tra', { kind: 'status', statuses: statusesIn('to-return') }],
  ['chua tra', { kind: 'status', statuses: statusesIn('to-return') }],
  ['co ket qua', { kind: 'status', statuses: statusesIn('to-return') }],
  ['dang xu ly', { kind: 'status', statuses: statusesIn('under-way') }],
  ['hoan tac', { kind: 'undone' }],
  ['da hoan tac', { kind: 'undone' }],
  ['tiep nhan nham', { kind: 'undone' }],
  ['undone', { kind: 'undone' }],
  ['dang giai quyet', { kind: 'status', statuses: statusesIn('under-way') }],
  ...(Object.keys(caseStatuses) as CaseStatus[]).flatMap((status): [string, Wish][] => [
    [fold(caseStatuses[status].vi), inStatus(status)],
    [fold(caseStatuses[status].en), inStatus(status)],
  ]),
];

function inStatus(status: CaseStatus): Wish {
  return { kind: 'status', statuses: [status] };
}

const oldest = 1900;

/**
 * What the words may ask beside a name: a state («quá hạn»), a year or a day of birth behind a name, a procedure in front of the name or behind it. Each
 * reading that fits is here, the surer first.
 * @param tokens folded words and numbers as they were typed
 */
export function narrowingsOf(tokens: readonly string[]): Narrowing[] {
  return [...stateIn(tokens), ...birthIn(tokens), ...proceduresIn(tokens)];
}

/** Whether nothing but a state was typed. */
export function isStateAlone(tokens: readonly string[]): boolean {
  return stateIn(tokens).some(({ words, digits }) => words.length === 0 && digits === '');
}

function stateIn(tokens: readonly string[]): Narrowing[] {
  const found = spokenStates
    .map(([spoken, wish]) => ({ words: spoken.split(' '), wish }))
    .map((state) => ({ ...state, at: placeOf(state.words, tokens) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => other.words.length - one.words.length)[0];
  if (found === undefined) return [];
  return [{ ...whose(tokens.toSpliced(found.at, found.words.length)), wish: found.wish }];
}

function whose(tokens: readonly string[]): Pick<Narrowing, 'words' | 'digits'> {
  return { words: tokens.filter((token) => !isNumber(token)), digits: tokens.filter(isNumber).join('') };
}

function placeOf(words: readonly string[], tokens: readonly string[]): number {
  return tokens.findIndex((_, at) => words.every((word, nth) => tokens[at + nth] === word));
}

/** 'lan 1985', 'lan sn 1985', 'lan 15 02 1985', 'lan 15021985'. A year alone is nobody's. */
function birthIn(tokens: readonly string[]): Narrowing[] {
  const numbers = tokens.filter(isNumber);
  const words = tokens.filter((token) => !isNumber(token) && !sayBirth.has(token));
  if (words.length === 0) return [];
  const [only = ''] = numbers;
  if (numbers.length === 1 && /^(19|20)\d\d$/.test(only) && Number(only) >= oldest)
    return [{ words, digits: '', wish: { kind: 'born', from: `${only}-01-01`, to: `${only}-12-31` } }];
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)$/.exec(numbers.join(' ')) ??
    /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(numbers.length === 1 ? only : '') ??
    [];
  const born = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return !isDay(born) ? [] : [{ words, digits: '', wish: { kind: 'born', from: born, to: born } }];
}

/** The 31st of February is read as a day of March. */
function isDay(date: string): boolean {
  const parsed = Date.parse(date);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(date);
}

const sayBirth = new Set(['sn', 'sinh', 'nam', 'ns']);

/** Every beginning and every end of what was typed, the longest first, may be a procedure; what is left is a name. */
function proceduresIn(tokens: readonly string[]): Narrowing[] {
  const { words: all, digits } = whose(tokens);
  return all.flatMap((_, left) => {
    const split = (words: readonly string[], named: readonly string[]): Narrowing => ({
      words,
      digits,
      wish: { kind: 'procedure', text: named.join(' ') },
    });
    if (left === 0) return [split([], all)];
    return [split(all.slice(0, left), all.slice(left)), split(all.slice(-left), all.slice(0, -left))];
  });
}

function isNumber(token: string): boolean {
  return /^\d+$/.test(token);
}
