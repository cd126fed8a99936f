import { z } from 'zod';
import { read, readOfPersons, write } from '../../base/call.ts';
import { PersonKind } from '../person/person.ts';
import {
  Channel,
  CivilTime,
  ComponentCount,
  CopyList,
  Done,
  Id,
  Instant,
  Sha256,
  TypedPaper,
  askedAhead,
  competentShape,
  line,
  promiseFaults,
  systemName,
  termShape,
  why,
} from '../../base/values.ts';
import { Margins } from './printers.ts';

/** One thing drawn on a page, in points from the top left: the same list becomes the PDF and the picture on screen. */
export const DrawOp = z.union([
  z.object({
    kind: z.literal('text'),
    x: z.number(),
    y: z.number(),
    text: z.string(),
    font: z.enum(['regular', 'bold', 'italic', 'bold-italic']),
    size: z.number(),
    width: z.number(),
  }),
  z.object({
    kind: z.literal('line'),
    x1: z.number(),
    y1: z.number(),
    x2: z.number(),
    y2: z.number(),
    width: z.number(),
  }),
  z.object({
    kind: z.literal('rect'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    fill: z.boolean(),
  }),
]);
export type DrawOp = z.infer<typeof DrawOp>;

/** The letters of a page: with serifs on sheets, without on rolls, whose dots are coarse. */
export const Face = z.enum(['serif', 'sans']);
export type Face = z.infer<typeof Face>;

export const PaperPage = z.object({
  width: z.number(),
  height: z.number(),
  ops: z.array(DrawOp),
  /** Serif where it is left out. */
  face: Face.optional(),
});
export type PaperPage = z.infer<typeof PaperPage>;

/** A person as far as the form has been filled in: nothing is required yet. */
const HalfPerson = z.object({
  kind: PersonKind.optional(),
  fullName: line(200).default(''),
  idNumber: line(20).default(''),
  address: line(300).optional(),
  phone: line(40).optional(),
  email: line(200).optional(),
  authorisation: line(300).optional(),
});

export const PreviewInput = z.object({
  procedureCode: z.string().min(1).max(20),
  channel: Channel.default('direct'),
  applicant: HalfPerson.default({ fullName: '', idNumber: '' }),
  submitter: HalfPerson.nullable().default(null),
  components: z.array(ComponentCount).max(200).default([]),
  quantity: z.int().min(1).max(999).default(1),
  pages: z.int().min(1).max(10_000).optional(),
  copies: CopyList.optional(),
  resultDelivery: z
    .object({ kind: z.enum(['desk', 'post', 'electronic']), address: line(300).optional() })
    .default({ kind: 'desk' }),
  ...competentShape,
  ...termShape,
  typed: z
    .object({
      name: line(500).optional(),
      field: line(120).optional(),
      components: z.array(TypedPaper).max(40).default([]),
    })
    .optional(),
  /** When it was received, where it came on paper and is entered later; now, if not said. */
  acceptedAt: Instant.optional(),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

/** What may stand in the way of a receipt that is looked at before there is a case. */
const sampleFaults = [
  'procedure-unknown',
  'procedure-superseded',
  'procedure-not-offered',
  ...promiseFaults,
  'component-unknown',
  'form-unknown',
  'form-broken',
] as const;

const Form = z.string().max(60);
const DocumentId = Id;

export const paperCalls = {
  /** The receipt as it would print now, before anything is saved: the number is still blank. */
  preview: read('clerk', [...sampleFaults])
    .input(PreviewInput)
    .output(z.object({ pages: z.array(PaperPage) })),
  /** Makes a paper of a case and keeps its hash; the same data give the same bytes. */
  render: write('clerk', ['case-unknown', 'case-undone', 'form-unknown', 'form-broken', 'form-not-applicable'])
    .input(z.strictObject({ caseId: Id, form: Form }))
    .output(z.object({ documentId: z.string(), sha256: Sha256, pages: z.int() })),
  /** The receipt of a case that was left without one, on its way to a printer; the one there is where there is one. */
  receipt: write('clerk', ['case-unknown', 'case-undone'])
    .input(
      z.strictObject({
        caseId: Id,
        print: z.boolean().default(true),
        printer: systemName(200).optional(),
      }),
    )
    .output(
      z.object({
        document: z.object({ form: z.string(), documentId: z.string(), sha256: Sha256 }).nullable(),
        printJobId: z.string().nullable(),
        paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  /** The declaration (tờ khai) of a case filled in with what was said, for the citizen to read and sign. */
  declaration: write('clerk', ['case-unknown', 'case-undone', 'form-not-applicable'])
    .input(
      z.strictObject({
        caseId: Id,
        print: z.boolean().default(true),
        printer: systemName(200).optional(),
      }),
    )
    .output(
      z.object({
        document: z.object({ form: z.string(), documentId: z.string(), sha256: Sha256 }).nullable(),
        printJobId: z.string().nullable(),
        paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  /** A paper as pages to look at. */
  view: readOfPersons(['document-unknown', 'form-unknown', 'form-broken'])
    .input(z.strictObject({ documentId: DocumentId, ahead: askedAhead }))
    .output(z.object({ form: z.string(), caseId: z.string(), pages: z.array(PaperPage) })),
  /** A paper as a file. */
  download: readOfPersons(['document-unknown', 'document-differs', 'form-unknown', 'form-broken'])
    .input(z.strictObject({ documentId: DocumentId }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), sha256: Sha256, base64: z.string() })),
  /** Tries the text of a form file before it is put in the office's folder: what is wrong with it, or its pages and how it looks. */
  check: read('admin', ['form-broken'])
    .input(z.strictObject({ form: Form, text: z.string().max(500_000) }))
    .output(
      z.object({
        ok: z.literal(true),
        pages: z.int(),
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
      }),
    ),
};

/** queued → spooled → printed | failed | unknown → handed over; failed and unknown stay in sight until settled. */
export const PrintState = z.enum(['queued', 'spooled', 'printed', 'failed', 'unknown', 'handed-over', 'void']);
export type PrintState = z.infer<typeof PrintState>;

export const PrintJob = z.object({
  jobId: z.string(),
  documentId: z.string(),
  /** What the paper is of; `caseId` is the id of that. */
  about: z.enum(['case', 'intake', 'hand-over', 'kit', 'petition']),
  caseId: z.string(),
  form: z.string(),
  number: z.string(),
  /** Whose it is, and of which procedure, as the case stands now; empty for what is of nobody: a list, a kit. */
  name: z.string(),
  procedureName: z.string(),
  printer: z.string(),
  copyOf: z.int(),
  state: PrintState,
  reason: z.string().nullable(),
  needsAttention: z.boolean(),
  createdAt: CivilTime,
});
export type PrintJob = z.infer<typeof PrintJob>;

export const Printer = z.object({
  name: z.string(),
  description: z.string(),
  state: z.enum(['ready', 'printing', 'stopped', 'unknown']),
  reason: z.string().nullable(),
  isDefault: z.boolean(),
  /** A printer of rolls that the desk speaks to itself. */
  isRoll: z.boolean().optional(),
});
export type Printer = z.infer<typeof Printer>;

export const printCalls = {
  /** Prints a paper once more; a reprint is numbered and recorded. */
  again: write('clerk', [
    'document-unknown',
    'printer-missing',
    'form-unknown',
    'form-broken',
    'paper-superseded',
    'case-undone',
    'kit-sheets',
    'kit-settled',
  ])
    .input(
      z.strictObject({
        documentId: DocumentId,
        printer: systemName(200).optional(),
        /** Of a kit: these of its open sheets; left out, all that are open. */
        serials: z.array(z.int().min(1)).min(1).max(100).optional(),
        reason: why(300),
      }),
    )
    .output(PrintJob),
  /** The print tray: what is not settled first. */
  list: readOfPersons()
    .input(z.strictObject({ all: z.boolean().optional() }))
    .output(z.object({ jobs: z.array(PrintJob) })),
  /** A person says what became of a paper: it came out, print it again, or it is void. What its spooler still held is taken back; `next` is null where nothing was printed again. */
  settle: write('clerk', [
    'print-job-unknown',
    'print-job-settled',
    'print-under-way',
    'printer-missing',
    'form-unknown',
    'form-broken',
    'paper-superseded',
    'case-undone',
    'kit-settled',
  ])
    .input(
      z.strictObject({
        jobId: Id,
        outcome: z.enum(['printed', 'reprint', 'void']),
        printer: systemName(200).optional(),
        reason: why(300).optional(),
      }),
    )
    .output(z.object({ job: PrintJob, next: PrintJob.nullable() })),
  /** Prints a paper by the printer that stands in for its own; what its spooler still held is taken back. `next` is null where it came out meanwhile, or nobody can tell. */
  toSpare: write('clerk', [
    'print-job-unknown',
    'print-job-settled',
    'print-under-way',
    'spare-missing',
    'printer-missing',
    'form-unknown',
    'form-broken',
    'paper-superseded',
    'case-undone',
    'kit-settled',
  ])
    .input(z.strictObject({ jobId: Id }))
    .output(z.object({ job: PrintJob, next: PrintJob.nullable() })),
  /** The same for all that waits for a printer. `left` is what a person has to look at, one by one. */
  allToSpare: write('clerk', ['spare-missing', 'printer-missing'])
    .input(z.strictObject({ printer: systemName(200) }))
    .output(z.object({ moved: z.array(PrintJob), left: z.array(PrintJob) })),
  printers: read('anyone')
    .input(z.strictObject({}))
    .output(
      z.object({
        printers: z.array(Printer),
        /** The computer's print service where it does not answer: its printers are not among these. */
        silent: z.string().nullable(),
      }),
    ),
  /** Sends a test page; or a receipt of nobody, marked as worth nothing, with the office's own name on it. */
  test: write('staff', ['printer-missing', 'print-refused', 'spooler-unavailable', ...sampleFaults])
    .input(z.strictObject({ printer: systemName(200), paper: z.enum(['page', 'receipt']).default('page') }))
    .output(Done),
  /** That receipt, as it would print. */
  sample: read('staff', sampleFaults)
    .input(z.strictObject({}))
    .output(z.object({ pages: z.array(PaperPage) })),
  /** The calibration sheet as it would print, and the margins in force. */
  calibration: read('staff', ['form-unknown', 'form-broken'])
    .input(z.strictObject({ printer: systemName(200) }))
    .output(z.object({ margins: Margins, pages: z.array(PaperPage) })),
  /** Sends the calibration sheet, as the printer draws by itself, or `corrected` by its margins for a last look. */
  calibrate: write('staff', [
    'printer-missing',
    'printer-is-roll',
    'print-refused',
    'spooler-unavailable',
    'form-unknown',
    'form-broken',
  ])
    .input(z.strictObject({ printer: systemName(200), corrected: z.boolean() }))
    .output(Done),
  /** Keeps how far a printer is moved: the two numbers read off the folded sheet. */
  setMargins: write('staff', ['printer-is-roll'])
    .input(z.strictObject({ printer: systemName(200, 1), margins: Margins }))
    .output(Margins),
};
