import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { type KeepingTerm, isOver, keepUntil } from '../../../domain/safety/privacy/keeping.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { dropSavedFiltersNaming } from '../../../store/common/office/saved-filters.ts';
import { closedBefore, closedByField, dropDrafts, keepingTerms } from '../../../store/safety/privacy/privacy.ts';
import { eraseBodies } from '../../../store/safety/verify/erase.ts';
import { getProcedureOf } from '../../catalogue/adopted.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { standAsOneOrTwo } from '../../common/office/keys.ts';
import { tellPaperUsed } from '../../common/office/two-persons.ts';
import { breachList } from './breach.ts';
import { personalCopy } from './copy.ts';
import { bodiesOfCase, bodiesOfWaiting, toErase } from './erase.ts';
import { type PersonalList, personalFile } from './personal-file.ts';

export const privacyHandlers: Handlers['privacy'] = {
  copy: async (desk, { idNumber, format, reason }, caller) => {
    const session = getSession(caller);
    desk.lookUps.keep();
    const list = personalCopy(desk, idNumber, staffName(desk, session.username));
    return list === null ? fault('nothing-held', {}) : handOut(desk, session, { list, format, reason, what: 'copy' });
  },

  breach: async (desk, { format, reason, ...asked }, caller) => {
    const session = getSession(caller);
    const list = breachList(desk, asked, staffName(desk, session.username));
    return handOut(desk, session, { list, format, reason, what: 'breach' });
  },

  setTerm: (desk, { field, years, document }, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'keeping-term-set', field, years, document }),
    );
    return isFault(done) ? done : { done: true };
  },

  retention: (desk, { limit }) => {
    const { db } = desk.store;
    const today = desk.nowCivil().slice(0, 10);
    const terms = keepingTerms(db);
    const over = [...terms.values()].flatMap((term) => pastTerm(desk, term, today, limit));
    return {
      terms: [...terms.values()],
      over: over.toSorted((a, b) => (a.keepUntil < b.keepUntil ? -1 : 1)).slice(0, limit),
      unset: closedByField(db).filter(({ field }) => !terms.has(field)),
    };
  },

  erase: async (desk, { caseId, ground, document, password, second }, caller) => {
    const session = getSession(caller);
    const file = findCaseFile(desk.store.db, caseId);
    if (file === undefined) return fault('case-unknown', { caseId });
    const refused = whyKept(desk, file, ground === 'term-over');
    if (refused !== null) return refused;
    const standing = await standAsOneOrTwo(desk, session, password, second);
    if (isFault(standing)) return standing;
    desk.lookUps.keep();
    const { db } = desk.store;
    // What is written over is zeroed in the file, and the log before it goes.
    db.pragma('secure_delete = ON');
    try {
      const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
        // While the passwords were proven somebody may have gone on with the case.
        const now = findCaseFile(tx.db, caseId);
        const kept = now === undefined ? fault('case-unknown', { caseId }) : whyKept(desk, now, ground === 'term-over');
        if (now === undefined || kept !== null) return kept ?? fault('case-unknown', { caseId });
        const { bodies, left, names } = toErase(tx.db, now, ground === 'term-over');
        dropSavedFiltersNaming(tx.db, names);
        const drafts = dropDrafts(tx.db, names, secondsOf(keepingOf(desk, now).endedAt));
        if (bodies.length === 0) return fault('erase-nothing', { number: printedNumber(now.state.number) });
        const office = { kind: 'office' } as const;
        const said = { type: 'case-erased', caseId, ground, document, entries: bodies.length } as const;
        tellPaperUsed(tx, session, second, document);
        tx.append(office, standing.stood(office, said));
        eraseBodies(tx, bodies, `${ground}: ${document}`);
        return { erased: bodies.length, kept: drafts ? [...left, 'drafts' as const] : left };
      });
      if (isFault(done)) return done;
      desk.forget();
      const backups = desk.backups
        .places()
        .flatMap(({ path, backups: all }) => all.map(({ manifest }) => ({ place: path, madeAt: manifest.madeAt })));
      return { number: printedNumber(file.state.number), ...done, backups };
    } finally {
      db.pragma('secure_delete = OFF');
      db.pragma('wal_checkpoint(TRUNCATE)');
      standing.end();
    }
  },
};

type HandedOut = {
  readonly list: PersonalList;
  readonly format: 'pdf' | 'xlsx';
  readonly reason: string;
  readonly what: 'copy' | 'breach';
};

/** A file of which nothing was kept is not handed out. */
async function handOut(desk: DeskContext, session: Session, { list, format, reason, what }: HandedOut) {
  const file = await personalFile(desk, list, format);
  if (isFault(file)) return file;
  const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
    tx.append({ kind: 'office' }, { type: 'personal-exported', what, lines: file.rows, reason }),
  );
  return isFault(kept) ? kept : file;
}

/** Files of a field that are past its term, the oldest first. */
function pastTerm(desk: DeskContext, { field, years }: KeepingTerm, today: string, limit: number) {
  const { db } = desk.store;
  const over: { caseId: string; number: string; field: string; endedAt: string; keepUntil: string }[] = [];
  if (years === null) return over;
  const before = secondsOf(startOfDay(`${Number(today.slice(0, 4)) - years}-01-01`));
  for (const caseId of closedBefore(db, field, before)) {
    const file = findCaseFile(db, caseId);
    if (file === undefined || isErased(desk, file)) continue;
    const { endedAt, until } = keepingOf(desk, file);
    if (until === undefined || until === null || !isOver(until, today)) continue;
    over.push({ caseId, number: printedNumber(file.state.number), field, endedAt, keepUntil: until });
    if (over.length >= limit) break;
  }
  return over;
}

/** Of a closed file: its field, when its work ended, and until when it is kept; null for good, undefined where nobody set a term. */
function keepingOf(desk: DeskContext, file: CaseFile) {
  const { field } = getProcedureOf(desk, file.state);
  const term = keepingTerms(desk.store.db).get(field);
  const endedAt = file.actions.findLast(({ action }) => action.type !== 'document-made')?.at ?? file.state.acceptedAt;
  return { field, endedAt, until: term === undefined ? undefined : keepUntil(endedAt, term) };
}

function whyKept(desk: DeskContext, file: CaseFile, byTerm: boolean): Fault<'erase-open' | 'erase-kept'> | null {
  const number = printedNumber(file.state.number);
  if (!isIn(file.state.status, 'closed')) return fault('erase-open', { number });
  const { until } = keepingOf(desk, file);
  if (!byTerm || isOver(until ?? null, desk.nowCivil().slice(0, 10))) return null;
  return fault('erase-kept', {
    number,
    until: until ?? (until === null ? 'vĩnh viễn' : 'khi có thời hạn của lĩnh vực'),
  });
}

function isErased(desk: DeskContext, { caseId, actions }: CaseFile): boolean {
  return [...bodiesOfCase(actions, true), ...bodiesOfWaiting(desk.store.db, caseId)].length === 0;
}
