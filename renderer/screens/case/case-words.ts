import type { CaseActionType } from '../../../electron/domain/entries/case.ts';
import { daysBetween } from '../../text/format.ts';
import type { Texts } from '../../text/languages.ts';

type CaseTexts = Texts['caseFile'];

/** The name of a form; its own code where the office added one we do not know. */
export function formName(form: string, texts: CaseTexts): string {
  return texts.forms[form] ?? form;
}

/** What was done, in words: 'Chuyển xử lý: Phòng Tư pháp'. A detail that is absent takes its colon with it. */
export function actionSentence(type: string, detail: Readonly<Record<string, unknown>>, texts: CaseTexts): string {
  const sentence = texts.done[type as CaseActionType] as string | undefined;
  if (sentence === undefined) return type;
  const told = texts.hows[detail['told'] as keyof CaseTexts['hows']] as string | undefined;
  const filled = sentence
    .replace(/\{(\w+)\}/g, (_hole, name: string) => {
      const value = detail[name];
      if (typeof value !== 'string') return '';
      return name === 'form' ? formName(value, texts) : value;
    })
    .replace(/[:\s]+$/, '');
  return told === undefined ? filled : `${filled} (${texts.told(told)})`;
}

/** The name of an act that may be done; its own code for one this screen does not know. */
export function actName(act: string, texts: CaseTexts): string {
  return (texts.acts as Readonly<Record<string, string>>)[act] ?? act;
}

export type DueTone = 'plain' | 'soon' | 'late';

/** How far the promise is, in words, with how urgent. Both are civil times. */
export function dueWords(
  now: string,
  dueAt: string,
  texts: CaseTexts,
): { readonly words: string; readonly tone: DueTone } {
  const days = daysBetween(now, dueAt);
  if (days < 0) return { words: texts.overdue(-days), tone: 'late' };
  if (days === 0 && now > dueAt) return { words: texts.overdueToday, tone: 'late' };
  return { words: texts.daysLeft(days), tone: days <= 1 ? 'soon' : 'plain' };
}
