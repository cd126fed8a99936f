import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Block, Text } from '../layout/primitives.ts';

/** An empty list that says what would stand here and what to do. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Text textAlign="center" padding={[10, 6]} tone="secondary">
      <Typography variant="h3" component="p" sx={{ color: 'text.primary', marginBottom: 1 }}>
        {title}
      </Typography>
      <Block maxWidth={460} css={{ margin: '0 auto' }}>
        {children}
      </Block>
    </Text>
  );
}
