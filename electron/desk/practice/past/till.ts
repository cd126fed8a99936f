import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import { type Counts, denominations } from '../../../contract/counter/money/till.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import type { CaseStatus } from '../../../contract/base/case-status.ts';
import type { Channel } from '../../../contract/base/values.ts';
import { dateOfDay } from '../../../domain/base/civil-time.ts';
import type { CaseFee } from '../../../domain/counter/money/case-fees.ts';
import { type TillAct, totalOf } from '../../../domain/counter/money/till.ts';
import { getCaseFile } from '../../../store/counter/case/case.ts';
import { uuidText } from '../../../store/file/rows/codecs.ts';
import type { MadeEntry } from '../../../store/journal/make-entry.ts';
import { findReceipt } from '../../../store/counter/money/fee-receipt.ts';
import { findTill } from '../../../store/counter/money/till.ts';
import { paperOfCase } from '../../counter/case/papers/case-papers.ts';
import { authorOf } from '../../core/session/client.ts';
import { collectFees, moveTill } from '../../counter/money/collect.ts';
import { feesOf, waiveFee } from '../../counter/money/fees.ts';
import { receiptForms } from '../../counter/money/papers.ts';
import { correctReceipt, refundReceipt } from '../../counter/money/refund-and-correct.ts';
import { keepPaperAtOnce } from '../../papers/make.ts';
import type { DiaryMoment } from './diary.ts';
import { type PastOffice, done } from './past-office.ts';
import type { SeededRandom } from '../random.ts';
import type { WorkTime } from '../work-time.ts';

/** Change for a morning, as a cashier draws it: many small notes, nothing large. */
const morningFloat: Counts = [
  { note: 50_000, count: 2 },
  { note: 20_000, count: 5 },
  { note: 10_000, count: 10 },
  { note: 5000, count: 8 },
  { note: 2000, count: 15 },
  { note: 1000, count: 30 },
];

/** What a drawer that should hold so much is counted as: its float, and the rest in notes as large as they go. */
function countedAs(amount: number): Counts {
  const rest = amount - totalOf(morningFloat);
  const counts = new Map<number, number>(rest < 0 ? [] : morningFloat.map(({ note, count }) => [note, count]));
  let left = rest < 0 ? amount : rest;
  for (const note of denominations) {
    counts.set(note, (counts.get(note) ?? 0) + Math.floor(left / note));
    left %= note;
  }
  if (left > 0) throw new Error(`${left} đồng have no note`);
  return denominations.map((note) => ({ note, count: counts.get(note) ?? 0 })).filter(({ count }) => count > 0);
}

/** What somebody puts on the counter for so much: the right amount in tens of thousands, or one larger note. */
function tenderedFor(amount: number): number {
  const notes = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
  return notes.find((note) => note >= amount) ?? Math.ceil(amount / 100_000) * 100_000;
}

/** How somebody pays: one of the ways of paying, or with a story that a clerk has to have seen once. */
type Paying = PayMethod | 'waived' | 'refunded' | 'replaced' | 'noticed';

/** A day of the till, in work seconds. */
export type TillDay = {
  readonly opens: number;
  /** When somebody comes to the till, and whose cases it may be about: the first of them who owes something; it leaves the list. */
  readonly visits: readonly { readonly at: number; readonly from: string[] }[];
  /** How they pay, one after another. */
  readonly paying: readonly Paying[];
  /** When the drawer goes to the supervisor and back, and who comes meanwhile finds nobody. */
  readonly lentAt?: number;
  readonly closes?: { readonly countedAt: number; readonly at: number; readonly missing: number };
};

const minute = 60;
/** Who comes to the till while their file is under way; an obligation somebody waits for is left to whoever practises. */
const underWay: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['accepted', 'processing', 'finished']);
const mostZeroReceipts = 2;

