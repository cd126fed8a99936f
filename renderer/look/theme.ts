import { type Theme, createTheme } from '@mui/material/styles';
import { type Look, tokenVariables, tokens } from './tokens.ts';

const fontFamily = "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif";

/** Pixels at 100 % text size, as rem, so that everything grows together to 150 %. */
export function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

/** The sizes type is set in, in pixels at 100 %. What is read in passing is small, what is said aloud to a citizen is large. */
export const typeSizes = {
  tiny: 11,
  small: 12,
  note: 13,
  body: 14,
  lead: 16,
  title: 18,
  number: 21,
  heading: 22,
  figure: 28,
  display: 34,
} as const;

export type TypeSize = keyof typeof typeSizes;

/** What is large is set closer; the rest by what surrounds it. */
export const lineHeights: { readonly [Size in TypeSize]?: number } = {
  number: 1.25,
  heading: 1.25,
  figure: 1.2,
  display: 1.15,
};

function globalStyles(look: Look) {
  return {
    ':root': { ...tokenVariables(look), colorScheme: look === 'light' ? 'light' : 'dark' },
    'html, body, #root': { height: '100%' },
    body: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden' },
    // Paper is white whatever the window is, and as long as what stands on it.
    '@media print': {
      ':root': { ...tokenVariables('light'), colorScheme: 'light' },
      'html, body, #root': { height: 'auto' },
      body: { overflow: 'visible', printColorAdjust: 'exact', color: tokens.light.ink, backgroundColor: '#fff' },
    },
    ':focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
    '@media (prefers-reduced-motion: reduce)': { '*': { transition: 'none !important', animation: 'none !important' } },
  };
}

/** The look of the desk for MUI: hairlines instead of shadows, 4 px grid, 14 px base, one filled button. */
export function deskTheme(look: Look): Theme {
  const token = tokens[look];
  return createTheme({
    spacing: (steps: number) => rem(steps * 4),
    shape: { borderRadius: 8 },
    // A counter is calm: nothing fades or slides, and a colour is at once what it is.
    transitions: { create: () => 'none' },
    palette: {
      mode: look === 'light' ? 'light' : 'dark',
      background: { default: token.ground, paper: token.panel },
      text: { primary: token.ink, secondary: token.secondary },
      divider: token.hairline,
      primary: { main: token.brand, contrastText: token.onBrand },
      success: { main: token.good },
      warning: { main: token.soon },
      error: { main: token.late },
    },
    typography: {
      fontFamily,
      htmlFontSize: 16,
      body1: { fontSize: rem(typeSizes.body), lineHeight: 1.4, fontWeight: 400 },
      body2: { fontSize: rem(typeSizes.note), lineHeight: 1.4 },
      caption: { fontSize: rem(typeSizes.small), lineHeight: 1.35 },
      h1: { fontSize: rem(typeSizes.heading), lineHeight: 1.25, fontWeight: 700 },
      h2: { fontSize: rem(typeSizes.note), lineHeight: 1.4, fontWeight: 600 },
      h3: { fontSize: rem(typeSizes.body), lineHeight: 1.4, fontWeight: 600 },
      button: { fontSize: rem(typeSizes.body), fontWeight: 600, textTransform: 'none', lineHeight: 1.3 },
    },
    components: {
      MuiCssBaseline: { styleOverrides: globalStyles(look) },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiButton: {
        defaultProps: { disableElevation: true, color: 'inherit', variant: 'outlined' },
        styleOverrides: {
          root: {
            minHeight: rem(36),
            padding: `${rem(7)} ${rem(14)}`,
            borderColor: 'var(--hairline)',
            backgroundColor: 'var(--panel)',
            gap: rem(8),
            '&:hover': { borderColor: 'var(--control)', backgroundColor: 'var(--ground)' },
            '&.MuiButton-contained': { backgroundColor: 'var(--brand)', color: 'var(--on-brand)' },
            '&.MuiButton-contained.Mui-disabled': { opacity: 0.45 },
            '&.MuiButton-text': { backgroundColor: 'transparent' },
            '&.Mui-focusVisible': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
          },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          root: {
            backgroundColor: 'var(--panel)',
            fontSize: rem(typeSizes.body),
            fontWeight: 500,
            '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--control)', borderWidth: 1 },
            '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--secondary)' },
            '&.Mui-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
            '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--focus)', borderWidth: 1 },
            '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--late)' },
          },
          input: {
            padding: `${rem(8)} ${rem(11)}`,
            height: rem(20),
            '&:focus-visible': { outline: 'none' },
            '&::placeholder': { color: 'var(--secondary)', opacity: 1 },
          },
          multiline: { padding: 0 },
        },
      },
      MuiCheckbox: { defaultProps: { size: 'small' } },
      MuiDialog: { styleOverrides: { paper: { border: '1px solid var(--hairline)', borderRadius: 10 } } },
    },
  });
}
