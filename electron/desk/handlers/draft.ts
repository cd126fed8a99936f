import { fault, isFault } from '../../contract/fault.ts';
import { discardDraft, listDrafts, saveDraft } from '../../store/office/drafts.ts';
import { authorOf } from '../author.ts';
import { type Handlers, getSession } from '../handler.ts';

/** Drafts are a clerk's scratch paper: kept like everything else, but not history, so they make no journal entry. */
export const draftHandlers: Handlers['draft'] = {
  save: (room, draft, caller) => {
    const session = getSession(caller);
    const at = Math.floor(room.now() / 1000);
    const saved = room.store.write(authorOf(session), room.now(), (tx) => {
      saveDraft(tx.db, session.accountId, draft, at);
    });
    return isFault(saved) ? saved : { done: true as const };
  },

  list: (room, _input, caller) => ({ drafts: listDrafts(room.store.db, getSession(caller).accountId) }),

  discard: (room, { draftId }, caller) => {
    const session = getSession(caller);
    const discarded = room.store.write(authorOf(session), room.now(), (tx) =>
      discardDraft(tx.db, session.accountId, draftId) ? ({ done: true } as const) : fault('draft-unknown', { draftId }),
    );
    return discarded;
  },
};
