import { timeDateText } from '../../../../domain/base/civil-time.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import { termText } from '../../../../domain/deadline/explanation.ts';
import type { CaseAction, LegAction, RecordedAction } from '../../../../domain/entries/case.ts';
import type { Reference } from '../../../../domain/entries/reference.ts';
import { type LegState, placeOfLeg } from '../../../../domain/routing/legs.ts';
import type { Mau06Data } from '../../../../paper/forms/data.ts';
import { actionsAfter } from '../../../../store/counter/case/case.ts';
import { processOfCase } from '../../../catalogue/process.ts';
import type { DeskContext } from '../../../core/context.ts';
import { unitName } from '../../../../domain/catalogue/catalogue.ts';
import { agencyName } from '../../../../domain/catalogue/deciding-agency.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { type CaseMaker, before, caseOnPaper, findHandler, findLast, firstPromise } from './case-facts.ts';
import { agencyInText, lateOutcome, outcomeOf } from '../../../papers/on-paper.ts';
import { agencyOf } from './issuer.ts';
import { notApplicable } from '../../../papers/source.ts';

type LegHandOver = Mau06Data['handOvers'][number];
type Move = { readonly desk: DeskContext; readonly centre: string; readonly unit: string };
type LegMove = RecordedAction & { readonly action: LegAction };

/** Actions by which a file goes to another agency and comes back; what was confirmed or missed stands in the row of its sending. */
const legMoves: ReadonlySet<string> = new Set(['leg-sent', 'leg-finished', 'leg-returned-incomplete']);

/**
 * A row of the slip for a way between agencies. Its note gives the work and the time of the agency that gets the file, which Điều 20
 * NĐ 118/2025 wants on a transfer. Undefined for an action that moves nothing.
 */
