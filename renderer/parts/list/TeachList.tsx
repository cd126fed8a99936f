import { Block, Grid, Text } from '../layout/primitives.ts';

/** What an empty place teaches: a thing to type or do, and beside it what comes of it. */
export function TeachList({ rows }: { readonly rows: readonly (readonly [what: string, meaning: string])[] }) {
  return (
    <Grid as="dl" columns="auto 1fr" columnGap={4} rowGap={2} textAlign="left" align="baseline">
      {rows.map(([what, meaning]) => (
        <Block css={{ display: 'contents' }} key={what}>
          <Text as="dt" tone="ink" weight={600} nowrap>
            {what}
          </Text>
          <Block as="dd">{meaning}</Block>
        </Block>
      ))}
    </Grid>
  );
}
