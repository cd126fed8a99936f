import type { Refusal } from '../base/refusal.ts';
import { isBundleOpen } from '../routing/bundle.ts';
import type { ActRows, ActRule } from './act-row.ts';
import type { CaseState } from './state.ts';

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
    from: ['finished', 'refused'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 22',
    form: 'tra-ket-qua',
    guards: [toldFirst],
    record: ({ receiver }) => ({ type: 'returned', receiver: receiver.fullName, detail: receiver }),
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
    record: ({ result }) => ({ type: 'result-corrected', result }),
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

/** A result that is ready before its day is announced before it is handed out (Điều 22 k5), unless it is ready in the same sitting. */
function toldFirst({ status, announcedAt, finishedAt, dueAt, acceptedAt }: CaseState): Refusal | null {
  if (status === 'refused' || announcedAt !== null || finishedAt === null || dueAt === null) return null;
  const sameDay = finishedAt.slice(0, 10) === acceptedAt.slice(0, 10);
  const early = finishedAt.slice(0, 10) < dueAt.slice(0, 10);
  return early && !sameDay ? announceFirst : null;
}
