import { z } from 'zod';
import { read, readOfPersons, write } from '../../base/call.ts';
import { disastersThat } from '../../base/disasters.ts';
import { SheetSize, PrinterUse, printerSettings } from '../printing/printers.ts';
import { Minutes, areSessions, hoursCalls } from './hours.ts';
import { delegationCalls } from './delegation.ts';
import { payerName, personName } from '../person/person.ts';
import { turnFaults } from '../../base/turn-faults.ts';
import { CaseUnitCode, CivilDate, CivilTime, Done, Limit, Uuid, line, systemName, why } from '../../base/values.ts';

export const Role = z.enum(['clerk', 'officer', 'supervisor', 'admin']);
export type Role = z.infer<typeof Role>;

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'username');
export const Password = z.string().normalize('NFC').min(1).max(200);

/** The last two letters of an e-receipt's symbol, out of twenty; before them stand the year's two digits and T (TT 91/2026 Phụ lục II). */
export const ReceiptLetters = z.string().regex(/^[ABCDEGHKLMNPQRSTUVXY]{2}$/, 'receipt-letters');

/** A key on paper as somebody types it: digits in eight groups; what stands between them does not matter. */
export const RecoveryKey = z.string().trim().max(200);

const SerialRange = z
  .strictObject({ first: z.int().min(1).max(9_999_999), last: z.int().min(1).max(9_999_999) })
  .refine((block) => block.first <= block.last, 'block-backwards');

const DeskCode = z.string().regex(/^Q\d[A-Z0-9]{0,2}$/, 'desk-code');

