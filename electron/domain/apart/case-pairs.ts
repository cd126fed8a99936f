import { canonicalJson } from '../base/canonical-json.ts';
import type { CaseAction, FeeLine, RecordedAction } from '../entries/case.ts';
import { type Named, type Reference, entryName, referenceTo } from '../entries/reference.ts';
import {
  type Contradiction,
  type Judged,
  type Verdict,
  areApart,
  commute,
  bothHappened,
  conflict,
  judge,
  overtaken,
  same,
} from './judge.ts';

/** What an action is about, as far as two that are apart can touch each other. */
type About = 'reception' | 'state' | 'hands' | 'papers' | 'legs' | 'money' | 'note';

const aboutOf: { readonly [T in CaseAction['type']]: About } = {
  received: 'reception',
  'supplement-requested': 'state',
  supplemented: 'state',
  'verification-needed': 'state',
  'obligation-requested': 'state',
  'obligation-met': 'state',
  withdrawn: 'state',
  'reception-undone': 'state',
  stopped: 'state',
  resumed: 'state',
  'return-undone': 'state',
  'papers-returned': 'state',
  refused: 'state',
  extended: 'state',
  finished: 'state',
  returned: 'state',
  'result-corrected': 'state',
  corrected: 'state',
  'official-code-attached': 'state',
  transferred: 'hands',
  'taken-over': 'hands',
  'handed-back': 'hands',
  assigned: 'hands',
  passed: 'hands',
  reworked: 'hands',
  'bundle-moved': 'papers',
  'bundle-missed': 'papers',
  'bundle-lost': 'papers',
  'bundle-settled': 'papers',
  archived: 'papers',
  'leg-sent': 'legs',
  'leg-not-arrived': 'legs',
  'leg-received': 'legs',
  'leg-finished': 'legs',
  'leg-returned-incomplete': 'legs',
  'fee-set': 'money',
  'fee-waived': 'money',
  'fees-collected': 'money',
  'fees-refunded': 'money',
  'receipt-replaced': 'money',
  'receipt-error-told': 'note',
  announced: 'note',
  certified: 'note',
  'error-reported': 'note',
  confirmed: 'note',
  'supplement-proposed': 'note',
  'supplement-declined': 'note',
  'inquiry-sent': 'note',
  'inquiry-answered': 'note',
  'identity-checked': 'note',
  'document-made': 'note',
  decided: 'note',
  'own-fields-set': 'note',
};

/** Every action that this program can fold into a case. */
export const caseActionTypes: ReadonlySet<string> = new Set(Object.keys(aboutOf));

/** What ends the work on a case. */
const terminal: ReadonlySet<CaseAction['type']> = new Set([
  'finished',
  'refused',
  'withdrawn',
  'reception-undone',
  'stopped',
  'returned',
]);

/** Whoever has the file and where it is, then money, and last what the case comes to: a file that is passed on does not undo what was asked of its citizen. */
const rank: { readonly [about in About]: number } = {
  reception: 0,
  hands: 1,
  legs: 1,
  papers: 2,
  money: 3,
  note: 3,
  state: 4,
};

/** A case's actions as they are folded where several desks told them without seeing each other. */
export function judgeCase(actions: readonly RecordedAction[]): Judged<RecordedAction> {
  const lines = linesBefore(actions);
  return judge(
    actions,
    (earlier, later) => verdictOf(earlier, later, lines),
    ({ action }) => rank[aboutOf[action.type]],
  );
}

/**
 * Whether somebody still has to decide: a rule did not, nobody said which of the two stands, and nobody who had seen both has acted on the same since. By
 * that act they decided, whichever of the two they went by.
 */
