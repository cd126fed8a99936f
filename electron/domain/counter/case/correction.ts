import type { CaseAction, PackedStep, RecordedAction } from '../../entries/case.ts';

/** Where the term that runs now was counted from, and what it came to; an apology moves the promise and not the count. */
export type CountedPromise = {
  /** The acceptance of the whole file: reception, or the day its papers were completed (NĐ 118/2025 Điều 19 k5). */
  readonly from: string;
  readonly dueAt: string;
  readonly steps: readonly PackedStep[];
  /** The date of the apology (Điều 19 k6); null where none was sent since the count began. */
  readonly extendedTo: string | null;
  /** A time that is not counted lies within it. */
  readonly paused?: true;
};

/** Reads the count that is in force from a case's actions, first to last. */
export function countedPromise(actions: readonly Pick<RecordedAction, 'at' | 'action'>[]): CountedPromise {
  const [first, ...rest] = actions;
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  const { dueAt, steps, fromKit, foreign } = first.action;
  return rest.reduce((counted: CountedPromise, { at, action }) => next(counted, at, action), {
    // A sheet of the paper kit was received when it says, however much later it was entered.
    from: fromKit?.acceptedAt ?? foreign?.arrivedAt ?? first.at,
    dueAt,
    steps,
    extendedTo: null,
  });
}

function next(counted: CountedPromise, at: string, action: CaseAction): CountedPromise {
  switch (action.type) {
    case 'corrected':
      return { ...counted, dueAt: action.dueAt, steps: action.steps };
    case 'verification-needed':
      // The same acceptance, another limit; an apology before it was about the other one.
      return { ...counted, dueAt: action.dueAt, steps: action.steps, extendedTo: null };
    case 'supplemented':
      return { from: at, dueAt: action.dueAt, steps: action.steps, extendedTo: null };
    case 'obligation-met':
    case 'resumed':
      // What was left was counted on: the acceptance and the term alone no longer come to it.
      return action.dueAt === undefined
        ? counted
        : { ...counted, dueAt: action.dueAt, steps: action.steps ?? [], extendedTo: null, paused: true };
    case 'extended':
      return { ...counted, extendedTo: action.dueAt };
    default:
      return counted;
  }
}
