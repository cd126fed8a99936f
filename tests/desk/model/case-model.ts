import { dayAfter, isWorked, lastDate, repeat, workedAfter } from '../../support/data/plain-days.ts';

/**
 * The law of a case told a second time, by status and in plain days, from NĐ 118/2025 Điều 17 to 22 and nothing of the code: what the real desk
 * allows and refuses is held against it.
 */
export type Who = 'clerk' | 'officer' | 'supervisor' | 'admin';

export type CaseModel = {
  readonly caseId: string;
  readonly procedure: ProcedureName;
  readonly acceptedAt: string;
  status: string;
  dueAt: string | null;
  asked: number;
  askedAt: string;
  moved: boolean;
  holder: string | null;
  /** The step of the inner process it stands at, and who ended each. */
  step: number;
  doers: (string | null)[];
  told: boolean;
  finishedAt: string | null;
  error: 'none' | 'open' | 'mended' | 'to-hand-out';
  /** Where it stood when it was withdrawn or closed. */
  closed: { readonly status: string; readonly at: string; readonly dueAt: string | null } | null;
  papersBack: boolean;
  /** Asked of others and not answered. */
  open: number;
  archived: boolean;
  acts: number;
};

/** One of seven working days, one of the same day with the rule of 15:00, and one whose steps the office set itself. */
export const procedures = {
  residence: {
    code: '1.004222',
    steps: ['clerk', 'officer', 'supervisor', 'clerk'],
    promise: (at: string) => `${lastDate('working-day', 7, at)}T17:00:00+07:00`,
  },
  copy: {
    code: '2.000815',
    steps: ['clerk', 'supervisor', 'clerk'],
    promise: (at: string) => `${lastDate('same-day', 1, at, 'after-15h')}T17:00:00+07:00`,
  },
  household: {
    code: '1.010038',
    steps: ['clerk', 'officer', 'supervisor', 'officer', 'clerk'],
    byOffice: true,
    promise: (at: string) => `${lastDate('working-day', 5, at)}T17:00:00+07:00`,
  },
} as const;
export type ProcedureName = keyof typeof procedures;

/** What may follow what; who may not is asked before, the finer points after. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  accepted: ['transfer', 'withdraw', 'finish', 'check-identity'],
  processing: [
    'take-over',
    'assign',
    'pass',
    'rework',
    'hand-back',
    'request-supplement',
    'request-obligation',
    'withdraw',
    'refuse',
    'extend',
    'finish',
    'ask-others',
    'record-answer',
    'check-identity',
  ],
  'supplement-requested': ['supplement', 'close-unsupplemented', 'withdraw', 'record-answer', 'check-identity'],
  'obligation-requested': ['meet-obligation', 'assign', 'withdraw', 'extend', 'record-answer', 'check-identity'],
  withdrawn: ['stop', 'resume'],
  finished: ['announce', 'return', 'report-error', 'correct-result'],
  refused: ['return', 'archive'],
  returned: ['return', 'report-error', 'correct-result', 'archive'],
  stopped: ['archive', 'resume', 'return'],
};

const officers: ReadonlySet<string> = new Set([
  'hand-back',
  'request-supplement',
  'request-obligation',
  'refuse',
  'extend',
  'ask-others',
  'correct-result',
]);

export type ModelAct = { readonly type: string; readonly [detail: string]: unknown };

function receiverOf(act: ModelAct): string {
  return typeof act['to'] === 'string' ? act['to'] : '';
}

/** What the desk has to answer: `ok`, or the code of the fault. */
export function answerTo(model: CaseModel, who: Who, act: ModelAct, now: string): string {
  if (who === 'admin' || (who === 'clerk' && officers.has(act.type))) return 'forbidden';
  if (!(allowed[model.status] ?? []).includes(act.type)) return 'action-not-allowed';
  return finer(model, who, act, now) ? 'ok' : 'action-not-allowed';
}

function finer(model: CaseModel, who: Who, act: ModelAct, now: string): boolean {
  switch (act.type) {
    case 'transfer':
      return act['to'] === undefined || fits(receiverOf(act), roleAt(model, 1));
    case 'take-over':
      return model.holder !== who && fits(who, roleAt(model, model.step));
    case 'assign':
      return (
        (model.holder === who || who === 'supervisor') &&
        act['to'] !== model.holder &&
        fits(receiverOf(act), roleAt(model, model.step))
      );
    case 'pass':
      return model.step < lastHandling(model) && model.holder === who;
    case 'rework':
      return model.step > 1 && (model.holder === who || who === 'supervisor');
    case 'hand-back':
      return model.holder === who || who === 'supervisor';
    case 'request-supplement':
      if (who === 'supervisor' && act['override'] !== undefined) return true;
      return model.asked === 0 && now.slice(0, 10) <= repeat(model.acceptedAt.slice(0, 10), 3, workedAfter);
    case 'close-unsupplemented':
      return now.slice(0, 10) > lastOfFifteen(model.askedAt);
    case 'extend':
      return (
        !model.moved &&
        model.dueAt !== null &&
        // At the latest the day before (Điều 19 k6), or an apology for what is over, for a day to come (Điều 12 k5).
        now.slice(0, 10) !== model.dueAt.slice(0, 10) &&
        (now.slice(0, 10) < model.dueAt.slice(0, 10) || String(act['newDueAt']).slice(0, 10) > now.slice(0, 10)) &&
        String(act['newDueAt']) > model.dueAt &&
        isWorked(String(act['newDueAt']).slice(0, 10))
      );
    case 'finish':
      // The counter answers what is answered on the spot (Điều 17 k4, k5).
      if (who === 'clerk' && !(model.status === 'accepted' && model.procedure === 'copy')) return false;
      return who === 'supervisor' || !waitsForApproval(model);
    case 'stop':
      return who !== 'clerk' || model.step === 0;
    case 'resume':
      return !model.papersBack && !model.archived && (model.status === 'withdrawn' || who !== 'clerk');
    case 'record-answer':
      return model.open > 0;
    case 'announce':
      return !model.told;
    case 'return':
      if (model.error === 'open') return false;
      if (model.status === 'stopped') return !model.papersBack;
      if (model.status === 'returned') return model.error === 'to-hand-out';
      return model.status === 'refused' || model.told || !isEarly(model, now);
    case 'report-error':
      return model.error !== 'open';
    case 'correct-result':
      return model.error === 'open';
    case 'archive':
      return !model.archived && model.error !== 'open' && model.error !== 'to-hand-out';
    default:
      return true;
  }
}

