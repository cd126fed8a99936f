import { z } from 'zod';
import { Instant, line } from '../base/values.ts';
import { Attachment, intakeFacts } from './intake.ts';

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
