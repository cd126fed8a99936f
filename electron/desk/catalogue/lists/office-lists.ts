import type { ListItem, OfficeList } from '../../../contract/catalogue/office-list.ts';
import type {
  CatalogueRow,
  CatalogueDifference,
  OfficeListInput,
  CatalogueListPreview,
} from '../../../contract/catalogue/office-catalogue.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import { formatDong } from '../../../domain/base/dong.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import type { ColumnMap } from '../../../domain/catalogue/lists/list-head.ts';
import { type ListReading, type RowProblem, readList } from '../../../domain/catalogue/lists/list-reading.ts';
import {
  type Offer,
  isFeeOf,
  isOwnCode,
  listIdOf,
  offerAfter,
  ownCodeOf,
  takesFee,
} from '../../../domain/catalogue/offers.ts';
import { ownFieldLine } from '../../../domain/catalogue/own-fields/own-field-lines.ts';
import { isTermVerified, usualTerm } from '../../../domain/catalogue/procedure-terms.ts';
import { findProcedures, prepareProcedures } from '../../../domain/catalogue/procedure-search.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import { hashOfOfficeList, keepOfficeList } from '../../../store/centre/content/content.ts';
import { typedProcedures } from '../../../store/common/office/settings.ts';
import { standingLists, takenLists } from '../../../store/common/office/standing-lists.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { everywhere } from '../../core/everywhere.ts';
import type { DeskContext } from '../../core/context.ts';
import { type ReadFile, readListFile } from './given-file.ts';
import { problemTexts } from './list-problems.ts';

type Read = {
  readonly file: ReadFile;
  readonly reading: ListReading;
  readonly list: OfficeList;
  readonly preview: CatalogueListPreview;
};
type ReadFault = Fault<'list-unreadable'>;

/** A list read and compared with what the office has on that day; nothing is written. */
export function readOfficeList(desk: DeskContext, input: OfficeListInput): Read | ReadFault {
  const { format, text, base64, sheet } = input;
  const file =
    format === 'xlsx' ? readListFile({ format, base64: base64 ?? '', sheet }) : readListFile({ format, text, base64 });
  if (isFault(file)) return file;
  const before = desk.offersOn(input.from);
  const known = { offers: before, title: titleOf(input), lawful: lawfulOf(desk), hidden: file.shown?.hidden };
  const decided = new Map(input.decided.map(({ row, ...decision }) => [row, decision]));
  const said = { columns: input.mapping, bareTerm: input.bareTerm, decided };
  const read = withPapers(readList(file.rows, known, said), file, before);
  const reading = { ...read, problems: [...read.problems, ...ofFile(file), ...pastOf(desk, input)] };
  const list = listOf(reading, before, input.complete);
  return { file, reading, list, preview: previewOf(input, { file, reading, list, before }) };
}

/** What the national record says of papers, for procedures of which the catalogue knows none: what somebody read and sorted is not written over. */
function withPapers(reading: ListReading, { national }: ReadFile, before: ReadonlyMap<string, Offer>): ListReading {
  if (national === undefined) return reading;
  const { papersOf, elsewhere } = national;
  const rows = reading.rows.map(({ row, item }) => {
    const papers = papersOf.get(item.code);
    const isKnown = (before.get(item.code)?.procedure.components.length ?? 0) > 0;
    return papers === undefined || isKnown ? { row, item } : { row, item: { ...item, components: [...papers] } };
  });
  const left: RowProblem[] =
    elsewhere === 0 ? [] : [{ row: 0, code: '', kind: 'other-level', what: String(elsewhere), left: true }];
  return { ...reading, rows, problems: [...left, ...reading.problems] };
}

/** What its file keeps back is said, and never left out without a word: rows that are too many, hidden or unanswered, and other sheets. */
function ofFile({ rows, beyond, shown, others = [] }: ReadFile): readonly RowProblem[] {
  const whole = (kind: RowProblem['kind'], what: string, left = false) => ({ row: 0, code: '', kind, what, left });
  return [
    ...(beyond === 0 ? [] : [{ ...whole('rows-beyond', String(beyond), true), row: rows.length + 1 }]),
    ...(others.length === 0 ? [] : [whole('other-sheets', others.map((name) => `«${name}»`).join(', '), true)]),
    ...((shown?.hiddenRows ?? 0) === 0 ? [] : [whole('rows-hidden', String(shown?.hiddenRows))]),
    ...((shown?.unanswered ?? 0) === 0 ? [] : [whole('cells-empty', String(shown?.unanswered))]),
  ];
}

