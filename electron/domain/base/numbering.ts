import { type Fault, fault } from '../../contract/base/fault.ts';
import { cleanLine } from './scan-text.ts';

/**
 * The serials a desk may give each civil date, both ends included; the lease stands until it is ended, so a desk
 * without a network still has numbers tomorrow. Serials restart every date (NĐ 118/2025 Điều 28: serial of the day).
 */
export type NumberBlock = { readonly desk: string; readonly first: number; readonly last: number };

/** A number as printed. `date` is ISO; `prefix` is the unit code, or the desk's own code on a temporary number. */
export type PrintedNumber = {
  readonly kind: 'official' | 'local';
  readonly prefix: string;
  readonly date: string;
  readonly serial: number;
};

/** Seven digits are the most seen on a real case code (that of a ministry). */
const largestSerial = 9_999_999;

const unitCodeShape = /^[A-Z0-9]{1,3}(\.[A-Z0-9]{1,3}){0,3}$/;
/** 'Q' is for quầy. No authority's identifier seen begins with Q and a digit, so the two kinds never look alike. */
const deskCodeShape = /^Q\d[A-Z0-9]{0,2}$/;
const caseNumberShape = /^([A-Z0-9.]+)-(\d{6}|\d{8})-(\d{4,7})$/;

export function isUnitCode(text: string): boolean {
  return unitCodeShape.test(text) && !deskCodeShape.test(text);
}

export function isDeskCode(text: string): boolean {
  return deskCodeShape.test(text);
}

export function blocksOverlap(a: NumberBlock, b: NumberBlock): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/**
 * The block if it may be leased beside the standing ones; faults: block-overlaps, whichever desk holds the other.
 * A block ended today still stands until midnight: its desk may have given numbers of it that nobody here knows.
 */
export function leaseBlock(
  standing: readonly NumberBlock[],
  wanted: NumberBlock,
): NumberBlock | Fault<'block-overlaps'> {
  checkSerial(wanted.first);
  checkSerial(wanted.last);
  if (wanted.last < wanted.first) throw new RangeError(`block ends before it begins: ${wanted.first}–${wanted.last}`);
  const other = standing.find((block) => blocksOverlap(block, wanted));
  return other === undefined ? wanted : fault('block-overlaps', other);
}

/**
 * The desk's next serial of `date`: the smallest of its own blocks above `lastSerial`, the highest on record for that
 * date within these blocks whoever gave it (0 = none), void numbers included. Nothing comes from the time of day: a clock that went back continues its
 * date. Faults: numbers-exhausted; a number is never given twice.
 */
export function nextSerial(asked: {
  readonly blocks: readonly NumberBlock[];
  readonly desk: string;
  readonly date: string;
  readonly lastSerial: number;
}): number | Fault<'numbers-exhausted'> {
  let next: number | undefined;
  for (const block of asked.blocks) {
    const candidate = Math.max(block.first, asked.lastSerial + 1);
    if (block.desk === asked.desk && candidate <= block.last && (next === undefined || candidate < next))
      next = candidate;
  }
  return next ?? fault('numbers-exhausted', { date: asked.date });
}

export type OwnNumbering = {
  readonly numberAuthority: 'centre' | 'city';
  readonly caseUnitCode: string;
  readonly caseUnitCodeProposed?: true;
};

/** The identifier that this office numbers with; null where the city does, and while nobody confirmed the one that a list proposed. */
export function ownIdentifier({ numberAuthority, caseUnitCode, caseUnitCodeProposed }: OwnNumbering): string | null {
  return numberAuthority === 'centre' && caseUnitCodeProposed !== true ? caseUnitCode : null;
}

/** Official shape, TT 01/2018 Điều 19 k1 as still used: 'H29.999-261123-0042'. ISO date; a malformed part is a bug and throws. */
export function officialCode(unitCode: string, date: string, serial: number): string {
  if (!isUnitCode(unitCode)) throw new RangeError(`not a unit code: ${unitCode}`);
  return `${unitCode}-${shortDate(date)}-${serialText(serial)}`;
}

/** A temporary number of this desk, printed until the city's system gives the official code: 'Q3-261123-0042'. */
export function localNumber(deskCode: string, date: string, serial: number): string {
  if (!isDeskCode(deskCode)) throw new RangeError(`not a desk code: ${deskCode}`);
  return `${deskCode}-${shortDate(date)}-${serialText(serial)}`;
}

/** Of a case's two numbers the one that its papers show: the official code, and the desk's own until there is one. */
export function printedNumber({
  local,
  official,
}: {
  readonly local: string;
  readonly official: string | null;
}): string {
  return official ?? local;
}

/** As our own papers and lists have it: nothing to clean. */
const ordinaryShape = /^([A-Z]\d\d|Q\d)[.-][A-Z0-9.-]+$/;

