import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';

const written: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
};

/** 'Alt+ArrowUp' -> 'Alt+↑': what stands on the key. */
function asOnTheKeyboard(keys: string): string {
  return keys
    .split('+')
    .map((key) => written[key] ?? key)
    .join('+');
}

/** A key as a small cap beside what it does. `quiet` draws it on a filled button. Screen readers get it from aria-keyshortcuts. */
export function KeyCap({ keys, quiet = false }: { readonly keys: string; readonly quiet?: boolean }) {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        fontFamily: 'inherit',
        fontSize: rem(11),
        fontWeight: 500,
        lineHeight: rem(15),
        padding: `0 ${rem(4)}`,
        borderRadius: '4px',
        whiteSpace: 'nowrap',
        border: '1px solid',
        borderColor: quiet ? 'currentColor' : 'var(--hairline)',
        color: quiet ? 'inherit' : 'text.secondary',
        bgcolor: quiet ? 'transparent' : 'var(--ground)',
        opacity: quiet ? 0.85 : 1,
      }}
    >
      {asOnTheKeyboard(keys)}
    </Box>
  );
}

/** 'Ctrl+Enter' -> 'Control+Enter', the form of aria-keyshortcuts. */
export function ariaKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control');
}
