import Button from '@mui/material/Button';
import { type ComponentProps, useEffect, useRef } from 'react';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { Text } from '../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../parts/list/cursor.ts';
import { useTexts } from '../../text/texts.ts';
import { nextLesson, lessonProgress } from './lesson-state.ts';
import { type LessonName, isLesson, lessonNames, lessonSteps } from './lessons.ts';
import type { LessonsHook } from './useLessons.ts';

type LessonsDialogProps = { readonly lessons: LessonsHook; readonly onClose: () => void };

/** Every lesson of who is signed in, how far it is; Enter takes one up where it was left. The one to learn next is in front. */
export function LessonsDialog({ lessons: { state, may, take, layAside }, onClose }: LessonsDialogProps) {
  const { common, lessons } = useTexts();
  const first = state === null ? undefined : isLesson(state.on) ? state.on : nextLesson(state, may);
  const cursor = useListCursor(may.length, {
    first: first === undefined ? 0 : Math.max(0, may.indexOf(first)),
    acts: { Enter: () => start(may[cursor.current]) },
  });
  const current = may[cursor.current];
  const begun = state !== null && current !== undefined ? lessonProgress(state, current) : undefined;
  const over = begun !== undefined && current !== undefined && begun.step >= lessonSteps(current).length;

  function start(lesson: LessonName | undefined, anew = false): void {
    if (lesson === undefined) return;
    take(lesson, anew);
    onClose();
  }

  /** Whoever looked and chose none is not invited again. */
  function leave(): void {
    if (state?.on === null) layAside();
    onClose();
  }

  function stateWords(lesson: LessonName): string {
    const { step, keys, ended } = state === null ? { step: 0, keys: 0, ended: false } : lessonProgress(state, lesson);
    const { length } = lessonSteps(lesson);
    if (step > 0 && step < length) return lessons.state.begun(step + 1, length);
    return ended ? lessons.state.done(keys) : lessons.state.fresh;
  }

  return (
    <Dialog
      title={lessons.open}
      onClose={leave}
      actions={
        <>
          {isLesson(state?.on ?? null) && (
            <ActionButton
              keys="Alt+1"
              label={lessons.aside}
              onAct={() => {
                layAside();
                onClose();
              }}
            />
          )}
          {begun !== undefined && begun.step > 0 && !over && (
            <ActionButton keys="Alt+2" label={lessons.fromStart} onAct={() => start(current, true)} />
          )}
          <Button onClick={leave}>
            {common.close} <KeyCap keys="Esc" />
          </Button>
          <Button variant="contained" onClick={() => start(current)}>
            {over ? lessons.again : begun !== undefined && begun.step > 0 ? lessons.goOn : lessons.start}{' '}
            <KeyCap keys="Enter" quiet />
          </Button>
        </>
      }
    >
      <Text tone="secondary">{lessons.lead}</Text>
      <FocusedList
        id="lessons"
        label={lessons.open}
        current={cursor.current}
        onKeyDown={cursor.onKeyDown}
        maxHeight={360}
      >
        {may.map((lesson, index) => (
          <Choice
            key={lesson}
            id={`lessons-${index}`}
            current={index === cursor.current}
            onCurrent={() => cursor.setRow(index)}
            onChoose={() => start(lesson)}
            columns="minmax(0, 1fr) auto"
            columnGap={3}
            padding={[1.5, 2]}
          >
            <Text weight={500}>
              {index + 1}. {lessons.of[lesson].name}
            </Text>
            <Text size="note" tone="secondary">
              {stateWords(lesson)}
            </Text>
          </Choice>
        ))}
      </FocusedList>
      {may.length < lessonNames.length && (
        <Text size="note" tone="secondary">
          {lessons.others}
        </Text>
      )}
    </Dialog>
  );
}

/** Holds the focus from the first moment on; inside the dialog, which is drawn a turn after it is asked for. */
function FocusedList(props: Omit<ComponentProps<typeof ChoiceList>, 'holdsFocus' | 'ref'>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  return <ChoiceList {...props} holdsFocus ref={list} />;
}
