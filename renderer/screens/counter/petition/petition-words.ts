import type { PetitionRow } from '../../../../electron/contract/counter/petition/petition.ts';
import { formatDate, shortMoment } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';

export type PetitionClockWords = { readonly words: string; readonly tone: 'plain' | 'soon' | 'late' };

/** What is due of a petition in words, the next duty in front; what became of it where nothing is. */
export function petitionClockWords(row: PetitionRow, { petition }: Texts): readonly PetitionClockWords[] {
  const { clocks, status, endedAt, late, toldDue, passedOn } = row;
  const texts = petition.clocks;
  const passOn = passOnWords(row, texts);
  const told = toldDue === null ? [] : [{ words: texts.told(formatDate(toldDue)), tone: 'plain' as const }];
  if (clocks.answer !== null) {
    const at = shortMoment(clocks.answer.due);
    const isLate = clocks.answer.late;
    return [
      { words: isLate ? texts.answerLate(at) : texts.answer(at), tone: isLate ? 'late' : 'soon' },
      ...passOn,
      ...told,
    ];
  }
  if (clocks.publish !== null) {
    const at = shortMoment(clocks.publish.due);
    const isLate = clocks.publish.late;
    return [{ words: isLate ? texts.publishLate(at) : texts.publish(at), tone: isLate ? 'late' : 'soon' }];
  }
  if (status === 'awaiting') return [{ words: texts.stands, tone: 'plain' }, ...passOn];
  if (status === 'forwarded' && passedOn?.late === true)
    return [{ words: texts.passedOnLate(shortMoment(passedOn.at)), tone: 'late' }];
  if (endedAt !== null) {
    const at = shortMoment(endedAt);
    return [{ words: late === true ? texts.endedLate(at) : texts.ended(at), tone: late === true ? 'late' : 'plain' }];
  }
  return [{ words: texts.unknown, tone: 'soon' }];
}

/** Whether it is another agency's has to be told by then; nobody knows it yet, so the words leave it open. */
function passOnWords(
  { clocks: { passOn } }: PetitionRow,
  texts: Texts['petition']['clocks'],
): readonly PetitionClockWords[] {
  if (passOn === null) return [];
  const at = shortMoment(passOn.due);
  return [{ words: passOn.late ? texts.passOnLate(at) : texts.passOn(at), tone: passOn.late ? 'late' : 'soon' }];
}

/** The two early clocks, while they can be kept: whether to take it at all, and what to ask for. */
export function earlyClockWords({ clocks }: PetitionRow, { petition }: Texts): readonly string[] {
  const { refuse, ask } = clocks;
  return [
    ...(refuse === null ? [] : [petition.clocks.refuse(shortMoment(refuse.due))]),
    ...(ask === null ? [] : [petition.clocks.ask(shortMoment(ask.due))]),
  ];
}
