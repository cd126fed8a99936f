import { z } from 'zod';
import { read, readOfPersons, write } from '../../base/call.ts';
import { CivilDate, CivilTime, Id, Instant, Sha256, Uuid, line, systemName, why } from '../../base/values.ts';

const Serial = z.int().min(1).max(9_999_999);

/** What a sheet that was filled in by hand says, or a receipt that a restored register knows no more, so that its case is entered as it was received. */
export const FromKit = z.strictObject({
  /** The number printed on the sheet, as scanned or typed. */
  number: line(40, 1),
  /** When the file was received, as written on the sheet. */
  acceptedAt: Instant,
  /** What was promised by hand, where that was written: the earlier of it and of the law's date is in force. */
  promisedDate: CivilDate.optional(),
  promisedTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
    .optional(),
  /** The signed square of that receipt as it was scanned: what is entered must be what it says. */
  square: z.string().max(600).optional(),
});
export type FromKit = z.infer<typeof FromKit>;

export const SheetState = z.enum(['open', 'used', 'void']);
export type SheetState = z.infer<typeof SheetState>;

export const KitSheet = z.object({
  serial: z.int(),
  /** As printed on the sheet. */
  number: z.string(),
  state: SheetState,
  /** The case that was entered from it. */
  caseId: z.string().nullable(),
  /** Why it is void. */
  reason: z.string().nullable(),
});
export type KitSheet = z.infer<typeof KitSheet>;

const KitPaper = z.object({ form: z.string(), documentId: z.string(), sha256: Sha256, pages: z.int() });

export const Kit = z.object({
  kitId: z.string(),
  /** The civil day whose serials were set aside. */
  day: CivilDate,
  setAsideAt: CivilTime,
  byName: z.string(),
  sheets: z.array(KitSheet),
  open: z.int(),
  documents: z.array(KitPaper),
});
export type Kit = z.infer<typeof Kit>;

const changeSheets = z.strictObject({
  kitId: Id,
  serials: z
    .array(Serial)
    .min(1)
    .max(100)
    .refine((list) => new Set(list).size === list.length, 'serial-twice'),
  reason: why(300),
});

/** Bộ giấy dự phòng: blank receipts with numbers, to go on receiving by hand while there is no power. */
export const kitCalls = {
  /** Sets serials of this desk aside for good, and prints a blank receipt for each with a page of the register. */
  print: write('clerk', [
    'kit-day',
    'kit-numbers-left',
    'numbers-exhausted',
    'calendar-ends',
    'clock-untrusted',
    'request-id-reused',
  ])
    .input(
      z.strictObject({
        date: CivilDate.optional(),
        count: z.int().min(1).max(100).default(20),
        printer: systemName(200).optional(),
        /** The kit's id: the same request twice is one kit. */
        requestId: Uuid,
      }),
    )
    .output(
      z.object({
        kit: Kit,
        printJobIds: z.array(z.string()),
        /** Why a paper is missing although the numbers are set aside; the same request again makes it. */
        paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  /** Where a day's kit may begin and end, and what it would set aside: asked before the one confirmation. */
  plan: read('clerk', ['kit-day', 'kit-numbers-left', 'numbers-exhausted', 'calendar-ends'])
    .input(z.strictObject({ date: CivilDate.optional(), count: z.int().min(1).max(100).default(20) }))
    .output(
      z.object({
        day: CivilDate,
        today: CivilDate,
        nextWorkingDay: CivilDate,
        serials: z.array(z.int()),
        /** The first and the last number as they would be printed. */
        first: z.string(),
        last: z.string(),
      }),
    ),
  /** The kits of this desk, newest first; those alone that still have a sheet to enter or to void, unless all are asked for. */
  list: readOfPersons()
    .input(z.strictObject({ all: z.boolean().default(false) }))
    .output(z.object({ kits: z.array(Kit) })),
  get: readOfPersons(['kit-unknown'])
    .input(z.strictObject({ kitId: Id }))
    .output(Kit),
  /** Spoilt or unused sheets: their numbers are accounted for and never given. */
  void: write('clerk', ['kit-unknown', 'kit-sheets']).input(changeSheets).output(Kit),
  /** A citizen holds a sheet that was reported void: it can be entered again. */
  restore: write('supervisor', ['kit-unknown', 'kit-sheets']).input(changeSheets).output(Kit),
};
