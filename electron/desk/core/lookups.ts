import type { Procedure, SupplementRule } from '../../contract/catalogue/lists.ts';
import type { FeeLineView, SetBy } from '../../contract/base/values.ts';
import { dateText } from '../../domain/base/civil-time.ts';
import { amountInWords } from '../../domain/base/dong.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { supplementRuleFor } from '../../domain/case/supplement.ts';
import { adoptedProcedure } from '../../domain/catalogue/adopted.ts';
import { type Catalogue, findUnit } from '../../domain/catalogue/catalogue.ts';
import type { FeeLine as AssessedFee, PlannedLeg } from '../../domain/entries/case.ts';
import { findAdoptedProcedure } from '../../store/catalogue/catalogue.ts';
import { findAccount } from '../../store/office/accounts.ts';
import { findCatalogueDay, findLastSetting } from '../../store/office/settings.ts';
import type { DeskContext } from './context.ts';

/** `Phường Cát Lái` for its five digits; the digits themselves when the list no longer knows them. */
export function unitName(catalogue: Catalogue, unitCode: string): string {
  return findUnit(catalogue, unitCode)?.fullName ?? unitCode;
}

/** An agency by its own name: the catalogue says «UBND cấp xã», paper and register say whose. */
export function agencyName(authority: string, unit: string): string {
  return authority.replace('UBND cấp xã', `UBND ${unit}`).replace('Công an cấp xã', `Công an ${unit}`);
}

/**
 * Who decides a case, as the register and every paper name it: the agency it is sent to, the first where several follow each other
 * (NĐ 118/2025 Điều 14, 20), otherwise the one the catalogue names. Never a person or a division: they act in its name.
 */
export function handlingAgency(authority: string, legs: readonly Pick<PlannedLeg, 'agency'>[], unit: string): string {
  return agencyName(legs[0]?.agency ?? authority, unit);
}

/** An adopted catalogue as a paper names it: by its day, and by the beginning of its hash where it has one. */
export function catalogueName(desk: DeskContext, version: string): string {
  const day = findCatalogueDay(desk.store.db, version);
  return day === undefined ? version : catalogueTitle(day, version);
}

export function catalogueTitle(day: string, version: string): string {
  return `${dateText(day)} (${version.slice(0, 8)})`;
}

/** Who last set something for a procedure, when and why; null while nobody did. */
export function lastSetting(desk: DeskContext, type: 'process-set' | 'legs-set', code: string): SetBy | null {
  return findLastSetting(desk.store.db, type, code) ?? null;
}

/** The procedure as it was when the case was received, which may not be how it is today. */
export function getProcedureOf(desk: DeskContext, state: CaseState): Procedure {
  return procedureAdopted(desk, state.received);
}

/**
 * A procedure as it was adopted. Where that catalogue is another desk's and has not come here, the same procedure of today's list; of one that is in none
 * its code alone is known.
 */
export function procedureAdopted(
  desk: DeskContext,
  { catalogueVersion, procedureCode }: Pick<CaseState['received'], 'catalogueVersion' | 'procedureCode'>,
): Procedure {
  const adopted = findAdoptedProcedure(desk.store.db, catalogueVersion, procedureCode);
  if (adopted !== undefined) return adoptedProcedure(adopted);
  return desk.findProcedure(procedureCode) ?? unlistedProcedure(procedureCode);
}

/** Whether the catalogue that a case was received under is in this file. */
export function isContentHere(
  desk: DeskContext,
  { catalogueVersion, procedureCode }: Pick<CaseState['received'], 'catalogueVersion' | 'procedureCode'>,
): boolean {
  return findAdoptedProcedure(desk.store.db, catalogueVersion, procedureCode) !== undefined;
}

function unlistedProcedure(code: string): Procedure {
  const said = `Thủ tục ${code} (danh mục chưa nhận được)`;
  return {
    code,
    name: said,
    field: '',
    authority: '',
    decidingAgency: '',
    onlineLevel: null,
    onlineOnly: null,
    resultAway: null,
    successor: null,
    terms: [],
    noTerm: said,
    termNote: '',
    supplement: null,
    fee: { amount: null, note: '' },
    feeRules: [],
    result: '',
    legalBasis: [],
    verified: null,
    doubts: [],
    components: [],
    verification: { status: 'one-source', sources: [said] },
  };
}

/** What the law of its field says of papers asked for, by the catalogue the case was received under; that of today where it knew nothing of it. */
export function supplementRuleOf(desk: DeskContext, state: CaseState): SupplementRule | null {
  const { procedureCode, termCase } = state.received;
  const rule = getProcedureOf(desk, state).supplement ?? desk.findProcedure(procedureCode)?.supplement ?? null;
  return supplementRuleFor(rule, termCase?.key);
}

/** The name on paper and screen of whoever did something here. */
export function personName(desk: DeskContext, username: string): string {
  return findAccount(desk.store.db, username)?.fullName ?? username;
}

export function feeView(fees: readonly AssessedFee[]): FeeLineView[] {
  return fees.map(({ name, amount, note, basis, gap }) => ({
    name,
    amount,
    words: amount === null ? null : amountInWords(amount),
    note: [note, basis].filter(Boolean).join(' · '),
    ...(gap === undefined ? {} : { gap }),
  }));
}
