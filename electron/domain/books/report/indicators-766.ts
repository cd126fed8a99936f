import type { Indicator, ReportAnswer } from '../../../contract/books/report/report.ts';

/** The indicators of the index (QĐ 766/QĐ-TTg): what each is called, its points, and what would have to be known where it is not. */

export type Scored = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly max: number;
  readonly score: (share: number) => number;
};

const times = (points: number) => (share: number) => points * share;
/** All points from a share on. */
const fullAt = (points: number, enough: number) => (share: number) => Math.min(points, (points * share) / enough);

/** The indicators in the order of the decision, with their points as the portal gives them. */
export const indicators = [
  { code: '1.1', vi: 'Thủ tục công bố đúng hạn', en: 'Procedures published in time', max: 6, score: times(6) },
  {
    code: '1.2',
    vi: 'Thủ tục cập nhật, công khai đúng hạn',
    en: 'Procedures updated in time',
    max: 4,
    score: times(4),
  },
  { code: '1.3', vi: 'Thủ tục công khai đủ nội dung', en: 'Procedures published whole', max: 2, score: times(2) },
  {
    code: '1.4',
    vi: 'Hồ sơ đồng bộ lên Cổng quốc gia',
    en: 'Files synced to the national portal',
    max: 6,
    score: times(6),
  },
  { code: '2.1', vi: 'Hồ sơ giải quyết đúng hạn', en: 'Files handled in time', max: 20, score: times(20) },
  { code: '3.1', vi: 'Thủ tục cung cấp trực tuyến', en: 'Procedures offered online', max: 2, score: fullAt(2, 0.8) },
  {
    code: '3.2',
    vi: 'Thủ tục trực tuyến có phát sinh hồ sơ',
    en: 'Online procedures with files',
    max: 4,
    score: times(4),
  },
  { code: '3.3', vi: 'Hồ sơ nộp trực tuyến', en: 'Files that came online', max: 6, score: fullAt(6, 0.5) },
  {
    code: '3.4',
    vi: 'Thủ tục có phí được thanh toán trực tuyến',
    en: 'Procedures with a fee payable online',
    max: 2,
    score: fullAt(2, 0.8),
  },
  {
    code: '3.5',
    vi: 'Thủ tục có phí đã có giao dịch trực tuyến',
    en: 'Procedures with a fee paid online',
    max: 2,
    score: fullAt(2, 0.8),
  },
  { code: '3.6', vi: 'Hồ sơ thanh toán trực tuyến', en: 'Files paid online', max: 6, score: times(6) },
  { code: '4.1', vi: 'Hồ sơ có kết quả điện tử', en: 'Files with an electronic result', max: 6, score: times(6) },
  { code: '4.2', vi: 'Hồ sơ được số hóa', en: 'Files digitised', max: 4, score: times(4) },
  { code: '4.3', vi: 'Dùng lại dữ liệu đã số hóa', en: 'Digitised data used again', max: 2, score: fullAt(2, 0.8) },
  { code: '4.4', vi: 'Kết nối kho dữ liệu cá nhân', en: 'Joined to personal stores', max: 4, score: times(4) },
  { code: '4.5', vi: 'Dùng cơ sở dữ liệu dân cư', en: 'Population database used', max: 4, score: times(4) },
  { code: '4.6', vi: 'Chứng thực bản sao điện tử', en: 'Electronic certified copies', max: 2, score: times(2) },
  { code: '5.2', vi: 'Phản ánh, kiến nghị xử lý đúng hạn', en: 'Petitions handled in time', max: 6, score: times(6) },
  {
    code: '5.3',
    vi: 'Hài lòng về xử lý phản ánh, kiến nghị',
    en: 'Content with petitions handled',
    max: 6,
    score: times(6),
  },
  { code: '5.4', vi: 'Hài lòng về giải quyết hồ sơ', en: 'Content with files handled', max: 6, score: fullAt(6, 0.9) },
] as const satisfies readonly Scored[];

export type IndicatorCode = (typeof indicators)[number]['code'];
export const indicatorCodes = indicators.map(({ code }) => code);

/** What each is called, by its code. */
export function indicatorNames(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  return Object.fromEntries(indicators.map((one) => [one.code, one[language]]));
}