/** What happened at the first counter's till on one day. */
function tillMoments(time: WorkTime, presence: PastOffice, day: TillDay): DiaryMoment[] {
  const left = [...day.paying];
  let zeros = 0;
  let papers = 1;

  function moment(at: number, happen: (at: number) => readonly DiaryMoment[] | void): DiaryMoment {
    const instant = time.instantOf(at);
    return { at: instant, happen: () => happen(instant) ?? [] };
  }

  function act(username: Role, at: number, wanted: (cash: number) => TillAct): void {
    const { desk, session } = presence(username, at);
    const till = desk.getOffice().desk.code;
    const { cash } = findTill(desk.store.db, till) ?? { cash: 0 };
    done(desk.store.write(authorOf(session), at, (tx) => moveTill(tx, till, wanted(cash), session)));
  }

  /** Null where this person has nothing to pay, or nobody is left who does. */
  function visit(second: number, caseId: string, at: number): readonly DiaryMoment[] | null {
    const { desk } = presence('clerk', at);
    const file = getCaseFile(desk.store.db, caseId);
    const { status, received } = file.state;
    const fees = feesOf(desk, file).filter(isPayable);
    const due = fees.reduce((sum, { amount }) => sum + amount, 0);
    const lines = fees.map(({ index }) => index);
    if (!underWay.has(status) || lines.length === 0) return null;
    if (due === 0) {
      zeros += 1;
      if (zeros > mostZeroReceipts) return null;
      collect(caseId, lines, 'cash', at);
      return [];
    }
    const paying = nextPaying(received.channel, due);
    return paying === undefined ? null : pay(second, { caseId, lines, due }, paying, at);
  }

  /** Who filed from afar transfers while others do, and comes to the counter after them; no note is smaller than a thousand. */
  function nextPaying(channel: Channel, due: number): Paying | undefined {
    const transfers = left.indexOf('transfer');
    if (due % 1000 !== 0) return transfers === -1 ? undefined : left.splice(transfers, 1)[0];
    return left.splice(channel === 'direct' ? 0 : Math.max(transfers, 0), 1)[0];
  }

  function pay(second: number, owed: Owed, paying: Paying, at: number): readonly DiaryMoment[] {
    const { caseId, lines, due } = owed;
    switch (paying) {
      case 'cash':
      case 'transfer':
      case 'card':
        collect(caseId, lines, paying, at, due);
        return [];
      case 'waived':
        waive(caseId, lines, at);
        return [moment(second + minute, (then) => void collect(caseId, lines, 'cash', then))];
      case 'refunded': {
        const receiptId = collect(caseId, lines, 'cash', at, due);
        return [moment(second + 4 * minute, (then) => refund(second, owed, receiptId, then))];
      }
      case 'replaced':
      case 'noticed': {
        const receiptId = collect(caseId, lines, 'transfer', at, due);
        return [moment(second + 2 * minute, (then) => correct(paying, owed, receiptId, then))];
      }
    }
  }

  function collect(caseId: string, lines: readonly number[], method: PayMethod, at: number, due = 0): string {
    const { desk, session, requestId } = presence('clerk', at);
    const tendered = method === 'cash' && due > 0 ? { tendered: tenderedFor(due) } : {};
    done(collectFees(desk, { caseId, lines, method, requestId, ...tendered }, session));
    if (due > 0 && papers > 0) receiptPaper(caseId, requestId, at);
    return requestId;
  }

  /** One a day is enough to look at; the others are made when somebody asks for them. */
  function receiptPaper(caseId: string, receiptId: string, at: number): void {
    papers -= 1;
    const { desk, session } = presence('clerk', at);
    const source = paperOfCase(desk, caseId);
    const form = receiptForms[findReceipt(desk.store.db, receiptId)?.series.kind ?? 'paper'];
    done(keepPaperAtOnce(desk, session, { source, form }));
  }

  /** A name that was written wrong is told; an amount that was wrong is a receipt in another's place (TT 91/2026 Điều 20). */
  function correct(way: 'replaced' | 'noticed', { caseId, lines, due }: Owed, receiptId: string, at: number): void {
    const { desk, session, requestId } = presence('supervisor', at);
    const [line = 0] = lines;
    const fee = feesOf(desk, getCaseFile(desk.store.db, caseId))[line]?.amount ?? due;
    const payer = findReceipt(desk.store.db, receiptId)?.payer.name ?? '';
    const wrong =
      way === 'noticed'
        ? {
            errors: ['payer-address'] as const,
            reason: 'Ghi sai địa chỉ người nộp',
            payer: { name: payer, address: '12 Nguyễn Thị Định, phường Cát Lái' },
            amounts: [],
          }
        : {
            errors: ['amount'] as const,
            reason: 'Thu thừa một bản sao',
            amounts: [{ line, amount: Math.floor(fee / 2) }],
          };
    done(correctReceipt(desk, { receiptId, requestId, ...wrong }, session));
    if (way === 'noticed')
      done(keepPaperAtOnce(desk, session, { source: paperOfCase(desk, caseId), form: 'bien-lai-sai' }));
  }

  function waive(caseId: string, lines: readonly number[], at: number): void {
    const { desk, session } = presence('supervisor', at);
    for (const line of lines) {
      const [reason, basis] = ['Người nộp thuộc hộ nghèo, đã xem giấy chứng nhận', 'Ý kiến của người phụ trách'];
      done(waiveFee(desk, { caseId, line, reason, basis, amount: 0 }, session));
    }
  }

  function refund(second: number, { caseId, lines }: Owed, receiptId: string, at: number): readonly DiaryMoment[] {
    const { desk, session } = presence('supervisor', at);
    const reason = 'Người nộp đổi sang chuyển khoản, trả lại tiền mặt';
    done(refundReceipt(desk, { receiptId, reason }, session));
    return [moment(second + 6 * minute, (then) => void collect(caseId, lines, 'transfer', then))];
  }

  /** The drawer is counted into other hands and back, by both who hold it. */
  function lending(from: number): DiaryMoment[] {
    const give = (to: Role) => (cash: number) => ({ type: 'hand-over', to, counts: countedAs(cash) }) as const;
    const take = (cash: number) => ({ type: 'take-over', counts: countedAs(cash) }) as const;
    return [
      moment(from, (at) => act('clerk', at, give('supervisor'))),
      moment(from + minute, (at) => act('supervisor', at, take)),
      moment(from + 2 * minute, (at) => act('supervisor', at, give('clerk'))),
      moment(from + 3 * minute, (at) => act('clerk', at, take)),
    ];
  }

  const visits = day.visits.map(({ at: second, from }) =>
    moment(second, (at) => {
      for (let caseId = from.shift(); caseId !== undefined; caseId = from.shift()) {
        const more = visit(second, caseId, at);
        if (more !== null) return more;
      }
      return [];
    }),
  );
  const opening = moment(day.opens, (at) => act('clerk', at, () => ({ type: 'open', float: morningFloat })));
  const lent = day.lentAt === undefined ? [] : lending(day.lentAt);
  if (day.closes === undefined) return [opening, ...visits];
  const { countedAt, at: closesAt, missing } = day.closes;
  const reason = missing === 0 ? {} : { reason: differenceReason };
  return [
    opening,
    ...visits,
    ...lent,
    moment(countedAt, (at) => act('clerk', at, (cash) => ({ type: 'count', counts: countedAs(cash) }))),
    moment(closesAt, (at) =>
      act('clerk', at, (cash) => ({ type: 'close', counts: countedAs(cash - missing), ...reason })),
    ),
  ];
}

