import type { Fault } from '../../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../../contract/common/office/office.ts';
import { codeOnPaper } from '../../../../domain/catalogue/offers.ts';
import { printedNumber } from '../../../../domain/base/numbering.ts';
import type { CaseState } from '../../../../domain/counter/case/state.ts';
import type { Procedure } from '../../../../contract/catalogue/lists.ts';
import type { CaseAction, CopiedPaper, RecordedAction } from '../../../../domain/entries/case.ts';
import type { DataOf, FormOf } from '../../../../paper/forms/forms.ts';
import { entryHash } from '../../../../store/journal/chain.ts';
import type { DeskContext } from '../../../core/context.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { getProcedureOf } from '../../../catalogue/adopted.ts';
import { isOnlyShown, paperName } from '../../../../domain/catalogue/components.ts';
import { filerOf, headOnPaper, officeOnPaper, personOnPaper, runningNumber } from '../../../papers/on-paper.ts';

/** What a paper is made from: the case as it stood then, the office as it was then, and the paper's own number where it has one. */
export type Basis = {
  /** Left out for a paper that is only thought of. */
  readonly caseId?: string;
  readonly state: CaseState;
  readonly office: OfficeSettings;
  readonly actions: readonly RecordedAction[];
  readonly number: number | undefined;
  /** What was kept of a receipt's signature. */
  readonly signed?: string | undefined;
  /** The civil day it is made on, as its first moment: the same paper made again tells the same day. */
  readonly madeOn: string;
};

/** Makes a form's data of a case, or says why this case has no such paper. */
export type CaseMaker<N extends FormOf<'case'>> = (
  desk: DeskContext,
  basis: Basis,
) => DataOf<N> | Fault<'form-not-applicable'>;

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
  const at = actions.findIndex((recorded) => recorded.seq === seq);
  return at === -1 ? actions : actions.slice(0, at);
}

/** The later of two actions of a case; undefined where there is neither. */
export function later<T extends RecordedAction>(
  actions: readonly RecordedAction[],
  one: T | undefined,
  other: RecordedAction | undefined,
): T | undefined {
  return one !== undefined && (other === undefined || before(actions, one).includes(other)) ? one : undefined;
}

/** The promise made at reception, by the facts in force. Throws on a history that does not begin with it. */
export function firstPromise(actions: readonly RecordedAction[]): string {
  const [first] = actions;
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  return findLast(actions, 'corrected')?.action.dueAt ?? first.action.dueAt;
}

/** What every paper of a case says; `from` is the action the paper comes from, whose hash is printed. */
export function caseOnPaper(desk: DeskContext, { state, office, actions }: Basis, from: RecordedAction | undefined) {
  const { received, number } = state;
  const { code, name, field } = getProcedureOf(desk, state);
  return {
    office: officeOnPaper(office, desk.catalogue),
    number: { printed: printedNumber(number), temporary: number.official === null },
    applicant: personOnPaper(received.applicant),
    ...(received.submitter === undefined ? {} : { submitter: personOnPaper(received.submitter) }),
    ...filerOf(received.applicant, received.submitter),
    procedure: { code: codeOnPaper(code), name, field },
    acceptedAt: state.acceptedAt,
    clerk: { fullName: staffName(desk, state.receivedBy, deskOfReception(actions, state.receivedBy)) },
    ...headOnPaper(entryHash(desk.store.db, from?.seq ?? 0)),
    ...(desk.practice() ? { practice: true } : {}),
  };
}

/** UUID of the desk at which a case was received, by whom its state says. */
export function deskOfReception(actions: readonly RecordedAction[], receivedBy: string): string | undefined {
  return actions.find(({ action, actor }) => action.type === 'received' && actor === receivedBy)?.desk;
}

/** The running number, and the counter's code where an office has several counters that each count for themselves. */
export function numberOnPaper({ office, number }: Basis): ReturnType<typeof runningNumber> {
  return runningNumber(office, number);
}

export function componentsOnPaper(procedure: Procedure, components: readonly (readonly [number, number, number])[]) {
  return components.map(([index, originals, copies]) => ({
    name: procedure.components[index]?.name ?? '',
    originals,
    copies,
  }));
}

/** What was handed in, by the names half a sheet has room for; what was only shown is not received. */
export function papersHandedIn(procedure: Procedure, components: readonly (readonly [number, number, number])[]) {
  return components.flatMap(([index, originals, copies]) => {
    const component = procedure.components[index];
    if (component === undefined || isOnlyShown(component)) return [];
    return [{ name: paperName(component), originals, copies }];
  });
}

type Held = {
  readonly components: readonly (readonly [number, number, number])[];
  readonly copies?: readonly CopiedPaper[] | undefined;
};

/**
 * The same as a receipt of today lists it: where copies of several papers are certified, each paper in its own line, with its original where
 * that stays here. What the counts do not say paper by paper stays one line.
 */
export function papersHeld(procedure: Procedure, { components, copies = [] }: Held) {
  const held = papersHandedIn(procedure, components);
  const [only] = held;
  const certified = procedure.feeRules.some(({ kind }) => kind === 'per-page');
  if (!certified || only === undefined || held.length > 1 || copies.length === 0) return held;
  const wanted = copies.reduce((sum, line) => sum + line.copies, 0);
  const apart = copies.length === 1 || only.originals === 0 || only.originals === copies.length;
  if (!apart || ![0, 1, wanted].includes(only.copies)) return held;
  return copies.map(({ paper = '', pages, copies: wantedOf }) => ({
    name: `${paper === '' ? only.name : paper}${pages === undefined ? '' : ` (${pages} trang)`}`,
    originals: copies.length === 1 ? only.originals : Math.min(only.originals, 1),
    copies: only.copies === 0 ? 0 : wantedOf,
  }));
}

/** Who handles a file, as far as the last hand-over says it: the division, the officer, or both. */
export function findHandler(desk: DeskContext, actions: readonly RecordedAction[]): string | undefined {
  const last = findLast(actions, 'transferred');
  const officer = last?.action.officer === undefined ? '' : staffName(desk, last.action.officer, last.desk);
  return [last?.action.to, officer].filter(Boolean).join(' - ') || undefined;
}
