import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';

/** An empty list that says what would stand here and what to do. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Box sx={{ textAlign: 'center', padding: `${rem(40)} ${rem(24)}`, color: 'text.secondary' }}>
      <Typography variant="h3" component="p" sx={{ color: 'text.primary', marginBottom: 1 }}>
        {title}
      </Typography>
      <Box sx={{ maxWidth: rem(460), margin: '0 auto' }}>{children}</Box>
    </Box>
  );
}
