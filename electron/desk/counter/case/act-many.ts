import type { Act } from '../../../contract/counter/case/act.ts';
import { type Fault, faultSentence, isFault } from '../../../contract/base/fault.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { claimRequest, keepRequest, partOfRequest, wasDone } from '../../../store/journal/requests.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { tellingOf } from '../../core/watched.ts';
import { type MadePaper, madeBefore, makePaper, noPaper } from '../../papers/make.ts';
import { type ActFault, formAfter, mayNot, recordInto } from './act.ts';
import { paperOfCase } from './papers/case-papers.ts';

type One = { readonly caseId: string; readonly act: Act };
type ManyInput = {
  readonly requestId: string;
  readonly acts: readonly One[];
  readonly attended?: true | undefined;
  readonly print: boolean;
  readonly printer?: string | undefined;
  readonly watch?: string | undefined;
};

/** What came of one of them: the case as it is then, or why nothing was recorded. `before`: by this request, asked an earlier time. */
type Outcome = One & { readonly is: CaseFile | ActFault; readonly before: boolean };

/** An act to each of many cases: all that is lawful in one commit, then the papers. What is refused takes nothing from the others. */
export async function actOnMany(desk: DeskContext, input: ManyInput, session: Session) {
  const outcomes = recordMany(desk, input, session);
  if (isFault(outcomes)) return outcomes;
  const rows = await desk.inTurn(input.requestId, () => withPapers(desk, outcomes, input, session));
  return { done: rows.filter(({ refused }) => refused === null).length, rows };
}

type ManyFault = Fault<'clock-untrusted' | 'request-id-reused' | 'disk-full'>;

function recordMany(desk: DeskContext, input: ManyInput, session: Session): readonly Outcome[] | ManyFault {
  const { requestId, acts, attended } = input;
  const request = { call: 'case.actMany', requestId, content: { acts } };
  return desk.store.write(authorOf(session), desk.now(), (tx): readonly Outcome[] | ManyFault => {
    const refused = claimRequest(tx.db, request) ?? clockFault(desk);
    if (refused !== null) return refused;
    const outcomes = acts.map(({ caseId, act }): Outcome => {
      const part = partOfRequest(request, caseId);
      const kept = wasDone(tx.db, part) ? findCaseFile(tx.db, caseId) : undefined;
      if (kept !== undefined) return { caseId, act, is: kept, before: true };
      const is = mayNot(desk, session, act) ?? recordInto(desk, tx, { caseId, act }, session, { attended });
      if (!isFault(is)) keepRequest(tx.db, part);
      return { caseId, act, is, before: false };
    });
    if (outcomes.some(({ is }) => !isFault(is))) keepRequest(tx.db, request);
    return outcomes;
  });
}

/** The acts are safe from here; whatever happens to a paper is said of its case, and undoes nothing. */
async function withPapers(desk: DeskContext, outcomes: readonly Outcome[], input: ManyInput, session: Session) {
  const telling = tellingOf(desk, input.watch);
  const rows: Awaited<ReturnType<typeof rowOf>>[] = [];
  try {
    for (const outcome of outcomes) {
      telling.tell(rows.length, outcomes.length);
      rows.push(await rowOf(desk, outcome, input, session));
    }
  } finally {
    telling.end();
  }
  return rows;
}

async function rowOf(desk: DeskContext, outcome: Outcome, input: ManyInput, session: Session) {
  const { caseId, is } = outcome;
  if (isFault(is)) {
    const { fault: code, data } = is;
    const [text, textEn] = [faultSentence(code, data, 'vi'), faultSentence(code, data, 'en')];
    const state = findCaseFile(desk.store.db, caseId)?.state;
    const refused = { code, text, textEn };
    const stands = { status: state?.status ?? null, dueAt: state?.dueAt ?? null };
    return { caseId, ...stands, refused, printJobId: null, paperFault: null };
  }
  const { printJobId, paperFault } = await paperOf(desk, { ...outcome, is }, input, session);
  return { caseId, status: is.state.status, dueAt: is.state.dueAt, refused: null, printJobId, paperFault };
}

async function paperOf(
  desk: DeskContext,
  { act, is: file, before }: One & { readonly is: CaseFile; readonly before: boolean },
  wish: ManyInput,
  session: Session,
): Promise<MadePaper> {
  const form = formAfter(act, file);
  if (form === undefined) return noPaper;
  // Asked again: what the first time did not come to is made now, and nothing a second time.
  const made = before ? file.state.documents.findLast((document) => document.form === form) : undefined;
  if (made !== undefined) return madeBefore(desk, made);
  return desk.inTurn(file.caseId, () => makePaper(desk, paperOfCase(desk, file), form, wish, session));
}
