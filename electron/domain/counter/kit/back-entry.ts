import { type Fault, fault } from '../../../contract/base/fault.ts';
import {
  civilOfInstant,
  civilTime,
  dateText,
  dayOfDate,
  getMoment,
  msPerMinute,
  timeDateText,
} from '../../base/civil-time.ts';
import { isSameCode } from '../../base/numbering.ts';
import { cleanLine } from '../../base/scan-text.ts';
import { unpackSteps } from '../../deadline/steps.ts';
import type { DeadlineStep, ReceivedAction } from '../../entries/case.ts';
import { readReceiptText } from '../../safety/proof/receipt-text.ts';

type Promised = { readonly date?: string | undefined; readonly time?: string | undefined };

/**
 * The promise in force for a file received on paper. A citizen may hold the office to what was written, and the office may not
 * take longer than the law (NĐ 118/2025 Điều 17 k3): the earlier of both. A date without an hour is the hour of closing.
 * @param closing milliseconds since midnight. Faults: kit-promise when it was promised before the file came.
 */
export function promiseOnPaper(
  { acceptedAt, lawDueAt }: { readonly acceptedAt: string; readonly lawDueAt: string },
  written: Promised,
  closing: number,
): { readonly dueAt: string; readonly promisedAt?: string } | Fault<'kit-promise'> {
  const { date, time } = written;
  if (date === undefined) return { dueAt: lawDueAt };
  if (date < acceptedAt.slice(0, 10)) return fault('kit-promise', { promised: date, acceptedAt });
  // The day alone was written and it is the law's day: nothing else was promised.
  if (time === undefined && date === lawDueAt.slice(0, 10)) return { dueAt: lawDueAt };
  const accepted = getMoment(acceptedAt);
  const day = dayOfDate(date);
  const atClosing = day === accepted.day ? Math.max(closing, accepted.msOfDay) : closing;
  const promisedAt = civilTime(day, time === undefined ? atClosing : msOf(time));
  if (promisedAt < acceptedAt) return fault('kit-promise', { promised: promisedAt, acceptedAt });
  if (promisedAt === lawDueAt) return { dueAt: lawDueAt };
  return { dueAt: promisedAt < lawDueAt ? promisedAt : lawDueAt, promisedAt };
}

/** What the signed square of a receipt says against what is entered from that receipt; null where nothing does, or where it is no square. */
export function squareFault(entered: {
  readonly number: string;
  readonly acceptedAt: string;
  readonly promisedDate?: string | undefined;
  readonly promisedTime?: string | undefined;
  readonly square?: string | undefined;
}): Fault<'kit-square'> | null {
  const said = entered.square === undefined ? undefined : readReceiptText(cleanLine(entered.square));
  if (said === undefined) return null;
  const { number, acceptedAt, dueAt } = said;
  const { promisedDate: date, promisedTime: time } = entered;
  const promised = dueAt === null ? date === undefined : `${date}T${time}` === dueAt.slice(0, 16);
  const received = civilOfInstant(entered.acceptedAt).slice(0, 16) === acceptedAt.slice(0, 16);
  if (isSameCode(number, entered.number) && received && promised) return null;
  const told = dueAt === null ? '–' : timeDateText(dueAt);
  return fault('kit-square', { number, acceptedAt: timeDateText(acceptedAt), promised: told });
}

function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * msPerMinute;
}

/** When a case was received: what its sheet says, when it came from another centre, or the moment of its entry. */
export function acceptedAtOf(received: ReceivedAction, recordedAt: string): string {
  return received.fromKit?.acceptedAt ?? received.foreign?.arrivedAt ?? recordedAt;
}

/**
 * The day whose law a file goes by: that on which the centre received it that received it first, wherever its time runs and whenever it
 * was completed (Luật Hộ tịch 2026 Điều 30, NĐ 217/2026 Điều 76 k19).
 */
export function lawDayOf({
  received,
  acceptedAt,
}: {
  readonly received: Pick<ReceivedAction, 'foreign'>;
  readonly acceptedAt: string;
}): string {
  return (received.foreign?.acceptedAt ?? acceptedAt).slice(0, 10);
}

/** The explanation of the first promise: the law's, and then what the paper promised, where that was something else. */
export function promiseSteps(received: ReceivedAction): DeadlineStep[] {
  const { steps, term, dueAt, fromKit, foreign, termCase } = received;
  const byLaw = unpackSteps(steps, term, fromKit?.lawDueAt ?? foreign?.lawDueAt ?? dueAt, termCase?.agreed);
  if (foreign !== undefined && foreign.lawDueAt !== dueAt) {
    const values = { time: dueAt.slice(11, 16), unit: foreign.unit.name };
    return [...byLaw, { rule: 'promised-elsewhere', date: dueAt.slice(0, 10), values }];
  }
  const written = fromKit?.promisedAt;
  if (written === undefined) return byLaw;
  const rule = written === dueAt ? 'promised-on-paper-earlier' : 'promised-on-paper-later';
  return [...byLaw, { rule, date: written.slice(0, 10), values: { time: written.slice(11, 16) } }];
}

export type EntryWarning = { readonly code: string; readonly text: string; readonly textEn: string };

/** What a clerk should know of a case entered from a kit's sheet; empty for any other. */
export function entryWarnings(received: ReceivedAction): EntryWarning[] {
  const { fromKit, dueAt, day } = received;
  if (fromKit === undefined) return [];
  const { promisedAt, lawDueAt, acceptedAt } = fromKit;
  const warnings: EntryWarning[] = [];
  if (promisedAt !== undefined && promisedAt === dueAt)
    warnings.push({
      code: 'promise-earlier',
      text: `Giấy viết tay đã hẹn trả ${timeDateText(promisedAt)}, sớm hơn thời hạn của luật (${timeDateText(lawDueAt)}). Hồ sơ theo lời hẹn trên giấy; báo người xử lý biết.`,
      textEn: `The handwritten sheet promised ${timeDateText(promisedAt)}, earlier than the law’s ${timeDateText(lawDueAt)}. The sheet’s promise is in force; tell whoever handles the case.`,
    });
  if (promisedAt !== undefined && promisedAt !== dueAt)
    warnings.push({
      code: 'promise-later',
      text: `Giấy viết tay ghi hẹn ${timeDateText(promisedAt)}, muộn hơn thời hạn của luật (${timeDateText(lawDueAt)}). Hồ sơ theo thời hạn của luật; nên báo người nộp ngày sớm hơn.`,
      textEn: `The handwritten sheet says ${timeDateText(promisedAt)}, later than the law’s ${timeDateText(lawDueAt)}. The law’s time limit is in force; tell the applicant the earlier day.`,
    });
  if (acceptedAt.slice(0, 10) !== day)
    warnings.push({
      code: 'other-day',
      text: `Số trên giấy mang ngày ${dateText(day)} nhưng hồ sơ nhận ngày ${dateText(acceptedAt)}. Vẫn nhập được; ngày hẹn tính từ ngày nhận.`,
      textEn: `The number is of ${dateText(day)}, the file was received on ${dateText(acceptedAt)}. It is entered all the same; the promise runs from the reception.`,
    });
  return warnings;
}