/** A day in the past is a slip more often than meant: it is asked about, as the row 0 of the list. */
function pastOf(desk: DeskContext, { from }: OfficeListInput): readonly RowProblem[] {
  const isPast = from < desk.nowCivil().slice(0, 10);
  return isPast ? [{ row: 0, code: '', kind: 'from-past', what: dateText(from), left: false }] : [];
}

/** The lists that came with the product, as nobody of the office changed them. */
function lawfulOf(desk: DeskContext): (code: string) => Procedure | undefined {
  const { procedures, more } = desk.catalogue;
  const all = new Map([...more.map(({ procedure }) => procedure), ...procedures].map((one) => [one.code, one]));
  return (code) => all.get(code);
}

function titleOf({ title, from }: Pick<OfficeListInput, 'title' | 'from'>): string {
  return title ?? `Danh mục của đơn vị áp dụng từ ${dateText(from)}`;
}

/** Rows as they are kept: by code, so that one list in another order is the same list. */
function listOf({ rows }: ListReading, before: ReadonlyMap<string, Offer>, complete: boolean): OfficeList {
  const items = rows.map(({ item }) => item).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const named = new Set(items.map(({ code }) => code));
  // An empty reading ends nothing: a wrong column would otherwise close the whole counter.
  const ended = !complete || items.length === 0 ? [] : [...before.values()].filter(({ offered }) => offered);
  return {
    items,
    ended: ended
      .map(({ procedure }) => procedure.code)
      .filter((code) => !named.has(code))
      .toSorted(),
  };
}

type Compared = {
  readonly file: ReadFile;
  readonly reading: ListReading;
  readonly list: OfficeList;
  readonly before: ReadonlyMap<string, Offer>;
};

function previewOf(input: OfficeListInput, { file, reading, list, before }: Compared): CatalogueListPreview {
  const rowOf = new Map(reading.rows.map(({ row, item }) => [item.code, row]));
  const difference = differenceOf(list, { before, from: input.from, rowOf, problems: reading.problems });
  const { added, changed, ended } = difference;
  const offered = [...before.values()].filter((offer) => offer.offered).length;
  return {
    ...difference,
    from: input.from,
    unchanged: list.items.length - added.length - changed.length,
    offered: offered + added.length - ended.length - changed.filter(({ what }) => what.some(endsIt)).length,
    sheet: file.sheet,
    sheets: [...file.sheets],
    head: reading.head === null ? null : reading.head + 1,
    columns: columnsOf(file.rows, reading),
  };
}

function endsIt({ field, after }: { readonly field: string; readonly after: string }): boolean {
  return field === 'offered' && after === notReceived;
}

const samples = 3;

function columnsOf(rows: ReadFile['rows'], { head, words, columns }: ListReading): CatalogueListPreview['columns'] {
  const body = rows.slice(head === null ? 0 : head + 1);
  const width = Math.min(Math.max(0, ...rows.map((row) => row.length)), 60);
  const taken = Object.entries(columns) as [keyof ColumnMap, number | null][];
  return Array.from({ length: width }, (_, index) => ({
    index,
    head: (words[index] ?? '').trim().slice(0, 200),
    samples: body
      .map((row) => (row[index] ?? '').trim().slice(0, 120))
      .filter((cell) => cell !== '')
      .slice(0, samples),
    as: taken.find(([, at]) => at === index)?.[0] ?? null,
  }));
}

type Beside = {
  readonly before: ReadonlyMap<string, Offer>;
  readonly from: CivilDate;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly problems: readonly RowProblem[];
};

/** What a list changes of what is received, row by row. */
export function differenceOf(list: OfficeList, { before, from, rowOf, problems }: Beside): CatalogueDifference {
  const rows = list.items.map((item) => {
    const known = before.get(item.code);
    const after = offerAfter(known, item, from);
    return { item, known, after, row: rowOf.get(item.code) ?? 0 };
  });
  // As they stand in the sheet, for whoever has it beside the screen.
  rows.sort((a, b) => a.row - b.row);
  const isAdded = ({ known, after }: (typeof rows)[number]) => after.offered && known?.offered !== true;
  return {
    added: rows.filter(isAdded).map(({ item, after, row }) => ({
      row,
      code: item.code,
      name: after.procedure.name,
      field: after.procedure.field,
      termText: usualText(after.procedure, from),
    })),
    changed: rows
      .filter((one) => !isAdded(one))
      .map(({ item, known, after, row }) => ({
        row,
        code: item.code,
        name: after.procedure.name,
        what: known === undefined ? [] : whatChanged(known, after, from),
      }))
      .filter(({ what }) => what.length > 0),
    ended: list.ended.map((code) => ({ code, name: before.get(code)?.procedure.name ?? code })),
    problems: problems.map(problemView),
  };
}

