import type { OfficeSettings } from '../../contract/common/office/office.ts';
import { amountInWords, formatDong } from '../../domain/base/dong.ts';
import { type Catalogue, findUnit, unitName } from '../../domain/catalogue/catalogue.ts';
import type { FeeLine } from '../../domain/entries/case.ts';
import { maskIdNumber } from '../../domain/common/person/id-number.ts';
import { type Promised, daysPast } from '../../domain/deadline/past.ts';
import { timeClass } from '../../domain/books/register/register.ts';
import type { OfficeOnPaper, PersonOnPaper } from '../../paper/forms/data.ts';

export type PersonFacts = {
  readonly kind?: string | undefined;
  readonly fullName: string;
  readonly idNumber: string;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly authorisation?: string | undefined;
};

export function officeOnPaper(office: OfficeSettings, catalogue: Catalogue): OfficeOnPaper {
  const unit = unitName(catalogue, office.unitCode);
  const found = findUnit(catalogue, office.unitCode);
  const province = catalogue.provinces.find(({ code }) => code === found?.provinceCode);
  return {
    province: (province?.fullName ?? '').toUpperCase(),
    unit: `UBND ${unit}`.toUpperCase(),
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    name: office.centreName,
    place: found?.name ?? unit,
    ...(office.phone === '' ? {} : { phone: office.phone }),
    ...(office.lookupAddress === '' ? {} : { lookup: office.lookupAddress }),
  };
}

/** A person as paper names them: the identity number masked, and how a letter addresses them. */
export function personOnPaper({
  kind,
  fullName,
  idNumber,
  address,
  phone,
  email,
  authorisation,
}: PersonFacts): PersonOnPaper {
  const organisation = kind === 'business' || kind === 'household-business';
  return {
    fullName,
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(idNumber === '' ? {} : { idNumberMasked: maskIdNumber(idNumber) }),
    ...(authorisation ? { authorisation } : {}),
    ...(organisation ? { idLabel: 'Mã số thuế', called: 'Quý đơn vị' } : { title: 'Ông/Bà', called: 'Ông/Bà' }),
    ...(idNumber === '' ? {} : { idText: organisation && isTaxCode(idNumber) ? idNumber : maskIdNumber(idNumber) }),
    ...(organisation || isPersonalNumber(idNumber) ? {} : { idKind: 'Số hộ chiếu' }),
    ...(organisation ? { organisation } : {}),
  };
}

/** The link of the journal that a paper comes from: sixteen digits as papers of today print it, and the eight that papers of earlier forms do. */
export function headOnPaper(hash: string): { readonly journalHead: string; readonly head: string } {
  return { journalHead: hash.slice(0, 8), head: hash.slice(0, 16) };
}

/** Twelve digits of a personal number, nine of an older identity card; nothing yet on a paper that is only looked at. */
function isPersonalNumber(number: string): boolean {
  return number === '' || /^(\d{9}|\d{12})$/.test(number);
}

/** A tax code of its own is public (Luật Quản lý thuế); a household business may have its owner's number for one, which is not. */
function isTaxCode(number: string): boolean {
  return /^\d{10}(-?\d{3})?$/.test(number);
}

/** The human being who files: whoever stands there for somebody else, or the citizen; nobody the desk knows where an organisation sent one. */
export function filerOf(
  applicant: PersonFacts,
  submitter: PersonFacts | null | undefined,
): { readonly filer?: string } {
  if (submitter) return { filer: submitter.fullName };
  const person = applicant.kind === undefined || applicant.kind === 'citizen';
  return person && applicant.fullName !== '' ? { filer: applicant.fullName } : {};
}

/** An agency inside a sentence: the kind of the unit is written small (NĐ 30/2020, Phụ lục II). */
export function agencyInText(name: string): string {
  return name.replace(
    / (Phường|Xã|Đặc khu|Tỉnh|Thành phố) /gu,
    (_all, kind: string) => ` ${kind.toLocaleLowerCase('vi')} `,
  );
}

/** `NĐ 217/2026 Điều 54 k2` as a letter writes it; what is written otherwise stays. */
export function articleInWords(article: string): string {
  return article
    .replace(/^NĐ (\d+\/\d{4}) Điều (\d+) k(\d+)$/u, 'khoản $3 Điều $2 Nghị định $1/NĐ-CP')
    .replace(/^NĐ (\d+\/\d{4}) Điều (\d+)$/u, 'Điều $2 Nghị định $1/NĐ-CP');
}

export function feeOnPaper({ name, amount }: Pick<FeeLine, 'name' | 'amount'>): {
  name: string;
  amountText: string;
  words?: string;
} {
  if (amount === null) return { name, amountText: 'theo mức niêm yết tại Trung tâm' };
  return { name, amountText: formatDong(amount), words: amountInWords(amount) };
}

const words: Readonly<Record<string, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' };

/** What was promised anew only after its time. */
export const lateOutcome = words['late'] ?? '';

/** How a result kept its time, by the border the register counts by; empty where no time was set. */
export function outcomeOf(at: string, dueAt: string | null, promised?: Promised): string {
  return dueAt === null ? '' : (words[timeClass('finished', daysPast(at, dueAt, promised))] ?? '');
}

/** `Quầy 3 (Q3)`; a counter that told nothing of itself is another counter. */
export function counterOnPaper({ code, name }: { readonly code: string; readonly name: string }): string {
  if (name === '') return code === '' ? 'quầy khác' : `quầy ${code}`;
  return code === '' ? name : `${name} (${code})`;
}

/** The running number of a numbered paper as it prints it: `03-Q1` where an office has several counters. */
export function runningNumber(
  office: Pick<OfficeSettings, 'otherDesks' | 'desk'>,
  number: number | undefined,
): { number?: number; desk?: string; text?: string } {
  const desk = office.otherDesks.length === 0 ? '' : `-${office.desk.code}`;
  return {
    ...(number === undefined ? {} : { text: `${String(number).padStart(2, '0')}${desk}` }),
    ...(number === undefined ? {} : { number }),
    ...(office.otherDesks.length === 0 ? {} : { desk: office.desk.code }),
  };
}
