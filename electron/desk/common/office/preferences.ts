import { isFault } from '../../../contract/base/fault.ts';
import { Lessons, SavedFilter } from '../../../contract/common/office/preference.ts';
import { findPreference, keepPreference } from '../../../store/common/office/preferences.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { authorOf } from '../../core/session/client.ts';

const noLessons: Lessons = { on: null, shown: false, progress: [] };

/** What a person set for themselves at this counter: no history, so it makes no journal entry; it goes with the register, and so into its backups. */
export const preferenceHandlers: Handlers['preference'] = {
  mine: ({ store: { db } }, _input, caller) => {
    const { accountId } = getSession(caller);
    const filters = findPreference(db, accountId, 'filters');
    const lessons = Lessons.safeParse(findPreference(db, accountId, 'lessons'));
    // What another version of the screen kept and this one cannot read is left out, each filter by itself.
    const readable = (Array.isArray(filters) ? filters : []).flatMap((one) => {
      const filter = SavedFilter.safeParse(one);
      return filter.success ? [filter.data] : [];
    });
    return { filters: readable, lessons: lessons.success ? lessons.data : noLessons };
  },

  keep: (desk, { filters, lessons }, caller) => {
    const session = getSession(caller);
    const kept = desk.store.write(authorOf(session), desk.now(), ({ db }) => {
      if (filters !== undefined) keepPreference(db, session.accountId, 'filters', filters);
      if (lessons !== undefined) keepPreference(db, session.accountId, 'lessons', lessons);
    });
    return isFault(kept) ? kept : { done: true as const };
  },
};
