import { Block, Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type Asked, keyOf } from './asked.ts';
import { Asking, Leading } from './Asking.tsx';
import { far } from './far.ts';

export type Bar = {
  readonly asked: Asked;
  readonly label: string;
  readonly value: number;
  /** The part of it that is bad news; told by its place at the left, by its pattern and in words, never by colour alone. */
  readonly marked: number;
  readonly says: string;
  /** Its numbers where each leads to files of its own, in place of `says`. */
  readonly parts?: readonly NumberPart[];
  /** A line below it. */
  readonly note?: readonly NumberPart[];
  /** How many files stand behind it, where that is not its length. */
  readonly files?: number;
};

/** A number in words; it leads to its files where it says which. */
export type NumberPart = { readonly says: string; readonly asked?: Asked; readonly tone?: 'ink' | 'late' | 'soon' };

type BarsProps = {
  readonly label: string;
  readonly rows: readonly Bar[];
  /** Where there is room: the name over the whole width, the numbers beside the bar, letters a third larger. */
  readonly large?: boolean;
  /** A name is cut behind so many. */
  readonly nameLines?: 1 | 2;
  /** So many stand beside each other. */
  readonly columns?: number;
  /** So many lines have room: of more the last one tells of the others, and leads to all of them. */
  readonly most?: number;
  readonly onAll?: () => void;
  readonly onAsk: (asked: Asked) => void;
};

/** A sheet shows nothing more to who points at it. */
const whole = { '@media print': { whiteSpace: 'normal', display: 'block', overflow: 'visible' } } as const;

/** Bars of one scale: a list to who hears it, each with its numbers in words beside the bar. */
export function Bars({ label, rows, large = false, nameLines = 1, columns = 1, most: room, onAll, onAsk }: BarsProps) {
  const { wall } = useTexts();
  const longest = Math.max(1, ...rows.map(({ value }) => value));
  const letters = { fontSize: far(large ? 25 : 19), lineHeight: 1.25 } as const;
  if (rows.length === 0) return <Text css={letters}>{wall.nobody}</Text>;
  const shown = room === undefined || rows.length <= room ? rows : rows.slice(0, room - 1);
  return (
    <>
      <Grid
        as="ul"
        aria-label={label}
        columns={`repeat(${columns}, minmax(0, 1fr))`}
        gap={columns === 1 ? 0 : 4}
        css={{ listStyle: 'none', margin: 0, padding: 0, rowGap: 0 }}
      >
        {shown.map((row) => (
          <Block as="li" key={keyOf(row.asked)} css={{ paddingBottom: '0.35rem' }}>
            <BarRow row={row} longest={longest} large={large} nameLines={nameLines} onAsk={onAsk} />
          </Block>
        ))}
      </Grid>
      {shown.length < rows.length && onAll !== undefined && (
        <Leading
          mark={`more ${label}`}
          onGo={onAll}
          label={`${label}: ${wall.more(formatCount(rows.length - shown.length))}`}
          inline
        >
          <Text weight={600} css={{ fontSize: far(18) }}>
            {wall.more(formatCount(rows.length - shown.length))}
          </Text>
        </Leading>
      )}
    </>
  );
}

type BarRowProps = {
  readonly row: Bar;
  readonly longest: number;
  readonly large: boolean;
  readonly nameLines: 1 | 2;
  readonly onAsk: (asked: Asked) => void;
};

function BarRow({ row, longest, large, nameLines, onAsk }: BarRowProps) {
  const { asked, label, value, marked, says, parts, note, files = value } = row;
  const letters = { fontSize: far(large ? 25 : 19), lineHeight: 1.25 } as const;
  const name = (
    <Text
      lines={nameLines}
      css={{ ...letters, ...(nameLines === 1 ? {} : { lineHeight: 1.4 }), ...whole }}
      title={label}
    >
      {label}
    </Text>
  );
  const bar = <Length share={value / longest} marked={marked / longest} />;
  const numbers =
    parts === undefined ? (
      // In large letters they may need two lines; beside a name, which may be cut, they keep to one.
      <Text weight={600} css={{ ...letters, ...(large ? {} : { whiteSpace: 'nowrap' }) }}>
        {says}
      </Text>
    ) : (
      <Parts of={label} parts={parts} letters={far(large ? 22 : 19)} weight={600} beside={!large} onAsk={onAsk} />
    );
  const all = (
    <>
      <Row gap={3} justify="space-between" align="baseline">
        {name}
        {!large && numbers}
      </Row>
      {large ? (
        <Grid columns="24% minmax(0, 1fr)" gap={3} align="center" css={{ textAlign: 'right' }}>
          {bar}
          {numbers}
        </Grid>
      ) : (
        bar
      )}
    </>
  );
  return (
    <>
      {parts === undefined ? (
        <Asking asked={asked} onAsk={onAsk} count={files}>
          {all}
        </Asking>
      ) : (
        all
      )}
      {note !== undefined && <Parts of={label} parts={note} letters={far(17)} weight={400} onAsk={onAsk} />}
    </>
  );
}

type PartsProps = {
  /** What they are numbers of, to who hears them. */
  readonly of: string;
  readonly parts: readonly NumberPart[];
  readonly letters: string;
  readonly weight: 400 | 600;
  /** Beside a name, which is cut for them. */
  readonly beside?: boolean;
  readonly onAsk: (asked: Asked) => void;
};

/** Numbers in words beside each other, each of which leads to its files. */
function Parts({ of, parts, letters, weight, beside = false, onAsk }: PartsProps) {
  return (
    <Row
      gap={2}
      wrap
      align="baseline"
      {...(weight === 600 && { justify: 'flex-end' as const })}
      css={{ rowGap: 0, ...(beside && { flexShrink: 0, maxWidth: '75%' }) }}
    >
      {parts.map(({ says, asked, tone = 'ink' }) => {
        const text = (
          <Text weight={weight} tone={tone} css={{ fontSize: letters, lineHeight: 1.25, whiteSpace: 'nowrap' }}>
            {says}
          </Text>
        );
        return asked === undefined ? (
          <Block key={says}>{text}</Block>
        ) : (
          <Asking key={says} asked={asked} onAsk={onAsk} count={1} label={`${of}: ${says}`} inline>
            {text}
          </Asking>
        );
      })}
    </Row>
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
