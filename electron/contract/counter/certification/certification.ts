import { z } from 'zod';
import { read, readOfPersons, write, writeOfPersons } from '../../base/call.ts';
import { CaseStatus } from '../../base/case-status.ts';
import {
  CaseNumber,
  CivilDate,
  CivilTime,
  DocumentRef,
  Done,
  Dong,
  FeeLineView,
  Id,
  Uuid,
  WatchName,
  line,
  systemName,
  why,
} from '../../base/values.ts';
import { FeeRule } from '../../catalogue/lists.ts';
import { PayMethod } from '../money/fee-receipt.ts';
import { Month } from '../money/settlement.ts';
import { CertifiedParty, CertifiedPerson, personName } from '../../common/person/person.ts';

/** Copies of an original, a signature in a paper, a contract or transaction (NĐ 23/2015 Điều 2 k2–k4): each has its book. */
export const CertificationKind = z.enum(['copy', 'signature', 'contract']);
export type CertificationKind = z.infer<typeof CertificationKind>;

/** One paper: its name as the book has it, the pages of the original, and how many copies (of a contract: how many originals were made). */
export const CertificationLine = z.strictObject({
  kind: CertificationKind,
  paper: line(200).default(''),
  pages: z.int().min(1).max(10_000).default(1),
  copies: z.int().min(1).max(999).default(1),
});
export type CertificationLine = z.infer<typeof CertificationLine>;

/** Who signed on the paper, with the office they sign as (NĐ 23/2015 Điều 2 k9, as amended by NĐ 280/2025): the chairman, or whom they authorised or charged. */
export const CertificationSigner = z.object({ name: z.string(), title: z.string() });
export type CertificationSigner = z.infer<typeof CertificationSigner>;

const title = line(120);

/** Of two words at least, as a person signs: what stands in a book for ever is no initial. */
function hasTwoWords(name: string): boolean {
  return name.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 2;
}

const signerName = personName(100).refine(hasTwoWords, 'signer-name');

/** «Nguyễn Văn A, Phó Chủ tịch»: the name stands before the first comma. */
export function splitSigner(told: string): CertificationSigner {
  const [name = '', ...rest] = told.split(',');
  return { name: name.trim(), title: rest.join(',').trim() };
}

const SignerLine = line(220, 1).refine((told) => signerName.safeParse(splitSigner(told).name).success, 'signer-name');

/** By name and title; a program may write both in one line: «Nguyễn Văn A, Phó Chủ tịch». */
const SignerInput = z.union([
  z.strictObject({ name: signerName, title: title.default('') }),
  z.strictObject({ fullName: signerName, title: title.default('') }),
  SignerLine,
]);
export type SignerInput = z.infer<typeof SignerInput>;

/** `tendered` is cash as it was given. */
const Paid = z.strictObject({ method: PayMethod, amount: Dong, tendered: Dong.optional() });

const CertificationFields = z.strictObject({
  lines: z.array(CertificationLine).min(1).max(50),
  /** Nobody is asked for where copies alone are certified (NĐ 23/2015 Điều 20 k1). */
  applicant: CertifiedPerson.nullable().optional(),
  /** Further parties of a contract, further persons who signed: kept with the case and written in the book beside the applicant. */
  others: z.array(CertifiedParty).min(1).max(20).optional(),
  signer: SignerInput,
  /** What was taken, which is what is due. Left out: nothing was taken yet, and nothing is handed out. */
  paid: Paid.optional(),
  /** The receipt of the money, as paper. */
  print: z.boolean().default(false),
  printer: systemName(200).optional(),
  /** The id of the case, and of the first one where several kinds are asked for at once. */
  requestId: Uuid,
});

export const CertificationInput = CertificationFields.superRefine(({ applicant, others = [] }, context) => {
  if (others.length > 0 && (applicant === null || applicant === undefined || applicant.idNumber === ''))
    context.addIssue({ code: 'custom', path: ['others'], message: 'party-first' });
  others.forEach(({ idNumber }, at) => {
    const before = [applicant?.idNumber, ...others.slice(0, at).map((one) => one.idNumber)];
    if (before.includes(idNumber))
      context.addIssue({ code: 'custom', path: ['others', at, 'idNumber'], message: 'party-twice' });
  });
});
export type CertificationInput = z.infer<typeof CertificationInput>;

/** One paper as it was certified, with the number that stands on it. */
const CertifiedLine = z.object({
  kind: CertificationKind,
  paper: z.string(),
  pages: z.int(),
  copies: z.int(),
  serial: z.int(),
  /** `12-Q3`: as it is written on the paper. */
  number: z.string(),
  /** `quyển số 01/2026-SCT/BS` */
  book: z.string(),
  fee: Dong.nullable(),
  /** The cap of one copy was reached. */
  capped: z.boolean(),
});
export type CertifiedLine = z.infer<typeof CertifiedLine>;

