import type { CivilDate, Term } from '../../../contract/base/values.ts';
import type { CommittedTerm, ReportGap, ReportValue, ReportValues } from '../../../contract/books/report/report.ts';
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
  unit: Term['unit'] | null;
  name: string;
  files: number;
  known: number;
  cut: number;
  legal: Set<number>;
  committed: Set<number>;
  /** Files for which the office had committed to something. */
  promised: number;
};

/** The share that is cut; null where the two are not counted in one unit, or no legal time is known. */
export function cutOf({ legal, committed }: Pick<CutFile, 'legal' | 'committed'>): number | null {
  if (legal === null) return null;
  if (committed === undefined) return 0;
  if (committed.value === null || committed.unit !== legal.unit || legal.value === 0) return null;
  return (legal.value - committed.value) / legal.value;
}

const only = (values: ReadonlySet<number>): ReportValue => (values.size === 1 ? ([...values][0] ?? null) : null);

/** Counts files one by one; rows stand in the order of their files, the most first. */
export function countCut() {
  const lines = new Map<string, Line>();

  function add(file: CutFile): void {
    const line = lines.get(file.code) ?? {
      unit: file.legal?.unit ?? null,
      name: file.name,
      files: 0,
      known: 0,
      cut: 0,
      legal: new Set(),
      committed: new Set(),
      promised: 0,
    };
    lines.set(file.code, line);
    line.files += 1;
    line.promised += Number(file.committed !== undefined);
    if (file.legal !== null) {
      line.legal.add(file.legal.value);
      line.committed.add(file.committed?.value ?? file.legal.value);
    }
    const cut = cutOf(file);
    if (cut === null) return;
    line.known += 1;
    line.cut += cut;
  }

  function finish() {
    const all = [...lines].toSorted(([a, one], [b, other]) => other.files - one.files || (a < b ? -1 : 1));
    const known = all.reduce((sum, [, line]) => sum + line.known, 0);
    const cut = all.reduce((sum, [, line]) => sum + line.cut, 0);
    const rows = all.map(([key, line]) => ({
      key,
      name: line.name,
      ...(line.unit === null ? {} : { unit: line.unit }),
      values: valuesOf(line),
    }));
    const total: ReportValues = {
      files: all.reduce((sum, [, line]) => sum + line.files, 0),
      cut: known === 0 ? 'N/A' : percentOf(cut, known),
      procedures: all.length,
      enough: rows.filter(({ values }) => typeof values['cut'] === 'number' && values['cut'] >= wanted).length,
    };
    return {
      rows,
      total: { values: total },
      checks: [
        { name: 'Σ', ok: rows.reduce((sum, { values }) => sum + Number(values['files']), 0) === total['files'] },
      ],
      missing: all.flatMap(([code, line]) => (line.known === line.files ? [] : [gapOf(code, line)])),
    };
  }

  return { add, finish };
}

/** Where nobody committed to anything there is no committed time and no share of it: «N/A», which is neither the law's time nor 0 %. */
function valuesOf({ files, known, cut, legal, committed, promised }: Line): ReportValues {
  if (promised === 0) return { files, legal: only(legal), committed: 'N/A', cut: known === 0 ? null : 'N/A' };
  return { files, legal: only(legal), committed: only(committed), cut: known === 0 ? null : percentOf(cut, known) };
}

function gapOf(code: string, { name, files, known }: Line): ReportGap {
  return {
    code: 'legal-term',
    procedureCode: code,
    name,
    files: files - known,
    text: `Chưa so được thời hạn của thủ tục ${code}: danh mục chưa có thời hạn luật định, hoặc hai thời hạn khác đơn vị (${files - known} hồ sơ)`,
    textEn: `The times of procedure ${code} cannot be compared: no legal time is known, or the two are in different units (${files - known} files)`,
  };
}

/** Of days before there was a register: nothing is known, which is no 0. */
export const blankCut = {
  rows: [],
  total: { values: { files: null, cut: null, procedures: null, enough: null } },
};
