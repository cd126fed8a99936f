import type { WorkGroupName, WorkRow } from '../../../../electron/contract/counter/work/work.ts';
import { shortMoment } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { type DueTone, dueWords } from '../../../text/case-words.ts';

type RowWords = { readonly at: string; readonly words: string; readonly tone: DueTone };

/** What the time limit of a row is, in two short parts, with how urgent. */
export function limitWords(group: WorkGroupName, row: WorkRow, now: string, { myWork, caseFile }: Texts): RowWords {
  switch (group) {
    case 'supplement':
      return supplementWords(row, myWork);
    case 'to-return':
      return { at: '', words: row.readyAt === null ? '' : myWork.ready(shortMoment(row.readyAt)), tone: 'plain' };
    case 'to-approve':
      return { at: '', words: row.readyAt === null ? '' : myWork.proposedAt(shortMoment(row.readyAt)), tone: 'soon' };
    case 'waiting':
      return waitingWords(row, now, myWork);
    case 'error':
      return errorWords(row, now, myWork);
    case 'step-late':
    case 'leg-late':
      return lateWords(row, myWork);
    case 'answer-late':
      return { at: '', words: row.until === null ? '' : myWork.answerOwed(shortMoment(row.until)), tone: 'late' };
    case 'leg-untimed':
      return {
        at: '',
        words: row.readyAt === null ? myWork.noLegTime : myWork.noLegTimeSince(shortMoment(row.readyAt)),
        tone: 'soon',
      };
    case 'promise-changed':
      return promiseWords(row, myWork);
    case 'overdue':
    case 'today':
    case 'within-24h':
    case 'within-48h':
    case 'within-72h':
    case 'untaken':
    case 'held-later':
      return row.dueAt === null
        ? { at: '', words: caseFile.noDue, tone: 'plain' }
        : { at: shortMoment(row.dueAt), ...dueWords(now, row.dueAt, caseFile) };
  }
}

function promiseWords({ dueAt, until }: WorkRow, texts: Texts['myWork']): RowWords {
  const at = dueAt === null ? '' : shortMoment(dueAt);
  return { at, words: until === null ? texts.beyondCalendar : texts.wouldBe(shortMoment(until)), tone: 'soon' };
}

function lateWords({ until, legStage }: WorkRow, texts: Texts['myWork']): RowWords {
  const at = until === null ? '' : shortMoment(until);
  return { at: '', words: legStage === null ? texts.stepLate(at) : texts.legLate[legStage](at), tone: 'late' };
}

function supplementWords({ until, daysLeft, papers }: WorkRow, texts: Texts['myWork']): RowWords {
  if (until === null || daysLeft === null || papers === null) return { at: '', words: '', tone: 'plain' };
  if (daysLeft < 0)
    return { at: shortMoment(until), words: texts.supplementOver(papers.term, papers.afterwards), tone: 'soon' };
  return { at: shortMoment(until), words: texts.supplementLeft(daysLeft), tone: daysLeft <= 3 ? 'soon' : 'plain' };
}

function waitingWords({ until }: WorkRow, now: string, texts: Texts['myWork']): RowWords {
  if (until === null) return { at: '', words: '', tone: 'plain' };
  const late = now > until;
  const at = shortMoment(until);
  return { at: '', words: late ? texts.answerLate(at) : texts.answerBy(at), tone: late ? 'late' : 'soon' };
}

function errorWords({ until }: WorkRow, now: string, texts: Texts['myWork']): RowWords {
  if (until === null) return { at: '', words: '', tone: 'soon' };
  const late = now > until;
  const at = shortMoment(until);
  return { at: '', words: late ? texts.correctLate(at) : texts.correctBy(at), tone: late ? 'late' : 'soon' };
}
