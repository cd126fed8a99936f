import { undoSeconds } from '../../../../contract/base/values.ts';
import { isIn } from '../../../../contract/base/case-status.ts';
import { canonicalIdNumber } from '../../../../contract/common/person/id-form.ts';
import type { Refusal } from '../../../base/refusal.ts';
import { fold, isLikeName } from '../../../base/vietnamese.ts';
import { isBundleOpen } from '../../../routing/bundle.ts';
import type { ActContext, ActRows, ActRule, Guard } from './act-row.ts';
import type { CaseState } from '../state.ts';

/** A result and its way to the citizen and to the shelf (NĐ 118/2025 Điều 22, 23), and the receipt that can still be corrected. */

const alreadyAnnounced: Refusal = {
  key: 'already-announced',
  vi: 'Đã báo cho người nộp.',
  en: 'The citizen has been told already.',
};
const announceFirst: Refusal = {
  key: 'announce-first',
  vi: 'Kết quả có trước hạn: báo cho người nộp trước khi trả.',
  en: 'The result is early: tell the citizen before it is handed out.',
};
const notTheApplicant: Refusal = {
  key: 'not-the-applicant',
  vi: 'Người nhận không phải chủ hồ sơ: chọn «Người nhận thay» và ghi giấy ủy quyền.',
  en: 'This is not the applicant: choose “proxy” and enter the authorisation.',
};
const organisationNeedsPerson: Refusal = {
  key: 'organisation-needs-person',
  vi: 'Hồ sơ của tổ chức: ghi người đến nhận và giấy giới thiệu hoặc giấy ủy quyền của tổ chức.',
  en: 'The case is an organisation’s: enter the person who comes and the paper of the organisation that lets them.',
};
const correctedFirst: Refusal = {
  key: 'corrected-first',
  vi: 'Kết quả sai đang chờ sửa: trả khi đã sửa xong.',
  en: 'The result is wrong and being corrected: hand it out when that is done.',
};
const backByList: Refusal = {
  key: 'back-by-list',
  vi: 'Hồ sơ do trung tâm khác tiếp nhận: chuyển kết quả về đó bằng danh sách bàn giao (F10).',
  en: 'Another centre received the file: its result goes back there by a hand-over list (F10).',
};
const nothingToHandOut: Refusal = {
  key: 'nothing-to-hand-out',
  vi: 'Kết quả đã trả; chỉ trả lại khi có kết quả đã sửa.',
  en: 'The result was handed out; it is handed out again only once it was corrected.',
};
const papersBackAlready: Refusal = {
  key: 'papers-back-already',
  vi: 'Giấy tờ của hồ sơ này đã trả lại.',
  en: 'The papers of this case went back already.',
};
const correctedToHandOut: Refusal = {
  key: 'corrected-to-hand-out',
  vi: 'Kết quả sai chưa sửa xong, hoặc kết quả đã sửa chưa trả cho người dân.',
  en: 'The wrong result is not corrected yet, or the corrected one was not handed out.',
};
const errorOpen: Refusal = {
  key: 'error-open',
  vi: 'Sai sót đã được ghi nhận và đang chờ sửa trong 03 ngày làm việc.',
  en: 'The error is reported and waits to be corrected within three working days.',
};
const noError: Refusal = {
  key: 'no-error',
  vi: 'Chưa có sai sót nào được ghi nhận.',
  en: 'No error has been reported.',
};
const undoOver: Refusal = {
  key: 'undo-over',
  vi: `Chỉ chính người vừa trao thu lại được, tại quầy này, trong ${undoSeconds} giây và khi hồ sơ chưa có việc gì sau đó.`,
  en: `Only whoever has just handed it out can take it back, at this counter, within ${undoSeconds} seconds and before anything else is done.`,
};
const undoReceptionOver: Refusal = {
  key: 'undo-over',
  vi: `Chỉ chính người vừa tiếp nhận hoàn tác được, tại quầy này, trong ${undoSeconds} giây, khi hồ sơ chưa có việc gì sau đó và không đến từ cổng, bưu chính, giấy viết tay hay trung tâm khác.`,
  en: `Only whoever has just received it can take it back, at this counter, within ${undoSeconds} seconds, before anything else is done, and not where it came from the portal, by post, on paper or from another centre.`,
};
const receiptOut: Refusal = {
  key: 'receipt-out',
  vi: 'Giấy tiếp nhận đã in: thu lại cả hai liên rồi hoàn tác.',
  en: 'The receipt came out of the printer: take back both copies, then undo.',
};
const alreadyArchived: Refusal = {
  key: 'already-archived',
  vi: 'Hồ sơ đã lưu trữ.',
  en: 'The case is archived already.',
};
const bundleMissing: Refusal = {
  key: 'bundle-missing',
  vi: 'Túi hồ sơ giấy đang ghi là chưa tìm thấy hoặc thất lạc; giải quyết xong mới lưu.',
  en: 'The papers are recorded as missing or lost; settle that before the case is archived.',
};
const resultStands: Refusal = {
  key: 'result-stands',
  vi: 'Đã có kết quả nên không sửa giấy tiếp nhận nữa; kết quả sai thì báo sai sót để sửa trong 03 ngày làm việc.',
  en: 'There is a result, so the receipt is not corrected any more; a wrong result is reported and corrected within three working days.',
};
const papersAwaited: Refusal = {
  key: 'papers-awaited',
  vi: 'Đang chờ người nộp bổ sung: nhận giấy tờ bổ sung trước, rồi sửa giấy tiếp nhận.',
  en: 'Papers are awaited from the citizen: take them in first, then correct the receipt.',
};

