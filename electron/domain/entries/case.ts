import type { Act } from '../../contract/counter/case/act.ts';
import type { Confirmation } from '../../contract/counter/case/confirm.ts';
import type { Origin } from '../../contract/counter/case/case.ts';
import type { OwnValues } from '../../contract/catalogue/own-fields.ts';
import type { Person, PersonCondition, Submitter } from '../../contract/common/person/person.ts';
import type { Named, Reference } from './reference.ts';
import type { MoneyAction } from './money.ts';
import type { CaseStatus } from '../../contract/base/case-status.ts';
import type { Decided } from './decided.ts';
import type { CertifiedAction } from './certification.ts';
import type { SupplementAction } from './supplement.ts';
import type {
  CaseNumber,
  Channel,
  DeadlineRule,
  ResultDelivery,
  Term,
  CivilTime,
  CivilDate,
} from '../../contract/base/values.ts';

/**
 * What can happen to a case, as it stands in the journal. A case is the fold of these (domain/counter/case/state.ts).
 * Names of procedures and components are not repeated here: they are found by code in the catalogue of `catalogueVersion`.
 */
export type ReceivedAction = {
  readonly type: 'received';
  readonly number: CaseNumber;
  /** The leased serial behind the number, and the civil day it belongs to. */
  readonly serial: number;
  readonly day: string;
  readonly procedureCode: string;
  readonly catalogueVersion: string;
  readonly channel: Channel;
  /** Where it waited, or what it came in, before it was received. */
  readonly origin?: Origin;
  readonly applicant: Person;
  readonly submitter?: Submitter;
  /** Further parties of a contract, further signers: of certification alone, and never corrected away. */
  readonly others?: readonly Person[];
  readonly components: readonly (readonly [index: number, originals: number, copies: number])[];
  /** The cases of the citizen that papers were asked for, in the words of the catalogue. */
  readonly citizenCases?: readonly string[];
  /** What the procedure asks beside, by the key of its field in the catalogue of `catalogueVersion`. */
  readonly ownFields?: OwnValues;
  readonly quantity: number;
  /** Pages of the original, in entries that count one paper by them and by `quantity`. */
  readonly pages?: number;
  /** What is to be copied, paper by paper. */
  readonly copies?: readonly CopiedPaper[];
  readonly resultDelivery: ResultDelivery;
  readonly term: Term;
  readonly rule?: DeadlineRule;
  /** Which of the procedure's lawful limits, where it is not the usual one. */
  readonly termCase?: ChosenTerm;
  readonly dueAt: string;
  readonly steps: readonly PackedStep[];
  readonly fees: readonly FeeLine[];
  /** Where another agency decides, or several one after the other. */
  readonly legs?: readonly PlannedLeg[];
  /** Where it was received on a numbered blank and entered later. */
  readonly fromKit?: PaperReception;
  /** Where another centre received it, and this office decides. */
  readonly foreign?: ForeignReception;
  /** Never written: the catalogue that the entry leaves its words to is not in this file, so its term and the names of its fees are not known here. */
  readonly contentMissing?: true;
};

/** One paper of which certified copies or extracts are asked for. */
export type CopiedPaper = { readonly paper?: string; readonly pages?: number; readonly copies: number };

/**
 * The receipt was wrong: the facts once more, whole, with their own promise. A case has one code, and the receipt is reissued under it,
 * the first, the second time (NĐ 118/2025 Điều 17 k3). Entries from before `reissue` was kept gave a new number and made the one before
 * void: what was printed then stands.
 */
export type CorrectedAction = Omit<ReceivedAction, 'type'> & {
  readonly type: 'corrected';
  /** The same request twice is one correction. */
  readonly requestId: string;
  readonly reason: string;
  /** Which reissue it is, from 1: the number and its serial are those of the reception. */
  readonly reissue?: number;
  /** The number as it was printed, and the serial behind it, where a new one took its place. */
  readonly voided?: string;
  readonly voidedDay?: string;
  readonly voidedSerial?: number;
  /** Nothing but the number is another: what was promised, or was not, stays. */
  readonly numberAlone?: true;
  /** The date of an apology, where it is later than `dueAt`: it was promised once and stands (Điều 19 k6). */
  readonly extendedTo?: string;
  /** Another procedure or channel: the way through other agencies begins again, and its legs are named by this entry. `true` in entries from before legs had names. */
  readonly legsAnew?: true | 'named';
};

