/**
 * What was read in the texts about the procedures of the catalogue, by hand: the lists that are gathered give names, fees and papers,
 * the law gives terms. A reading stands over the list wherever both speak. The articles have their entries in docs/law/.
 */
type Grade = 'A' | 'B' | 'C';
export type Unit = 'working-day' | 'day' | 'hour' | 'same-day';
type Chosen = 'reception' | 'verification' | 'either';

export type Term = {
  readonly key: string;
  readonly words: string;
  readonly value: number;
  readonly unit: Unit;
  readonly rule?: 'after-15h' | 'from-next-day-after-15h';
  readonly article: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly chosen: Chosen;
  readonly needs: 'reason' | 'written-agreement' | null;
  readonly channels?: readonly ('direct' | 'online' | 'post')[];
  readonly grade: Grade;
  readonly readOn: string | null;
  readonly readBy: string;
};

export type Paper = {
  readonly name: string;
  readonly short: string;
  readonly kind: 'received' | 'shown' | 'alternative';
  readonly group?: string;
  readonly case?: string;
  readonly originals: number;
  readonly copies: number;
  readonly truncated?: true;
};

export type Supplement = {
  readonly times: number | null;
  readonly askWithin?: { readonly days: number; readonly unit: 'working-day' | 'day' };
  readonly askWithinOf?: readonly {
    readonly termCase: string;
    readonly days: number;
    readonly unit: 'working-day' | 'day';
  }[];
  readonly days: number;
  readonly unit: 'working-day' | 'day';
  readonly afterwards: 'close' | 'refuse';
  readonly article: string;
};

/** The code that took this one's place, as far as the name alone tells: nobody published which replaces which. */
export type Successor = {
  readonly code: string;
  readonly from: string | null;
  readonly inferred: boolean;
  readonly note: string;
};

export type Reading = {
  readonly terms: readonly Term[];
  /** Why there is no usual limit on some days. */
  readonly noTerm?: string;
  readonly termNote?: string;
  readonly decidingAgency?: string;
  readonly onlineLevel?: 'full' | 'partial' | 'none';
  /** The article by which it is filed online only. */
  readonly onlineOnly?: string;
  /** The article by which its result is never fetched at the desk. */
  readonly resultAway?: string;
  readonly successor?: Successor;
  readonly supplement?: Supplement;
  readonly verified?: string;
  readonly doubts?: readonly string[];
  readonly legalBasis?: readonly string[];
  readonly fee?: { readonly amount: number | null; readonly note: string };
  /** Stands instead of the list's papers. */
  readonly papers?: readonly Paper[];
  /** What the text asks for and the list leaves out. */
  readonly also?: readonly Paper[];
  /** Short names of papers that every case asks for, though the list names them under one. */
  readonly everyCase?: readonly string[];
};

export type Readings = Readonly<Record<string, Reading>>;

/** The day on which the texts were read, and who read them: whoever trusts a reading must know that no jurist signed it. */
export const readOn = '2026-11-29';
export const readBy = 'Nhóm phần mềm (bản chép công khai)';

type Window = { readonly from?: string; readonly until?: string };
type More = Window & Partial<Pick<Term, 'key' | 'words' | 'chosen' | 'needs' | 'rule' | 'channels'>>;

function term(grade: Grade, value: number, unit: Unit, article: string, more: More): Term {
  const { key = 'usual', words = 'Thông thường', from, until, chosen = 'reception', needs = null, ...rest } = more;
  const read = grade === 'A' ? { readOn, readBy } : { readOn: null, readBy: '' };
  return {
    key,
    words,
    value,
    unit,
    ...rest,
    article,
    from: from ?? null,
    until: until ?? null,
    chosen,
    needs,
    grade,
    ...read,
  };
}

/** The wording was read in the text. */
export function inLaw(value: number, unit: Unit, article: string, more: More = {}): Term {
  return term('A', value, unit, article, more);
}

/** A secondary source gives it: the national portal, a list that was posted up. */
export function told(value: number, unit: Unit, source: string, more: More = {}): Term {
  return term('B', value, unit, source, more);
}

/** Inferred: from a rule that names something near it, or from a number whose unit the source left out. */
export function inferred(value: number, unit: Unit, ground: string, more: More = {}): Term {
  return term('C', value, unit, ground, more);
}

/** What something to be verified leads to; a reason is kept. */
export const verify = { key: 'verify', words: 'Phải xác minh', chosen: 'verification', needs: 'reason' } as const;

/** “The same day, and received after 15:00 the next working day.” */
export const sameDay = { rule: 'after-15h' } as const;

export const portal = 'Cổng DVCQG, bản 06-07/2026';
export const portalAutumn = 'Cổng DVCQG, bản 9-10/2026';

export function paper(name: string, short: string, more: Partial<Paper> = {}): Paper {
  return { name, short, kind: 'received', originals: 1, copies: 0, ...more };
}