const differenceReason = 'Thối thừa cho khách một tờ 2.000 đ, đã báo người phụ trách';

type Owed = { readonly caseId: string; readonly lines: readonly number[]; readonly due: number };

function isPayable(fee: CaseFee): fee is CaseFee & { readonly amount: number } {
  return fee.receiptId === null && fee.amount !== null;
}

/** The days of the till before today, the last one last: one that came out even, and one of which everything can be learnt. */
const days: readonly {
  readonly paying: readonly Paying[];
  readonly later: number;
  readonly missing: number;
  readonly lent?: true;
}[] = [
  { paying: ['replaced', 'noticed', 'card', 'cash', 'transfer', 'cash', 'cash'], later: 4, missing: 0, lent: true },
  {
    paying: [
      ...(['refunded', 'waived', 'card', 'cash', 'transfer', 'cash', 'cash', 'cash', 'card', 'cash'] as const),
      ...(['transfer', 'cash', 'cash'] as const),
    ],
    later: 6,
    missing: 2000,
  },
];

/** This morning, in seconds since the doors opened: all of it lies in the first half hour. */
const morning = {
  opens: 60,
  visits: [240, 420, 660, 900, 1140, 1380, 1560],
  paying: ['cash', 'transfer', 'cash', 'cash'],
  over: 1800,
} as const;

