import type { ReceiveInput, Received } from '../../contract/case/case.ts';
import { fault, isFault } from '../../contract/fault.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { entryWarnings, promiseSteps } from '../../domain/kit/back-entry.ts';
import { maskIdNumber } from '../../domain/person/id-number.ts';
import { personWarnings } from '../../domain/person/reception-warnings.ts';
import { caseActions } from '../../store/case/case.ts';
import { supersededIn } from '../../store/case/numbers.ts';
import { searchCases } from '../../store/search/search.ts';
import { stepsView } from '../catalogue/promise.ts';
import type { Session } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { feeView } from '../core/lookups.ts';
import { type MadePaper, madeBefore, makePaper } from '../papers/make.ts';
import { actContext, actOnCase } from './act.ts';
import { correctCase, previewCorrection } from './correction.ts';
import { paperOfCase } from './papers/case-papers.ts';
import { receiveCase } from './receive.ts';
import { viewCase } from './view.ts';

export const caseHandlers: Handlers['case'] = {
  receive: async (room, input, caller) => {
    const session = getSession(caller);
    const received = receiveCase(room, input, session);
    if (isFault(received)) return received;
    room.ports.onDurable?.();
    // From here the case is safe. Whatever happens to its paper is said, and undoes nothing.
    const paper = await room.inTurn(input.requestId, () => receiptFor(room, input, session));
    return receivedView(room, input.requestId, paper);
  },

  search: (room, { text, limit }) => {
    const voided = supersededIn(room.store.db, text);
    return {
      hits: searchCases(room.store.db, text, limit ?? 20).map(({ idNumber, procedureCode: _code, ...hit }) => ({
        ...hit,
        idNumberMasked: maskIdNumber(idNumber),
        superseded: voided.get(hit.caseId) ?? null,
      })),
    };
  },

  get: (room, { caseId }, caller) => {
    const actions = caseActions(room.store.db, caseId);
    if (actions.length === 0) return fault('case-unknown', { caseId });
    return viewCase(room, caseId, actions, actContext(room, getSession(caller), foldCase(actions)));
  },

  correction: (room, input, caller) => previewCorrection(room, input, getSession(caller)),

  correct: (room, input, caller) => correctCase(room, input, getSession(caller)),

  act: (room, input, caller) => actOnCase(room, input, getSession(caller)),
};

/** Makes the receipt of a case that has none yet, and sends it to the printer where that was asked for. */
async function receiptFor(room: DeskContext, input: ReceiveInput, session: Session): Promise<MadePaper> {
  const state = foldCase(caseActions(room.store.db, input.requestId));
  const [first] = state.documents;
  if (first !== undefined) return madeBefore(room, first);
  return makePaper(room, paperOfCase(room, input.requestId), 'mau-01', input, session);
}

function receivedView(room: DeskContext, caseId: string, paper: MadePaper): Received {
  const actions: readonly RecordedAction[] = caseActions(room.store.db, caseId);
  const state = foldCase(actions);
  const first = actions[0]?.action;
  if (first?.type !== 'received') throw new Error('a case begins with its reception');
  return {
    caseId,
    number: first.number,
    acceptedAt: state.acceptedAt,
    dueAt: first.dueAt,
    dueDate: first.dueAt.slice(0, 10),
    steps: stepsView(promiseSteps(first)),
    fees: feeView(first.fees),
    documents: state.documents.slice(0, 1).map(({ form, documentId, sha256 }) => ({ form, documentId, sha256 })),
    printJobId: paper.printJobId,
    paperFault: paper.paperFault,
    warnings: [...entryWarnings(first), ...personWarnings(first.applicant, state.acceptedAt.slice(0, 10))],
  };
}
