import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';

type ColumnsProps = {
  /** As `gridTemplateColumns` says it. */
  readonly columns: string;
  /** What becomes of them where they no longer fit, under its container query; one under the other when nothing is said. */
  readonly narrow?: Readonly<Record<string, object>>;
  readonly children: ReactNode;
};

const stacked = {
  '@container screen (max-width: 60rem)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'none',
    // Tall enough to work in: the columns scroll together rather than squeeze a list to nothing.
    gridAutoRows: `minmax(${rem(360)}, max-content)`,
    overflow: 'auto',
  },
};

/** Panels side by side that fill what is left of the screen; each scrolls inside itself. */
export function Columns({ columns, narrow = stacked, children }: ColumnsProps) {
  return (
    <Box
      sx={{
        flexGrow: 1,
        minHeight: 0,
        display: 'grid',
        gap: rem(12),
        gridTemplateColumns: columns,
        gridTemplateRows: 'minmax(0, 1fr)',
        ...narrow,
      }}
    >
      {children}
    </Box>
  );
}
