import type { Fault } from '../../../contract/base/fault.ts';
import type {
  MoneyFormat,
  PayInPart,
  SettlementAnswer,
  UnpaidAnswer,
} from '../../../contract/counter/money/settlement.ts';
import { dateText, startOfDay, timeDateText } from '../../../domain/base/civil-time.ts';
import { withDots } from '../../../domain/base/dong.ts';
import type { FeesOwedData, FeesOfMonthData } from '../../../paper/forms/list-data.ts';
import type { BookColumn } from '../../../paper/workbook/workbook.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Watching } from '../../core/watched.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../../papers/list-file.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';

type MonthFile = ListFile & { readonly rows: number; readonly next: string | null };
type FileFault = Fault<'form-unknown' | 'form-broken'>;
type Row = SettlementAnswer['rows'][number];

const kindNames = { fee: 'Phí', 'filing-fee': 'Lệ phí' } as const;
const unknownKind = 'chưa rõ phí hay lệ phí';
const checkNames: Readonly<Record<string, string>> = {
  collected: 'đã thu khớp két',
  refunded: 'đã hoàn khớp két',
  adjusted: 'điều chỉnh khớp két',
  net: 'còn lại khớp két',
  'pay-in': 'tổng phải nộp bằng tổng còn lại',
  certification: 'phí chứng thực phải nộp khớp từng biên lai',
};

export const monthOnPaper = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;

function kindText({ kind }: Pick<Row, 'kind'>): string {
  return kind === null ? unknownKind : kindNames[kind];
}

/** One sentence for each part of what is to be paid in: how much, where, by when. */
function payInSentences({ payIn }: SettlementAnswer): string[] {
  return payIn.map(({ destination, of, amount, remitBy }) => {
    const what = of === 'certification' ? 'Phí chứng thực' : destination === 'budget' ? 'Lệ phí' : 'Phí khác';
    const money = `${withDots(amount)} đồng`;
    if (destination === null)
      return `Khoản có tên không nói rõ phí hay lệ phí: ${money}; chưa xác định được nơi nộp, kế toán xác định theo văn bản thu.`;
    const where = destination === 'budget' ? 'nộp ngân sách nhà nước' : 'nộp tài khoản phí chờ nộp ngân sách';
    const when =
      remitBy === null
        ? 'ngày nộp: chưa tìm thấy văn bản quy định, kế toán xác định'
        : `chậm nhất ngày ${dateText(remitBy)} (TT 226/2016/TT-BTC Điều 6)`;
    return `${what}: ${money}, ${where} (NĐ 118/2025/NĐ-CP Điều 24 khoản 3), ${when}.`;
  });
}

const partNames: Readonly<Record<PayInPart, string>> = {
  certification: 'phí chứng thực',
  'fees-account': 'phí khác',
  budget: 'lệ phí',
  undetermined: 'khoản chưa rõ nơi nộp',
};

/** What was paid in by which slip, and what is left; nobody wrote anything down is told too, for it is not the same as nothing left. */
function paidSentences({ remitted, paidIn }: SettlementAnswer): string[] {
  return remitted
    .filter(({ state }) => state !== 'nothing')
    .map(({ part, paid, left }) => {
      const slips = paidIn
        .filter((one) => one.part === part && one.takenBack === null)
        .map(({ amount, day, slip }) => `${withDots(amount)} đồng ngày ${dateText(day)}, giấy nộp tiền số ${slip}`);
      const said = slips.length === 0 ? 'chưa ghi lần nộp nào' : `${slips.join('; ')}; cộng ${withDots(paid)} đồng`;
      const rest = left >= 0 ? `còn ${withDots(left)} đồng` : `nộp thừa ${withDots(-left)} đồng`;
      return `Đã nộp, ${partNames[part]}: ${said}; ${rest}.`;
    });
}

/** Of days on which there was no register here nothing is known; empty where there was one all month. */
function registerSentence({ began, known }: Pick<SettlementAnswer, 'began' | 'known'>): string {
  if (began === null) return '';
  const day = dateText(began);
  return known
    ? `Sổ của quầy này bắt đầu ngày ${day}: việc trước ngày đó không có trong số liệu.`
    : `Sổ của quầy này bắt đầu ngày ${day}, sau tháng này, nên chưa biết số nào; để trống không phải là 0.`;
}

function checkSentence({ checks }: SettlementAnswer): string {
  const bad = checks.filter(({ ok }) => !ok).map(({ name }) => checkNames[name] ?? name);
  return bad.length === 0 ? 'Các tổng khớp với két và khớp nhau.' : `Chưa khớp: ${bad.join('; ')}.`;
}

/** What a month came to, fee by fee: on A4 or as a workbook. */
export async function settlementFile(
  desk: DeskContext,
  made: SettlementAnswer,
  maker: string,
  format: MoneyFormat,
): Promise<MonthFile | FileFault> {
  const bytes = format === 'pdf' ? await settlementPdf(desk, made, maker) : await settlementBook(desk, made, maker);
  if ('fault' in bytes) return bytes;
  return { ...listFile(`quyet-toan-phi-le-phi_${made.month}`, format, bytes), rows: made.rows.length, next: null };
}

