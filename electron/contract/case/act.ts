import { z } from 'zod';
import { write } from '../call.ts';
import { Username } from '../office/office.ts';
import { CivilTime, Dong, Instant, Sha256, line, systemName } from '../values.ts';

const reason = line(500, 3);

/** How somebody was told. */
const how = z.enum(['phone', 'sms', 'email', 'zalo', 'in-person']);

/** Who comes for a result. A proxy brings the paper that lets them (NĐ 118/2025 Điều 6 k2c). */
export const ResultReceiver = z
  .strictObject({
    fullName: line(200, 1),
    idNumber: line(20, 1),
    as: z.enum(['applicant', 'proxy']),
    authorisation: line(300).optional(),
    /** The receipt is lost: an identity paper was shown instead (Điều 6 k2b). */
    receiptLost: z.boolean().default(false),
  })
  .refine((person) => person.as === 'applicant' || (person.authorisation ?? '') !== '', {
    path: ['authorisation'],
    message: 'authorisation-needed',
  });

/** What a person can do to a case. What is then recorded is decided by domain/case/acts.ts. */
export const Act = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('transfer'), to: Username.optional() }),
  z.strictObject({ type: z.literal('take-over') }),
  z.strictObject({ type: z.literal('hand-back'), reason }),
  z.strictObject({ type: z.literal('assign'), to: Username }),
  z.strictObject({ type: z.literal('pass'), to: Username.optional(), note: line(300).optional() }),
  z.strictObject({ type: z.literal('rework'), reason, to: Username.optional() }),
  z.strictObject({
    type: z.literal('request-supplement'),
    items: z.array(line(300, 1)).min(1).max(30),
    reason,
    /** Why a supervisor asks a second time, or after the third working day. */
    override: reason.optional(),
  }),
  z.strictObject({ type: z.literal('supplement') }),
  z.strictObject({ type: z.literal('close-unsupplemented') }),
  z.strictObject({ type: z.literal('request-obligation'), reason, amount: Dong.optional() }),
  z.strictObject({ type: z.literal('meet-obligation') }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
  z.strictObject({ type: z.literal('stop'), reason }),
  z.strictObject({ type: z.literal('refuse'), reason, legalBasis: line(300, 3) }),
  z.strictObject({ type: z.literal('extend'), reason, newDueAt: Instant, told: how.optional() }),
  z.strictObject({ type: z.literal('finish'), result: line(300, 1), resultNumber: line(60).optional() }),
  z.strictObject({ type: z.literal('announce'), how }),
  z.strictObject({ type: z.literal('return'), receiver: ResultReceiver }),
  z.strictObject({ type: z.literal('report-error'), what: reason }),
  z.strictObject({ type: z.literal('correct-result'), result: line(300, 1) }),
  z.strictObject({ type: z.literal('send-leg') }),
  /** The competent agency has the file: `at` is when, as it said or signed. */
  z.strictObject({ type: z.literal('leg-received'), at: Instant, by: line(200, 1) }),
  z.strictObject({ type: z.literal('leg-finished'), result: line(300, 1), returnedAt: Instant }),
  z.strictObject({ type: z.literal('leg-returned-incomplete'), reason }),
  z.strictObject({ type: z.literal('archive'), place: line(200, 1) }),
]);
export type Act = z.infer<typeof Act>;
export type ActType = Act['type'];

export const actCalls = {
  /** Does one act to a case, records it, and makes the paper that goes with it. */
  act: write('clerk', ['case-unknown', 'action-not-allowed', 'calendar-ends', 'account-unknown', 'clock-untrusted'])
    .input(
      z.strictObject({
        caseId: z.string().max(64),
        act: Act,
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
      }),
    )
    .output(
      z.object({
        caseId: z.string(),
        status: z.string(),
        dueAt: CivilTime.nullable(),
        documents: z.array(z.object({ form: z.string(), documentId: z.string(), sha256: Sha256 })),
        printJobId: z.string().nullable(),
        paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
};
