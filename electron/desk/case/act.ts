import type { Act } from '../../contract/case/act.ts';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { ActContext } from '../../domain/case/act-row.ts';
import { actRules, decideAct } from '../../domain/case/acts.ts';
import { bundleAfter, bundleAfterLeg } from '../../domain/case/bundle-after.ts';
import { mayCall } from '../../domain/case/permission.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { type CaseFile, appended, findCaseFile, recordedNow } from '../../store/case/case.ts';
import { findAccount } from '../../store/office/accounts.ts';
import { keepProcess } from '../../store/routing/process.ts';
import { processOfCase } from '../catalogue/process.ts';
import { type Session, authorOf } from '../core/client.ts';
import { clockFault } from '../core/clock.ts';
import type { DeskContext } from '../core/context.ts';
import { makePaper, noPaper } from '../papers/make.ts';
import { paperOfCase } from './papers/case-papers.ts';

type ActInput = {
  readonly caseId: string;
  readonly act: Act;
  readonly print: boolean;
  readonly printer?: string | undefined;
};

export type ActFault = Fault<
  | 'case-unknown'
  | 'action-not-allowed'
  | 'calendar-ends'
  | 'account-unknown'
  | 'clock-untrusted'
  | 'forbidden'
  | 'disk-full'
>;

/** Does one act: asks who may, asks the law, records it, and then makes the paper that goes with it. */
export async function actOnCase(desk: DeskContext, input: ActInput, session: Session) {
  const { caseId, act } = input;
  const file = recordAct(desk, caseId, act, session);
  if (isFault(file)) return file;
  const { form } = actRules[act.type];
  // The act is safe from here; whatever happens to its paper is said, and undoes nothing.
  const paper =
    form === undefined
      ? noPaper
      : await desk.inTurn(caseId, () => makePaper(desk, paperOfCase(desk, file), form, input, session));
  const { state } = file;
  return {
    caseId,
    status: state.status,
    dueAt: state.dueAt,
    documents: paper.document === null ? [] : [paper.document],
    printJobId: paper.printJobId,
    paperFault: paper.paperFault,
  };
}

/** The act alone, without its paper; the case as it is then. */
export function recordAct(desk: DeskContext, caseId: string, act: Act, session: Session): CaseFile | ActFault {
  const { role } = actRules[act.type];
  if (!mayCall(session.role, role)) return fault('forbidden', { role });
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const file = findCaseFile(tx.db, caseId);
    if (file === undefined) return fault('case-unknown', { caseId });
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    if ('to' in act && act.to !== undefined && findAccount(tx.db, act.to) === undefined) {
      return fault('account-unknown', { username: act.to });
    }
    const { state } = file;
    const context = actContext(desk, session, state);
    const action = decideAct(act, state, context);
    if (isFault(action)) return action;
    if (act.type === 'transfer' && context.process !== undefined)
      keepProcess(tx.db, context.process.id, context.process.steps);
    const done = action;
    const moved = bundleAfterLeg(done, state, session.username) ?? bundleAfter(done, state);
    return [done, ...(moved === null ? [] : [moved])].reduce(
      (now: CaseFile, next) => appended(now, recordedNow(tx.append({ kind: 'case', caseId }, next), next)),
      file,
    );
  });
}

/** What an act is judged by; without a case, what all cases of a hand-over list share. */
export function actContext(desk: DeskContext, session: Session, state?: CaseState): ActContext {
  return {
    now: desk.nowCivil(),
    calendar: desk.calendar(),
    username: session.username,
    role: session.role,
    process: state === undefined ? undefined : processOfCase(desk, state),
    termNow: (leg, agency) => {
      const now = state === undefined ? undefined : desk.legsOf(state.received.procedureCode)[leg];
      return now?.agency === agency ? now.term : null;
    },
    colleague: (username) => findAccount(desk.store.db, username),
  };
}
