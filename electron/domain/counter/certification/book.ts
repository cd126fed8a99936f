import type { CertificationKind } from '../../../contract/counter/certification/certification.ts';
import type { CivilDate } from '../../../contract/base/values.ts';

/**
 * The books of certification (NĐ 23/2015 Điều 13 k4), with the procedure that a request of each kind is. The book of translators' signatures
 * (SCT/CKND) is not kept: who certifies those since the districts are gone was not read (docs/law/certification.md).
 */
const books = {
  copy: { sign: 'SCT/BS', code: 'BS', procedureCode: '2.000815' },
  signature: { sign: 'SCT/CK,ĐC', code: 'CK', procedureCode: '2.000884' },
  contract: { sign: 'SCT/HĐ,GD', code: 'HD', procedureCode: '2.001035' },
} as const satisfies Record<CertificationKind, { sign: string; code: string; procedureCode: string }>;

/** Others whose papers stand in the book of transactions: an inheritance divided or refused, a will, a change of what was certified (NĐ 23/2015 Điều 2 k4, 38). */
const otherTransactions = ['2.001406', '2.001016', '2.001019', '2.000913'] as const;

/** In which book a case of this procedure is numbered, however it was received; undefined where in none that is kept here. */
export function kindOfProcedure(code: string): CertificationKind | undefined {
  const own = certificationKinds.find((kind) => books[kind].procedureCode === code);
  return own ?? ((otherTransactions as readonly string[]).includes(code) ? 'contract' : undefined);
}

/** Every procedure that is numbered in a book. */
export const certifiedProcedures: readonly string[] = [
  ...Object.values(books).map(({ procedureCode }) => procedureCode),
  ...otherTransactions,
];

export const certificationKinds = Object.keys(books) as readonly CertificationKind[];

export function bookOf(kind: CertificationKind): (typeof books)[CertificationKind] {
  return books[kind];
}

/**
 * The run in which a paper is numbered: of one kind, one year and one desk, or of the office where one desk keeps the book. Each year begins a
 * run of its own at 01 (NĐ 23/2015 Điều 13 k2). `date` is an ISO date.
 */
export function certificationSeries(kind: CertificationKind, date: CivilDate, deskCode: string | null): string {
  return `${books[kind].code}${deskCode === null ? '' : `.${deskCode}`}-${date.slice(0, 4)}`;
}

type Numbered = { readonly series: string; readonly serial: number };

/** As the paper bears it: `12-Q3`, or `12` where the office numbers at one desk. From 01 on, as NĐ 23/2015 Điều 13 k2 writes it. */
export function certificationNumber({ series, serial }: Numbered): string {
  const [, desk] = /^[^.-]+\.([^-]+)-/.exec(series) ?? [];
  return `${String(serial).padStart(2, '0')}${desk === undefined ? '' : `-${desk}`}`;
}

/** `quyển số 01/2026-SCT/BS`: the months of a year are bound as one book of each kind (NĐ 23/2015 Điều 13 k3; TT 01/2020 Phụ lục). */
export function bookName(kind: CertificationKind, year: string): string {
  return `quyển số 01/${year}-${books[kind].sign}`;
}

/** The number with the year and sign of its book, so that no other number is written alike: `12-Q3/2026-SCT/BS`. */
export function wholeNumber(kind: CertificationKind, numbered: Numbered): string {
  return `${certificationNumber(numbered)}/${yearOfSeries(numbered.series)}-${books[kind].sign}`;
}

export function yearOfSeries(series: string): string {
  return series.slice(-4);
}

const written = /^\s*(\d{1,7})(?:\s*-\s*(q\d[a-z0-9]{0,2}))?\s*\/\s*(20\d\d)\s*-?\s*(sct\s*\/\s*[\p{L},\s]+)?$/iu;
/** As the paper bears it, its year being the book's. */
const bare = /^\s*(\d{1,7})\s*-\s*(q\d[a-z0-9]{0,2})\s*$/iu;

/**
 * The runs and the number that a text names, as it stands on a paper: `12-Q3/2026-SCT/BS`, `12-Q3/2026` of whichever kind, `12-Q3` of whichever of `years`
 * (the newest first) too. Null where it names none: `12/2026` alone is a month.
 */
export function readCertificationNumber(
  text: string,
  years: readonly string[] = [],
): { readonly series: readonly string[]; readonly serial: number } | null {
  const [, told, of] = bare.exec(text) ?? [];
  if (told !== undefined && of !== undefined && Number(told) > 0) {
    const runs = years.flatMap((year) =>
      certificationKinds.map((kind) => certificationSeries(kind, `${year}-01-01`, of.toUpperCase())),
    );
    return runs.length === 0 ? null : { series: runs, serial: Number(told) };
  }
  const [, serial, desk, year = '', sign] = written.exec(text) ?? [];
  if (serial === undefined || Number(serial) === 0 || (desk === undefined && sign === undefined)) return null;
  const book = sign?.replaceAll(/\s/g, '').toUpperCase();
  const kinds = certificationKinds.filter((kind) => book === undefined || books[kind].sign === book);
  const series = kinds.map((kind) => certificationSeries(kind, `${year}-01-01`, desk?.toUpperCase() ?? null));
  return { series, serial: Number(serial) };
}

/** Which numbers of a run, from one on, stand on no paper. `given` rises. */
export function gapsOf(given: readonly number[], from: number): readonly (readonly [first: number, last: number])[] {
  let next = from;
  return given.flatMap((serial) => {
    const first = next;
    next = serial + 1;
    return serial > first ? [[first, serial - 1] as const] : [];
  });
}
