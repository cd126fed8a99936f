import { type Fault, isFault } from '../../../contract/base/fault.ts';
import { type PaperPage, PreviewInput } from '../../../contract/common/printing/paper.ts';
import { civilOfInstant } from '../../../domain/base/civil-time.ts';
import { receptionFees } from '../../../domain/counter/money/case-fees.ts';
import { asCopies, assessFees, rulesOn } from '../../../domain/counter/money/fees.ts';
import { placePaper } from '../../../domain/common/printing/paper-place.ts';
import { type CompetentFault, legsFor } from '../../catalogue/competent.ts';
import { type TermFault, promiseOf } from '../../catalogue/promise.ts';
import { type ProcedureFault, procedureToReceive } from '../../catalogue/typed.ts';
import type { Session } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { settled } from '../../papers/make.ts';
import { blankNumber, receiptData } from './papers/mau-01.ts';
import { missingComponent } from './receive.ts';

type PreviewFault = Fault<
  | ProcedureFault['fault']
  | TermFault['fault']
  | 'calendar-ends'
  | 'component-unknown'
  | 'form-unknown'
  | 'form-broken'
  | CompetentFault['fault']
>;

/** The receipt as it would print now. Its number is blank: a number exists once it is on disk, and not before. */
export function previewReceipt(
  desk: DeskContext,
  given: PreviewInput,
  session: Session,
): { pages: PaperPage[] } | PreviewFault {
  const data = dataOf(desk, given, session);
  if (isFault(data)) return data;
  const office = desk.getOffice();
  // As it will come out of the printer it goes to.
  const { form } = placePaper(office, 'mau-01', undefined);
  return settled(desk.paper.preview(form, data, { size: office.paperSize }));
}

function dataOf(desk: DeskContext, given: PreviewInput, session: Session): ReceiptData | PreviewFault {
  const asked = procedureToReceive(desk, given);
  if (isFault(asked)) return asked;
  const { procedure, components } = asked;
  const input = { ...given, procedureCode: procedure.code, components: [...components] };
  const missing = missingComponent(input, procedure);
  if (missing !== null) return missing;
  const acceptedAt = input.acceptedAt === undefined ? desk.nowCivil() : civilOfInstant(input.acceptedAt);
  const legs = legsFor(desk, procedure, input);
  if (isFault(legs)) return legs;
  const promise = promiseOf(procedure, { ...input, acceptedAt, legs, onlyAsked: true }, desk.calendar());
  if (isFault(promise)) return promise;
  const office = desk.getOffice();
  const { channel } = input;
  const counted = asCopies(procedure.feeRules, input);
  const fees = assessFees(rulesOn(procedure.feeRules, acceptedAt.slice(0, 10)), { channel, ...counted });
  const incentives = desk.incentives();
  return receiptData(desk, office, {
    number: blankNumber(office),
    procedure,
    applicant: input.applicant,
    submitter: input.submitter,
    components: input.components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    quantity: counted.quantity,
    resultDelivery: input.resultDelivery,
    term: promise.term,
    ...(promise.termCase === null ? {} : { termCase: promise.termCase }),
    agreedDay: true,
    ...(counted.copies === undefined ? {} : { copies: counted.copies }),
    acceptedAt,
    dueAt: promise.dueAt,
    steps: promise.steps,
    legs: promise.legs,
    fees,
    payable: receptionFees(fees, {
      incentives,
      channel,
      procedureCode: procedure.code,
      day: acceptedAt.slice(0, 10),
    }),
    clerk: session.fullName,
  });
}

type ReceiptData = ReturnType<typeof receiptData>;

/** Nobody, for a receipt that is printed to see the office's name, its printer and its paper. */
const nobody = {
  kind: 'citizen' as const,
  fullName: 'NGUYỄN VĂN IN THỬ',
  idNumber: '',
  address: 'Không phải hồ sơ thật',
};

/** A receipt of the office as it stands, of nobody: marked as worth nothing, without a number. Nothing of it is kept. */
export function sampleReceipt(desk: DeskContext, session: Session): ReceiptData | PreviewFault {
  const [first] = desk.catalogue.procedures;
  const procedure = desk.findProcedure(usualSample) ?? first;
  const data = dataOf(
    desk,
    PreviewInput.parse({
      procedureCode: procedure?.code ?? '',
      applicant: nobody,
    }),
    session,
  );
  return isFault(data) ? data : { ...data, practice: true };
}

/** A birth: every office has it. */
const usualSample = '1.001193';
