import type { Fault } from '../../../contract/base/fault.ts';
import type { IntakeAct } from '../../../contract/counter/intake/intake.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import { type IntakeStatus, intakeStatusesIn } from '../../../contract/base/case-status.ts';
import type { Term } from '../../../contract/base/values.ts';
import { fold } from '../../base/vietnamese.ts';
import { type Refusal, firstRefusal, notAllowed } from '../../base/refusal.ts';
import { supplementRefusal } from '../case/supplement.ts';
import type { GuidedCourse, IntakeEvent } from '../../entries/intake.ts';
import type { Intake } from './intake.ts';

/** `accept` is done by receiving the case (case.receive), and by nothing else. */
type Deed = IntakeAct | { readonly type: 'accept' };
type DeedType = Deed['type'];
type Deeds = { readonly [T in DeedType]: Extract<Deed, { type: T }> };

export type IntakeContext = {
  readonly role: Role;
  /** The time limit in force, for what a citizen is told. */
  readonly term: Term | null;
  /** The steps they are told. */
  readonly course?: GuidedCourse;
  /** Each paper that was asked for already. */
  readonly asked?: readonly string[];
};

type IntakeRule = {
  readonly from: readonly IntakeStatus[];
  /** The least role that may do it; call-roles.ts says who passes for it. */
  readonly role: 'clerk';
  /** The article of Nghị định 118/2025 (as amended) it rests on; the table is derived, none was published. */
  readonly rule: string;
  /** The paper that goes with it. */
  readonly form?: string;
};

/** Looks at a file that has the right status; `act` is absent when the question is only whether it could be done at all. */
type Guard<T extends DeedType> = (intake: Intake, context: IntakeContext, act: Deeds[T] | undefined) => Refusal | null;

type IntakeRow<T extends DeedType> = IntakeRule & {
  readonly guards?: readonly Guard<T>[];
  readonly record: (act: Deeds[T], context: IntakeContext) => IntakeEvent;
};

const wrongStatus: Refusal = {
  key: 'wrong-status',
  vi: 'Trạng thái hiện tại của hồ sơ chờ tiếp nhận không cho phép.',
  en: 'The present status of the waiting file does not allow it.',
};
const alreadyAccepted: Refusal = {
  key: 'already-accepted',
  vi: 'Hồ sơ này đã được tiếp nhận; làm tiếp trên hồ sơ.',
  en: 'This file has been received; go on with its case.',
};
const nameNeeded: Refusal = {
  key: 'name-needed',
  vi: 'Phiếu phải ghi tên người nộp: nhập họ và tên trước.',
  en: 'The slip is made out to a person: enter the full name first.',
};
const seenAlready: Refusal = {
  key: 'seen-already',
  vi: 'Đã có người ở quầy xem hồ sơ này.',
  en: 'Somebody at the desk has seen this file already.',
};

const guidanceAsks: Refusal = {
  key: 'guidance-asks',
  vi: 'Hồ sơ này đã yêu cầu bổ sung một lần: hướng dẫn chỉ nhắc lại giấy tờ đã yêu cầu, không thêm giấy tờ khác. Cần thêm thì dùng «Yêu cầu bổ sung»: lãnh đạo quyết định và nêu lý do.',
  en: 'Papers were asked for once: guidance repeats what was asked for and adds nothing. For more, use “Ask for completion”: a supervisor decides and says why.',
};

/** What somebody is told to bring beyond what they were asked for is a second request, whatever it is called (NĐ 118/2025 Điều 5 k1 đ, Điều 16 k3). */
function asksAgain(
  { supplementRequests }: Intake,
  { asked = [] }: IntakeContext,
  act: Deeds['guide'] | undefined,
): Refusal | null {
  if (supplementRequests === 0 || act === undefined) return null;
  const known = new Set(asked.map(fold));
  return act.items.every((item) => known.has(fold(item))) ? null : guidanceAsks;
}

/** Everything that may be done to a file before it is received: when, by whom, on what ground, with which paper. The only place that knows. */
const rows: { readonly [T in DeedType]: IntakeRow<T> } = {
  see: {
    from: ['registered'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 17 k2',
    guards: [({ seenAt }) => (seenAt === null ? null : seenAlready)],
    record: () => ({ type: 'seen' }),
  },
  guide: {
    from: intakeStatusesIn('before-reception'),
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 16, Điều 5 k1 đ',
    form: 'huong-dan',
    guards: [asksAgain],
    record: ({ items, note }, { term, course }) => ({
      type: 'guided',
      items,
      term,
      ...(note === undefined ? {} : { note }),
      ...(course === undefined ? {} : { course }),
    }),
  },
  'ask-supplement': {
    // Again while papers are awaited: the guard says why not, and who may.
    from: intakeStatusesIn('before-reception'),
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 16 k3, Điều 17 k1c, k2',
    form: 'mau-02',
    guards: [
      nobodyToAsk,
      ({ supplementRequests }, { role }, act) =>
        supplementRefusal({ asked: supplementRequests, role, request: act ?? null }),
    ],
    record: ({ items, reason, override }) => ({
      type: 'supplement-asked',
      items,
      reason,
      ...(override === undefined ? {} : { override }),
    }),
  },
  complete: {
    from: ['supplement-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 16 k3',
    record: () => ({ type: 'completed' }),
  },
  refuse: {
    from: intakeStatusesIn('before-reception'),
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 17 k1c',
    form: 'mau-03',
    guards: [nobodyToAsk],
    record: ({ reason, legalBasis }) => ({ type: 'turned-away', reason, legalBasis }),
  },
  withdraw: {
    from: intakeStatusesIn('waiting'),
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 21',
    record: ({ reason }) => ({ type: 'taken-back', reason }),
  },
  accept: {
    from: intakeStatusesIn('before-reception'),
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 17 k1c, k2',
    record: () => ({ type: 'accepted' }),
  },
};

export const intakeRules: Readonly<Record<DeedType, IntakeRule>> = rows;

type Availability = { readonly act: DeedType; readonly rule: string; readonly refusal: Refusal | null };

/** What the law allows on this file now, and why the rest is not allowed. */
export function availableIntakeActs(intake: Intake, context: IntakeContext): readonly Availability[] {
  return (Object.keys(rows) as DeedType[]).map((act) => ({
    act,
    rule: rows[act].rule,
    refusal: refusalOf(act, undefined, intake, context),
  }));
}

/** What is to be recorded when somebody does this, or why it is not allowed. Whether the person may is asked before. */
export function decideIntake(
  act: Deed,
  intake: Intake,
  context: IntakeContext,
): IntakeEvent | Fault<'action-not-allowed'> {
  const refusal = refusalOf(act.type, act, intake, context);
  if (refusal === null) return recordOf(act.type, act, context);
  return notAllowed({ action: act.type, status: intake.status, rule: rows[act.type].rule }, refusal);
}

function recordOf<T extends DeedType>(type: T, act: Deeds[T], context: IntakeContext): IntakeEvent {
  return rows[type].record(act, context);
}

function refusalOf<T extends DeedType>(
  type: T,
  act: Deeds[T] | undefined,
  intake: Intake,
  context: IntakeContext,
): Refusal | null {
  const row: IntakeRow<T> = rows[type];
  if (intake.status === 'accepted') return alreadyAccepted;
  if (!row.from.includes(intake.status)) return wrongStatus;
  return firstRefusal(row.guards, intake, context, act);
}

/** A slip is made out to somebody. */
function nobodyToAsk({ facts }: Intake): Refusal | null {
  return facts.applicant.fullName === '' ? nameNeeded : null;
}
