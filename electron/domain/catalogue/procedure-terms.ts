import type { Procedure, ProcedureTerm } from '../../contract/catalogue/lists.ts';
import type { Channel, CivilDate, DeadlineRule, Term } from '../../contract/base/values.ts';

/** The key of a time limit that a supervisor set: this office answers for it. */
const officeTermKey = 'office';

type Terms = Pick<Procedure, 'terms'>;
type On = { readonly day: CivilDate; readonly channel: Channel };

/** The limits in force for a file that came this way on this day. A day that a law began or ended on counts as its own. */
export function lawfulTerms({ terms }: Terms, { day, channel }: On): readonly ProcedureTerm[] {
  return terms.filter(
    ({ from, until, channels }) =>
      (from === null || from <= day) && (until === null || day <= until) && (channels?.includes(channel) ?? true),
  );
}

/** Those that may be chosen when the file is received; the first is the usual one. */
export function receptionTerms(procedure: Terms, on: On): readonly ProcedureTerm[] {
  return lawfulTerms(procedure, on).filter(({ chosen }) => chosen !== 'verification');
}

/** The key of a promise where no law gives a limit. */
export const agreementKey = 'agreement';

/**
 * Where no law gives a limit the day is agreed with the citizen, or it is the one that the agency which decides has named: with its reason.
 * What it comes to in days stands in no list, so the value here is never counted by.
 */
const byAgreement: ProcedureTerm = {
  key: agreementKey,
  words: 'Ngày trả theo thỏa thuận (danh mục chưa có thời hạn)',
  value: 1,
  unit: 'working-day',
  article: '',
  from: null,
  until: null,
  chosen: 'reception',
  needs: 'written-agreement',
  grade: 'B',
  readOn: null,
  readBy: '',
};

/** The key of a limit that was typed at the counter, because no list has one. */
export const typedKey = 'typed';

const typedWords = 'Thời hạn do nơi tiếp nhận ghi (danh mục chưa có thời hạn)';

/** A limit that was typed, as a row among the lawful ones; what it rests on is its reason. */
export function typedRow({ value, unit, rule }: Term & { readonly rule?: DeadlineRule | undefined }): ProcedureTerm {
  const { value: _one, unit: _of, needs: _agreed, ...plain } = byAgreement;
  return {
    ...plain,
    key: typedKey,
    words: typedWords,
    value,
    unit,
    needs: null,
    ...(rule === undefined ? {} : { rule }),
  };
}

/** The limits to choose among; an agreed day where there is none. */
export function choosableTerms(lawful: readonly ProcedureTerm[]): readonly ProcedureTerm[] {
  return lawful.length === 0 ? [byAgreement] : lawful;
}

/** What a chosen limit is called. */
export function termWords({ terms }: Terms, key: string | undefined): string | undefined {
  if (key === typedKey) return typedWords;
  return key === agreementKey ? byAgreement.words : terms.find((term) => term.key === key)?.words;
}

/** What a file is promised by where nobody chose; undefined where no source gives a limit. */
export function usualTerm(procedure: Terms, on: On): ProcedureTerm | undefined {
  return receptionTerms(procedure, on).find(({ needs }) => needs === null);
}

/**
 * Those that something to be verified leads to afterwards, counted from the same acceptance. A written agreement is made with its day
 * and hour, which no act on a case says.
 */
export function verificationTerms(procedure: Terms, on: On): readonly ProcedureTerm[] {
  return lawfulTerms(procedure, on).filter(
    ({ chosen, needs }) => chosen !== 'reception' && needs !== 'written-agreement',
  );
}

export function plainTerm({ value, unit }: ProcedureTerm): Term {
  return { value, unit };
}

export function ruleOf({ rule }: ProcedureTerm): DeadlineRule | null {
  return rule ?? null;
}

/** Somebody read the article of today, or a supervisor of this office set it. */
export function isTermVerified({ key, grade, readOn }: ProcedureTerm): boolean {
  return key === officeTermKey || (grade === 'A' && readOn !== null);
}

/**
 * The limit that a supervisor set takes the place of the usual one, however the file comes in: what a list says of its ways goes with
 * it. The other cases of the procedure stay.
 */
export function withOfficeTerm<P extends Terms>(
  procedure: P,
  { term, rule }: { readonly term: Term; readonly rule: DeadlineRule | null },
): P {
  const own: ProcedureTerm = {
    key: officeTermKey,
    words: 'Thời hạn do lãnh đạo đặt',
    ...term,
    ...(rule === null ? {} : { rule }),
    article: '',
    from: null,
    until: null,
    chosen: 'reception',
    needs: null,
    grade: 'B',
    readOn: null,
    readBy: '',
  };
  const usual = procedure.terms.find(isUsual)?.key;
  const others = procedure.terms.filter(({ key, channels }) => key !== usual && channels === undefined);
  return { ...procedure, terms: [own, ...others] };
}

function isUsual({ channels, needs, chosen }: ProcedureTerm): boolean {
  return channels === undefined && needs === null && chosen !== 'verification';
}
