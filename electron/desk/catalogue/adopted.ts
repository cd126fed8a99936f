import type { Procedure, SupplementRule } from '../../contract/catalogue/lists.ts';
import type { SetBy } from '../../contract/base/values.ts';
import { dateText } from '../../domain/base/civil-time.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import { supplementRuleFor } from '../../domain/counter/case/supplement.ts';
import { adoptedProcedure } from '../../domain/catalogue/adopted.ts';
import {
  findAdoptedProcedure,
  hashOfCatalogue,
  isCatalogueHere,
  keepCatalogue,
} from '../../store/catalogue/catalogue.ts';
import { findCatalogueDay, findLastSetting, typedProcedures } from '../../store/common/office/settings.ts';
import type { Writer } from '../../store/store.ts';
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

/**
 * The catalogue that a file received now is received under: the adopted one where the procedure is as that has it; otherwise a catalogue of this
 * one procedure, named by what stands in it.
 */
export function versionFor(desk: DeskContext, procedure: Procedure): string {
  return isOfAdopted(desk, procedure) ? desk.catalogue.version : versionAlone(procedure);
}

/** What is typed beside a list goes with the file alone: its procedure is another one than the list's. */
function isOfAdopted(desk: DeskContext, procedure: Procedure): boolean {
  const offer = desk.findOffer(procedure.code);
  return offer?.origin === 'read' && offer.procedure === procedure;
}

const nameLength = 16;

function versionAlone(procedure: Procedure): string {
  return hashOfCatalogue([procedure]).slice(0, nameLength);
}

/**
 * Keeps the procedure for good before the first file is received by it, and answers its catalogue. To be called in the transaction that receives.
 * @param typed that somebody typed at the counter what no list says: it is told to the supervisor, who completes the list
 */
export function adoptFor(
  desk: DeskContext,
  tx: Writer,
  procedure: Procedure,
  typed?: { readonly name: string; readonly field: string },
): string {
  const version = versionFor(desk, procedure);
  if (version === desk.catalogue.version) return version;
  const { code, name } = procedure;
  const isTold = typed === undefined || typedProcedures(tx.db)[code] !== undefined;
  if (isTold && isCatalogueHere(tx.db, version)) return version;
  keepCatalogue(tx.db, version, [{ code, name, body: procedure }]);
  tx.append(
    { kind: 'office' },
    {
      type: 'procedure-adopted',
      code,
      version,
      sha256: hashOfCatalogue([procedure]),
      dated:
        typed === undefined
          ? (desk.findOffer(code)?.dated ?? desk.nowCivil().slice(0, 10))
          : desk.nowCivil().slice(0, 10),
      ...(typed === undefined ? {} : { typed }),
    },
  );
  return version;
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
