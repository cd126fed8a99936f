import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { BookFormat, BookRow, CertificationKind } from '../../../contract/counter/certification/certification.ts';
import { statusNames } from '../../../contract/base/case-status.ts';
import { unnamedApplicant } from '../../../contract/common/person/person.ts';
import { addDays, dateText, timeDateText } from '../../../domain/base/civil-time.ts';
import { withDots } from '../../../domain/base/dong.ts';
import { bookName, bookOf, certificationNumber, gapsOf } from '../../../domain/counter/certification/book.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import type { SoChungThucData } from '../../../paper/forms/list-data.ts';
import type { BookColumn } from '../../../paper/workbook/workbook.ts';
import {
  type BookEntry,
  bookEntries,
  lastBefore,
  passedOver,
} from '../../../store/counter/certification/certification.ts';
import { getCaseFile } from '../../../store/counter/case/case.ts';
import { paidOtherwise } from '../../../store/counter/money/fee-receipt.ts';
import type { DeskContext } from '../../core/context.ts';
import { staffName } from '../../core/session/staff-name.ts';
import type { Watching } from '../../core/watched.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../../papers/list-file.ts';
import { feesOf } from '../money/fees.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';

/** What one file takes: made in some seconds, beside the desk's other work. */
const most: Readonly<Record<BookFormat, number>> = { pdf: 5000, xlsx: 20_000 };

type Asked = { readonly month: string; readonly kind: CertificationKind };
type AskedFile = Asked & { readonly format: BookFormat; readonly maker: string };

/** A month of a book (NĐ 23/2015 Điều 13 k3): what stands in it, and which of its numbers stand on no paper. */
export function bookPage(desk: DeskContext, asked: Asked) {
  const { rows, ...page } = monthPage(desk, asked);
  return {
    ...page,
    rows: rows.map(({ idNumber: _whole, others, ...row }): BookRow => ({
      ...row,
      others: others.map(({ fullName, idNumber }) => ({ fullName, idNumberMasked: maskIdNumber(idNumber) })),
    })),
  };
}

function monthPage(desk: DeskContext, { month, kind }: Asked) {
  const all = monthOf(desk, kind, month);
  const rows = rightlyPaid(
    desk,
    all.filter(({ undone }) => !undone),
  ).map(rowOf);
  return {
    kind,
    month,
    sign: bookOf(kind).sign,
    book: bookName(kind, month.slice(0, 4)),
    count: rows.length,
    copies: rows.reduce((sum, { copies }) => sum + copies, 0),
    amount: sumOf(rows),
    gaps: gapsOfMonth(desk, all, month),
    rows,
  };
}

type Page = ReturnType<typeof monthPage>;

function monthOf(desk: DeskContext, kind: CertificationKind, month: string): BookEntry[] {
  const first = `${month}-01`;
  return bookEntries(desk.store.db, kind, first, lastDayOf(first));
}

/**
 * What is paid for a paper, or to be paid, stands in the book, and not what its rule asks: after a waiver, an amount that was set, a corrected receipt. The
 * papers of a case are the fees of its reception, in their order; where these are not as many, the sum stands at the first.
 */
function rightlyPaid(desk: DeskContext, entries: readonly BookEntry[]): BookEntry[] {
  const { db } = desk.store;
  const papers = Map.groupBy(entries, ({ caseId }) => caseId);
  const asked = new Map([...papers].map(([caseId, own]) => [caseId, sumOf(own)] as const));
  const fees = new Map([...paidOtherwise(db, asked)].map((caseId) => [caseId, receptionFees(desk, caseId)] as const));
  return entries.map((entry) => {
    const paid = fees.get(entry.caseId);
    const own = papers.get(entry.caseId) ?? [];
    if (paid === undefined) return entry;
    const nth = own.indexOf(entry);
    const sum = sumOf(paid);
    if (paid.length === own.length) return { ...entry, fee: paid[nth]?.fee ?? null };
    return sum === asked.get(entry.caseId) ? entry : { ...entry, fee: nth === 0 ? sum : 0 };
  });
}

/** What was asked for later, in another's name than certification, is no fee of a paper. */
function receptionFees(desk: DeskContext, caseId: string): { readonly fee: number | null }[] {
  const file = getCaseFile(desk.store.db, caseId);
  const { length } = file.state.received.fees;
  return feesOf(desk, file)
    .slice(0, length)
    .map(({ amount }) => ({ fee: amount }));
}

function sumOf(rows: readonly { readonly fee: number | null }[]): number {
  return rows.reduce((sum, { fee }) => sum + (fee ?? 0), 0);
}

