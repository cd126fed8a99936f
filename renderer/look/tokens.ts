/** The colours of the three looks. Components name a token, never a colour. */
export type Tokens = {
  readonly ground: string;
  readonly panel: string;
  readonly hairline: string;
  readonly control: string;
  readonly ink: string;
  readonly secondary: string;
  readonly brand: string;
  readonly brandSoft: string;
  readonly onBrand: string;
  readonly good: string;
  readonly soon: string;
  readonly soonSoft: string;
  readonly late: string;
  readonly lateSoft: string;
  readonly focus: string;
};

export type Look = 'light' | 'dark' | 'contrast';

/** `control` is the outline of what can be typed in or pressed; it stands 3:1 from the panel (WCAG 1.4.11). */
export const tokens: Record<Look, Tokens> = {
  light: {
    ground: '#f4f3ef',
    panel: '#ffffff',
    hairline: '#e2dfd7',
    control: '#8f8d86',
    ink: '#1c2124',
    secondary: '#5f686d',
    brand: '#0f5c63',
    brandSoft: '#e3efef',
    onBrand: '#ffffff',
    good: '#1d7a46',
    soon: '#9c5800',
    soonSoft: '#fcf1de',
    late: '#b3261e',
    lateSoft: '#fbeae8',
    focus: '#1565c0',
  },
  dark: {
    ground: '#12171a',
    panel: '#1a2125',
    hairline: '#2c363b',
    control: '#66747b',
    ink: '#e8ecee',
    secondary: '#9aa6ac',
    brand: '#63b9c0',
    brandSoft: '#1d3438',
    onBrand: '#0d1a1c',
    good: '#6ecb94',
    soon: '#f0b35a',
    soonSoft: '#35290f',
    late: '#ff8a80',
    lateSoft: '#3a1f1d',
    focus: '#8ab4ff',
  },
  contrast: {
    ground: '#000000',
    panel: '#000000',
    hairline: '#ffffff',
    control: '#ffffff',
    ink: '#ffffff',
    secondary: '#ffffff',
    brand: '#ffe94d',
    brandSoft: '#1f2a5c',
    onBrand: '#000000',
    good: '#7dff9e',
    soon: '#ffc24d',
    soonSoft: '#000000',
    late: '#ff9d94',
    lateSoft: '#000000',
    focus: '#4dd8ff',
  },
};

const names: Record<keyof Tokens, string> = {
  ground: '--ground',
  panel: '--panel',
  hairline: '--hairline',
  control: '--control',
  ink: '--ink',
  secondary: '--secondary',
  brand: '--brand',
  brandSoft: '--brand-soft',
  onBrand: '--on-brand',
  good: '--good',
  soon: '--soon',
  soonSoft: '--soon-soft',
  late: '--late',
  lateSoft: '--late-soft',
  focus: '--focus',
};

/** The tokens as CSS variables: `var(--brand)`. */
export function tokenVariables(look: Look): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([token, name]) => [name, tokens[look][token as keyof Tokens]]));
}

/** Where what stands side by side on a screen no longer fits, in rem, so that large text counts and not the window alone. */
const widths = {
  /** Two columns. */
  two: 40,
  /** A list beside what is handed out of it. */
  returning: 50,
  /** Columns that work alike. */
  columns: 60,
  /** A list beside a sheet. */
  sheet: 62,
  /** Rows of a list in one line each; three columns of fields. */
  rows: 66,
  /** Who, what and the paper. */
  reception: 70,
} as const;

export type WidthName = keyof typeof widths;

/** The container query of a screen that has become narrower than that. */
export function narrowerThan(width: WidthName): string {
  return `@container screen (max-width: ${widths[width]}rem)`;
}
