/** Why an act on a waiting file is not allowed. */
export type IntakeRefusal = 'wrong-status' | 'already-accepted' | 'second-supplement' | 'name-needed' | 'seen-already';

const sentences: Record<IntakeRefusal, { readonly vi: string; readonly en: string }> = {
  'wrong-status': {
    vi: 'Trạng thái hiện tại của hồ sơ chờ tiếp nhận không cho phép.',
    en: 'The present status of the waiting file does not allow it.',
  },
  'already-accepted': {
    vi: 'Hồ sơ này đã được tiếp nhận; làm tiếp trên hồ sơ.',
    en: 'This file has been received; go on with its case.',
  },
  'second-supplement': {
    vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần lãnh đạo quyết định và nêu lý do.',
    en: 'A supplement is asked for once; a second request needs a supervisor and a reason.',
  },
  'name-needed': {
    vi: 'Phiếu phải ghi tên người nộp: nhập họ và tên trước.',
    en: 'The slip is made out to a person: enter the full name first.',
  },
  'seen-already': { vi: 'Đã có người ở quầy xem hồ sơ này.', en: 'Somebody at the desk has seen this file already.' },
};

/** Why an act is not allowed now, in words a clerk can say aloud. */
export function intakeReason(reason: IntakeRefusal, language: 'vi' | 'en'): string {
  return sentences[reason][language];
}
