import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { checkExport } from './check-export.ts';
import { checkReceiptBy, readKeyFile } from './check-receipt.ts';

/**
 * The verifier by itself: one file that Node runs and nothing else is needed for, neither the desk nor its register.
 *
 *     node verifier.mjs export FILE [--key KEYS.json]
 *     node verifier.mjs receipt QRTEXT --key FILE        FILE: a key file or an export
 *     node verifier.mjs head HEX --key EXPORT            the link at the foot of a paper
 */

const usage = `node verifier.mjs export FILE [--key KEYS.json]
node verifier.mjs receipt QRTEXT --key FILE
node verifier.mjs head HEX --key EXPORT

Kiểm tra sổ đã xuất (desk export), một giấy tiếp nhận, hoặc mắt xích in ở chân giấy. Kết thúc: 0 đúng, 1 sai, 2 gọi sai.
Checks an exported register (desk export), one receipt, or the link at the foot of a paper. Exit: 0 right, 1 wrong, 2 asked wrongly.
`;

/** The text of a file, also of a packed one. */
export function readText(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Whom to believe: a key file, or the keys of an export that is in order. */
export function readKnown(text: string) {
  const keyFile = readKeyFile(text);
  if (keyFile !== undefined) return keyFile;
  if (!text.startsWith('{"format":"mot-cua-desk export 1"')) return undefined;
  const checked = checkExport(text);
  return checked.ok ? checked.known : undefined;
}

export function runVerifier(words: readonly string[], out: (line: string) => void): 0 | 1 | 2 {
  const [what, of, option, keyFile] = words;
  const asksKey = option === '--key' && keyFile !== undefined;
  if (of === undefined || !isAsked(what) || (option !== undefined && !asksKey)) {
    out(usage);
    return 2;
  }
  const known = asksKey ? readKnown(readText(keyFile)) : null;
  if (known === undefined || (what !== 'export' && known === null)) {
    out(usage);
    return 2;
  }
  if (what === 'receipt' && known !== null) {
    const value = checkReceiptBy(known, of);
    out(JSON.stringify({ ok: value.verdict === 'genuine', value }));
    return value.verdict === 'genuine' ? 0 : 1;
  }
  if (what === 'head') {
    const isThere = /^[0-9a-f]{16,32}$/.test(of) && [...(known?.heads ?? [])].some((head) => head.startsWith(of));
    out(JSON.stringify({ ok: isThere, value: { head: of, inRegister: isThere, asOf: known?.asOf ?? '' } }));
    return isThere ? 0 : 1;
  }
  const { known: _known, ...checked } = checkExport(readText(of), known?.keys ?? null);
  out(JSON.stringify(checked, null, 2));
  return checked.ok ? 0 : 1;
}

function isAsked(what: string | undefined): boolean {
  return what === 'export' || what === 'receipt' || what === 'head';
}
