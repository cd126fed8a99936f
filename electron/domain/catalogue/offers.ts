import type { PackFee } from '../../contract/catalogue/data-pack.ts';
import type { ListItem, OfficeList } from '../../contract/catalogue/office-list.ts';
import type { ComponentItem, MoreProcedure, Procedure } from '../../contract/catalogue/lists.ts';
import type { ProcedureOrigin } from '../../contract/catalogue/procedure.ts';
import type { OwnField } from '../../contract/catalogue/own-fields.ts';
import type { CivilDate, TypedPaper } from '../../contract/base/values.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { fold } from '../base/vietnamese.ts';
import { usualCounts } from './components.ts';
import { ownFieldLines } from './own-fields/own-field-lines.ts';
import { withOfficeTerm } from './procedure-terms.ts';

/** A procedure as this office has it on a day. */
export type Offer = {
  readonly procedure: Procedure;
  readonly origin: ProcedureOrigin;
  /** Whether files of it are received. One that is not is known still, by its cases and by lists that name it. */
  readonly offered: boolean;
  readonly standing: MoreProcedure['standing'];
  readonly nicknames: readonly string[];
  /** The day of the list it stands in. */
  readonly dated: CivilDate;
};

/** A list that an office took, a procedure that a supervisor set, or what a data pack says of procedures and their fees: in force from a day on. */
export type TakenList = {
  readonly id: string;
  readonly from: CivilDate;
  readonly list: OfficeList;
  readonly fees?: readonly PackFee[];
};

export const nothingListed: OfficeList = { items: [], ended: [] };

/** What a list of the office's own is called in calls: the beginning of its hash, and its day. */
export function listIdOf(sha256: string, from: CivilDate): string {
  return `${sha256.slice(0, 16)}@${from}`;
}

/** A procedure that was typed at reception because no list had it. */
type TypedAtReception = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly day: CivilDate;
};

export type CatalogueSources = {
  readonly read: readonly Procedure[];
  readonly readDated: CivilDate;
  readonly more: readonly MoreProcedure[];
  readonly moreDated: CivilDate;
  readonly typed: readonly TypedAtReception[];
  /** In the order in which they were taken. */
  readonly taken: readonly TakenList[];
};

/** The office's catalogue on a day, by code: the product's lists, what was typed, then the lists in force, the later day over the earlier. */
export function offersOn(sources: CatalogueSources, day: CivilDate): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  for (const procedure of sources.read)
    offers.set(procedure.code, {
      procedure,
      origin: 'read',
      offered: true,
      standing: 'current',
      nicknames: [],
      dated: sources.readDated,
    });
  for (const { standing, procedure } of sources.more)
    offers.set(procedure.code, {
      procedure,
      origin: 'listed',
      offered: standing === 'current',
      standing,
      nicknames: [],
      dated: sources.moreDated,
    });
  for (const { code, name, field, day: dated } of sources.typed)
    if (!offers.has(code))
      offers.set(code, {
        procedure: plainProcedure({ code, name, field }),
        origin: 'typed',
        offered: true,
        standing: 'current',
        nicknames: [],
        dated,
      });
  for (const taken of inForce(sources.taken, day)) take(offers, taken);
  return offers;
}

/** The lists in force on a day, in the order in which one stands over another: by their day, then as they were taken. */
export function inForce(taken: readonly TakenList[], day: CivilDate): readonly TakenList[] {
  return taken
    .filter(({ from }) => from <= day)
    .map((one, at) => ({ one, at }))
    .toSorted((a, b) => (a.one.from === b.one.from ? a.at - b.at : a.one.from < b.one.from ? -1 : 1))
    .map(({ one }) => one);
}

/** The days on which the catalogue is as on this one: from the last list that came into force to the day before the next. */
export function standsFromUntil(
  taken: readonly TakenList[],
  day: CivilDate,
): { readonly from: CivilDate; readonly until: CivilDate } {
  const days = taken.map(({ from }) => from).toSorted();
  const [until = lastDay] = days.filter((one) => one > day);
  return { from: days.findLast((one) => one <= day) ?? firstDay, until };
}
const [firstDay, lastDay] = ['0000-01-01', '9999-12-31'];

