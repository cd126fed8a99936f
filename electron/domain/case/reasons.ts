import type { Refusal } from './guards.ts';
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
  'extension-office-closed': {
    vi: 'Ngày giờ hẹn mới phải vào giờ làm việc: chọn ngày làm việc khác.',
    en: 'The new date has to be at a time when the office is open: choose another working day.',
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
  'wrong-role': {
    vi: 'Bước này cần người có vai trò khác; xem quy trình của hồ sơ.',
    en: 'This step needs somebody of another role; see the process of the case.',
  },
  'account-closed': {
    vi: 'Tài khoản người nhận đã khóa; chọn người khác.',
    en: 'The account of the receiver is closed; choose somebody else.',
  },
  'held-by-them': { vi: 'Người đó đang giữ hồ sơ này.', en: 'That person holds this case already.' },
  'supervisor-assigns': {
    vi: 'Chưa ai giữ hồ sơ: lãnh đạo giao, hoặc người xử lý tự nhận.',
    en: 'Nobody holds the case: a supervisor assigns it, or who will handle it takes it.',
  },
  'take-first': {
    vi: 'Nhận hồ sơ về mình trước đã.',
    en: 'Take the case first.',
  },
  'no-process': {
    vi: 'Hồ sơ chưa chuyển xử lý, hoặc thủ tục chưa có quy trình nội bộ.',
    en: 'The case has not left the counter, or its procedure has no inner process.',
  },
  'finish-next': {
    vi: 'Đây là bước xử lý cuối: ghi kết quả xử lý xong để hồ sơ sang bước trả kết quả.',
    en: 'This is the last step of handling: record the result, and the case goes on to be returned.',
  },
  'first-step': {
    vi: 'Trước bước này chỉ có tiếp nhận: dùng «Trả lại một cửa».',
    en: 'Only the reception comes before this step: hand the case back to the desk.',
  },
  'approval-first': {
    vi: 'Quy trình đơn vị đặt còn bước «{step}» chưa qua: chuyển bước để trình, rồi người duyệt ghi kết quả hoặc chuyển tiếp.',
    en: 'The process this office set has still to pass «{step}»: pass the case on for approval; who approves records the result or passes it on.',
  },
  'bundle-missing': {
    vi: 'Túi hồ sơ giấy đang ghi là chưa tìm thấy hoặc thất lạc; giải quyết xong mới lưu.',
    en: 'The papers are recorded as missing or lost; settle that before the case is archived.',
  },
};

/** Why an act is not allowed now, in words a clerk can say aloud; `step` is what an approval is called, where one is missing. */
export function reasonSentence(reason: Refusal, language: 'vi' | 'en', step = ''): string {
  return sentences[reason][language].replace('{step}', step);
}
