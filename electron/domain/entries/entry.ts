import type { BookFormat, CertificationKind } from '../../contract/counter/certification/certification.ts';
import type { MoneyFormat, MoneyList, PayInPart } from '../../contract/counter/money/settlement.ts';
import type { DelegationTerms } from '../../contract/common/office/delegation.ts';
import type { DaySessions, WeekHours } from '../../contract/common/office/hours.ts';
import type { OfficeSettings, Role } from '../../contract/common/office/office.ts';
import type { EraseGround } from '../../contract/safety/privacy/privacy.ts';
import type { PetitionFormat } from '../../contract/counter/petition/petition.ts';
import type { PrintState } from '../../contract/common/printing/paper.ts';
import type { RegisterFilter, RegisterFormat } from '../../contract/books/register/register.ts';
import type {
  CentreFacts,
  CommittedTerm,
  ReportFormat,
  FigureKind,
  ReportValue,
} from '../../contract/books/report/report.ts';
import type { ProcessStep } from '../../contract/routing/process.ts';
import type { DeadlineRule, Term } from '../../contract/base/values.ts';
import type { CaseAction, LegDefinition } from './case.ts';
import type { DataPackEvent, PackMark } from './data-pack.ts';
import type { HandOverEvent } from './hand-over.ts';
import type { IntakeEvent } from './intake.ts';
import type { KeyEvent } from './key.ts';
import type { KitEvent } from './kit.ts';
import type { ReceiptEvent, TillEvent } from './money.ts';
import type { PetitionEvent } from './petition.ts';
import type { Stood } from './signed.ts';

/** What an entry is about. */
export type Subject =
  | { readonly kind: 'office' }
  | { readonly kind: 'account'; readonly username: string }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'print'; readonly jobId: string }
  | { readonly kind: 'till'; readonly till: string }
  | { readonly kind: 'receipt'; readonly receiptId: string }
  | { readonly kind: 'hand-over'; readonly handOverId: string }
  | { readonly kind: 'intake'; readonly intakeId: string }
  | { readonly kind: 'kit'; readonly kitId: string }
  | { readonly kind: 'petition'; readonly petitionId: string };

/** A run of numbers that are never given again, though no record holds them. */
export type SpentRun = { readonly series: string; readonly first: number; readonly last: number };

/** It holds at every counter of the centre from here on (ADR 40); left out: at this one alone. */
type Everywhere = { readonly everywhere?: true };

