import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';
import { type WidthName, narrowerThan } from '../../look/tokens.ts';

/** What becomes of columns that no longer fit: they scroll together rather than squeeze a list to nothing. */
const narrowed = {
  /** One under the other, tall enough to work in. */
  tall: { gridTemplateColumns: 'minmax(0, 1fr)', gridAutoRows: `minmax(${rem(360)}, max-content)` },
  /** One under the other, as high as what they hold. */
  stacked: { gridTemplateColumns: 'minmax(0, 1fr)', gridAutoRows: 'max-content' },
  /** Two and two; one under the other where even two do not fit. */
  paired: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gridAutoRows: 'max-content' },
  /** As many side by side as have room for their fields. */
  fitted: {
    gridTemplateColumns: `repeat(auto-fit, minmax(min(${rem(380)}, 100%), 1fr))`,
    gridAutoRows: 'max-content',
  },
  /** The first two fill the screen, the third follows below. */
  twoFirst: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)', gridTemplateRows: '100% auto' },
} as const;

type ColumnsProps = {
  /** As `gridTemplateColumns` says it. */
  readonly columns: string;
  readonly rows?: string;
  /** They are the whole screen: no heading stands above them. */
  readonly whole?: boolean;
  /** Where they no longer fit, and what becomes of them there. */
  readonly narrowAt?: WidthName;
  readonly narrow?: keyof typeof narrowed;
  readonly children: ReactNode;
};

/** Panels side by side that fill what is left of the screen; each scrolls inside itself. */
export function Columns({
  columns,
  rows = 'minmax(0, 1fr)',
  whole = false,
  narrowAt = 'columns',
  narrow = 'tall',
  children,
}: ColumnsProps) {
  return (
    <Box
      sx={{
        ...(whole ? { height: '100%' } : { flexGrow: 1, minHeight: 0 }),
        display: 'grid',
        gap: rem(12),
        gridTemplateColumns: columns,
        gridTemplateRows: rows,
        [narrowerThan(narrowAt)]: { gridTemplateRows: 'none', overflow: 'auto', ...narrowed[narrow] },
        ...(narrow === 'paired' && { [narrowerThan('two')]: { gridTemplateColumns: 'minmax(0, 1fr)' } }),
      }}
    >
      {children}
    </Box>
  );
}
