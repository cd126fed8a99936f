import type { CaseView } from '../../electron/contract/counter/case/case.ts';
import type { CaseActionType } from '../../electron/domain/entries/case.ts';
import { daysBetween, formatCount } from './format.ts';
import type { Texts } from './languages.ts';

type CaseTexts = Texts['caseFile'];

/** The name of a form; its own code where the office added one we do not know. */
export function formName(form: string, texts: CaseTexts): string {
  return texts.forms[form] ?? form;
}

const nobodyKnown: ReadonlyMap<string, string> = new Map();

/** The names of who did something to the case, by the accounts they did it with. */
export function actorNames(actions: CaseView['actions']): ReadonlyMap<string, string> {
  return new Map(actions.filter(({ actorName }) => actorName !== '').map(({ actor, actorName }) => [actor, actorName]));
}

/** What was done, in words: 'Chuyển xử lý: Phòng Tư pháp'. A detail that is absent takes its colon with it. */
export function actionSentence(
  type: string,
  detail: Readonly<Record<string, unknown>>,
  texts: CaseTexts,
  names: ReadonlyMap<string, string> = nobodyKnown,
): string {
  const sentence = texts.done[type as CaseActionType] as string | undefined;
  if (sentence === undefined) return type;
  const told = texts.hows[detail['told'] as keyof CaseTexts['hows']] as string | undefined;
  const said = { ...detail, ...moreDetail(type, detail, texts, names) };
  const filled = sentence
    .replace(/\{(\w+)\}/g, (_hole, name: string) => {
      const value: unknown = said[name as keyof typeof said];
      if (typeof value !== 'string') return '';
      return name === 'form' ? formName(value, texts) : value;
    })
    .replace(/[:\s]+$/, '');
  return told === undefined ? filled : `${filled} (${texts.told(told)})`;
}

/** What of a detail is said by its name on this screen. */
function moreDetail(
  type: string,
  detail: Readonly<Record<string, unknown>>,
  texts: CaseTexts,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const { confirmations, found, reason, amount, by, symbol, number } = detail;
  const person = typeof by === 'string' ? names.get(by) : undefined;
  const said = Array.isArray(confirmations) ? (confirmations as { code: string; reason: string }[]) : [];
  return {
    ...(typeof amount === 'number' ? { amount: formatCount(amount) } : {}),
    ...(person === undefined ? {} : { by: person }),
    // Where an office has several counters, each with a receipt of this number.
    ...(typeof symbol === 'string' && typeof number === 'string' ? { number: `${symbol} ${number}` } : {}),
    ...(said.length === 0
      ? {}
      : { confirmed: said.map(({ code, reason }) => `${texts.asks[code] ?? code}: ${reason}`).join('; ') }),
    ...(type === 'stopped' && typeof reason === 'string' ? { reason: texts.stopReason(reason) } : {}),
    ...(typeof found === 'string' ? { foundName: texts.identities[found as keyof CaseTexts['identities']] } : {}),
  };
}

/** The name of an act that may be done; its own code for one this screen does not know. */
export function actName(act: string, texts: CaseTexts): string {
  return (texts.acts as Readonly<Record<string, string>>)[act] ?? act;
}

export type DueTone = 'plain' | 'soon' | 'late';

/** How far the citizen's last day is: the whole day is theirs (BLDS Điều 148 k6). Both are civil times. */
export function citizenDueWords(
  now: string,
  until: string,
  texts: CaseTexts,
): { readonly words: string; readonly tone: DueTone } {
  const days = daysBetween(now, until);
  if (days < 0) return { words: texts.awaited.over, tone: 'late' };
  return { words: texts.awaited.left(days), tone: days <= 1 ? 'soon' : 'plain' };
}

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

/** A counter as people call it. */
export function counterWords(
  { code, name }: { readonly code: string; readonly name: string },
  { conflict }: Pick<Texts, 'conflict'>,
): string {
  return code === '' && name === '' ? conflict.noCounter : conflict.counter(code, name);
}

/** Several of them, in a line; those that told nothing of themselves are one word. */
export function countersWords(
  counters: readonly { readonly code: string; readonly name: string }[],
  texts: Texts,
): string {
  const nameless = counters.filter(({ code, name }) => code === '' && name === '').length;
  const named = counters.filter(({ code, name }) => code !== '' || name !== '');
  const rest = nameless === 0 ? [] : [texts.conflict.noCounters(nameless)];
  return [...named.map((one) => counterWords(one, texts)), ...rest].join(texts.conflict.and);
}