export type OfficeEvent =
  | { readonly type: 'office-set-up'; readonly settings: OfficeSettings; readonly practice: boolean }
  /** `everywhere`: which of these hold at every counter of the centre from here on (ADR 40); left out: at this one alone. */
  | {
      readonly type: 'settings-changed';
      readonly settings: OfficeSettings;
      readonly reason: string;
      readonly everywhere?: readonly string[];
      readonly pack?: PackMark;
    }
  | (DataPackEvent & Everywhere)
  /** The identifier in case codes is the office's own, by this document; the settings of the same commit no longer call it proposed. */
  | ({ readonly type: 'identifier-confirmed'; readonly code: string; readonly document: string } & Everywhere)
  /** From here on the entries of this desk are hashed in another form; what stands before keeps its own (ADR 18). */
  | { readonly type: 'form-begun'; readonly form: 2 }
  /** The file goes on as another desk from here: of whom, and how far that desk's own register went. What was told before stays that desk's. */
  | {
      readonly type: 'desk-begun';
      readonly from: { readonly desk: string; readonly seq: number; readonly hash: string };
      /** Up to where that desk's register went in this file: what it told behind `seq` stands behind this entry, told again (ADR 36). */
      readonly again?: { readonly seq: number; readonly hash: string };
    }
  /** The body of an entry of the register was taken out, on a ground that is told; `left` is the SHA-256 of what stands in its place. */
  | {
      readonly type: 'body-erased';
      readonly entry: { readonly desk: string; readonly seq: number };
      readonly left: string;
      readonly ground: string;
    }
  | KeyEvent
  /** Two people who may stand for each other have signed in: from here on what opens the register, and who, is no one person's to decide. */
  | { readonly type: 'two-persons-begun'; readonly persons: readonly [string, string] }
  /** Two decided that this desk goes to another machine, lets another desk in, or leaves; `about` is the code of the centre or of that desk. */
  | ({
      readonly type: 'link-decided';
      readonly to: 'hub' | 'city';
      readonly act: 'join' | 'let-in' | 'leave';
      readonly about: string;
    } & Stood)
  /** A supervisor stands for a receipt that somebody made void and issued again alone; `requestId` is the correction's. */
  | { readonly type: 'correction-countersigned'; readonly caseId: string; readonly requestId: string }
  /** Somebody who keeps the office looked through who may do what, and wrote what came of it; `accounts`: how many were open. */
  | { readonly type: 'access-reviewed'; readonly note: string; readonly accounts: number }
  /** From this day on who keeps the office signs in with a code of a phone too; null: from now on nobody has to. */
  | ({ readonly type: 'second-factor-required'; readonly from: string | null; readonly reason: string } & Everywhere &
      Stood)
  /** Somebody asks for a change of an account that another person has to approve. No password is in it: one is proposed when it is approved. */
  | {
      readonly type: 'account-asked';
      readonly request: string;
      readonly act: AccountAct;
      readonly reason: string;
      readonly signatures?: Stood['signatures'];
    }
  | {
      readonly type: 'account-answered';
      readonly request: string;
      readonly outcome: 'approved' | 'refused' | 'withdrawn';
      readonly reason: string;
    }
  /** From here on the clock is judged by this entry, not by what a wrong clock left behind. */
  | { readonly type: 'clock-confirmed'; readonly at: string; readonly reason: string }
  /** `dated` is the day the list said it is of; entries of earlier desks named the list by that day. */
  | { readonly type: 'catalogue-adopted'; readonly version: string; readonly sha256: string; readonly dated?: string }
  /**
   * One procedure that is not of the adopted catalogue, kept for the files that are received by it: a catalogue of one, by its SHA-256. `typed`
   * where somebody typed at the counter what no list says.
   */
  | {
      readonly type: 'procedure-adopted';
      readonly code: string;
      readonly version: string;
      readonly sha256: string;
      readonly dated: string;
      readonly typed?: { readonly name: string; readonly field: string };
    }
  /** A list of the office's own, or one procedure that a supervisor set; in force from a day on. What is in it is kept by its SHA-256. */
  | ({
      readonly type: 'catalogue-list-taken';
      readonly sha256: string;
      readonly from: string;
      readonly title: string;
      readonly counts: { readonly added: number; readonly changed: number; readonly ended: number };
    } & Everywhere)
  /** The list that was taken under this id counts no more, as if it had never been taken; what was received by it stays. */
  | ({
      readonly type: 'catalogue-list-rolled-back';
      readonly sha256: string;
      readonly from: string;
      readonly reason: string;
    } & Everywhere)
  /** From here on promises are counted by these days; the printed ones stay, and `changed` of the `looked` would be dated otherwise. */
  | {
      readonly type: 'calendar-adopted';
      readonly version: string;
      readonly source: readonly string[];
      readonly sha256: string;
      readonly looked: number;
      readonly changed: number;
    }
  | ({
      readonly type: 'term-set';
      readonly code: string;
      readonly term: Term;
      readonly rule: DeadlineRule | null;
      readonly reason: string;
    } & Everywhere)
  /** The sessions of a week from a day on, and of one day; null takes back what was set for that day. No promise moves. */
  | ({ readonly type: 'week-hours-set' } & WeekHours & Everywhere)
  | ({
      readonly type: 'day-hours-set';
      readonly date: string;
      readonly sessions: DaySessions | null;
      readonly ground: string;
    } & Everywhere)
  | ({
      readonly type: 'legs-set';
      readonly code: string;
      readonly legs: readonly LegDefinition[];
      readonly reason: string;
    } & Everywhere)
  | ({
      readonly type: 'process-set';
      readonly code: string;
      readonly steps: readonly ProcessStep[];
      readonly reason: string;
    } & Everywhere)
  | {
      /** The register came back from a backup: whose chain this one goes on from, and which numbers it never gives. */
      readonly type: 'restored';
      readonly from: { readonly desk: string; readonly seq: number; readonly hash: string; readonly madeAt: string };
      /** Whether a witness said how far numbers had gone, or nobody knew. */
      readonly by: 'witness' | 'nobody';
      readonly spent: readonly SpentRun[];
      /** Who proved who they are for it, by their user names, or the key on paper; left out where nobody was asked. */
      readonly persons?: readonly string[];
    }
  | {
      /** The register was met without the witness it had, so nobody knows which numbers are on paper: these are never given. */
      readonly type: 'numbers-passed-over';
      /** Civil time of the last entry before: what was done after it may be missing. */
      readonly since: string;
      readonly spent: readonly SpentRun[];
    }
  /** The papers that were given after the backup, and are in no record, have been entered again, or there are none: `restored` is the desk that a restore began. */
  | { readonly type: 'papers-entered'; readonly restored: string; readonly reason: string }
  /** Numbers of a day that no case has, and why: a block that was leased late, a number that came out twice on a kit. */
  | {
      readonly type: 'gap-explained';
      readonly day: string;
      readonly first: number;
      readonly last: number;
      readonly reason: string;
    }
  /** How long files of a field are kept from the end of the year their work ended in, and by which document; `years` null: for good. */
  | {
      readonly type: 'keeping-term-set';
      readonly field: string;
      readonly years: number | null;
      readonly document: string;
    }
  /** Who filed a case, and what was written of them, was taken out of it: `body-erased` says of each entry. */
  | ({
      readonly type: 'case-erased';
      readonly caseId: string;
      readonly ground: EraseGround;
      readonly document: string;
      readonly entries: number;
    } & Stood)
  /** What is held on a person, or who looked at whom, left the desk in a file. Whom it was of stands in the look-ups. */
  | {
      readonly type: 'personal-exported';
      readonly what: 'copy' | 'breach';
      readonly lines: number;
      readonly reason: string;
    }
  /** The register left the desk without any person in it, for somebody to check; `head` is how far it was. */
  | { readonly type: 'register-proved'; readonly entries: number; readonly head: string }
  /** Names and addresses left the desk in a file that nothing here guards any more: who took which lines is kept. */
  | {
      readonly type: 'register-exported';
      readonly format: RegisterFormat;
      readonly filter: RegisterFilter;
      readonly lines: number;
      /** Which volume of a long register; left out where it was one. */
      readonly volume?: number;
    }
  /** A month of a book of certification left the desk in a file: which, and how many lines. */
  | {
      readonly type: 'certifications-exported';
      readonly kind: CertificationKind;
      readonly month: string;
      readonly format: BookFormat;
      readonly lines: number;
    }
  /** Names and what people complained of left the desk in a file: of which days, and how many lines. */
  | {
      readonly type: 'petitions-exported';
      readonly format: PetitionFormat;
      readonly from: string;
      readonly to: string;
      readonly lines: number;
      /** Which volume of a long register; left out where it was one. */
      readonly volume?: number;
    }
  /** What a month came to, or who owes a fee, left the desk in a file; `head` is how far the register was. */
  | {
      readonly type: 'money-exported';
      readonly list: MoneyList;
      readonly month: string;
      readonly format: MoneyFormat;
      readonly lines: number;
      readonly head: string;
    }
  /** Figures left the desk as a file; `head` is how far the register was that they were counted from. Entries from before kept no numbers. */
  | {
      readonly type: 'report-exported';
      readonly report: FigureKind;
      readonly from: string;
      readonly to: string;
      readonly format: ReportFormat;
      readonly head: string;
      readonly madeAt?: string;
      readonly figures?: PackedFigures;
      /** By which rules they were counted (`domain/books/report/counting-rules.ts`); left out where that was 1. */
      readonly rules?: number;
      /** Of the index: which procedures were offered then, how far online, and whether with a fee (`domain/books/report/offered.ts`). */
      readonly offered?: readonly string[];
      readonly sha256?: string;
    }
  /** What Biểu 08b asks of the centre, from a day on. */
  | ({ readonly type: 'centre-facts-set' } & CentreFacts)
  /** Accounts were made anew from their entries: what each was found to be, and no longer is. Somebody had changed them with another tool. */
  | { readonly type: 'accounts-derived'; readonly found: readonly string[] }
  /** Somebody stands for a leader from a day to another; it ended earlier; files went to them or came back. By the id of the entry that began it. */
  | ({ readonly type: 'delegation-set' } & DelegationTerms)
  | { readonly type: 'delegation-ended'; readonly delegationId: string; readonly reason: string }
  | {
      readonly type: 'delegated-files-moved';
      readonly delegationId: string;
      readonly to: 'delegate' | 'leader';
      readonly caseIds: readonly string[];
    }
  /** Money of a month was paid in, as its slip says; and what was written down wrongly and counts no more, by the id of its entry. */
  | {
      readonly type: 'money-paid-in';
      readonly month: string;
      readonly part: PayInPart;
      readonly amount: number;
      readonly day: string;
      readonly slip: string;
    }
  | { readonly type: 'pay-in-taken-back'; readonly payInId: string; readonly reason: string }
  /** In how short a time a procedure is to be handled, from a day on. */
  | ({ readonly type: 'committed-term-set' } & CommittedTerm);

