import { inflateRawSync } from 'node:zlib';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { readJson } from '../../../contract/base/foreign-json.ts';
import { fromOldEncoding, soundness } from '../../../contract/common/person/old-encodings.ts';
import { readDelimited } from '../../../domain/catalogue/lists/delimited.ts';
import { type NationalRecord, nationalRecord } from '../../../domain/catalogue/lists/national-record.ts';
import { type SheetRows, headOf } from '../../../domain/catalogue/lists/list-head.ts';
import { type WorkbookSheet, most, sheetsOf } from './workbook-sheets.ts';
import { TooLarge } from './xml-tags.ts';

/** A list as somebody has it, read into rows of cells: text in whatever letters it was saved in, or a workbook of Excel. Nothing in it is run or fetched. */

export type GivenFile =
  | { readonly format: 'csv'; readonly text?: string | undefined; readonly base64?: string | undefined }
  | { readonly format: 'json'; readonly text?: string | undefined; readonly base64?: string | undefined }
  | { readonly format: 'xlsx'; readonly base64: string; readonly sheet?: string | undefined };

export type ReadFile = {
  /** The name of the sheet; empty for text. */
  readonly sheet: string;
  /** All sheets with something in them, in their order. */
  readonly sheets: readonly string[];
  readonly rows: SheetRows;
  /** How many rows with something in them stand behind the last that is read. */
  readonly beyond: number;
  /** Of a workbook: what its sheet does not show, and what it could not count. */
  readonly shown?: Pick<WorkbookSheet, 'hidden' | 'hiddenRows' | 'unanswered'>;
  /** Of a workbook nobody chose a sheet of: other sheets that hold a list too, and are not read. */
  readonly others?: readonly string[];
  /** Of the national record: the papers of each procedure, and how many are of another level. */
  readonly national?: Pick<NationalRecord, 'papersOf' | 'elsewhere'>;
};

type ListFault = Fault<'list-unreadable'>;

/** So much a workbook may come to when it is unpacked: lists of a ward have thousands of cells, not millions. */
const mostBytes = 32 * 1024 * 1024;

export function readListFile(file: GivenFile): ReadFile | ListFault {
  if (file.format === 'json') return readNational(file);
  if (file.format === 'csv') {
    const text = file.text ?? textOf(Buffer.from(file.base64 ?? '', 'base64'));
    if (text === undefined) return unreadable('letters');
    const all = readDelimited(text);
    const rows = all
      .slice(0, most.rows)
      .map((row) => row.slice(0, most.columns).map((cell) => cell.slice(0, most.letters)));
    const beyond = all.slice(most.rows).filter((row) => row.some((cell) => cell.trim() !== '')).length;
    return { sheet: '', sheets: [], rows: fromOldEncoding(rows), beyond };
  }
  return readWorkbook(Buffer.from(file.base64, 'base64'), file.sheet);
}

/** The national record: JSON as its services answer, or as a page of the portal asks for it. */
function readNational({ text, base64 = '' }: Extract<GivenFile, { format: 'json' }>): ReadFile | ListFault {
  const said = text ?? textOf(Buffer.from(base64, 'base64'));
  const raw = readJson(said ?? '');
  if (raw === undefined) return unreadable('json');
  const record = nationalRecord(raw.value);
  if (record === undefined) return unreadable('record');
  const { rows, ...national } = record;
  const beyond = Math.max(0, rows.length - most.rows);
  return { sheet: '', sheets: [], rows: rows.slice(0, most.rows), beyond, national };
}

const reasons = {
  json: ['không phải JSON đúng', 'it is not valid JSON'],
  record: [
    'trong tệp không có thủ tục nào (mã TTHC, tên) như cơ sở dữ liệu quốc gia trả lời',
    'no procedure (code, name) stands in it as the national database answers',
  ],
  letters: ['không đọc được chữ trong tệp', 'the letters of the file cannot be read'],
  old: [
    'đây là tệp Excel cũ (.xls) hoặc có mật khẩu; mở bằng Excel rồi lưu lại thành .xlsx không mật khẩu',
    'it is an old Excel file (.xls) or has a password; open it in Excel and save it as .xlsx without one',
  ],
  broken: ['không phải tệp Excel (.xlsx) đúng', 'it is not a proper Excel file (.xlsx)'],
  large: ['tệp quá lớn', 'the file is too large'],
  empty: ['không có dòng nào', 'there is nothing in it'],
  sheet: ['không có trang tính tên đó', 'there is no sheet of that name'],
} as const;

