import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../../build/check/source-files.ts';
import type { Lessons } from '../../../../electron/contract/common/office/preference.ts';
import {
  laidAside,
  lessonAfter,
  nextLesson,
  stepPassed,
  lessonProgress,
  stepInFront,
  taken,
} from '../../../../renderer/app/lessons/lesson-state.ts';
import { type LessonName, type Seen, lessonNames, lessonSteps } from '../../../../renderer/app/lessons/lessons.ts';
import { texts as both, vi } from '../../../../renderer/text/languages.ts';

const nothing: Lessons = { on: null, shown: false, progress: [] };
const screen = (name: Extract<Seen, { what: 'screen' }>['screen']): Seen => ({ what: 'screen', screen: name });
const call = (name: string, input: object = {}, answer: object = {}): Seen => ({ what: 'call', name, input, answer });
const person = { idNumber: '079 185 014321', fullName: 'nguyễn thị lan', dateOfBirth: '15/02/1985', authorisation: '' };
const draft = (body: object): Seen =>
  call('draft.save', { body: { applicant: person, submitter: null, procedure: null, ...body } });
const act = (type: string): Seen => call('case.act', { caseId: 'x', act: { type } });
const typed = (label: string, value: string): Seen => ({ what: 'typed', label, value });
const nobody = { ...person, idNumber: '', fullName: '', dateOfBirth: '' };
const chosen = { procedure: { code: '1.001193' } };

/** What happens when each step is really done, in the shapes of the contract: one for each step, and each moves the lesson on by exactly one. */
const done: Readonly<Record<LessonName, readonly Seen[]>> = {
  'first-reception': [
    screen('reception'),
    draft({ applicant: { ...nobody, idNumber: person.idNumber } }),
    draft({}),
    draft(chosen),
    call('case.receive'),
  ],
  'on-behalf': [
    screen('reception'),
    draft({}),
    draft({ submitter: person }),
    draft({ submitter: { ...person, authorisation: 'mẹ đẻ' } }),
    draft(chosen),
    call('case.receive', { submitter: person }),
  ],
  'open-till': [screen('cash'), { what: 'dialog', title: `${vi.cash.till.acts.open} · Q1` }, call('till.open')],
  certification: [
    screen('certification'),
    typed(vi.certification.papers, '2x3 4 10x2'),
    typed(vi.certification.signerTitle, 'Chủ tịch'),
    call('certification.receive'),
  ],
  fee: [
    screen('reception'),
    draft({}),
    draft(chosen),
    call('case.receive'),
    call('money.assess'),
    call('money.collect'),
  ],
  'ask-papers': [
    screen('reception'),
    draft({}),
    draft(chosen),
    call('case.receive'),
    call('case.get', {}, { availableActions: [{ action: 'transfer', allowed: true }] }),
    call('case.get', {}, { availableActions: [{ action: 'request-supplement', allowed: true }] }),
    act('request-supplement'),
  ],
  'return-result': [screen('return-results'), call('case.get'), act('return')],
  'window-gone': [screen('reception'), draft({}), { what: 'opened' }, draft(chosen), call('case.receive')],
  'paper-kit': [screen('reception'), { what: 'dialog', title: vi.kit.print }, call('kit.print')],
  'end-of-day': [
    screen('cash'),
    call('money.daySheet'),
    { what: 'dialog', title: `${vi.cash.till.acts.close} · Q1` },
    call('till.close'),
  ],
};

/** What shows nothing in any lesson: a draft half typed, another screen, another act. */
const beside: readonly Seen[] = [
  draft({ applicant: nobody }),
  screen('office'),
  act('archive'),
  call('system.status'),
  typed(vi.certification.papers, '2'),
  { what: 'dialog', title: 'Khác' },
];

