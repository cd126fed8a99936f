import type { ReceiveInput, Received } from '../../../contract/counter/case/case.ts';
import { fault, isFault } from '../../../contract/base/fault.ts';
import { feeWarnings } from '../../../domain/counter/money/fees.ts';
import { entryWarnings, promiseSteps } from '../../../domain/counter/kit/back-entry.ts';
import { cleanLine } from '../../../domain/base/scan-text.ts';
import { readReceiptText } from '../../../domain/safety/proof/receipt-text.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import type { Person } from '../../../contract/common/person/person.ts';
import { personWarnings } from '../../../domain/common/person/id-warnings.ts';
import { type CaseFile, findCaseFile, findSubmitterName, getCaseFile } from '../../../store/counter/case/case.ts';
import { supersededIn } from '../../../store/counter/case/numbers.ts';
import type { SearchBeside } from '../../../store/counter/search/narrowed.ts';
import { searchCases } from '../../../store/counter/search/search.ts';
import { proceduresCalled } from '../../../domain/catalogue/procedure-search.ts';
import { countersOf } from '../../core/counter.ts';
import { stepsView } from '../../catalogue/promise.ts';
import type { Session } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { feeView } from '../money/views.ts';
import { type MadePaper, madeBefore, makePaper } from '../../papers/make.ts';
import { actContext, justDoneOf, actOnCase } from './act.ts';
import { actOnMany } from './act-many.ts';
import { correctCase, previewCorrection } from './correction.ts';
import { paperOfCase } from './papers/case-papers.ts';
import { receiveForeign } from './receive-foreign.ts';
import { receiveCase } from './receive.ts';
import { viewCase } from './view.ts';

function searchBeside(desk: DeskContext): SearchBeside {
  return {
    now: Math.floor(desk.now() / 1000),
    proceduresCalled: (text) => proceduresCalled(desk.procedures(), text).map(({ code }) => code),
  };
}

export const caseHandlers: Handlers['case'] = {
  receive: async (desk, input, caller) => {
    const session = getSession(caller);
    const received = receiveCase(desk, input, session);
    if (isFault(received)) return received;
    desk.ports.onDurable?.();
    // From here the case is safe. Whatever happens to its paper is said, and undoes nothing.
    return desk.inTurn(input.requestId, async () => {
      const file = getCaseFile(desk.store.db, input.requestId);
      return receivedView(file, await receiptFor(desk, file, input, session));
    });
  },

  receiveForeign: (desk, input, caller) => receiveForeign(desk, input, getSession(caller)),

  search: (desk, { text: typed, limit }) => {
    // The signed square of a receipt names its case, whoever signed it: whether to believe it is asked of `receipt.check`.
    const text = readReceiptText(cleanLine(typed))?.number ?? typed;
    const voided = supersededIn(desk.store.db, text);
    const counter = countersOf(desk);
    return {
      hits: searchCases(desk.store.db, text, limit ?? 20, searchBeside(desk)).map(
        ({ idNumber, procedureCode: _code, ...hit }) => ({
          ...hit,
          submitterName: findSubmitterName(desk.store.db, hit.caseId),
          idNumberMasked: maskIdNumber(idNumber),
          superseded: voided.get(hit.caseId) ?? null,
          ...counter('case', hit.caseId),
        }),
      ),
    };
  },

  get: (desk, { caseId }, caller) => {
    const file = findCaseFile(desk.store.db, caseId);
    if (file === undefined) return fault('case-unknown', { caseId });
    const session = getSession(caller);
    return viewCase(desk, file, { ...actContext(desk, session, file.state), ...justDoneOf(desk, session, file) });
  },

  correction: (desk, input, caller) => previewCorrection(desk, input, getSession(caller)),

  correct: (desk, input, caller) => correctCase(desk, input, getSession(caller)),

  act: (desk, input, caller) => actOnCase(desk, input, getSession(caller)),

  actMany: (desk, input, caller) => actOnMany(desk, input, getSession(caller)),
};

/** Makes the receipt of a case that has none yet, and sends it to the printer where that was asked for. */
async function receiptFor(
  desk: DeskContext,
  file: CaseFile,
  input: ReceiveInput,
  session: Session,
): Promise<MadePaper> {
  const [first] = file.state.documents;
  return first === undefined
    ? makePaper(desk, paperOfCase(desk, file), 'mau-01', input, session)
    : madeBefore(desk, first);
}

function receivedView({ caseId, actions, state }: CaseFile, paper: MadePaper): Received {
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
    documents: paper.document === null ? [] : [{ ...paper.document }],
    printJobId: paper.printJobId,
    paperFault: paper.paperFault,
    warnings: [
      ...feeWarnings(first.fees),
      ...entryWarnings(first),
      ...warningsOf([first.applicant, first.submitter], state.acceptedAt.slice(0, 10)),
    ],
  };
}

/** Of whose file it is and of who filed it; the same of both is said once. */
function warningsOf(people: readonly (Person | undefined)[], today: string): Received['warnings'] {
  const all = people.flatMap((person) => (person === undefined ? [] : personWarnings(person, today)));
  return all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);
}
