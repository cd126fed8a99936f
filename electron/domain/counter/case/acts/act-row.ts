import type { Act, ActType } from '../../../../contract/counter/case/act.ts';
import type { ConfirmationCode } from '../../../../contract/counter/case/confirm.ts';
import type { ProcedureTerm, SupplementRule } from '../../../../contract/catalogue/lists.ts';
import type { Fault } from '../../../../contract/base/fault.ts';
import type { Role } from '../../../../contract/common/office/office.ts';
import type { CaseStatus } from '../../../../contract/base/case-status.ts';
import type { Term } from '../../../../contract/base/values.ts';
import type { Refusal } from '../../../base/refusal.ts';
import type { WorkCalendar } from '../../../deadline/work-calendar.ts';
import type { CaseAction } from '../../../entries/case.ts';
import type { Process } from '../../../routing/process.ts';
import type { CaseState } from '../state.ts';

/** A person a file may be given to. */
export type Colleague = { readonly username: string; readonly role: Role; readonly disabled: boolean };

/** What an act is judged by besides the case itself. */
export type ActContext = {
  /** Civil time, +07:00. */
  readonly now: string;
  readonly calendar: WorkCalendar;
  readonly username: string;
  readonly role: Role;
  /** Whether somebody is there to be asked about what nothing forbids. */
  readonly attended?: boolean;
  /** The hand-over list that is being made, where the act is part of one. */
  readonly handOverId?: string;
  /** The inner process the case goes through, or would begin now; left out where there is none. */
  readonly process?: Process | undefined;
  /** The time that an agency's leg has by today's setting; null where nobody set one. */
  readonly termNow?: (leg: number, agency: string) => Term | null;
  /** What is known to be unpaid, whole đồng; an amount that nobody set is not owed. */
  readonly owed?: number;
  /** Whether a fee has no amount because nobody counted what it is counted by: that is owed, and to be counted first. */
  readonly uncounted?: boolean;
  /** Who does it has just handed the result out, here, and nothing was done since: the status it had before. */
  readonly handedOut?: { readonly from: CaseStatus };
  /** Who does it has just received it, here, and nothing was done since; whether its receipt came out of a printer. */
  readonly justReceived?: { readonly printed: boolean };
  /** Its papers were numbered in a book of certification at this counter or another of the office, and what stands in the way of taking that back. */
  readonly certified?: { readonly alone: boolean; readonly hinders: 'paid' | 'elsewhere' | 'bound' | null };
  /** The law of the procedure's field does not count the time until an obligation is met. */
  readonly obligationStopsClock?: boolean;
  /** The lawful limits that verification leads to, for this case; left out where there are none. */
  readonly verificationTerms?: readonly ProcedureTerm[];
  /** How papers are asked for once more, where the law of the field says otherwise than Điều 19 k5. */
  readonly supplement?: SupplementRule | null;
  /** Its procedure asks something beside what every file says. */
  readonly asksBeside?: boolean;
  /** Who a username is. */
  readonly colleague?: (username: string) => Colleague | undefined;
};

/** What the status alone decides, and who may. */
export type ActRule = {
  readonly from: readonly CaseStatus[];
  /** The least role that may do it; call-roles.ts says who passes for it. */
  readonly role: 'clerk' | 'officer' | 'supervisor';
  /** The article of Nghị định 118/2025 (as amended) it rests on; the table is derived, none was published. */
  readonly rule: string;
  /** The paper that goes with it. */
  readonly form?: string;
  /** Statuses that have a better word than that they do not allow it. */
  readonly refusedIn?: Partial<Record<CaseStatus, Refusal>>;
};

export type Acts = { readonly [T in ActType]: Extract<Act, { type: T }> };

/** Looks at a case that has the right status. `act` is absent when the question is only whether it could be done at all. */
export type Guard<T extends ActType> = (
  state: CaseState,
  context: ActContext,
  act: Acts[T] | undefined,
) => Refusal | null;

/** What an act of this kind needs a reason for, on a case that allows it; null where it needs none. */
export type Asks<T extends ActType> = (state: CaseState, context: ActContext, act: Acts[T]) => ConfirmationCode | null;

/** An act: when it is lawful, by whom, on what ground, with which paper, what else forbids it, and what is recorded of it. */
export type ActRow<T extends ActType> = ActRule & {
  readonly guards?: readonly Guard<T>[];
  readonly asks?: readonly Asks<T>[];
  /** Another paper than `form`, by what was recorded. */
  readonly formOf?: (action: CaseAction) => string | undefined;
  /** The guards have been asked before. */
  readonly record: (act: Acts[T], state: CaseState, context: ActContext) => CaseAction | Fault<'calendar-ends'>;
};

/** A row for every act of the contract: one that is missing stops the compiler. */
export type ActRows = { readonly [T in ActType]: ActRow<T> };
