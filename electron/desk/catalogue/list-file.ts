import { inflateRawSync } from 'node:zlib';
import { type Fault, fault } from '../../contract/base/fault.ts';
import { fromOldEncoding, soundness } from '../../contract/person/old-encodings.ts';
import { readDelimited } from '../../domain/catalogue/delimited.ts';
import { type SheetRows, headOf } from '../../domain/catalogue/list-reading.ts';

/** A list as somebody has it, read into rows of cells: text in whatever letters it was saved in, or a workbook of Excel. Nothing in it is run or fetched. */

export type GivenFile =
  | { readonly format: 'csv'; readonly text?: string | undefined; readonly base64?: string | undefined }
  | { readonly format: 'xlsx'; readonly base64: string; readonly sheet?: string | undefined };

export type ReadFile = {
  /** The name of the sheet; empty for text. */
  readonly sheet: string;
  /** All sheets with something in them, in their order. */
  readonly sheets: readonly string[];
  readonly rows: SheetRows;
};

type ListFault = Fault<'list-unreadable'>;

/** So much a workbook may come to when it is unpacked: lists of a ward have thousands of cells, not millions. */
const mostBytes = 64 * 1024 * 1024;
const mostRows = 20_000;

export function readListFile(file: GivenFile): ReadFile | ListFault {
  if (file.format === 'csv') {
    const text = file.text ?? textOf(Buffer.from(file.base64 ?? '', 'base64'));
    if (text === undefined) return unreadable('letters');
    const rows = readDelimited(text).slice(0, mostRows);
    return { sheet: '', sheets: [], rows: fromOldEncoding(rows) };
  }
  return readWorkbook(Buffer.from(file.base64, 'base64'), file.sheet);
}

const reasons = {
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
  const book = parts?.get('xl/workbook.xml');
  if (parts === undefined || book === undefined) return unreadable('broken');
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const targets = relationsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const sheets = elementsOf(book, 'sheet').flatMap(({ attributes }) => {
    const name = attributes.get('name') ?? '';
    const part = parts.get(targets.get(attributes.get('r:id') ?? attributes.get('id') ?? '') ?? '');
    const rows = part === undefined ? [] : rowsOf(part, strings);
    return rows.length === 0 ? [] : [{ name, rows }];
  });
  const names = sheets.map(({ name }) => name);
  if (asked !== undefined && !names.includes(asked)) return unreadable('sheet');
  // Covers and notes stand before the list: the first sheet with a head is meant, or the longest.
  const chosen =
    sheets.find(({ name }) => name === asked) ??
    sheets.find(({ rows }) => headOf(rows) !== undefined) ??
    sheets.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  if (chosen === undefined) return unreadable('empty');
  return { sheet: chosen.name, sheets: names, rows: fromOldEncoding(chosen.rows) };
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

type Element = { readonly attributes: ReadonlyMap<string, string>; readonly inside: string };

/**
 * All elements of a name that do not stand inside another of the same name. A prefix of a namespace is no part of the name. Goes over the text once,
 * also where nothing in it is ever closed.
 */
function elementsOf(xml: string, name: string): Element[] {
  const opening = new RegExp(`<((?:\\w+:)?)${name}(\\s[^<>]*|/)?>`, 'g');
  const found: Element[] = [];
  for (let open = opening.exec(xml); open !== null; open = opening.exec(xml)) {
    const [tag, prefix = '', told = ''] = open;
    const from = open.index + tag.length;
    const attributes = new Map(
      [...told.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, key = '', value = '']) => [key, plainOf(value)]),
    );
    if (told.endsWith('/')) {
      found.push({ attributes, inside: '' });
      continue;
    }
    const closing = `</${prefix}${name}>`;
    const to = xml.indexOf(closing, from);
    if (to < 0) break;
    found.push({ attributes, inside: xml.slice(from, to) });
    opening.lastIndex = to + closing.length;
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of the file as it is meant: entities, and `_x000D_` as Excel writes signs that XML cannot. */
function plainOf(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, number?: string, named?: string) => {
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      if (named !== undefined) return entities[named] ?? whole;
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function relationsOf(xml: string): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(xml, 'Relationship').map(({ attributes }) => {
      const target = (attributes.get('Target') ?? '').replace(/^\/?(?:xl\/)?/, '');
      return [attributes.get('Id') ?? '', `xl/${target}`];
    }),
  );
}

function sharedStrings(xml: string): readonly string[] {
  return elementsOf(xml, 'si').map(({ inside }) => richText(inside));
}

/** The runs of a text together; how it is read aloud stands behind them (`rPh`) and is no part of it. */
function richText(xml: string): string {
  const aloud = xml.search(/<(?:\w+:)?(?:rPh|phoneticPr)\b/);
  const runs = elementsOf(aloud < 0 ? xml : xml.slice(0, aloud), 't');
  return runs.map(({ inside }) => plainOf(inside)).join('');
}

/** Rows of a sheet as they are numbered there, blank ones too; a cell that is merged downwards stands in each of its rows. */
function rowsOf(xml: string, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const { attributes, inside } of elementsOf(xml, 'row')) {
    const at = Number(attributes.get('r') ?? rows.length + 1) - 1;
    if (!(at >= 0) || at >= mostRows) continue;
    const row: string[] = [];
    for (const cell of elementsOf(inside, 'c')) {
      const place = columnOf(cell.attributes.get('r') ?? '') ?? row.length;
      if (place < mostColumns) row[place] = cellText(cell, strings);
    }
    rows[at] = Array.from(row, (one) => one ?? '');
  }
  const whole = Array.from(rows, (row) => row ?? []);
  for (const { attributes } of elementsOf(xml, 'mergeCell')) fillDown(whole, attributes.get('ref') ?? '');
  return whole;
}

const mostColumns = 200;

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText({ attributes, inside }: Element, strings: readonly string[]): string {
  const value = plainOf(elementsOf(inside, 'v')[0]?.inside ?? '');
  switch (attributes.get('t')) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return richText(inside);
    case 'e':
      return '';
    default:
      return value;
  }
}

function fillDown(rows: string[][], reference: string): void {
  const [from, to] = reference.split(':');
  const column = columnOf(from ?? '');
  const [first, last] = [from, to].map((one) => Number(/\d+$/.exec(one ?? '')?.[0]) - 1) as [number, number];
  // Titles go over several columns; only what stands beside several rows is meant for each of them.
  if (column === undefined || columnOf(to ?? '') !== column || !(last > first)) return;
  const text = rows[first]?.[column] ?? '';
  for (const row of rows.slice(first + 1, last + 1)) {
    while (row.length < column) row.push('');
    if ((row[column] ?? '') === '') row[column] = text;
  }
}
