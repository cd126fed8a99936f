import type { CSSObject } from '@emotion/react';
import type { ComponentProps } from 'react';
import { Grid } from '../layout/primitives.ts';

type ListHeadProps = {
  /** As its rows are laid out. */
  readonly columns: Pick<ComponentProps<typeof Grid>, 'columns' | 'columnGap' | 'align' | 'padding'>;
  readonly names: readonly string[];
  /** Where it is too narrow for columns to have names. */
  readonly css?: CSSObject;
};

/** What the columns of a list are, for the eye; a screen reader hears each row as it stands. */
export function ListHead({ columns, names, css }: ListHeadProps) {
  return (
    <Grid
      {...columns}
      size="small"
      weight={600}
      tone="secondary"
      line="bottom"
      shrink={false}
      css={{ borderLeft: '3px solid transparent', ...css }}
      aria-hidden
    >
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </Grid>
  );
}