function unreadable(why: keyof typeof reasons): ListFault {
  const [reason, reasonEn] = reasons[why];
  return fault('list-unreadable', { reason, reasonEn });
}

/** Bytes as text: by their mark, by what UTF-8 and UTF-16 look like, otherwise by which old encoding makes Vietnamese of them. */
function textOf(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  const zeros = bytes
    .subarray(0, 2000)
    .reduce((count, byte, at) => count + (byte === 0 ? (at % 2 === 0 ? 1 : 1000) : 0), 0);
  if (zeros > 0) return decoded(zeros % 1000 > zeros / 1000 ? 'utf-16be' : 'utf-16le', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Two of them are the same bytes: which one is meant, the words say.
    const [best] = (['windows-1258', 'windows-1252'] as const)
      .map((encoding) => {
        const text = decoded(encoding, bytes) ?? '';
        const lines = text.split('\n').map((line) => [line]);
        // In Latin letters stands whatever has its letters in the places of others.
        const read = (encoding === 'windows-1252' ? fromOldEncoding(lines) : lines).flat().join('\n').normalize('NFC');
        return { text: read, sound: soundness(read) };
      })
      .toSorted((a, b) => b.sound - a.sound);
    return best?.text;
  }
}

function decoded(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

function readWorkbook(bytes: Buffer, asked: string | undefined): ReadFile | ListFault {
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return unreadable('old');
  const parts = unzipped(bytes);
  if (parts === 'large') return unreadable('large');
  if (parts?.has('xl/workbook.xml') !== true) return unreadable('broken');
  const sheets = boundedSheets(parts);
  if (sheets === 'large') return unreadable('large');
  const names = sheets.map(({ name }) => name);
  if (asked !== undefined && !names.includes(asked)) return unreadable('sheet');
  // Covers and notes stand before the list, and old lists behind it, put away: the first sheet with a head that is seen is meant, or the longest.
  const inTurn = sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
  const isList = ({ rows, hidden }: WorkbookSheet) => headOf(rows, hidden) !== undefined;
  const chosen =
    inTurn.find(({ name }) => name === asked) ??
    inTurn.find(isList) ??
    inTurn.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  if (chosen === undefined) return unreadable('empty');
  const { name: sheet, rows, beyond, hidden, hiddenRows, unanswered } = chosen;
  const others = inTurn.filter((one) => one !== chosen && !one.isHidden && asked === undefined && isList(one));
  return {
    sheet,
    sheets: names,
    rows: fromOldEncoding(rows),
    beyond,
    shown: { hidden, hiddenRows, unanswered },
    others: others.map(({ name }) => name),
  };
}

function boundedSheets(parts: ReadonlyMap<string, string>): readonly WorkbookSheet[] | 'large' {
  try {
    return sheetsOf(parts);
  } catch (error) {
    if (error instanceof TooLarge) return 'large';
    throw error;
  }
}

/** The parts of a zip by their names, read by its own table of contents; undefined for what is none. */
function unzipped(bytes: Buffer): ReadonlyMap<string, string> | 'large' | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const parts = new Map<string, string>();
  let left = mostBytes;
  try {
    let at = bytes.readUInt32LE(end + 16);
    for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (bytes.readUInt32LE(at) !== 0x02_01_4b_50) return undefined;
      const method = bytes.readUInt16LE(at + 10);
      const packed = bytes.readUInt32LE(at + 20);
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const local = bytes.readUInt32LE(at + 42);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\/+/, '');
      at += 46 + nameLength + extra + comment;
      if (!/^xl\/(?:workbook|sharedStrings|_rels\/workbook|worksheets\/[^/]+)\.xml(?:\.rels)?$/.test(name)) continue;
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const raw = bytes.subarray(from, from + packed);
      if (method !== 0 && method !== 8) return undefined;
      const plain = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(left, 1) });
      left -= plain.length;
      if (left <= 0) return 'large';
      parts.set(name, plain.toString('utf8'));
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : undefined;
  }
  return parts;
}
