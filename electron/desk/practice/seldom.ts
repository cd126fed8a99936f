import type { Act } from '../../contract/counter/case/act.ts';
import { isFault } from '../../contract/base/fault.ts';
import type { Role } from '../../contract/common/office/office.ts';
import { addDays } from '../../domain/base/civil-time.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import { proposeNewDate, usualReasons } from '../../domain/counter/work/apology.ts';
import type { Trip, TripAct, TripStep } from './past/trip-acts.ts';

const support = '1.001776';
const monthly = '1.014027';

const reading = (hour: number): TripStep => ({ day: 0, hour, does: 'bundle', of: 0, by: 'officer', change: 'take' });

/** Its control slip is made once, in the first of them: one is enough to look at. */
const transfer = act(0, 6, 'clerk', () => ({ type: 'transfer', to: 'officer' }), { withoutPaper: true });

/**
 * What an office does seldom and a learner has to have seen once: a file of its own for each, of this office alone. With them every act and every
 * paper is somewhere in a practice office (tests/desk/practice/practice-whole.test.ts).
 */
export const seldom: readonly Trip[] = [
  // From hand to hand inside (NĐ 118/2025 Điều 19): it lies with the officer again, with a note of what is to be done over.
  ofHere(support, 2, [
    act(0, 6, 'clerk', () => ({ type: 'transfer' })),
    { day: 0, hour: 6.1, does: 'paper', of: 0, by: 'clerk', form: 'nhan-tui' },
    act(0, 6.2, 'officer', () => ({ type: 'take-over' })),
    act(0, 6.3, 'officer', () => ({ type: 'hand-back', reason: 'Chuyển cho người phụ trách lĩnh vực' })),
    act(0, 6.4, 'supervisor', () => ({ type: 'assign', to: 'officer' })),
    reading(6.5),
    act(1, 1, 'officer', () => ({ type: 'pass', to: 'supervisor', note: 'Đề nghị duyệt dự thảo' })),
    { day: 1, hour: 1.1, does: 'bundle', of: 0, by: 'supervisor', change: 'take' },
    act(1, 2, 'supervisor', () => ({ type: 'rework', reason: 'Ghi lại căn cứ hưởng', to: 'officer' })),
    { day: 1, hour: 2.1, does: 'bundle', of: 0, by: 'officer', change: 'take' },
  ]),
  // The apology with its new date, once, before the promise ends (Điều 19 k6); its papers were given up and made good (Điều 23).
  ofHere(support, 6, [
    transfer,
    reading(6.5),
    { day: 2, hour: 2, does: 'bundle', of: 0, by: 'officer', change: 'lose' },
    { day: 3, hour: 2, does: 'bundle', of: 0, by: 'supervisor', change: 'settle' },
    act(4, 1, 'officer', (now, { state, calendar }) => {
      const { dueAt, received } = state;
      const proposed = dueAt === null ? null : proposeNewDate({ term: received.term, dueAt, now }, calendar);
      if (proposed === null || isFault(proposed)) throw new Error('no later date');
      return { type: 'extend', reason: usualReasons[2] ?? '', newDueAt: proposed.newDueAt, told: 'phone' };
    }),
  ]),
  // Something was still owed before the result (Điều 24). The result was wrong, whoever took it home noticed, and it was mended
  // (Điều 23 k1); then the file is put away (Điều 22 k6).
  ofHere(monthly, 6, [
    transfer,
    reading(6.5),
    act(0, 7, 'officer', () => ({ type: 'request-obligation', reason: 'Chờ số tài khoản nhận trợ cấp' })),
    act(1, 2, 'clerk', () => ({ type: 'meet-obligation' })),
    act(1, 3, 'officer', () => ({ type: 'finish', result: 'Quyết định trợ cấp', resultNumber: '15/QĐ-UBND' })),
    act(1, 3.5, 'clerk', () => ({ type: 'announce', how: 'phone' })),
    // The wrong file first, noticed at once.
    act(2, 2, 'clerk', (_at, { state }) => fetched(state)),
    act(2, 2.01, 'clerk', () => ({ type: 'undo-return' })),
    act(2, 2.1, 'clerk', (_at, { state }) => fetched(state)),
    act(3, 2, 'clerk', () => ({ type: 'report-error', what: 'Sai năm sinh trên quyết định' })),
    act(4, 2, 'officer', () => ({ type: 'correct-result', result: 'Quyết định trợ cấp, đã sửa năm sinh' })),
    act(4, 2.5, 'clerk', (_at, { state }) => fetched(state)),
    { day: 4, hour: 3, does: 'paper', of: 0, by: 'clerk', form: 'qua-trinh' },
    act(5, 2, 'clerk', () => ({ type: 'archive', place: 'Kệ 2, hộp 7' })),
  ]),
  // Papers that were missing, asked for once and brought; then it is refused with its ground (Điều 19 k3, k5).
  ofHere(support, 4, [
    transfer,
    reading(6.5),
    act(1, 2, 'officer', () => ({
      type: 'request-supplement',
      items: ['Giấy xác nhận khuyết tật còn hiệu lực'],
      reason: 'Giấy xác nhận đã hết hạn',
    })),
    act(2, 2, 'clerk', () => ({ type: 'supplement' })),
    // Once more is a supervisor's to allow, who does not.
    act(3, 1, 'officer', () => ({
      type: 'propose-supplement',
      items: ['Giấy tờ chứng minh nơi thường trú'],
      reason: 'Nơi thường trú trên giấy xác nhận khác tờ khai',
      override: 'Giấy nộp bổ sung mới thấy chỗ khác nhau',
    })),
    act(3, 1.5, 'supervisor', () => ({
      type: 'decline-supplement',
      reason: 'Nơi thường trú tra được trong cơ sở dữ liệu dân cư',
    })),
    act(3, 2, 'officer', () => ({
      type: 'refuse',
      reason: 'Không thuộc đối tượng hưởng',
      legalBasis: 'Nghị định 20/2021/NĐ-CP, Điều 5',
    })),
  ]),
  // Taken back by whoever filed it (Điều 21).
  ofHere(monthly, 3, [
    transfer,
    reading(6.5),
    act(1, 2, 'clerk', () => ({ type: 'withdraw', reason: 'Người nộp chuyển nơi cư trú' })),
    act(1, 3, 'supervisor', () => ({ type: 'stop', reason: 'Dừng giải quyết theo đề nghị của người nộp' })),
    act(2, 2, 'clerk', (_at, { state }) => fetched(state)),
  ]),
  // Asked of others, with a time for the answer (Điều 19 k4); taken back and gone on with (Điều 21); a result before one answer came.
  ofHere(support, 6, [
    act(0, 5.5, 'clerk', () => ({ type: 'check-identity', found: 'account-seen' })),
    transfer,
    reading(6.5),
    act(1, 1, 'officer', (at) => asks('verification', 'Xác minh nơi cư trú', at)),
    act(1, 2, 'officer', (at) => asks('opinion', 'Ý kiến về mức độ khuyết tật', at)),
    act(2, 1, 'clerk', () => ({ type: 'record-answer', answer: 'Có cư trú tại địa chỉ đã khai' })),
    act(2, 2, 'clerk', () => ({ type: 'withdraw', reason: 'Người nộp xin rút để bổ sung' })),
    act(2, 3, 'officer', () => ({ type: 'resume', reason: 'Người nộp đề nghị tiếp tục' })),
    act(3, 2, 'officer', () => ({ type: 'finish', result: 'Quyết định trợ cấp' }), {
      confirm: [{ code: 'inquiry-open', reason: 'Ý kiến không còn cần vì đã có giấy xác nhận' }],
    }),
  ]),
  // A fee that no list has an amount for is read off the posted one; the sheet says how to pay it.
  ofHere(monthly, 1, [
    { day: 0, hour: 6, does: 'set-fee', of: 0, by: 'clerk', amount: 50_000, source: 'Bảng niêm yết tại quầy' },
    { day: 0, hour: 6.1, does: 'paper', of: 0, by: 'clerk', form: 'phieu-thanh-toan' },
  ]),
];

