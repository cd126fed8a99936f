import { type Fault, fault } from '../../contract/fault.ts';
import type { IntakeAct, IntakeActType } from '../../contract/intake/intake.ts';
import type { Role } from '../../contract/office/office.ts';
import type { Term } from '../../contract/values.ts';
import type { GuidedCourse, IntakeEvent } from '../entries/intake.ts';
import type { Intake } from './intake.ts';
import type { IntakeStatus } from '../../contract/status.ts';

/** Why an act on a waiting file is not allowed. */
export type IntakeRefusal = 'wrong-status' | 'already-accepted' | 'second-supplement' | 'name-needed' | 'seen-already';

const sentences: Record<IntakeRefusal, { readonly vi: string; readonly en: string }> = {
  'wrong-status': {
    vi: 'Trạng thái hiện tại của hồ sơ chờ tiếp nhận không cho phép.',
    en: 'The present status of the waiting file does not allow it.',
  },
  'already-accepted': {
    vi: 'Hồ sơ này đã được tiếp nhận; làm tiếp trên hồ sơ.',
    en: 'This file has been received; go on with its case.',
  },
  'second-supplement': {
    vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần lãnh đạo quyết định và nêu lý do.',
    en: 'A supplement is asked for once; a second request needs a supervisor and a reason.',
  },
  'name-needed': {
    vi: 'Phiếu phải ghi tên người nộp: nhập họ và tên trước.',
    en: 'The slip is made out to a person: enter the full name first.',
  },
  'seen-already': { vi: 'Đã có người ở quầy xem hồ sơ này.', en: 'Somebody at the desk has seen this file already.' },
};

/** Why an act is not allowed now, in words a clerk can say aloud. */
export function intakeReason(reason: IntakeRefusal, language: 'vi' | 'en'): string {
  return sentences[reason][language];
}

type IntakeRule = {
  readonly from: readonly IntakeStatus[];
  /** The least role that may do it; permission.ts says who passes for it. */
  readonly role: 'clerk';
  /** The article of Nghị định 118/2025 (as amended) it rests on; the table is derived, none was published. */
  readonly rule: string;
  /** The paper that goes with it. */
  readonly form?: string;
};

const waiting = ['registered', 'supplement-requested'] as const;
const beforeReception = ['at-counter', ...waiting] as const;

/** `accept` is done by receiving the case (case.receive), and by nothing else. */
type IntakeDeed = IntakeActType | 'accept';

/** Everything that may be done to a file before it is received: when, by whom, on what ground, with which paper. The only place that knows. */
export const intakeRules: Readonly<Record<IntakeDeed, IntakeRule>> = {
  see: { from: ['registered'], role: 'clerk', rule: 'NĐ 118/2025 Điều 17 k2' },
  guide: { from: beforeReception, role: 'clerk', rule: 'NĐ 118/2025 Điều 16', form: 'huong-dan' },
  // Again while papers are awaited: the guard says why not, and who may.
  'ask-supplement': {
    from: beforeReception,
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 16 k3, Điều 17 k1c, k2',
    form: 'mau-02',
  },
  complete: { from: ['supplement-requested'], role: 'clerk', rule: 'NĐ 118/2025 Điều 16 k3' },
  refuse: { from: beforeReception, role: 'clerk', rule: 'NĐ 118/2025 Điều 17 k1c', form: 'mau-03' },
  withdraw: { from: waiting, role: 'clerk', rule: 'NĐ 118/2025 Điều 21' },
  accept: { from: beforeReception, role: 'clerk', rule: 'NĐ 118/2025 Điều 17 k1c, k2' },
};

export type IntakeContext = {
  readonly role: Role;
  /** The time limit in force, for what a citizen is told. */
  readonly term: Term | null;
  /** The steps they are told. */
  readonly course?: GuidedCourse;
};

type Availability = { readonly act: IntakeDeed; readonly rule: string; readonly refusal: IntakeRefusal | null };

/** What the law allows on this file now, and why the rest is not allowed. */
export function availableIntakeActs(intake: Intake, context: IntakeContext): readonly Availability[] {
  return (Object.keys(intakeRules) as IntakeDeed[]).map((act) => ({
    act,
    rule: intakeRules[act].rule,
    refusal: refusalOf(act, undefined, intake, context),
  }));
}

/** What is to be recorded when somebody does this, or why it is not allowed. Whether the person may is asked before. */
export function decideIntake(
  act: IntakeAct | { readonly type: 'accept' },
  intake: Intake,
  context: IntakeContext,
): IntakeEvent | Fault<'action-not-allowed'> {
  const refusal = refusalOf(act.type, act, intake, context);
  if (refusal === null) return eventOf(act, context);
  return fault('action-not-allowed', {
    action: act.type,
    status: intake.status,
    rule: intakeRules[act.type].rule,
    reason: intakeReason(refusal, 'vi'),
    reasonEn: intakeReason(refusal, 'en'),
  });
}

type Deed = IntakeAct | { readonly type: 'accept' };

function refusalOf(
  type: IntakeDeed,
  act: Deed | undefined,
  intake: Intake,
  context: IntakeContext,
): IntakeRefusal | null {
  const { status } = intake;
  if (status === 'accepted') return 'already-accepted';
  if (!intakeRules[type].from.includes(status)) return 'wrong-status';
  switch (type) {
    case 'see':
      return intake.seenAt === null ? null : 'seen-already';
    case 'ask-supplement':
      return nobodyToAsk(intake) ?? secondRequest(act, intake, context);
    case 'refuse':
      return nobodyToAsk(intake);
    case 'guide':
    case 'complete':
    case 'withdraw':
    case 'accept':
      return null;
  }
}

/** A slip is made out to somebody. */
function nobodyToAsk({ facts }: Intake): IntakeRefusal | null {
  return facts.applicant.fullName === '' ? 'name-needed' : null;
}

/** Once, in full (Điều 11 k2c, Điều 16 k3); again only where a supervisor says why. */
function secondRequest(act: Deed | undefined, intake: Intake, { role }: IntakeContext): IntakeRefusal | null {
  if (intake.supplementRequests === 0) return null;
  const said = act === undefined || (act.type === 'ask-supplement' && act.override !== undefined);
  return role === 'supervisor' && said ? null : 'second-supplement';
}

function eventOf(act: Deed, { term, course }: IntakeContext): IntakeEvent {
  switch (act.type) {
    case 'see':
      return { type: 'seen' };
    case 'guide':
      return {
        type: 'guided',
        items: act.items,
        term,
        ...(act.note === undefined ? {} : { note: act.note }),
        ...(course === undefined ? {} : { course }),
      };
    case 'ask-supplement': {
      const { items, reason, override } = act;
      return { type: 'supplement-asked', items, reason, ...(override === undefined ? {} : { override }) };
    }
    case 'complete':
      return { type: 'completed' };
    case 'refuse':
      return { type: 'turned-away', reason: act.reason, legalBasis: act.legalBasis };
    case 'withdraw':
      return { type: 'taken-back', reason: act.reason };
    case 'accept':
      return { type: 'accepted' };
  }
}
