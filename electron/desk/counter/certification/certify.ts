import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import type { CertificationKind, SignerInput } from '../../../contract/counter/certification/certification.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { kindOfProcedure } from '../../../domain/counter/certification/book.ts';
import { certificationFees } from '../../../domain/counter/certification/fees.ts';
import { decideAct } from '../../../domain/counter/case/acts/acts.ts';
import type { CertifiedPaper } from '../../../domain/entries/certification.ts';
import { lawDayOf } from '../../../domain/counter/kit/back-entry.ts';
import { copied, rulesOn, totalFees } from '../../../domain/counter/money/fees.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { actContext } from '../case/act.ts';
import { getProcedureOf } from '../../catalogue/adopted.ts';
import { type KeeperFault, keeperFault } from './number-run.ts';
import { added, numberPapers, resultOf, signerOf } from './receive.ts';

type CertifyInput = {
  readonly caseId: string;
  readonly signer: SignerInput;
  readonly papers?: readonly { readonly paper: string; readonly pages: number; readonly copies: number }[] | undefined;
};

type CertifyFault = Fault<
  | 'case-unknown'
  | 'certification-not-of-a-book'
  | 'certification-numbered'
  | 'certification-fee-differs'
  | KeeperFault['fault']
  | 'clock-untrusted'
  | 'disk-full'
>;

/**
 * Numbers the papers of a case that was received like any other: online, by post, with a longer term by agreement (NĐ 23/2015 Điều 21, 37), or for another
 * transaction. Every paper that an office certifies stands in its book. Where whoever numbers it may record the result too, and no leader's list is kept, the
 * result is recorded; else it is left to who handles the case.
 */
export function certifyCase(desk: DeskContext, input: CertifyInput, session: Session): 'certified' | CertifyFault {
  return desk.store.write(authorOf(session), desk.now(), (tx): 'certified' | CertifyFault => {
    const { caseId } = input;
    const file = findCaseFile(tx.db, caseId);
    if (file === undefined) return fault('case-unknown', { caseId });
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const { state } = file;
    const number = printedNumber(state.number);
    if (file.actions.some(({ action }) => action.type === 'certified'))
      return fault('certification-numbered', { number });
    const kind = kindOfProcedure(state.received.procedureCode);
    if (kind === undefined || !isIn(state.status, 'with-the-office'))
      return fault('certification-not-of-a-book', { number });
    const kept = keeperFault(desk.getOffice());
    if (kept !== null) return kept;
    const papers = input.papers === undefined ? asAsked(file) : asSaid(desk, file, kind, input.papers);
    if (isFault(papers)) return papers;
    const certified = numberPapers(desk, tx, file, { kind, signer: signerOf(tx, input.signer), papers });
    if (desk.getOffice().certification?.signing === 'leader') return 'certified';
    const { type: _type, ...result } = resultOf(certified);
    const act = { type: 'finish', ...result } as const;
    const finished = decideAct(act, certified.state, actContext(desk, session, certified.state));
    if (!isFault(finished)) added(tx, certified, finished);
    return 'certified';
  });
}

/** As they were asked for when the file was received: a paper without a count of pages has one. */
export function asAsked({ state }: CaseFile): Omit<CertifiedPaper, 'serial'>[] {
  const { copies, pages = 1, quantity, fees } = state.received;
  const asked = copies ?? [{ pages, copies: quantity }];
  return asked.map((one, nth) => ({
    ...(one.paper === undefined ? {} : { paper: one.paper }),
    pages: one.pages ?? pages,
    copies: one.copies,
    fee: asked.length === fees.length ? (fees[nth]?.amount ?? null) : null,
  }));
}

/**
 * As they are said now, each with its fee by the rule that the file was received under. What they come to is what was asked of the person: another sum is a
 * correction of the file, which prints its receipt anew. Where the reception knew no amount, the fee is still owed as unknown, and nothing is handed out before.
 */
function asSaid(
  desk: DeskContext,
  file: CaseFile,
  kind: CertificationKind,
  said: NonNullable<CertifyInput['papers']>,
): Omit<CertifiedPaper, 'serial'>[] | Fault<'certification-fee-differs'> {
  const { received, number } = file.state;
  const papers = said.map((one) => ({ ...copied(one), pages: one.pages }));
  const rules = rulesOn(getProcedureOf(desk, file.state).feeRules, lawDayOf(file.state));
  const fees = certificationFees(kind, rules, papers, received.channel);
  const [then, now] = [totalFees(received.fees), totalFees(fees)];
  if (then.unknown === 0 && (now.unknown > 0 || now.known !== then.known))
    return fault('certification-fee-differs', {
      number: printedNumber(number),
      received: then.known,
      due: now.known,
    });
  return papers.map((one, nth) => ({
    ...one,
    fee: fees.length === papers.length ? (fees[nth]?.amount ?? null) : null,
  }));
}
