import type { ConflictSide, Consequence, OwedRow } from '../../../../electron/contract/counter/work/conflict.ts';
import { actionSentence, counterWords } from '../../../text/case-words.ts';
import { formatMoment, formatMoney } from '../../../text/format.ts';
import type { Language } from '../../../../electron/contract/base/fault.ts';
import type { Texts } from '../../../text/languages.ts';

/** What was done on a side, with its own words. */
export function actOf({ type, detail }: Pick<ConflictSide, 'type' | 'detail'>, isCase: boolean, texts: Texts): string {
  const { conflict, caseFile } = texts;
  if (isCase) return actionSentence(type, detail, caseFile);
  const said = [detail['reason'], detail['answer'], detail['by'], detail['to']].find(
    (word) => typeof word === 'string' && word !== '',
  );
  const what = conflict.done[type] ?? type;
  return typeof said === 'string' ? `${what}: ${said}` : what;
}

/** What an act is called, without whom and why. */
export function actCalled(type: string, isCase: boolean, { conflict, caseFile }: Texts): string {
  const ofCase = isCase ? (caseFile.done as Readonly<Record<string, string>>)[type] : undefined;
  // Who did it may stand first: `{agency} has the file: {by}`.
  const sentence = (conflict.done[type] ?? ofCase ?? type).replace(/^\{\w+\}\s*/, '');
  const called = sentence.split(/[:{]/)[0]?.trim() ?? '';
  return called === '' ? type : called.charAt(0).toLocaleUpperCase('vi') + called.slice(1);
}

/** What follows from choosing a side, as one sentence. */
export function consequenceWords(one: Consequence, texts: Texts, language: Language): string {
  const { then } = texts.conflict;
  const moment = (at: string | null): string => (at === null ? '' : formatMoment(at, language));
  switch (one.kind) {
    case 'status':
      return then.status(texts.common.status[one.status]);
    case 'promise':
      return one.dueAt === null
        ? then.noPromise(moment(one.before))
        : then.promise(moment(one.dueAt), moment(one.before));
    case 'number':
      return then.number(one.number);
    case 'new-number':
      return then.newNumber(one.number);
    case 'notice':
      return then.notice;
    case 'receipt':
      return then.receipt;
    case 'refund':
      return then.refund(formatMoney(one.amount), one.number, counterWords(one.counter, texts));
    case 'recover':
      return then.recover(formatMoney(one.amount), one.number, counterWords(one.counter, texts));
    case 'recall':
      return then.recall(one.number, counterWords(one.counter, texts));
    case 'with-it':
      return then.withIt(one.acts.map((type) => actCalled(type, true, texts)).join('; '));
    case 'close-case':
      return then.closeCase(one.number);
    case 'tell':
      return then.tell;
    case 'booked':
      return then.booked;
  }
}

export function owedWords({ kind, amount, receipt, counter }: OwedRow, texts: Texts): string {
  const money = amount === null ? '' : formatMoney(amount);
  return texts.conflict.owedOf[kind](money, receipt, counterWords(counter, texts));
}

/** What Enter does on its line. A letter may be made at any counter; money is in one drawer. */
export function owedDoWords({ here, kind, about }: OwedRow, { conflict }: Texts): string {
  if (kind === 'notice' && about !== 'case') return conflict.makeNotice;
  if (!here) return conflict.elsewhere;
  return kind === 'notice' ? conflict.openCase : conflict.openCash;
}