function usualText(procedure: Procedure, day: CivilDate): string | null {
  const usual = usualTerm(procedure, { day, channel: 'direct' });
  return usual === undefined ? null : termText(usual, 'vi');
}

const notReceived = 'không tiếp nhận';
const levels = { full: 'toàn trình', partial: 'một phần', none: 'trực tiếp' } as const;

function whatChanged(known: Offer, after: Offer, day: CivilDate): CatalogueDifference['changed'][number]['what'] {
  const told = (of: Offer) => ({
    name: of.procedure.name,
    field: of.procedure.field,
    term: usualText(of.procedure, day) ?? '',
    fee: of.procedure.fee.amount === null ? '' : formatDong(of.procedure.fee.amount),
    level: of.procedure.onlineLevel === null ? '' : levels[of.procedure.onlineLevel],
    nicknames: of.nicknames.join(', '),
    components: of.procedure.components.map(({ name }) => name).join('; '),
    ownFields: (of.procedure.ownFields ?? []).map(ownFieldLine).join('; '),
    offered: of.offered ? 'tiếp nhận' : notReceived,
  });
  const [one, other] = [told(known), told(after)];
  return (Object.keys(one) as (keyof typeof one)[])
    .filter((field) => one[field] !== other[field])
    .map((field) => ({ field, before: one[field], after: other[field] }));
}

function problemView({ row, code, kind, what, left, cells }: RowProblem): CatalogueDifference['problems'][number] {
  const { vi, en, asks: isAsked = false } = problemTexts[kind];
  const short = what.length > 80 ? `${what.slice(0, 80)}…` : what;
  return {
    row,
    code,
    kind,
    left,
    asks: isAsked && cells !== undefined,
    cells: cells ?? null,
    text: vi.replace('{what}', () => short),
    textEn: en.replace('{what}', () => short),
  };
}

/** Takes a list: one entry, in force from its day. The same list for the same day stands once. */
export function takeOfficeList(
  desk: DeskContext,
  input: OfficeListInput,
  session: Session,
): (CatalogueListPreview & { readonly id: string }) | ReadFault | Fault<'list-empty' | 'disk-full'> {
  const read = readOfficeList(desk, input);
  if (isFault(read)) return read;
  const { list, preview } = read;
  const done = take(desk, { list, from: input.from, title: titleOf(input), counts: preview }, session);
  return isFault(done) ? done : { ...preview, id: done };
}

type Taking = {
  readonly list: OfficeList;
  readonly from: CivilDate;
  readonly title: string;
  readonly counts: Pick<CatalogueDifference, 'added' | 'changed' | 'ended'>;
};

function take(
  desk: DeskContext,
  { list, from, title, counts }: Taking,
  session: Session,
): string | Fault<'list-empty' | 'disk-full'> {
  if (list.items.length + list.ended.length === 0) return fault('list-empty', {});
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const sha256 = hashOfOfficeList(list);
    if (standingLists(tx.db).some((one) => one.sha256 === sha256 && one.from === from)) return listIdOf(sha256, from);
    keepOfficeList(tx.db, list);
    const { added, changed, ended } = counts;
    tx.append(
      { kind: 'office' },
      {
        type: 'catalogue-list-taken',
        sha256,
        from,
        title,
        counts: { added: added.length, changed: changed.length, ended: ended.length },
        ...everywhere(tx.db),
      },
    );
    return listIdOf(sha256, from);
  });
  if (!isFault(done)) desk.forget();
  return done;
}

export type SetProcedure = Omit<ListItem, 'code'> & {
  readonly code?: string | undefined;
  readonly from: CivilDate;
  readonly reason: string;
};