function lastDayOf(first: string): string {
  return addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
}

/** On screen a number is masked, as in every list; the book that is printed has it whole, as its form wants it. */
type FileRow = Omit<BookRow, 'others'> & Pick<BookEntry, 'idNumber' | 'others'>;

function rowOf({ series, serial, kind: _kind, undone: _undone, applicant, ...entry }: BookEntry): FileRow {
  return {
    ...entry,
    idNumberMasked: maskIdNumber(entry.idNumber),
    number: certificationNumber({ series, serial }),
    applicant: applicant === unnamedApplicant.fullName && entry.idNumber === '' ? '' : applicant,
  };
}

/**
 * Of each desk's run the numbers of this month that stand for nothing: passed over, which a desk does without no reason, so each asks for its own; or taken
 * back, with who did it and why. A number is never used twice.
 */
function gapsOfMonth(desk: DeskContext, entries: readonly BookEntry[], month: string) {
  const runs = Map.groupBy(entries, ({ series }) => series);
  return [...runs].flatMap(([series, given]) => {
    const from = lastBefore(desk.store.db, series, `${month}-01`) + 1;
    const serials = given.map(({ serial }) => serial).toSorted((a, b) => a - b);
    const restored = passedOver(desk.store.db, series);
    const passed = gapsOf(serials, from).map(([first, last]) => ({
      first,
      last,
      why: restored.some((run) => run.first <= first && run.last >= last)
        ? ('restored' as const)
        : ('unknown' as const),
    }));
    return [...passed, ...takenBackOf(desk, given)]
      .toSorted((a, b) => a.first - b.first)
      .map(({ first, last, ...told }) => ({
        numbers: [...new Set([first, last])].map((serial) => certificationNumber({ series, serial })).join(' – '),
        ...told,
      }));
  });
}

/** Of one run what was taken back, case by case: the numbers of a case follow one another. */
function takenBackOf(desk: DeskContext, given: readonly BookEntry[]) {
  const cases = Map.groupBy(
    given.filter(({ undone }) => undone),
    ({ caseId }) => caseId,
  );
  return [...cases].flatMap(([caseId, papers]) => {
    const serials = papers.map(({ serial }) => serial);
    const { actions } = getCaseFile(desk.store.db, caseId);
    const back = actions.findLast(({ action }) => action.type === 'reception-undone');
    if (back?.action.type !== 'reception-undone') return [];
    const takenBack = { at: back.at, by: staffName(desk, back.actor, back.desk), reason: back.action.reason ?? '' };
    return [{ first: Math.min(...serials), last: Math.max(...serials), why: 'taken-back' as const, takenBack }];
  });
}

/** The same as a file, to be printed and bound. */
export async function bookFile(
  desk: DeskContext,
  asked: AskedFile,
  { signal, tell }: Watching,
): Promise<(ListFile & { readonly rows: number }) | Fault<'certifications-too-many' | 'form-unknown' | 'form-broken'>> {
  const page = monthPage(desk, asked);
  const { format, month, kind } = asked;
  if (page.count > most[format]) return fault('certifications-too-many', { count: page.count, most: most[format] });
  tell(0, page.count);
  const made = format === 'pdf' ? await asPdf(desk, page, asked, signal) : await asBook(desk, page, asked, signal);
  if ('fault' in made) return made;
  return { ...listFile(`so-chung-thuc_${bookOf(kind).code}_${month}`, format, made), rows: page.count };
}

/** What a book is of, and what its columns call its papers and how many there are. */
const titles = {
  copy: {
    title: 'BẢN SAO TỪ BẢN CHÍNH',
    paper: 'Tên của bản chính giấy tờ, văn bản',
    count: 'Số bản sao đã được chứng thực',
  },
  signature: {
    title: 'CHỮ KÝ, CHỨNG THỰC ĐIỂM CHỈ',
    paper: 'Loại giấy tờ, văn bản chứng thực chữ ký',
    count: 'Số lượng văn bản đã được chứng thực',
  },
  contract: { title: 'HỢP ĐỒNG, GIAO DỊCH', paper: 'Tên hợp đồng, giao dịch', count: 'Số bản chính' },
} as const satisfies Readonly<Record<CertificationKind, { title: string; paper: string; count: string }>>;

