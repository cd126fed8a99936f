import { z } from 'zod';
import { write } from '../../base/call.ts';
import { Confirmations } from './confirm.ts';
import { Person, Submitter, checkSubmitter } from '../../common/person/person.ts';
import {
  CaseNumber,
  Channel,
  CivilDate,
  CivilTime,
  ComponentList,
  DeadlineStepView,
  Instant,
  ResultDelivery,
  UnitCode,
  Uuid,
  line,
} from '../../base/values.ts';

/** The centre that received a file which this office decides: a commune of the list, or another one by its name. */
export const ReceivingUnit = z.union([
  z.strictObject({ code: UnitCode }),
  z.strictObject({ name: line(200, 3) }),
  line(200, 3),
]);
export type ReceivingUnit = z.infer<typeof ReceivingUnit>;

/** A code as it is kept: other systems have others than ours, and none is of signs alone. */
export const ReceiptCode = line(40, 4).regex(/[\p{L}\p{N}]/u, 'code-signs');

/** What came with it: the code and the promise on the receipt that the citizen has, and when it came here. */
export const ForeignInput = z
  .strictObject({
    /** As it is scanned or typed; kept as one code is written (domain/base/numbering.ts). */
    code: z.string().trim().min(4).max(80),
    receivingUnit: ReceivingUnit,
    /** When that centre received it, and what it promised. */
    acceptedAt: Instant,
    dueAt: Instant,
    /** When it came here: from then on the time runs (NĐ 118/2025 Điều 17 k3 as amended). */
    arrivedAt: Instant,
    procedureCode: z.string().min(1).max(20),
    channel: Channel.default('direct'),
    applicant: Person,
    submitter: Submitter.nullable().optional(),
    components: ComponentList,
    quantity: z.int().min(1).max(999).default(1),
    resultDelivery: ResultDelivery.default({ kind: 'desk' }),
    /** The reasons for what is hardly meant and not forbidden. */
    confirm: Confirmations,
    /** The case's id, as at a reception. */
    requestId: Uuid,
  })
  .superRefine(checkSubmitter);
export type ForeignInput = z.infer<typeof ForeignInput>;

export const foreignCalls = {
  /** Takes in a file that another centre received without regard to boundaries: its code and its promise stay (Điều 17 k3, 20). */
  receiveForeign: write('clerk', [
    'procedure-unknown',
    'component-unknown',
    'time-limit-missing',
    'term-case-unknown',
    'term-reason-needed',
    'term-agreement-needed',
    'term-agreement-time',
    'term-listed',
    'calendar-ends',
    'numbers-exhausted',
    'clock-untrusted',
    'competent-unknown',
    'competent-own',
    'foreign-moment',
    'foreign-known',
    'confirmation-needed',
    'request-id-reused',
  ])
    .input(ForeignInput)
    .output(
      z.object({
        caseId: z.string(),
        number: CaseNumber,
        /** The code on the citizen's receipt. */
        code: z.string(),
        receivingUnit: z.string(),
        /** When the time began to run here. */
        acceptedAt: CivilTime,
        dueAt: CivilTime,
        dueDate: CivilDate,
        /** What the time comes to from then on; the promise that was made stands all the same. */
        lawDueAt: CivilTime,
        steps: z.array(DeadlineStepView),
      }),
    ),
};
