import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SxProps } from '@mui/material/styles';
import { type ReactNode, useId } from 'react';
import { rem } from '../../look/theme.ts';

type PanelProps = {
  readonly title?: ReactNode;
  /** What stands at the right of the title: a chip, a keycap, a fact. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly gap?: number;
  readonly grow?: boolean;
  /** `false`: keeps its height where room is short. */
  readonly shrink?: boolean;
  /** As high as what it stands in. */
  readonly full?: boolean;
  /** `false`: what is in it scrolls, not the panel. */
  readonly scroll?: boolean;
  readonly sx?: SxProps;
  /** Reachable by Tab, so that a long sheet without controls scrolls by keyboard. */
  readonly focusable?: boolean;
};

/** A sheet of the screen: a hairline, a small heading, and what belongs together. It scrolls inside itself. */
export function Panel({
  title,
  aside,
  children,
  gap,
  grow,
  shrink,
  full,
  scroll = true,
  sx = {},
  focusable = false,
}: PanelProps) {
  const id = useId();
  return (
    <Box
      component="section"
      tabIndex={focusable ? 0 : undefined}
      aria-labelledby={title === undefined ? undefined : id}
      sx={{
        bgcolor: 'background.paper',
        border: '1px solid var(--hairline)',
        borderRadius: '10px',
        padding: rem(16),
        paddingTop: rem(12),
        minWidth: 0,
        minHeight: 0,
        overflow: scroll ? 'auto' : 'hidden',
        display: 'flex',
        flexDirection: 'column',
        ...(gap !== undefined && { gap }),
        ...(grow === true && { flexGrow: 1 }),
        ...(shrink === false && { flexShrink: 0 }),
        ...(full === true && { height: '100%' }),
        ...(sx as object),
      }}
    >
      {title !== undefined && (
        <PanelTitle id={id} aside={aside}>
          {title}
        </PanelTitle>
      )}
      {children}
    </Box>
  );
}

export function PanelTitle({
  id,
  aside,
  children,
}: {
  readonly id?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: rem(22), marginBottom: 1, flexShrink: 0 }}>
      <Typography
        {...(id === undefined ? {} : { id })}
        variant="h2"
        sx={{ color: 'text.secondary', textTransform: 'uppercase', flexGrow: 1, minWidth: 0 }}
      >
        {children}
      </Typography>
      {aside}
    </Box>
  );
}
