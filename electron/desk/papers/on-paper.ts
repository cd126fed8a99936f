import type { OfficeSettings } from '../../contract/office/office.ts';
import { amountInWords, formatDong } from '../../domain/base/dong.ts';
import { type Catalogue, findUnit } from '../../domain/catalogue/catalogue.ts';
import type { FeeLine } from '../../domain/entries/case.ts';
import { maskIdNumber } from '../../domain/person/id-number.ts';
import { daysPast, timeClass } from '../../domain/register/register.ts';
import type { OfficeOnPaper, PersonOnPaper } from '../../paper/forms/data.ts';
import { unitName } from '../core/lookups.ts';

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
  };
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

/** How a result kept its time, by the border the register counts by; empty where no time was set. */
export function outcomeOf(at: string, dueAt: string | null): string {
  return dueAt === null ? '' : (words[timeClass('finished', daysPast(at, dueAt))] ?? '');
}
