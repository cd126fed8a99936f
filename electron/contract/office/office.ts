import { z } from 'zod';
import { read, write } from '../call.ts';
import { PrinterUse, printerSettings } from '../printing/printers.ts';
import { CivilTime, Done, Limit, line, systemName } from '../values.ts';

export const Role = z.enum(['clerk', 'officer', 'supervisor', 'admin']);
export type Role = z.infer<typeof Role>;

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'username');
export const Password = z.string().normalize('NFC').min(1).max(200);

const Minutes = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Sessions that end after they begin and begin after the one before: working hours are counted through them. */
function areSessions(hours: readonly { readonly start: string; readonly end: string }[]): boolean {
  return hours.every(({ start, end }, at) => start < end && (at === 0 || start >= (hours[at - 1]?.end ?? '')));
}

export const SerialRange = z
  .strictObject({ first: z.int().min(1).max(9_999_999), last: z.int().min(1).max(9_999_999) })
  .refine((block) => block.first <= block.last, 'block-backwards');

const DeskCode = z.string().regex(/^Q\d[A-Z0-9]{0,2}$/, 'desk-code');

/** What an office decides for itself; every change is in the journal. */
export const OfficeSettings = z.strictObject({
  unitCode: z.string().regex(/^\d{5}$/),
  /** The office's identifier in case codes, such as H29.x.y: given by the city, never derived: what the communes got after 01/07/2025 was not found (NĐ 118/2025 Điều 28). */
  caseUnitCode: z
    .string()
    .regex(/^[A-Z0-9]{1,3}(\.[A-Z0-9]{1,3}){0,3}$/, 'case-unit-code')
    .refine((code) => !/^Q\d/.test(code), 'case-unit-code'),
  centreName: line(200, 1),
  phone: line(40),
  lookupAddress: line(200),
  numberAuthority: z.enum(['centre', 'city']),
  desk: z.strictObject({ code: DeskCode, name: line(60, 1), blocks: z.array(SerialRange).min(1).max(50) }),
  otherDesks: z
    .array(
      z.strictObject({
        code: DeskCode,
        name: line(60, 1),
        blocks: z.array(SerialRange).max(50),
        /** The symbols of its receipts, as they are written there: the letters of the e-receipt, or the symbol on paper. */
        symbols: z.array(line(20, 1)).max(10).optional(),
      }),
    )
    .max(50),
  hours: z
    .array(z.strictObject({ start: Minutes, end: Minutes }))
    .min(1)
    .max(4)
    .refine(areSessions, 'hours-overlap'),
  printer: systemName(200),
  paperSize: z.enum(['A5', 'A4']),
  ...printerSettings,
  backupFolder: systemName(500),
  /** Where fees are transferred to; which account that is, is not public. Left out: no payment code. */
  account: z
    .strictObject({
      bin: z.string().regex(/^\d{6}$/, 'bank-bin'),
      number: z.string().regex(/^[A-Za-z0-9]{4,19}$/, 'account-number'),
      name: line(100, 1),
    })
    .optional(),
  /** What the office registered for its receipts; without it none is issued, since a made-up symbol is no receipt. */
  receipts: z
    .strictObject({
      taxCode: z.string().regex(/^\d{10}(-?\d{3})?$/, 'tax-code'),
      /** The last two letters of the e-receipt symbol (TT 91/2026 Phụ lục II); each desk needs its own. */
      letters: z
        .string()
        .regex(/^[ABCDEGHKLMNPQRSTUVXY]{2}$/, 'receipt-letters')
        .optional(),
      paper: z.strictObject({ template: line(20, 1), symbol: line(20, 1) }).optional(),
    })
    .optional(),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

const NewAccount = z.strictObject({ username: Username, fullName: line(100, 1), role: Role, password: Password });

const Unit = z.object({ code: z.string(), name: z.string(), fullName: z.string(), type: z.string() });

const SetUpDone = z.object({ practice: z.boolean(), unitName: z.string() });

export const officeCalls = {
  /** Communes of the whole country by name, marks or not, or by code: who may decide a file received here. */
  findUnits: read('staff')
    .input(z.strictObject({ text: z.string().max(200), limit: Limit.default(12) }))
    .output(z.object({ units: z.array(Unit.extend({ province: z.string() })) })),
  units: read('anyone')
    .input(z.strictObject({}))
    .output(z.object({ units: z.array(Unit) })),
  /** Banks that take transfers, by the number that a payment code names them with. */
  banks: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ banks: z.array(z.object({ bin: z.string(), shortName: z.string(), name: z.string() })) })),
  setUp: write('anyone', [
    'already-set-up',
    'unit-unknown',
    'password-weak',
    'account-exists',
    'block-overlaps',
    'receipt-symbol-taken',
  ])
    .input(z.strictObject({ settings: OfficeSettings, accounts: z.array(NewAccount).min(1).max(50) }))
    .output(SetUpDone),
  /** Opens a practice office on this data folder: made-up people, the same for the same seed. */
  openPractice: write('anyone', ['already-set-up'])
    .input(
      z.strictObject({
        cases: z.int().min(0).max(2_000_000).default(500),
        seed: z.int().min(0).max(4_294_967_295).default(1),
        password: Password.optional(),
        /** Only cases: no till was ever open, and no file went to another agency; all of that is for the learner to do first. */
        plain: z.boolean().default(false),
      }),
    )
    .output(SetUpDone.extend({ password: z.string(), users: z.array(z.string()), cases: z.int() })),
  settings: read('staff').input(z.strictObject({})).output(OfficeSettings),
  changeSettings: write('admin', ['unit-unknown', 'block-overlaps', 'receipt-symbol-taken'])
    .input(z.strictObject({ settings: OfficeSettings, reason: line(300, 3) }))
    .output(OfficeSettings),
  /** Receipts that today's calendar would have dated otherwise. None is moved: a printed date is a promise. */
  promiseChanges: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        looked: z.int(),
        changes: z.array(
          z.object({
            caseId: z.string(),
            number: z.string(),
            applicantName: z.string(),
            phone: z.string().nullable(),
            printed: CivilTime,
            wouldBe: CivilTime.nullable(),
            /** Days of the calendar from the printed date to the other; null where the calendar ends before. */
            days: z.int().nullable(),
          }),
        ),
      }),
    ),
  /** Used, void and skipped numbers of a day, so that each gap has an explanation. */
  numbers: read('staff')
    .input(z.strictObject({ date: z.iso.date() }))
    .output(
      z.object({
        blocks: z.array(
          z.object({
            first: z.int(),
            last: z.int(),
            used: z.int(),
            /** Numbers of receipts that were corrected: used, never given again, with what took their place. */
            void: z.array(z.object({ serial: z.int(), number: z.string(), supersededBy: z.string() })),
            /** Sheets of a kit of blank papers, neither entered nor void yet; and the void ones. */
            setAside: z.array(z.int()),
            voidSheets: z.array(z.int()),
            skipped: z.array(z.int()),
            next: z.int().nullable(),
          }),
        ),
      }),
    ),
};