const TakenReceipt = z.object({ receiptId: z.string(), number: z.string(), amount: Dong });

const PaperFault = z.object({ code: z.string(), message: z.string() });

const CertifiedCase = z.object({
  caseId: z.string(),
  kind: CertificationKind,
  number: CaseNumber,
  status: CaseStatus,
  dueAt: CivilTime.nullable(),
  receipt: TakenReceipt.nullable(),
  /** Of the receipt, where it was to be printed. */
  printJobId: z.string().nullable(),
});

export const Certified = z.object({
  caseId: z.string(),
  /** For each line as it was asked, whole: `12-Q3/2026-SCT/BS`. */
  numbers: z.array(z.string()),
  fees: z.array(FeeLineView),
  lines: z.array(CertifiedLine),
  signer: CertificationSigner,
  total: Dong,
  paid: Dong,
  /** What goes back over the counter; 0 unless cash was given. */
  change: Dong,
  /** One for each kind: they are procedures of their own, with their own books. */
  cases: z.array(CertifiedCase),
  status: CaseStatus,
  /** Why a receipt did not become paper, though the money is safe; null where nothing was wrong. */
  paperFault: PaperFault.nullable(),
});
export type Certified = z.infer<typeof Certified>;

export const BookFormat = z.enum(['pdf', 'xlsx']);
export type BookFormat = z.infer<typeof BookFormat>;

export const BookRow = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  number: z.string(),
  at: CivilTime,
  /** Empty where nobody was asked for. */
  applicant: z.string(),
  idNumberMasked: z.string(),
  /** Further parties, in the order in which they were entered. */
  others: z.array(z.object({ fullName: z.string(), idNumberMasked: z.string() })),
  paper: z.string(),
  pages: z.int(),
  copies: z.int(),
  signer: CertificationSigner,
  fee: Dong.nullable(),
  status: CaseStatus,
});
export type BookRow = z.infer<typeof BookRow>;

const BookPage = z.object({
  kind: CertificationKind,
  month: z.string(),
  /** `SCT/BS` */
  sign: z.string(),
  book: z.string(),
  count: z.int(),
  copies: z.int(),
  amount: Dong,
  /** Numbers of the month's run that stand for nothing: `13–15`, each with what is known of it. */
  gaps: z.array(
    z.object({
      numbers: z.string(),
      why: z.enum(['restored', 'taken-back', 'unknown']),
      /** Who took it back, when, and why: empty where they did at once. */
      takenBack: z.object({ at: CivilTime, by: z.string(), reason: z.string() }).optional(),
    }),
  ),
});

/** What can go wrong where money is taken with it. */
const moneyFaults = [
  'paid-differs',
  'amount-unknown',
  'already-collected',
  'fee-unknown',
  'nothing-to-collect',
  'tendered-short',
  'till-closed',
  'till-held',
  'till-handing-over',
  'till-short',
  'receipt-series-missing',
  'receipt-symbol-taken',
  'receipt-numbers-exhausted',
  'clock-untrusted',
  'request-id-reused',
] as const;

/** The office's one book is another desk's, or nobody's yet. */
const keeperFaults = ['certification-kept-elsewhere', 'certification-keeper-unnamed'] as const;

const asked = { month: Month, kind: CertificationKind };

