import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';
import { Block, Grid, Text } from './primitives.ts';

export type Fact = readonly [label: string, value: ReactNode];

/** Labels and what they say, one under the other; an empty value is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Grid as="dl" columns={`${rem(96)} minmax(0, 1fr)`} columnGap={2} rowGap={1.5}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([label, value]) => (
          <Block css={{ display: 'contents' }} key={label}>
            <Text as="dt" tone="secondary" size="note">
              {label}
            </Text>
            <Text as="dd" weight={500} breaks>
              {value}
            </Text>
          </Block>
        ))}
    </Grid>
  );
}