function legMoveOf(
  { desk, centre, unit }: Move,
  recorded: RecordedAction,
  actions: readonly RecordedAction[],
): LegHandOver | undefined {
  if (!isLegMove(recorded)) return undefined;
  const { action, at, actor, seq, desk: uuid } = recorded;
  const { legs } = foldCase(before(actions, recorded));
  const leg = legs[placeOfLeg(legs, action.leg)];
  if (leg === undefined) return undefined;
  const agency = agencyName(leg.agency, unit);
  const person = staffName(desk, actor, uuid);
  switch (action.type) {
    case 'leg-sent': {
      const arrived = arrivalOf(legs, action.leg, seq, actions);
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
  legs: readonly LegState[],
  leg: Reference,
  sent: number,
  actions: readonly RecordedAction[],
): { readonly taker: { readonly taker?: string }; readonly note: string } {
  const place = placeOfLeg(legs, leg);
  const later = actionsAfter(actions, sent)
    .map(({ action }) => action)
    .filter(isAnswer)
    .find((action) => placeOfLeg(legs, action.leg) === place);
  if (later?.type === 'leg-received')
    return { taker: { taker: later.by }, note: `; nhận ${timeDateText(later.receivedAt)}` };
  return { taker: {}, note: later === undefined ? '' : '; bên nhận báo chưa nhận được' };
}

function isAnswer(action: CaseAction): action is Extract<LegAction, { type: 'leg-received' | 'leg-not-arrived' }> {
  return action.type === 'leg-received' || action.type === 'leg-not-arrived';
}

type HandOver = Mau06Data['handOvers'][number];

/** Offices print four to seven empty rows: the slip is written on by hand as the file goes round. */
const blankRows = 4;

/** Phiếu kiểm soát quá trình: each hand-over the journal knows, then rows to write on. */
export const controlSlipOf: CaseMaker<'mau-06'> = (desk, basis) => {
  const { actions, office, state } = basis;
  const unit = unitName(desk.catalogue, office.unitCode);
  const agency = agencyOf(desk, basis);
  const centre = office.centreName;
  const rows = actions.flatMap((recorded) => {
    const row =
      legMoveOf({ desk, centre, unit }, recorded, actions) ??
      handOverOf({ desk, centre, agency }, recorded, before(actions, recorded));
    return row === undefined ? [] : [row];
  });
  const last = actions.findLast(({ action }) => moves.has(action.type));
  if (last === undefined)
    return notApplicable('mau-06', 'Hồ sơ này chưa chuyển xử lý', 'this case was not handed over for handling');
  const journey = actions.flatMap((recorded) => {
    const row =
      citizenMove({ desk, centre, agency }, recorded, before(actions, recorded)) ??
      legMoveOf({ desk, centre, unit }, recorded, actions) ??
      handOverOf({ desk, centre, agency }, recorded, before(actions, recorded));
    return row === undefined ? [] : [withTaker(desk, row, recorded, actions)];
  });
  const handler = findHandler(desk, actions);
  const partners = [...new Set(state.legs.slice(1).map((leg) => agencyName(leg.agency, unit)))];
  return {
    ...caseOnPaper(desk, basis, last),
    agency,
    ...(partners.length === 0 ? {} : { partners: partners.filter((one) => one !== agency).join('; ') }),
    dueAt: state.dueAt ?? firstPromise(actions),
    madeAt: last.at,
    ...(handler === undefined ? {} : { handler }),
    handOvers: [...rows, ...Array.from({ length: blankRows }, () => ({}))],
    journey: [...journey, ...Array.from({ length: blankRows }, () => ({}))],
    movedAt: journey.findLast(({ at }) => at !== undefined)?.at ?? last.at,
    ...extendedOf(actions),
    agencyInText: agencyInText(agency),
  } satisfies Mau06Data;
};

/** The file goes to the citizen for papers and comes back, and the result leaves with whoever took it. */
function citizenMove(
  { desk, centre, agency }: Place,
  { action, at, actor, desk: uuid }: RecordedAction,
  earlier: readonly RecordedAction[],
): HandOver | undefined {
  const person = staffName(desk, actor, uuid);
  switch (action.type) {
    case 'supplement-requested': {
      const from = within(agency, findLast(earlier, 'transferred')?.action.to);
      return { from, to: citizen, at, giver: person, note: `Yêu cầu bổ sung: ${action.reason}` };
    }
    case 'supplemented':
      return {
        from: citizen,
        to: centre,
        at,
        taker: person,
        note: `Đã bổ sung đủ; hẹn trả mới: ${timeDateText(action.dueAt)}`,
      };
    case 'returned':
      return { from: centre, to: 'Người nhận kết quả', at, giver: person, taker: action.receiver, note: 'Trả kết quả' };
    default:
      return undefined;
  }
}

const citizen = 'Người nộp hồ sơ';

/** Who took a file up that was handed to a division: named where a colleague said so afterwards. */
function withTaker(
  desk: DeskContext,
  row: HandOver,
  { action, seq }: RecordedAction,
  actions: readonly RecordedAction[],
): HandOver {
  if (action.type !== 'transferred' || row.taker !== undefined) return row;
  const next = actionsAfter(actions, seq).find(({ action: { type } }) => type === 'taken-over' || moves.has(type));
  return next?.action.type === 'taken-over' ? { ...row, taker: staffName(desk, next.action.by, next.desk) } : row;
}

/** A promise that was moved says so, with the one before it (Điều 19 k6). */
function extendedOf(actions: readonly RecordedAction[]): Pick<Mau06Data, 'extended'> {
  const extended = findLast(actions, 'extended');
  if (extended === undefined) return {};
  const promised = foldCase(before(actions, extended)).dueAt ?? firstPromise(actions);
  return { extended: { from: promised, reason: extended.action.reason } };
}

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

type Place = { readonly desk: DeskContext; readonly centre: string; readonly agency: string };

function handOverOf(
  { desk, centre, agency }: Place,
  { action, at, actor, desk: uuid }: RecordedAction,
  earlier: readonly RecordedAction[],
): HandOver | undefined {
  const giver = staffName(desk, actor, uuid);
  if (action.type === 'transferred') {
    const taker = action.officer === undefined ? {} : { taker: staffName(desk, action.officer, uuid) };
    return { from: centre, to: within(agency, action.to), at, giver, ...taker };
  }
  const inner = innerMove(desk, { action, at, actor, desk: uuid }, earlier);
  if (inner !== undefined) return inner;
  const from = within(agency, findLast(earlier, 'transferred')?.action.to);
  const back = { from, to: centre, at, giver };
  if (action.type === 'handed-back') return { ...back, note: action.reason };
  if (action.type !== 'finished' && action.type !== 'refused') return undefined;
  const { dueAt, received, countsLate, supplementRequests } = foldCase(earlier);
  // What was promised anew too late stays late. A second request counts late in the index, and on no paper.
  const outcome = countsLate && supplementRequests < 2 ? lateOutcome : outcomeOf(at, dueAt, received);
  return { ...back, outcome, note: action.type === 'finished' ? action.result : 'Từ chối giải quyết' };
}

/** The agency, and the division inside it where the hand-over names one; people stand in the cells of who gave and took. */
function within(agency: string, division: string | undefined): string {
  return division ? `${agency} - ${division}` : agency;
}

/** From step to step inside the office: each under its name, judged by its own clock where it has one (Điều 17). */
function innerMove(
  desk: DeskContext,
  { action, at, actor, desk: uuid }: Pick<RecordedAction, 'action' | 'at' | 'actor' | 'desk'>,
  earlier: readonly RecordedAction[],
): HandOver | undefined {
  if (action.type !== 'assigned' && action.type !== 'passed' && action.type !== 'reworked') return undefined;
  const state = foldCase(earlier);
  const steps = processOfCase(desk, state)?.steps ?? [];
  const present = state.stage?.index;
  const [from, to] = [present, action.type === 'assigned' ? present : action.step].map((index) =>
    index === undefined ? undefined : steps[index]?.name,
  );
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    at,
    giver: staffName(desk, actor, uuid),
    ...(action.to === undefined ? {} : { taker: staffName(desk, action.to, uuid) }),
    ...(action.type === 'passed' ? { outcome: outcomeOf(at, state.stage?.dueAt ?? null) } : {}),
    ...noteOf(action),
  };
}

function noteOf(action: Extract<CaseAction, { type: 'assigned' | 'passed' | 'reworked' }>): Pick<HandOver, 'note'> {
  if (action.type === 'assigned') return { note: 'Giao người xử lý' };
  if (action.type === 'reworked') return { note: `Trả làm lại: ${action.reason}` };
  return action.note === undefined ? {} : { note: action.note };
}
