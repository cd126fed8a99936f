import { amountInWords, formatDong } from '../../../../domain/base/dong.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import type { NghiaVuData } from '../../../../paper/forms/data.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { notApplicable } from '../../../papers/source.ts';
import { type CaseMaker, before, caseOnPaper, findLast, numberOnPaper } from './case-facts.ts';

/** Thông báo thực hiện nghĩa vụ tài chính: what is owed, and what becomes of the promise meanwhile (NĐ 118/2025 Điều 24). */
export const obligationOf: CaseMaker<'nghia-vu'> = (desk, basis) => {
  const asked = findLast(basis.actions, 'obligation-requested');
  if (asked === undefined) {
    return notApplicable(
      'nghia-vu',
      'Hồ sơ này chưa có yêu cầu thực hiện nghĩa vụ tài chính',
      'no financial obligation was asked for in this case',
    );
  }
  const { reason, amount, stopsClock = false } = asked.action;
  const { dueAt } = foldCase(before(basis.actions, asked));
  return {
    ...caseOnPaper(desk, basis, asked),
    paper: numberOnPaper(basis),
    askedAt: asked.at,
    reason,
    ...(amount === undefined ? {} : { amountText: formatDong(amount), words: amountInWords(amount) }),
    clockStands: stopsClock,
    ...(stopsClock || dueAt === null ? {} : { dueAt }),
    officer: { fullName: staffName(desk, asked.actor, asked.desk) },
  } satisfies NghiaVuData;
};