describe.each(lessonNames)('the lesson %s', (lesson) => {
  test('goes on by what is really done, a step at a time, to its end, and counts the keys', () => {
    let state = taken(nothing, lesson);
    for (const [at, seen] of done[lesson].entries()) {
      expect(stepInFront(state)).toEqual({ lesson, step: at });
      for (const other of beside) expect(lessonAfter(state, other, vi, 9)).toBe(state);
      state = lessonAfter(state, seen, vi, 4);
    }
    expect(done[lesson]).toHaveLength(lessonSteps(lesson).length);
    expect(stepInFront(state)).toBeUndefined();
    expect(lessonProgress(state, lesson)).toEqual({
      lesson,
      step: lessonSteps(lesson).length,
      keys: 4 * lessonSteps(lesson).length,
      ended: true,
    });
    expect(lessonAfter(state, done[lesson][0] as Seen, vi, 1)).toBe(state);
  });

  test('is left and taken up at the same step, and once ended begins anew', () => {
    const begun = lessonAfter(taken(nothing, lesson), done[lesson][0] as Seen, vi, 2);
    const left = laidAside(begun);
    expect(stepInFront(left)).toBeUndefined();
    expect(stepInFront(taken(left, lesson))).toEqual({ lesson, step: 1 });
    expect(stepInFront(taken(left, lesson, true))).toEqual({ lesson, step: 0 });
    const ended = done[lesson].reduce((state, seen) => lessonAfter(state, seen, vi, 1), taken(nothing, lesson));
    const again = taken(ended, lesson);
    expect(lessonProgress(again, lesson)).toMatchObject({ step: 0, keys: 0, ended: true });
  });

  test('says in both languages what is to be done, of every step', () => {
    for (const texts of Object.values(both)) {
      const { steps } = texts.lessons.of[lesson];
      expect(Object.keys(steps)).toEqual(lessonSteps(lesson).map(([step]) => step));
    }
  });
});

test('whoever does at once what a lesson is for has ended it', () => {
  const state = lessonAfter(taken(nothing, 'fee'), call('money.collect'), vi, 3);
  expect(lessonProgress(state, 'fee').ended).toBe(true);
});

test('what the till says was done before goes by', () => {
  const state = stepPassed(lessonAfter(taken(nothing, 'open-till'), screen('cash'), vi, 1), 0);
  expect(stepInFront(state)).toEqual({ lesson: 'open-till', step: 2 });
});

test('the next to learn is the first that was never ended', () => {
  expect(nextLesson(nothing)).toBe('first-reception');
  const ended = done['first-reception'].reduce(
    (state, seen) => lessonAfter(state, seen, vi, 1),
    taken(nothing, 'first-reception'),
  );
  expect(nextLesson(ended)).toBe('on-behalf');
  expect(nextLesson(nothing, ['ask-papers'])).toBe('ask-papers');
});

/** Each key a lesson tells is one that some screen takes, in the same spelling: a key that lessonAfter takes its lesson with it. */
test('tells no key that no screen knows', () => {
  const sources = readFiles(/^renderer\/(screens|parts|app|text)\/.*\.tsx?$/)
    .filter(({ path }) => !path.includes('/lessons'))
    .map(({ text }) => text)
    .join('\n');
  /** Keys of every field and list; and the ways to show who one is, numbered where they are listed. */
  const own = new Set(['Tab', 'Enter', 'ArrowDown', 'Alt+1']);
  const told = lessonNames.flatMap((lesson) =>
    lessonSteps(lesson).flatMap(([, { keys }]) => keys.flatMap((one) => ('press' in one ? [one.press] : []))),
  );
  expect(
    told.filter((keys) => !own.has(keys) && !sources.includes(`'${keys}'`) && !sources.includes(`"${keys}"`)),
  ).toEqual([]);
  expect(told).toContain('F2');
});

test('words in quotes stand on a screen', () => {
  const shown = readFiles(/^renderer\/text\/.*\.ts$/)
    .map(({ text }) => text)
    .join('\n');
  const said = JSON.stringify(vi.lessons.of);
  const named = [...said.matchAll(/«(\p{Lu}[^»]+)»/gu)].map(([, label = '']) => label);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((label) => !shown.includes(`'${label}'`))).toEqual([]);
});
