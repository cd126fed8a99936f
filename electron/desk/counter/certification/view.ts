import type {
  Certified,
  CertificationInput,
  CertifiedLine,
} from '../../../contract/counter/certification/certification.ts';
import {
  bookName,
  certificationNumber,
  wholeNumber,
  yearOfSeries,
} from '../../../domain/counter/certification/book.ts';
import { isCapped } from '../../../domain/counter/certification/fees.ts';
import type { CertifiedAction } from '../../../domain/entries/certification.ts';
import { rulesOn } from '../../../domain/counter/money/fees.ts';
import { receiptNumberText } from '../../../domain/counter/money/fee-receipt.ts';
import { type CaseFile, getCaseFile } from '../../../store/counter/case/case.ts';
import { findReceipt } from '../../../store/counter/money/fee-receipt.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf } from '../../catalogue/adopted.ts';
import { feeView } from '../money/views.ts';
import { groupsOf } from './receive.ts';

/** What a request came to, from the register alone: the same request sent again is answered as the first time. */
export function certifiedView(desk: DeskContext, input: CertificationInput): Certified {
  const cases = groupsOf(input).map(({ kind, caseId }) => {
    const file = getCaseFile(desk.store.db, caseId);
    return { kind, file, done: certifiedOf(file) };
  });
  const places = new Map(cases.map(({ kind }) => [kind, 0]));
  const perLine = input.lines.map(({ kind }) => {
    const nth = places.get(kind) ?? 0;
    places.set(kind, nth + 1);
    const own = cases.find((one) => one.kind === kind);
    if (own === undefined) throw new Error(`no case of ${kind}`);
    return { ...own, nth };
  });
  // What was taken with the request has the id of its case.
  const receipts = cases.map(({ file }) => takenReceipt(desk, file.caseId));
  const paid = receipts.reduce((sum, receipt) => sum + (receipt?.amount ?? 0), 0);
  const { paid: told } = input;
  const given = told?.method === 'cash' && told.tendered !== undefined ? told.tendered : paid;
  const fees = perLine.flatMap(({ file, nth }) => file.state.received.fees.slice(nth, nth + 1));
  const [first] = cases;
  if (first === undefined) throw new Error('nothing was asked for');
  return {
    caseId: input.requestId,
    numbers: perLine.map(({ kind, done, nth }) =>
      wholeNumber(kind, { series: done.series, serial: done.papers[nth]?.serial ?? 0 }),
    ),
    fees: feeView(fees),
    lines: perLine.map(({ file, done, nth }) => lineOf(desk, file, done, nth)),
    signer: first.done.signer,
    total: fees.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    paid,
    change: Math.max(0, given - paid),
    cases: cases.map(({ kind, file }, index) => ({
      caseId: file.caseId,
      kind,
      number: file.state.number,
      status: file.state.status,
      dueAt: file.state.dueAt,
      receipt: receipts[index] ?? null,
      printJobId: null,
    })),
    status: first.file.state.status,
    paperFault: null,
  };
}

function lineOf(desk: DeskContext, file: CaseFile, done: CertifiedAction, nth: number): CertifiedLine {
  const one = done.papers[nth];
  if (one === undefined) throw new Error('a line has its paper');
  const { serial, paper = '', pages, copies, fee } = one;
  const adopted = getProcedureOf(desk, file.state);
  return {
    kind: done.kind,
    paper,
    pages,
    copies,
    serial,
    number: certificationNumber({ series: done.series, serial }),
    book: bookName(done.kind, yearOfSeries(done.series)),
    fee,
    capped: done.kind === 'copy' && isCapped(rulesOn(adopted.feeRules, file.state.received.day), pages),
  };
}

/** The numbers of a case, whole and in the order of its papers. */
export function numbersOf(file: CaseFile): string[] {
  const { kind, series, papers } = certifiedOf(file);
  return papers.map(({ serial }) => wholeNumber(kind, { series, serial }));
}

function certifiedOf({ actions, caseId }: CaseFile): CertifiedAction {
  const done = actions.map(({ action }) => action).find((action) => action.type === 'certified');
  if (done === undefined) throw new Error(`nothing was certified in ${caseId}`);
  return done;
}

/** A receipt of money that was taken with a request; null where none was. */
export function takenReceipt(desk: DeskContext, receiptId: string) {
  const receipt = findReceipt(desk.store.db, receiptId);
  if (receipt === undefined) return null;
  const { series, number, amount } = receipt;
  return { receiptId, number: receiptNumberText(series.kind, number), amount };
}
