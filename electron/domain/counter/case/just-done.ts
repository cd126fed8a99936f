import { undoSeconds } from '../../../contract/base/values.ts';
import { secondsOf } from '../../base/civil-time.ts';
import type { CaseAction, RecordedAction } from '../../entries/case.ts';

/** Who looks, when, and which desks' entries are this one's own. */
export type Looker = { readonly username: string; readonly now: string; readonly isOwn: (desk: string) => boolean };

/** What follows from an act and is no act of its own: its paper, and where the bundle went with it. */
const following: ReadonlySet<CaseAction['type']> = new Set(['document-made', 'bundle-moved']);

/** What follows from a reception at once, and is no act of its own. */
const ofReception: ReadonlySet<CaseAction['type']> = new Set([...following, 'received', 'confirmed']);

/** The same where its papers were certified as they came: with the numbers and the result, before any money. */
const ofCertification: ReadonlySet<CaseAction['type']> = new Set([...ofReception, 'certified', 'finished']);

/** The reception of a case that this person made, here and within the minute, where nothing was done since; undefined otherwise. A rule of the office, not of a law. */
export function justReceived(
  actions: readonly RecordedAction[],
  { username, now, isOwn }: Looker,
  kind: 'reception' | 'certification' = 'reception',
): RecordedAction | undefined {
  const [first] = actions;
  if (first?.action.type !== 'received' || first.actor !== username || !isOwn(first.desk)) return undefined;
  const followed = kind === 'reception' ? ofReception : ofCertification;
  if (!actions.every(({ action }) => followed.has(action.type))) return undefined;
  // A leader who signed on it has done something since.
  if (actions.some(({ actor, action }) => action.type === 'finished' && actor !== username)) return undefined;
  const since = secondsOf(now) - secondsOf(first.at);
  return since >= 0 && since <= undoSeconds ? first : undefined;
}

/**
 * What a person did to a case last, here and within the minute, so that they may take it back alone; undefined where anything else was done since,
 * by whoever, or by another person or at another counter. A rule of the office, not of a law.
 */
export function justDone(
  actions: readonly RecordedAction[],
  { username, now, isOwn }: Looker,
): RecordedAction | undefined {
  const last = actions.findLast(({ action }) => !following.has(action.type));
  if (last === undefined || last.actor !== username || !isOwn(last.desk)) return undefined;
  const since = secondsOf(now) - secondsOf(last.at);
  return since >= 0 && since <= undoSeconds ? last : undefined;
}

/** Whether a number of these papers stands in the book of a month that is over: by the law it was printed and bound then (NĐ 23/2015 Điều 13 k3). */
export function isBound(actions: readonly Pick<RecordedAction, 'action' | 'at'>[], now: string): boolean {
  return actions.some(({ action, at }) => action.type === 'certified' && at.slice(0, 7) < now.slice(0, 7));
}
