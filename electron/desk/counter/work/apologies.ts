import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import type { MissedApology, PreparedApology } from '../../../contract/counter/work/apology.ts';
import { availableActs, decideAct } from '../../../domain/counter/case/acts/acts.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';
import { proposeNewDate, usualReasons } from '../../../domain/counter/work/apology.ts';
import { apologyBorder, radarBorders } from '../../../domain/counter/work/radar.ts';
import { appended, findCaseFile, getCaseFile, nextPlace } from '../../../store/counter/case/case.ts';
import { secondsOf } from '../../../domain/base/civil-time.ts';
import { type WorkCase, workCases } from '../../../store/counter/work/work.ts';
import { actContext } from '../case/act.ts';
import { proposedExtension } from '../case/papers/mau-04.ts';
import type { Session } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { settled } from '../../papers/make.ts';

type Asked = { readonly mine: boolean; readonly limit: number };

/**
 * What leaves today, prepared by the clock: the officer only says why, and may name another date. So is what is late already, for which
 * an apology has no last day (NĐ 118/2025 Điều 12 k5); whether a date can still be moved is asked of the act itself.
 */
export function apologies(desk: DeskContext, { mine, limit }: Asked, session: Session) {
  const [now, calendar, { db }] = [desk.nowCivil(), desk.calendar(), desk.store];
  const holder = mine ? session.username : null;
  const today = secondsOf(radarBorders(now, calendar).today);
  const due = workCases(
    db,
    'apologies',
    { holder, range: { after: today, until: secondsOf(apologyBorder(now, calendar)) } },
    limit,
  );
  const over = workCases(db, 'overdue', { holder, range: { after: 0, until: today } }, limit).map((found) => ({
    found,
    refusal: extensionRefusal(desk, found, session),
  }));
  return {
    now,
    due: due.map((found) => prepared(desk, found)),
    overdue: over.flatMap(({ found, refusal }) => (refusal === null ? [prepared(desk, found)] : [])),
    missed: over.flatMap(({ found, refusal }) => (refusal === null ? [] : [tooLate(desk, found, refusal)])),
    reasons: [...usualReasons],
  };
}

function prepared(desk: DeskContext, found: WorkCase): PreparedApology {
  const told = whoIsTold(desk, found);
  const proposal = proposeNewDate({ term: told.term, dueAt: told.row.dueAt, now: desk.nowCivil() }, desk.calendar());
  return {
    ...told.row,
    proposal: isFault(proposal) ? null : { ...proposal, steps: [...proposal.steps] },
  };
}

const atCounter: Refusal = {
  key: 'at-counter',
  vi: 'Đã quá hẹn mà hồ sơ còn ở quầy: chuyển xử lý ngay, rồi cơ quan giải quyết xin lỗi và hẹn lại.',
  en: 'Past its promise and still at the counter: pass it on now; who decides it then apologises and names a new date.',
};

/** Why the act would be refused now; null where it would not. */
function extensionRefusal(desk: DeskContext, { caseId }: WorkCase, session: Session): Refusal | null {
  const { state } = getCaseFile(desk.store.db, caseId);
  if (!isIn(state.status, 'handled')) return atCounter;
  return availableActs(state, actContext(desk, session, state)).find(({ act }) => act === 'extend')?.refusal ?? null;
}

function tooLate(desk: DeskContext, found: WorkCase, { vi: reason, en: reasonEn }: Refusal): MissedApology {
  return { ...whoIsTold(desk, found).row, reason, reasonEn };
}

function whoIsTold(desk: DeskContext, found: WorkCase) {
  const { caseId, number, applicantName, procedureName, holderName, dueAt } = found;
  const { applicant, submitter, term } = getCaseFile(desk.store.db, caseId).state.received;
  if (dueAt === null) throw new Error('a case is found by its promise');
  const phone = applicant.phone ?? submitter?.phone ?? null;
  return { term, row: { caseId, number, applicantName, procedureName, holderName, dueAt, phone } };
}

type PaperAsked = { readonly caseId: string; readonly reason: string; readonly newDueAt: string };

/** Mẫu 04 of an extension that nobody has recorded: asked of the same guard as the act, drawn by the same form. */
export function apologyPaper(desk: DeskContext, { caseId, reason, newDueAt }: PaperAsked, session: Session) {
  const file = findCaseFile(desk.store.db, caseId);
  const last = file?.actions.at(-1);
  if (file === undefined || last === undefined) return fault('case-unknown', { caseId });
  const { state } = file;
  const decided = decideAct({ type: 'extend', reason, newDueAt }, state, actContext(desk, session, state));
  if (isFault(decided)) return decided as Fault<'action-not-allowed' | 'calendar-ends'>;
  const proposed = {
    seq: nextPlace(file.actions),
    at: desk.nowCivil(),
    actor: session.username,
    desk: last.desk,
    deskSeq: last.deskSeq + 1,
    action: decided as Extract<CaseAction, { type: 'extended' }>,
  };
  const office = desk.getOffice();
  const data = proposedExtension(desk, { ...appended(file, proposed), office, last, proposed });
  const laid = settled(desk.paper.preview('mau-04', data, { size: office.paperSize }));
  return laid;
}
