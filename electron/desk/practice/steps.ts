import type { Role } from '../../contract/office/office.ts';
import { packSteps } from '../../domain/deadline/deadline.ts';
import type { CaseAction } from '../../domain/entries/case.ts';
import type { CasePromise } from '../catalogue/promise.ts';
import type { StepName } from './course.ts';

/** Who does what in a practice office. */
export const doer: Readonly<Record<StepName, Role>> = {
  transferred: 'clerk',
  'supplement-requested': 'officer',
  supplemented: 'clerk',
  'obligation-requested': 'officer',
  'obligation-met': 'clerk',
  withdrawn: 'clerk',
  stopped: 'supervisor',
  refused: 'officer',
  finished: 'officer',
  announced: 'clerk',
  returned: 'clerk',
};

const divisions: Readonly<Record<string, string>> = {
  'Hộ tịch': 'Tư pháp',
  'Chứng thực': 'Tư pháp',
  'Nuôi con nuôi': 'Tư pháp',
  'Liên thông': 'Tư pháp',
  'Cư trú': 'Công an phường',
  'Đất đai': 'Kinh tế, Hạ tầng và Đô thị',
  'Xây dựng': 'Kinh tế, Hạ tầng và Đô thị',
  'Hộ kinh doanh': 'Kinh tế, Hạ tầng và Đô thị',
};

type About = {
  readonly field: string;
  readonly receiver: string;
  /** What is to be paid, where the case stands waiting for it. */
  readonly owes?: number | undefined;
  readonly promiseNow: () => CasePromise;
};

/** A step as an action, in the words an officer would write. */
export function actionOf(step: StepName, { field, receiver, owes, promiseNow }: About): CaseAction {
  switch (step) {
    case 'transferred':
      return { type: step, to: divisions[field] ?? 'Văn hóa - Xã hội', officer: 'officer' };
    case 'supplement-requested':
      return { type: step, reason: 'Thiếu bản chính để đối chiếu', items: ['Bản chính giấy tờ đã nộp bản sao'] };
    case 'supplemented': {
      const { dueAt, steps } = promiseNow();
      return { type: step, dueAt, steps: packSteps(steps) };
    }
    case 'obligation-requested':
      return owes === undefined
        ? { type: step, reason: 'Chờ nộp phí, lệ phí theo thông báo' }
        : { type: step, reason: 'Phí, lệ phí theo thông báo nộp tiền', amount: owes };
    case 'obligation-met':
      return { type: step };
    case 'withdrawn':
      return { type: step, reason: 'Người nộp xin rút hồ sơ' };
    case 'stopped':
      return { type: step, reason: 'Dừng giải quyết, đã trả lại giấy tờ' };
    case 'refused':
      return {
        type: step,
        reason: 'Không đủ điều kiện giải quyết',
        legalBasis: 'Nghị định 118/2025/NĐ-CP, Điều 19 khoản 3',
      };
    case 'finished':
      return { type: step, result: 'Đã giải quyết' };
    case 'announced':
      return { type: step, how: 'sms' };
    case 'returned':
      return { type: step, receiver };
  }
}
