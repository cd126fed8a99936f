import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { HandOverTo, Pile, WaitingCase } from '../../contract/routing/hand-over.ts';
import { printedNumber } from '../../domain/base/numbering.ts';
import { civilOfInstant } from '../../domain/base/civil-time.ts';
import type { ActContext } from '../../domain/counter/case/acts/act-row.ts';
import { decideAct, recordOf } from '../../domain/counter/case/acts/acts.ts';
import { bundleAfterLeg } from '../../domain/counter/case/bundle-after.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import { paperTransferDue } from '../../domain/deadline/office-clocks.ts';
import type { BundlePlace, CaseAction } from '../../domain/entries/case.ts';
import { type HandOver, handOverNumber } from '../../domain/routing/hand-over.ts';
import { findCurrentLeg, whichLeg } from '../../domain/routing/legs.ts';
import { findCaseFile, getCaseFile } from '../../store/counter/case/case.ts';
import { findAccount } from '../../store/common/office/accounts.ts';
import { type KeptHandOver, findHandOver, findMissedList, lastHandOverSerial } from '../../store/routing/hand-over.ts';
import { type FoundWaitingCase as Found, waitingCases } from '../../store/routing/legs.ts';
import type { Writer } from '../../store/store.ts';
import { actContext } from '../counter/case/act.ts';
import { type Session, authorOf } from '../core/session/client.ts';
import { clockFault } from '../core/clock.ts';
import type { DeskContext } from '../core/context.ts';
import { isIn } from '../../contract/base/case-status.ts';
import { claimRequest, keepRequest } from '../../store/journal/requests.ts';

/** What one pile shows at most: a list takes no more. */
const most = 200;

type Waiting = { readonly to: HandOverTo; readonly found: Found; readonly by: string | null };

/** What waits to be handed on, by where it goes, the pile with the nearest clock first. */
export function preparePiles(desk: DeskContext): Pile[] {
  const { db } = desk.store;
  const now = desk.nowCivil();
  const missed = waitingCases(db, 'missed', most);
  const again = new Set(missed.map(({ caseId }) => caseId));
  const fresh = (['unit', 'division', 'back', 'counter'] as const).flatMap((kind) =>
    waitingCases(db, kind, most)
      .filter(({ caseId }) => !again.has(caseId))
      .flatMap((found) => waitingAs(desk, kind, found)),
  );
  const all = [...missed.map((found) => missedAs(found)), ...fresh];
  const piles = Map.groupBy(all, ({ to }) => `${to.kind} ${to.name}`);
  return [...piles.values()]
    .map((waiting) => pileOf(desk, waiting, now))
    .toSorted((a, b) => (a.by ?? '9').localeCompare(b.by ?? '9'));
}

/** The division that handles what is accepted here, where nobody has named another. */
const ownDivision = 'Bộ phận chuyên môn';

function waitingAs(desk: DeskContext, kind: HandOverTo['kind'] | 'back', found: Found): Waiting[] {
  switch (kind) {
    case 'back': {
      const { place, receivedByUnit } = found;
      const isUnderWay = place?.kind === 'on-the-way' || receivedByUnit === null;
      return isUnderWay ? [] : [{ to: { kind: 'unit', name: receivedByUnit }, found, by: null }];
    }
    case 'unit': {
      const leg = findCurrentLeg(found.legs)?.leg;
      return leg === undefined ? [] : [{ to: { kind, name: leg.agency }, found, by: leg.sendBy }];
    }
    case 'division': {
      const due = paperTransferDue(found.acceptedAt, desk.calendar());
      return [{ to: { kind, name: ownDivision }, found, by: isFault(due) ? null : due }];
    }
    case 'counter':
      return isAway(desk, found) ? [{ to: { kind, name: desk.getOffice().centreName }, found, by: null }] : [];
  }
}

/** With a division or with somebody who is not at the counter. What is on the way is on a list already. */
function isAway(desk: DeskContext, { place }: Found): boolean {
  if (place?.kind === 'division' || place?.kind === 'unit') return true;
  return place?.kind === 'person' && findAccount(desk.store.db, place.username)?.role === 'officer';
}

/** It stays with who sent it and goes to where its list said. */
function missedAs(found: Found): Waiting {
  const { to } = JSON.parse(found.missedFrom ?? '{}') as HandOver;
  return { to, found, by: findCurrentLeg(found.legs)?.leg.sendBy ?? null };
}

function pileOf(desk: DeskContext, waiting: readonly Waiting[], now: string): Pile {
  const [first] = waiting;
  if (first === undefined) throw new Error('a pile has a case');
  const cases = waiting.map((one) => rowOf(desk, one, now));
  const clocks = cases.flatMap(({ by }) => (by === null ? [] : [by])).toSorted();
  return { to: first.to, by: clocks[0] ?? null, late: cases.filter(({ late }) => late).length, cases };
}

