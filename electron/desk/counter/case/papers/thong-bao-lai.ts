import { caseStatuses, isIn } from '../../../../contract/base/case-status.ts';
import { type DecidedPair, decidedPairs, owedFor } from '../../../../domain/apart/owed.ts';
import { promiseIn } from '../../../../domain/apart/promises.ts';
import { printedNumber } from '../../../../domain/base/numbering.ts';
import type { CaseState } from '../../../../domain/counter/case/state.ts';
import type { CaseAction, RecordedAction } from '../../../../domain/entries/case.ts';
import type { ThongBaoLaiData } from '../../../../paper/forms/data.ts';
import { supplementRuleOf } from '../../../catalogue/adopted.ts';
import type { DeskContext } from '../../../core/context.ts';
import { receiptSymbol } from '../../../core/receipt-symbol.ts';
import { decisionOnPaper } from '../../../papers/decision-on-paper.ts';
import { notApplicable } from '../../../papers/source.ts';
import { type CaseMaker, caseOnPaper, numberOnPaper } from './case-facts.ts';
import { whatWasDone } from './qua-trinh.ts';

/** The last decision of a case by which its citizen hears something else than they were told. */
export function toldOtherwise(actions: readonly RecordedAction[]): DecidedPair | undefined {
  return decidedPairs(actions).findLast(({ against }) => owedFor(against.action).some(({ kind }) => kind === 'notice'));
}

/** Thông báo nội dung có giá trị: which of two things stands that counters told of one case, with what was promised and what is promised now. */
export const decisionOf: CaseMaker<'thong-bao-lai'> = (desk, basis) => {
  const { actions, state } = basis;
  const pair = toldOtherwise(actions);
  if (pair === undefined)
    return notApplicable(
      'thong-bao-lai',
      'Hồ sơ này không có nội dung nào do hai quầy ghi khác nhau mà đã quyết định',
      'nothing of this case was told differently by two counters and decided',
    );
  const { by, against } = pair;
  const rule = supplementRuleOf(desk, state);
  const old = promiseIn(against.action);
  const due = runningPromise(state);
  const number =
    'number' in against.action && typeof against.action.number === 'object'
      ? printedNumber(against.action.number)
      : undefined;
  return {
    ...caseOnPaper(desk, basis, by),
    thing: 'hồ sơ',
    paper: numberOnPaper(basis),
    ...decisionOnPaper(desk, pair, (action) => whatWasDone(withSymbol(desk, action), rule)),
    status: caseStatuses[state.status].official,
    ...(due === null ? {} : { dueAt: due }),
    ...(old === undefined || old === due ? {} : { oldDueAt: old }),
    ...(number === undefined || number === printedNumber(state.number) ? {} : { oldNumber: number }),
  } satisfies ThongBaoLaiData;
};

/** Its receipt named by symbol and number: two counters have each a receipt with this number. */
function withSymbol(desk: DeskContext, action: CaseAction): CaseAction {
  const symbol = receiptSymbol(desk, action);
  return symbol === undefined || !('number' in action) || typeof action.number !== 'string'
    ? action
    : ({ ...action, number: `${symbol} số ${action.number}` } as CaseAction);
}

/** The promise that runs: none while papers are awaited of the citizen (NĐ 118/2025 Điều 19 k5), nor once it is over. */
export function runningPromise({ status, dueAt }: Pick<CaseState, 'status' | 'dueAt'>): string | null {
  return isIn(status, 'promised') ? dueAt : null;
}