export function isOpen({ entry, against, why, decided }: Contradiction, actions: readonly RecordedAction[]): boolean {
  if ((why !== 'conflict' && why !== 'unfit') || decided !== undefined) return false;
  const told = actions.filter((one) => [entry, against].includes(entryName(one)));
  if (told.some(({ action }) => action.type === 'decided')) return false;
  const abouts = new Set(told.map(({ action }) => aboutOf[action.type]));
  // Which of two receptions stands is said by what is done with the case.
  if (abouts.has('reception')) abouts.add('state');
  const last = Math.max(...told.map((one) => actions.indexOf(one)));
  return !actions.some(
    (later, at) =>
      at > last &&
      !beside.has(later.action.type) &&
      abouts.has(aboutOf[later.action.type]) &&
      told.every((one) => !areApart(one, later)),
  );
}

/** Whether a citizen hears of it or has it on paper: their receipt, and what their case comes to. */
export function isToldToCitizen({ type }: CaseAction): boolean {
  return aboutOf[type] === 'reception' || aboutOf[type] === 'state';
}

/** Acts by which nobody says anything of what two desks told. */
const beside: ReadonlySet<CaseAction['type']> = new Set(['document-made', 'decided']);

type Rule = (earlier: RecordedAction, later: RecordedAction, lines: Lines) => Verdict | null;

/** Two that are about the same. */
const amongThemselves: { readonly [about in About]: Rule } = {
  reception: () => conflict,
  state: amongStates,
  hands: amongHands,
  papers: () => overtaken,
  legs: amongLegs,
  money: amongMoney,
  note: amongNotes,
};

function verdictOf(earlier: RecordedAction, later: RecordedAction, lines: Lines): Verdict | null {
  const [one, other] = [aboutOf[earlier.action.type], aboutOf[later.action.type]];
  if (one === other) return amongThemselves[one](earlier, later, lines);
  if (one === 'state') return besideState(earlier, later, other, 'later', lines);
  if (other === 'state') return besideState(later, earlier, one, 'earlier', lines);
  return commute;
}

/** @param place of the one that is not about the state */
function besideState(
  state: RecordedAction,
  beside: RecordedAction,
  about: About,
  place: 'earlier' | 'later',
  lines: Lines,
): Verdict | null {
  const { action } = state;
  switch (about) {
    case 'hands':
      // The state stands, and that somebody took the file is noted.
      return terminal.has(action.type) ? { why: 'rule', aside: place, first: 2 } : commute;
    case 'legs':
      return terminal.has(action.type) || beginsLegs(action) ? conflict : commute;
    case 'money':
      // Money that was taken was taken: whoever took the reception back had not seen it.
      if (action.type === 'reception-undone' && beside.action.type === 'fees-collected')
        return { why: 'conflict', aside: place === 'earlier' ? 'later' : 'earlier', first: 0, kept: place };
      return action.type === 'corrected' && touches(lines.touched(state), lines.of(beside)) ? conflict : commute;
    case 'reception':
    case 'state':
    case 'papers':
    case 'note':
      return commute;
  }
}

function beginsLegs(action: CaseAction): boolean {
  return action.type === 'corrected' && action.legsAnew !== undefined;
}

function amongStates({ action: one }: RecordedAction, { action: other }: RecordedAction): Verdict | null {
  if (isSaidAlike(one, other)) return same;
  // Each is a fee of its own.
  return one.type === 'obligation-requested' && other.type === 'obligation-requested' ? commute : conflict;
}

function amongHands({ action: one }: RecordedAction, { action: other }: RecordedAction): Verdict | null {
  if (isSaidAlike(one, other)) return same;
  const turns = [one.type, other.type];
  return turns.includes('passed') && turns.includes('reworked') ? conflict : overtaken;
}

function amongLegs({ action: one }: RecordedAction, { action: other }: RecordedAction): Verdict | null {
  if (!touches(legsOf(one), legsOf(other))) return commute;
  return isSaidAlike(one, other) ? same : conflict;
}

function legsOf(action: CaseAction): readonly string[] {
  if (!('leg' in action)) return [];
  const together = action.type === 'leg-sent' ? (action.together ?? []) : [];
  return [action.leg, ...together].map(String);
}

