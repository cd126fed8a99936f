import type { ReactNode } from 'react';
import { Row } from '../layout/primitives.ts';

/** What to look at, beside its field: a sign and words, so that the colour never speaks alone. Never blocks. */
export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <Row as="span" gap={1} tone="soon" weight={500}>
      <span aria-hidden>▲</span>
      <span>{children}</span>
    </Row>
  );
}
