import type { Refusal } from './case-guards.ts';
import { legSentences } from './leg-reasons.ts';

const sentences: Record<Refusal, { readonly vi: string; readonly en: string }> = {
  ...legSentences,
  'wrong-status': {
    vi: 'Trạng thái hiện tại của hồ sơ không cho phép.',
    en: 'The present status of the case does not allow it.',
  },
  'result-issued': {
    vi: 'Đã có quyết định hoặc kết quả nên không rút hồ sơ được nữa.',
    en: 'A decision or result has been issued, so the file can no longer be withdrawn.',
  },
  'second-supplement': {
    vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần lãnh đạo quyết định và nêu lý do.',
    en: 'A supplement is asked for once; a second request needs a supervisor and a reason.',
  },
  'supplement-late': {
    vi: 'Đã quá 03 ngày làm việc kể từ khi tiếp nhận; cần lãnh đạo quyết định và nêu lý do.',
    en: 'More than three working days have passed since acceptance; a supervisor must decide and say why.',
  },
  'not-yet-closable': {
    vi: 'Chưa hết 15 ngày kể từ ngày yêu cầu bổ sung nên chưa đóng hồ sơ được.',
    en: 'Fifteen days have not passed since the supplement was asked for, so the case cannot be closed yet.',
  },
  'already-extended': {
    vi: 'Đã hẹn lại một lần; việc hẹn lại ngày trả kết quả không quá một lần.',
    en: 'The date has been moved once already; it may not be moved again.',
  },
  'extension-late': {
    vi: 'Phải đề nghị gia hạn chậm nhất 01 ngày trước khi hết hạn.',
    en: 'An extension has to be asked for at least one day before the date.',
  },
  'extension-not-later': {
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ.',
    en: 'The new date has to be after the old one.',
  },
  'announce-first': {
    vi: 'Kết quả có trước hạn: báo cho người nộp trước khi trả.',
    en: 'The result is early: tell the citizen before it is handed out.',
  },
  'already-announced': { vi: 'Đã báo cho người nộp.', en: 'The citizen has been told already.' },
  'held-by-you': { vi: 'Bạn đang giữ hồ sơ này.', en: 'You hold this case already.' },
  'held-by-another': {
    vi: 'Người khác đang giữ hồ sơ này.',
    en: 'Somebody else holds this case.',
  },
  'no-error': { vi: 'Chưa có sai sót nào được ghi nhận.', en: 'No error has been reported.' },
  'error-open': {
    vi: 'Sai sót đã được ghi nhận và đang chờ sửa trong 03 ngày làm việc.',
    en: 'The error is reported and waits to be corrected within three working days.',
  },
  'result-stands': {
    vi: 'Đã có kết quả nên không sửa giấy tiếp nhận nữa; kết quả sai thì báo sai sót để sửa trong 03 ngày làm việc.',
    en: 'There is a result, so the receipt is not corrected any more; a wrong result is reported and corrected within three working days.',
  },
  'papers-awaited': {
    vi: 'Đang chờ người nộp bổ sung: nhận giấy tờ bổ sung trước, rồi sửa giấy tiếp nhận.',
    en: 'Papers are awaited from the citizen: take them in first, then correct the receipt.',
  },
  'already-archived': { vi: 'Hồ sơ đã lưu trữ.', en: 'The case is archived already.' },
};

/** Why an act is not allowed now, in words a clerk can say aloud. */
export function reasonSentence(reason: Refusal, language: 'vi' | 'en'): string {
  return sentences[reason][language];
}