/**
 * Reads every shape seen in use (six or eight digits of date, four to seven of serial), in any case and with any dash, typed or as a scanner
 * sent it; undefined when it is not a case number.
 */
export function parseCaseNumber(text: string): PrintedNumber | undefined {
  return numberIn(ordinaryShape.test(text) ? text : cleanLine(text));
}

function numberIn(text: string): PrintedNumber | undefined {
  const parts = caseNumberShape.exec(unified(text));
  if (parts === null) return undefined;
  const [, prefix = '', digits = '', serial = ''] = parts;
  const date = isoDate(digits);
  if (date === undefined || Number(serial) === 0) return undefined;
  if (isDeskCode(prefix)) return { kind: 'local', prefix, date, serial: Number(serial) };
  return isUnitCode(prefix) ? { kind: 'official', prefix, date, serial: Number(serial) } : undefined;
}

/** Capitals, one kind of dash, and no spaces around dashes and dots: what people and copied papers have between the parts of a code. */
function unified(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/\s*[-\u00ad‐-―−]\s*/g, '-')
    .replace(/\s*\.\s*/g, '.');
}

/**
 * A code as it is kept and compared, wherever it was typed or scanned: without what a scanner put around it, in capitals, with one kind of dash
 * (NĐ 118/2025 Điều 17 k3: one code a file, however it is written). What reads as no case number, another system's or a person's, keeps its spaces.
 */
export function canonicalCode(text: string): string {
  const plain = cleanLine(text);
  const code = unified(plain);
  return caseNumberShape.test(code) ? code : plain.normalize('NFKC').trim().toUpperCase();
}

/** Whether two codes are one: case numbers by their parts, so that a serial with other noughts or a date with its century is the same. */
export function isSameCode(one: string, other: string): boolean {
  const [a, b] = [parseCaseNumber(one), parseCaseNumber(other)];
  if (a === undefined || b === undefined) return canonicalCode(one) === canonicalCode(other);
  return a.prefix === b.prefix && a.date === b.date && a.serial === b.serial;
}

const embedded = /(?<![A-Z0-9.])[A-Z0-9][A-Z0-9.]*-(?:\d{8}|\d{6})-\d{4,7}(?!\d)/g;

/** The case numbers that stand in a text, each once: a whole one, one in the address of a page, one that was scanned twice in a go. */
export function caseNumbersIn(text: string): string[] {
  const code = canonicalCode(text);
  if (parseCaseNumber(code) !== undefined) return [code];
  const found = (unified(cleanLine(text)).match(embedded) ?? []).filter((one) => parseCaseNumber(one) !== undefined);
  return found.filter((one, at) => found.findIndex((other) => isSameCode(one, other)) === at);
}

/** The date last written short: a day's numbers are all of one date. */
let lastShort = { date: '', short: '' };

function shortDate(date: string): string {
  if (lastShort.date === date) return lastShort.short;
  const digits = date.replaceAll('-', '');
  if (!/^20\d\d-\d\d-\d\d$/.test(date) || isoDate(digits) !== date) throw new RangeError(`not a date: ${date}`);
  lastShort = { date, short: digits.slice(2) };
  return lastShort.short;
}

/** Six digits are of this century: no system numbered cases before 2000. */
function isoDate(digits: string): string | undefined {
  const full = digits.length === 6 ? `20${digits}` : digits;
  const iso = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined;
}

function serialText(serial: number): string {
  checkSerial(serial);
  return String(serial).padStart(4, '0');
}

function checkSerial(serial: number): void {
  if (!Number.isInteger(serial) || serial < 1 || serial > largestSerial)
    throw new RangeError(`not a serial: ${serial}`);
}

/** The number register of one block and date: an inspector asks where every number between two receipts went. */
export type SerialLine = { readonly serial: number; readonly state: 'used' | 'void' | 'set-aside' | 'skipped' };

/**
 * Every serial from `first` to the highest one touched within the block, with what became of it. 'set-aside' = on a blank sheet that nobody has entered yet, 'skipped' = passed over
 * and on no record. Serials above the highest touched are not listed: they are still to be given, not missing.
 */
export function gaps(
  first: number,
  last: number,
  used: ReadonlyMap<number, 'used' | 'void' | 'set-aside'>,
): SerialLine[] {
  const touched = [...used.keys()].filter((serial) => serial >= first && serial <= last);
  const highest = touched.reduce((high, serial) => Math.max(high, serial), first - 1);
  const lines: SerialLine[] = [];
  for (let serial = first; serial <= highest; serial += 1) {
    lines.push({ serial, state: used.get(serial) ?? 'skipped' });
  }
  return lines;
}
