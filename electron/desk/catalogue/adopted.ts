import type { Procedure, SupplementRule } from '../../contract/catalogue/lists.ts';
import type { SetBy } from '../../contract/base/values.ts';
import { dateText } from '../../domain/base/civil-time.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { supplementRuleFor } from '../../domain/case/supplement.ts';
import { adoptedProcedure } from '../../domain/catalogue/adopted.ts';
import { findAdoptedProcedure } from '../../store/catalogue/catalogue.ts';
import { findCatalogueDay, findLastSetting } from '../../store/office/settings.ts';
import type { DeskContext } from '../core/context.ts';

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