/** What the office says a supervisor approves has no result before that step is behind it; a general frame asks for nothing. */
function waitsForApproval({ procedure, step }: CaseModel): boolean {
  const asked = procedures[procedure];
  return 'byOffice' in asked && asked.steps.lastIndexOf('supervisor') >= step;
}

function roleAt({ procedure }: CaseModel, step: number): string {
  return procedures[procedure].steps[step] ?? 'officer';
}

/** The step before the result goes back to the counter. */
function lastHandling({ procedure }: CaseModel): number {
  return procedures[procedure].steps.length - 2;
}

/** Usernames of the practice office are their roles; each passes for those below. */
function fits(who: string, role: string): boolean {
  const ranks = ['clerk', 'officer', 'supervisor'];
  return ranks.indexOf(who) >= ranks.indexOf(role);
}

function lastOfFifteen(askedAt: string): string {
  const last = repeat(askedAt.slice(0, 10), 15, dayAfter);
  return isWorked(last) ? last : workedAfter(last);
}

/** It would go out before its day, and not in one sitting: the citizen is told first (Điều 22 k5). */
function isEarly({ finishedAt, dueAt, acceptedAt }: CaseModel, now: string): boolean {
  if (finishedAt === null || dueAt === null) return false;
  return now.slice(0, 10) < dueAt.slice(0, 10) && finishedAt.slice(0, 10) !== acceptedAt.slice(0, 10);
}

const leadsTo: Readonly<Record<string, string>> = {
  transfer: 'processing',
  'request-supplement': 'supplement-requested',
  supplement: 'processing',
  'close-unsupplemented': 'stopped',
  'request-obligation': 'obligation-requested',
  'meet-obligation': 'processing',
  withdraw: 'withdrawn',
  stop: 'stopped',
  refuse: 'refused',
  finish: 'finished',
  return: 'returned',
};

/** What was left when it was closed is counted on from the day it goes on; that day is not counted, nor the time between. */
function promiseAfter({ dueAt, at }: { dueAt: string | null; at: string }, now: string): string | null {
  const closed = at.slice(0, 10);
  if (dueAt === null || dueAt.slice(0, 10) < closed || now.slice(0, 10) === closed) return dueAt;
  let left = 0;
  for (let day = closed; day < dueAt.slice(0, 10);) {
    day = dayAfter(day);
    if (isWorked(day)) left += 1;
  }
  const last = left === 0 ? lastDate('same-day', 1, now) : lastDate('working-day', left, now);
  return `${last}T17:00:00+07:00`;
}

/** The case after an act that was allowed. */
export function follow(model: CaseModel, who: Who, act: ModelAct, now: string): void {
  model.acts += 1;
  const { status, dueAt } = model;
  if (act.type === 'return' && status === 'stopped') return void (model.papersBack = true);
  if (act.type === 'return' && status === 'returned') return void (model.error = 'mended');
  if (['withdraw', 'stop', 'close-unsupplemented'].includes(act.type)) model.closed ??= { status, at: now, dueAt };
  if (act.type === 'resume' && model.closed !== null) {
    Object.assign(model, { status: model.closed.status, dueAt: promiseAfter(model.closed, now), closed: null });
    return;
  }
  if (act.type === 'ask-others') model.open += 1;
  if (act.type === 'record-answer') model.open -= 1;
  model.status = leadsTo[act.type] ?? model.status;
  if (act.type === 'transfer') Object.assign(model, { holder: act['to'] ?? null, step: 1 });
  if (act.type === 'assign') model.holder = act['to'] as string;
  if (act.type === 'pass') {
    model.doers[model.step] = who;
    Object.assign(model, { step: model.step + 1, holder: null });
  }
  // Back to the hands it came from.
  if (act.type === 'rework')
    Object.assign(model, { step: model.step - 1, holder: model.doers[model.step - 1] ?? null });
  if (act.type === 'take-over') model.holder = who;
  if (act.type === 'hand-back') model.holder = null;
  if (act.type === 'request-supplement') Object.assign(model, { asked: model.asked + 1, askedAt: now });
  if (act.type === 'supplement') model.dueAt = procedures[model.procedure].promise(now);
  if (['withdraw', 'stop', 'close-unsupplemented'].includes(act.type)) model.dueAt = null;
  if (act.type === 'extend') Object.assign(model, { moved: true, dueAt: act['newDueAt'] });
  if (act.type === 'finish' || act.type === 'refuse') model.finishedAt = now;
  if (act.type === 'announce') model.told = true;
  if (act.type === 'report-error') model.error = 'open';
  if (act.type === 'correct-result') model.error = model.status === 'returned' ? 'to-hand-out' : 'mended';
  if (act.type === 'archive') model.archived = true;
}
