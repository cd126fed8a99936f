import { fault, faultMessage, isFault } from '../../../contract/base/fault.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import {
  bookOf,
  certificationKinds,
  certificationNumber,
  certificationSeries,
  certifiedProcedures,
  kindOfProcedure,
  wholeNumber,
} from '../../../domain/counter/certification/book.ts';
import { dueFees } from '../../../domain/counter/money/case-fees.ts';
import { rulesOn } from '../../../domain/counter/money/fees.ts';
import { findCaseFile, findStandingCase, getCaseFile } from '../../../store/counter/case/case.ts';
import {
  type BookEntry,
  certifiedOn,
  countUnnumbered,
  countWaiting,
  lastCertified,
  lateSigners,
  unnumberedCases,
  waitingCertifications,
} from '../../../store/counter/certification/certification.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { watched } from '../../core/watched.ts';
import { feesOf } from '../money/fees.ts';
import { receiptForms } from '../money/papers.ts';
import { madeBefore, makePaper } from '../../papers/make.ts';
import { findReceipt } from '../../../store/counter/money/fee-receipt.ts';
import type { Certified } from '../../../contract/counter/certification/certification.ts';
import { bookFile, bookPage } from './book.ts';
import { asAsked, certifyCase } from './certify.ts';
import { handOutCertified } from './hand-out.ts';
import { keeperFault, ownRun } from './number-run.ts';
import { added, receiveCertification, resultOf } from './receive.ts';
import { takeBackCertified } from './take-back.ts';
import { certifiedView, numbersOf, takenReceipt } from './view.ts';

/** More than a leader signs at one sitting. */
const mostWaiting = 2000;
const mostUnnumbered = 500;