function act(
  day: number,
  hour: number,
  by: Role,
  deed: TripAct,
  more: Pick<Extract<TripStep, { does: 'act' }>, 'withoutPaper' | 'confirm'> = {},
): TripStep {
  return { day, hour, does: 'act', of: 0, by, act: deed, ...more };
}

/** Who comes for an organisation, whose own number is no person's. */
const messenger = {
  fullName: 'Đỗ Văn Giới Thiệu',
  idNumber: '079088000019',
  as: 'proxy',
  authorisation: 'Giấy giới thiệu của đơn vị',
  receiptLost: false,
} as const;

function fetched({ received }: CaseState): Act {
  const { fullName, idNumber, kind } = received.applicant;
  if (kind !== 'citizen') return { type: 'return', receiver: messenger };
  return { type: 'return', receiver: { fullName, idNumber, as: 'applicant', receiptLost: false } };
}

function asks(kind: 'verification' | 'opinion', about: string, at: string): Act {
  const answerBy = `${addDays(at.slice(0, 10), 3)}T17:00:00+07:00`;
  return { type: 'ask-others', kind, asked: 'Công an cấp xã', about, answerBy };
}

function ofHere(procedure: string, days: number, steps: readonly TripStep[]): Trip {
  return { procedure, to: 'here', files: 1, days, steps };
}