/** What is not known is no 0. */
const noMoney = {
  receipts: '',
  cash: '',
  transfer: '',
  card: '',
  collected: '',
  refunded: '',
  adjusted: '',
  net: '',
};

/** What is to be paid in and what was; of a month before the register that nothing is known. */
function sentencesOf(made: SettlementAnswer): string[] {
  const since = registerSentence(made);
  const told = made.known ? [...payInSentences(made), ...paidSentences(made)] : [];
  return since === '' ? told : [since, ...told];
}

async function settlementPdf(desk: DeskContext, made: SettlementAnswer, maker: string) {
  const office = desk.getOffice();
  const money = (row: Omit<Row, 'feeName' | 'kind' | 'procedureCode' | 'procedureName' | 'isCertification'>) => ({
    receipts: withDots(row.receipts),
    cash: withDots(row.collected.cash),
    transfer: withDots(row.collected.transfer),
    card: withDots(row.collected.card),
    collected: withDots(row.collected.total),
    refunded: withDots(row.refunded.total),
    adjusted: withDots(row.adjusted.total),
    net: withDots(row.net.total),
    ...(row.waived === null ? {} : { waived: withDots(row.waived) }),
  });
  const data: FeesOfMonthData = {
    office: officeOnPaper(office, desk.catalogue),
    month: monthOnPaper(made.month),
    madeAt: made.madeAt,
    maker,
    head: made.head,
    lines: [
      ...made.rows.map((row, index) => ({
        no: String(index + 1),
        fee: row.feeName,
        kind: kindText(row),
        procedure: row.procedureCode === '' ? row.procedureName : `${row.procedureName} (${row.procedureCode})`,
        ...money(row),
      })),
      { fee: 'CỘNG', ...(made.known ? money(made.total) : noMoney) },
    ],
    payIn: sentencesOf(made).map((text) => ({ text })),
    // An empty one would be dots to write on.
    checks: made.known ? checkSentence(made) : 'Chưa có số nào để đối chiếu.',
  };
  return listAsPdf(desk, 'thu-thang', data);
}

type Line = Partial<Pick<Row, 'feeName' | 'kind' | 'procedureCode' | 'procedureName'>> &
  SettlementAnswer['total'] & { readonly no: number | null };

const [taken, back] = ['Đã thu', 'Còn lại phải nộp'];
const money = (title: string, value: (row: Line) => number | null, group?: string): BookColumn<Line> => ({
  title,
  width: 14,
  kind: 'number',
  value,
  ...(group === undefined ? {} : { group }),
});

const columns: readonly BookColumn<Line>[] = [
  { title: 'STT', width: 6, kind: 'number', value: ({ no }) => no },
  { title: 'Khoản thu', width: 28, kind: 'text', value: ({ feeName }) => feeName ?? 'CỘNG' },
  { title: 'Loại', width: 12, kind: 'text', value: ({ kind }) => (kind === undefined ? null : kindText({ kind })) },
  { title: 'Mã thủ tục', width: 11, kind: 'text', value: ({ procedureCode }) => procedureCode ?? null },
  { title: 'Tên thủ tục', width: 44, kind: 'text', value: ({ procedureName }) => procedureName ?? null },
  money('Số biên lai', ({ receipts }) => receipts),
  money('Tiền mặt', ({ collected }) => collected.cash, taken),
  money('Chuyển khoản', ({ collected }) => collected.transfer, taken),
  money('Thẻ', ({ collected }) => collected.card, taken),
  money('Cộng', ({ collected }) => collected.total, taken),
  money('Đã hoàn', ({ refunded }) => refunded.total),
  money('Điều chỉnh', ({ adjusted }) => adjusted.total),
  money('Tiền mặt', ({ net }) => net.cash, back),
  money('Chuyển khoản', ({ net }) => net.transfer, back),
  money('Thẻ', ({ net }) => net.card, back),
  money('Cộng', ({ net }) => net.total, back),
  money('Miễn, giảm', ({ waived }) => waived),
];

async function settlementBook(desk: DeskContext, made: SettlementAnswer, maker: string): Promise<Uint8Array> {
  return listAsBook(desk, {
    sheet: 'Phí, lệ phí',
    title: [
      `BẢNG QUYẾT TOÁN PHÍ, LỆ PHÍ THÁNG ${monthOnPaper(made.month)}`,
      desk.getOffice().centreName,
      `Từ ngày ${dateText(made.from)} đến hết ngày ${dateText(made.to)}; đồng`,
    ],
    columns,
    rows: made.known
      ? [...made.rows.map((row, index) => ({ ...row, no: index + 1 })), { ...made.total, no: null }]
      : [],
    closing: [
      ...sentencesOf(made),
      ...(made.total.waived === null ? ['Miễn, giảm để trống là chưa biết mức phải thu, không phải 0.'] : []),
      ...(made.known ? [checkSentence(made)] : []),
      `Lập lúc ${timeDateText(made.madeAt)} bởi ${maker}, từ sổ đến mắt xích ${made.head}.`,
    ],
  });
}

