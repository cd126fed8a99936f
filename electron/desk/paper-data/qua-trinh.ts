import type { CaseStatus } from '../../contract/values.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { QuaTrinhData } from '../../paper/forms/data.ts';
import { personName } from '../case-view.ts';
import { receiverOf, whatWasDone } from './action-words.ts';
import type { DataMaker } from './basis.ts';
import { caseOnPaper } from './case-on-paper.ts';

const statuses: Record<CaseStatus, string> = {
  registered: 'Mới đăng ký',
  accepted: 'Được tiếp nhận',
  refused: 'Không được tiếp nhận',
  processing: 'Đang xử lý',
  'supplement-requested': 'Yêu cầu bổ sung giấy tờ',
  'obligation-requested': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  withdrawn: 'Công dân yêu cầu rút hồ sơ',
  stopped: 'Dừng xử lý',
  finished: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};

/** Quá trình xử lý: one row for each action. The making of papers is left out, or each such sheet would be a row of the next. */
export const courseOf: DataMaker = (room, basis) => {
  const { state } = basis;
  const done = basis.actions.filter(({ action }) => action.type !== 'document-made');
  const last = done.at(-1);
  const steps = done.map((recorded, index) => {
    const { dueAt } = foldCase(done.slice(0, index + 1));
    const to = receiverOf(recorded.action, state.received.applicant.fullName, (username) => personName(room, username));
    return {
      at: recorded.at,
      person: personName(room, recorded.actor),
      what: whatWasDone(recorded.action),
      ...(to === undefined ? {} : { to }),
      ...(dueAt === null ? {} : { dueAt }),
    };
  });
  return {
    ...caseOnPaper(room, basis, last),
    madeAt: last?.at ?? state.acceptedAt,
    status: statuses[state.status],
    ...(state.dueAt === null ? {} : { dueAt: state.dueAt }),
    steps,
  } satisfies QuaTrinhData;
};
