import { feeRulesOf } from './import-fees.ts';

/** From the gathered procedures to the catalogue's own shape. Pure: the same input gives the same lines. */
type RawProcedure = {
  code: string;
  name: string;
  field: string;
  authority: string;
  components: { name: string; short: string; case?: string; originals: number; copies: number; truncated?: boolean }[];
  processingTime: {
    value: number | null;
    unit: string | null;
    note: string;
    unitVerified: boolean;
    sameDayCutoff?: string;
  };
  fee: { amount: number | null; note: string };
  legalBasis: string[];
  result: string;
  verification: { status: string; sources: string[] };
};

export type RawProcedures = {
  asOf: string;
  sourceKeys: Record<string, string>;
  procedures: RawProcedure[];
  listedOnly: { items: { code: string; name: string; field: string }[] };
};

type Term = { value: number; unit: string };

/** What the sources themselves leave open. Sentences for the office, shown until somebody settles them. */
const doubts: Readonly<Record<string, string>> = {
  '1.001714': '30 ngày làm việc có thể là hạn nộp hồ sơ, không phải thời hạn giải quyết.',
  '1.004859':
    'chỉ bổ sung thông tin là trong ngày; thay đổi, cải chính, xác định lại dân tộc dài hơn, nguồn không ghi rõ.',
  '2.000748':
    'chỉ bổ sung thông tin là trong ngày; thay đổi, cải chính, xác định lại dân tộc dài hơn, nguồn không ghi rõ.',
  '1.010041': '03 ngày làm việc khi cần kiểm tra, xác minh.',
  '1.010824': '24 ngày với trợ cấp tuất hằng tháng, tuất nuôi dưỡng.',
  '1.012796': 'số bản chính của đơn đăng ký biến động bị dính với số mẫu trong nguồn, đã tách thành 1; cần xem lại.',
  '1.013226': 'số bản chính của hai thành phần bị dính với năm 2024 trong nguồn, đã tách thành 0; cần xem lại.',
  '1.013274': '01 ngày với đám tang.',
  '2.000286': '15 ngày làm việc khi cơ sở thuộc UBND cấp tỉnh quản lý.',
  '2.000575': '03 ngày làm việc khi cấp đổi và các trường hợp khác.',
  '2.000815': 'Điều 21 Nghị định 23/2015: số lượng lớn hoặc phức tạp được kéo dài thêm tối đa 02 ngày làm việc.',
  '3.000722': 'tối đa 05 ngày làm việc khi phải xác minh; nhận sau 15 giờ thì tính từ ngày làm việc tiếp theo.',
};

const byChannel =
  'nguồn ghi thời hạn khác nhau theo cách nộp, có thể là các trường hợp khác nhau của cùng thủ tục; lãnh đạo kiểm tra và đặt thời hạn.';

/** In three rows a number from the text (form 18, year 2024) ran together with the count that follows it. Anything else is refused. */
const runTogether: ReadonlyMap<number, number> = new Map([
  [181, 1],
  [20240, 0],
]);

/** A note of the source names the wrong circular: 226/2016 is for certification, 257/2016 for notaries (TT 226/2016, TT 257/2016). */
const wrongCircular = ['TT 257/2016/TT-BTC', 'TT 226/2016/TT-BTC'] as const;

export function importProcedures(raw: RawProcedures) {
  return {
    procedures: raw.procedures.map(procedure),
    listedOnly: raw.listedOnly.items.map(({ code, name, field }) => ({ code, name, field })),
  };
}

function procedure(raw: RawProcedure) {
  const { term, rule } = termOf(raw.processingTime);
  const channelTerms = channelTermsOf(raw.processingTime.note);
  const doubt = doubts[raw.code];
  return {
    code: raw.code,
    name: raw.name,
    field: raw.field,
    authority: raw.authority,
    term,
    rule,
    ...(channelTerms === undefined ? {} : { channelTerms }),
    termNote: raw.processingTime.note,
    // A term that hangs on the way a file comes in has no ground in law: the list may have mixed two cases of the procedure.
    termVerified:
      raw.processingTime.unitVerified && term !== null && raw.code !== '1.001714' && channelTerms === undefined,
    fee: { amount: raw.fee.amount, note: raw.fee.note.trim().replace(...wrongCircular) },
    feeRules: feeRulesOf(raw.code, raw.field, raw.fee),
    result: raw.result,
    legalBasis: raw.legalBasis,
    verification: { status: raw.verification.status, sources: raw.verification.sources },
    doubts: [...(doubt === undefined ? [] : [doubt]), ...(channelTerms === undefined ? [] : [byChannel])],
    components: raw.components.map(({ name, short, case: group, originals, copies, truncated }) => ({
      name,
      short,
      ...(group === undefined ? {} : { case: group }),
      originals: runTogether.get(originals) ?? originals,
      copies,
      ...(truncated === true ? { truncated } : {}),
    })),
  };
}

/** One day with a cut-off hour is “the same day”; a longer limit with a cut-off is working days, its note says the rest. */
function termOf(time: RawProcedure['processingTime']): { term: Term | null; rule: 'after-15h' | null } {
  if (time.value === null || time.unit === null) return { term: null, rule: null };
  if (time.sameDayCutoff === undefined) return { term: { value: time.value, unit: time.unit }, rule: null };
  if (time.value === 1) return { term: { value: 1, unit: 'same-day' }, rule: 'after-15h' };
  return { term: { value: time.value, unit: 'working-day' }, rule: null };
}

const channelNames: Readonly<Record<string, 'online' | 'post'>> = {
  'Trực tuyến': 'online',
  'Dịch vụ bưu chính': 'post',
};

/** Reads “Kênh khác: Dịch vụ bưu chính 20 Ngày; Trực tuyến 17 Ngày làm việc”. */
function channelTermsOf(note: string): Partial<Record<'online' | 'post', Term>> | undefined {
  const found = [...note.matchAll(/(Trực tuyến|Dịch vụ bưu chính) (\d+) (Ngày làm việc|Ngày)/g)];
  if (!note.startsWith('Kênh khác:') || found.length === 0) return undefined;
  return Object.fromEntries(
    found.map(([, channel = '', value, unit]) => [
      channelNames[channel],
      { value: Number(value), unit: unit === 'Ngày' ? 'day' : 'working-day' },
    ]),
  );
}
