/** Cuts the bytes of a scanner on a line of its own into what it read: one scan ends with CR, LF, ETX, or with a pause. Pure. */

export type LineState = { readonly pending: readonly number[]; readonly lastAt: number };

export const noLine: LineState = { pending: [], lastAt: 0 };

/** Without an ending, a scan is whole when so long nothing came: at 1200 baud a byte takes 9 ms. */
export const lineEndMs = 120;
/** No card is longer; what is, is noise of a wrong speed. */
const longestScan = 4096;

const enders: ReadonlySet<number> = new Set([0x0d, 0x0a, 0x03, 0x04]);

export function feedLine(
  state: LineState,
  bytes: Uint8Array,
  at: number,
): { readonly state: LineState; readonly lines: readonly Uint8Array[] } {
  const lines: Uint8Array[] = [];
  let pending = [...state.pending];
  for (const byte of bytes) {
    if (!enders.has(byte) && pending.length < longestScan) pending.push(byte);
    if (!enders.has(byte) || pending.length === 0) continue;
    lines.push(Uint8Array.from(pending));
    pending = [];
  }
  return { state: { pending, lastAt: at }, lines };
}

/** What stands in the line when the pause says that no more comes; null while there is nothing. */
export function endLine({ pending }: LineState): Uint8Array | null {
  return pending.length === 0 ? null : Uint8Array.from(pending);
}

export type ReadLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'wrong-speed' | 'wrong-letters' };

/**
 * The text of a scan: UTF-8, as the code itself is written. Bytes that are none and hardly a letter among them come of a wrong speed; bytes
 * that are none among good letters come of a scanner that writes another alphabet.
 */
export function readLine(bytes: Uint8Array): ReadLine {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!isNoise(bytes)) return { kind: 'text', text };
  } catch {
    // Told below by what else stands in it.
  }
  return { kind: isNoise(bytes) ? 'wrong-speed' : 'wrong-letters' };
}

/** STX, GS, FS, RS, US and Tab belong to scans; other control characters in number do not. */
const framing: ReadonlySet<number> = new Set([0x02, 0x09, 0x1c, 0x1d, 0x1e, 0x1f]);

function isNoise(bytes: Uint8Array): boolean {
  const plain = bytes.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  const odd = bytes.filter((byte) => byte === 0x7f || (byte < 0x20 && !framing.has(byte))).length;
  return odd * 8 > bytes.length || plain * 2 < bytes.length;
}
