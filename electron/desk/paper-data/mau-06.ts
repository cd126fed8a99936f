import { foldCase } from '../../domain/case/state.ts';
import type { CaseAction, RecordedAction } from '../../domain/entries/case.ts';
import type { Mau06Data } from '../../paper/forms/data.ts';
import { personName } from '../case-view.ts';
import { agencyName } from '../handling-agency.ts';
import { processOfCase } from '../process.ts';
import type { Room } from '../room.ts';
import { unitName } from '../unit-name.ts';
import { type DataMaker, before, findLast, firstPromise, notApplicable } from './basis.ts';
import { caseOnPaper, findHandler } from './case-on-paper.ts';
import { agencyOf } from './issuer.ts';
import { legMoveOf, legMoves } from './leg-moves.ts';
import { outcomeOf } from './outcome.ts';

type HandOver = Mau06Data['handOvers'][number];

/** Offices print four to seven empty rows (rules 2.8): the slip is written on by hand as the file goes round. */
const blankRows = 4;

/** Phiếu kiểm soát quá trình: each hand-over the journal knows, then rows to write on. */
export const controlSlipOf: DataMaker = (room, basis) => {
  const { actions, office, state } = basis;
  const unit = unitName(room.catalogue, office.unitCode);
  const agency = agencyOf(room, basis);
  const centre = office.centreName;
  const rows = actions.flatMap((recorded) => {
    const row =
      legMoveOf({ room, centre, unit }, recorded, actions) ??
      handOverOf({ room, centre, agency }, recorded, before(actions, recorded));
    return row === undefined ? [] : [row];
  });
  const last = actions.findLast(({ action }) => moves.has(action.type));
  if (last === undefined)
    return notApplicable('mau-06', 'Hồ sơ này chưa chuyển xử lý', 'this case was not handed over for handling');
  const handler = findHandler(room, actions);
  const partners = [...new Set(state.legs.slice(1).map((leg) => agencyName(leg.agency, unit)))];
  return {
    ...caseOnPaper(room, basis, last),
    agency,
    ...(partners.length === 0 ? {} : { partners: partners.filter((one) => one !== agency).join('; ') }),
    dueAt: state.dueAt ?? firstPromise(actions),
    madeAt: last.at,
    ...(handler === undefined ? {} : { handler }),
    handOvers: [...rows, ...Array.from({ length: blankRows }, () => ({}))],
  } satisfies Mau06Data;
};

/** Actions by which the file goes from one hand to another. */
const moves: ReadonlySet<string> = new Set([
  ...legMoves,
  'transferred',
  'assigned',
  'passed',
  'reworked',
  'handed-back',
  'finished',
  'refused',
]);

type Place = { readonly room: Room; readonly centre: string; readonly agency: string };

function handOverOf(
  { room, centre, agency }: Place,
  { action, at, actor }: RecordedAction,
  earlier: readonly RecordedAction[],
): HandOver | undefined {
  const giver = personName(room, actor);
  if (action.type === 'transferred') {
    const taker = action.officer === undefined ? {} : { taker: personName(room, action.officer) };
    return { from: centre, to: within(agency, action.to), at, giver, ...taker };
  }
  const inner = innerMove(room, { action, at, actor }, earlier);
  if (inner !== undefined) return inner;
  const from = within(agency, findLast(earlier, 'transferred')?.action.to);
  const back = { from, to: centre, at, giver };
  if (action.type === 'handed-back') return { ...back, note: action.reason };
  if (action.type !== 'finished' && action.type !== 'refused') return undefined;
  const outcome = outcomeOf(at, foldCase(earlier).dueAt);
  return { ...back, outcome, note: action.type === 'finished' ? action.result : 'Từ chối giải quyết' };
}

/** The agency, and the division inside it where the hand-over names one; people stand in the cells of who gave and took. */
function within(agency: string, division: string | undefined): string {
  return division ? `${agency} - ${division}` : agency;
}

/** From step to step inside the office: each under its name, judged by its own clock where it has one (Điều 17). */
function innerMove(
  room: Room,
  { action, at, actor }: Pick<RecordedAction, 'action' | 'at' | 'actor'>,
  earlier: readonly RecordedAction[],
): HandOver | undefined {
  if (action.type !== 'assigned' && action.type !== 'passed' && action.type !== 'reworked') return undefined;
  const state = foldCase(earlier);
  const steps = processOfCase(room, state)?.steps ?? [];
  const present = state.stage?.index;
  const [from, to] = [present, action.type === 'assigned' ? present : action.step].map((index) =>
    index === undefined ? undefined : steps[index]?.name,
  );
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    at,
    giver: personName(room, actor),
    ...(action.to === undefined ? {} : { taker: personName(room, action.to) }),
    ...(action.type === 'passed' ? { outcome: outcomeOf(at, state.stage?.dueAt ?? null) } : {}),
    ...noteOf(action),
  };
}

function noteOf(action: Extract<CaseAction, { type: 'assigned' | 'passed' | 'reworked' }>): Pick<HandOver, 'note'> {
  if (action.type === 'assigned') return { note: 'Giao người xử lý' };
  if (action.type === 'reworked') return { note: `Trả làm lại: ${action.reason}` };
  return action.note === undefined ? {} : { note: action.note };
}
