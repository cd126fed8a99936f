import type { KeyboardEvent, Ref } from 'react';
import type { SheetState } from '../../../../electron/contract/counter/kit/kit.ts';
import { rem } from '../../../look/theme.ts';
import { Chip, type Tone } from '../../../parts/controls/Chip.tsx';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import type { SheetLine } from './sheet-rows.ts';
import { Text } from '../../../parts/layout/primitives.ts';

const listId = 'kit-sheets';
const tones: Record<SheetState, Tone> = { open: 'soon', used: 'good', void: 'plain' };

type SheetListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly SheetLine[];
  readonly current: string;
  readonly ticked: ReadonlySet<string>;
  readonly onChoose: (key: string) => void;
  readonly onTick: () => void;
  readonly onOpen: () => void;
};

/** One line a sheet. Arrows move, Space marks several, Enter enters the one in front. */
export function SheetList({ ref, rows, current, ticked, onChoose, onTick, onOpen }: SheetListProps) {
  const { kit } = useTexts();
  const at = rows.findIndex(({ key }) => key === current);

  function onKeyDown(event: KeyboardEvent): void {
    const act = { ' ': onTick, Enter: event.ctrlKey ? undefined : onOpen }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <ChoiceList
      ref={ref}
      id={listId}
      label={kit.list}
      current={at}
      holdsFocus
      many
      minHeight={80}
      maxHeight={360}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ key, number, day, state, reason }, index) => (
        <Choice
          key={key}
          id={`${listId}-${index}`}
          columns={`${rem(20)} ${rem(190)} ${rem(110)} minmax(0, 1fr) auto`}
          columnGap={2}
          align="center"
          padding={[1.5, 3]}
          current={index === at}
          ticked={ticked.has(key)}
          onChoose={() => onChoose(key)}
        >
          <Text weight={700} tone="brand" aria-hidden>
            {ticked.has(key) ? '✓' : ''}
          </Text>
          <Text weight={600}>{number}</Text>
          <Text size="note" tone="secondary">
            {formatDate(day)}
          </Text>
          <Text size="note" tone="secondary">
            {reason}
          </Text>
          <Chip tone={tones[state]}>{kit.states[state]}</Chip>
        </Choice>
      ))}
    </ChoiceList>
  );
}
