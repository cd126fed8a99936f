import { timeDateText } from '../../domain/base/civil-time.ts';
import { foldCase } from '../../domain/case/state.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { CaseAction, LegAction, RecordedAction } from '../../domain/entries/case.ts';
import type { LegState } from '../../domain/routing/legs.ts';
import type { Mau06Data } from '../../paper/forms/data.ts';
import { personName } from '../case-view.ts';
import { agencyName } from '../handling-agency.ts';
import type { Room } from '../room.ts';
import { outcomeOf } from './outcome.ts';

type HandOver = Mau06Data['handOvers'][number];
type Move = { readonly room: Room; readonly centre: string; readonly unit: string };
type LegMove = RecordedAction & { readonly action: LegAction };

/** Actions by which a file goes to another agency and comes back; what was confirmed or missed stands in the row of its sending. */
export const legMoves: ReadonlySet<string> = new Set(['leg-sent', 'leg-finished', 'leg-returned-incomplete']);

/**
 * A row of the slip for a way between agencies. Its note gives the work and the time of the agency that gets the file, which Điều 20
 * NĐ 118/2025 wants on a transfer. Undefined for an action that moves nothing.
 */
export function legMoveOf(
  { room, centre, unit }: Move,
  recorded: RecordedAction,
  actions: readonly RecordedAction[],
): HandOver | undefined {
  if (!isLegMove(recorded)) return undefined;
  const { action, at, actor, seq } = recorded;
  const leg = foldCase(actions.filter((one) => one.seq < seq)).legs[action.leg];
  if (leg === undefined) return undefined;
  const agency = agencyName(leg.agency, unit);
  const person = personName(room, actor);
  switch (action.type) {
    case 'leg-sent': {
      const arrived = arrivalOf(action.leg, seq, actions);
      return { from: centre, to: agency, at, giver: person, ...arrived.taker, note: sentNote(leg, arrived.note) };
    }
    case 'leg-finished': {
      const outcome = outcomeOf(action.returnedAt, leg.dueAt);
      const back = { from: agency, to: centre, at: action.returnedAt, taker: person, outcome };
      return { ...back, note: `${leg.work}: ${action.result}` };
    }
    case 'leg-returned-incomplete':
      return { from: agency, to: centre, at, taker: person, note: `Trả lại hồ sơ: ${action.reason}` };
    case 'leg-received':
    case 'leg-not-arrived':
      return undefined;
  }
}

function isLegMove(recorded: RecordedAction): recorded is LegMove {
  return legMoves.has(recorded.action.type);
}

function sentNote({ work, term }: LegState, arrival: string): string {
  return `${work}; thời hạn: ${term === null ? '………' : termText(term, 'vi')}${arrival}`;
}

/** What the other side said of a file that was sent: who has it and since when, or that it was not there. */
function arrivalOf(
  leg: number,
  sent: number,
  actions: readonly RecordedAction[],
): { readonly taker: { readonly taker?: string }; readonly note: string } {
  const later = actions.find(({ seq, action }) => seq > sent && isAnswer(action) && action.leg === leg)?.action;
  if (later?.type === 'leg-received')
    return { taker: { taker: later.by }, note: `; nhận ${timeDateText(later.receivedAt)}` };
  return { taker: {}, note: later === undefined ? '' : '; bên nhận báo chưa nhận được' };
}

function isAnswer(action: CaseAction): action is Extract<LegAction, { type: 'leg-received' | 'leg-not-arrived' }> {
  return action.type === 'leg-received' || action.type === 'leg-not-arrived';
}
