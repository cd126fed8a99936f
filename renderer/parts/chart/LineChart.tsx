import { Block, Column, Row, Text } from '../layout/primitives.ts';
import {
  type Axis,
  type Drawing,
  axisOfShares,
  everyNth,
  heldApart,
  segmentsOf,
  ticksUpTo,
  xOfPoint,
  yOfValue,
} from './lines.ts';

type ChartLine = {
  readonly name: string;
  /** One for each name along the axis; null where it is not known, which is no 0 and draws nothing. */
  readonly values: readonly (number | null)[];
};

type LineChartProps = {
  readonly label: string;
  /** What the points along the axis are called. */
  readonly along: readonly string[];
  /** Two at most are told apart at a distance: the first drawn through with round points, the second dashed with square ones. */
  readonly lines: readonly [ChartLine] | readonly [ChartLine, ChartLine];
  /** Of shares: where the axis ends whatever the values are, 100. It begins below the least of them; one of what is counted begins at 0. */
  readonly end?: number;
  readonly format: (value: number) => string;
  readonly notKnown: string;
  /** The drawing in its own units; it is as wide as what it stands in. */
  readonly width: number;
  readonly height: number;
  /** Letters in the units of the drawing, and those of its key in CSS. */
  readonly letters: number;
  readonly keySize: string;
  /** `false`: a table with the same numbers stands beside it already. */
  readonly told?: boolean;
};

const inks = ['var(--brand)', 'var(--ink)'] as const;

/** A course in time as one or two lines: told apart by stroke and mark, never by colour alone; a table to who hears it, and nothing moves. */
export function LineChart(props: LineChartProps) {
  const { label, along, lines, end, format, notKnown, width, height, letters, keySize, told = true } = props;
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const { axis, ticks } = end === undefined ? counted(known) : shares(known, end);
  const wide = letters * 0.62;
  const frame: Drawing = {
    width,
    height,
    left: wide * Math.max(...ticks.map((one) => format(one).length)) + letters * 0.8,
    right: wide * Math.max(...lines.map(({ values }) => written(values.at(-1), format).length)) + letters * 1.1,
    top: letters,
    bottom: letters * 2,
  };
  const every = everyNth(along.length, wide * (Math.max(...along.map(({ length }) => length)) + 1), frame);
  const lasts = heldApart(
    lines.map(({ values }) => yOfValue(values.at(-1) ?? 0, axis, frame)),
    letters * 1.15,
    // Above the names along the axis.
    yOfValue(axis.from, axis, frame) - letters * 0.2,
  );
  return (
    <Column gap={1}>
      <Row gap={5} wrap>
        {lines.map(({ name }, nth) => (
          <Row key={name} gap={2} align="center">
            <svg width="3em" height="1em" viewBox="0 0 48 16" style={{ fontSize: keySize }} aria-hidden>
              <Stroke nth={nth} points="2,8 46,8" width={4} />
              <Mark nth={nth} x={24} y={8} size={6} />
            </svg>
            <Text css={{ fontSize: keySize }}>{name}</Text>
          </Row>
        ))}
      </Row>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ display: 'block', width: '100%', breakInside: 'avoid' }}
        fontSize={letters}
        aria-hidden
      >
        {ticks.map((one) => (
          <g key={one}>
            <line
              x1={frame.left}
              x2={width - frame.right}
              y1={yOfValue(one, axis, frame)}
              y2={yOfValue(one, axis, frame)}
              stroke={one === axis.from ? 'var(--secondary)' : 'var(--hairline)'}
              strokeWidth={letters / 14}
            />
            <text
              x={frame.left - letters * 0.5}
              y={yOfValue(one, axis, frame) + letters * 0.35}
              textAnchor="end"
              fill="var(--secondary)"
            >
              {format(one)}
            </text>
          </g>
        ))}
        {along.map((name, nth) => (
          <text
            key={name}
            x={xOfPoint(along.length, nth, frame)}
            y={height - letters * 0.5}
            textAnchor="middle"
            fill="var(--ink)"
          >
            {(along.length - 1 - nth) % every === 0 ? name : ''}
          </text>
        ))}
        {lines.map(({ name, values }, nth) => (
          <g key={name}>
            {segmentsOf(values, axis, frame).map((stretch) => (
              <g key={stretch[0]?.x}>
                <Stroke nth={nth} points={stretch.map(({ x, y }) => `${x},${y}`).join(' ')} width={letters / 5} />
                {stretch.map(({ x, y }) => (
                  <Mark key={x} nth={nth} x={x} y={y} size={letters / 3} />
                ))}
              </g>
            ))}
            <text
              x={width - frame.right + letters * 0.6}
              y={(lasts[nth] ?? 0) + letters * 0.35}
              fontWeight={700}
              fill={inks[nth]}
            >
              {written(values.at(-1), format)}
            </text>
          </g>
        ))}
      </svg>
      {told && (
        <Block css={{ position: 'relative', height: 0 }}>
          {/* Letters of one pixel behind the drawing: whatever it says has room, and nobody sees it. */}
          <table aria-label={label} style={heard}>
            <thead>
              <tr>
                <td />
                {lines.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {along.map((name, nth) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {lines.map(({ name: line, values }) => (
                    <td key={line}>{written(values[nth], format) || notKnown}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Block>
      )}
    </Column>
  );
}

const heard = {
  position: 'absolute',
  bottom: 0,
  left: 0,
  fontSize: 1,
  lineHeight: 1,
  clipPath: 'inset(50%)',
  pointerEvents: 'none',
} as const;

type Scale = { readonly axis: Axis; readonly ticks: readonly number[] };

function counted(values: readonly number[]): Scale {
  const ticks = ticksUpTo(Math.max(0, ...values), 4);
  return { axis: { from: 0, to: ticks.at(-1) ?? 1 }, ticks };
}

function shares(values: readonly number[], end: number): Scale {
  const axis = axisOfShares(values, end);
  return { axis, ticks: [axis.from, (axis.from + end) / 2, end] };
}

function written(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '' : format(value);
}

type StrokeProps = { readonly nth: number; readonly points: string; readonly width: number };

function Stroke({ nth, points, width }: StrokeProps) {
  const dashes = nth === 0 ? {} : { strokeDasharray: `${width * 2.2} ${width * 1.8}` };
  return (
    <polyline points={points} fill="none" stroke={inks[nth]} strokeWidth={width} strokeLinejoin="round" {...dashes} />
  );
}

type MarkProps = { readonly nth: number; readonly x: number; readonly y: number; readonly size: number };

function Mark({ nth, x, y, size }: MarkProps) {
  return nth === 0 ? (
    <circle cx={x} cy={y} r={size} fill={inks[0]} />
  ) : (
    <rect
      x={x - size}
      y={y - size}
      width={size * 2}
      height={size * 2}
      fill="var(--panel)"
      stroke={inks[1]}
      strokeWidth={size / 2.2}
    />
  );
}
