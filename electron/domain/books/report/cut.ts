import type { CivilDate, Term } from '../../../contract/base/values.ts';
import type { CommittedTerm, ReportAnswer, ReportGap, ReportValues } from '../../../contract/books/report/report.ts';
import { isOwnCode } from '../../catalogue/offers.ts';
import { termText } from '../../deadline/explanation.ts';
import { percentOf } from './figures.ts';

/**
 * How far times are cut (NQ 66/NQ-CP: by 30 % at least): of each procedure (legal - committed) / legal, weighted by the files received in the period.
 * Where nobody committed to less the law's time is what is promised, and nothing is cut.
 */

/** Shares from which on a procedure has met what the government wants, in percent. */
const wanted = 30;

/** What the office had committed to on a day: what was said last of the latest day before it. Undefined where nothing holds. */
export function committedOn(said: readonly CommittedTerm[], code: string, day: CivilDate): CommittedTerm | undefined {
  const newest = said
    .filter((one) => one.procedureCode === code && one.from <= day)
    .reduce<CommittedTerm | undefined>(
      (best, one) => (best === undefined || one.from >= best.from ? one : best),
      undefined,
    );
  return newest === undefined || newest.value === null ? undefined : newest;
}

/** A file: its procedure, the law's time on the day it came (null where none is known), and what the office had committed to. */
export type CutFile = {
  readonly code: string;
  readonly name: string;
  readonly legal: Term | null;
  readonly committed: CommittedTerm | undefined;
};

type Line = {
  units: Set<Term['unit']>;
  name: string;
  files: number;
  known: number;
  cut: number;
  legal: Set<number>;
  committed: Set<number>;
  /** Files for which the office had committed to something, and those of them whose two times can be compared. */
  promised: number;
  compared: number;
};

/** The share that is cut; null where the two are not counted in one unit, or no legal time is known. */
export function cutOf({ legal, committed }: Pick<CutFile, 'legal' | 'committed'>): number | null {
  if (legal === null) return null;
  if (committed === undefined) return 0;
  if (committed.value === null || committed.unit !== legal.unit || legal.value === 0) return null;
  return (legal.value - committed.value) / legal.value;
}

/** Counts files one by one; rows stand in the order of their files, the most first. */
export function countCut() {
  const lines = new Map<string, Line>();

  function add(file: CutFile): void {
    const { code, name, legal, committed } = file;
    const line = lines.get(code) ?? newLine(name);
    lines.set(code, line);
    line.files += 1;
    line.promised += Number(committed !== undefined);
    if (legal !== null) {
      line.units.add(legal.unit);
      line.legal.add(legal.value);
    }
    const term = committed ?? legal;
    if (term !== null && term.value !== null) {
      line.units.add(term.unit);
      line.committed.add(term.value);
    }
    const cut = cutOf(file);
    if (cut === null) return;
    line.known += 1;
    line.compared += Number(committed !== undefined);
    line.cut += cut;
  }

  function finish() {
    const all = [...lines].toSorted(([a, one], [b, other]) => other.files - one.files || (a < b ? -1 : 1));
    const sum = (of: 'files' | 'known' | 'cut' | 'promised' | 'compared') =>
      all.reduce((total, [, line]) => total + line[of], 0);
    const rows = all.map(([key, line]) => ({
      key,
      name: line.name,
      ...unitOf(line),
      values: isWithoutLaw(key, line) ? { files: line.files, ...withoutLaw } : valuesOf(line),
    }));
    const whole = { files: sum('files'), known: sum('known'), cut: sum('cut') };
    const total: ReportValues = {
      files: whole.files,
      cut: shareOf({ ...whole, promised: sum('promised'), compared: sum('compared') }),
      // Of those that the law gives a time: of the others nobody could commit to less.
      procedures: all.filter(([code, line]) => !isWithoutLaw(code, line)).length,
      promised: all.filter(([, { promised }]) => promised > 0).length,
      enough: rows.filter(({ values }) => typeof values['cut'] === 'number' && values['cut'] >= wanted).length,
    };
    return {
      rows,
      total: { values: total },
      checks: [
        { name: 'Σ', ok: rows.reduce((files, { values }) => files + Number(values['files']), 0) === total['files'] },
      ],
      missing: all.flatMap(([code, line]) => (line.known === line.files ? [] : [gapOf(code, line)])),
    };
  }

  return { add, finish };
}

function newLine(name: string): Line {
  return {
    units: new Set(),
    name,
    files: 0,
    known: 0,
    cut: 0,
    legal: new Set(),
    committed: new Set(),
    promised: 0,
    compared: 0,
  };
}

