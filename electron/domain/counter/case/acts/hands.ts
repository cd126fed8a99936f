import type { StepRole } from '../../../../contract/routing/process.ts';
import type { Refusal } from '../../../base/refusal.ts';
import { isElsewhere } from '../../../routing/legs.ts';
import { type Process, firstHandling, isLastHandling, stepDue } from '../../../routing/process.ts';
import type { ActContext, ActRows, Guard } from './act-row.ts';
import { mayCall } from '../../../common/office/call-roles.ts';
import type { CaseState } from '../state.ts';

/** From hand to hand inside the office (NĐ 118/2025 Điều 18, 19). */

const legElsewhere: Refusal = {
  key: 'leg-elsewhere',
  vi: 'Hồ sơ thuộc cơ quan khác giải quyết: chuyển theo chặng, không chuyển nội bộ.',
  en: 'Another agency decides this case: send its leg, not a division.',
};
const accountClosed: Refusal = {
  key: 'account-closed',
  vi: 'Tài khoản người nhận đã khóa; chọn người khác.',
  en: 'The account of the receiver is closed; choose somebody else.',
};
const wrongRole: Refusal = {
  key: 'wrong-role',
  vi: 'Bước này cần người có vai trò khác; xem quy trình của hồ sơ.',
  en: 'This step needs somebody of another role; see the process of the case.',
};
const heldByYou: Refusal = {
  key: 'held-by-you',
  vi: 'Bạn đang giữ hồ sơ này.',
  en: 'You hold this case already.',
};
const heldByAnother: Refusal = {
  key: 'held-by-another',
  vi: 'Người khác đang giữ hồ sơ này.',
  en: 'Somebody else holds this case.',
};
const heldByThem: Refusal = {
  key: 'held-by-them',
  vi: 'Người đó đang giữ hồ sơ này.',
  en: 'That person holds this case already.',
};
const supervisorAssigns: Refusal = {
  key: 'supervisor-assigns',
  vi: 'Chưa ai giữ hồ sơ: lãnh đạo giao, hoặc người xử lý tự nhận.',
  en: 'Nobody holds the case: a supervisor assigns it, or who will handle it takes it.',
};
const takeFirst: Refusal = { key: 'take-first', vi: 'Nhận hồ sơ về mình trước đã.', en: 'Take the case first.' };
const noProcess: Refusal = {
  key: 'no-process',
  vi: 'Hồ sơ chưa chuyển xử lý, hoặc thủ tục chưa có quy trình nội bộ.',
  en: 'The case has not left the counter, or its procedure has no inner process.',
};
const finishNext: Refusal = {
  key: 'finish-next',
  vi: 'Đây là bước xử lý cuối: ghi kết quả xử lý xong để hồ sơ sang bước trả kết quả.',
  en: 'This is the last step of handling: record the result, and the case goes on to be returned.',
};
const firstOfAll: Refusal = {
  key: 'first-step',
  vi: 'Trước bước này chỉ có tiếp nhận: dùng «Trả lại một cửa».',
  en: 'Only the reception comes before this step: hand the case back to the desk.',
};