/** A lawful limit that somebody chose, by its key in the catalogue the file was received under. */
export type ChosenTerm = {
  readonly key: string;
  /** Why, where the law wants a reason. */
  readonly reason?: string;
  /** The promise is what was agreed in writing, with its day and hour (NĐ 23/2015 Điều 21). */
  readonly agreed?: true;
};

/** Until when the step that begins now is to be done, as it was reckoned on that day's calendar; left out where nothing limits it. */
type StepClock = { readonly stepDue?: string };

export type CaseAction =
  | ReceivedAction
  | CorrectedAction
  | BundleAction
  | LegAction
  | CertifiedAction
  | Decided
  | { readonly type: 'official-code-attached'; readonly official: string }
  /** `to` is the division; `officer` the one who is to handle it, where that was said. */
  | ({
      readonly type: 'transferred';
      readonly to: string;
      readonly officer?: string;
      /** The inner process it goes through from now on (domain/routing/process.ts), by its id. */
      readonly process?: string;
    } & StepClock)
  | { readonly type: 'taken-over'; readonly by: string }
  | { readonly type: 'handed-back'; readonly reason: string }
  | { readonly type: 'assigned'; readonly to: string }
  | ({ readonly type: 'passed'; readonly step: number; readonly to?: string; readonly note?: string } & StepClock)
  | ({ readonly type: 'reworked'; readonly step: number; readonly to?: string; readonly reason: string } & StepClock)
  | SupplementAction
  | ({
      readonly type: 'supplemented';
      readonly dueAt: string;
      readonly steps: readonly PackedStep[];
      /** Everything that is held from then on, where it was said what came. */
      readonly components?: ReceivedAction['components'];
      /** By when the agency that decides has the completed file, where that is another one. */
      readonly sendBy?: string;
      /** The leg of that agency begins anew with the completed file (NĐ 118/2025 Điều 19 k5); left out in entries from before. */
      readonly legAnew?: true;
    } & StepClock)
  /** Something has to be verified: another lawful limit of the procedure, counted from the same acceptance. */
  | ({
      readonly type: 'verification-needed';
      readonly termCase: string;
      readonly reason: string;
      readonly term: Term;
      readonly rule?: DeadlineRule;
      readonly dueAt: string;
      readonly steps: readonly PackedStep[];
    } & StepClock)
  | {
      readonly type: 'obligation-requested';
      readonly reason: string;
      readonly amount?: number;
      /** The time until it is met is not counted, as the law of the field has it. */
      readonly stopsClock?: true;
    }
  /** With the promise it comes to, where the clock stood. */
  | ({ readonly type: 'obligation-met' } & Partial<Promised> & StepClock)
  | { readonly type: 'withdrawn'; readonly reason: string }
  /**
   * It was received by mistake and taken back: within the minute by who received it, or, certified and not paid, later with a reason. Its numbers stay used, and
   * no figure counts it.
   */
  | { readonly type: 'reception-undone'; readonly reason?: string }
  | { readonly type: 'stopped'; readonly reason: string }
  /** What was withdrawn or stopped goes on; the time between is not counted. */
  | ({ readonly type: 'resumed'; readonly reason: string; readonly status: CaseStatus } & Partial<Promised> & StepClock)
  /** What was handed in goes home with a slip, though there is no result (NĐ 118/2025 Điều 21 k1). */
  /** It was not handed out after all: whoever said so a moment ago says this. */
  | { readonly type: 'return-undone'; readonly status: CaseStatus }
  | { readonly type: 'papers-returned'; readonly receiver: string; readonly detail?: ReceiverDetail }
  /** What needed a reason, and which: written before what it was said for. */
  | { readonly type: 'confirmed'; readonly of: string; readonly confirmations: readonly Confirmation[] }
  | InquiryAction
  /** The account of electronic identity was looked at (NĐ 118/2025 Điều 17 k1a). */
  | { readonly type: 'identity-checked'; readonly found: IdentityFound; readonly note?: string }
  | { readonly type: 'refused'; readonly reason: string; readonly legalBasis?: string; readonly step?: number }
  | {
      readonly type: 'extended';
      readonly reason: string;
      readonly dueAt: string;
      readonly told?: string;
      /** The promise it comes after was over already: the case counts as late (NĐ 118/2025 Điều 12 k5). */
      readonly overdue?: true;
    }
  | { readonly type: 'finished'; readonly result: string; readonly resultNumber?: string; readonly step?: number }
  | { readonly type: 'announced'; readonly how: string }
  | {
      readonly type: 'returned';
      readonly receiver: string;
      readonly detail?: ReceiverDetail;
      /** The corrected result, handed out after a wrong one (Điều 23 k1). */
      readonly again?: true;
      /** The list by which a result went back to the centre that received the file (Điều 20 k1b). */
      readonly handOverId?: string;
    }
  | { readonly type: 'error-reported'; readonly what: string }
  /** `toHandOut` where the wrong one is in the citizen's hands, so that the right one goes out again (Điều 23 k1). */
  | { readonly type: 'result-corrected'; readonly result: string; readonly toHandOut?: true }
  | { readonly type: 'archived'; readonly place: string }
  /** What the procedure asks beside, said anew after the reception, all of it: no receipt shows it, so none is issued again. */
  | { readonly type: 'own-fields-set'; readonly ownFields: OwnValues; readonly reason?: string }
  /** The posted amount of a fee that the catalogue has none for, as the person read it, and where. */
  | { readonly type: 'fee-set'; readonly line: Reference; readonly amount: number; readonly source: string }
  /** By an incentive of law whose conditions somebody saw, or, without one, by a supervisor to `amount`. */
  | {
      readonly type: 'fee-waived';
      readonly line: Reference;
      readonly amount: number;
      readonly reason: string;
      readonly basis: string;
      readonly incentive?: string;
      readonly conditions?: readonly PersonCondition[];
    }
  | MoneyAction
  | {
      readonly type: 'document-made';
      readonly form: string;
      readonly documentId: string;
      readonly sha256: string;
      readonly formSha256: string;
      readonly pages: number;
      /** The running number of its form in the year, on papers that carry one. */
      readonly number?: number;
      /** Of a receipt: by which key its square is signed, and the signature. base64url. */
      readonly signed?: string;
    };

