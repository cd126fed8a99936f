import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import { isBundleOpen } from '../../domain/routing/bundle.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import { findStandingCase } from '../../store/counter/case/case.ts';
import type { Writer } from '../../store/store.ts';
import { type Session, authorOf } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';

type Lost = { readonly caseId: string; readonly reason: string; readonly unit: string };
type LossFault<R> = R | Fault<'case-unknown' | 'case-undone' | 'disk-full'>;

/** Papers that nobody found are given up: the unit that answers for it is named (NĐ 118/2025 Điều 23). */
export function giveUpBundle(
  desk: DeskContext,
  { caseId, reason, unit }: Lost,
  session: Session,
): 'done' | LossFault<Fault<'bundle-reported' | 'bundle-with-citizen'>> {
  return onBundle(desk, caseId, session, (state, tx) => {
    const { lost, at } = state.bundle;
    if (lost !== null && lost.settledAt === null) return fault('bundle-reported', { unit: lost.unit });
    if (at.kind === 'citizen') return fault('bundle-with-citizen', {});
    tx.append({ kind: 'case', caseId }, { type: 'bundle-lost', reason, unit });
    return null;
  });
}

/** How it was made good. */
export function settleBundle(
  desk: DeskContext,
  { caseId, note }: { readonly caseId: string; readonly note: string },
  session: Session,
): 'done' | LossFault<Fault<'bundle-not-open'>> {
  return onBundle(desk, caseId, session, ({ bundle }, tx) => {
    if (!isBundleOpen(bundle)) return fault('bundle-not-open', {});
    tx.append({ kind: 'case', caseId }, { type: 'bundle-settled', note });
    return null;
  });
}

function onBundle<R extends Fault>(
  desk: DeskContext,
  caseId: string,
  session: Session,
  change: (state: CaseState, tx: Writer) => R | null,
): 'done' | LossFault<R> {
  return desk.store.write(authorOf(session), desk.now(), (tx): 'done' | R | Fault<'case-unknown' | 'case-undone'> => {
    const file = findStandingCase(desk.store.db, caseId);
    return isFault(file) ? file : (change(file.state, tx) ?? 'done');
  });
}