/** What an office decides for itself; every change is in the journal. */
export const OfficeSettings = z.strictObject({
  unitCode: z.string().regex(/^\d{5}$/),
  caseUnitCode: CaseUnitCode,
  /**
   * It was filled in from a list that nobody verified. Until somebody of the office says by which document it is right, papers bear
   * the desk's own numbers: a wrong identifier would be another agency's.
   */
  caseUnitCodeProposed: z.literal(true).exactOptional(),
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
    .max(1000),
  hours: z
    .array(z.strictObject({ start: Minutes, end: Minutes }))
    .min(1)
    .max(4)
    .refine(areSessions, 'hours-overlap'),
  printer: systemName(200),
  paperSize: SheetSize,
  ...printerSettings,
  backupFolder: systemName(500),
  /** Where fees are transferred to; which account that is, is not public. Left out: no payment code. */
  account: z
    .strictObject({
      bin: z.string().regex(/^\d{6}$/, 'bank-bin'),
      number: z.string().regex(/^[A-Za-z0-9]{4,19}$/, 'account-number'),
      name: payerName(100),
    })
    .optional(),
  /** What the office registered for its receipts; without it none is issued, since a made-up symbol is no receipt. */
  receipts: z
    .strictObject({
      taxCode: z.string().regex(/^\d{10}(-?\d{3})?$/, 'tax-code'),
      /** Each desk needs its own. */
      letters: ReceiptLetters.optional(),
      paper: z.strictObject({ template: line(20, 1), symbol: line(20, 1) }).optional(),
    })
    .optional(),
  /** The wall shows files by who holds them, by name. Left out: it shows nobody. */
  peopleOnWall: z.literal(true).optional(),
  /**
   * How certification goes here. Numbers: each desk's own (`12-Q3`), or the office's where one desk keeps the book; signing: on the paper before it is
   * handed out at the counter, or by the leader's list. Left out: `desk`, `at-once`. `keptBy`: the code of the desk that keeps the office's book; where
   * there are other desks, nobody but it numbers anything.
   */
  certification: z
    .strictObject({
      numbers: z.enum(['desk', 'office']),
      signing: z.enum(['at-once', 'leader']),
      keptBy: DeskCode.optional(),
    })
    .optional(),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

const NewAccount = z.strictObject({ username: Username, fullName: personName(100), role: Role, password: Password });

/** What a list says, and how far that list is to be trusted. */
const ListedIdentifier = z.object({ code: z.string(), grade: z.enum(['A', 'B', 'C']) });
/** The list of identifiers: its day and where it was taken from. */
const IdentifierList = z.object({ dated: CivilDate, source: z.string() });

const Unit = z.object({ code: z.string(), name: z.string(), fullName: z.string(), type: z.string() });

/** The identifier in case codes: what the list says, and who of the office said by which document that it is right. */
const Identifier = z.object({
  code: z.string(),
  proposed: z.boolean(),
  listed: ListedIdentifier.nullable(),
  list: IdentifierList,
  confirmed: z.object({ by: z.string(), at: CivilTime, document: z.string() }).nullable(),
});
export type Identifier = z.infer<typeof Identifier>;

/** Numbers run by series: of a day's files, of a receipt's symbol, of a paper's form in a year, of a day's hand-over lists, of a desk's petitions in a year, of a book of certification. */
export const SeriesKind = z.enum(['case', 'receipt', 'paper', 'hand-over', 'petition', 'certification']);
export type SeriesKind = z.infer<typeof SeriesKind>;

/** Receptions that a restore left on paper alone and that nobody has entered again yet: so many, or where nobody knows how far the numbers went, so many at most. */
const MissingPapers = z.object({ receptions: z.int(), atMost: z.boolean() });

const SetUpDone = z.object({ practice: z.boolean(), unitName: z.string() });

/** What a sealed register may meet when it is opened, which sign-in and set-up do. */
export const openingFaults = disastersThat('opening');

export const officeCalls = {
  ...hoursCalls,
  ...delegationCalls,
  /** Communes of the whole country by name, marks or not, or by code: who may decide a file received here. */
  findUnits: read('staff')
    .input(z.strictObject({ text: z.string().max(200), limit: Limit.default(12) }))
    .output(z.object({ units: z.array(Unit.extend({ province: z.string() })) })),
  /** What an address may end in, by the beginnings of words behind its last comma: today's commune and province, and what it was called where that was typed. */
  addressEndings: read('staff')
    .input(z.strictObject({ text: z.string().max(300), limit: Limit.default(6) }))
    .output(z.object({ endings: z.array(z.object({ place: z.string(), was: z.string().nullable() })) })),
  units: read('anyone')
    .input(z.strictObject({}))
    .output(
      z.object({
        units: z.array(Unit.extend({ identifier: ListedIdentifier.nullable() })),
        identifierList: IdentifierList,
      }),
    ),
  /** Banks that take transfers, by the number that a payment code names them with. */
  banks: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ banks: z.array(z.object({ bin: z.string(), shortName: z.string(), name: z.string() })) })),
  setUp: write('anyone', [
    'already-set-up',
    'unit-unknown',
    'password-weak',
    'password-known',
    'password-shared',
    'account-exists',
    'block-overlaps',
    'receipt-symbol-taken',
    'recovery-key-length',
    'recovery-key-mistyped',
    'backup-place-missing',
    ...openingFaults,
  ])
    .input(
      z.strictObject({
        settings: OfficeSettings,
        accounts: z.array(NewAccount).min(1).max(50),
        /** Whether the register is encrypted, and opened by the passwords of its accounts and the key on paper alone. */
        sealed: z.boolean().default(false),
        /** Of a sealed office: its key on paper (`keys.propose`), typed back from there. */
        recoveryKey: RecoveryKey.optional(),
        /**
         * Somebody types it at a screen: the first administrator keeps the password they typed, everybody else sets one of their own at their first sign-in,
         * no two have the same, and none is easy to guess; a second place for backups that is not there is said at once. A program sets up as it was told.
         */
        attended: z.literal(true).optional(),
      }),
    )
    .output(SetUpDone),
  /** Opens a practice office on this data folder: made-up people, the same for the same seed. */
  openPractice: write('anyone', ['already-set-up', ...openingFaults])
    .input(
      z.strictObject({
        cases: z.int().min(0).max(2_000_000).default(500),
        seed: z.int().min(0).max(4_294_967_295).default(1),
        password: Password.optional(),
        /** Only cases: no till was ever open, and no file went to another agency; all of that is for the learner to do first. */
        plain: z.boolean().default(false),
        /** As a real office is set up sealed. */
        sealed: z.boolean().default(false),
      }),
    )
    .output(
      SetUpDone.extend({
        password: z.string(),
        users: z.array(z.string()),
        cases: z.int(),
        recoveryKey: z.string().optional(),
      }),
    ),
  settings: read('staff').input(z.strictObject({})).output(OfficeSettings),
  identifier: read('staff').input(z.strictObject({})).output(Identifier),
  /** The office says by which document its identifier is right; from then on its papers bear official codes. */
  confirmIdentifier: write('admin', ['identifier-changed', ...turnFaults])
    .input(z.strictObject({ code: CaseUnitCode, document: line(200, 3) }))
    .output(Identifier),
  changeSettings: write('admin', [
    'unit-unknown',
    'block-overlaps',
    'receipt-symbol-taken',
    'backup-place-missing',
    ...turnFaults,
  ])
    .input(
      z.strictObject({
        settings: OfficeSettings,
        reason: why(300),
        attended: z.literal(true).optional(),
      }),
    )
    .output(OfficeSettings),
  /** Receipts that today's calendar would have dated otherwise. None is moved: a printed date is a promise. */
  promiseChanges: readOfPersons()
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
            /** What a restore passed over, since it may stand on paper; never given. */
            passedOver: z.array(z.object({ first: z.int(), last: z.int() })),
            next: z.int().nullable(),
          }),
        ),
      }),
    ),
  /** Every run of numbers that no case has, with others of its day behind it, newest first, and why where somebody said it. What a restore passed over stands in `restores`. */
  gaps: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        gaps: z.array(
          z.object({
            day: CivilDate,
            first: z.int(),
            last: z.int(),
            explained: z.object({ reason: z.string(), at: CivilTime, byName: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  /** Why numbers of a day were not used; told of the whole gap, and again where the first word was wrong. */
  explainGap: write('supervisor', ['gap-unknown'])
    .input(z.strictObject({ day: CivilDate, first: z.int(), last: z.int(), reason: why(300) }))
    .output(Done),
  /** Every time the register came back from a backup or was met without its witness: which numbers are passed over since, and whether the papers given after that backup are entered again. */
  restores: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        restores: z.array(
          z.object({
            restored: z.string(),
            /** It came back from a backup, or it was met without its witness and may be an old one. */
            why: z.enum(['restored', 'witness-lost']),
            at: CivilTime,
            /** When the backup was made; without a witness, when the register's newest entry was. */
            madeAt: CivilTime,
            spent: z.array(
              z.object({
                kind: SeriesKind,
                /** The day, the symbol, or the form and its year. */
                of: z.string(),
                first: z.int(),
                last: z.int(),
              }),
            ),
            missing: MissingPapers,
            /** Cases of these numbers that were entered again from their receipts. */
            enteredAgain: z.int(),
            entered: z.object({ at: CivilTime, byName: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  /** Somebody says that every paper given after the backup has been looked for, and what was found is entered again. */
  papersEntered: write('staff', ['restore-unknown'])
    .input(z.strictObject({ restored: Uuid, reason: why(300) }))
    .output(Done),
};

/** Who is signed in; `mustChange` until the password is the person's own. */
const User = z.object({
  username: z.string(),
  fullName: z.string(),
  role: Role,
  mustChange: z.enum(['first', 'old']).nullable(),
  /** The office asks this person for a code of a phone and they have none: that is set before anything else. */
  owesFactor: z.boolean(),
  failed: z.object({ times: z.int(), lastAt: CivilTime }).nullable(),
  /** Since their sign-in before, the register came back from the backup of `madeAt`, or was met without its witness; absent where it did not. */
  restored: z
    .object({
      why: z.enum(['restored', 'witness-lost']),
      at: CivilTime,
      madeAt: CivilTime,
      /** Full names of who proved who they are for it; `paperKey` where the key on paper stood for one. */
      persons: z.array(z.string()),
      paperKey: z.literal(true).optional(),
    })
    .optional(),
  /** Whether they see who filed something. */
  seesPersons: z.boolean(),
});
export type User = z.infer<typeof User>;

/** What the bottom bar says, always true. */
/** What this desk runs out of soon, early enough to do something: room on the disk, numbers of today, days that the calendar knows; or its newest backup is old. */
export const RunsOut = z.discriminatedUnion('code', [
  z.object({ code: z.literal('disk-room'), megabytes: z.int() }),
  z.object({ code: z.literal('numbers'), left: z.int() }),
  z.object({ code: z.literal('calendar'), days: z.int() }),
  z.object({ code: z.literal('backup-old'), hours: z.int() }),
  /** Receipts on paper end in so many days (NĐ 254/2026 Điều 44 k2), and the office has said no letters of its e-receipts: then no money can be taken. */
  z.object({ code: z.literal('paper-receipts'), days: z.int(), until: CivilDate }),
  /** Nobody has looked through the accounts since long enough; `since` which day it is due. For who keeps the office alone. */
  z.object({ code: z.literal('access-review'), since: CivilDate }),
  /** The certificate of the centre's hub, or of the city, ends on that day: from then on nothing is told there. */
  z.object({ code: z.literal('hub-certificate'), until: CivilDate }),
  z.object({ code: z.literal('city-certificate'), until: CivilDate }),
  /** The key on paper is to be tried by that day, a year after it was made or tried last. For who keeps the office alone. */
  z.object({ code: z.literal('recovery-test'), due: CivilDate }),
  /** The office asks this person for a code of a phone from a day on, and they have none yet. */
  z.object({ code: z.literal('second-factor'), from: CivilDate }),
]);
export type RunsOut = z.infer<typeof RunsOut>;

export const Status = z.object({
  setUp: z.boolean(),
  practice: z.boolean(),
  unitName: z.string(),
  centreName: z.string(),
  deskName: z.string(),
  deskCode: z.string(),
  user: User.nullable(),
  now: CivilTime,
  /** `hubAt`: what the centre's hub says, where that is why the clock is doubted. */
  clock: z.object({
    state: z.enum(['good', 'back', 'ahead']),
    lastEntryAt: CivilTime.nullable(),
    hubAt: CivilTime.optional(),
  }),
  printer: PrinterUse,
  /** The printers of receipts and the spare one, where the office set them. */
  receiptPrinter: PrinterUse.nullable(),
  sparePrinter: PrinterUse.nullable(),
  unsettledPrints: z.int(),
  /** Another text whenever a paper of the tray came, went or changed its state, also where their number stayed. */
  printsMark: z.string(),
  /** Cases that were received and have no receipt yet, the oldest first; told to who is signed in. */
  withoutReceipt: z.array(z.object({ caseId: z.string(), number: z.string() })),
  /** Receptions after a backup that came back, which have to be entered again from their papers, until somebody says that this is done; null where there are none. */
  missingPapers: MissingPapers.nullable(),
  /** The leaders in whose stead the person who is signed in acts today, how they sign, and until when. */
  standsFor: z.array(z.object({ name: z.string(), form: z.string(), to: CivilDate })),
  /** What was asked for accounts, and waits for the person who is signed in. */
  requests: z.int(),
  /** Receipts that one person corrected, and that wait for the supervisor who is signed in to countersign. */
  corrections: z.int(),
  /** Requests for papers that officers proposed, and that wait for the supervisor who is signed in. */
  proposals: z.int(),
  /** Entries that are not at the centre's hub yet; none on an island. */
  outbox: z.object({ count: z.int(), oldestAt: CivilTime.nullable() }),
  /** How this desk stands to its centre; null on an island. */
  centre: z.enum(['connected', 'connecting', 'alone', 'stopped']).nullable(),
  /** How many entries of other desks are here: where it differs, something came, and what stands on the screen is asked again. 0 on an island. */
  heard: z.int(),
  lastBackupAt: CivilTime.nullable(),
  /** Whether some place is without the newest backup. */
  backupTrouble: z.boolean(),
  /** Told to who is signed in, the gravest first. */
  runsOut: z.array(RunsOut),
  /** What the last look at the whole register came to. */
  register: z.enum(['unchecked', 'good', 'bad']),
  /** Whether the register is encrypted, and what is to be done about its key on paper. */
  sealing: z.enum(['plain', 'sealed', 'no-recovery', 'recovery-used']),
  /**
   * Whether every open account has a key here: a backup that is carried away has only those of who brings registers back. Nobody knows before the first
   * sign-in. Which accounts it is, is told to nobody who is not signed in.
   */
  passwords: z.enum(['all', 'some-missing', 'unknown']),
  /** Why the register is only looked at; null where it is worked with. */
  lookOnly: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  version: z.string(),
});
export type Status = z.infer<typeof Status>;

export const systemCalls = {
  status: read('anyone').input(z.strictObject({})).output(Status),
  /** What runs here: its version, the form of the register, the system, and what of it nobody has seen run on that system. */
  about: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        version: z.string(),
        schema: z.int(),
        platform: z.string(),
        arch: z.string(),
        runtime: z.object({ name: z.enum(['Electron', 'Node']), version: z.string() }),
        neverRun: z.array(z.enum(['program', 'runtime', 'installer', 'printing', 'folder-rights', 'update'])),
      }),
    ),
  /**
   * Who keeps the office read the date off a wall and says that the machine's clock is right, although it leapt: the office was closed for
   * long, or the clock had been wrong before. Only then is anything dated by it, and any account or password judged by it.
   */
  confirmClock: write('keeper', ['clock-trusted', 'clock-differs'])
    .input(z.strictObject({ date: z.iso.date(), reason: why(300) }))
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
        draftId: Uuid,
        /** Any text: what is still being typed is kept as it is, and refused only where it is received or printed. */
        label: z.string().max(200),
        /** What stands in the fields, as the screen keeps it; at most 64 kB. */
        body: z.record(z.string(), z.unknown()).refine((body) => JSON.stringify(body).length <= 65_536, 'too-large'),
      }),
    )
    .output(Done),
  list: read('clerk')
    .input(z.strictObject({}))
    .output(z.object({ drafts: z.array(Draft) })),
  discard: write('clerk', ['draft-unknown'])
    .input(z.strictObject({ draftId: Uuid }))
    .output(Done),
};
