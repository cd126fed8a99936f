import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { type BundlePlace, isBundleOpen } from '../../domain/bundle.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { caseActions } from '../../store/case-store.ts';
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
      const caseId = findCaseOfScan(room, scan);
      if (caseId === undefined) return fault('bundle-unknown', { scan });
      const { state } = bundleOfCase(room, caseId);
      const already = isWith(state, session);
      if (!already) move(tx, caseId, { kind: 'person', username: session.username });
      return { caseId, before: state, already };
    });
    if (isFault(taken)) return taken as Fault<'bundle-unknown'>;
    const { caseId, before, already } = taken;
    return {
      bundle: bundleOfCase(room, caseId).row,
      before: placeView(room, before.bundle.at),
      already,
      notice: noticeOf(before, session),
    };
  },

  place: (room, { case: which, place }, caller) => {
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      const caseId = 'caseId' in which ? knownCase(room, which.caseId) : findCaseOfScan(room, which.scan);
      if (caseId === undefined)
        return 'caseId' in which ? fault('case-unknown', which) : fault('bundle-unknown', { scan: which.scan });
      const refused = placeRefusal(bundleOfCase(room, caseId).state, place.kind);
      if (refused !== null) return refused;
      move(tx, caseId, place);
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
      const { bundle } = state;
      if (bundle.lost !== null && bundle.lost.settledAt === null)
        return refuse('Túi hồ sơ này đã được báo thất lạc.', 'This bundle is reported as lost already.');
      if (bundle.at.kind === 'citizen')
        return refuse('Giấy tờ đã trả cho người dân.', 'The papers were given back to the citizen.');
      tx.append({ kind: 'case', caseId }, { type: 'bundle-lost', reason, unit });
      return null;
    }),

  settle: (room, { caseId, note }, caller) =>
    onBundle(room, caseId, getSession(caller), ({ bundle }, tx) => {
      if (!isBundleOpen(bundle))
        return refuse('Túi hồ sơ này không có gì phải giải quyết.', 'Nothing is open for this bundle.');
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

type PlaceFault = Fault<'bundle-unknown' | 'case-unknown' | 'bundle-not-allowed' | 'disk-full'>;

function onBundle(
  room: Room,
  caseId: string,
  session: Session,
  change: (state: CaseState, tx: Writer) => Fault<'bundle-not-allowed'> | null,
) {
  const done = room.store.write(authorOf(session), room.now(), (tx) => {
    if (knownCase(room, caseId) === undefined) return fault('case-unknown', { caseId });
    return change(bundleOfCase(room, caseId).state, tx) ?? 'done';
  });
  return isFault(done)
    ? (done as Exclude<PlaceFault, Fault<'bundle-unknown'>>)
    : { bundle: bundleOfCase(room, caseId).row };
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
function placeRefusal({ status, bundle }: CaseState, kind: 'archive' | 'citizen') {
  const same = bundle.at.kind === kind && kind === 'citizen';
  if (same) return refuse('Giấy tờ đã ghi là trả cho người dân.', 'The papers are recorded as given back already.');
  const closed = status === 'returned' || status === 'stopped' || status === 'refused' || status === 'withdrawn';
  if (closed || (kind === 'citizen' && status === 'finished')) return null;
  return kind === 'archive'
    ? refuse(
        'Hồ sơ chưa giải quyết xong nên chưa cất vào kho.',
        'The case is not closed, so its papers are not archived yet.',
      )
    : refuse(
        'Hồ sơ đang giải quyết nên chưa trả giấy tờ.',
        'The case is under way, so its papers are not given back yet.',
      );
}

function refuse(reason: string, reasonEn: string): Fault<'bundle-not-allowed'> {
  return fault('bundle-not-allowed', { reason, reasonEn });
}
