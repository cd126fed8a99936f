import { z } from 'zod';
import { why } from '../../base/values.ts';

/**
 * What is lawful only with a reason that is kept: said on the screen and on the course of the case. The law forbids none of these
 * outright, and each is a hurried hand more often than a decision.
 */
const table = {
  /** NĐ 118/2025 Điều 17 k1b: data in place of papers are taken in and said. */
  'no-papers': {
    vi: 'Tiếp nhận khi chưa nhận giấy tờ nào',
    en: 'Received without a single paper',
  },
  /** Điều 14 k3c: some are filed online only. */
  'online-only': {
    vi: 'Thủ tục chỉ nộp trực tuyến, tiếp nhận tại quầy',
    en: 'A procedure that is filed online only, received at the desk',
  },
  /** Where the law of the field has the result fetched online or sent by post alone: building permits, NĐ 217/2026 Điều 54 k4. */
  'result-at-desk': {
    vi: 'Kết quả nhận trực tuyến hoặc qua bưu chính, nhưng hẹn trả tại quầy',
    en: 'The result is fetched online or comes by post, but is promised at the desk',
  },
  /** Điều 14 k4 (NĐ 309/2026): outside the province only what the published list names. */
  'outside-province': {
    vi: 'Cơ quan giải quyết ngoài tỉnh, thành phố; chỉ nhận thủ tục trong danh mục được công bố',
    en: 'The deciding unit is outside the province; only procedures of the published list are received for it',
  },
  /** Điều 6 k2c: an organisation files by a human being, who is named. */
  'filer-unnamed': {
    vi: 'Tổ chức nộp tại quầy mà chưa ghi người đến nộp; ghi ở mục người nộp thay (Alt+N)',
    en: 'An organisation files at the counter and nobody is named who stands there; name them as the one who files (Alt+N)',
  },
  /** Điều 16 k1: which papers are asked for goes by the case; with none chosen nearly none is. */
  'case-unchosen': {
    vi: 'Chưa chọn trường hợp của người dân (Alt+5); giấy tờ của thủ tục này tùy trường hợp',
    en: 'No case of the citizen is chosen (Alt+5); the papers of this procedure go by the case',
  },
  /** NĐ 23/2015 Điều 21: a day that was agreed is the citizen's too; far ahead it is a typing error more often than a date. */
  'agreed-far': {
    vi: 'Ngày hẹn theo thỏa thuận xa hơn 30 ngày',
    en: 'The agreed date is more than 30 days ahead',
  },
  /** Điều 15: the way it was filed is the citizen's, and fees and reports go by it. */
  'online-as-direct': {
    vi: 'Hồ sơ nộp trực tuyến nhưng ghi kênh khác',
    en: 'Filed online, but another channel is entered',
  },
  /** Điều 17 k4, 18, 19: only what is answered on the spot goes without a hand-over. */
  'finish-unhandled': {
    vi: 'Ghi kết quả khi hồ sơ chưa chuyển xử lý',
    en: 'A result recorded before the case was passed on',
  },
  /** Điều 19 k1: who decides is who signs; a step of approval nobody passed is a result nobody approved, or a paper signed outside the desk. */
  'approval-unpassed': {
    vi: 'Ghi kết quả khi bước duyệt của lãnh đạo chưa qua: ai đã duyệt, ở văn bản nào',
    en: 'A result recorded before a supervisor’s step was passed: who approved it, on which document',
  },
  /** Điều 19 k4: what was asked of others is answered, or said why not. */
  'inquiry-open': {
    vi: 'Ghi kết quả khi chưa có trả lời xác minh, lấy ý kiến',
    en: 'A result recorded while a verification or an opinion is awaited',
  },
  /** Two numbers for one file are a mistake more often than two files: a key pressed twice, a citizen received at two counters. */
  'received-just-now': {
    vi: 'Vừa tiếp nhận cùng thủ tục của người này',
    en: 'The same procedure of this person was received just now',
  },
  /** A number typed wrong is another person's; and a name may have changed. */
  'name-differs': {
    vi: 'Số giấy tờ này đã nộp hồ sơ ở đây với tên khác',
    en: 'A file was received here under this id number with another name',
  },
  /** Điều 6 k2d, 24: fees are paid. */
  'fees-unpaid': {
    vi: 'Trả kết quả khi chưa thu đủ phí, lệ phí',
    en: 'A result handed out with fees unpaid',
  },
  /** Điều 19 k6: a promise far ahead is a typing error more often than a date. */
  'date-far': {
    vi: 'Ngày hẹn lại quá xa so với thời hạn giải quyết',
    en: 'The new date is far ahead of the time limit',
  },
  /** Điều 17 k3, 20: the promise on the receipt stays as it was made; years beyond the law's it is a year typed wrongly more often than a promise. */
  'foreign-promise-far': {
    vi: 'Hẹn trả của nơi tiếp nhận xa hơn nhiều so với thời hạn theo quy định',
    en: 'The promise of the centre that received it lies far beyond the lawful limit',
  },
  /** Điều 20 k1b: a file is passed on within days. */
  'foreign-long-ago': {
    vi: 'Nơi tiếp nhận nhận hồ sơ đã lâu trước khi hồ sơ đến đây',
    en: 'It was received there long before it came here',
  },
  /** Điều 6 k2b: who fetches a result as the applicant is the applicant. */
  'receiver-differs': {
    vi: 'Số giấy tờ của người nhận không khớp chủ hồ sơ',
    en: 'The id number of the receiver is not that of the applicant',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export const ConfirmationCode = z.enum(Object.keys(table) as (keyof typeof table)[]);
export type ConfirmationCode = z.infer<typeof ConfirmationCode>;

export const confirmationTexts: Readonly<Record<ConfirmationCode, { readonly vi: string; readonly en: string }>> =
  table;

/** One of them, and why it is done all the same. */
export const Confirmation = z.strictObject({ code: ConfirmationCode, reason: why(500) });
export type Confirmation = z.infer<typeof Confirmation>;

/** What a caller says ahead; what was not needed is not kept. */
export const Confirmations = z.array(Confirmation).max(20).optional();
