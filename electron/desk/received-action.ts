import type { Origin, ReceiveInput } from '../contract/case/case.ts';
import type { OfficeSettings } from '../contract/office/office.ts';
import type { CaseNumber } from '../contract/values.ts';
import { localNumber, officialCode, parseCaseNumber } from '../domain/base/numbering.ts';
import type { Procedure } from '../domain/catalogue/catalogue.ts';
import { packSteps } from '../domain/deadline/deadline.ts';
import type { PaperReception, ReceivedAction } from '../domain/entries/case.ts';
import { assessFees } from '../domain/money/fees.ts';
import type { CasePromise } from './promise.ts';

export type ReceptionFacts = {
  readonly office: Pick<OfficeSettings, 'numberAuthority' | 'caseUnitCode'>;
  /** The counter whose block the serial was taken from. */
  readonly deskCode: string;
  readonly day: string;
  readonly serial: number;
  readonly catalogueVersion: string;
  readonly procedure: Procedure;
  readonly promise: CasePromise;
  /** The sheet of a kit that the file was received on, with the promise made there. */
  readonly sheet?: { readonly number: CaseNumber; readonly fromKit: PaperReception; readonly dueAt: string };
  readonly input: Omit<
    ReceiveInput,
    'procedureCode' | 'print' | 'printer' | 'draftId' | 'requestId' | 'trackingNumber' | 'fromKit'
  > & {
    readonly origin?: Origin;
  };
};

/** The first action of a case as it goes into the journal: numbered, promised, its fees assessed. */
export function receivedAction(facts: ReceptionFacts): ReceivedAction {
  const { office, deskCode, day, serial, catalogueVersion, procedure, promise, sheet, input } = facts;
  // In the order of the alphabet, which is the journal's: it copies nothing that is in order (canonical-json.ts).
  return {
    type: 'received',
    applicant: input.applicant,
    catalogueVersion,
    channel: input.channel,
    components: input.components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    day,
    dueAt: sheet?.dueAt ?? promise.dueAt,
    fees: assessFees(procedure.feeRules, { channel: input.channel, quantity: input.quantity, pages: input.pages }),
    ...(sheet === undefined ? {} : { fromKit: sheet.fromKit }),
    ...(promise.legs.length === 0 ? {} : { legs: promise.legs }),
    number: sheet?.number ?? {
      local: localNumber(deskCode, day, serial),
      official: portalCode(input.origin) ?? ownCode(office, day, serial),
    },
    ...(input.origin === undefined ? {} : { origin: input.origin }),
    ...(input.pages === undefined ? {} : { pages: input.pages }),
    procedureCode: procedure.code,
    quantity: input.quantity,
    resultDelivery: input.resultDelivery,
    ...(promise.rule === null ? {} : { rule: promise.rule }),
    serial,
    steps: packSteps(promise.steps),
    ...(input.submitter ? { submitter: input.submitter } : {}),
    term: promise.term,
  };
}

/** A file from the portal has its number already, and a file has one (NĐ 118/2025 Điều 17 k3); what does not read as one is kept aside. */
function portalCode(origin: Origin | undefined): string | null {
  const number = origin?.portalNumber;
  return number !== undefined && parseCaseNumber(number)?.kind === 'official' ? number : null;
}

function ownCode(
  { numberAuthority, caseUnitCode }: ReceptionFacts['office'],
  day: string,
  serial: number,
): string | null {
  return numberAuthority === 'centre' ? officialCode(caseUnitCode, day, serial) : null;
}
