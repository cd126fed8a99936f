import type { ReceiveInput } from '../contract/case.ts';
import type { OfficeSettings } from '../contract/office.ts';
import type { ReceivedAction } from '../domain/case-action.ts';
import { localNumber, officialCode } from '../domain/case-number.ts';
import type { Procedure } from '../domain/catalogue.ts';
import { packSteps } from '../domain/deadline-step.ts';
import { assessFees } from '../domain/fees.ts';
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
  readonly input: Omit<ReceiveInput, 'procedureCode' | 'print' | 'printer' | 'draftId' | 'requestId'>;
};

/** The first action of a case as it goes into the journal: numbered, promised, its fees assessed. */
export function receivedAction(facts: ReceptionFacts): ReceivedAction {
  const { office, deskCode, day, serial, catalogueVersion, procedure, promise, input } = facts;
  // In the order of the alphabet, which is the journal's: it copies nothing that is in order (canonical-json.ts).
  return {
    type: 'received',
    applicant: input.applicant,
    catalogueVersion,
    channel: input.channel,
    components: input.components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    day,
    dueAt: promise.dueAt,
    fees: assessFees(procedure.feeRules, { channel: input.channel, quantity: input.quantity, pages: input.pages }),
    ...(promise.legs.length === 0 ? {} : { legs: promise.legs }),
    number: {
      local: localNumber(deskCode, day, serial),
      official: office.numberAuthority === 'centre' ? officialCode(office.caseUnitCode, day, serial) : null,
    },
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
