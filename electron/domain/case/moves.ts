import type { Act } from '../../contract/case/act.ts';
import type { Role } from '../../contract/office/office.ts';
import type { StepRole } from '../../contract/routing/process.ts';
import type { BundleAction, CaseAction } from '../entries/case.ts';
import { type Process, firstHandling, isLastHandling, stepDue } from '../routing/process.ts';
import type { ActContext } from './acts.ts';
import { mayCall } from './permission.ts';
import type { CaseState } from './state.ts';

/** A person a file may be given to. */
export type Colleague = { readonly username: string; readonly role: Role; readonly disabled: boolean };

/** Why a file cannot go from hand to hand that way. */
export type MoveRefusal =
  | 'wrong-role'
  | 'account-closed'
  | 'held-by-them'
  | 'supervisor-assigns'
  | 'take-first'
  | 'no-process'
  | 'finish-next'
  | 'first-step';
type Refused = MoveRefusal | 'held-by-you' | 'held-by-another' | null;

type Question = readonly [state: CaseState, context: ActContext, act: Act | undefined];
type MoveAct = Extract<Act, { type: 'assign' | 'pass' | 'rework' }>;

/** The role of a step; without a process the work between the counters is an officer's. */
function roleOfStep(process: Process | undefined, index: number): StepRole {
  return process?.steps[index]?.role ?? 'officer';
}

/** Whether this person may be given the file at that step; nobody named is nobody refused. */
function receiverRefusal(to: string | undefined, role: StepRole, { colleague }: ActContext): Refused {
  const person = to === undefined ? undefined : colleague?.(to);
  if (person === undefined) return null;
  if (person.disabled) return 'account-closed';
  return mayCall(person.role, role) ? null : 'wrong-role';
}

export function transferGuard(...[, context, act]: Question): Refused {
  const to = act?.type === 'transfer' ? act.to : undefined;
  return receiverRefusal(to, roleOfStep(context.process, firstHandling), context);
}

export function takeOverGuard(...[state, { username, role, process }]: Question): Refused {
  if (state.holder === username) return 'held-by-you';
  return mayCall(role, roleOfStep(process, state.stage?.index ?? firstHandling)) ? null : 'wrong-role';
}

/** Given by who has it, or by a supervisor. */
export function assignGuard(...[state, context, act]: Question): Refused {
  if (state.holder !== context.username && context.role !== 'supervisor')
    return state.holder === null ? 'supervisor-assigns' : 'held-by-another';
  if (act?.type !== 'assign') return null;
  if (act.to === state.holder) return 'held-by-them';
  return receiverRefusal(act.to, roleOfStep(context.process, state.stage?.index ?? firstHandling), context);
}

/** Done by who has it; the last step of handling ends with a result, not with a pass. */
export function passGuard(...[state, context, act]: Question): Refused {
  const { stage } = state;
  const { process } = context;
  if (stage === null || process === undefined) return 'no-process';
  if (isLastHandling(process, stage.index)) return 'finish-next';
  if (state.holder !== context.username) return state.holder === null ? 'take-first' : 'held-by-another';
  const to = act?.type === 'pass' ? act.to : undefined;
  return receiverRefusal(to, roleOfStep(process, stage.index + 1), context);
}

/** Sent back by who has it, or by a supervisor who looks over their shoulder. */
export function reworkGuard(...[state, context, act]: Question): Refused {
  const { stage } = state;
  const { process } = context;
  if (stage === null || process === undefined) return 'no-process';
  if (stage.index <= firstHandling) return 'first-step';
  if (state.holder !== context.username && context.role !== 'supervisor')
    return state.holder === null ? 'take-first' : 'held-by-another';
  const to = act?.type === 'rework' ? act.to : undefined;
  return receiverRefusal(to, roleOfStep(process, stage.index - 1), context);
}

export function moveOf(act: MoveAct, state: CaseState, context: ActContext): CaseAction {
  const index = state.stage?.index ?? firstHandling;
  switch (act.type) {
    case 'assign':
      return { type: 'assigned', to: act.to };
    case 'pass': {
      const { to, note = '' } = act;
      const step = index + 1;
      return {
        type: 'passed',
        step,
        ...(to === undefined ? {} : { to }),
        ...(note === '' ? {} : { note }),
        ...dueOfStep(step, context),
      };
    }
    case 'rework': {
      const step = index - 1;
      const to = act.to ?? findDoer(state, step, context);
      return {
        type: 'reworked',
        step,
        reason: act.reason,
        ...(to === undefined ? {} : { to }),
        ...dueOfStep(step, context),
      };
    }
  }
}

/** Who did the step before, if they are still here: rework goes back to the hands it came from. */
function findDoer({ stage }: CaseState, step: number, { colleague, process }: ActContext): string | undefined {
  const doer = stage?.doers[step] ?? undefined;
  const person = doer === undefined ? undefined : colleague?.(doer);
  if (person === undefined || person.disabled) return undefined;
  return mayCall(person.role, roleOfStep(process, step)) ? person.username : undefined;
}

/** The process a case begins with when it leaves the counter, and the clock of its first step. */
export function firstStep(context: ActContext): { process?: string; stepDue?: string } {
  const { process } = context;
  return process === undefined ? {} : { process: process.id, ...dueOfStep(firstHandling, context) };
}

/** With the result the case stands at its last step, whatever was passed over. */
export function lastStep({ stage }: CaseState, { process }: ActContext): { step?: number } {
  return stage === null || process === undefined ? {} : { step: process.steps.length - 1 };
}

export function dueOfStep(index: number | undefined, { process, now, calendar }: ActContext): { stepDue?: string } {
  const due = index === undefined ? null : stepDue(process?.steps[index], now, calendar);
  return due === null ? {} : { stepDue: due };
}

/**
 * Where an act brings the papers: to their shelf, or home with a result that was given at the counter itself. Papers of a case that
 * somebody worked on stay where they are until it is archived.
 */
export function bundleAfter(action: CaseAction, { stage, legs, bundle }: CaseState): BundleAction | null {
  if (action.type === 'archived') return { type: 'bundle-moved', to: { kind: 'archive', place: action.place } };
  const atTheCounter = stage === null && legs.length === 0 && bundle.at.kind === 'person';
  return action.type === 'returned' && atTheCounter ? { type: 'bundle-moved', to: { kind: 'citizen' } } : null;
}