function rowOf(desk: DeskContext, { found, by }: Waiting, now: string): WaitingCase {
  const { caseId, number, applicantName, procedureName, status, missedFrom } = found;
  return {
    caseId,
    number,
    givenCode: found.receivedByUnit === null ? null : givenCodeOf(getCaseFile(desk.store.db, caseId).state),
    applicantName,
    procedureName,
    status,
    by,
    late: by !== null && now > by,
    missedFrom: missedFrom === null ? null : (JSON.parse(missedFrom) as HandOver).number,
  };
}

/** What the centre that received it knows it by; null where that is its number here too. */
export function givenCodeOf({ number, received: { foreign } }: CaseState): string | null {
  return foreign === undefined || foreign.code === printedNumber(number) ? null : foreign.code;
}

export type ListInput = {
  readonly requestId: string;
  readonly to: HandOverTo;
  readonly caseIds: readonly string[];
  readonly note: string;
};

export type MakeFault = Fault<
  'case-unknown' | 'hand-over-refused' | 'calendar-ends' | 'clock-untrusted' | 'request-id-reused' | 'disk-full'
>;

/**
 * Puts a list in the journal with what it does to each of its cases, in one commit. The caller's request id is the list's id, so the
 * same request twice is one list.
 */
export function makeHandOver(desk: DeskContext, input: ListInput, session: Session): 'made' | 'known' | MakeFault {
  const { requestId: handOverId, to, caseIds, note } = input;
  const request = { call: 'handOver.make', requestId: handOverId, content: { to, caseIds, note } };
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (findHandOver(tx.db, handOverId) !== undefined) return 'known';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const context: ActContext = { ...actContext(desk, session), handOverId };
    for (const caseId of caseIds) {
      const refused = putOnList(tx, caseId, to, context);
      if (refused !== null) return refused;
    }
    const day = desk.nowCivil().slice(0, 10);
    const serial = lastHandOverSerial(tx.db, day) + 1;
    const number = handOverNumber(desk.getOffice().desk.code, day, serial);
    const by = session.username;
    tx.append(
      { kind: 'hand-over', handOverId },
      { type: 'hand-over-made', number, day, serial, to, caseIds, note, by },
    );
    keepRequest(tx.db, request);
    return 'made';
  });
}

function putOnList(tx: Writer, caseId: string, to: HandOverTo, context: ActContext): MakeFault | null {
  const file = findCaseFile(tx.db, caseId);
  if (file === undefined) return fault('case-unknown', { caseId });
  const { state } = file;
  const wrong = refusalOf(tx, caseId, state, to);
  if (wrong !== null) return refusedBecause(state, wrong);
  const act = actFor(state, to);
  const action = act === null ? null : decideAct(act, state, context);
  if (isFault(action)) {
    if (action.fault === 'calendar-ends') return action;
    const { reason, reasonEn } = action.data as { reason: string; reasonEn: string };
    return refusedBecause(state, { vi: reason, en: reasonEn });
  }
  const subject = { kind: 'case', caseId } as const;
  if (action !== null) tx.append(subject, named(action, to));
  const sent = action === null ? null : bundleAfterLeg(action, state, context.username);
  tx.append(subject, sent ?? onTheWay(to, context.handOverId ?? ''));
  return null;
}

/** What a list does to a case besides moving its papers. A result on its way to the counter changes nothing else. */
function actFor(state: CaseState, to: HandOverTo): { type: 'send-leg' } | { type: 'transfer' } | null {
  if (to.kind === 'unit') return isGoingBack(state, to) ? null : { type: 'send-leg' };
  return to.kind === 'division' && state.status === 'accepted' ? { type: 'transfer' } : null;
}

function named(action: CaseAction, to: HandOverTo): CaseAction {
  return action.type === 'transferred' ? { ...action, to: to.name } : action;
}

function onTheWay(to: HandOverTo, handOverId: string): Extract<CaseAction, { type: 'bundle-moved' }> {
  const place: BundlePlace = { kind: 'on-the-way', to: to.name, handOverId };
  return { type: 'bundle-moved', to: place, handOverId };
}

/** A result on its way to the centre that received the file (NĐ 118/2025 Điều 20 k1b). */
function isGoingBack({ received, status }: CaseState, to: HandOverTo): boolean {
  return to.kind === 'unit' && received.foreign?.unit.name === to.name && isIn(status, 'to-return');
}

type Why = { readonly vi: string; readonly en: string };

/** Whether this case may be on a list to there at all; what the act itself asks comes after. */
function refusalOf(tx: Writer, caseId: string, state: CaseState, to: HandOverTo): Why | null {
  if (state.bundle.at.kind === 'on-the-way') return reasons.underWay;
  if (isGoingBack(state, to)) return null;
  if (to.kind === 'unit') return findCurrentLeg(state.legs)?.leg.agency === to.name ? null : reasons.otherAgency;
  if (to.kind === 'counter') return isIn(state.status, 'back-to-the-counter') ? null : reasons.noResult;
  const missed = findMissedList(tx.db, caseId)?.to;
  const passedOn = state.status !== 'accepted';
  return passedOn && missed?.kind !== 'division' ? reasons.passedOn : null;
}

