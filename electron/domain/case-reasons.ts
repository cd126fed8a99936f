import type { Availability } from './case-transitions.ts';

type Reason = NonNullable<Availability['reason']>;

const sentences: Record<Reason, { readonly vi: string; readonly en: string }> = {
  'wrong-status': {
    vi: 'Trạng thái hiện tại của hồ sơ không cho phép.',
    en: 'The present status of the case does not allow it.',
  },
  'second-supplement': {
    vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần lãnh đạo quyết định và nêu lý do.',
    en: 'A supplement is asked for once; a second request needs a supervisor and a reason.',
  },
  'result-issued': {
    vi: 'Đã có quyết định hoặc kết quả nên không rút hồ sơ được nữa.',
    en: 'A decision or result has been issued, so the file can no longer be withdrawn.',
  },
};

/** Why an act is not allowed now, in words a clerk can say aloud. */
export function reasonSentence(reason: Reason, language: 'vi' | 'en'): string {
  return sentences[reason][language];
}
