import { findTextFlaw } from '../../contract/common/person/name-check.ts';

/**
 * The text of a file that somebody may have edited and saved in another encoding. UTF-8 and UTF-16 say what they are or are unmistakable;
 * a file in one of the old encodings is never guessed at, for a wrong guess prints wrong names: it is refused by the encoding's name.
 */
export type FileText = { readonly text: string } | { readonly refused: keyof typeof encodingReasons };

export function readTextFile(bytes: Uint8Array): FileText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decode(bytes, utf16);
  const text = decode(bytes, 'utf-8');
  if ('refused' in text) return { refused: oldEncodingOf(bytes) };
  // A file that was read wrongly once and saved again is whole UTF-8 and still damaged.
  return text.text.includes('\ufffd') ? { refused: 'other' } : text;
}

/** By the mark at its beginning; without one by the zero beside every letter of JSON. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0 && first !== undefined)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)
    ? 'utf-16be'
    : null;
}

function decode(bytes: Uint8Array, encoding: string): FileText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { refused: 'other' };
  }
}

/** windows-1258 writes a tone behind its vowel as a byte of its own; TCVN3 has letters where Latin has signs. */
function oldEncodingOf(bytes: Uint8Array): 'windows-1258' | 'tcvn3' | 'other' {
  const tones = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
  const signs = new Set([0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xa8, 0xa9, 0xae, 0xac, 0xad]);
  let [marked, signed] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    const before = bytes[at - 1] ?? 0;
    const afterLetter = (before >= 0x61 && before <= 0x7a) || (before >= 0x41 && before <= 0x5a) || before >= 0xc0;
    if (tones.has(byte) && afterLetter) marked += 1;
    if (signs.has(byte)) signed += 1;
  }
  if (signed > marked) return 'tcvn3';
  return marked > 0 ? 'windows-1258' : 'other';
}

/** Why a file is refused, as the end of a sentence that names it. */
export const encodingReasons: Readonly<
  Record<'windows-1258' | 'tcvn3' | 'utf-16' | 'latin' | 'other', { readonly vi: string; readonly en: string }>
> = {
  'windows-1258': {
    vi: 'tệp lưu bằng bảng mã windows-1258, không phải UTF-8; mở ra và lưu lại bằng UTF-8',
    en: 'it is saved in windows-1258 and not in UTF-8; open it and save it as UTF-8',
  },
  tcvn3: {
    vi: 'tệp lưu bằng bảng mã TCVN3 (ABC), không phải UTF-8; chuyển mã và lưu lại bằng UTF-8',
    en: 'it is saved in TCVN3 (ABC) and not in UTF-8; convert it and save it as UTF-8',
  },
  'utf-16': {
    vi: 'nội dung lưu bằng UTF-16, không phải UTF-8; mở ra và lưu lại bằng UTF-8',
    en: 'it is saved in UTF-16 and not in UTF-8; open it and save it as UTF-8',
  },
  latin: {
    vi: 'nội dung UTF-8 đã bị đọc bằng bảng mã Latin; lấy lại bản gốc và lưu bằng UTF-8',
    en: 'its UTF-8 was read as Latin; take the original again and save it as UTF-8',
  },
  other: {
    vi: 'tệp không phải UTF-8, hoặc đã mất chữ (�); lấy lại bản gốc và lưu bằng UTF-8',
    en: 'it is not UTF-8, or has lost letters (�); take the original again and save it as UTF-8',
  },
};

/** What a text that is no JSON was before it was read wrongly; null where nothing tells. */
export function findWrongReading(text: string): 'utf-16' | 'latin' | null {
  const isMarked = text.startsWith('\u00ff\u00fe') || text.startsWith('\u00fe\u00ff');
  if (isMarked || text.slice(0, 2).includes('\0')) return 'utf-16';
  return text.startsWith('\u00ef\u00bb\u00bf') ? 'latin' : null;
}

/**
 * The first text of a list or a form whose letters were damaged before it was saved as good UTF-8: `Ngh? l?`, `Ká»³ nghá»‰`, `NghØ lÔ`. Addresses of
 * pages are left alone.
 */
export function findDamagedText(
  value: unknown,
  path = '',
): { readonly path: string; readonly text: string } | undefined {
  if (typeof value === 'string')
    return isPage(value) || findTextFlaw(value) === null ? undefined : { path, text: value };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, one] of Object.entries(value)) {
    const found = findDamagedText(one, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPage(text: string): boolean {
  return /^https?:/.test(text);
}

/** Where it stands and what it is, as the end of a sentence that names the file. */
export function damageReason({ path, text }: { readonly path: string; readonly text: string }): {
  readonly reason: string;
  readonly reasonEn: string;
} {
  const shown = text.slice(0, 60);
  return {
    reason: `${path}: «${shown}» bị hỏng chữ (sai bảng mã); lấy lại bản gốc và lưu bằng UTF-8`,
    reasonEn: `${path}: the letters of “${shown}” are damaged by a wrong encoding; take the original again and save it as UTF-8`,
  };
}