function take(offers: Map<string, Offer>, { from, list, fees = [] }: TakenList): void {
  for (const code of list.ended) {
    const known = offers.get(code);
    if (known !== undefined) offers.set(code, { ...known, offered: false });
  }
  for (const item of list.items) offers.set(item.code, offerAfter(offers.get(item.code), item, from));
  for (const fee of fees) {
    const known = offers.get(fee.code);
    if (known !== undefined) offers.set(fee.code, offerWithFees(known, fee, from));
  }
}

/** A procedure with all its fees set anew; the same where they are those it had. */
export function offerWithFees(known: Offer, { amount, note, rules }: PackFee, from: CivilDate): Offer {
  const { procedure } = known;
  const isSame =
    procedure.fee.amount === amount &&
    canonicalJson(procedure.feeRules) === canonicalJson(rules) &&
    procedure.fee.note === note;
  if (isSame) return known;
  const doubts = without(procedure.doubts, /lệ phí|mức thu/u);
  const feeRules = rules as Procedure['feeRules'];
  // Who read the article read other fees.
  return {
    ...known,
    procedure: { ...procedure, fee: { amount, note }, feeRules, doubts, verified: null },
    origin: 'office',
    dated: from,
  };
}

/** A procedure after a row of the office's own list: what the row says stands over what was known, and the rest stays. */
export function offerAfter(known: Offer | undefined, item: ListItem, from: CivilDate): Offer {
  const before =
    known?.procedure ?? plainProcedure({ code: item.code, name: item.name ?? item.code, field: item.field ?? '' });
  const procedure = withItem(before, item);
  return {
    procedure,
    origin: procedure === before && known !== undefined ? known.origin : 'office',
    offered: item.offered ?? true,
    standing: known?.standing ?? 'current',
    nicknames: item.nicknames ?? known?.nicknames ?? [],
    dated: procedure === before && known !== undefined ? known.dated : from,
  };
}

/** The same procedure object where the row says nothing else than what is known: then it is the product's still, with its readings. */
function withItem(before: Procedure, item: ListItem): Procedure {
  let after = before;
  if (item.name !== undefined && !isSameText(item.name, before.name)) after = { ...after, name: item.name };
  if (item.field !== undefined && !isSameText(item.field, before.field)) after = { ...after, field: item.field };
  if (item.onlineLevel !== undefined && item.onlineLevel !== before.onlineLevel)
    after = { ...after, onlineLevel: item.onlineLevel };
  if (item.term !== undefined && !isTermOf(before, item.term)) after = withTerm(after, item.term);
  if (item.fee !== undefined && !isFeeOf(before, item.fee)) after = withFee(after, item.fee);
  if (item.components !== undefined)
    after = { ...after, components: item.components.map(paperOf), doubts: without(after.doubts, /thành phần hồ sơ/u) };
  if (item.ownFields !== undefined && ownFieldLines(item.ownFields) !== ownFieldLines(before.ownFields ?? []))
    after = withOwnFields(after, item.ownFields);
  const restsOnOther =
    after.terms !== before.terms || after.feeRules !== before.feeRules || item.components !== undefined;
  // Who read the article read another entry.
  return restsOnOther ? { ...after, verified: null } : after;
}

function withOwnFields(procedure: Procedure, ownFields: readonly OwnField[]): Procedure {
  const { ownFields: _before, ...rest } = procedure;
  return ownFields.length === 0 ? rest : { ...rest, ownFields };
}

function without(doubts: readonly string[], what: RegExp): readonly string[] {
  return doubts.filter((doubt) => !what.test(doubt));
}

/** Capitals, marks and signs are no other name. */
export function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** Whether a limit is what the procedure is promised by anyway. */
export function isTermOf({ terms }: Pick<Procedure, 'terms'>, term: NonNullable<ListItem['term']>): boolean {
  const usual = terms.find(
    ({ channels, needs, chosen }) => channels === undefined && needs === null && chosen !== 'verification',
  );
  if (usual === undefined) return false;
  if (usual.unit === 'same-day' && term.unit === 'same-day') return true;
  return (
    usual.value === term.value && usual.unit === term.unit && (term.rule === undefined || term.rule === usual.rule)
  );
}

