import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { BundlePlace } from '../../domain/entries/case.ts';
import { isBundleOpen } from '../../domain/routing/bundle.ts';
import { findCaseRow } from '../../store/case/case.ts';
import { type KeptHandOver, findHandOver, findHandOverByNumber, listHandOvers } from '../../store/routing/hand-over.ts';
import type { Writer } from '../../store/store.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { placeView } from '../case/view.ts';
import { type Session, authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { personName } from '../core/lookups.ts';
import { makePaper } from '../papers/make.ts';
import { bundleOfCase, checkBundles, findCaseOfScan, missingBundles } from './bundles.ts';
import { handOverView, makeHandOverPaper, previewHandOver } from './hand-over-papers.ts';
import { makeHandOver, preparePiles, signHandOver } from './hand-over.ts';

export const bundleHandlers: Handlers['bundle'] = {
  take: (room, { scan }, caller) => {
    const session = getSession(caller);
    const taken = room.store.write(authorOf(session), room.now(), (tx) => {
      const found = findCaseOfScan(room, scan);
      if (found === undefined) return fault('bundle-unknown', { scan });
      const { caseId, voidNumber } = found;
      const { state } = bundleOfCase(room, caseId);
      const already = isWith(state, session);
      if (!already) move(tx, caseId, { kind: 'person', username: session.username });
      return { caseId, before: state, already, voidNumber };
    });
    if (isFault(taken)) return taken;
    const { caseId, before, already, voidNumber } = taken;
    return {
      bundle: bundleOfCase(room, caseId).row,
      before: placeView(room, before.bundle.at),
      already,
      voidNumber,
      notice: noticeOf(before, session),
    };
  },

  place: (room, { case: which, place }, caller) => {
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      const caseId = 'caseId' in which ? knownCase(room, which.caseId) : findCaseOfScan(room, which.scan)?.caseId;
      if (caseId === undefined)
        return 'caseId' in which ? fault('case-unknown', which) : fault('bundle-unknown', { scan: which.scan });
      const { state } = bundleOfCase(room, caseId);
      const refused = placeRefusal(state, place.kind);
      if (refused !== null) return refused;
      if (!isAt(state, place)) move(tx, caseId, place);
      return { caseId };
    });
    return isFault(done) ? done : { bundle: bundleOfCase(room, done.caseId).row };
  },

  check: (room, { scans, settle }, caller) => checkBundles(room, scans, settle, getSession(caller)),

  missing: (room, { limit }) => {
    const rows = missingBundles(room, limit + 1);
    return { rows: rows.slice(0, limit), count: Math.min(rows.length, limit), more: rows.length > limit };
  },

  lost: (room, { caseId, reason, unit }, caller) =>
    onBundle(room, caseId, getSession(caller), (state, tx) => {
      const { lost, at } = state.bundle;
      if (lost !== null && lost.settledAt === null) return fault('bundle-reported', { unit: lost.unit });
      if (at.kind === 'citizen') return fault('bundle-with-citizen', {});
      tx.append({ kind: 'case', caseId }, { type: 'bundle-lost', reason, unit });
      return null;
    }),

  settle: (room, { caseId, note }, caller) =>
    onBundle(room, caseId, getSession(caller), ({ bundle }, tx) => {
      if (!isBundleOpen(bundle)) return fault('bundle-not-open', {});
      tx.append({ kind: 'case', caseId }, { type: 'bundle-settled', note });
      return null;
    }),

  label: (room, { caseId, print, printer }, caller) => {
    if (knownCase(room, caseId) === undefined) return fault('case-unknown', { caseId });
    const session = getSession(caller);
    return room.inTurn(caseId, () =>
      makePaper(room, paperOfCase(room, caseId), 'nhan-tui', { print, printer }, session),
    );
  },
};

type PlaceRefusal = Fault<'bundle-not-archived-yet' | 'bundle-not-returned-yet'>;
type LossRefusal = Fault<'bundle-reported' | 'bundle-with-citizen' | 'bundle-not-open'>;

