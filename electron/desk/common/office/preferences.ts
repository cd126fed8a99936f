import { isFault } from '../../../contract/base/fault.ts';
import { Lessons } from '../../../contract/common/office/preference.ts';
import { readSavedFilters } from '../../../domain/common/office/saved-filters.ts';
import { findPreference, keepPreference } from '../../../store/common/office/preferences.ts';
import { listSavedFilters } from '../../../store/common/office/saved-filters.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { authorOf } from '../../core/session/client.ts';
import { savedFilterHandlers } from './saved-filters.ts';

const noLessons: Lessons = { on: null, shown: false, progress: [] };

/**
 * What a person set for themselves at this counter, saved filters (saved-filters.ts) and lessons: no history, so it makes no journal entry; it goes with the
 * register, and so into its backups.
 */
export const preferenceHandlers: Handlers['preference'] = {
  mine: ({ store: { db } }, _input, caller) => {
    const { accountId } = getSession(caller);
    const lessons = Lessons.safeParse(findPreference(db, accountId, 'lessons'));
    return {
      filters: [...readSavedFilters(listSavedFilters(db, accountId))],
      lessons: lessons.success ? lessons.data : noLessons,
    };
  },

  ...savedFilterHandlers,

  keepLessons: (desk, { lessons }, caller) => {
    const session = getSession(caller);
    const kept = desk.store.write(authorOf(session), desk.now(), ({ db }) =>
      keepPreference(db, session.accountId, 'lessons', lessons),
    );
    return isFault(kept) ? kept : { done: true as const };
  },
};
