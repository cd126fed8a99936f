import type { IntakeRow } from '../../../electron/contract/intake/intake.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { clockWords } from './clock-words.ts';
import { Block, Grid, Text } from '../../parts/layout/primitives.ts';

export const intakeListId = 'intake-list';

const columns = {
  columns: `${rem(92)} minmax(0, 1.1fr) minmax(0, 1.3fr) minmax(0, 1.2fr)`,
  columnGap: 3,
  align: 'center',
  padding: [1.5, 2.5],
} as const;
const colours = { plain: 'var(--secondary)', soon: 'var(--soon)', late: 'var(--late)' } as const;
const kindTones = { online: 'brand', post: 'plain', counter: 'plain' } as const;

type IntakeListProps = {
  readonly rows: readonly IntakeRow[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onTake: (row: IntakeRow) => void;
};

/** What waits, most urgent first. The list holds the focus; its rows do not. */
export function IntakeList({ rows, current, onCurrent, onTake }: IntakeListProps) {
  const { intake } = useTexts();
  useInSight(`${intakeListId}-${current}`);
  return (
    <>
      <Grid
        {...columns}
        size="small"
        weight={600}
        tone="secondary"
        line="bottom"
        shrink={false}
        css={{ borderLeft: '3px solid transparent' }}
        aria-hidden
      >
        {[intake.columns.kind, intake.columns.name, intake.columns.procedure, intake.columns.clock].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </Grid>
      <Block
        scroll
        minHeight={0}
        grow
        css={{
          '&:focus-visible': { outline: 'none' },
          '&:focus-visible [aria-selected="true"]': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
        }}
        id={intakeListId}
        role="listbox"
        aria-label={intake.list}
        aria-activedescendant={rows.length === 0 ? undefined : `${intakeListId}-${current}`}
        tabIndex={0}
        onKeyDown={(event) => {
          const row = rows[current];
          if (event.key === 'Enter' && row !== undefined) onTake(row);
        }}
      >
        {rows.map((row, index) => (
          <Grid
            {...columns}
            line="bottom"
            ground={index === current ? 'brand' : undefined}
            css={{
              cursor: 'pointer',
              borderLeft: '3px solid',
              borderLeftColor: index === current ? 'var(--brand)' : 'transparent',
            }}
            key={row.intakeId}
            id={`${intakeListId}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => onCurrent(index)}
            onDoubleClick={() => onTake(row)}
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
          </Grid>
        ))}
      </Block>
    </>
  );
}
