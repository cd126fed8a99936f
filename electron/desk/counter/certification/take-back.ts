import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { decideAct } from '../../../domain/counter/case/acts/acts.ts';
import { findCaseFile } from '../../../store/counter/case/case.ts';
import { claimRequest, keepRequest, wasDone } from '../../../store/journal/requests.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { actContext, justDoneOf, voidPrintsOf } from '../case/act.ts';
import { added } from './receive.ts';

type TakeBackInput = {
  readonly caseIds: readonly string[];
  readonly reason?: string | undefined;
  readonly requestId: string;
};

type TakeBackFault = Fault<
  'case-unknown' | 'action-not-allowed' | 'clock-untrusted' | 'request-id-reused' | 'disk-full'
>;

/**
 * Takes back what was certified with a slip, the cases of one request in one commit: a case of it that may not go back keeps them all. What was typed wrong is
 * received anew under numbers of its own; a number that was given is never used twice (TT 01/2020 Điều 4).
 */
export function takeBackCertified(desk: DeskContext, input: TakeBackInput, session: Session): 'done' | TakeBackFault {
  const request = { call: 'certification.takeBack', requestId: input.requestId, content: input };
  const voided: string[] = [];
  const done = desk.store.write(authorOf(session), desk.now(), (tx): 'done' | TakeBackFault => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (wasDone(tx.db, request)) return 'done';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const act = { type: 'take-back-certified', reason: input.reason } as const;
    for (const caseId of new Set(input.caseIds)) {
      const file = findCaseFile(tx.db, caseId);
      if (file === undefined) return fault('case-unknown', { caseId });
      const context = { ...actContext(desk, session, file.state), ...justDoneOf(desk, session, file) };
      const action = decideAct(act, file.state, context);
      if (!isFault(action)) added(tx, file, action);
      else if (action.fault === 'action-not-allowed') return action;
      else throw new Error(`${action.fault}: what is taken back has no promise`);
      voided.push(...voidPrintsOf(tx, caseId));
    }
    keepRequest(tx.db, request);
    return 'done';
  });
  if (!isFault(done)) desk.printQueue.release(voided);
  return done;
}
