import { type Fault, fault } from '../../contract/fault.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseAction, RecordedAction } from '../../domain/entries/case.ts';
import type { Room } from '../room.ts';

/** What a paper is made from: the case as it stood then, the office as it was then, and the paper's own number where it has one. */
export type Basis = {
  readonly state: CaseState;
  readonly office: OfficeSettings;
  readonly actions: readonly RecordedAction[];
  readonly number: number | undefined;
  /** The civil day it is made on, as its first moment: the same paper made again tells the same day. */
  readonly madeOn: string;
};

/** Makes a form's data of a case, or says why this case has no such paper. */
export type DataMaker = (room: Room, basis: Basis) => object | Fault<'form-not-applicable'>;

export type Recorded<T extends CaseAction['type']> = RecordedAction & {
  readonly action: Extract<CaseAction, { type: T }>;
};

/** The last action of a type, which is what a paper of that action speaks of. */
export function findLast<T extends CaseAction['type']>(
  actions: readonly RecordedAction[],
  type: T,
): Recorded<T> | undefined {
  return actions.findLast((recorded): recorded is Recorded<T> => recorded.action.type === type);
}

/** What was done before an action. */
export function before(actions: readonly RecordedAction[], { seq }: RecordedAction): readonly RecordedAction[] {
  return actions.filter((recorded) => recorded.seq < seq);
}

/** The promise made at reception, by the facts in force. Throws on a history that does not begin with it. */
export function firstPromise(actions: readonly RecordedAction[]): string {
  const [first] = actions;
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  return findLast(actions, 'corrected')?.action.dueAt ?? first.action.dueAt;
}

export function notApplicable(form: string, reason: string, reasonEn: string): Fault<'form-not-applicable'> {
  return fault('form-not-applicable', { form, reason, reasonEn });
}