/** What one volume takes: made in some seconds, beside the desk's other work. */
export const mostUnpaid: Readonly<Record<MoneyFormat, number>> = { pdf: 5_000, xlsx: 20_000 };

type Owed = {
  readonly unpaid: UnpaidAnswer;
  readonly month: string;
  readonly head: string;
  readonly maker: string;
  /** The last file of the volume before. */
  readonly after?: string | undefined;
};
type OwedLine = UnpaidAnswer['lines'][number];

/** Who owes which fee: on A4 or as a workbook. What stands in another volume is told at the foot. */
export async function unpaidFile(
  desk: DeskContext,
  { unpaid, month, head, maker, after }: Owed,
  format: MoneyFormat,
  { signal }: Watching,
): Promise<MonthFile | FileFault> {
  const { lines, next } = unpaid;
  const { files, amount, unknown } = unpaid.total;
  const [first, last] = [lines[0]?.number ?? '', lines.at(-1)?.number ?? ''];
  const isWhole = after === undefined && next === null;
  const since = registerSentence(unpaid);
  const counted = [
    `${withDots(files)} hồ sơ; ${withDots(amount)} đồng; ${withDots(unknown)} khoản chưa biết mức thu (để trống, không phải 0)`,
    ...(isWhole ? [] : [`tệp này có ${withDots(lines.length)} khoản, từ hồ sơ ${first} đến hồ sơ ${last}`]),
    ...(after === undefined ? [] : ['phần trước ở tệp trước']),
    ...(next === null ? [] : ['còn tiếp ở tệp sau']),
    ...(since === '' ? [] : [since.replace(/\.$/, '')]),
  ].join('; ');
  const total = unpaid.known ? counted : since.replace(/\.$/, '');
  const foot = { maker, head, total };
  const bytes = await desk.inTurn<Uint8Array | FileFault>('unpaid-file', async () => {
    signal.throwIfAborted();
    return format === 'pdf' ? unpaidPdf(desk, unpaid, foot, signal) : unpaidBook(desk, unpaid, foot, signal);
  });
  if ('fault' in bytes) return bytes;
  const name = `phi-chua-thu_${month}${isWhole ? '' : `_tu-${first.replaceAll(/[^\w.-]/g, '-')}`}`;
  return { ...listFile(name, format, bytes), rows: lines.length, next };
}

type Foot = { readonly maker: string; readonly head: string; readonly total: string };

async function unpaidPdf(
  desk: DeskContext,
  { until, lines, madeAt }: UnpaidAnswer,
  { maker, head, total }: Foot,
  signal: AbortSignal,
) {
  const office = desk.getOffice();
  const data: FeesOwedData = {
    office: officeOnPaper(office, desk.catalogue),
    until: startOfDay(until),
    madeAt,
    maker,
    head,
    lines: lines.map(({ number, applicantName, procedureName, feeName, amount, since, returned }) => ({
      number,
      applicant: applicantName,
      procedure: procedureName,
      fee: feeName,
      since,
      ...(amount === null ? {} : { amount: withDots(amount) }),
      ...(returned ? { note: 'đã trả kết quả' } : {}),
    })),
    total,
  };
  return listAsPdf(desk, 'phi-chua-thu', data, signal);
}

const owedColumns: readonly BookColumn<OwedLine>[] = [
  { title: 'Mã hồ sơ', width: 24, kind: 'text', value: ({ number }) => number },
  { title: 'Chủ hồ sơ', width: 28, kind: 'text', value: ({ applicantName }) => applicantName },
  { title: 'Mã thủ tục', width: 11, kind: 'text', value: ({ procedureCode }) => procedureCode },
  { title: 'Tên thủ tục', width: 44, kind: 'text', value: ({ procedureName }) => procedureName },
  { title: 'Khoản thu', width: 26, kind: 'text', value: ({ feeName }) => feeName },
  { title: 'Số tiền (đồng)', width: 15, kind: 'number', value: ({ amount }) => amount },
  { title: 'Từ lúc', width: 17, kind: 'time', value: ({ since }) => since },
  { title: 'Ghi chú', width: 18, kind: 'text', value: ({ returned }) => (returned ? 'đã trả kết quả' : null) },
];

async function unpaidBook(
  desk: DeskContext,
  { until, lines, madeAt }: UnpaidAnswer,
  { maker, head, total }: Foot,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const book = {
    sheet: 'Phí chưa thu',
    title: ['PHÍ, LỆ PHÍ CHƯA THU', desk.getOffice().centreName, `Như sổ ở cuối ngày ${dateText(until)}`],
    columns: owedColumns,
    rows: lines,
    closing: [`Cộng: ${total}.`, `Lập lúc ${timeDateText(madeAt)} bởi ${maker}, từ sổ đến mắt xích ${head}.`],
  };
  return listAsBook(desk, book, signal);
}
