import { Block, Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type Asked, keyOf } from './asked.ts';
import { Asking } from './Asking.tsx';
import { far } from './far.ts';

type Bar = {
  readonly asked: Asked;
  readonly label: string;
  readonly value: number;
  /** The part of it that is bad news; told by its place at the left, by its pattern and in words, never by colour alone. */
  readonly marked: number;
  readonly says: string;
  /** How many files stand behind it, where that is not its length. */
  readonly files?: number;
};

type BarsProps = {
  readonly label: string;
  readonly rows: readonly Bar[];
  /** Where there is room: the name over the whole width, the numbers beside the bar, letters a third larger. */
  readonly large?: boolean;
  /** A name is cut behind so many. */
  readonly nameLines?: 1 | 2;
  /** So many stand beside each other. */
  readonly columns?: number;
  readonly onAsk: (asked: Asked) => void;
};

/** A sheet shows nothing more to who points at it. */
const whole = { '@media print': { whiteSpace: 'normal', display: 'block', overflow: 'visible' } } as const;

/** Bars of one scale: a list to who hears it, each with its numbers in words beside the bar. */
export function Bars({ label, rows, large = false, nameLines = 1, columns = 1, onAsk }: BarsProps) {
  const { wall } = useTexts();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const letters = { fontSize: far(large ? 25 : 19), lineHeight: 1.25 } as const;
  if (rows.length === 0) return <Text css={letters}>{wall.nobody}</Text>;
  return (
    <Grid
      as="ul"
      aria-label={label}
      columns={`repeat(${columns}, minmax(0, 1fr))`}
      gap={columns === 1 ? 0 : 4}
      css={{ listStyle: 'none', margin: 0, padding: 0, rowGap: 0 }}
    >
      {rows.map(({ asked, label: name, value, marked, says, files = value }) => {
        const numbers = (
          // In large letters they may need two lines; beside a name, which may be cut, they keep to one.
          <Text weight={600} css={{ ...letters, ...(large ? {} : { whiteSpace: 'nowrap' }) }}>
            {says}
          </Text>
        );
        const bar = <Length share={value / most} marked={marked / most} />;
        return (
          <Block as="li" key={keyOf(asked)} css={{ paddingBottom: '0.35rem' }}>
            <Asking asked={asked} onAsk={onAsk} count={files}>
              <Row gap={3} justify="space-between" align="baseline">
                <Text
                  lines={nameLines}
                  css={{ ...letters, ...(nameLines === 1 ? {} : { lineHeight: 1.4 }), ...whole }}
                  title={name}
                >
                  {name}
                </Text>
                {!large && numbers}
              </Row>
              {large ? (
                <Grid columns="38% minmax(0, 1fr)" gap={3} align="center" css={{ textAlign: 'right' }}>
                  {bar}
                  {numbers}
                </Grid>
              ) : (
                bar
              )}
            </Asking>
          </Block>
        );
      })}
    </Grid>
  );
}

function Length({ share, marked }: { readonly share: number; readonly marked: number }) {
  return (
    <Block css={{ height: far(14) }}>
      <svg
        width="100%"
        height="100%"
        style={{ display: 'block' }}
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        aria-hidden
      >
        <rect width={share * 100} height="12" fill="var(--brand)" />
        <rect width={marked * 100} height="12" fill="var(--late)" />
        {marked > 0 && marked < share && <rect x={marked * 100} width="0.5" height="12" fill="var(--ground)" />}
      </svg>
    </Block>
  );
}