export const resultActs = {
  announce: {
    from: ['finished'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 22 k5',
    guards: [({ announcedAt }) => (announcedAt === null ? null : alreadyAnnounced)],
    record: ({ how }) => ({ type: 'announced', how }),
  },
  return: {
    // A result; what was handed in, where the case was refused or stopped (Điều 21 k1); a corrected result (Điều 23 k1).
    from: ['finished', 'refused', 'stopped', 'returned'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 21 k1, 22, 23 k1',
    form: 'tra-ket-qua',
    formOf: ({ type }) => (type === 'papers-returned' ? 'tra-ho-so' : undefined),
    guards: [handable, toldFirst, rightReceiver],
    asks: [
      ({ status }, { owed = 0, uncounted = false }) =>
        (owed > 0 || uncounted) && isIn(status, 'to-return') ? 'fees-unpaid' : null,
      ({ received: { applicant } }, _context, { receiver }) =>
        receiver.as === 'applicant' &&
        applicant.kind === 'citizen' &&
        !(sameNumber(applicant, receiver) && isLikeName(applicant.fullName, receiver.fullName))
          ? 'receiver-differs'
          : null,
    ],
    record: ({ receiver: typed }, { status, received: { applicant } }) => {
      // The applicant is written as on the receipt, however the name was typed at the window.
      const isApplicant = typed.as === 'applicant' && sameName(applicant.fullName, typed.fullName);
      const receiver = isApplicant ? { ...typed, fullName: applicant.fullName } : typed;
      const who = { receiver: receiver.fullName, detail: receiver };
      if (status === 'stopped') return { type: 'papers-returned', ...who };
      return { type: 'returned', ...who, ...(status === 'returned' ? { again: true } : {}) };
    },
  },
  'undo-return': {
    // What was handed out is in the citizen's hands: a word of who said so a moment ago, and of nobody else later.
    from: ['returned'],
    role: 'clerk',
    rule: 'Quy định nội bộ: hoàn tác trong 60 giây',
    guards: [(_state, { handedOut }) => (handedOut === undefined ? undoOver : null)],
    record: (_act, { status }, { handedOut }) => ({ type: 'return-undone', status: handedOut?.from ?? status }),
  },
  'undo-reception': {
    from: ['accepted'],
    role: 'clerk',
    rule: 'Quy định nội bộ: hoàn tác trong 60 giây',
    guards: [
      (_state, { justReceived }, act) =>
        justReceived === undefined
          ? undoReceptionOver
          : justReceived.printed && act !== undefined && act.receiptBack !== true
            ? receiptOut
            : null,
    ],
    record: () => ({ type: 'reception-undone' }),
  },
  'report-error': {
    from: ['finished', 'returned'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 23 k1',
    guards: [({ error }) => (error?.correctedAt === null ? errorOpen : null)],
    record: ({ what }) => ({ type: 'error-reported', what }),
  },
  'correct-result': {
    from: ['finished', 'returned'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 23 k1',
    guards: [({ error }) => (error?.correctedAt === null ? null : noError)],
    record: ({ result }, { status }) => ({
      type: 'result-corrected',
      result,
      ...(status === 'returned' ? { toHandOut: true } : {}),
    }),
  },
} as const satisfies Partial<ActRows>;

export const shelfActs = {
  archive: {
    from: ['returned', 'stopped', 'refused'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 22 k6',
    guards: [
      ({ archivedAt }) => (archivedAt === null ? null : alreadyArchived),
      ({ bundle }) => (isBundleOpen(bundle) ? bundleMissing : null),
      ({ error }) => (error !== null && (error.correctedAt === null || error.toHandOut) ? correctedToHandOut : null),
    ],
    record: ({ place }) => ({ type: 'archived', place }),
  },
} as const satisfies Partial<ActRows>;

/** A call of its own does it (correction.ts of the contract): the receipt shows the file as it was received whole, under the one code of the case. */
export const correctRule: ActRule = {
  from: ['accepted', 'processing'],
  role: 'clerk',
  rule: 'NĐ 118/2025 Điều 17 k1c, k3',
  form: 'mau-01',
  refusedIn: { finished: resultStands, returned: resultStands, 'supplement-requested': papersAwaited },
};

/** What lies there to be handed out, if anything does. */
function handable({ status, error, papersReturnedAt, received }: CaseState): Refusal | null {
  if (received.foreign !== undefined && status !== 'stopped') return backByList;
  if (error?.correctedAt === null) return correctedFirst;
  if (status === 'stopped') return papersReturnedAt === null ? null : papersBackAlready;
  return status === 'returned' && error?.toHandOut !== true ? nothingToHandOut : null;
}

/**
 * A result that is handed out before the promised day is announced first (Điều 22 k5), unless it was ready in the same sitting (Điều 17
 * k4). What counts is the day it goes out, not the day it was ready: on its day and after it nobody need be told.
 */
function toldFirst(
  { status, announcedAt, finishedAt, dueAt, acceptedAt }: CaseState,
  { now }: ActContext,
): Refusal | null {
  if (status !== 'finished' || announcedAt !== null || finishedAt === null || dueAt === null) return null;
  const sameDay = finishedAt.slice(0, 10) === acceptedAt.slice(0, 10);
  const early = now.slice(0, 10) < dueAt.slice(0, 10);
  return early && !sameDay ? announceFirst : null;
}

/**
 * Who fetches it as the applicant is the applicant: by name or by number, or both, the first thing a receipt is held against (Điều 6 k2 b);
 * for a company it is a person with a paper of the company (k2 c).
 */
function rightReceiver(
  ...[
    {
      received: { applicant },
    },
    _context,
    act,
  ]: Parameters<Guard<'return'>>
): Refusal | null {
  if (act === undefined || act.receiver.as !== 'applicant') return null;
  const { receiver } = act;
  if (applicant.kind === 'household-business' && sameNumber(applicant, receiver)) return null;
  if (applicant.kind !== 'citizen') {
    const isItself = sameName(applicant.fullName, receiver.fullName);
    return isItself || (receiver.authorisation ?? '') === '' ? organisationNeedsPerson : null;
  }
  return sameName(applicant.fullName, receiver.fullName) || sameNumber(applicant, receiver) ? null : notTheApplicant;
}

function sameNumber(one: { readonly idNumber: string }, other: { readonly idNumber: string }): boolean {
  return canonicalIdNumber(one.idNumber) === canonicalIdNumber(other.idNumber);
}

function sameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}