export const certificationCalls = {
  /**
   * One request of certification, from beginning to end: a case of the right procedure, each paper under its own number of the book, the fee,
   * the money where it was taken, and the result handed out, in one commit.
   */
  receive: write('clerk', [
    'certification-needs-person',
    ...keeperFaults,
    'procedure-unknown',
    'procedure-superseded',
    'procedure-not-offered',
    'time-limit-missing',
    'calendar-ends',
    'numbers-exhausted',
    ...moneyFaults,
  ])
    .input(CertificationInput)
    .output(Certified),
  /**
   * Numbers a case that was received like any other, online or with a longer term: its papers as they were asked for, or as `papers` says, where these cost
   * what was asked for at the reception. The result is recorded with it where whoever numbers it may record one.
   */
  certify: write('clerk', [
    'case-unknown',
    'certification-not-of-a-book',
    'certification-numbered',
    'certification-fee-differs',
    ...keeperFaults,
    'clock-untrusted',
  ])
    .input(
      z.strictObject({
        caseId: Id,
        signer: SignerInput,
        papers: z
          .array(CertificationLine.omit({ kind: true }))
          .min(1)
          .max(50)
          .optional(),
      }),
    )
    .output(z.object({ caseId: z.string(), status: CaseStatus, numbers: z.array(z.string()) })),
  /** What was signed goes out, with the money that was still due. The request id is the receipt's. */
  handOut: write('clerk', ['case-unknown', 'certification-not-finished', 'fees-owed', ...moneyFaults])
    .input(z.strictObject({ caseId: Id, paid: Paid.optional(), requestId: Uuid }))
    .output(
      z.object({
        caseId: z.string(),
        status: CaseStatus,
        paid: Dong,
        change: Dong,
        receipt: TakenReceipt.nullable(),
      }),
    ),
  /**
   * What was certified with a slip, not paid and handed out to nobody goes back, the cases of one request together: by who certified it within the minute,
   * later with a reason. Its numbers stay used and stand in the book as taken back; what is right is received anew.
   */
  takeBack: write('clerk', ['case-unknown', 'action-not-allowed', 'clock-untrusted', 'request-id-reused'])
    .input(z.strictObject({ caseIds: z.array(Uuid).min(1).max(3), reason: why(500).optional(), requestId: Uuid }))
    .output(
      z.object({
        cases: z.array(z.object({ caseId: z.string(), status: CaseStatus, numbers: z.array(z.string()) })),
      }),
    ),
  /** What the counter works with: the fees in force, who signed last, how this office numbers and signs. */
  lane: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        kinds: z.array(
          z.object({
            kind: CertificationKind,
            procedureCode: z.string(),
            /** Null where this office's list has not this procedure. */
            procedureName: z.string().nullable(),
            feeRules: z.array(FeeRule),
            sign: z.string(),
            /** The number the next paper gets. */
            next: z.string(),
          }),
        ),
        /** Who signed lately, the newest first. */
        signers: z.array(CertificationSigner),
        signing: z.enum(['at-once', 'leader']),
        today: z.object({ date: CivilDate, requests: z.int(), papers: z.int() }),
        /** Why this desk gives no number, before anything is typed or paid; null where it does. */
        refusal: PaperFault.nullable(),
        /** What `waiting` lists: of both its parts. */
        waiting: z.int(),
      }),
    ),
  /** What was numbered and is in nobody's hands yet, the oldest first: `accepted` waits for the leader's signature, `finished` for its money and its person. */
  waiting: readOfPersons()
    .input(z.strictObject({}))
    .output(
      z.object({
        cases: z.array(
          z.object({
            caseId: z.string(),
            caseNumber: z.string(),
            kind: CertificationKind,
            at: CivilTime,
            applicant: z.string(),
            status: CaseStatus,
            /** What is still to be paid. */
            due: Dong,
            papers: z.array(z.string()),
            numbers: z.array(z.string()),
            signer: CertificationSigner,
          }),
        ),
        /** Received like any other case and in no book yet. */
        unnumbered: z.array(
          z.object({
            caseId: z.string(),
            caseNumber: z.string(),
            kind: CertificationKind,
            at: CivilTime,
            applicant: z.string(),
            /** What `certify` numbers unless it is told otherwise; `fee` null where the reception knew none. */
            papers: z.array(z.object({ paper: z.string(), pages: z.int(), copies: z.int(), fee: Dong.nullable() })),
          }),
        ),
      }),
    ),
  /** The leader signed on the papers of these cases: their results are there. */
  sign: write('supervisor', ['case-unknown', 'certification-not-waiting', 'clock-untrusted'])
    .input(z.strictObject({ caseIds: z.array(Uuid).min(1).max(200) }))
    .output(Done),
  /** The wording for the papers of a case, with their numbers, for whoever signs: made, and printed where that is asked. */
  wording: write('clerk', ['case-unknown', 'case-undone'])
    .input(
      z.strictObject({
        caseId: Id,
        print: z.boolean().default(true),
        printer: systemName(200).optional(),
      }),
    )
    .output(
      z.object({
        document: DocumentRef.nullable(),
        printJobId: z.string().nullable(),
        paperFault: PaperFault.nullable(),
      }),
    ),
  /** A month of a book, as it is printed and bound (NĐ 23/2015 Điều 13 k3). */
  book: readOfPersons()
    .input(z.strictObject(asked))
    .output(BookPage.extend({ rows: z.array(BookRow) })),
  bookFile: writeOfPersons(['report-cancelled', 'certifications-too-many', 'form-unknown', 'form-broken'])
    .input(z.strictObject({ ...asked, format: BookFormat, watch: WatchName }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string(), rows: z.int() })),
};
