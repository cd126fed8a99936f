import type { CaseStatus } from '../../../../contract/base/case-status.ts';
import type { ActType } from '../../../../contract/counter/case/act.ts';

/** What is done with a file: `correct` has a call of its own. */
export type OfferedAct = ActType | 'correct';

/**
 * The acts as hands use them: what carries a file on before what asks the citizen for something, that before what ends it otherwise, and what mends a mistake last.
 * The order is that of every screen; it says nothing of what is lawful.
 */
const byUse: Readonly<Record<OfferedAct, number>> = numbered([
  'transfer',
  'take-over',
  'pass',
  'finish',
  'send-leg',
  'leg-received',
  'leg-finished',
  'approve-supplement',
  'supplement',
  'meet-obligation',
  'record-answer',
  'announce',
  'return',
  'archive',
  'request-supplement',
  'propose-supplement',
  'assign',
  'ask-others',
  'request-obligation',
  'check-identity',
  'extend',
  'verification-needed',
  'leg-returned-incomplete',
  'decline-supplement',
  'rework',
  'hand-back',
  'refuse',
  'withdraw',
  'stop',
  'resume',
  'close-unsupplemented',
  'correct',
  'set-own-fields',
  'report-error',
  'correct-result',
  'undo-return',
  'undo-reception',
  'take-back-certified',
]);

/** What a file in this state waits for: the first of these that is lawful now. Nothing that refuses, gives up or takes back is ever the usual next thing. */
const awaited: Readonly<Record<CaseStatus, readonly OfferedAct[]>> = {
  registered: [],
  accepted: ['leg-finished', 'transfer', 'send-leg', 'finish'],
  processing: ['approve-supplement', 'leg-received', 'leg-finished', 'take-over', 'pass', 'finish'],
  'supplement-requested': ['supplement'],
  'obligation-requested': ['meet-obligation'],
  withdrawn: ['stop'],
  stopped: ['return', 'archive'],
  refused: ['return', 'archive'],
  finished: ['announce', 'return'],
  returned: ['archive'],
};

export type ActState = { readonly status: CaseStatus; readonly holder: string | null };

/** The one act that is next, of those that are lawful now; undefined where none is. */
export function nextAct({ status, holder }: ActState, lawful: readonly OfferedAct[]): OfferedAct | undefined {
  return awaited[status].find((act) => lawful.includes(act) && (act !== 'take-over' || holder === null));
}

/** The acts in the order in which they are offered: as they are used. */
export function inOrderOfUse(acts: readonly OfferedAct[]): readonly OfferedAct[] {
  return acts.toSorted((a, b) => byUse[a] - byUse[b]);
}

/** A place for each: an act that is left out of the order is told by the compiler. */
function numbered<Act extends OfferedAct>(acts: readonly Act[] & ([OfferedAct] extends [Act] ? unknown : never)) {
  return Object.fromEntries(acts.map((act, at) => [act, at])) as Record<OfferedAct, number>;
}