/** A procedure of the office that stands in no list with a time: no law gives it one, so there is nothing to cut, which is neither «not known» nor 0 %. */
function isWithoutLaw(code: string, { legal }: Line): boolean {
  return isOwnCode(code) && legal.size === 0;
}

const withoutLaw = { legal: 'N/A', committed: 'N/A', cut: 'N/A' } as const;

/** Over how many files of how many procedures the average is taken: of the others no cut can be told, and they weigh nothing. */
export function averagedOver({ rows, missing }: Pick<ReportAnswer, 'rows' | 'missing'>): {
  readonly files: number;
  readonly procedures: number;
  readonly left: number;
} {
  const leftOf = new Map(
    missing.flatMap((gap) => (gap.code === 'legal-term' ? [[gap.procedureCode, gap.files] as const] : [])),
  );
  const counted = rows.map(({ key, values }) => Number(values['files']) - (leftOf.get(key) ?? 0));
  return {
    files: counted.reduce((all, files) => all + files, 0),
    procedures: counted.filter((files) => files > 0).length,
    left: [...leftOf.values()].reduce((all, files) => all + files, 0),
  };
}

/** In which unit its times are told; in none where they are in several. */
function unitOf({ units }: Line): { readonly unit?: Term['unit'] } {
  const [unit] = units;
  return unit === undefined || units.size > 1 ? {} : { unit };
}

/**
 * The share over so many files. Where nobody committed to anything there is none, «N/A», which is not 0 %: 0 is what a promise of the law's own time comes to.
 * Null where something was committed to, but what is known of the two times lets none of it be compared.
 */
function shareOf({ known, cut, promised, compared }: Pick<Line, 'known' | 'cut' | 'promised' | 'compared'>) {
  if (promised === 0) return 'N/A';
  return compared === 0 ? null : percentOf(cut, known);
}

/**
 * A time that changed within the period is told from its least to its most: `legalMost`, `committedMost` stand only there. Where nobody committed to anything
 * there is no committed time either: «N/A», which is not the law's.
 */
function valuesOf(line: Line): ReportValues {
  const { files, known, promised } = line;
  const isOneUnit = line.units.size === 1;
  const times = (name: 'legal' | 'committed'): ReportValues => {
    const values = [...line[name]];
    if (!isOneUnit || values.length === 0) return { [name]: null };
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return { [name]: least, ...(most === least ? {} : { [`${name}Most`]: most }) };
  };
  // What the law says is not known: then neither is what nothing was taken off of.
  const cut = promised === 0 && known === 0 ? null : shareOf(line);
  return { files, ...times('legal'), ...(promised === 0 ? { committed: 'N/A' } : times('committed')), cut };
}

/** A time of a line in words, from its least to its most where it changed within the period; null where it is not known, or there is none. */
export function lineTermText(
  { unit, values }: ReportAnswer['rows'][number],
  name: 'legal' | 'committed',
  language: 'vi' | 'en',
): string | null {
  const [least, most] = [values[name], values[`${name}Most`]];
  if (typeof least !== 'number' || unit === undefined) return null;
  if (typeof most !== 'number' || unit === 'same-day') return termText({ value: least, unit }, language);
  const [number = ''] = termText({ value: least, unit }, language).split(' ');
  return `${number}–${termText({ value: most, unit }, language)}`;
}

/** An office's own procedure stands in no list of the law: the time on its papers is what was said at the counter, and there is nothing to hold it against. */
function gapOf(code: string, { name, files, known }: Line): ReportGap {
  const isOwn = isOwnCode(code);
  return {
    code: 'legal-term',
    procedureCode: code,
    name,
    files: files - known,
    text: isOwn
      ? `Thủ tục của đơn vị (${code}): không có thời hạn luật định trong danh mục nên không có gì để cắt giảm, không tính vào bình quân và số thủ tục đã cam kết (${files - known} hồ sơ)`
      : `Chưa so được thời hạn của thủ tục ${code}: danh mục chưa có thời hạn luật định, hoặc hai thời hạn khác đơn vị (${files - known} hồ sơ)`,
    textEn: isOwn
      ? `A procedure of the office (${code}): no list gives it a legal time, so there is nothing to cut; it counts neither in the average nor among the procedures committed to (${files - known} files)`
      : `The times of procedure ${code} cannot be compared: no legal time is known, or the two are in different units (${files - known} files)`,
  };
}

/** Of days before there was a register: nothing is known, which is no 0. */
export const blankCut = {
  rows: [],
  total: { values: { files: null, cut: null, procedures: null, promised: null, enough: null } },
};
