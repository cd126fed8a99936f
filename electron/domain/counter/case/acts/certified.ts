import { undoSeconds } from '../../../../contract/base/values.ts';
import type { Refusal } from '../../../base/refusal.ts';
import type { ActRows, Guard } from './act-row.ts';

/** What was certified with a slip: pages or copies mistyped, another paper, another person. Its way back, while it is neither paid nor in anybody's hands, and its month's book is not over. */

const notCertified: Refusal = {
  key: 'not-certified',
  vi: 'Hồ sơ chưa có số chứng thực: không có gì để thu lại.',
  en: 'No paper of this case has a number of a book: there is nothing to take back.',
};
const certifiedPaid: Refusal = {
  key: 'certified-paid',
  vi: 'Đã thu tiền: hoàn tiền (F7) rồi thu lại số chứng thực.',
  en: 'Money was taken: give it back (F7), then take the certification back.',
};
const certifiedElsewhere: Refusal = {
  key: 'certified-elsewhere',
  vi: 'Hồ sơ đến từ cổng, bưu chính, giấy viết tay hay trung tâm khác: không thu lại việc tiếp nhận được. Sửa hồ sơ, hoặc cho rút.',
  en: 'The file came from the portal, by post, on paper or from another centre: its reception is not taken back. Correct it, or let it be withdrawn.',
};
const certifiedBound: Refusal = {
  key: 'certified-bound',
  vi: 'Sổ chứng thực của tháng đó đã đến kỳ in, đóng thành sổ (NĐ 23/2015 Điều 13 k3): số đã ghi giữ nguyên, không thu lại. Thu sai thì lãnh đạo giảm khoản thu (F7); chứng thực sai thì Chủ tịch quyết định hủy giá trị (TT 01/2020 Điều 7).',
  en: 'The book of that month was due to be printed and bound (NĐ 23/2015 Điều 13 k3): its numbers stay and are not taken back. A wrong fee is taken down by a supervisor (F7); what was wrongly certified is annulled by the chairman’s decision (TT 01/2020 Điều 7).',
};
const reasonLater: Refusal = {
  key: 'reason-later',
  vi: `Ghi lý do: chỉ chính người vừa chứng thực, tại quầy này, trong ${undoSeconds} giây mới thu lại không cần lý do.`,
  en: `Say why: only whoever has just certified it, at this counter and within ${undoSeconds} seconds, takes it back without a reason.`,
};

export const certifiedActs = {
  'take-back-certified': {
    from: ['accepted', 'finished'],
    role: 'clerk',
    rule: 'NĐ 23/2015 Điều 13 k2; quy định nội bộ',
    guards: [takable],
    record: ({ reason }) => ({ type: 'reception-undone', ...(reason === undefined ? {} : { reason }) }),
  },
} as const satisfies Partial<ActRows>;

/** A number is never used twice, so what was wrong is taken back whole and received anew. */
function takable(...[_state, { certified }, act]: Parameters<Guard<'take-back-certified'>>): Refusal | null {
  if (certified === undefined) return notCertified;
  if (certified.hinders === 'elsewhere') return certifiedElsewhere;
  if (certified.hinders === 'bound') return certifiedBound;
  if (certified.hinders === 'paid') return certifiedPaid;
  return certified.alone || act === undefined || act.reason !== undefined ? null : reasonLater;
}