function onBundle<R extends LossRefusal>(
  room: DeskContext,
  caseId: string,
  session: Session,
  change: (state: CaseState, tx: Writer) => R | null,
) {
  const done = room.store.write(authorOf(session), room.now(), (tx) => {
    if (knownCase(room, caseId) === undefined) return fault('case-unknown', { caseId });
    return change(bundleOfCase(room, caseId).state, tx) ?? 'done';
  });
  return isFault(done) ? done : { bundle: bundleOfCase(room, caseId).row };
}

function knownCase(room: DeskContext, caseId: string): string | undefined {
  return findCaseRow(room.store.db, caseId) === undefined ? undefined : caseId;
}

function move(tx: Writer, caseId: string, to: BundlePlace): void {
  tx.append({ kind: 'case', caseId }, { type: 'bundle-moved', to });
}

function isWith({ bundle }: CaseState, { username }: Session): boolean {
  return bundle.at.kind === 'person' && bundle.at.username === username && !isBundleOpen(bundle);
}

/** What the one who scans has to know, the most surprising first. */
function noticeOf({ bundle, holder, stage }: CaseState, { username }: Session) {
  if (isBundleOpen(bundle)) return 'found';
  if (bundle.at.kind === 'on-the-way') return 'on-the-way';
  if (bundle.at.kind === 'archive') return 'archived';
  if (bundle.at.kind === 'citizen') return 'given-back';
  if (stage === null || holder === username) return null;
  return holder === null ? 'file-free' : 'file-elsewhere';
}

/** Papers of a file that is still worked on belong to no shelf; whoever takes them home has asked to stop (Điều 21). */
function placeRefusal({ status }: CaseState, kind: 'archive' | 'citizen'): PlaceRefusal | null {
  const closed = status === 'returned' || status === 'stopped' || status === 'refused' || status === 'withdrawn';
  if (closed || (kind === 'citizen' && status === 'finished')) return null;
  return kind === 'archive' ? fault('bundle-not-archived-yet', {}) : fault('bundle-not-returned-yet', {});
}

/** Recorded there already: the same words twice are one move. */
function isAt({ bundle }: CaseState, place: BundlePlace): boolean {
  return !isBundleOpen(bundle) && canonicalJson(bundle.at) === canonicalJson(place);
}

export const handOverHandlers: Handlers['handOver'] = {
  prepare: (room) => ({ now: room.nowCivil(), piles: preparePiles(room) }),

  preview: (room, input, caller) => {
    const unknown = input.caseIds.find((caseId) => findCaseRow(room.store.db, caseId) === undefined);
    if (unknown !== undefined) return fault('case-unknown', { caseId: unknown });
    return previewHandOver(room, input, getSession(caller));
  },

  make: async (room, input, caller) => {
    const session = getSession(caller);
    const made = makeHandOver(room, input, session);
    if (isFault(made)) return made;
    // From here the list is safe. Whatever happens to its paper is said, and undoes nothing.
    const { requestId } = input;
    const { printJobId, paperFault } = await room.inTurn(requestId, () =>
      makeHandOverPaper(room, requestId, input, session),
    );
    return { handOver: handOverView(room, getList(room, requestId)), printJobId, paperFault };
  },

  receive: (room, input, caller) => {
    const signed = signHandOver(room, input, getSession(caller));
    return isFault(signed) ? signed : handOverView(room, getList(room, input.handOverId));
  },

  list: (room, question) => ({
    handOvers: listHandOvers(room.store.db, question).map(
      ({ handOverId, number, to, madeAt, madeBy, caseIds, received }) => ({
        handOverId,
        number,
        to,
        madeAt,
        madeByName: personName(room, madeBy),
        cases: caseIds.length,
        received: received !== null,
        missing: received?.missing.length ?? 0,
      }),
    ),
  }),

  get: (room, wanted) => {
    const list =
      'number' in wanted
        ? findHandOverByNumber(room.store.db, wanted.number)
        : findHandOver(room.store.db, wanted.handOverId);
    if (list !== undefined) return handOverView(room, list);
    return fault('hand-over-unknown', { handOver: 'number' in wanted ? wanted.number : wanted.handOverId });
  },
};

function getList(room: DeskContext, handOverId: string): KeptHandOver {
  const list = findHandOver(room.store.db, handOverId);
  if (list === undefined) throw new Error(`no hand-over list ${handOverId}`);
  return list;
}