function amongNotes({ action: one }: RecordedAction, { action: other }: RecordedAction): Verdict | null {
  if (one.type !== 'inquiry-answered' || other.type !== 'inquiry-answered') return commute;
  if (String(one.inquiry) !== String(other.inquiry)) return commute;
  return isSaidAlike(one, other) ? same : conflict;
}

const takes: ReadonlySet<CaseAction['type']> = new Set(['fee-set', 'fee-waived']);

function amongMoney(earlier: RecordedAction, later: RecordedAction, lines: Lines): Verdict | null {
  const [one, other] = [earlier.action, later.action];
  const receipts = [receiptOf(one), receiptOf(other)];
  if (receipts[0] !== undefined && receipts[1] !== undefined) return receipts[0] === receipts[1] ? conflict : commute;
  if (!touches(lines.of(earlier), lines.of(later))) return commute;
  if (one.type === 'fees-collected' && other.type === 'fees-collected') return bothHappened;
  // Money that was taken was taken: what was asked for instead is told beside it.
  if (one.type === 'fees-collected' && takes.has(other.type)) return { ...conflict, first: 0, kept: 'earlier' };
  if (other.type === 'fees-collected' && takes.has(one.type))
    return { why: 'conflict', aside: 'earlier', first: 0, kept: 'later' };
  if (one.type !== other.type) return commute;
  return isSaidAlike(one, other) ? same : conflict;
}

/** The receipt that is given back or replaced. */
function receiptOf(action: CaseAction): string | undefined {
  return action.type === 'fees-refunded' || action.type === 'receipt-replaced' ? action.receiptId : undefined;
}

function isSaidAlike(one: CaseAction, other: CaseAction): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function touches(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

type Lines = {
  /** The fees an action speaks of, by their names. */
  readonly of: (recorded: RecordedAction) => readonly string[];
  /** The fees that a correction leaves no more as they were. */
  readonly touched: (correction: RecordedAction) => readonly string[];
};

function linesBefore(actions: readonly RecordedAction[]): Lines {
  const collected = (receiptId: string): readonly Reference[] =>
    actions.flatMap(({ action }) => {
      if (action.type === 'fees-collected' && action.receiptId === receiptId) return action.lines;
      return action.type === 'receipt-replaced' && action.by === receiptId ? collected(action.receiptId) : [];
    });
  return {
    of: ({ action }) => {
      if ('line' in action) return [String(action.line)];
      if (action.type === 'fees-collected') return action.lines.map(String);
      const receiptId = receiptOf(action);
      return receiptId === undefined ? [] : collected(receiptId).map(String);
    },
    touched: (correction) => {
      const known = actions.slice(0, actions.indexOf(correction)).filter((one) => !areApart(one, correction));
      const before = receptionLines(known);
      const left = new Set(receptionLines([...known, correction]).map(({ ref }) => ref));
      return before.map(({ ref }) => ref).filter((ref) => !left.has(ref));
    },
  };
}

type NamedLine = { readonly line: FeeLine; readonly ref: string };

/** The fees of the reception as its corrections left them. */
function receptionLines(actions: readonly RecordedAction[]): readonly NamedLine[] {
  return actions.reduce<readonly NamedLine[]>((lines, recorded) => {
    const { action } = recorded;
    if (action.type === 'received')
      return action.fees.map((line, nth) => ({ line, ref: referenceTo('reception', nth) }));
    if (action.type !== 'corrected') return lines;
    return carried(lines, action.fees, recorded, (line, ref) => ({ line, ref }));
  }, []);
}

/** Fees of a corrected receipt: one that is as it was keeps its name and what was recorded about it, another begins anew. */
export function carried<T extends NamedLine>(
  old: readonly T[],
  lines: readonly FeeLine[],
  by: Named,
  begin: (line: FeeLine, ref: string) => T,
): T[] {
  const left = [...old];
  return lines.map((line, nth) => {
    const at = left.findIndex((fee) => canonicalJson(fee.line) === canonicalJson(line));
    return (at === -1 ? undefined : left.splice(at, 1)[0]) ?? begin(line, referenceTo(by, nth));
  });
}