export const certificationHandlers: Handlers['certification'] = {
  receive: async (desk, input, caller) => {
    const session = getSession(caller);
    const done = receiveCertification(desk, input, session);
    if (isFault(done)) return done;
    desk.ports.onDurable?.();
    const certified = certifiedView(desk, input);
    // The money and its receipt are safe from here; whatever happens to the paper is said, and undoes nothing.
    return input.print ? withReceipts(desk, certified, input, session) : certified;
  },

  certify: (desk, input, caller) => {
    const done = certifyCase(desk, input, getSession(caller));
    if (isFault(done)) return done;
    const file = getCaseFile(desk.store.db, input.caseId);
    return { caseId: input.caseId, status: file.state.status, numbers: numbersOf(file) };
  },

  handOut: (desk, input, caller) => {
    const done = handOutCertified(desk, input, getSession(caller));
    if (isFault(done)) return done;
    const { state } = getCaseFile(desk.store.db, input.caseId);
    const receipt = input.paid === undefined ? null : takenReceipt(desk, input.requestId);
    const paid = receipt?.amount ?? 0;
    const change = input.paid?.method === 'cash' ? Math.max(0, (input.paid.tendered ?? paid) - paid) : 0;
    return { caseId: input.caseId, status: state.status, paid, change, receipt };
  },

  takeBack: (desk, input, caller) => {
    const done = takeBackCertified(desk, input, getSession(caller));
    if (isFault(done)) return done;
    const cases = [...new Set(input.caseIds)].map((caseId) => {
      const file = getCaseFile(desk.store.db, caseId);
      return { caseId, status: file.state.status, numbers: numbersOf(file) };
    });
    return { cases };
  },

  lane: (desk) => {
    const { db } = desk.store;
    const date = desk.nowCivil().slice(0, 10);
    const office = desk.getOffice();
    const own = ownRun(office);
    const kept = keeperFault(office);
    return {
      kinds: certificationKinds.map((kind) => {
        const { procedureCode, sign } = bookOf(kind);
        const procedure = desk.findProcedure(procedureCode);
        const series = certificationSeries(kind, date, own);
        return {
          kind,
          procedureCode,
          procedureName: procedure?.name ?? null,
          feeRules: rulesOn(procedure?.feeRules ?? [], date),
          sign,
          next: certificationNumber({ series, serial: lastCertified(db, series) + 1 }),
        };
      }),
      signers: lateSigners(db, 8),
      signing: office.certification?.signing ?? 'at-once',
      today: { date, ...certifiedOn(db, date) },
      refusal: kept && { code: kept.fault, message: faultMessage(kept.fault, kept.data) },
      waiting: countWaiting(db) + Math.min(mostUnnumbered, countUnnumbered(db, certifiedProcedures)),
    };
  },

  waiting: (desk) => {
    const byCase = Map.groupBy(waitingCertifications(desk.store.db, mostWaiting), ({ caseId }) => caseId);
    const unnumbered = unnumberedCases(desk.store.db, certifiedProcedures, mostUnnumbered).flatMap(
      ({ procedureCode, ...one }) => {
        const kind = kindOfProcedure(procedureCode);
        if (kind === undefined) return [];
        const papers = asAsked(getCaseFile(desk.store.db, one.caseId));
        return [{ ...one, kind, papers: papers.map(({ paper = '', ...rest }) => ({ paper, ...rest })) }];
      },
    );
    return { cases: [...byCase.values()].flatMap((entries) => waitingCase(desk, entries)), unnumbered };
  },

  sign: (desk, { caseIds }, caller) => {
    const session = getSession(caller);
    const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
      const untrusted = clockFault(desk);
      if (untrusted !== null) return untrusted;
      for (const caseId of new Set(caseIds)) {
        const file = findCaseFile(tx.db, caseId);
        if (file === undefined) return fault('case-unknown', { caseId });
        const isNumbered = file.actions.some(({ action }) => action.type === 'certified');
        if (!isNumbered || !isIn(file.state.status, 'with-the-office'))
          return fault('certification-not-waiting', { number: printedNumber(file.state.number) });
        added(tx, file, resultOf(file));
      }
      return { done: true as const };
    });
    return done;
  },

  wording: (desk, { caseId, print, printer }, caller) => {
    const standing = findStandingCase(desk.store.db, caseId);
    if (isFault(standing)) return standing;
    const session = getSession(caller);
    return desk.inTurn(caseId, () =>
      makePaper(desk, paperOfCase(desk, caseId), 'loi-chung', { print, printer }, session),
    );
  },

  book: (desk, asked) => bookPage(desk, asked),

  bookFile: (desk, { watch, ...asked }, caller) => {
    const session = getSession(caller);
    return watched(desk, watch, async (watching) => {
      const file = await bookFile(desk, { ...asked, maker: session.fullName }, watching);
      if (isFault(file)) return file;
      watching.signal.throwIfAborted();
      const { kind, month, format } = asked;
      // A file of which nothing was kept is not handed out; the book on the screen still is.
      const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'certifications-exported', kind, month, format, lines: file.rows }),
      );
      return isFault(kept) ? kept : file;
    });
  },
};

type Wish = { readonly print: boolean; readonly printer?: string | undefined };

/** Each receipt that has no paper yet becomes one, and goes to the printer. */
async function withReceipts(desk: DeskContext, certified: Certified, wish: Wish, session: Session): Promise<Certified> {
  const cases: Certified['cases'] = [];
  let paperFault = certified.paperFault;
  for (const one of certified.cases) {
    const receipt = one.receipt === null ? undefined : findReceipt(desk.store.db, one.receipt.receiptId);
    if (receipt === undefined) {
      cases.push(one);
      continue;
    }
    const form = receiptForms[receipt.series.kind];
    const { caseId } = one;
    const made = getCaseFile(desk.store.db, caseId).state.documents.find((document) => document.form === form);
    const paper =
      made === undefined
        ? await desk.inTurn(caseId, () => makePaper(desk, paperOfCase(desk, caseId), form, wish, session))
        : madeBefore(desk, made);
    paperFault ??= paper.paperFault;
    cases.push({ ...one, printJobId: paper.printJobId });
  }
  return { ...certified, cases, paperFault };
}

function waitingCase(desk: DeskContext, entries: readonly BookEntry[]) {
  const [first] = entries;
  if (first === undefined) return [];
  const { caseId, caseNumber, kind, at, applicant, signer, status } = first;
  const due = dueFees(feesOf(desk, getCaseFile(desk.store.db, caseId))).known;
  const papers = entries.map(({ paper }) => paper);
  const numbers = entries.map((one) => wholeNumber(one.kind, one));
  return [{ caseId, caseNumber, kind, at, applicant, status, due, papers, numbers, signer }];
}
