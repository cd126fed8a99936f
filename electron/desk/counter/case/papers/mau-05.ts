import { foldCase } from '../../../../domain/counter/case/state.ts';
import { supplementTerm, unsupplemented } from '../../../../domain/counter/case/supplement.ts';
import { termText } from '../../../../domain/deadline/explanation.ts';
import type { SupplementRule } from '../../../../contract/catalogue/lists.ts';
import type { RecordedAction } from '../../../../domain/entries/case.ts';
import type { Mau05Data } from '../../../../paper/forms/data.ts';
import type { CaseFee } from '../../../../domain/counter/money/case-fees.ts';
import type { DeskContext } from '../../../core/context.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { getProcedureOf, supplementRuleOf } from '../../../catalogue/adopted.ts';
import { feesOf } from '../../money/fees.ts';
import { chargeOnPaper, duesOnPaper, feesSaid } from '../../money/papers.ts';
import { signedFor } from './issuer.ts';
import {
  type Basis,
  type CaseMaker,
  before,
  caseOnPaper,
  componentsOnPaper,
  findLast,
  numberOnPaper,
  papersHandedIn,
  papersHeld,
} from './case-facts.ts';
import { articleInWords, feeOnPaper } from '../../../papers/on-paper.ts';
import { caseStatuses } from '../../../../contract/base/case-status.ts';
import { notApplicable } from '../../../papers/source.ts';

/** `05 tháng 02 năm 2026` of a civil time: days below 10 and months 1 and 2 carry a zero (NĐ 30/2020, Phụ lục I). */
function dateInWords(at: string): string {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  return `${day} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

/** Thông báo dừng giải quyết: who asked, how far the file had come, what goes back (NĐ 118/2025 Điều 19 k5, Điều 21). */
export const stopOf: CaseMaker<'mau-05'> = (desk, basis) => {
  const stopped = findLast(basis.actions, 'stopped');
  if (stopped === undefined)
    return notApplicable('mau-05', 'Hồ sơ này chưa dừng giải quyết', 'the handling of this case was not stopped');
  const { received } = basis.state;
  const earlier = before(basis.actions, stopped);
  return {
    ...caseOnPaper(desk, basis, stopped),
    paper: numberOnPaper(basis),
    stoppedAt: stopped.at,
    ...groundOf(earlier, stopped.action.reason, supplementRuleOf(desk, basis.state)),
    stage: stageOf(earlier),
    components: componentsOnPaper(getProcedureOf(desk, basis.state), received.components),
    fees: received.fees.map(feeOnPaper),
    charges: feesOf(desk, basis).map((fee) => chargeOnPaper(desk, fee)),
    papers: papersHandedIn(getProcedureOf(desk, basis.state), received.components),
    held: papersHeld(getProcedureOf(desk, basis.state), received),
    dues: duesOnPaper(desk, feesOf(desk, basis)),
    ...paidOf(desk, feesOf(desk, basis)),
    officer: { fullName: staffName(desk, stopped.actor, stopped.desk) },
    ...standIn(desk, basis),
  } satisfies Mau05Data;
};

function standIn(desk: DeskContext, basis: Basis): Pick<Mau05Data, 'signs'> {
  const { head, deputy, signer } = signedFor(desk, basis, 'director', '');
  return deputy === undefined || signer === undefined ? {} : { signs: { head, deputy, signer } };
}

/** What was paid goes back by the law of its field; of what nobody paid nothing is asked any more (NĐ 118/2025 Điều 21 k1). */
function paidOf(desk: DeskContext, fees: readonly CaseFee[]): Pick<Mau05Data, 'paid' | 'unpaid'> {
  const paid = fees.filter(({ receiptId, amount }) => receiptId !== null && amount !== 0);
  if (paid.length > 0) return { paid: feesSaid(desk, paid) };
  return fees.some(({ amount }) => amount !== 0) ? { unpaid: true } : {};
}

/** The ground in a sentence. What the journal writes for a file that was never completed is a code and stays off the paper. */
function groundOf(
  earlier: readonly RecordedAction[],
  reason: string,
  rule: SupplementRule | null,
): { cause: string; basis: string; grounds: { text: string }[] } {
  const asked = findLast(earlier, 'supplement-requested');
  const withdrawn = findLast(earlier, 'withdrawn');
  if (withdrawn !== undefined) {
    const words = reason === withdrawn.action.reason ? '' : ` ${sentence(reason)}`;
    const wish = `Ngày ${dateInWords(withdrawn.at)}, người nộp hồ sơ đề nghị dừng giải quyết hồ sơ với lý do: ${sentence(withdrawn.action.reason)}`;
    return {
      cause: `${wish}${words}`,
      // What the citizen wished and what the office says of it are two things, not one sentence after the other.
      grounds: [wish, ...(words === '' ? [] : [`Trung tâm xem xét: ${sentence(reason)}`])].map((text) => ({ text })),
      basis: 'Điều 21 Nghị định 118/2025/NĐ-CP',
    };
  }
  const since = asked === undefined ? '' : `Ngày ${dateInWords(asked.at)}, Trung tâm đã yêu cầu bổ sung hồ sơ. `;
  const words =
    reason === unsupplemented
      ? `Quá ${termText(supplementTerm(rule), 'vi')} kể từ ngày yêu cầu, Trung tâm chưa nhận được giấy tờ cần bổ sung.`
      : sentence(reason);
  const grounds = [since.trim(), words].filter((text) => text !== '').map((text) => ({ text }));
  return { cause: `${since}${words}`, grounds, basis: articleInWords(rule?.article ?? 'NĐ 118/2025 Điều 19 k5') };
}

/** How far the file had come before anybody asked to stop. */
function stageOf(earlier: readonly RecordedAction[]): string {
  const withdrawn = findLast(earlier, 'withdrawn');
  const { status } = foldCase(withdrawn === undefined ? earlier : before(earlier, withdrawn));
  return `Khi dừng, ${caseStatuses[status].whenStopped ?? caseStatuses.processing.whenStopped}.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