function asPdf(desk: DeskContext, page: Page, { maker, month, kind }: AskedFile, signal: AbortSignal) {
  const { title, paper, count } = titles[kind];
  const data: SoChungThucData = {
    office: officeOnPaper(desk.getOffice(), desk.catalogue),
    title,
    book: page.book,
    month: monthText(month),
    madeAt: desk.nowCivil(),
    maker,
    paperTitle: paper,
    countTitle: count,
    rows: page.rows.map((row) => ({
      number: row.number,
      at: row.at,
      applicant: applicantOf(row, kind),
      paper: paperOf(row),
      signer: signerOf(row),
      count: withDots(row.copies),
      fee: row.fee === null ? 'chưa rõ' : withDots(row.fee),
      note: noteOf(row),
    })),
    totals: totalsOf(page),
    gaps: gapsText(page),
  };
  return listAsPdf(desk, 'so-chung-thuc', data, signal);
}

async function asBook(
  desk: DeskContext,
  page: Page,
  { maker, month, kind }: AskedFile,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { title, paper, count } = titles[kind];
  const columns: readonly BookColumn<FileRow>[] = [
    { title: 'Số chứng thực', width: 14, kind: 'text', value: ({ number }) => number },
    { title: 'Ngày, tháng, năm chứng thực', width: 17, kind: 'time', value: ({ at }) => at },
    { title: 'Họ tên của người yêu cầu chứng thực', width: 32, kind: 'text', value: (row) => applicantOf(row, kind) },
    { title: paper, width: 44, kind: 'text', value: paperOf },
    { title: 'Họ tên, chức danh người ký chứng thực', width: 32, kind: 'text', value: signerOf },
    { title: 'Số trang', width: 10, kind: 'number', value: ({ pages }) => pages },
    { title: count, width: 16, kind: 'number', value: ({ copies }) => copies },
    { title: 'Lệ phí chứng thực (đồng)', width: 16, kind: 'number', value: ({ fee }) => fee },
    { title: 'Ghi chú', width: 26, kind: 'text', value: noteOf },
  ];
  const book = {
    sheet: bookOf(kind).sign.replaceAll('/', '-'),
    title: [`SỔ CHỨNG THỰC ${title}`, desk.getOffice().centreName, `${page.book}, ${monthText(month)}`],
    columns,
    rows: page.rows,
    closing: [totalsOf(page), gapsText(page), `Lập lúc ${timeDateText(desk.nowCivil())} bởi ${maker}.`],
  };
  return listAsBook(desk, book, signal);
}

function monthText(month: string): string {
  return `tháng ${dateText(`${month}-01`).slice(3)}`;
}

/** Who asks for a signature or a contract is written with the number of their card; of copies the name is enough. */
function applicantOf({ applicant, idNumber, others }: FileRow, kind: CertificationKind): string {
  if (applicant === '') return 'không ghi người yêu cầu';
  return [{ fullName: applicant, idNumber }, ...others]
    .map((one) => (kind === 'copy' || one.idNumber === '' ? one.fullName : `${one.fullName}, ${one.idNumber}`))
    .join('; ');
}

function paperOf({ paper }: FileRow): string {
  return paper === '' ? 'không ghi tên giấy tờ' : paper;
}

function signerOf({ signer }: FileRow): string {
  return [signer.name, signer.title].filter((part) => part !== '').join(', ');
}

const notReturned: Readonly<Partial<Record<BookRow['status'], string>>> = { accepted: 'chờ ký', finished: 'chưa trả' };

function noteOf({ caseNumber, pages, status }: FileRow): string {
  const state = status === 'returned' ? '' : (notReturned[status] ?? statusNames.vi[status].toLocaleLowerCase('vi'));
  return [`${pages} trang`, caseNumber, state].filter((part) => part !== '').join('; ');
}

function totalsOf({ count, copies, amount }: Page): string {
  return `Tổng số: ${withDots(count)} việc chứng thực, ${withDots(copies)} bản; lệ phí ${withDots(amount)} đồng.`;
}

function gapsText({ gaps }: Page): string {
  if (gaps.length === 0) return 'Số liên tục, không số nào bỏ trống.';
  return `Số bỏ trống: ${gaps.map((gap) => `${gap.numbers} (${gapReason(gap)})`).join('; ')}.`;
}

function gapReason(gap: Page['gaps'][number]): string {
  if (!('takenBack' in gap)) return gap.why === 'restored' ? 'bỏ qua khi khôi phục sổ từ bản sao lưu' : 'chưa rõ lý do';
  const { at, by, reason } = gap.takenBack;
  return `ghi nhầm, thu lại ${timeDateText(at)}, ${by}: ${reason === '' ? 'ngay trong phút' : reason}`;
}