/**
 * No indicator is verified: the annex was not read (docs/law/reports.md). Of these the sources that were found say different things besides, or leave open how
 * points are given.
 */
const doubts = {
  '3.4': [
    'chưa kiểm chứng: mức đủ điểm từ 80 % suy từ số liệu của Cổng',
    'not verified: that 80 % gives all points was worked out of the portal’s figures',
  ],
  '4.2': [
    'chưa kiểm chứng: tài liệu hướng dẫn cho đủ điểm từ 80 %, số liệu của Cổng thì không',
    'not verified: the working paper gives all points from 80 %, the portal’s figures do not',
  ],
  '4.4': ['chưa kiểm chứng: không nguồn nào nói cách cho điểm', 'not verified: no source says how points are given'],
  '4.5': [
    'chưa kiểm chứng: Cổng chia hai phần, 2 điểm theo hồ sơ và 2 điểm theo thủ tục',
    'not verified: the portal has two parts, 2 points by files and 2 by procedures',
  ],
  '5.4': [
    'chưa kiểm chứng: hồ sơ vừa quá hạn vừa bị phản ánh trừ một lần, tài liệu hướng dẫn cộng hai tỷ lệ nên trừ hai lần',
    'not verified: a file that is late and complained of is taken off once; the working paper adds the two shares and takes it off twice',
  ],
} as const satisfies Partial<Record<IndicatorCode, readonly [vi: string, en: string]>>;

/** Where more than the annex is missing, in words; by the indicator's code. */
export function indicatorDoubts(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(doubts).map(([code, [vi, en]]) => [code, language === 'vi' ? vi : en]));
}

const notHere = ['máy tại quầy không giữ', 'is not kept at this desk'] as const;
const reasons: Partial<Record<IndicatorCode, readonly [vi: string, en: string]>> = {
  '1.4': ['việc đồng bộ lên Cổng Dịch vụ công quốc gia', 'what was synced to the national portal'],
  '3.1': ['mức trực tuyến của một số thủ tục chưa ai tìm ra', 'how far some procedures are online was not found out'],
  '3.2': ['mức trực tuyến của một số thủ tục chưa ai tìm ra', 'how far some procedures are online was not found out'],
  '3.3': ['đường dẫn kết quả điện tử', 'the link of an electronic result'],
  '3.4': ['thủ tục nào có thanh toán trực tuyến', 'which procedures can be paid online'],
  '3.5': ['việc thanh toán trên Cổng', 'what was paid on the portal'],
  '3.6': ['việc thanh toán trên Cổng', 'what was paid on the portal'],
  '5.2': ['sổ phản ánh, kiến nghị chưa dùng', 'no register of petitions is kept'],
  '5.3': [
    'một số phản ánh, kiến nghị chưa ghi người gửi có hài lòng không',
    'of some petitions nobody recorded whether the sender was content',
  ],
  '5.4': ['mức hài lòng của người dân', 'how content people are'],
};

/** What would have to be known. */
export function whyUnknown(code: IndicatorCode): { readonly text: string; readonly textEn: string } {
  const [vi, en] = reasons[code] ?? ['số liệu của hệ thống tỉnh', 'what the province’s system holds'];
  const whole = vi.includes('chưa');
  return {
    text: whole ? `${code}: ${vi}` : `${code}: ${vi} ${notHere[0]}`,
    textEn: whole ? `${code}: ${en}` : `${code}: ${en} ${notHere[1]}`,
  };
}

/** Of days before there was a register: every indicator may be worth anything, and nothing is told of any. */
export function blankIndex(): Pick<ReportAnswer, 'rows' | 'total' | 'indicators' | 'points' | 'weeks'> {
  const blank = indicators.map(({ code, max }): Indicator => ({
    code,
    max,
    value: null,
    numerator: null,
    denominator: null,
    points: { least: 0, most: max },
    lost: null,
    raise: null,
    ...(code === '2.1' ? { ours: null } : {}),
  }));
  return {
    rows: [],
    total: { values: Object.fromEntries(blank.map(({ code }): [string, null] => [code, null])) },
    indicators: blank,
    points: { least: 0, most: 100 },
    weeks: [],
  };
}