const reasons = {
  underWay: {
    vi: 'Hồ sơ giấy đang trên một danh sách bàn giao chưa được ký nhận.',
    en: 'Its papers are on another list that was not signed yet.',
  },
  otherAgency: {
    vi: 'Hồ sơ không phải chuyển đến cơ quan này.',
    en: 'The case does not go to this agency.',
  },
  noResult: {
    vi: 'Hồ sơ chưa có kết quả để chuyển về quầy.',
    en: 'The case has no result to go to the counter.',
  },
  passedOn: {
    vi: 'Hồ sơ đã chuyển xử lý rồi.',
    en: 'The case was passed on already.',
  },
} as const;

function refusedBecause({ number }: CaseState, { vi, en }: Why): Fault<'hand-over-refused'> {
  return fault('hand-over-refused', { number: printedNumber(number), reason: vi, reasonEn: en });
}

export type SignInput = {
  readonly handOverId: string;
  readonly missing: readonly string[];
  readonly by: string;
  readonly at?: string | undefined;
};

export type SignFault = Fault<
  | 'hand-over-unknown'
  | 'hand-over-signed'
  | 'hand-over-not-listed'
  | 'hand-over-moment'
  | 'calendar-ends'
  | 'clock-untrusted'
  | 'disk-full'
>;

/** The second signature. For another agency it is the moment from which the citizen's time runs (NĐ 118/2025 Điều 17 k3 as amended). */
export function signHandOver(desk: DeskContext, input: SignInput, session: Session): 'signed' | SignFault {
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const { handOverId, missing, by } = input;
    const list = findHandOver(tx.db, handOverId);
    if (list === undefined) return fault('hand-over-unknown', { handOver: handOverId });
    const receivedAt = input.at === undefined ? desk.nowCivil() : civilOfInstant(input.at);
    const wrong = receiveRefusal(list, missing, receivedAt, desk.nowCivil());
    if (wrong !== null) return wrong;
    for (const caseId of list.caseIds) {
      const arrived = !missing.includes(caseId);
      const failed = settleCase(tx, desk, caseId, list, { arrived, receivedAt, by }, session);
      if (failed !== null) return failed;
    }
    const subject = { kind: 'hand-over', handOverId } as const;
    tx.append(subject, { type: 'hand-over-received', by, receivedAt, missing });
    return 'signed';
  });
}

function receiveRefusal(
  { number, caseIds, madeAt, received }: KeptHandOver,
  missing: readonly string[],
  receivedAt: string,
  now: string,
): SignFault | null {
  if (received !== null) return fault('hand-over-signed', { number });
  if (missing.some((caseId) => !caseIds.includes(caseId))) return fault('hand-over-not-listed', { number });
  // People say times to the minute.
  const ordered = receivedAt <= now && receivedAt.slice(0, 16) >= madeAt.slice(0, 16);
  return ordered ? null : fault('hand-over-moment', { number });
}

type Signed = { readonly arrived: boolean; readonly receivedAt: string; readonly by: string };

/** What the signature does to one case: its leg begins or goes back to be sent, and its papers are where they are. */
function settleCase(
  tx: Writer,
  desk: DeskContext,
  caseId: string,
  list: KeptHandOver,
  { arrived, receivedAt, by }: Signed,
  session: Session,
): Fault<'calendar-ends'> | null {
  const { state } = getCaseFile(tx.db, caseId);
  const subject = { kind: 'case', caseId } as const;
  const current = findCurrentLeg(state.legs);
  const { handOverId } = list;
  // Somebody may have confirmed or taken back the leg meanwhile: then only the papers are settled.
  const onList = current?.leg.stage === 'sent' && current.leg.handOverId === handOverId;
  if (list.to.kind === 'unit' && onList && current !== undefined) {
    const which = whichLeg(state.legs, current);
    const action: CaseAction | Fault<'calendar-ends'> = arrived
      ? recordOf({ type: 'leg-received', at: receivedAt, by }, state, actContext(desk, session))
      : { type: 'leg-not-arrived', ...which, handOverId };
    if (isFault(action)) return action;
    tx.append(subject, action);
    const moved = bundleAfterLeg(action, state, list.madeBy);
    if (moved !== null) tx.append(subject, moved);
    return null;
  }
  const { at } = state.bundle;
  // With the signature of the other side the result is at the centre whose receipt the citizen has.
  if (arrived && isGoingBack(state, list.to) && at.kind === 'on-the-way' && at.handOverId === handOverId)
    tx.append(subject, { type: 'returned', receiver: `${list.to.name} (${by})`, handOverId });
  if (at.kind === 'on-the-way' && at.handOverId === handOverId)
    tx.append(subject, { type: 'bundle-moved', to: placeAfter(list, arrived, session), handOverId });
  return null;
}

function placeAfter({ to, madeBy }: KeptHandOver, arrived: boolean, session: Session): BundlePlace {
  if (!arrived) return { kind: 'person', username: madeBy };
  switch (to.kind) {
    case 'unit':
      return { kind: 'unit', name: to.name };
    case 'division':
      return { kind: 'division', name: to.name };
    case 'counter':
      return { kind: 'person', username: session.username };
  }
}
