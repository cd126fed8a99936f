import type { CSSObject } from '@emotion/react';
import styled from '@emotion/styled';
import { type TypeSize, lineHeights, rem, typeSizes } from '../../look/theme.ts';

/** Steps of the 4 px grid; half a step is 2 px. */
type Steps = number;

/** All sides; above and below, left and right; or above, right, below, left. */
type Sides = Steps | readonly [Steps, Steps] | readonly [Steps, Steps, Steps, Steps];

/** Pixels at 100 % text size, or as CSS says it. */
type Length = number | string;

type Tag =
  | 'div'
  | 'span'
  | 'p'
  | 'strong'
  | 'h1'
  | 'section'
  | 'main'
  | 'nav'
  | 'header'
  | 'footer'
  | 'form'
  | 'label'
  | 'fieldset'
  | 'legend'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'del'
  | 'ins'
  | 'details'
  | 'pre'
  | 'table'
  | 'thead'
  | 'tr'
  | 'th'
  | 'td';

const inks = {
  ink: 'var(--ink)',
  secondary: 'var(--secondary)',
  brand: 'var(--brand)',
  good: 'var(--good)',
  soon: 'var(--soon)',
  late: 'var(--late)',
} as const;

const grounds = {
  ground: 'var(--ground)',
  panel: 'var(--panel)',
  brand: 'var(--brand-soft)',
  soon: 'var(--soon-soft)',
  late: 'var(--late-soft)',
} as const;

const lines = {
  hairline: '1px solid var(--hairline)',
  control: '1px solid var(--control)',
  brand: '1px solid var(--brand)',
  soon: '1px solid var(--soon)',
  late: '1px solid var(--late)',
} as const;

type Tone = keyof typeof inks;

/** One prop is one declaration, by its name in CSS where it has one; lengths on the 4 px grid, colours and sizes of the theme. */
type Values = {
  /** A size of the theme; that of what surrounds it when nothing is said. */
  readonly size: TypeSize;
  readonly tone: Tone;
  readonly weight: 400 | 500 | 600 | 700;
  readonly textAlign: 'left' | 'center' | 'right';
  /** Takes what is left of its row or column. */
  readonly grow: boolean;
  /** `false`: keeps its size where room is short. */
  readonly shrink: boolean;
  readonly flex: string;
  /** 0: may become narrower (lower) than its content. */
  readonly minWidth: Length;
  readonly minHeight: Length;
  readonly width: Length;
  readonly maxWidth: Length;
  readonly height: Length;
  readonly maxHeight: Length;
  readonly padding: Sides;
  readonly paddingTop: Steps;
  readonly paddingBottom: Steps;
  readonly paddingLeft: Steps;
  readonly margin: Sides;
  readonly marginTop: Steps;
  readonly marginBottom: Steps;
  readonly marginLeft: Steps | 'auto';
  readonly marginRight: Steps;
  /** A hairline along one side. */
  readonly line: 'top' | 'bottom';
  readonly border: keyof typeof lines;
  readonly radius: 6 | 8 | 10;
  readonly ground: keyof typeof grounds;
  /** Across all columns of the grid it stands in. */
  readonly across: boolean;
  /** What is too long scrolls inside. */
  readonly scroll: boolean;
  /** 1: one line that ends in an ellipsis. More: so many lines at most. */
  readonly lines: 1 | 2 | 3;
  readonly nowrap: boolean;
  /** A number or an address without a space breaks rather than reaches out. */
  readonly breaks: boolean;
  /** By a screen reader only. */
  readonly heard: boolean;
  /** Of a list: its marks or numbers are seen. */
  readonly marked: boolean;
  /** Between what it holds: rows and columns of a `Row`, `Column`, `Grid` or `Surface`. */
  readonly gap: Steps;
  readonly columnGap: Steps;
  readonly rowGap: Steps;
  readonly align: 'start' | 'center' | 'end' | 'baseline' | 'flex-start' | 'flex-end';
  readonly justify: 'center' | 'space-between' | 'flex-end';
  readonly wrap: boolean;
  /** Of a `Grid`, as `gridTemplateColumns` says it. */
  readonly columns: string;
  readonly rows: string;
  /** What no prop says: a container query, what lies under the mouse. */
  readonly css: CSSObject;
};

type Styled = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/** Attributes that not every element has; given where `as` has them. */
type Attributes = {
  readonly as?: Tag | undefined;
  readonly htmlFor?: string | undefined;
  readonly noValidate?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly reversed?: boolean | undefined;
  readonly scope?: 'col' | 'row' | undefined;
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
};

function lengthOf(value: Length): string | 0 {
  if (typeof value === 'string') return value;
  return value === 0 ? 0 : rem(value);
}

function stepsOf(value: Steps | 'auto'): string | 0 {
  if (value === 'auto') return value;
  return value === 0 ? 0 : rem(value * 4);
}

function sidesOf(value: Sides): string | 0 {
  return typeof value === 'number' ? stepsOf(value) : value.map((one) => stepsOf(one)).join(' ');
}