const Who = z.object({ username: z.string(), fullName: z.string(), role: Role });

export const accountCalls = {
  signIn: write('anyone', ['sign-in-refused'])
    .input(z.strictObject({ username: Username, password: Password }))
    .output(Who),
  signOut: write('anyone').input(z.strictObject({})).output(Done),
  list: read('admin')
    .input(z.strictObject({}))
    .output(z.object({ accounts: z.array(Who.extend({ disabled: z.boolean() })) })),
  /** Who work may be given to: the people of this office whose accounts are open. */
  colleagues: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ accounts: z.array(Who) })),
  add: write('admin', ['account-exists', 'password-weak']).input(NewAccount).output(Who),
  setPassword: write('staff', ['account-unknown', 'password-weak', 'sign-in-refused'])
    .input(z.strictObject({ username: Username, password: Password, current: Password.optional() }))
    .output(Done),
  disable: write('admin', ['account-unknown'])
    .input(z.strictObject({ username: Username, reason: line(300, 3) }))
    .output(Done),
  /** Opens a disabled account again, with the password it had; one that is open stays as it is. */
  enable: write('admin', ['account-unknown'])
    .input(z.strictObject({ username: Username, reason: line(300, 3) }))
    .output(Done),
};

/** What the bottom bar says, always true. */
export const Status = z.object({
  setUp: z.boolean(),
  practice: z.boolean(),
  unitName: z.string(),
  centreName: z.string(),
  deskName: z.string(),
  deskCode: z.string(),
  user: Who.nullable(),
  now: CivilTime,
  clock: z.object({ state: z.enum(['good', 'back', 'ahead']), lastEntryAt: CivilTime.nullable() }),
  printer: PrinterUse,
  /** The printers of receipts and the spare one, where the office set them. */
  receiptPrinter: PrinterUse.nullable(),
  sparePrinter: PrinterUse.nullable(),
  unsettledPrints: z.int(),
  outbox: z.object({ count: z.int(), oldestAt: CivilTime.nullable() }),
  lastBackupAt: CivilTime.nullable(),
  version: z.string(),
});
export type Status = z.infer<typeof Status>;

export const systemCalls = {
  status: read('anyone').input(z.strictObject({})).output(Status),
  /**
   * A supervisor read the date off a wall and says that the machine's clock is right, although it leapt: the office was closed for
   * long, or the clock had been wrong before. Only then are receipts dated by it.
   */
  confirmClock: write('supervisor', ['clock-trusted', 'clock-differs'])
    .input(z.strictObject({ date: z.iso.date(), reason: line(300, 3) }))
    .output(Status.shape.clock),
};

const Draft = z.object({
  draftId: z.string(),
  label: z.string(),
  body: z.record(z.string(), z.unknown()),
  savedAt: CivilTime,
});

export const draftCalls = {
  save: write('clerk')
    .input(
      z.strictObject({
        draftId: z.uuid(),
        label: line(200),
        /** What stands in the fields, as the screen keeps it; at most 64 kB. */
        body: z.record(z.string(), z.unknown()).refine((body) => JSON.stringify(body).length <= 65_536, 'too-large'),
      }),
    )
    .output(Done),
  list: read('clerk')
    .input(z.strictObject({}))
    .output(z.object({ drafts: z.array(Draft) })),
  discard: write('clerk', ['draft-unknown'])
    .input(z.strictObject({ draftId: z.uuid() }))
    .output(Done),
};
