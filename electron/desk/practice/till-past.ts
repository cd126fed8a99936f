import type { PayMethod } from '../../contract/money/receipt.ts';
import type { Role } from '../../contract/office/office.ts';
import type { CaseStatus } from '../../contract/status.ts';
import type { Channel } from '../../contract/values.ts';
import type { CaseFee } from '../../domain/money/case-fees.ts';
import type { TillAct } from '../../domain/money/till.ts';
import { getCaseFile } from '../../store/case/case.ts';
import { findReceipt } from '../../store/money/receipt.ts';
import { findTill } from '../../store/money/till.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { authorOf } from '../core/client.ts';
import { collectFees, moveTill } from '../money/collect.ts';
import { feesOf, waiveFee } from '../money/fees.ts';
import { receiptForms } from '../money/papers.ts';
import { correctReceipt, refundReceipt } from '../money/settle.ts';
import { keepPaperAtOnce } from '../papers/make.ts';
import type { DiaryMoment } from './diary.ts';
import { countedAs, morningFloat, tenderedFor } from './notes.ts';
import { type PastOffice, done } from './past-office.ts';
import type { WorkTime } from './work-time.ts';

/** How somebody pays: one of the ways of paying, or with a story that a clerk has to have seen once. */
export type Paying = PayMethod | 'waived' | 'refunded' | 'replaced' | 'noticed';

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
export function tillMoments(time: WorkTime, presence: PastOffice, day: TillDay): DiaryMoment[] {
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
    const wrong =
      way === 'noticed'
        ? { errors: ['payer-address'] as const, reason: 'Ghi sai địa chỉ người nộp', amounts: [] }
        : {
            errors: ['amount'] as const,
            reason: 'Thu thừa một bản sao',
            amounts: [{ line, amount: Math.floor(fee / 2) }],
          };
    done(correctReceipt(desk, { receiptId, requestId, ...wrong }, session));
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
