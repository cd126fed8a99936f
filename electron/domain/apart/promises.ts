import type { CaseAction, RecordedAction } from '../entries/case.ts';
import { type EntryName, entryName } from '../entries/reference.ts';
import type { Contradiction } from './judge.ts';

/** The promises that stand on paper beside one that stands, while nobody has decided which is right; by what they do not go with. */
export function printedBeside(
  actions: readonly RecordedAction[],
  contradictions: readonly Contradiction[],
): ReadonlyMap<EntryName, string> {
  const printed = new Map<EntryName, string>();
  for (const { entry, against, why, aside, decided } of contradictions) {
    if (why !== 'conflict' || !aside || decided !== undefined || against === null) continue;
    const told = actions.find((one) => entryName(one) === entry)?.action;
    const dueAt = told === undefined ? undefined : promiseIn(told);
    const before = printed.get(against);
    if (dueAt !== undefined && (before === undefined || dueAt < before)) printed.set(against, dueAt);
  }
  return printed;
}

/** What a citizen was promised by an action, where it promised anything. */
export function promiseIn(action: CaseAction): string | undefined {
  switch (action.type) {
    case 'corrected':
      return action.extendedTo ?? action.dueAt;
    case 'received':
    case 'supplemented':
    case 'verification-needed':
    case 'obligation-met':
    case 'resumed':
    case 'extended':
      return action.dueAt;
    default:
      return undefined;
  }
}

/** Of two promises that people have on paper the earlier is kept until somebody decides. */
export function keepPrinted<T extends { readonly dueAt: string | null }>(state: T, printed: string | undefined): T {
  return printed !== undefined && state.dueAt !== null && printed < state.dueAt ? { ...state, dueAt: printed } : state;
}
