import type { CounterView } from '../../contract/counter/work/conflict.ts';
import { isOwnDesk } from '../../store/journal/journal.ts';
import { findCounterOfDesk } from '../../store/common/office/settings.ts';
import { hasOtherDesks } from '../../store/journal/order.ts';
import { findBeginningDesk } from '../../store/journal/subject.ts';
import type { DeskContext } from './context.ts';

/** A desk's counter as that desk itself last called it; both empty for one that told nothing of itself. */
export function counterOf(desk: DeskContext, uuid: string): CounterView {
  const { db } = desk.store;
  if (!isOwnDesk(db, uuid)) return findCounterOfDesk(db, uuid) ?? { code: '', name: '' };
  const { code, name } = desk.getOffice().desk;
  return { code, name };
}

/** What people call a counter: its name, or its code. */
export function counterName(desk: DeskContext, uuid: string): string {
  const { code, name } = counterOf(desk, uuid);
  return name || code || uuid.slice(0, 8);
}

/**
 * For a list: the code of the counter at which each thing began, where an office has several; nothing on an island, whose lists say nothing of counters. The
 * name of one without a code; empty for one that told nothing of itself.
 */
export function countersOf(
  desk: DeskContext,
): (kind: 'case' | 'receipt' | 'hand-over' | 'petition' | 'intake', id: string) => { readonly counter?: string } {
  const { db } = desk.store;
  if (!hasOtherDesks(db)) return () => ({});
  const known = new Map<string, string>();
  return (kind, id) => {
    const uuid = findBeginningDesk(db, kind, id);
    if (uuid === undefined) return {};
    const found = known.get(uuid);
    if (found !== undefined) return { counter: found };
    const { code, name } = counterOf(desk, uuid);
    const called = code === '' ? name : code;
    known.set(uuid, called);
    return { counter: called };
  };
}
