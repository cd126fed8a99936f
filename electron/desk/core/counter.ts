import type { CounterView } from '../../contract/work/conflict.ts';
import { isOwnDesk } from '../../store/journal/journal.ts';
import { findCounterOfDesk } from '../../store/office/settings.ts';
import type { DeskContext } from './context.ts';

/** A desk's counter as that desk itself last called it; both empty for one that told nothing of itself. */
export function counterOf(desk: DeskContext, uuid: string): CounterView {
  const { db } = desk.store;
  if (!isOwnDesk(db, uuid)) return findCounterOfDesk(db, uuid) ?? { code: '', name: '' };
  const { code, name } = desk.getOffice().desk;
  return { code, name };
}
