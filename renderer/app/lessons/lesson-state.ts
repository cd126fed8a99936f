import type { LessonProgress, Lessons } from '../../../electron/contract/common/office/preference.ts';
import type { Texts } from '../../text/languages.ts';
import { type LessonName, type Seen, isLesson, lessonNames, lessonSteps } from './lessons.ts';

/** How far somebody is with their lessons, and how what they do moves it on. Plain data: it is kept with the person at the desk. */

export function lessonProgress({ progress }: Lessons, lesson: LessonName): LessonProgress {
  return progress.find((one) => one.lesson === lesson) ?? { lesson, step: 0, keys: 0, ended: false };
}

function withProgress(state: Lessons, changed: LessonProgress): Lessons {
  return { ...state, progress: [...state.progress.filter(({ lesson }) => lesson !== changed.lesson), changed] };
}

/** The lesson in front with the step to be done; undefined where none stands there, or its end does. */
export function stepInFront(state: Lessons): { readonly lesson: LessonName; readonly step: number } | undefined {
  if (!isLesson(state.on)) return undefined;
  const { step } = lessonProgress(state, state.on);
  return step < lessonSteps(state.on).length ? { lesson: state.on, step } : undefined;
}

/** Takes a lesson up where it was left; one that was ended, or `anew`, from its beginning. */
export function taken(state: Lessons, lesson: LessonName, anew = false): Lessons {
  const before = lessonProgress(state, lesson);
  const over = before.step >= lessonSteps(lesson).length;
  const begun = anew || over ? { ...before, step: 0, keys: 0 } : before;
  return { ...withProgress(state, begun), on: lesson, shown: true };
}

export function laidAside(state: Lessons): Lessons {
  return { ...state, on: null, shown: true };
}

/** One step on, with the keys that were pressed in it. */
function stepped(state: Lessons, lesson: LessonName, to: number, keys: number): Lessons {
  const before = lessonProgress(state, lesson);
  return withProgress(state, {
    ...before,
    step: to,
    keys: before.keys + keys,
    ended: before.ended || to >= lessonSteps(lesson).length,
  });
}

/** The step in front was done already, as the desk said when it was asked. */
export function stepPassed(state: Lessons, keys: number): Lessons {
  const front = stepInFront(state);
  return front === undefined ? state : stepped(state, front.lesson, front.step + 1, keys);
}

/**
 * Something happened: where it shows that the step in front is done, the next; where it is what the whole lesson is for, its end, however somebody came there.
 * The same state where it shows nothing.
 */
export function lessonAfter(state: Lessons, seen: Seen, texts: Texts, keys: number): Lessons {
  const front = stepInFront(state);
  if (front === undefined) return state;
  const steps = lessonSteps(front.lesson);
  const shows = (at: number) => steps[at]?.[1].shows(seen, texts) === true;
  if (shows(front.step)) return stepped(state, front.lesson, front.step + 1, keys);
  const last = steps.length - 1;
  return front.step < last && seen.what === 'call' && shows(last)
    ? stepped(state, front.lesson, steps.length, keys)
    : state;
}

/** The one to learn next: the first that was never ended, of those this person may do. */
export function nextLesson(state: Lessons, may: readonly LessonName[] = lessonNames): LessonName | undefined {
  return may.find((lesson) => !lessonProgress(state, lesson).ended) ?? may[0];
}