export type CaseActionType = CaseAction['type'];

type ReceiverDetail = Extract<Act, { type: 'return' }>['receiver'];

type Promised = { readonly dueAt: string; readonly steps: readonly PackedStep[] };

export type IdentityFound = Extract<Act, { type: 'check-identity' }>['found'];

/** Verification, and opinions asked of others, with what is asked and until when (NĐ 118/2025 Điều 19 k4). */
export type InquiryAction =
  | {
      readonly type: 'inquiry-sent';
      readonly kind: 'verification' | 'opinion';
      readonly asked: string;
      readonly about: string;
      readonly answerBy: string;
    }
  | { readonly type: 'inquiry-answered'; readonly inquiry: Reference; readonly answer: string };

/** An action with where, when and by whom it was recorded. */
export type RecordedAction = Named & {
  readonly seq: number;
  /** Civil time, +07:00. */
  readonly at: string;
  readonly actor: string;
  readonly action: CaseAction;
};

/** One line of the explanation: which rule, on which date, with what in it. The words are in deadline/explanation.ts. */
export type DeadlineStep = {
  readonly rule: string;
  readonly date: CivilDate;
  readonly values: Readonly<Record<string, string | number>>;
};

/** A step as the journal keeps it. */
export type PackedStep =
  | readonly [rule: string, date: CivilDate]
  | readonly [rule: string, date: CivilDate, values: DeadlineStep['values']];

/** `note` is Vietnamese, for the paper: how the amount came about. `gap` says why there is no amount. */
export type FeeLine = {
  readonly name: string;
  readonly amount: number | null;
  readonly note: string;
  readonly basis: string;
  readonly gap?: 'amount-unknown' | 'pages-needed';
};

/** How a file comes to the agency of a leg: it is here already, its papers are sent, or its data go over at once (Điều 18 k1). */
export type LegWay = 'here' | 'paper' | 'electronic';

/** One leg (chặng): what one agency does to a case, and the time it has. */
export type LegDefinition = {
  readonly agency: string;
  /** Five digits, where the agency is the office of a commune. */
  readonly unitCode?: string;
  /** What it has to do there; Điều 20 wants it named on the transfer slip, with the time. */
  readonly work: string;
  readonly way: LegWay;
  /** Null where no source gives a time: a supervisor sets it, nobody guesses it. */
  readonly term: Term | null;
};

