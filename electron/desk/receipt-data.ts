import type { Channel, ResultDelivery } from '../contract/case.ts';
import type { OfficeSettings } from '../contract/office.ts';
import type { Catalogue, Procedure } from '../domain/catalogue.ts';
import { termText } from '../domain/deadline-text.ts';
import { assessFees } from '../domain/fees.ts';
import { maskIdNumber } from '../domain/id-number.ts';
import { amountInWords, formatDong } from '../domain/money.ts';
import type { Mau01Data } from '../paper/mau-01-data.ts';
import type { Term } from '../contract/procedure.ts';
import { unitName } from './unit-name.ts';

type PersonOnPaper = { fullName: string; idNumber: string; address?: string | undefined; phone?: string | undefined; email?: string | undefined };

/** What a receipt says, from a saved case or from a form that is still being filled in. */
export type ReceiptFacts = {
  readonly number: { readonly printed: string; readonly temporary: boolean };
  readonly procedure: Procedure;
  readonly channel: Channel;
  readonly applicant: PersonOnPaper;
  readonly submitter: PersonOnPaper | null;
  readonly components: readonly (readonly [index: number, originals: number, copies: number])[];
  readonly quantity: number;
  readonly resultDelivery: ResultDelivery;
  readonly term: Term;
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly fees: ReturnType<typeof assessFees>;
  readonly clerk: string;
  readonly journalHead: string | null;
};

/** Mẫu 01's data. Paper is Vietnamese whatever the screen's language is. */
export function receiptData(facts: ReceiptFacts, office: OfficeSettings, catalogue: Catalogue, practice: boolean): Mau01Data {
  const { procedure } = facts;
  return {
    office: officeOnPaper(office, catalogue),
    number: facts.number,
    applicant: personOnPaper(facts.applicant),
    ...(facts.submitter === null ? {} : { submitter: personOnPaper(facts.submitter) }),
    procedure: { code: procedure.code, name: procedure.name },
    components: facts.components.map(([index, originals, copies]) => ({
      name: procedure.components[index]?.name ?? '',
      originals,
      copies,
    })),
    quantity: facts.quantity,
    term: { text: termText(facts.term, 'vi') },
    acceptedAt: facts.acceptedAt,
    dueAt: facts.dueAt,
    delivery: { text: deliveryText(facts.resultDelivery, office) },
    fees: facts.fees.map(feeOnPaper),
    clerk: { fullName: facts.clerk },
    ...(facts.journalHead === null ? {} : { journalHead: facts.journalHead }),
    ...(practice ? { practice } : {}),
  };
}

function officeOnPaper(office: OfficeSettings, catalogue: Catalogue): Mau01Data['office'] {
  const unit = unitName(catalogue, office.unitCode);
  const province = catalogue.provinces.find(({ code }) => code === provinceOf(catalogue, office.unitCode));
  return {
    province: (province?.fullName ?? '').toUpperCase(),
    unit: `UBND ${unit}`.toUpperCase(),
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    name: office.centreName,
    place: catalogue.units.find(({ code }) => code === office.unitCode)?.name ?? unit,
    ...(office.phone === '' ? {} : { phone: office.phone }),
    ...(office.lookupAddress === '' ? {} : { lookup: office.lookupAddress }),
  };
}

function provinceOf(catalogue: Catalogue, unitCode: string): string | undefined {
  return catalogue.units.find(({ code }) => code === unitCode)?.provinceCode;
}

function personOnPaper({ fullName, idNumber, address, phone, email }: PersonOnPaper): Mau01Data['applicant'] {
  return {
    fullName,
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(idNumber === '' ? {} : { idNumberMasked: maskIdNumber(idNumber) }),
  };
}

function deliveryText({ kind, address }: ResultDelivery, office: OfficeSettings): string {
  switch (kind) {
    case 'desk':
      return office.centreName;
    case 'post':
      return `Qua dịch vụ bưu chính công ích, địa chỉ: ${address ?? ''}`;
    case 'electronic':
      return 'Bản điện tử trên Cổng Dịch vụ công quốc gia';
  }
}

function feeOnPaper({ name, amount }: ReceiptFacts['fees'][number]): Mau01Data['fees'][number] {
  if (amount === null) return { name, amountText: 'theo mức niêm yết tại Trung tâm' };
  return { name, amountText: formatDong(amount), words: amountInWords(amount) };
}
