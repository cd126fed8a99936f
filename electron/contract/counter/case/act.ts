import { z } from 'zod';
import { write } from '../../base/call.ts';
import { Confirmations } from './confirm.ts';
import { Username } from '../../common/office/office.ts';
import { OwnValues } from '../../catalogue/own-fields.ts';
import { IdNumber, isOneDigit, personName } from '../../common/person/person.ts';
import {
  CivilTime,
  ComponentList,
  Dong,
  Id,
  Instant,
  Sha256,
  Uuid,
  WatchName,
  line,
  saysSomething,
  systemName,
  why,
} from '../../base/values.ts';

const reason = why(500);

/** How somebody was told. */
const how = z.enum(['phone', 'sms', 'email', 'zalo', 'in-person']);

/** Who comes for a result. A proxy brings the paper that lets them (NĐ 118/2025 Điều 6 k2c). */
export const ResultReceiver = z
  .strictObject({
    fullName: personName(200),
    idNumber: IdNumber.min(1).refine((number) => !isOneDigit(number), 'id-number-one-digit'),
    /** `post` is who carries it there: the number of the parcel stands with it. */
    as: z.enum(['applicant', 'proxy', 'post']),
    authorisation: line(300).optional(),
    /** The receipt is lost: an identity paper was shown instead (Điều 6 k2b). */
    receiptLost: z.boolean().default(false),
    trackingNumber: line(40, 4).optional(),
  })
  .refine((person) => person.as !== 'proxy' || saysSomething(person.authorisation ?? ''), {
    path: ['authorisation'],
    message: 'authorisation-needed',
  })
  .refine((person) => person.as !== 'post' || (person.trackingNumber ?? '') !== '', {
    path: ['trackingNumber'],
    message: 'tracking-needed',
  });

/** The account of electronic identity of who files (Điều 17 k1a): seen, made here with them, or there is none. */
const IdentityFound = z.enum(['account-seen', 'account-created', 'no-account']);

/** Which leg, from 0, where several agencies have the file at once; left out: the first for which it can be. */
const Leg = z.int().min(0).max(7);

/** What a person can do to a case. What is then recorded is decided by domain/counter/case/acts/acts.ts. */
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
  /** Asked for by an officer where a supervisor decides: once more, or after the third working day. Nothing goes to the citizen yet. */
  z.strictObject({
    type: z.literal('propose-supplement'),
    items: z.array(line(300, 1)).min(1).max(30),
    reason,
    /** Why the rule of once, and in time, is to be left. */
    override: reason,
  }),
  /** The proposal as it stands becomes the request. */
  z.strictObject({ type: z.literal('approve-supplement') }),
  z.strictObject({ type: z.literal('decline-supplement'), reason }),
  /** With what came, counted as at reception: the receipt lists what is held from then on. */
  z.strictObject({ type: z.literal('supplement'), components: ComponentList.optional() }),
  z.strictObject({ type: z.literal('close-unsupplemented') }),
  /** Something has to be verified: the promise moves to that other lawful limit of the procedure, once and without Mẫu 04. */
  z.strictObject({ type: z.literal('verification-needed'), termCase: z.string().min(1).max(40), reason }),
  z.strictObject({ type: z.literal('request-obligation'), reason, amount: Dong.optional() }),
  z.strictObject({ type: z.literal('meet-obligation') }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
  z.strictObject({ type: z.literal('stop'), reason }),
  z.strictObject({ type: z.literal('resume'), reason }),
  z.strictObject({ type: z.literal('refuse'), reason, legalBasis: why(300) }),
  z.strictObject({ type: z.literal('extend'), reason, newDueAt: Instant, told: how.optional() }),
  z.strictObject({ type: z.literal('finish'), result: line(300, 1), resultNumber: line(60).optional() }),
  z.strictObject({ type: z.literal('announce'), how }),
  z.strictObject({ type: z.literal('return'), receiver: ResultReceiver }),
  /** Who has just handed a result out to the wrong file says so, within the minute. */
  z.strictObject({ type: z.literal('undo-return') }),
  /** Who has just received the wrong file says so, within the minute; where its receipt came out of the printer, with the word that it was taken back. */
  z.strictObject({ type: z.literal('undo-reception'), receiptBack: z.literal(true).optional() }),
  /** What was certified with a slip, is not paid and lies here: within the minute by who took it in, later by whoever may receive, with a reason. */
  z.strictObject({ type: z.literal('take-back-certified'), reason: reason.optional() }),
  z.strictObject({ type: z.literal('report-error'), what: reason }),
  z.strictObject({ type: z.literal('correct-result'), result: line(300, 1) }),
  z.strictObject({
    type: z.literal('ask-others'),
    kind: z.enum(['verification', 'opinion']),
    /** Who is asked, and what. */
    asked: line(200, 3),
    about: why(500),
    answerBy: Instant,
  }),
  /** The first that is open, where none is named. */
  z.strictObject({
    type: z.literal('record-answer'),
    answer: why(500),
    inquiry: z.int().min(0).max(99).optional(),
  }),
  z.strictObject({ type: z.literal('check-identity'), found: IdentityFound, note: line(300).optional() }),
  z.strictObject({ type: z.literal('send-leg') }),
  /** The competent agency has the file: `at` is when, as it said or signed. */
  z.strictObject({ type: z.literal('leg-received'), at: Instant, by: personName(200), leg: Leg.optional() }),
  z.strictObject({ type: z.literal('leg-finished'), result: line(300, 1), returnedAt: Instant, leg: Leg.optional() }),
  z.strictObject({ type: z.literal('leg-returned-incomplete'), reason }),
  /** What the procedure asks beside, all of it as it ought to be; what is left out is said no more. */
  z.strictObject({ type: z.literal('set-own-fields'), ownFields: OwnValues, reason: reason.optional() }),
  z.strictObject({ type: z.literal('archive'), place: line(200, 1) }),
]);
export type Act = z.infer<typeof Act>;
export type ActType = Act['type'];

