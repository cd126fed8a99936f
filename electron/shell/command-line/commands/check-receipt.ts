import { checkReceiptBy } from '../../verifier/check-receipt.ts';
import { readKnown, readText } from '../../verifier/main.ts';
import { UsageError, readWords } from '../options.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `check-receipt`: what the stand-alone verifier answers of one receipt, as one JSON line; 0 for a genuine one that is in force. */
export async function runCheckReceipt(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'check-receipt');
  const [text] = read.positionals;
  const { key } = read.options;
  if (text === undefined)
    throw new UsageError(
      'Thiếu nội dung ô chữ ký của giấy tiếp nhận.',
      'The text of the receipt’s signed square is missing.',
    );
  if (key === undefined || key === '')
    throw new UsageError('Thiếu tệp khóa của đơn vị: --key FILE.', 'The office’s key file is missing: --key FILE.');
  const known = readKnown(readKeys(key));
  if (known === undefined)
    throw new UsageError(
      `«${key}» không phải tệp khóa (receipt.keys) hay sổ xuất (export) còn nguyên vẹn.`,
      `“${key}” is no key file (receipt.keys), and no export that is in order.`,
    );
  const value = checkReceiptBy(known, text);
  const ok = value.verdict === 'genuine';
  await writeJson(world, { ok, value });
  return ok ? 0 : 1;
}

function readKeys(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Không đọc được tệp khóa: ${reason}`, `The key file cannot be read: ${reason}`);
  }
}
