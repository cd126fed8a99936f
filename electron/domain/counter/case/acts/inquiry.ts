import { civilOfInstant } from '../../../base/civil-time.ts';
import { canonicalJson } from '../../../base/canonical-json.ts';
import type { Refusal } from '../../../base/refusal.ts';
import type { ActRows } from './act-row.ts';
import type { CaseState } from '../state.ts';

/** What is asked of others while a case is handled, and of who files it when it comes in (NĐ 118/2025 Điều 17 k1a, 19 k4). */

const answerByPast: Refusal = {
  key: 'answer-by-past',
  vi: 'Hạn trả lời phải sau thời điểm hỏi.',
  en: 'The answer is asked for by a time that is still to come.',
};
const nothingAsked: Refusal = {
  key: 'nothing-asked',
  vi: 'Không có yêu cầu xác minh hay lấy ý kiến nào đang chờ trả lời.',
  en: 'No verification and no opinion is awaited.',
};
const answeredAlready: Refusal = {
  key: 'answered-already',
  vi: 'Yêu cầu này đã có trả lời, hoặc không có.',
  en: 'This one is answered already, or was never asked.',
};

const nothingBeside: Refusal = {
  key: 'nothing-beside',
  vi: 'Thủ tục của hồ sơ này không có ô riêng nào.',
  en: 'The procedure of this case has no fields of its own.',
};
const ownFieldsSame: Refusal = {
  key: 'own-fields-same',
  vi: 'Nội dung tờ khai vẫn như đang lưu: chưa có gì để ghi lại.',
  en: 'This is what the case says already: there is nothing to record.',
};

export const inquiryActs = {
  'ask-others': {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k4',
    guards: [
      (_state, { now }, act) => (act !== undefined && civilOfInstant(act.answerBy) <= now ? answerByPast : null),
    ],
    record: ({ kind, asked, about, answerBy }) => ({
      type: 'inquiry-sent',
      kind,
      asked,
      about,
      answerBy: civilOfInstant(answerBy),
    }),
  },
  'record-answer': {
    from: ['processing', 'supplement-requested', 'obligation-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k4',
    guards: [
      (state) => (firstOpen(state) === -1 ? nothingAsked : null),
      ({ inquiries }, _context, act) =>
        act?.inquiry === undefined || inquiries[act.inquiry]?.answeredAt === null ? null : answeredAlready,
    ],
    record: ({ answer, inquiry }, state) => ({
      type: 'inquiry-answered',
      inquiry: refOf(state, inquiry ?? firstOpen(state)),
      answer,
    }),
  },
  'check-identity': {
    from: ['accepted', 'processing', 'supplement-requested', 'obligation-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 17 k1a',
    record: ({ found, note }) => ({ type: 'identity-checked', found, ...(note === undefined ? {} : { note }) }),
  },
  'set-own-fields': {
    from: ['accepted', 'processing', 'supplement-requested', 'obligation-requested'],
    role: 'clerk',
    rule: 'Quy định nội bộ: nội dung tờ khai của hồ sơ',
    guards: [
      (_state, { asksBeside = false }) => (asksBeside ? null : nothingBeside),
      ({ received: { ownFields = {} } }, _context, act) =>
        act !== undefined && isSameValues(act.ownFields, ownFields) ? ownFieldsSame : null,
    ],
    record: ({ ownFields, reason }) => ({
      type: 'own-fields-set',
      ownFields,
      ...(reason === undefined || reason === '' ? {} : { reason }),
    }),
  },
} as const satisfies Partial<ActRows>;

function isSameValues(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function refOf({ inquiries }: CaseState, place: number): string {
  const found = inquiries[place];
  if (found === undefined) throw new Error(`nothing was asked of others in place ${place}`);
  return found.ref;
}

function firstOpen({ inquiries }: CaseState): number {
  return inquiries.findIndex(({ answeredAt }) => answeredAt === null);
}