/** Acts that say the same of many cases: what each has to be looked at for, or takes two persons, is done in the case alone. */
export const manyActs = [
  'transfer',
  'take-over',
  'assign',
  'pass',
  'finish',
  'announce',
  'extend',
  'archive',
] as const satisfies readonly ActType[];

/** So many in one call: they are one commit. */
export const mostCasesAtOnce = 200;

const ManyActs = z
  .array(
    z.strictObject({
      caseId: Id,
      act: Act.refine(({ type }) => manyActs.some((one) => one === type), {
        path: ['type'],
        message: 'act-of-one-case',
      }),
    }),
  )
  .min(1)
  .max(mostCasesAtOnce)
  .refine((acts) => new Set(acts.map(({ caseId }) => caseId)).size === acts.length, 'case-twice');

export const actCalls = {
  /** Does one act to a case, records it, and makes the paper that goes with it. */
  act: write('clerk', [
    'case-unknown',
    'action-not-allowed',
    'confirmation-needed',
    'calendar-ends',
    'account-unknown',
    'component-unknown',
    'clock-untrusted',
  ])
    .input(
      z.strictObject({
        caseId: Id,
        act: Act,
        /** The reasons for what is lawful only with one. */
        confirm: Confirmations,
        /** Somebody stands before a screen and can answer: what no law forbids and a hand may have passed over is asked too. */
        attended: z.literal(true).optional(),
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
  /**
   * One act to each of many cases, in one commit. Each is asked of the law and recorded for itself: what is refused says why, and takes nothing from the others.
   * The same request again answers what was recorded by it as done, and tries the rest.
   */
  actMany: write('clerk', ['clock-untrusted', 'request-id-reused'])
    .input(
      z.strictObject({
        requestId: Uuid,
        acts: ManyActs,
        /** As of one act: somebody stands before a screen, and what a hand may have passed over is asked. */
        attended: z.literal(true).optional(),
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
        /** The name by which it is asked how many papers are made (`report.progress`). */
        watch: WatchName,
      }),
    )
    .output(
      z.object({
        done: z.int(),
        /** In the order of what was asked. */
        rows: z.array(
          z.object({
            caseId: z.string(),
            /** Where the case stands now; null where it is not here. */
            status: z.string().nullable(),
            dueAt: CivilTime.nullable(),
            /** Why nothing was recorded; null where it was. */
            refused: z.object({ code: z.string(), text: z.string(), textEn: z.string() }).nullable(),
            printJobId: z.string().nullable(),
            paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
          }),
        ),
      }),
    ),
};
