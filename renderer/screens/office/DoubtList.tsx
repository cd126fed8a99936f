import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { KeyboardEvent } from 'react';
import { rem } from '../../look/theme.ts';

export type Doubt = { readonly kind: string; readonly code: string; readonly what: string };
/** How an entry is opened: what its button says, what it is called aloud, and where it leads. */
export type Way = { readonly label: string; readonly spoken: string; readonly open: () => void };

type DoubtListProps = { readonly entries: readonly Doubt[]; readonly wayOf: (entry: Doubt) => Way | undefined };

/** Entries in one list: Enter opens the one with the focus, arrows go from one that opens to the next. */
export function DoubtList({ entries, wayOf }: DoubtListProps) {
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <Box component="ul" onKeyDown={onKeyDown} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {entries.map((entry, index) => {
        const way = wayOf(entry);
        return (
          <Box
            component="li"
            key={`${entry.kind} ${entry.code} ${index}`}
            sx={{
              display: 'flex',
              gap: 3,
              alignItems: 'center',
              padding: `${rem(6)} 0`,
              borderBottom: '1px solid var(--hairline)',
              fontSize: rem(13),
            }}
          >
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              <strong>{entry.code}</strong> {entry.what}
            </Box>
            {way !== undefined && (
              <Button onClick={way.open} aria-label={way.spoken} sx={{ flexShrink: 0 }}>
                {way.label}
              </Button>
            )}
          </Box>
        );
      })}
    </Box>
  );
}
