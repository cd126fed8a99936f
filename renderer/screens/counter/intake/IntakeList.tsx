import type { Ref } from 'react';
import type { IntakeRow } from '../../../../electron/contract/counter/intake/intake.ts';
import { rem } from '../../../look/theme.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { useTexts } from '../../../text/texts.ts';
import { clockWords } from './clock-words.ts';
import { Block, Text } from '../../../parts/layout/primitives.ts';
import { CounterMark } from '../../../parts/list/CounterMark.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';

const listId = 'intake-list';

const columns = {
  columns: `${rem(92)} minmax(0, 1.1fr) minmax(0, 1.3fr) minmax(0, 1.2fr)`,
  columnGap: 3,
  align: 'center',
  padding: [1.5, 2.5],
} as const;
const colours = { plain: 'var(--secondary)', soon: 'var(--soon)', late: 'var(--late)' } as const;
const kindTones = { online: 'brand', post: 'plain', counter: 'plain' } as const;

type IntakeListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly IntakeRow[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onTake: (row: IntakeRow) => void;
};

/** What waits, most urgent first. The list holds the focus; its rows do not. */
export function IntakeList({ ref, rows, current, onCurrent, onTake }: IntakeListProps) {
  const { intake } = useTexts();
  return (
    <>
      <ListHead
        columns={columns}
        names={[intake.columns.kind, intake.columns.name, intake.columns.procedure, intake.columns.clock]}
      />
      <ChoiceList
        ref={ref}
        id={listId}
        label={intake.list}
        current={current}
        holdsFocus
        grow
        onKeyDown={(event) => {
          const row = rows[current];
          if (event.key === 'Enter' && row !== undefined) onTake(row);
        }}
      >
        {rows.map((row, index) => (
          <Choice
            key={row.intakeId}
            id={`${listId}-${index}`}
            {...columns}
            current={index === current}
            onChoose={() => onCurrent(index)}
            onOpen={() => onTake(row)}
          >
            <span>
              <Chip tone={kindTones[row.kind]}>{intake.kinds[row.kind]}</Chip>
            </span>
            <Block minWidth={0}>
              <Text lines={1} weight={row.seenAt === null ? 700 : 500} title={row.applicantName}>
                {row.applicantName || intake.unnamed}
              </Text>
              <Text lines={1} size="small" tone="secondary">
                {row.code || row.idNumberMasked}
              </Text>
              <CounterMark counter={row.counter} />
            </Block>
            <Text lines={1} size="note" title={row.procedureName}>
              {row.procedureName}
            </Text>
            <Text size="note" minWidth={0}>
              {clockWords(row, intake).map(({ words, tone }) => (
                <Text lines={1} weight={tone === 'plain' ? 400 : 600} css={{ color: colours[tone] }} key={words}>
                  {tone === 'late' && <span aria-hidden>! </span>}
                  {words}
                </Text>
              ))}
            </Text>
          </Choice>
        ))}
      </ChoiceList>
    </>
  );
}
