import { createHash } from 'node:crypto';
import { DataPack } from '../../../contract/catalogue/data-pack.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { isWithinBounds, readJson } from '../../../contract/base/foreign-json.ts';
import { firstIssue } from '../../../contract/base/input-issues.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { isPackSigned } from '../../../store/centre/content/pack-signature.ts';
import { contradictionIn } from './pack-checks.ts';

/** A data pack from its file: bounds, shape, signature, in this order; nothing of it is used before all three hold. */

export type ReadPack = {
  readonly pack: DataPack;
  /** As it is kept: its canonical text, signature and all, and the SHA-256 of that. */
  readonly text: string;
  readonly sha256: string;
};

/** What a pack of a whole city may come to: 5,000 procedures with their papers, all forms, ten years of days. */
const most = { depth: 14, values: 600_000 } as const;

export function readPack(text: string): ReadPack | Fault<'data-pack-broken' | 'data-pack-forged'> {
  const raw = readJson(text)?.value;
  if (raw === undefined) return broken('không phải JSON đúng', 'it is not valid JSON');
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || !('pack' in raw))
    return broken('không phải gói dữ liệu của Một Cửa Desk', 'it is no data pack of Một Cửa Desk');
  if (raw.pack !== 1)
    return broken('gói của bản khác (pack: 1 là bản đọc được)', 'it is of another version (pack: 1 is read here)');
  if (!isWithinBounds(raw, most)) return broken('lồng quá sâu hoặc quá lớn', 'it is nested too deep or too large');
  const read = DataPack.safeParse(raw);
  if (!read.success) {
    const { reason, reasonEn } = firstIssue(read.error);
    return broken(reason.slice(0, 400), reasonEn.slice(0, 400));
  }
  const against = contradictionIn(read.data);
  if (against !== null) return broken(...against);
  let canonical: string;
  try {
    canonical = canonicalJson(raw);
  } catch {
    return broken('có tên trường không dùng được', 'a field in it has a name that cannot be kept');
  }
  // As it came, not as it was read: what a later version reads otherwise was signed as it is.
  if (read.data.signature !== undefined && !isPackSigned(raw))
    return fault('data-pack-forged', { publisher: read.data.publisher });
  return { pack: read.data, text: canonical, sha256: createHash('sha256').update(canonical).digest('hex') };
}

function broken(reason: string, reasonEn: string): Fault<'data-pack-broken'> {
  return fault('data-pack-broken', { reason, reasonEn });
}
