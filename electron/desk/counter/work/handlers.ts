import { confirmationTexts } from '../../../contract/counter/case/confirm.ts';
import { foldCase } from '../../../domain/counter/case/state.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { findCaseFile, getCaseFile } from '../../../store/counter/case/case.ts';
import { confirmedEntries } from '../../../store/counter/work/work.ts';
import { fault, isFault } from '../../../contract/base/fault.ts';
import { countersignUntil } from '../../../domain/counter/work/countersign.ts';
import { casesToDecide } from '../../../store/centre/exchange/conflicts.ts';
import { contradictionsToDecide } from '../../../store/centre/exchange/contradictions.ts';
import { loneCorrections } from '../../../store/counter/case/lone-corrections.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { actContext, roleInActs } from '../case/act.ts';
import { viewCase } from '../case/view.ts';
import { checkPassword } from '../../common/office/people/check-password.ts';
import { authorOf } from '../../core/session/client.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { countersOf } from '../../core/counter.ts';
import { currentSession } from '../../core/session/session.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { apologies, apologyPaper } from './apologies.ts';
import { conflictList, findConflict } from './conflicts.ts';
import { decideConflict, makeNotice } from './decide.ts';
import { owedHere } from './owed.ts';
import { wall, wallFiles } from './wall.ts';
import { promiseWork, waitingWork, workList } from './work-list.ts';

export const workHandlers: Pick<
  Handlers['work'],
  'list' | 'wall' | 'wallFiles' | 'confirmed' | 'loneCorrections' | 'correction' | 'countersign' | 'apart'
> = {
  wall: (desk, { since }, { client }) => wall(desk, since, currentSession(desk, client)),
  wallFiles: (desk, asked, caller) => wallFiles(desk, asked, getSession(caller)),

  loneCorrections: (desk) => ({
    corrections: loneCorrections(desk.store.db).map(({ at, by, ...row }) => {
      const until = countersignUntil(civilOf(at).slice(0, 10), desk.calendar());
      return {
        ...row,
        at: civilOf(at),
        byName: staffName(desk, by),
        until,
        late: desk.nowCivil().slice(0, 10) > until,
      };
    }),
  }),

  apart: (desk) => {
    const cases = casesToDecide(desk.store.db).map((one) => ({ ...one }));
    const listed = cases.reduce((sum, { open }) => sum + open, 0);
    return { cases, others: contradictionsToDecide(desk.store.db) - listed, owed: owedHere(desk) };
  },

  correction: (desk, { caseId, requestId }, caller) => {
    const file = findCaseFile(desk.store.db, caseId);
    const at =
      file?.actions.findIndex(({ action }) => action.type === 'corrected' && action.requestId === requestId) ?? -1;
    if (file === undefined || at === -1) return fault('correction-unknown', {});
    const after = (count: number) => {
      const actions = file.actions.slice(0, count);
      const state = foldCase(actions);
      return viewCase(desk, { ...file, actions, state }, actContext(desk, getSession(caller), state)).state;
    };
    return { was: after(at), becomes: after(at + 1) };
  },

  countersign: async (desk, { caseId, requestId, password }, caller) => {
    if (password !== undefined) {
      const own = await checkPassword(desk, getSession(caller).username, password);
      if (isFault(own)) return own;
    }
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const waits = loneCorrections(tx.db).some((one) => one.caseId === caseId && one.requestId === requestId);
      if (!waits) return fault('correction-unknown', {});
      return tx.append({ kind: 'office' }, { type: 'correction-countersigned', caseId, requestId });
    });
    return isFault(done) ? done : { done: true as const };
  },

  confirmed: (desk, { limit }) => ({
    rows: confirmedEntries(desk.store.db, limit)
      .flatMap(({ caseId, at, username, action }) => {
        const { number, received } = getCaseFile(desk.store.db, caseId).state;
        return action.confirmations.map(({ code, reason }) => ({
          caseId,
          number: printedNumber(number),
          applicantName: received.applicant.fullName,
          at,
          byName: staffName(desk, username),
          code,
          reason,
          text: confirmationTexts[code].vi,
          textEn: confirmationTexts[code].en,
          of: action.of,
        }));
      })
      .slice(0, limit),
  }),

  list: (desk, input, caller) => {
    const list = workList(desk.store.db, input, {
      now: desk.nowCivil(),
      calendar: desk.calendar(),
      username: getSession(caller).username,
      decides: roleInActs(desk, getSession(caller)) === 'supervisor',
      supplementToday: (code) => desk.findProcedure(code)?.supplement,
    });
    const promises = promiseWork(desk, { ...input, username: getSession(caller).username });
    const counter = countersOf(desk);
    const groups = [...list.groups, promises].map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, ...counter('case', row.caseId) })),
    }));
    return { ...list, groups: [...groups.slice(0, -1), waitingWork(desk, input), ...groups.slice(-1)] };
  },
};

export const conflictHandlers: Handlers['conflict'] = {
  list: (desk) => conflictList(desk),
  get: (desk, { ref }) => findConflict(desk, ref),
  decide: (desk, input, caller) => decideConflict(desk, input, getSession(caller)),
  notice: (desk, input, caller) => makeNotice(desk, input, getSession(caller)),
};

export const apologyHandlers: Pick<Handlers['work'], 'apologies' | 'apologyPaper'> = {
  apologies: (desk, input, caller) => apologies(desk, input, getSession(caller)),
  apologyPaper: (desk, input, caller) => apologyPaper(desk, input, getSession(caller)),
};
