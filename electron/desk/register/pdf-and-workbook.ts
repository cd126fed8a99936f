import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { RegisterFilter, RegisterFormat, RegisterRow, RegisterTotals } from '../../contract/register/register.ts';
import { dateText } from '../../domain/base/civil-time.ts';
import { withDots } from '../../domain/base/dong.ts';
import type { Mau07Data } from '../../paper/forms/data.ts';
import { sizeOf } from '../../paper/forms/forms.ts';
import { inSlices } from '../../paper/slices.ts';
import type { Book, BookColumn } from '../../paper/workbook/workbook.ts';
import { firstPage } from '../../store/register/register.ts';
import type { DeskContext } from '../core/context.ts';
import { settled } from '../papers/make.ts';
import { mediaTypes, officeOnPaper, practiceMark } from '../papers/on-paper.ts';
import {
  deliveryNames,
  narrowing,
  noteWords,
  registerRows,
  registerTotals,
  statusSentence,
  timeSentence,
} from './rows.ts';

/** Cases one file takes: what is made in some ten seconds, beside the desk's other work (docs/adr/0008-register.md). */
const mostCases: Readonly<Record<RegisterFormat, number>> = { pdf: 5_000, xlsx: 20_000 };

type RegisterFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
  readonly rows: number;
};
type RegisterFault = Fault<'register-too-long' | 'form-unknown' | 'form-broken'>;

/** The register of a period as Mẫu 07 on A4, or as a workbook. */
export async function registerFile(
  desk: DeskContext,
  filter: RegisterFilter,
  format: RegisterFormat,
): Promise<RegisterFile | RegisterFault> {
  const totals = registerTotals(desk, filter);
  const most = mostCases[format];
  if (totals.cases > most) return fault('register-too-long', { cases: totals.cases, most });
  // All of it is of this moment, totals and lines alike: a reception while the file is being made is not in it.
  const asked = { filter, totals, only: narrowedTo(desk, filter), office: desk.getOffice(), madeAt: desk.nowCivil() };
  const rows = await inSlices(registerRows(desk, filter, firstPage, most));
  const register: Register = { ...asked, rows };
  // One after another: two at once would take twice the memory and be done no sooner.
  const made = await desk.inTurn<Made | RegisterFault>('register-file', () =>
    format === 'pdf' ? asPdf(desk, register) : asBook(desk, register),
  );
  if (isFault(made)) return made;
  const { bytes, mediaType } = made;
  const fileName = `so-theo-doi-ho-so_${filter.from}_${filter.to}.${format}`;
  return { fileName, mediaType, base64: Buffer.from(bytes).toString('base64'), rows: rows.length };
}

type Made = { readonly bytes: Uint8Array; readonly mediaType: string };

/** A register as it stood when it was asked for. */
type Register = {
  readonly filter: RegisterFilter;
  readonly only: string | undefined;
  readonly rows: readonly RegisterRow[];
  readonly totals: RegisterTotals;
  readonly office: OfficeSettings;
  readonly madeAt: string;
};

async function asPdf(desk: DeskContext, register: Register): Promise<Made | RegisterFault> {
  const { filter, only, rows, totals, office, madeAt } = register;
  const data: Mau07Data = {
    office: officeOnPaper(office, desk.catalogue),
    from: `${filter.from}T00:00:00+07:00`,
    to: `${filter.to}T00:00:00+07:00`,
    madeAt,
    ...(only === undefined ? {} : { only }),
    cases: rows.map(rowOnPaper),
    count: totals.cases,
    byStatus: statusSentence(totals),
    byTime: timeSentence(totals),
    ...(desk.practice() ? { practice: true } : {}),
  };
  const paper = settled(await desk.paper.render('mau-07', data, { size: sizeOf('mau-07', office) }));
  return isFault(paper) ? paper : { bytes: paper.pdf, mediaType: mediaTypes.pdf };
}

function rowOnPaper(row: RegisterRow): Mau07Data['cases'][number] {
  return {
    number: row.number,
    procedure: row.procedureName,
    quantity: row.quantity,
    applicant: row.applicantName,
    address: row.address,
    phone: row.phone,
    authority: row.authority,
    acceptedAt: row.acceptedAt,
    dueAt: row.dueAt,
    ...(row.returnedAt === null ? {} : { returnedAt: row.returnedAt }),
    delivery: deliveryNames[row.delivery],
    receiver: row.receiver,
    note: noteWords(row.notes).slice(0, 2000),
  };
}

const [dates, result] = ['Ngày, tháng, năm', 'Trả kết quả'];

const columns: readonly BookColumn<RegisterRow>[] = [
  { title: 'STT', width: 6, kind: 'number', value: (row) => row.no },
  { title: 'Mã hồ sơ', width: 22, kind: 'text', value: (row) => row.number },
  { title: 'Mã thủ tục', width: 11, kind: 'text', value: (row) => row.procedureCode },
  { title: 'Tên thủ tục hành chính / Nội dung', width: 40, kind: 'text', value: (row) => row.procedureName },
  { title: 'Số lượng hồ sơ (bộ)', width: 9, kind: 'number', value: (row) => row.quantity },
  { title: 'Tên cá nhân, tổ chức', width: 26, kind: 'text', value: (row) => row.applicantName },
  { title: 'Địa chỉ', width: 34, kind: 'text', value: (row) => row.address },
  { title: 'Số điện thoại', width: 13, kind: 'text', value: (row) => row.phone },
  { title: 'Cơ quan chủ trì giải quyết', width: 20, kind: 'text', value: (row) => row.authority },
  { title: 'Nhận hồ sơ', group: dates, width: 17, kind: 'time', value: (row) => row.acceptedAt },
  { title: 'Hẹn trả kết quả', group: dates, width: 17, kind: 'time', value: (row) => row.dueAt },
  { title: 'Ngày nhận kết quả', group: result, width: 17, kind: 'time', value: (row) => row.returnedAt },
  {
    title: 'Phương thức nhận kết quả',
    group: result,
    width: 16,
    kind: 'text',
    value: (row) => deliveryNames[row.delivery],
  },
  { title: 'Ký nhận', group: result, width: 24, kind: 'text', value: (row) => row.receiver },
  { title: 'Ghi chú', width: 30, kind: 'text', value: (row) => noteWords(row.notes) },
];

async function asBook(desk: DeskContext, { filter, only, rows, totals, office }: Register): Promise<Made> {
  // Loaded when it is first asked for: a start does not wait for spreadsheets.
  const { writeBook } = await import('../../paper/workbook/workbook.ts');
  const book: Book<RegisterRow> = {
    sheet: 'Sổ theo dõi hồ sơ',
    title: [
      'SỔ THEO DÕI HỒ SƠ',
      office.centreName,
      `Hồ sơ tiếp nhận từ ngày ${dateText(filter.from)} đến hết ngày ${dateText(filter.to)}${only === undefined ? '' : `; ${only}`}`,
      ...(desk.practice() ? [practiceMark] : []),
    ],
    columns,
    rows,
    closing: [`Tổng số: ${withDots(totals.cases)} hồ sơ. ${statusSentence(totals)}`, timeSentence(totals)],
  };
  const bytes = await writeBook(book, (error) => desk.ports.log.write('workbook-thread', { error }));
  return { bytes, mediaType: mediaTypes.xlsx };
}

function narrowedTo(desk: DeskContext, filter: RegisterFilter): string | undefined {
  const { procedureCode } = filter;
  return narrowing(
    filter,
    procedureCode === undefined ? '' : (desk.findProcedure(procedureCode)?.name ?? procedureCode),
  );
}
