import { z } from 'zod';
import { Instant, line } from '../../base/values.ts';
import { Attachment, type PackOutcome, intakeFacts } from './intake.ts';

/** The most files one pack may hold: what the desk takes in within a second or two. */
export const mostPackFiles = 1000;

/** A pack's cover. Fields that are not known here are ignored, so that a sender may say more (docs/topics/online-pack.md). */
export const PackCover = z.object({
  format: z.literal('mot-cua-online-pack'),
  version: z.literal(1),
  /** The unit the pack is for, as in the list of units. */
  unitCode: z.string().min(1).max(20),
  files: z.array(z.unknown()),
});

export type PackCover = z.infer<typeof PackCover>;

/** One online file. Names are neutral; beside each the field of the exchange it comes from (docs/topics/online-pack.md). */
export const PackFile = z.object({
  /** MaHoSo. */
  portalNumber: line(40, 6).regex(/^[0-9A-Za-z][0-9A-Za-z.-]*$/, 'portal-number'),
  ...intakeFacts,
  /** NgayNopHoSo, and when the provincial system had it: the clocks of Điều 17 k2 run from the second. */
  submittedAt: Instant,
  receivedAt: Instant,
  /** TrichYeuHoSo. */
  summary: line(1000).default(''),
  /** TaiLieuNop: what is attached, by name, size and hash. */
  attachments: z.array(Attachment).max(100).default([]),
});
export type PackFile = z.infer<typeof PackFile>;

type Refusal = { readonly path: string; readonly vi: string; readonly en: string };

/** Why a file of the right shape is not taken: the field it is about, and a sentence that names its citizen and that field. */
export const packRefusals: Readonly<Record<Exclude<NonNullable<PackOutcome['reason']>, 'file-invalid'>, Refusal>> = {
  'procedure-unknown': {
    path: 'procedureCode',
    vi: 'Mã thủ tục {what} trong hồ sơ của {who} không có trong danh mục của máy này.',
    en: 'The procedure code {what} in the file of {who} is not in this desk’s catalogue.',
  },
  'component-unknown': {
    path: 'components',
    vi: 'Thành phần hồ sơ của {who}: thủ tục chỉ có {count} thành phần, không có thành phần số {what} (đếm từ 0).',
    en: 'Components of the file of {who}: the procedure has {count}, and there is no number {what} (counted from 0).',
  },
  'citizen-case-unknown': {
    path: 'citizenCases',
    vi: 'Trường hợp «{what}» trong hồ sơ của {who} không có trong thủ tục.',
    en: 'The procedure knows no case “{what}”, which the file of {who} names.',
  },
  'number-twice': {
    path: 'portalNumber',
    vi: 'Mã hồ sơ của cổng {number} trong hồ sơ của {who} đã có ở dòng {line} của gói này ({what}).',
    en: 'The portal’s number {number} in the file of {who} stands in line {line} of this pack already ({what}).',
  },
  'number-of-another': {
    path: 'portalNumber',
    vi: 'Cùng mã hồ sơ của cổng {number}, nội dung khác: trên máy là {what}; trong gói là {who}. Hỏi lại nơi gửi mã của từng hồ sơ.',
    en: 'The same portal’s number {number}, another file: this desk has {what}; the pack says {who}. Ask the sender which number is whose.',
  },
  'from-the-future': {
    path: 'receivedAt',
    vi: 'Lúc cổng nhận hồ sơ của {who} là {what}: không được sau lúc này, hoặc trước lúc nộp.',
    en: 'The portal received the file of {who} at {what}: that may be neither after now nor before it was submitted.',
  },
};
