import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { Person, Submitter } from '../../common/person/person.ts';
import { PaperPage } from '../../common/printing/paper.ts';
import {
  Channel,
  CitizenCases,
  CivilTime,
  ComponentList,
  CopyList,
  DeadlineStepView,
  FeeLineView,
  Id,
  ResultDelivery,
  Uuid,
  promiseFaults,
  systemName,
  why,
} from '../../base/values.ts';
import { Received } from './case.ts';

/** What of a reception may turn out to have been wrong. What is left out stays as it was. */
export const ReceptionChange = z
  .strictObject({
    procedureCode: z.string().min(1).max(20),
    channel: Channel,
    applicant: Person,
    submitter: Submitter.nullable(),
    components: ComponentList,
    citizenCases: CitizenCases,
    quantity: z.int().min(1).max(999),
    pages: z.int().min(1).max(10_000),
    copies: CopyList,
    resultDelivery: ResultDelivery,
  })
  .partial()
  // Papers are named by their place in the procedure's own list: another procedure has other places.
  .refine((change) => change.procedureCode === undefined || change.components !== undefined, {
    path: ['components'],
    message: 'components-needed',
  });
export type ReceptionChange = z.infer<typeof ReceptionChange>;

const refusals = [
  'case-unknown',
  'action-not-allowed',
  'procedure-unknown',
  ...promiseFaults,
  'component-unknown',
  'citizen-case-unknown',
  'correction-empty',
  'refund-first',
  'file-elsewhere',
] as const;

export const correctionCalls = {
  /** What a correction would come to, before anything is recorded: the promise, the fees and the paper. */
  correction: read('clerk', [...refusals, 'form-unknown', 'form-broken'])
    .input(z.strictObject({ caseId: Id, change: ReceptionChange }))
    .output(
      z.object({
        number: z.string(),
        dueBefore: CivilTime,
        dueAt: CivilTime,
        steps: z.array(DeadlineStepView),
        /** The date of the apology that was sent, where it is later than what the facts come to: it stands. */
        extendedTo: CivilTime.nullable(),
        feesBefore: z.array(FeeLineView),
        fees: z.array(FeeLineView),
        feesChange: z.boolean(),
        pages: z.array(PaperPage),
      }),
    ),
  /** Issues the receipt again under the code of the case, with its own promise, and makes the paper: one act, recorded once. */
  correct: write('clerk', [...refusals, 'numbers-exhausted', 'clock-untrusted', 'request-id-reused'])
    .input(
      z.strictObject({
        caseId: Id,
        requestId: Uuid,
        reason: why(500),
        change: ReceptionChange,
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
      }),
    )
    .output(
      Received.omit({ warnings: true }).extend({
        /** The number on the receipt before: the same one, but for corrections of the time when each gave a new one. */
        supersedes: z.string(),
        /** Which reissue under the code of the case it is, from 1. */
        reissue: z.int().nullable(),
        dueBefore: CivilTime,
        /** Prints of the old receipt that were still on their way and are void now. */
        voidedPrints: z.int(),
      }),
    ),
};
