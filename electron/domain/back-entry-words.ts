import type { ReceivedAction } from './case-action.ts';
import { dateText, timeDateText } from './date-text.ts';

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