/** One procedure, as a supervisor has it: a list of one. */
export function setOfficeProcedure(desk: DeskContext, { from, reason, ...said }: SetProcedure, session: Session) {
  const before = desk.offersOn(from);
  const code = said.code ?? ownCodeOf(said.name ?? '', (one) => before.get(one)?.procedure.name);
  const known = before.get(code);
  // A code alone names nothing.
  if (known === undefined && said.name === undefined) return fault('procedure-unknown', { code });
  if (known !== undefined && said.fee !== undefined && isRuled(known.procedure, said.fee)) {
    const { note } = known.procedure.fee;
    return fault('fee-by-rule', { code, note: note === '' ? '' : ` (${note.replace(/\.$/, '')})` });
  }
  const item: ListItem = { ...said, code };
  const list: OfficeList = { items: [item], ended: [] };
  const difference = differenceOf(list, { before, from, rowOf: new Map(), problems: [] });
  if (difference.added.length + difference.changed.length === 0) return fault('list-empty', {});
  const done = take(desk, { list, from, title: reason, counts: difference }, session);
  return isFault(done) ? done : { ...difference, id: done, code };
}

/** What the law counts is not counted otherwise by an office, and never ignored without a word. */
function isRuled(procedure: Procedure, fee: number): boolean {
  return !takesFee(procedure) && !isFeeOf(procedure, fee);
}

export function rollBackList(
  desk: DeskContext,
  { id, reason }: { readonly id: string; readonly reason: string },
  session: Session,
) {
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const standing = standingLists(tx.db).find(({ sha256, from }) => listIdOf(sha256, from) === id);
    if (standing === undefined) return fault('list-unknown', { id });
    tx.append({ kind: 'office' }, { type: 'catalogue-list-rolled-back', ...standing, reason, ...everywhere(tx.db) });
    return id;
  });
  if (isFault(done)) return done;
  desk.forget();
  return { id, offered: desk.offers().filter(({ offered }) => offered).length };
}

/** The lists that were taken, newest first. */
export function listsTaken(desk: DeskContext) {
  const standing = new Set(standingLists(desk.store.db).map(({ sha256, from }) => listIdOf(sha256, from)));
  const seen = new Set<string>();
  return takenLists(desk.store.db).map(({ sha256, ...taken }) => {
    const id = listIdOf(sha256, taken.from);
    // Taken, rolled back and taken again: the newest is the one that stands.
    const isNewest = !seen.has(id);
    seen.add(id);
    return { id, ...taken, stands: isNewest && standing.has(id) };
  });
}

/** The office's catalogue as rows of a list: by code, or by what is searched. */
export function catalogueRows(desk: DeskContext, { text, all }: { readonly text: string; readonly all: boolean }) {
  const day = desk.nowCivil().slice(0, 10);
  const typed = typedProcedures(desk.store.db);
  const offers = desk.offers().filter(({ offered, origin }) => all || offered || origin === 'office');
  const rows = offers.map((offer) => rowOf(offer, day, typed));
  const byCode = new Map(offers.map((offer) => [offer.procedure.code, offer]));
  const index = prepareProcedures(
    offers.map(({ procedure }) => procedure),
    {
      nicknamesOf: (code) => byCode.get(code)?.nicknames ?? [],
      isCommon: (code) => byCode.get(code)?.origin !== 'listed',
    },
  );
  const found = new Map(findProcedures(index, text, 200).map(({ code }, at) => [code, at]));
  const shown =
    fold(text) === ''
      ? rows.toSorted((a, b) => Number(b.toComplete) - Number(a.toComplete) || (a.code < b.code ? -1 : 1))
      : rows
          .filter(({ code }) => found.has(code))
          .toSorted((a, b) => (found.get(a.code) ?? 0) - (found.get(b.code) ?? 0));
  return {
    offered: rows.filter(({ offered }) => offered).length,
    toComplete: rows.filter(({ toComplete }) => toComplete).length,
    procedures: shown,
  };
}

function rowOf(
  { procedure, origin, offered, nicknames }: Offer,
  day: CivilDate,
  typed: Readonly<Record<string, object>>,
): CatalogueRow {
  const usual = usualTerm(procedure, { day, channel: 'direct' });
  const { code, name, field, components, fee } = procedure;
  return {
    code,
    name,
    field,
    origin,
    offered,
    termText: usual === undefined ? null : termText(usual, 'vi'),
    termVerified: usual !== undefined && isTermVerified(usual),
    papers: components.length,
    feeKnown: fee.amount !== null,
    nicknames: [...nicknames],
    toComplete:
      offered && typed[code] !== undefined && (usual === undefined || (origin === 'typed' && isOwnCode(code))),
  };
}
