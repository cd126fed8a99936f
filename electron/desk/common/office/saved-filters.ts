import { fault, isFault } from '../../../contract/base/fault.ts';
import { mostFilters } from '../../../contract/common/office/saved-filter.ts';
import { withSavedFilter, withoutSavedFilter } from '../../../domain/common/office/saved-filters.ts';
import { keepSavedFilters, listSavedFilters } from '../../../store/common/office/saved-filters.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { authorOf } from '../../core/session/client.ts';

/**
 * Saved filters, changed one at a time in one transaction with what stands at that moment: several windows of one person may be open, each with its own
 * older list, or with none yet.
 */
export const savedFilterHandlers: Pick<Handlers['preference'], 'saveFilter' | 'removeFilter'> = {
  saveFilter: (desk, { filter }, caller) => {
    const session = getSession(caller);
    return desk.store.write(authorOf(session), desk.now(), ({ db }) => {
      const filters = withSavedFilter(listSavedFilters(db, session.accountId), filter);
      if (filters === undefined) return fault('saved-filters-full', { most: mostFilters });
      keepSavedFilters(db, session.accountId, filters);
      return { done: true as const };
    });
  },

  removeFilter: (desk, which, caller) => {
    const session = getSession(caller);
    const kept = desk.store.write(authorOf(session), desk.now(), ({ db }) =>
      keepSavedFilters(db, session.accountId, withoutSavedFilter(listSavedFilters(db, session.accountId), which)),
    );
    return isFault(kept) ? kept : { done: true as const };
  },
};
