import type { CaseAction, RecordedAction } from '../entries/case.ts';
import { type Bundle, firstBundle, followBundle } from './bundle.ts';

/** Where a file stands in its process since it left the counter. */
type Stage = {
  /** The process it began with; null for cases from before processes were kept. */
  readonly process: string | null;
  readonly index: number;
  readonly since: string;
  /** The end of the step's own time: an inner clock, silent while the citizen is waited for. */
  readonly dueAt: string | null;
  readonly reworks: number;
  /** Who did each step last, null where it was passed over, so that what comes back for rework finds its way. */
  readonly doers: readonly (string | null)[];
};

/** Who has the file, where it stands, and where its papers are. */
export type Whereabouts = {
  /** Whose desk the file lies on; null while nobody has taken it. */
  readonly holder: string | null;
  readonly stage: Stage | null;
  readonly bundle: Bundle;
};

export function firstWhereabouts(receiver: string, acceptedAt: string): Whereabouts {
  return { holder: null, stage: null, bundle: firstBundle(receiver, acceptedAt) };
}

/** One more action on a case, as far as it moves the file or its papers. */
export function follow(before: Whereabouts, { action, at, actor }: Moved): Whereabouts {
  if (!moving.has(action.type)) return before;
  const holder = holderAfter(before.holder, action);
  const stage = stageAfter(before.stage, action, at, actor);
  return { holder, stage, bundle: followBundle(before.bundle, action, { at, holder }) };
}

type Moved = Pick<RecordedAction, 'action' | 'at' | 'actor'>;

/** Actions that move the file, its clock or its papers. */
export const moving: ReadonlySet<CaseAction['type']> = new Set<CaseAction['type']>([
  'transferred',
  'assigned',
  'taken-over',
  'passed',
  'reworked',
  'handed-back',
  'supplement-requested',
  'supplemented',
  'obligation-requested',
  'obligation-met',
  'withdrawn',
  'reception-undone',
  'stopped',
  'resumed',
  'refused',
  'finished',
  'returned',
  'archived',
  'bundle-moved',
  'bundle-missed',
  'bundle-lost',
  'bundle-settled',
]);

export function holderAfter(holder: string | null, action: CaseAction): string | null {
  switch (action.type) {
    case 'transferred':
      return action.officer ?? null;
    case 'taken-over':
      return action.by;
    case 'assigned':
      return action.to;
    case 'passed':
    case 'reworked':
      return action.to ?? null;
    case 'handed-back':
      return null;
    default:
      return holder;
  }
}

function stageAfter(stage: Stage | null, action: CaseAction, at: string, actor: string): Stage | null {
  if (action.type === 'transferred') {
    const { process = null, stepDue: dueAt = null } = action;
    return { process, index: 1, since: at, dueAt, reworks: stage?.reworks ?? 0, doers: [actor] };
  }
  if (stage === null) return null;
  switch (action.type) {
    case 'passed':
      return { ...stage, ...begin(action, at), doers: doneBy(stage, actor) };
    case 'reworked':
      return { ...stage, ...begin(action, at), reworks: stage.reworks + 1 };
    case 'finished':
    case 'refused':
      return { ...stage, ...begin(action, at, stage.index), doers: doneBy(stage, actor) };
    // The clock of the step stands while the citizen is waited for, and begins again with what they brought (Điều 19 k5).
    case 'supplement-requested':
    case 'obligation-requested':
    case 'withdrawn':
    case 'reception-undone':
    case 'stopped':
      return { ...stage, dueAt: null };
    case 'supplemented':
    case 'resumed':
    case 'obligation-met':
      return { ...stage, since: at, dueAt: action.stepDue ?? null };
    default:
      return stage;
  }
}

function doneBy({ doers, index }: Stage, actor: string): (string | null)[] {
  return Array.from({ length: Math.max(doers.length, index + 1) }, (_, at) =>
    at === index ? actor : (doers[at] ?? null),
  );
}

function begin(action: { readonly step?: number; readonly stepDue?: string }, at: string, index = 1) {
  return { index: action.step ?? index, since: at, dueAt: action.stepDue ?? null };
}