/** The numbers of a form: its columns, and a line of them for each field. */
export type PackedFigures = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [key: string, values: readonly ReportValue[]])[];
  readonly total: readonly ReportValue[];
};

/** What may be asked for an account. */
export type AccountAct =
  | { readonly kind: 'add'; readonly username: string; readonly fullName: string; readonly role: Role }
  | { readonly kind: 'role'; readonly username: string; readonly role: Role }
  | { readonly kind: 'disable' | 'enable' | 'reset'; readonly username: string };

/** Told by a counter of a centre: it holds for this person's account of that name at every counter. By the full name, for a username may be two people's. */
type AtAllCounters = { readonly person?: string };

export type AccountEvent =
  | ({
      readonly type: 'account-added';
      readonly fullName: string;
      readonly role: Role;
      /** Somebody whom another counter added was given a password here: what they are was told there, and is told again so that this counter's keys prove it. */
      readonly takenIn?: true;
    } & AtAllCounters &
      Stood)
  | ({ readonly type: 'account-role-set'; readonly role: Role; readonly reason: string } & AtAllCounters & Stood)
  | ({ readonly type: 'account-disabled'; readonly reason: string } & AtAllCounters & Stood)
  | ({ readonly type: 'account-enabled'; readonly reason: string } & AtAllCounters & Stood)
  /** The same person goes by another username from here on, for two people had this one; what they did keeps it. */
  | ({ readonly type: 'account-renamed'; readonly to: string; readonly reason: string } & AtAllCounters)
  /** Nobody decided it: too many wrong passwords, or nobody used it for long. */
  | { readonly type: 'account-shut'; readonly why: 'failed-sign-ins' | 'unused' }
  | ({ readonly type: 'password-set' } & Stood)
  /**
   * The public halves of the keys that a password opens, from here on the account's only ones: one is sealed to, one verifies. base64url. Once two persons
   * are asked for, signed by both, or by the key it takes the place of where its owner changes it.
   */
  | ({
      readonly type: 'account-key';
      readonly keyId: string;
      readonly x25519: string;
      readonly ed25519: string;
    } & Stood)
  /** Its sign-in asks for a code of a phone from here on, or no longer. The secret is nowhere but in the account. */
  | { readonly type: 'second-factor-set'; readonly on: boolean }
  /** So many wrong passwords for this name, at a desk that was closed or open. */
  | { readonly type: 'sign-in-failed'; readonly times: number }
  | { readonly type: 'signed-in' }
  | { readonly type: 'signed-out' };

export type PrintEvent =
  | {
      readonly type: 'print-queued';
      readonly caseId: string;
      readonly documentId: string;
      readonly form: string;
      readonly number: string;
      readonly printer: string;
      /** 0 for the first print, then 1, 2 … for each reprint. */
      readonly copyOf: number;
      readonly reason?: string;
      /** Of a kit printed again: the sheets that came out. */
      readonly serials?: readonly number[];
    }
  | {
      readonly type: 'print-moved';
      readonly to: PrintState;
      readonly spoolId?: string;
      readonly reason?: string;
    };

export type EntryBody =
  | CaseAction
  | OfficeEvent
  | AccountEvent
  | PrintEvent
  | TillEvent
  | ReceiptEvent
  | HandOverEvent
  | IntakeEvent
  | KitEvent
  | PetitionEvent;

/** Who signed in at a machine, what it printed, where its file came from: its own history, which says nothing of what the register holds. */
const machineEntries: ReadonlySet<string> = new Set<(AccountEvent | PrintEvent | OfficeEvent)['type']>([
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'print-queued',
  'print-moved',
  'restored',
  'papers-entered',
  'numbers-passed-over',
]);

export function isOfThisMachine(type: string): boolean {
  return machineEntries.has(type);
}
