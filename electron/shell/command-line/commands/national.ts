import path from 'node:path';
import { UsageError, readWords } from '../options.ts';
import type { ExitCode, World } from '../world.ts';
import { bytesOf, callAsSupervisor } from './as-supervisor.ts';

/** `national FILE`: what the national record would change of the catalogue, as one JSON line; with `take` it is taken. */
export function runNational(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'national');
  const [file, act] = read.positionals;
  if (act !== undefined && act !== 'take')
    throw new UsageError(
      `Chỉ có «take» hoặc không có gì, không phải «${act}».`,
      `Only “take” or nothing, not “${act}”.`,
    );
  const { from, title } = read.options;
  if (from === undefined) throw new UsageError('Thiếu ngày áp dụng: --from DAY.', 'The day is missing: --from DAY.');
  const bytes = bytesOf(file);
  const input = {
    format: formatOf(bytes),
    base64: bytes.toString('base64'),
    from,
    title: (title ?? path.basename(file ?? '')).slice(0, 200),
  };
  const name = act === 'take' ? 'catalogue.takeList' : 'catalogue.previewList';
  return callAsSupervisor(read, world, { name, input, isRead: act === undefined });
}

/** By its first bytes: a workbook is a zip, and one of long ago begins with another sign that the desk names; JSON begins with a bracket. */
function formatOf(bytes: Buffer): 'csv' | 'xlsx' | 'json' {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'xlsx';
  return /^\ufeff?\s*[[{]/.test(bytes.toString('utf8', 0, 64)) ? 'json' : 'csv';
}
