import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { CertificationInput } from '../../../contract/counter/certification/certification.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { dueFees } from '../../../domain/counter/money/case-fees.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { feesOf } from '../money/fees.ts';
import { type PaidFault, handOut, paidFor } from './receive.ts';

type HandOutInput = Pick<CertificationInput, 'paid' | 'requestId'> & { readonly caseId: string };

type HandOutFault = PaidFault | Fault<'case-unknown' | 'certification-not-finished' | 'fees-owed'>;

/** Hands out what was certified and waited: for its money, or for the leader's signature. Takes what is still due in the same commit. */
export function handOutCertified(desk: DeskContext, input: HandOutInput, session: Session): 'done' | HandOutFault {
  const { caseId, requestId, paid } = input;
  const request = { call: 'certification.handOut', requestId, content: input };
  return desk.store.write(authorOf(session), desk.now(), (tx): 'done' | HandOutFault => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    const file = findCaseFile(tx.db, caseId);
    if (file === undefined) return fault('case-unknown', { caseId });
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const { status, number } = file.state;
    const isCertified = file.actions.some(({ action }) => action.type === 'certified');
    // The same request, which was answered before: what is in the person's hands is not handed out twice.
    if (isCertified && status === 'returned' && (paid === undefined || isPaidBy(file, requestId))) return 'done';
    if (!isCertified || status !== 'finished')
      return fault('certification-not-finished', { number: printedNumber(number) });
    const taken = paid === undefined ? [file] : paidFor(desk, tx, [file], paid, session, requestId);
    if (isFault(taken)) return taken;
    for (const one of taken) {
      const { known } = dueFees(feesOf(desk, one));
      if (known > 0) return fault('fees-owed', { due: known });
      handOut(desk, tx, one, session);
    }
    keepRequest(tx.db, request);
    return 'done';
  });
}

function isPaidBy({ actions }: CaseFile, requestId: string): boolean {
  return actions.some(({ action }) => action.type === 'fees-collected' && action.receiptId === requestId);
}