/** A leg with the dates that were reckoned when the case was received, or when the leg before it ended. */
export type PlannedLeg = LegDefinition & {
  /** When the agency has the file at the latest; null while the leg before it has no end. */
  readonly sendBy: CivilTime | null;
  /** When it is done at the latest, if it has the file no earlier than `sendBy`. */
  readonly plannedDueAt: CivilTime | null;
};

/** What can happen to the legs of a case, as it stands in the journal. Dates reckoned then stand with it. */
export type LegAction =
  /** By a hand-over list, or at once where only data go over. */
  | {
      readonly type: 'leg-sent';
      readonly leg: Reference;
      readonly agency: string;
      readonly handOverId?: string;
      /** Legs to which the data went over at the same time (Điều 20 k2b). */
      readonly together?: readonly Reference[];
    }
  /** On the list, and not there when the other side signed. */
  | { readonly type: 'leg-not-arrived'; readonly leg: Reference; readonly agency: string; readonly handOverId: string }
  | {
      readonly type: 'leg-received';
      readonly leg: Reference;
      readonly agency: string;
      readonly receivedAt: string;
      /** Who has it there, as the paper or the person says. */
      readonly by: string;
      readonly dueAt: string | null;
    }
  | {
      readonly type: 'leg-finished';
      readonly leg: Reference;
      readonly agency: string;
      readonly result: string;
      readonly returnedAt: string;
      /** By when the next agency has the file, and when its time ends where it begins at once. */
      readonly next?: { readonly sendBy: string; readonly dueAt: string | null };
    }
  | {
      readonly type: 'leg-returned-incomplete';
      readonly leg: Reference;
      readonly agency: string;
      readonly reason: string;
      readonly sendBy: string;
    };

/** Where the papers of a case can be: the bundle goes its own way beside the electronic file (NĐ 118/2025 Điều 18). */
export type BundlePlace =
  | { readonly kind: 'person'; readonly username: string }
  | { readonly kind: 'division'; readonly name: string }
  /** Another agency, by the code of its unit where it has one. */
  | { readonly kind: 'unit'; readonly name: string; readonly code?: string }
  /** On a hand-over list that the receiving side has not signed yet. */
  | { readonly kind: 'on-the-way'; readonly to: string; readonly handOverId: string }
  | { readonly kind: 'archive'; readonly place: string }
  | { readonly kind: 'citizen' };

export type BundleAction =
  | {
      readonly type: 'bundle-moved';
      readonly to: BundlePlace;
      /** The hand-over list by which it moved, where there was one. */
      readonly handOverId?: string;
    }
  /** A stock-taking did not find it where it should lie. */
  | { readonly type: 'bundle-missed' }
  /** Given up: the unit that answers for it is named, and the papers are made good (NĐ 118/2025 Điều 23). */
  | { readonly type: 'bundle-lost'; readonly reason: string; readonly unit: string }
  | { readonly type: 'bundle-settled'; readonly note: string };

/** What came with a file that another centre received without regard to boundaries (NĐ 118/2025 Điều 20). Times are civil, +07:00. */
export type ForeignReception = {
  /** The code on the receipt that the citizen has. */
  readonly code: string;
  readonly unit: { readonly name: string; readonly code?: string };
  readonly acceptedAt: string;
  readonly arrivedAt: string;
  /** What the time comes to from its arrival; the promise that was made stands all the same. */
  readonly lawDueAt: string;
};

/** What a case entered from paper keeps beside the rest: `at` of its entry is when somebody typed it in. */
export type PaperReception = {
  /** The kit whose sheet it is; absent of a receipt that a restored register knows no more, whose number it passed over. */
  readonly kitId?: string;
  /** When the file was really received, as the sheet says. Civil time, +07:00. */
  readonly acceptedAt: string;
  /** What the law gives from then on. */
  readonly lawDueAt: string;
  /** What was written on the sheet, where it is something else. */
  readonly promisedAt?: string;
};

export type CaseDocument = {
  readonly form: string;
  readonly documentId: string;
  readonly sha256: string;
  readonly formSha256: string;
  readonly pages: number;
  readonly number?: number;
  readonly signed?: string;
  readonly madeAt: string;
  readonly seq: number;
};
