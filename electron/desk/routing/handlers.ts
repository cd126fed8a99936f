import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import { canonicalCode } from '../../domain/base/numbering.ts';
import { undoneFault } from '../../domain/counter/case/undone.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import type { BundlePlace } from '../../domain/entries/case.ts';
import { isBundleOpen } from '../../domain/routing/bundle.ts';
import { findCaseRow, findStandingCase } from '../../store/counter/case/case.ts';
import {
  type KeptHandOver,
  findHandOver,
  findHandOverByNumber,
  handOverDesk,
  listHandOvers,
} from '../../store/routing/hand-over.ts';
import type { Writer } from '../../store/store.ts';
import { paperOfCase } from '../counter/case/papers/case-papers.ts';
import { placeView } from '../counter/case/view.ts';
import { type Session, authorOf } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { countersOf } from '../core/counter.ts';
import { staffName } from '../core/session/staff-name.ts';
import { makePaper } from '../papers/make.ts';
import { giveUpBundle, settleBundle } from './bundle-loss.ts';
import { bundleOfCase, checkBundles, findCaseOfScan, missingBundles } from './bundles.ts';
import { handOverView, makeHandOverPaper, previewHandOver } from './hand-over-papers.ts';
import { makeHandOver, preparePiles, signHandOver } from './hand-over.ts';
import { isIn } from '../../contract/base/case-status.ts';

export const bundleHandlers: Handlers['bundle'] = {
  take: (desk, { scan }, caller) => {
    const session = getSession(caller);
    const taken = desk.store.write(authorOf(session), desk.now(), (tx) => {
      const found = findCaseOfScan(desk, scan);
      if (found === undefined) return fault('bundle-unknown', { scan });
      const { caseId, voidNumber } = found;
      const { state } = bundleOfCase(desk, caseId);
      const undone = undoneFault(state);
      if (undone !== null) return undone;
      const already = isWith(state, session);
      if (!already) move(tx, caseId, { kind: 'person', username: session.username });
      return { caseId, before: state, already, voidNumber };
    });
    if (isFault(taken)) return taken;
    const { caseId, before, already, voidNumber } = taken;
    return {
      bundle: bundleOfCase(desk, caseId).row,
      before: placeView(desk, before.bundle.at),
      already,
      voidNumber,
      notice: noticeOf(before, session),
    };
  },

  place: (desk, { case: which, place }, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const caseId = 'caseId' in which ? knownCase(desk, which.caseId) : findCaseOfScan(desk, which.scan)?.caseId;
      if (caseId === undefined)
        return 'caseId' in which ? fault('case-unknown', which) : fault('bundle-unknown', { scan: which.scan });
      const { state } = bundleOfCase(desk, caseId);
      const refused = undoneFault(state) ?? placeRefusal(state, place.kind);
      if (refused !== null) return refused;
      if (!isAt(state, place)) move(tx, caseId, place);
      return { caseId };
    });
    return isFault(done) ? done : { bundle: bundleOfCase(desk, done.caseId).row };
  },

  check: (desk, { scans, settle }, caller) => checkBundles(desk, scans, settle, getSession(caller)),

  missing: (desk, { limit }) => {
    const rows = missingBundles(desk, limit + 1);
    return { rows: rows.slice(0, limit), count: Math.min(rows.length, limit), more: rows.length > limit };
  },

  lost: (desk, input, caller) => {
    const done = giveUpBundle(desk, input, getSession(caller));
    return isFault(done) ? done : { bundle: bundleOfCase(desk, input.caseId).row };
  },

  settle: (desk, input, caller) => {
    const done = settleBundle(desk, input, getSession(caller));
    return isFault(done) ? done : { bundle: bundleOfCase(desk, input.caseId).row };
  },

  label: (desk, { caseId, print, printer }, caller) => {
    const file = findStandingCase(desk.store.db, caseId);
    if (isFault(file)) return file;
    const session = getSession(caller);
    return desk.inTurn(caseId, () =>
      makePaper(desk, paperOfCase(desk, caseId), 'nhan-tui', { print, printer }, session),
    );
  },
};

type PlaceRefusal = Fault<'bundle-not-archived-yet' | 'bundle-not-returned-yet'>;

function knownCase(desk: DeskContext, caseId: string): string | undefined {
  return findCaseRow(desk.store.db, caseId) === undefined ? undefined : caseId;
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
  if (isIn(status, 'closed') || (kind === 'citizen' && status === 'finished')) return null;
  return kind === 'archive' ? fault('bundle-not-archived-yet', {}) : fault('bundle-not-returned-yet', {});
}

/** Recorded there already: the same words twice are one move. */
function isAt({ bundle }: CaseState, place: BundlePlace): boolean {
  return !isBundleOpen(bundle) && canonicalJson(bundle.at) === canonicalJson(place);
}

export const handOverHandlers: Handlers['handOver'] = {
  prepare: (desk) => ({ now: desk.nowCivil(), piles: preparePiles(desk) }),

  preview: (desk, input, caller) => {
    for (const caseId of input.caseIds) {
      const file = findStandingCase(desk.store.db, caseId);
      if (isFault(file)) return file;
    }
    return previewHandOver(desk, input, getSession(caller));
  },

  make: async (desk, input, caller) => {
    const session = getSession(caller);
    const made = makeHandOver(desk, input, session);
    if (isFault(made)) return made;
    // From here the list is safe. Whatever happens to its paper is said, and undoes nothing.
    const { requestId } = input;
    const { printJobId, paperFault } = await desk.inTurn(requestId, () =>
      makeHandOverPaper(desk, requestId, input, session),
    );
    return { handOver: handOverView(desk, getList(desk, requestId)), printJobId, paperFault };
  },

  receive: (desk, input, caller) => {
    const signed = signHandOver(desk, input, getSession(caller));
    return isFault(signed) ? signed : handOverView(desk, getList(desk, input.handOverId));
  },

  list: (desk, question) => ({
    handOvers: listHandOvers(desk.store.db, question).map(
      ({ handOverId, number, to, madeAt, madeBy, caseIds, received }) => ({
        handOverId,
        number,
        to,
        madeAt,
        madeByName: staffName(desk, madeBy, handOverDesk(desk.store.db, handOverId)),
        cases: caseIds.length,
        received: received !== null,
        missing: received?.missing.length ?? 0,
        ...countersOf(desk)('hand-over', handOverId),
      }),
    ),
  }),

  get: (desk, wanted) => {
    const list =
      'number' in wanted
        ? findHandOverByNumber(desk.store.db, canonicalCode(wanted.number))
        : findHandOver(desk.store.db, wanted.handOverId);
    if (list !== undefined) return handOverView(desk, list);
    return fault('hand-over-unknown', { handOver: 'number' in wanted ? wanted.number : wanted.handOverId });
  },
};

function getList(desk: DeskContext, handOverId: string): KeptHandOver {
  const list = findHandOver(desk.store.db, handOverId);
  if (list === undefined) throw new Error(`no hand-over list ${handOverId}`);
  return list;
}
