import type { Fault } from '../../../contract/base/fault.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import type { PetitionAct, PetitionActType, PetitionStatus } from '../../../contract/counter/petition/petition.ts';
import { type Refusal, firstRefusal, notAllowed } from '../../base/refusal.ts';
import type { PetitionEvent } from '../../entries/petition.ts';
import type { Petition } from './petition.ts';

type Acts = { readonly [T in PetitionActType]: Extract<PetitionAct, { type: T }> };

/** Whoever asks, and today as an ISO date. */
export type PetitionContext = { readonly role: Role; readonly today: string };

type Guard<T extends PetitionActType> = (
  petition: Petition,
  context: PetitionContext,
  act: Acts[T] | undefined,
) => Refusal | null;

type ActRow<T extends PetitionActType> = {
  readonly from: readonly PetitionStatus[];
  /** The least role that may do it; call-roles.ts says who passes for it. */
  readonly role: 'clerk' | 'supervisor';
  /** What it rests on; of what an office may do with a petition the one-stop decree says no more than this. */
  readonly rule: string;
  readonly guards?: readonly Guard<T>[];
  readonly record: (act: Acts[T]) => PetitionEvent;
};

const wrongStatus: Refusal = {
  key: 'wrong-status',
  vi: 'Tình trạng hiện tại của phản ánh, kiến nghị không cho phép.',
  en: 'The present state of the petition does not allow it.',
};
const publishedAlready: Refusal = {
  key: 'published-already',
  vi: 'Kết quả xử lý này đã được công khai.',
  en: 'This outcome has been published already.',
};
const notAnswered: Refusal = {
  key: 'not-answered',
  vi: 'Chưa trả lời thì chưa có kết quả để công khai.',
  en: 'Nothing was answered yet, so there is no outcome to publish.',
};
const dayOver: Refusal = {
  key: 'day-over',
  vi: 'Ngày hẹn mới phải sau hôm nay.',
  en: 'The new day must be after today.',
};
const notLater: Refusal = {
  key: 'not-later',
  vi: 'Ngày hẹn mới phải sau ngày đã hẹn.',
  en: 'The new day must be after the one told before.',
};
const sameContent: Refusal = {
  key: 'same-content',
  vi: 'Phản ánh này đã được phân loại như vậy.',
  en: 'It is classed so already.',
};

const duty = 'NĐ 118/2025 Điều 8 k1đ';
const publicDuty = 'NĐ 118/2025 Điều 9 k5';

const under: readonly PetitionStatus[] = ['open', 'awaiting'];

/** Everything that may be done to a petition: when, by whom, on what ground. The only place that knows. */
const rows: { readonly [T in PetitionActType]: ActRow<T> } = {
  answer: {
    from: under,
    role: 'clerk',
    rule: duty,
    record: ({ answer, document }) => ({
      type: 'petition-answered',
      answer,
      ...(document === undefined ? {} : { document }),
    }),
  },
  assign: {
    from: under,
    role: 'clerk',
    rule: duty,
    record: ({ to }) => ({ type: 'petition-assigned', to }),
  },
  forward: {
    from: under,
    role: 'clerk',
    rule: duty,
    record: ({ to, reason, document }) => ({
      type: 'petition-forwarded',
      to,
      reason,
      ...(document === undefined ? {} : { document }),
    }),
  },
  'send-back': {
    from: ['forwarded'],
    role: 'clerk',
    rule: duty,
    record: ({ reason }) => ({ type: 'petition-sent-back', reason }),
  },
  'ask-supplement': {
    from: ['open'],
    role: 'clerk',
    rule: duty,
    record: ({ reason }) => ({ type: 'petition-supplement-asked', reason }),
  },
  complete: {
    from: ['awaiting'],
    role: 'clerk',
    rule: duty,
    record: ({ note }) => ({ type: 'petition-supplemented', ...(note === undefined ? {} : { note }) }),
  },
  refuse: {
    from: under,
    role: 'clerk',
    rule: duty,
    record: ({ reason, legalBasis }) => ({ type: 'petition-refused', reason, legalBasis }),
  },
  extend: {
    from: under,
    role: 'supervisor',
    rule: duty,
    guards: [
      (_petition, { today }, act) => (act !== undefined && act.until <= today ? dayOver : null),
      ({ extendedTo, facts }, _context, act) => {
        const told = extendedTo ?? facts.sourceDue;
        return act !== undefined && told !== undefined && act.until <= told ? notLater : null;
      },
    ],
    record: ({ until, reason }) => ({ type: 'petition-extended', until, reason }),
  },
  publish: {
    from: ['answered', 'closed'],
    role: 'clerk',
    rule: publicDuty,
    guards: [
      ({ answer }) => (answer === null ? notAnswered : null),
      ({ publishedAt }) => (publishedAt === null ? null : publishedAlready),
    ],
    record: ({ where }) => ({ type: 'petition-published', where }),
  },
  close: {
    from: ['answered', 'refused', 'forwarded', 'withdrawn'],
    role: 'clerk',
    rule: duty,
    record: ({ satisfaction, note }) => ({
      type: 'petition-closed',
      ...(satisfaction === undefined ? {} : { satisfaction }),
      ...(note === undefined ? {} : { note }),
    }),
  },
  reclassify: {
    from: under,
    role: 'clerk',
    rule: duty,
    guards: [
      ({ facts }, _context, act) =>
        act !== undefined && act.content === facts.content && act.field === facts.field ? sameContent : null,
    ],
    record: ({ content, field, reason }) => ({ type: 'petition-reclassified', content, field, reason }),
  },
  withdraw: {
    from: under,
    role: 'clerk',
    rule: duty,
    record: ({ reason }) => ({ type: 'petition-withdrawn', reason }),
  },
};

export function petitionRole(act: PetitionActType): 'clerk' | 'supervisor' {
  return rows[act].role;
}

type Availability = {
  readonly act: PetitionActType;
  readonly role: 'clerk' | 'supervisor';
  readonly rule: string;
  readonly refusal: Refusal | null;
};

/** What may be done to this petition now, and why the rest may not. */
export function availablePetitionActs(petition: Petition, context: PetitionContext): readonly Availability[] {
  return (Object.keys(rows) as PetitionActType[]).map((act) => {
    const { role, rule } = rows[act];
    return { act, role, rule, refusal: refusalOf(act, undefined, petition, context) };
  });
}

/** What is to be recorded when somebody does this, or why it is not allowed. Whether the person may is asked before. */
export function decidePetition(
  act: PetitionAct,
  petition: Petition,
  context: PetitionContext,
): PetitionEvent | Fault<'action-not-allowed'> {
  const refusal = refusalOf(act.type, act, petition, context);
  if (refusal === null) return recordOf(act.type, act);
  return notAllowed({ action: act.type, status: petition.status, rule: rows[act.type].rule }, refusal);
}

function recordOf<T extends PetitionActType>(type: T, act: Acts[T]): PetitionEvent {
  return rows[type].record(act);
}

function refusalOf<T extends PetitionActType>(
  type: T,
  act: Acts[T] | undefined,
  petition: Petition,
  context: PetitionContext,
): Refusal | null {
  const row: ActRow<T> = rows[type];
  if (!row.from.includes(petition.status)) return wrongStatus;
  return firstRefusal(row.guards, petition, context, act);
}
