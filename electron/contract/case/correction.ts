import { z } from 'zod';
import { read, write } from '../call.ts';
import { Person, Submitter } from '../person/person.ts';
import { PaperPage } from '../printing/paper.ts';
import {
  Channel,
  CivilTime,
  ComponentList,
  DeadlineStepView,
  FeeLineView,
  ResultDelivery,
  Uuid,
  line,
  systemName,
} from '../values.ts';
import { Received } from './case.ts';

/** What of a reception may turn out to have been wrong. What is left out stays as it was. */
export const ReceptionChange = z
  .strictObject({
    procedureCode: z.string().min(1).max(20),
    channel: Channel,
    applicant: Person,
    submitter: Submitter.nullable(),
    components: ComponentList,
    quantity: z.int().min(1).max(999),
    pages: z.int().min(1).max(10_000),
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
  'time-limit-missing',
  'calendar-ends',
  'component-unknown',
  'correction-empty',
  'refund-first',
  'file-elsewhere',
  'competent-unknown',
  'competent-own',
  'competent-twice',
  'competent-interlinked',
] as const;

export const correctionCalls = {
  /** What a correction would come to, before anything is recorded: the promise, the fees and the paper. */
  correction: read('clerk', [...refusals, 'form-unknown', 'form-broken'])
    .input(z.strictObject({ caseId: z.string().max(64), change: ReceptionChange }))
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
  /** Voids the receipt, gives the case a new number and a new promise, and makes the paper: one act, recorded once. */
  correct: write('clerk', [...refusals, 'numbers-exhausted', 'clock-untrusted'])
    .input(
      z.strictObject({
        caseId: z.string().max(64),
        requestId: Uuid,
        reason: line(500, 3),
        change: ReceptionChange,
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
      }),
    )
    .output(
      Received.omit({ warnings: true }).extend({
        supersedes: z.string(),
        dueBefore: CivilTime,
        /** Prints of the old receipt that were still on their way and are void now. */
        voidedPrints: z.int(),
      }),
    ),
};
