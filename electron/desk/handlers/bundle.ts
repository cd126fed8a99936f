import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { BundlePlace } from '../../domain/entries/case.ts';
import { isBundleOpen } from '../../domain/routing/bundle.ts';
import { caseActions } from '../../store/case/case.ts';
import type { Writer } from '../../store/store.ts';
import { authorOf } from '../author.ts';
import { checkBundles } from '../bundle-check.ts';
import { bundleOfCase, findCaseOfScan, missingBundles } from '../bundles.ts';
import type { Session } from '../client.ts';
import { type Handlers, getSession } from '../handler.ts';
import { makePaper } from '../make-paper.ts';
import { paperOfCase } from '../paper-source.ts';
import type { Room } from '../room.ts';
import { placeView } from '../whereabouts-view.ts';

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
    if (isFault(taken)) return taken as Fault<'bundle-unknown'>;
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
    return isFault(done) ? (done as PlaceFault) : { bundle: bundleOfCase(room, done.caseId).row };
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
type PlaceFault = PlaceRefusal | Fault<'bundle-unknown' | 'case-unknown' | 'disk-full'>;
type LossRefusal = Fault<'bundle-reported' | 'bundle-with-citizen' | 'bundle-not-open'>;

function onBundle<R extends LossRefusal>(
  room: Room,
  caseId: string,
  session: Session,
  change: (state: CaseState, tx: Writer) => R | null,
) {
  const done = room.store.write(authorOf(session), room.now(), (tx) => {
    if (knownCase(room, caseId) === undefined) return fault('case-unknown', { caseId });
    return change(bundleOfCase(room, caseId).state, tx) ?? 'done';
  });
  return isFault(done) ? (done as R | Fault<'case-unknown' | 'disk-full'>) : { bundle: bundleOfCase(room, caseId).row };
}

function knownCase(room: Room, caseId: string): string | undefined {
  return caseActions(room.store.db, caseId).length === 0 ? undefined : caseId;
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
