import { createHash } from 'node:crypto';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import {
  type CertificationInput,
  type CertificationKind,
  type CertificationLine,
  type CertificationSigner,
  type SignerInput,
  splitSigner,
} from '../../../contract/counter/certification/certification.ts';
import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import { type Person, unnamedApplicant } from '../../../contract/common/person/person.ts';
import { bookOf, certificationSeries, wholeNumber } from '../../../domain/counter/certification/book.ts';
import { certificationFees } from '../../../domain/counter/certification/fees.ts';
import { bundleAfter } from '../../../domain/counter/case/bundle-after.ts';
import type { CaseAction, ReceivedAction } from '../../../domain/entries/case.ts';
import type { CertifiedAction, CertifiedPaper } from '../../../domain/entries/certification.ts';
import { copied, rulesOn } from '../../../domain/counter/money/fees.ts';
import { dueFees } from '../../../domain/counter/money/case-fees.ts';
import { type CaseFile, appended, findCaseFile, findCaseRow, recordedNow } from '../../../store/counter/case/case.ts';
import { lastCertified, lateSigners } from '../../../store/counter/certification/certification.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';
import type { Writer } from '../../../store/store.ts';
import { receivedAction, takeSerial } from '../case/receive.ts';
import { adoptFor } from '../../catalogue/adopted.ts';
import { promiseOf } from '../../catalogue/promise.ts';
import { type ProcedureFault, procedureToReceive } from '../../catalogue/typed.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { type CollectFault, takeMoney } from '../money/collect.ts';
import { feesOf } from '../money/fees.ts';
import { type KeeperFault, keeperFault, ownRun } from './number-run.ts';

export type PaidFault = Exclude<CollectFault, Fault<'case-unknown' | 'case-undone'>> | Fault<'paid-differs'>;
export type CertificationFault =
  | PaidFault
  | Fault<
      | 'certification-needs-person'
      | ProcedureFault['fault']
      | KeeperFault['fault']
      | 'time-limit-missing'
      | 'calendar-ends'
      | 'numbers-exhausted'
      | 'clock-untrusted'
      | 'request-id-reused'
      | 'disk-full'
    >;

/** What one case of a request is about: the papers of one kind, in the order in which they were asked for. */
type Group = {
  readonly kind: CertificationKind;
  readonly caseId: string;
  readonly lines: readonly CertificationLine[];
};

/**
 * One request from beginning to end in one commit: received, numbered in its book, paid where it was paid, certified and handed out. Papers of
 * several kinds are procedures of their own, each with its terms, its book and its place in the figures, so they become a case each; the money is one sum. What
 * is not paid is not handed out, and what the leader signs by a list waits for that.
 */
export function receiveCertification(
  desk: DeskContext,
  input: CertificationInput,
  session: Session,
): 'received' | 'known' | CertificationFault {
  const needing = input.lines.find(({ kind }) => kind !== 'copy' && !isPersonShown(input));
  if (needing !== undefined) return fault('certification-needs-person', { kind: needing.kind });
  const { requestId } = input;
  const request = { call: 'certification.receive', requestId, content: input };
  return desk.store.write(authorOf(session), desk.now(), (tx): 'received' | 'known' | CertificationFault => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (findCaseRow(tx.db, requestId) !== undefined) return 'known';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const kept = keeperFault(desk.getOffice());
    if (kept !== null) return kept;
    const signer = signerOf(tx, input.signer);
    const files: CaseFile[] = [];
    for (const group of groupsOf(input)) {
      const file = certified(
        desk,
        tx,
        group,
        { applicant: input.applicant ?? unnamedApplicant, others: input.others, signer },
        session,
      );
      if (isFault(file)) return file;
      files.push(file);
    }
    const paid = input.paid === undefined ? files : paidFor(desk, tx, files, input.paid, session);
    if (isFault(paid)) return paid;
    if (desk.getOffice().certification?.signing !== 'leader') for (const file of paid) handOut(desk, tx, file, session);
    keepRequest(tx.db, request);
    return 'received';
  });
}

