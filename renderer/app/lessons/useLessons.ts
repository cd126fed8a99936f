import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Lessons } from '../../../electron/contract/common/office/preference.ts';
import type { Role } from '../../../electron/contract/common/office/office.ts';
import { mayCall } from '../../../electron/domain/common/office/call-roles.ts';
import { desk, deskClient } from '../../desk/client.ts';
import type { Screen } from '../../desk/places.ts';
import { findPracticeAccess } from '../../desk/practice-access.ts';
import { useTexts } from '../../text/texts.ts';
import { laidAside, lessonAfter, stepPassed, stepInFront, taken } from './lesson-state.ts';
import { type LessonName, type Seen, lessonNames, lessonTable, lessonSteps } from './lessons.ts';
import { watchWindow } from './watch-window.ts';

/** Whether this page was loaded and no frame has stood on it yet: what a power cut, a closed window and a reload have in common. */
let isNewPage = true;

/**
 * The lessons of whoever is signed in, kept with them at the desk: where they left off, another window goes on. `on`: only a practice office has lessons; a
 * real one is not even asked.
 */
export function useLessons(on: boolean, screen: Screen, role: Role | undefined) {
  const texts = useTexts();
  const may = lessonNames.filter((name) => role !== undefined && mayCall(role, lessonTable[name].role));
  const { data } = useQuery({ ...desk.preference.mine.queryOptions({ input: {} }), enabled: on, staleTime: Infinity });
  const [state, setState] = useState<Lessons | null>(null);
  const latest = useRef<Lessons | null>(null);
  /** Keys since the last step. */
  const keys = useRef(0);

  function change(next: Lessons): void {
    if (latest.current === null || next === latest.current) return;
    latest.current = next;
    keys.current = 0;
    setState(next);
    // What is not kept is one step to do again: no reason to stand in anybody's way.
    void deskClient.preference.keepLessons({ lessons: next }).catch(() => undefined);
  }

  const see = useEffectEvent((seen: Seen) => {
    if (latest.current !== null) change(lessonAfter(latest.current, seen, texts, keys.current));
  });

  const begin = useEffectEvent((kept: Lessons) => {
    if (latest.current !== null) return;
    latest.current = kept;
    setState(kept);
    if (isNewPage) see({ what: 'opened' });
    isNewPage = false;
  });
  useEffect(() => {
    if (on && data !== undefined) begin(data.lessons);
  }, [on, data]);

  const front = state === null ? undefined : stepInFront(state);
  const learning = front !== undefined;
  useEffect(() => {
    if (!learning) return undefined;
    return watchWindow(see, () => {
      keys.current += 1;
    });
  }, [learning]);

  const { lesson, step } = front ?? {};
  useEffect(() => {
    see({ what: 'screen', screen });
  }, [screen, lesson, step]);

  const pass = useEffectEvent((of: LessonName, at: number) => {
    const { current } = latest;
    const now = current === null ? undefined : stepInFront(current);
    if (current !== null && now?.lesson === of && now.step === at) change(stepPassed(current, keys.current));
  });
  useEffect(() => {
    if (lesson === undefined || step === undefined) return;
    const already = lessonSteps(lesson)[step]?.[1].already;
    if (already === undefined) return;
    deskClient.till
      .status({})
      .then((answer) => {
        if (already(answer)) pass(lesson, step);
      })
      // Then the step is done by hand.
      .catch(() => undefined);
  }, [lesson, step]);

  return {
    state,
    /** Those of which this person may do what they teach. */
    may,
    /** Whether a newcomer is told that there are lessons: once, in the window in which the practice office was opened. */
    invites: state !== null && !state.shown && findPracticeAccess() !== undefined,
    take: (wanted: LessonName, anew = false) => {
      if (state !== null) change(taken(state, wanted, anew));
    },
    layAside: () => {
      if (state !== null) change(laidAside(state));
    },
  };
}

export type LessonsHook = ReturnType<typeof useLessons>;