function clamped(lines: number): CSSObject {
  if (lines === 1) return { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' };
  return { display: '-webkit-box', WebkitLineClamp: lines, WebkitBoxOrient: 'vertical', overflow: 'hidden' };
}

const hidden: CSSObject = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Each prop and what it says in CSS, in the order of the cascade: sides after the whole, the rare after the common. */
const says: { readonly [Name in keyof Values]: (value: Values[Name]) => CSSObject } = {
  size: (size) => ({ fontSize: rem(typeSizes[size]), lineHeight: lineHeights[size] }),
  tone: (tone) => ({ color: inks[tone] }),
  weight: (fontWeight) => ({ fontWeight }),
  textAlign: (textAlign) => ({ textAlign }),
  lines: clamped,
  nowrap: (nowrap) => (nowrap ? { whiteSpace: 'nowrap' } : {}),
  breaks: (breaks) => (breaks ? { overflowWrap: 'anywhere' } : {}),
  flex: (flex) => ({ flex }),
  grow: (grow) => (grow ? { flexGrow: 1 } : {}),
  shrink: (shrink) => (shrink ? { flexShrink: 1 } : { flexShrink: 0 }),
  minWidth: (minWidth) => ({ minWidth: lengthOf(minWidth) }),
  minHeight: (minHeight) => ({ minHeight: lengthOf(minHeight) }),
  width: (width) => ({ width: lengthOf(width) }),
  maxWidth: (maxWidth) => ({ maxWidth: lengthOf(maxWidth) }),
  height: (height) => ({ height: lengthOf(height) }),
  maxHeight: (maxHeight) => ({ maxHeight: lengthOf(maxHeight) }),
  marked: (marked) => (marked ? { listStyle: 'revert', paddingLeft: rem(18) } : {}),
  padding: (padding) => ({ padding: sidesOf(padding) }),
  paddingTop: (paddingTop) => ({ paddingTop: stepsOf(paddingTop) }),
  paddingBottom: (paddingBottom) => ({ paddingBottom: stepsOf(paddingBottom) }),
  paddingLeft: (paddingLeft) => ({ paddingLeft: stepsOf(paddingLeft) }),
  margin: (margin) => ({ margin: sidesOf(margin) }),
  marginTop: (marginTop) => ({ marginTop: stepsOf(marginTop) }),
  marginBottom: (marginBottom) => ({ marginBottom: stepsOf(marginBottom) }),
  marginLeft: (marginLeft) => ({ marginLeft: stepsOf(marginLeft) }),
  marginRight: (marginRight) => ({ marginRight: stepsOf(marginRight) }),
  border: (border) => ({ border: lines[border] }),
  line: (line) => (line === 'top' ? { borderTop: lines.hairline } : { borderBottom: lines.hairline }),
  radius: (radius) => ({ borderRadius: `${radius}px` }),
  ground: (ground) => ({ backgroundColor: grounds[ground] }),
  across: (across) => (across ? { gridColumn: '1 / -1' } : {}),
  scroll: (scroll) => (scroll ? { overflow: 'auto' } : {}),
  gap: (gap) => ({ gap: stepsOf(gap) }),
  columnGap: (columnGap) => ({ columnGap: stepsOf(columnGap) }),
  rowGap: (rowGap) => ({ rowGap: stepsOf(rowGap) }),
  align: (alignItems) => ({ alignItems }),
  justify: (justifyContent) => ({ justifyContent }),
  wrap: (wrap) => (wrap ? { flexWrap: 'wrap' } : {}),
  heard: (heard) => (heard ? hidden : {}),
  columns: (gridTemplateColumns) => ({ gridTemplateColumns }),
  rows: (gridTemplateRows) => ({ gridTemplateRows }),
  css: (css) => css,
};

const names = Object.keys(says) as readonly (keyof Values)[];

function declaration<Name extends keyof Values>(name: Name, props: Styled): CSSObject | undefined {
  const value: Values[Name] | undefined = props[name];
  return value === undefined ? undefined : says[name](value);
}

/** What a browser does to lists and the like by itself, taken back. */
const resets: Readonly<Record<string, CSSObject>> = {
  ul: { listStyle: 'none', margin: 0, padding: 0 },
  ol: { listStyle: 'none', margin: 0, padding: 0 },
  dl: { margin: 0 },
  dd: { margin: 0 },
  p: { margin: 0 },
  fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
};

/** `inside`: how the primitive sets out what it holds. */
function primitive(inside: CSSObject) {
  return styled('div', { shouldForwardProp: (name) => name !== 'as' && !(name in says) })<Styled & Attributes>(
    (props) => Object.assign({}, inside, resets[String(props.as)], ...names.map((name) => declaration(name, props))),
  );
}

/** Beside each other. */
export const Row = primitive({ display: 'flex' });

/** One under the other. */
export const Column = primitive({ display: 'flex', flexDirection: 'column' });

/** In columns that line up. */
export const Grid = primitive({ display: 'grid' });

/** A block of its own colour; `border` where it has one. */
export const Surface = primitive({ borderRadius: '8px' });

/** What stands in the flow: the place of one thing among others. */
export const Block = primitive({});

/** Words; with `as="span"` within a line. */
export const Text = primitive({});
