import { createHash } from 'node:crypto';
import { DataPack } from '../../../contract/catalogue/data-pack.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
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
  const raw = jsonOf(text);
  if (raw === undefined) return broken('không phải JSON đúng', 'it is not valid JSON');
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || !('pack' in raw))
    return broken('không phải gói dữ liệu của Một Cửa Desk', 'it is no data pack of Một Cửa Desk');
  if (raw.pack !== 1)
    return broken('gói của bản khác (pack: 1 là bản đọc được)', 'it is of another version (pack: 1 is read here)');
  if (!isWithinBounds(raw)) return broken('lồng quá sâu hoặc quá lớn', 'it is nested too deep or too large');
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

function jsonOf(text: string): unknown {
  try {
    // A file that Notepad saved begins with an invisible mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Looked through level by level: what is nested without end is not gone down into. */
function isWithinBounds(value: unknown): boolean {
  let level: unknown[] = [value];
  let left: number = most.values;
  for (let depth = 0; level.length > 0; depth += 1) {
    left -= level.length;
    if (left < 0 || depth > most.depth) return false;
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      const within = Object.values(one);
      if (within.length > left) return false;
      for (const inner of within) below.push(inner);
    }
    level = below;
  }
  return true;
}