function withTerm(procedure: Procedure, { value, unit, rule, ground }: NonNullable<ListItem['term']>): Procedure {
  const set = withOfficeTerm(procedure, { term: { value, unit }, rule: rule ?? null });
  const terms = set.terms.map((term, at) =>
    at === 0 ? { ...term, words: 'Theo danh mục của đơn vị', article: ground } : term,
  );
  return { ...set, terms, noTerm: null, doubts: without(set.doubts, /thời hạn/u) };
}

/** Whether an amount is the one that is taken at the counter anyway. */
export function isFeeOf({ feeRules, fee }: Pick<Procedure, 'feeRules' | 'fee'>, amount: number): boolean {
  return fee.amount === amount && feeRules.every((rule) => rule.kind !== 'flat' || rule.amount === amount);
}

/** Whether a posted amount may take the place of what the list knows: never of rules that count by page, copy, paper or channel. */
export function takesFee({ feeRules }: Pick<Procedure, 'feeRules'>): boolean {
  return feeRules.every(
    (rule) => rule.kind === 'flat' && rule.perSet === undefined && rule.from === undefined && rule.until === undefined,
  );
}

function withFee(procedure: Procedure, amount: number): Procedure {
  if (!takesFee(procedure)) return procedure;
  const name = procedure.feeRules[0]?.name ?? unnamedFee;
  return {
    ...procedure,
    fee: { amount, note: 'Mức do đơn vị niêm yết.' },
    feeRules: [{ kind: 'flat', name, amount }],
    doubts: without(procedure.doubts, /lệ phí|mức thu/u),
  };
}

const unnamedFee = 'Phí, lệ phí';

function paperOf({ name, originals, copies }: TypedPaper): ComponentItem {
  return { name, short: name, kind: 'received', ...usualCounts({ name, originals, copies }) };
}

type Named = { readonly code: string; readonly name: string; readonly field: string };

/** A procedure of which nothing but a name is known. Its fee is not found, which never means free. */
export function plainProcedure({ code, name, field }: Named, components: readonly TypedPaper[] = []): Procedure {
  return {
    code,
    name,
    field: field === '' ? unknownField : field,
    authority: ownCommittee,
    decidingAgency: ownCommittee,
    onlineLevel: null,
    onlineOnly: null,
    resultAway: null,
    successor: null,
    terms: [],
    noTerm: null,
    termNote: '',
    supplement: null,
    fee: { amount: null, note: '' },
    feeRules: [{ kind: 'flat', name: unnamedFee, amount: null }],
    result: '',
    legalBasis: [],
    verification: { status: 'one-source', sources: ['Đơn vị tự nhập'] },
    verified: null,
    doubts: ['do đơn vị tự nhập: lãnh đạo bổ sung thời hạn, thành phần hồ sơ và mức thu.'],
    components: components.map(paperOf),
  };
}

const unknownField = 'Lĩnh vực khác';
const ownCommittee = 'UBND cấp xã';

/** The same procedure with the papers that were typed behind its own. */
export function withTypedPapers(procedure: Procedure, papers: readonly TypedPaper[]): Procedure {
  if (papers.length === 0) return procedure;
  return { ...procedure, components: [...procedure.components, ...papers.map(typedPaper)] };
}

/** Counted as it was typed: what lies here is what stands on the receipt. */
function typedPaper({ name, originals, copies }: TypedPaper): ComponentItem {
  return { name, short: name, kind: 'received', originals, copies };
}

/**
 * The office's own code of a procedure that has none: `0.` and six digits told from its name, so that two counters that type the same name mean
 * the same. No national code begins with 0.
 * @param nameOf what a code is called already; undefined where it is free
 */
export function ownCodeOf(name: string, nameOf: (code: string) => string | undefined): string {
  const folded = fold(name);
  for (let step = 0; ; step += 1) {
    const code = `0.${String((hashOf(folded) + step) % ownCodes).padStart(6, '0')}`;
    const known = nameOf(code);
    if (known === undefined || isSameText(known, name)) return code;
  }
}

const ownCodes = 1_000_000;

/** FNV-1a: the same everywhere, and no secret. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash;
}

export function isOwnCode(code: string): boolean {
  return code.startsWith('0.');
}

/** What a paper says for a code: one of this office's own is nothing that a citizen could look up. */
export function codeOnPaper(code: string): string {
  return isOwnCode(code) ? 'chưa có' : code;
}