export const handActs = {
  transfer: {
    from: ['accepted'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 18',
    form: 'mau-06',
    guards: [
      ({ legs }) => (isElsewhere(legs) ? legElsewhere : null),
      (_state, context, act) => receiverRefusal(act?.to, roleOfStep(context.process, firstHandling), context),
    ],
    record: ({ to }, _state, context) => ({
      type: 'transferred',
      to: '',
      ...(to === undefined ? {} : { officer: to }),
      ...firstStep(context),
    }),
  },
  'take-over': {
    from: ['processing'],
    // Who may take a file is a matter of the step it stands at.
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19',
    guards: [
      ({ holder }, { username }) => (holder === username ? heldByYou : null),
      (state, { role, process }) => (mayCall(role, roleOfStep(process, stepOf(state))) ? null : wrongRole),
    ],
    record: (_act, _state, { username }) => ({ type: 'taken-over', by: username }),
  },
  'hand-back': {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19',
    guards: [({ holder }, { username, role }) => (holder === username || role === 'supervisor' ? null : heldByAnother)],
    record: ({ reason }) => ({ type: 'handed-back', reason }),
  },
  assign: {
    from: ['processing', 'obligation-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19',
    guards: [holderOrSupervisor(supervisorAssigns), assignedTo],
    record: ({ to }) => ({ type: 'assigned', to }),
  },
  pass: {
    from: ['processing'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19',
    guards: [passedOn],
    record: ({ to, note = '' }, state, context) => {
      const step = stepOf(state) + 1;
      return {
        type: 'passed',
        step,
        ...(to === undefined ? {} : { to }),
        ...(note === '' ? {} : { note }),
        ...dueOfStep(step, context),
      };
    },
  },
  rework: {
    from: ['processing'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19',
    guards: [
      ({ stage }, { process }) => (stage === null || process === undefined ? noProcess : null),
      (state) => (stepOf(state) <= firstHandling ? firstOfAll : null),
      // Sent back by who has it, or by a supervisor who looks over their shoulder.
      holderOrSupervisor(takeFirst),
      (state, context, act) => receiverRefusal(act?.to, roleOfStep(context.process, stepOf(state) - 1), context),
    ],
    record: (act, state, context) => {
      const step = stepOf(state) - 1;
      const to = act.to ?? findDoer(state, step, context);
      return {
        type: 'reworked',
        step,
        reason: act.reason,
        ...(to === undefined ? {} : { to }),
        ...dueOfStep(step, context),
      };
    },
  },
} as const satisfies Partial<ActRows>;

/** Given by who has it, or by a supervisor; `free` is said where nobody has it. */
function holderOrSupervisor(free: Refusal): Guard<'assign' | 'rework'> {
  return ({ holder }, { username, role }) => {
    if (holder === username || role === 'supervisor') return null;
    return holder === null ? free : heldByAnother;
  };
}

function assignedTo(...[state, context, act]: Parameters<Guard<'assign'>>): Refusal | null {
  if (act === undefined) return null;
  if (act.to === state.holder) return heldByThem;
  return receiverRefusal(act.to, roleOfStep(context.process, stepOf(state)), context);
}

/** Done by who has it; the last step of handling ends with a result, not with a pass. */
function passedOn(...[{ stage, holder }, context, act]: Parameters<Guard<'pass'>>): Refusal | null {
  const { process, username } = context;
  if (stage === null || process === undefined) return noProcess;
  if (isLastHandling(process, stage.index)) return finishNext;
  if (holder !== username) return holder === null ? takeFirst : heldByAnother;
  return receiverRefusal(act?.to, roleOfStep(process, stage.index + 1), context);
}

/** Whether this person may be given the file at that step; nobody named is nobody refused. */
function receiverRefusal(to: string | undefined, role: StepRole, { colleague }: ActContext): Refusal | null {
  const person = to === undefined ? undefined : colleague?.(to);
  if (person === undefined) return null;
  if (person.disabled) return accountClosed;
  return mayCall(person.role, role) ? null : wrongRole;
}

/** The role of a step; without a process the work between the counters is an officer's. */
function roleOfStep(process: Process | undefined, index: number): StepRole {
  return process?.steps[index]?.role ?? 'officer';
}

function stepOf({ stage }: CaseState): number {
  return stage?.index ?? firstHandling;
}

/** Who did the step before, if they are still here: rework goes back to the hands it came from. */
function findDoer({ stage }: CaseState, step: number, { colleague, process }: ActContext): string | undefined {
  const doer = stage?.doers[step] ?? undefined;
  const person = doer === undefined ? undefined : colleague?.(doer);
  if (person === undefined || person.disabled) return undefined;
  return mayCall(person.role, roleOfStep(process, step)) ? person.username : undefined;
}

/** The process a case begins with when it leaves the counter, and the clock of its first step. */
function firstStep(context: ActContext): { process?: string; stepDue?: string } {
  const { process } = context;
  return process === undefined ? {} : { process: process.id, ...dueOfStep(firstHandling, context) };
}

/** With the result the case stands at its last step, whatever was passed over. */
export function lastStep({ stage }: CaseState, { process }: ActContext): { step?: number } {
  return stage === null || process === undefined ? {} : { step: process.steps.length - 1 };
}

export function dueOfStep(index: number | undefined, { process, now, calendar }: ActContext): { stepDue?: string } {
  const due = index === undefined ? null : stepDue(process?.steps[index], now, calendar);
  return due === null ? {} : { stepDue: due };
}