const planMinute = 60;
/** The drawer is opened two minutes after the doors, and closed seven before them; it is counted before lunch. */
const hours = {
  opens: 2 * planMinute,
  counted: 5 * planMinute,
  last: 15 * planMinute,
  lent: 12 * planMinute,
  closes: 7 * planMinute,
};
/** Of the many who come on a large office's day, so many are looked at: few enough that a large past costs what a small one does. */
const mostLookedAt = 30;
/** On a day of fewer receptions than this, files of the days before make up for them. */
const fewReceptions = 8;
/** One in two goes home first to fetch the money: it is still awaited. */
const oneGoes = 2;
/** Files of the last days of which money may still be owed. */
const remembered = { cases: 120, days: 25 };

type TillPlan = {
  readonly time: WorkTime;
  readonly random: SeededRandom;
  /** The days of the past, as indexes of working days. */
  readonly days: readonly { readonly index: number }[];
};

/** What happens at the till of a practice office: on its last two days, and this morning. */
export function planTill({ time, random, days: past }: TillPlan, presence: PastOffice) {
  const recent: string[] = [];
  let yesterdays: readonly string[] = [];
  const firstKept = past.length - remembered.days;
  const firstTill = past.length - days.length;

  function momentsOf(nth: number, entries: readonly MadeEntry[]): readonly DiaryMoment[] {
    recent.push(...yesterdays);
    recent.splice(0, recent.length - remembered.cases);
    yesterdays = [];
    const index = past[nth]?.index;
    if (index === undefined || nth < firstKept) return [];
    const received = entries.filter(({ type }) => type === 'received');
    const today = received.map(({ at, subject }) => ({ at: time.workSecondOf(at * 1000), id: uuidText(subject.name) }));
    const kind = days[nth - firstTill];
    yesterdays = today.map(({ id }) => id);
    return kind === undefined ? [] : tillMoments(time, presence, dayOf(index, kind, today));
  }

  function dayOf(index: number, kind: (typeof days)[number], received: readonly { at: number; id: string }[]): TillDay {
    const start = index * time.secondsADay;
    const end = start + time.secondsADay;
    const step = Math.max(1, Math.ceil(received.length / mostLookedAt));
    const atReception = received
      .filter((_, nth) => nth % step === 0 && nth % oneGoes !== 1)
      .map(({ at, id }) => ({
        at: Math.max(at, start + hours.opens) + planMinute + random.below(3 * planMinute),
        from: [id],
      }));
    const later = Array.from({ length: received.length < fewReceptions ? kind.later : 2 }, () => {
      return { at: start + hours.opens + planMinute + random.below(time.secondsADay - 30 * planMinute), from: recent };
    });
    return {
      opens: start + hours.opens,
      visits: [...atReception, ...later].filter(({ at }) => at < end - hours.last),
      paying: kind.paying,
      ...(kind.lent ? { lentAt: end - hours.lent } : {}),
      closes: {
        countedAt: start + time.secondsADay / 2 - hours.counted,
        at: end - hours.closes,
        missing: kind.missing,
      },
    };
  }

  /**
   * This morning's till: only on a day on which the office is open, and only once its half hour is over, so that an office made at
   * any later hour of the day is the same one.
   */
  function morningMoments(end: number, now: number, today: string): readonly DiaryMoment[] {
    const date = dateOfDay(time.days[end / time.secondsADay] ?? 0);
    if (date !== today || now < time.instantOf(end + morning.over)) return [];
    const visits = morning.visits.map((second) => ({ at: end + second, from: recent }));
    return tillMoments(time, presence, { opens: end + morning.opens, visits, paying: morning.paying });
  }

  return { momentsOf, morningMoments };
}
