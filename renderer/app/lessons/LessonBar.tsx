import Button from '@mui/material/Button';
import { Fragment } from 'react';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { Block, Row, Text } from '../../parts/layout/primitives.ts';
import { useTexts } from '../../text/texts.ts';
import { lessonProgress, stepInFront } from './lesson-state.ts';
import { type ToldKey, isLesson, lessonSteps } from './lessons.ts';
import type { LessonsHook } from './useLessons.ts';

/** Opens the list of lessons; heard by the frame, with or without a bar. */
export const lessonKeys = 'Alt+Shift+H';

/** Whether a lesson, its end or the invitation stands in front. */
export function standsInFront({ state, invites }: LessonsHook): boolean {
  return isLesson(state?.on ?? null) || invites;
}

type LessonBarProps = { readonly lessons: LessonsHook; readonly onOpen: () => void };

/** The lesson in front: a bar with a place of its own under the screen, which covers nothing of it. Nothing where no lesson is learned. */
export function LessonBar({ lessons: hook, onOpen }: LessonBarProps) {
  const { lessons } = useTexts();
  const { state, may, layAside } = hook;
  if (state === null || !standsInFront(hook)) return null;
  const front = stepInFront(state);
  const name = isLesson(state.on) ? state.on : null;
  const steps = name === null ? [] : lessonSteps(name);
  const words = name === null ? undefined : lessons.of[name];
  const [step, row] = steps[front?.step ?? -1] ?? [];
  const say =
    words === undefined
      ? lessons.invite(may.length)
      : step === undefined
        ? words.learned
        : (words.steps as Readonly<Record<string, string>>)[step];
  const where =
    name === null
      ? lessons.open
      : front === undefined
        ? lessons.ended(lessonProgress(state, name).keys)
        : lessons.step(front.step + 1, steps.length);
  return (
    <Row
      as="section"
      aria-label={lessons.title}
      align="center"
      gap={3}
      minHeight={48}
      padding={[1, 3]}
      ground="brand"
      css={{ borderTop: '2px solid var(--brand)' }}
    >
      <Block width={150} shrink={false} size="small">
        <Text weight={700} lines={1} title={words?.name}>
          {words?.name ?? lessons.title}
        </Text>
        <Text tone="brand" weight={600}>
          {where}
        </Text>
      </Block>
      <Text grow minWidth={0} size="note" weight={500} role="status">
        {say}
      </Text>
      {row !== undefined && <ToldKeys keys={row.keys} />}
      {front === undefined && (
        <Button size="small" onClick={layAside}>
          {lessons.aside}
        </Button>
      )}
      <Button size="small" onClick={onOpen} aria-keyshortcuts={lessonKeys} sx={{ flexShrink: 0 }}>
        {lessons.open} <KeyCap keys={lessonKeys} />
      </Button>
    </Row>
  );
}

/** What a step tells to press and to type, in order. */
function ToldKeys({ keys }: { readonly keys: readonly ToldKey[] }) {
  const { lessons } = useTexts();
  const heard = keys
    .map((one) => {
      if ('type' in one) return one.type;
      return one.times === undefined ? one.press : `${one.press} ${lessons.times(one.times)}`;
    })
    .join(', ');
  return (
    <Row align="center" gap={1} wrap justify="flex-end" flex="0 1 auto" maxWidth={420}>
      <Text as="span" heard>
        {heard}
      </Text>
      {keys.map((one, at) => (
        // The same key may come twice; their order never changes.
        <Fragment key={`${at}`}>
          {'type' in one ? (
            <Text as="span" size="note" weight={600} nowrap aria-hidden>
              «{one.type}»
            </Text>
          ) : (
            <KeyCap keys={one.press} />
          )}
          {'times' in one && one.times !== undefined && (
            <Text as="span" size="small" tone="secondary" aria-hidden>
              {lessons.times(one.times)}
            </Text>
          )}
        </Fragment>
      ))}
    </Row>
  );
}
