import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';

/** Pieces that several forms print alike. */
export const Text = z.string().max(2000);

export const OfficeOnPaper = z.strictObject({
  province: Text,
  /** Header lines as printed, in capitals: the parent agency and the one that issues. */
  unit: Text,
  centre: Text,
  /** The centre's name as it is written inside a sentence; the header's line serves where it is missing. */
  name: Text.optional(),
  place: Text,
  phone: Text.optional(),
  lookup: Text.optional(),
});
export type OfficeOnPaper = z.infer<typeof OfficeOnPaper>;

export const PersonOnPaper = z.strictObject({
  fullName: Text,
  address: Text.optional(),
  phone: Text.optional(),
  email: Text.optional(),
  /** Masked before it comes here: the paper lies on counters and in files. */
  idNumberMasked: Text.optional(),
  /** What that number is called, where it is not a person's own: an organisation has a tax code. */
  idLabel: Text.optional(),
  /** The paper by which a submitter stands at the desk for somebody else (NĐ 118/2025 Điều 6 k2c). */
  authorisation: Text.optional(),
  /** `Ông/Bà` before a person's name; absent for an organisation. */
  title: Text.optional(),
  /** How a sentence addresses them: `Ông/Bà`, or `Quý tổ chức`. */
  called: Text.optional(),
});
export type PersonOnPaper = z.infer<typeof PersonOnPaper>;

/** An empty number is a preview before the case is saved. */
export const NumberOnPaper = z.strictObject({ printed: z.string().regex(/^[ -~]{0,40}$/), temporary: z.boolean() });

export const ComponentOnPaper = z.strictObject({ name: Text, originals: z.int().min(0), copies: z.int().min(0) });

export const FeeOnPaper = z.strictObject({ name: Text, amountText: Text, words: Text.optional() });

/** A fee as it is assessed when the paper is made; `note` says why it is less than posted, and on which receipt it was paid. */
export const ChargeOnPaper = z.strictObject({
  title: Text,
  amountText: Text,
  words: Text.optional(),
  note: Text.optional(),
});
export type ChargeOnPaper = z.infer<typeof ChargeOnPaper>;

/** First eight hexadecimal digits of the journal entry a paper comes from. */
export const JournalHead = z.string().regex(/^[0-9a-f]{8}$/);

/** What every paper of a case says of the case. */
export const caseShape = {
  office: OfficeOnPaper,
  number: NumberOnPaper,
  applicant: PersonOnPaper,
  /** The one who stands at the desk, where that is somebody else. */
  submitter: PersonOnPaper.optional(),
  procedure: z.strictObject({ code: Text, name: Text, field: Text.optional() }),
  acceptedAt: CivilTime,
  clerk: z.strictObject({ fullName: Text }),
  journalHead: JournalHead.optional(),
  practice: z.boolean().optional(),
};

/** What a paper says of a file that is not received: it may have no number yet, and it came in its own way. */
export const beforeReceptionShape = {
  ...caseShape,
  number: NumberOnPaper.optional(),
  acceptedAt: CivilTime.optional(),
  beforeReception: z
    .strictObject({
      arrivedAt: CivilTime.optional(),
      submittedAt: CivilTime.optional(),
      parcelAt: CivilTime.optional(),
      trackingNumber: Text.optional(),
    })
    .optional(),
};

/** The running number of a numbered paper in its year, and the counter's code where an office has several. */
export const PaperNumber = z.strictObject({ number: z.int().min(1).optional(), desk: Text.optional() });
