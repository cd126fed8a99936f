import type { Role } from '../../../contract/common/office/office.ts';
import { packSteps } from '../../../domain/deadline/steps.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';
import type { CasePromise } from '../../catalogue/promise.ts';
import { type SeededRandom, weighted } from '../random.ts';

/** Steps after which the file is still in somebody's hands, so that its papers are looked for where it is. */
const inHand: ReadonlySet<StepName> = new Set<StepName>([
  'transferred',
  'supplement-requested',
  'supplemented',
  'obligation-requested',
  'obligation-met',
]);

/** The few cases of every office whose papers are to be looked for, counted from the last one: two late, one that nobody found. */
const late: ReadonlySet<number> = new Set([18, 19]);
const missed = 20;

type BundleStep = { readonly at: number; readonly by: Role; readonly action: CaseAction };

/**
 * What happened to the papers of a case that is still in hand when the office opens; of the many that are closed nobody asks any
 * more, so a long past costs nothing. They come within the hour, before the day on which they are looked for (NĐ 118/2025 Điều 18).
 * @param after how many cases come after this one
 */
export function bundleSteps(steps: readonly Moved[], after: number, end: number): BundleStep[] {
  const last = steps.at(-1);
  const sent = steps.find(({ step }) => step === 'transferred');
  if (last === undefined || sent === undefined || !inHand.has(last.step) || late.has(after)) return [];
  if (after === missed) return [{ at: end - 1, by: 'officer', action: { type: 'bundle-missed' } }];
  const at = Math.min(sent.at + 600 + ((after * 577) % 2400), end - 1);
  return [{ at, by: 'officer', action: { type: 'bundle-moved', to: { kind: 'person', username: 'officer' } } }];
}

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

/** The actions that practice histories are made of. */
export type StepName = Extract<
  CaseAction['type'],
  | 'transferred'
  | 'supplement-requested'
  | 'supplemented'
  | 'obligation-requested'
  | 'obligation-met'
  | 'withdrawn'
  | 'stopped'
  | 'refused'
  | 'finished'
  | 'announced'
  | 'returned'
>;

/**
 * The ways a case can go, each lawful by domain/counter/case/acts/acts.ts (a test asks it at every step). Status 1, `registered`, is not
 * among them: it belongs to files that wait to be received (waiting.ts).
 */
const stories = {
  'at-the-counter': ['finished', 'returned'],
  straight: ['transferred', 'finished', 'returned'],
  supplemented: ['transferred', 'supplement-requested', 'supplemented', 'finished', 'returned'],
  obliged: ['transferred', 'obligation-requested', 'obligation-met', 'finished', 'returned'],
  refused: ['transferred', 'refused', 'returned'],
  'taken-back': ['withdrawn'],
  'withdrawn-late': ['transferred', 'withdrawn'],
  closed: ['transferred', 'withdrawn', 'stopped'],
  'never-supplemented': ['transferred', 'supplement-requested', 'stopped'],
  'just-accepted': [],
  'in-hand': ['transferred'],
  'awaits-papers': ['transferred', 'supplement-requested'],
  'awaits-payment': ['transferred', 'obligation-requested'],
  'refusal-kept': ['transferred', 'refused'],
  'result-kept': ['transferred', 'finished'],
} as const satisfies Record<string, readonly StepName[]>;
export type Story = keyof typeof stories;

const drawOrdinary = weighted<Story>([
  ['straight', 940],
  ['supplemented', 24],
  ['obliged', 12],
  ['refused', 12],
  ['taken-back', 3],
  ['withdrawn-late', 3],
  ['closed', 3],
  ['never-supplemented', 3],
]);

/** How a case goes whose end nobody chose: nearly all are answered and fetched. */
export function drawStory(random: SeededRandom, sameDay: boolean): Story {
  const story = drawOrdinary(random);
  // A copy is certified at the counter: nobody hands it over to a division.
  return story === 'straight' && sameDay ? 'at-the-counter' : story;
}

/** One standing for each status, so that even the smallest practice office shows them all. */
export const standings: readonly Story[] = [
  'just-accepted',
  'in-hand',
  'awaits-papers',
  'awaits-payment',
  'result-kept',
  'refusal-kept',
  'withdrawn-late',
  'closed',
  'at-the-counter',
];

export type Moved = { readonly step: StepName; readonly at: number };

const hour = 3600;
const day = 8 * hour;
/** Share of cases answered in time: 98.6 per cent, as the city reports of itself. */
const inTime = 0.986;

/**
 * When each step of a story happens, in work seconds (work-time.ts) of days of eight hours.
 * @param newDue the promise that begins when papers were supplemented at a moment
 */
export function timeSteps(
  random: SeededRandom,
  story: Story,
  accepted: number,
  due: number,
  newDue: (at: number) => number,
): Moved[] {
  const moved: Moved[] = [];
  let at = accepted;
  let until = due;
  function move(step: StepName): void {
    at += Math.max(1, Math.floor(pause(random, step, story, Math.max(until - at, 0))));
    if (step === 'supplemented') until = newDue(at);
    moved.push({ step, at });
  }
  for (const step of stories[story]) {
    if (step === 'returned' && moved.at(-1)?.step === 'finished' && isEarly(accepted, at, until)) move('announced');
    move(step);
  }
  return moved;
}

/** A result that is ready before its day is announced first, unless it was ready in one sitting (NĐ 118/2025 Điều 22 k5). */
function isEarly(accepted: number, finished: number, due: number): boolean {
  const [from, at, until] = [accepted, finished, due - 1].map((second) => Math.floor(second / day)) as [
    number,
    number,
    number,
  ];
  return at < until && at !== from;
}

/** Work seconds from the step before, where `left` remain until the promise. */
function pause(random: SeededRandom, step: StepName, story: Story, left: number): number {
  switch (step) {
    case 'transferred':
      return Math.min(left * 0.2, random.between(60, 2 * hour));
    case 'supplement-requested':
      // Within three working days of reception (NĐ 118/2025 Điều 19 k5).
      return Math.min(2 * day, left * random.between(0.05, 0.35));
    case 'obligation-requested':
    case 'withdrawn':
      return left * random.between(0.05, 0.35);
    case 'supplemented':
      return random.between(0.5 * day, 6 * day);
    case 'obligation-met':
      return left * random.between(0.05, 0.4);
    case 'stopped':
      // A file that is not completed in fifteen days is closed (NĐ 118/2025 Điều 19 k5).
      return story === 'never-supplemented' ? random.between(12 * day, 20 * day) : random.between(0.1 * hour, 4 * hour);
    case 'finished':
    case 'refused':
      return random.chance(inTime) ? (left - 1) * random.between(0.15, 1) : left + random.between(hour, 4 * day);
    case 'announced':
      return random.between(60, hour);
    case 'returned':
      return random.chance(0.6) ? random.between(300, 3 * hour) : random.between(3 * hour, 3 * day);
  }
}

/** The same steps in the same order, pressed together so that all of them lie before `end`. */
export function press(moved: readonly Moved[], accepted: number, end: number): Moved[] {
  const last = moved.at(-1)?.at ?? accepted;
  if (last < end) return [...moved];
  const share = (end - 1 - accepted) / (last - accepted);
  return moved.map(({ step, at }) => ({ step, at: accepted + Math.floor((at - accepted) * share) }));
}