/** Who asks for a signature or a contract to be certified shows a card (NĐ 23/2015 Điều 24 k1a, 36 k1). */
function isPersonShown({ applicant }: CertificationInput): boolean {
  return applicant !== null && applicant !== undefined && applicant.idNumber !== '';
}

/** In the order in which the kinds were first asked for; the first case has the id of the request, the others ids that follow from it. */
export function groupsOf({ lines, requestId }: Pick<CertificationInput, 'lines' | 'requestId'>): Group[] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return kinds.map((kind, index) => ({
    kind,
    caseId: index === 0 ? requestId : siblingId(requestId, kind),
    lines: lines.filter((line) => line.kind === kind),
  }));
}

/** A UUID of version 8 (RFC 9562): the same request has the same cases, however often it is sent. */
function siblingId(requestId: string, kind: CertificationKind): string {
  const bytes = createHash('sha256').update(`${requestId.toLowerCase()} ${kind}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where a program names no title, the one under which they signed last. */
export function signerOf(tx: Writer, told: SignerInput): CertificationSigner {
  const { name, title } =
    typeof told === 'string'
      ? splitSigner(told)
      : { name: 'fullName' in told ? told.fullName : told.name, title: told.title };
  if (title !== '') return { name, title };
  const known = lateSigners(tx.db, 50).find((one) => one.name === name && one.title !== '');
  return { name, title: known?.title ?? '' };
}

type Asking = {
  readonly applicant: Person;
  readonly others: readonly Person[] | undefined;
  readonly signer: CertificationSigner;
};

/** Receives the papers of one kind and numbers each in its book. */
function certified(
  desk: DeskContext,
  tx: Writer,
  { kind, caseId, lines }: Group,
  { applicant, others, signer }: Asking,
  session: Session,
): CaseFile | CertificationFault {
  const { procedureCode } = bookOf(kind);
  // What this office ended, or never took over, is received at no counter of it.
  const offered = procedureToReceive(desk, { procedureCode, components: [] });
  if (isFault(offered)) return offered;
  const { procedure } = offered;
  const acceptedAt = desk.nowCivil();
  const promise = promiseOf(procedure, { channel: 'direct', acceptedAt }, desk.calendar());
  if (isFault(promise)) return promise as Fault<'time-limit-missing' | 'calendar-ends'>;
  const day = acceptedAt.slice(0, 10);
  const serial = takeSerial(desk, tx, day);
  if (isFault(serial)) return serial;
  const office = desk.getOffice();
  const papers = lines.map(({ paper, pages, copies }) => ({ ...copied({ paper, pages, copies }), pages }));
  const fees = certificationFees(kind, rulesOn(procedure.feeRules, day), papers);
  const received: ReceivedAction = {
    ...receivedAction({
      office,
      deskCode: office.desk.code,
      day,
      serial,
      catalogueVersion: adoptFor(desk, tx, procedure),
      procedure,
      promise,
      input: {
        channel: 'direct',
        applicant,
        components: [],
        quantity: 1,
        resultDelivery: { kind: 'desk' },
      },
    }),
    ...(others === undefined ? {} : { others }),
    copies: papers,
    fees,
  };
  tx.append({ kind: 'case', caseId }, received);
  const file = findCaseFile(tx.db, caseId);
  if (file === undefined) throw new Error(`case ${caseId} was just written by ${session.username}`);
  const priced = papers.map((paper, nth) => ({ ...paper, fee: fees[nth]?.amount ?? null }));
  return numberPapers(desk, tx, file, { kind, signer, papers: priced });
}

type Numbering = Pick<CertifiedAction, 'kind' | 'signer'> & {
  readonly papers: readonly Omit<CertifiedPaper, 'serial'>[];
};

/** Gives each paper the next number of its book: of this desk, or of the office where one desk keeps it. */
export function numberPapers(
  desk: DeskContext,
  tx: Writer,
  file: CaseFile,
  { kind, signer, papers }: Numbering,
): CaseFile {
  const series = certificationSeries(kind, desk.nowCivil().slice(0, 10), ownRun(desk.getOffice()));
  const last = lastCertified(tx.db, series);
  return added(tx, file, {
    type: 'certified',
    kind,
    series,
    signer,
    papers: papers.map((paper, nth) => ({ serial: last + 1 + nth, ...paper })),
  });
}

type Paid = { readonly method: PayMethod; readonly amount: number; readonly tendered?: number | undefined };

/** Takes what is due of all cases, which has to be what was entered as taken; each case has its receipt, under its own id where none is named. */
export function paidFor(
  desk: DeskContext,
  tx: Writer,
  files: readonly CaseFile[],
  { method, amount, tendered }: Paid,
  session: Session,
  receiptId?: string,
): CaseFile[] | PaidFault {
  const due = files.reduce((sum, file) => sum + dueFees(feesOf(desk, file)).known, 0);
  if (due !== amount) return fault('paid-differs', { due, paid: amount });
  if (method === 'cash' && tendered !== undefined && tendered < due) return fault('tendered-short', { due, tendered });
  const collected: CaseFile[] = [];
  for (const file of files) {
    const lines = feesOf(desk, file).flatMap(({ index, receiptId: paid }) => (paid === null ? [index] : []));
    // The money that was handed over belongs to the sum: a receipt of a part of it does not speak of it.
    const given = files.length > 1 || tendered === undefined ? {} : { tendered };
    const receipt = { lines, method, ...given, requestId: receiptId ?? file.caseId };
    const taken = takeMoney(desk, tx, file, receipt, session);
    if (isFault(taken)) return taken;
    collected.push(taken);
  }
  return collected;
}

/**
 * What is certified and, once it is paid, in the hands of who asked for it: the receiver is whoever stands there. The decision is the signer's on the paper (TT
 * 01/2020 Điều 20 k2 has the clerk see to all before it); whoever sits at the counter enters it, a contract's too, which the acts of a case leave to its handler.
 */
export function handOut(desk: DeskContext, tx: Writer, file: CaseFile, session: Session): CaseFile {
  const finished = file.state.status === 'finished' ? file : added(tx, file, resultOf(file));
  const { known, unknown } = dueFees(feesOf(desk, finished));
  if (known > 0 || unknown > 0) return finished;
  const { applicant } = finished.state.received;
  const returned = added(tx, finished, {
    type: 'returned',
    receiver: applicant.fullName,
    ...(applicant.idNumber === ''
      ? {}
      : {
          detail: {
            as: 'applicant',
            fullName: applicant.fullName,
            idNumber: applicant.idNumber,
            receiptLost: false,
          } as const,
        }),
  });
  const last = returned.actions.at(-1)?.action;
  const moved =
    last === undefined ? null : bundleAfter(last, { ...finished.state, holder: session.username }, session.username);
  return moved === null ? returned : added(tx, returned, moved);
}

/** The result of what was certified, with its numbers. */
export function resultOf({ actions, state }: CaseFile): Extract<CaseAction, { type: 'finished' }> {
  const done = actions.map(({ action }) => action).find((action) => action.type === 'certified');
  if (done === undefined) throw new Error(`nothing was certified in ${state.received.procedureCode}`);
  const numbers = done.papers.map(({ serial }) => wholeNumber(done.kind, { series: done.series, serial }));
  return {
    type: 'finished',
    result: `Đã chứng thực ${done.papers.length} giấy tờ, người ký: ${[done.signer.name, done.signer.title].filter((part) => part !== '').join(', ')}`,
    resultNumber: numbers.length === 1 ? (numbers[0] ?? '') : `${numbers[0]} … ${numbers.at(-1)}`,
  };
}

export function added(tx: Writer, file: CaseFile, action: CaseAction): CaseFile {
  return appended(file, recordedNow(tx.append({ kind: 'case', caseId: file.caseId }, action), action));
}
