import { type Ref, useId } from 'react';
import { rem } from '../../../look/theme.ts';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { useTexts } from '../../../text/texts.ts';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';

export type TickRow = {
  readonly caseId: string;
  readonly number: string;
  /** The code on the receipt of the centre that received it, where it has another number here. */
  readonly givenCode: string | null;
  readonly applicantName: string;
  readonly procedureName: string;
  /** What stands at the right: a clock, a warning. */
  readonly aside?: string;
  readonly late?: boolean;
};

/** Whether a scanned code is of this case: its number here, or that of the receipt. */
export function bears({ number, givenCode }: Pick<TickRow, 'number' | 'givenCode'>, code: string): boolean {
  return code === number || code === givenCode;
}

type CaseTicksProps = {
  readonly label: string;
  readonly rows: readonly TickRow[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (caseId: string) => void;
  readonly ref?: Ref<HTMLDivElement>;
};

/** Cases with a box each: arrows move, Space ticks, a scan ticks from outside. */
export function CaseTicks({ label, rows, ticked, onTick, ref }: CaseTicksProps) {
  const { handOver } = useTexts();
  const id = useId();
  const cursor = useListCursor(rows.length, { acts: { ' ': () => tick(rows[cursor.current]) } });
  const { current } = cursor;
  useShortcuts([
    { keys: 'ArrowDown', label: handOver.move, run: () => undefined, helpOnly: true },
    { keys: 'Space', label: handOver.tick, run: () => undefined, helpOnly: true },
  ]);

  function tick(row: TickRow | undefined): void {
    if (row !== undefined) onTick(row.caseId);
  }

  return (
    <ChoiceList
      {...(ref === undefined ? {} : { ref })}
      id={id}
      label={label}
      current={current}
      holdsFocus
      many
      grow
      margin={[0, -2]}
      onKeyDown={cursor.onKeyDown}
    >
      {rows.map((row, index) => (
        <Choice
          key={row.caseId}
          id={`${id}-${index}`}
          columns={`${rem(22)} minmax(0, 1fr) auto`}
          columnGap={2}
          padding={[1.5, 2.5]}
          current={index === current}
          ticked={ticked.has(row.caseId)}
          onChoose={() => {
            cursor.setRow(index);
            onTick(row.caseId);
          }}
        >
          <TickBox ticked={ticked.has(row.caseId)} />
          <Block minWidth={0}>
            <Text weight={600}>
              {row.number}
              {row.givenCode !== null && (
                <Text as="span" weight={500} tone="secondary">
                  {' '}
                  ← {row.givenCode}
                </Text>
              )}
            </Text>
            <Text lines={1} size="note">
              {row.applicantName} · {row.procedureName}
            </Text>
          </Block>
          <Text
            size="small"
            textAlign="right"
            maxWidth={150}
            tone={row.late === true ? 'late' : 'secondary'}
            weight={row.late === true ? 600 : 400}
          >
            {row.aside ?? ''}
          </Text>
        </Choice>
      ))}
    </ChoiceList>
  );
}

function TickBox({ ticked }: { readonly ticked: boolean }) {
  return (
    <Grid
      width={18}
      height={18}
      marginTop={0.5}
      size="note"
      weight={700}
      css={{
        borderRadius: '4px',
        border: '1.5px solid',
        borderColor: ticked ? 'var(--brand)' : 'var(--control)',
        backgroundColor: ticked ? 'var(--brand)' : 'transparent',
        color: 'var(--panel)',
        placeItems: 'center',
      }}
      aria-hidden
    >
      {ticked ? '✓' : ''}
    </Grid>
  );
}
