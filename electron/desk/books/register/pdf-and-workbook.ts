import { type Fault, isFault } from '../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type {
  RegisterFilter,
  RegisterFormat,
  RegisterRow,
  RegisterTotals,
} from '../../../contract/books/register/register.ts';
import { dateText, startOfDay } from '../../../domain/base/civil-time.ts';
import { withDots } from '../../../domain/base/dong.ts';
import type { Mau07Data } from '../../../paper/forms/list-data.ts';
import { inSlices } from '../../../paper/slices.ts';
import type { BookColumn } from '../../../paper/workbook/workbook.ts';
import type { PageStart } from '../../../store/books/register/register.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Watching } from '../../core/watched.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../../papers/list-file.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';
import {
  deliveryNames,
  linesOf,
  narrowing,
  noteWords,
  registerRows,
  registerTotals,
  statusSentence,
  timeSentence,
} from './rows.ts';

/** Cases one volume takes: what is made in some ten seconds, beside the desk's other work (docs/adr/0008-register.md). */
const mostCases: Readonly<Record<RegisterFormat, number>> = { pdf: 5_000, xlsx: 20_000 };

type RegisterFile = ListFile & {
  readonly rows: number;
  readonly volume: number;
  readonly volumes: number;
  readonly next: string | null;
};
type RegisterFault = Fault<'form-unknown' | 'form-broken'>;

/**
 * The register of a period as Mẫu 07 on A4, or as a workbook; of a long one the volume that begins there. A case that is entered between two
 * volumes, among those that went out already, is in none of them: the register is read anew for that.
 * @param most cases one volume takes
 * @param signal gives it up between two lines or pages
 * @param tell how many lines of this volume are read
 */
export async function registerFile(
  desk: DeskContext,
  filter: RegisterFilter,
  format: RegisterFormat,
  start: PageStart,
  { most = mostCases[format], signal, tell }: { readonly most?: number } & Partial<Watching> = {},
): Promise<RegisterFile | RegisterFault> {
  // All of it is of this moment, totals and lines alike: a reception while the file is being made is not in it.
  const totals = registerTotals(desk, filter);
  const office = desk.getOffice();
  const madeAt = desk.nowCivil();
  const lines = Math.max(0, Math.min(most, linesOf(totals) - start.before));
  tell?.(0, lines);
  const rows = await inSlices(registerRows(desk, filter, start, most), signal, (done) =>
    tell?.(Math.min(done, lines), lines),
  );
  const volumes = Math.max(1, Math.ceil(linesOf(totals) / most));
  const volume = Math.min(volumes, Math.floor(start.before / most) + 1);
  const left = linesOf(totals) - start.before - rows.length;
  const only = [narrowedTo(desk, filter), volumes === 1 ? undefined : volumeText({ volume, volumes, rows })]
    .filter((part) => part !== undefined)
    .join('; ');
  const register: Register = { filter, totals, office, madeAt, only: only === '' ? undefined : only, rows };
  // One after another: two at once would take twice the memory and be done no sooner.
  const made = await desk.inTurn<Uint8Array | RegisterFault>('register-file', async () => {
    signal?.throwIfAborted();
    return format === 'pdf' ? asPdf(desk, register, signal) : asBook(desk, register, signal);
  });
  if (isFault(made)) return made;
  const name = `so-theo-doi-ho-so_${filter.from}_${filter.to}${volumes === 1 ? '' : `_quyen-${volume}`}`;
  return {
    ...listFile(name, format, made),
    rows: rows.length,
    volume,
    volumes,
    next: left > 0 ? (rows.at(-1)?.caseId ?? null) : null,
  };
}

type Volume = { readonly volume: number; readonly volumes: number; readonly rows: readonly RegisterRow[] };

function volumeText({ volume, volumes, rows }: Volume): string {
  const [first, last] = [rows[0]?.no ?? 0, rows.at(-1)?.no ?? 0];
  return `quyển ${volume}/${volumes}, từ số ${withDots(first)} đến số ${withDots(last)}`;
}

/** A register as it stood when it was asked for. */
type Register = {
  readonly filter: RegisterFilter;
  readonly only: string | undefined;
  readonly rows: readonly RegisterRow[];
  readonly totals: RegisterTotals;
  readonly office: OfficeSettings;
  readonly madeAt: string;
};

async function asPdf(
  desk: DeskContext,
  register: Register,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | RegisterFault> {
  const { filter, only, rows, totals, office, madeAt } = register;
  const data: Mau07Data = {
    office: officeOnPaper(office, desk.catalogue),
    from: startOfDay(filter.from),
    to: startOfDay(filter.to),
    madeAt,
    ...(only === undefined ? {} : { only }),
    cases: rows.map(rowOnPaper),
    count: totals.cases,
    byStatus: statusSentence(totals),
    byTime: timeSentence(totals),
  };
  return listAsPdf(desk, 'mau-07', data, signal);
}

function rowOnPaper(row: RegisterRow): Mau07Data['cases'][number] {
  return {
    no: row.no,
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

/** Where the office has several counters; a book of one says nothing of them. */
const counterColumn: BookColumn<RegisterRow> = {
  title: 'Quầy tiếp nhận',
  width: 12,
  kind: 'text',
  value: ({ counter = '' }) => counter,
};

async function asBook(
  desk: DeskContext,
  { filter, only, rows, totals, office }: Register,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const book = {
    sheet: 'Sổ theo dõi hồ sơ',
    title: [
      'SỔ THEO DÕI HỒ SƠ',
      office.centreName,
      `Hồ sơ tiếp nhận từ ngày ${dateText(filter.from)} đến hết ngày ${dateText(filter.to)}${only === undefined ? '' : `; ${only}`}`,
    ],
    columns: rows.some(({ counter }) => counter !== undefined) ? [...columns, counterColumn] : columns,
    rows,
    closing: [`Tổng số: ${withDots(totals.cases)} hồ sơ. ${statusSentence(totals)}`, timeSentence(totals)],
  };
  return listAsBook(desk, book, signal);
}

function narrowedTo(desk: DeskContext, filter: RegisterFilter): string | undefined {
  const { procedureCode } = filter;
  return narrowing(
    filter,
    procedureCode === undefined ? '' : (desk.findProcedure(procedureCode)?.name ?? procedureCode),
  );
}
