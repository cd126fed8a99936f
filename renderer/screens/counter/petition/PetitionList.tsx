import type { PetitionRow, PetitionStatus } from '../../../../electron/contract/counter/petition/petition.ts';
import { rem } from '../../../look/theme.ts';
import { Chip, type Tone } from '../../../parts/controls/Chip.tsx';
import { Block, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { petitionClockWords } from './petition-words.ts';
import { CounterMark } from '../../../parts/list/CounterMark.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';

export const listId = 'petition-list';

const columns = {
  // Names and what they say are cut before a number or a day is.
  columns: `${rem(118)} minmax(${rem(80)}, 1.1fr) minmax(0, 2fr) minmax(${rem(118)}, 1.3fr)`,
  columnGap: 3,
  align: 'center',
  padding: [1.5, 2.5],
} as const;
const colours = { plain: 'var(--secondary)', soon: 'var(--soon)', late: 'var(--late)' } as const;

export const statusTones: Readonly<Record<PetitionStatus, Tone>> = {
  open: 'brand',
  awaiting: 'soon',
  forwarded: 'plain',
  answered: 'good',
  refused: 'plain',
  withdrawn: 'plain',
  closed: 'plain',
};

type PetitionListProps = {
  readonly rows: readonly PetitionRow[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onNearEnd: () => void;
};

/** The register as it was asked for: what is to do in front. The search box keeps the focus; arrows move through the rows. */
export function PetitionList({ rows, current, onCurrent, onNearEnd }: PetitionListProps) {
  const texts = useTexts();
  const { petition } = texts;
  return (
    <>
      <ListHead
        columns={columns}
        names={(['number', 'sender', 'summary', 'clock'] as const).map((name) => petition.columns[name])}
      />
      <ChoiceList id={listId} label={petition.list} current={current} grow onNearEnd={onNearEnd}>
        {rows.map((row, index) => (
          <Choice
            key={row.petitionId}
            id={`${listId}-${index}`}
            {...columns}
            current={index === current}
            onChoose={() => onCurrent(index)}
          >
            <Block minWidth={0}>
              <Text weight={600} nowrap>
                {row.number}
              </Text>
              <Text size="small" tone="secondary">
                {formatDate(row.arrivedAt)}
              </Text>
              <CounterMark counter={row.counter} />
            </Block>
            <Block minWidth={0}>
              <Text lines={2} weight={500} title={row.senderName}>
                {row.senderName || petition.unnamed}
              </Text>
              <Text lines={1} size="small" tone="secondary">
                {row.sourceCode === ''
                  ? petition.sources[row.source]
                  : `${petition.sources[row.source]} · ${row.sourceCode}`}
              </Text>
            </Block>
            <Block minWidth={0}>
              <Text lines={2} size="note" title={row.summary}>
                {row.summary}
              </Text>
              <Text lines={1} size="small" tone="secondary">
                {row.holder === '' ? row.field : `${row.field} · ${row.holder}`}
              </Text>
            </Block>
            <Block minWidth={0}>
              <Chip tone={statusTones[row.status]}>{petition.status[row.status]}</Chip>
              {petitionClockWords(row, texts).map(({ words, tone }) => (
                <Text size="small" weight={tone === 'plain' ? 400 : 600} css={{ color: colours[tone] }} key={words}>
                  {tone === 'late' && <span aria-hidden>! </span>}
                  {words}
                </Text>
              ))}
            </Block>
          </Choice>
        ))}
      </ChoiceList>
    </>
  );
}
