import type { LegRefusal } from './leg-guards.ts';

/** Why a leg does not allow an act, in words a clerk can say aloud and that say what to do. */
export const legSentences: Readonly<Record<LegRefusal, { readonly vi: string; readonly en: string }>> = {
  'no-leg': {
    vi: 'Hồ sơ không có chặng nào đang chờ ở cơ quan khác.',
    en: 'No leg of this case waits at another agency.',
  },
  'leg-here': {
    vi: 'Chặng này do đơn vị mình giải quyết, không phải chuyển đi.',
    en: 'This leg is this office’s own; there is nothing to send.',
  },
  'leg-by-list': {
    vi: 'Hồ sơ giấy chuyển bằng danh sách bàn giao có hai bên ký: mở màn hình Bàn giao (F10).',
    en: 'Papers go by a hand-over list that both sides sign: open Hand-over (F10).',
  },
  'leg-sent-already': {
    vi: 'Chặng này đã chuyển đi rồi.',
    en: 'This leg was sent already.',
  },
  'leg-not-sent': {
    vi: 'Chưa chuyển đi, hoặc cơ quan giải quyết đã xác nhận nhận hồ sơ.',
    en: 'It was not sent, or its agency has confirmed it already.',
  },
  'leg-not-running': {
    vi: 'Cơ quan giải quyết chưa nhận hồ sơ nên chưa có kết quả của chặng.',
    en: 'Its agency does not have the file yet, so the leg has no result.',
  },
  'leg-not-away': {
    vi: 'Hồ sơ không ở cơ quan khác.',
    en: 'The case is not at another agency.',
  },
  'moment-ahead': {
    vi: 'Thời điểm ghi sau giờ hiện tại; ghi đúng lúc đã xảy ra.',
    en: 'That moment is still to come; enter when it happened.',
  },
  'moment-before-sent': {
    vi: 'Thời điểm nhận không thể trước lúc chuyển đi.',
    en: 'It cannot have arrived before it was sent.',
  },
  'moment-before-received': {
    vi: 'Thời điểm có kết quả không thể trước lúc cơ quan đó nhận hồ sơ.',
    en: 'The result cannot be from before the agency had the file.',
  },
  'leg-elsewhere': {
    vi: 'Hồ sơ thuộc cơ quan khác giải quyết: chuyển theo chặng, không chuyển nội bộ.',
    en: 'Another agency decides this case: send its leg, not a division.',
  },
  'legs-open': {
    vi: 'Còn chặng chưa xong; ghi kết quả từng chặng trước.',
    en: 'A leg is not done; record the result of each leg first.',
  },
};
