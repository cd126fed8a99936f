import type { IntakeRow } from '../../../../electron/contract/counter/intake/intake.ts';
import { shortMoment } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';

export type ClockWords = { readonly words: string; readonly tone: 'plain' | 'soon' | 'late' };

/** The clocks of a waiting file in words, the one that ends first in front; how it waits where no clock runs. */
export function clockWords(row: IntakeRow, texts: Texts['intake']): readonly ClockWords[] {
  const { notifyDue, answerDue, notifyLate, answerLate, askedAt, since } = row;
  const clocks: ClockWords[] = [];
  if (notifyDue !== null) {
    const at = shortMoment(notifyDue);
    clocks.push({ words: notifyLate ? texts.seeLate(at) : texts.seeBy(at), tone: notifyLate ? 'late' : 'soon' });
  }
  if (answerDue !== null) {
    const at = shortMoment(answerDue);
    clocks.push({ words: answerLate ? texts.answerLate(at) : texts.answerBy(at), tone: answerLate ? 'late' : 'plain' });
  }
  if (askedAt !== null) return [{ words: texts.askedSince(shortMoment(askedAt)), tone: 'plain' }];
  return clocks.length > 0 ? clocks : [{ words: texts.since(shortMoment(since)), tone: 'plain' }];
}
