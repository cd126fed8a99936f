import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';
import { Row } from './primitives.ts';

/** Several acts on one thing, as small buttons that wrap; a filled one among them keeps its size. */
export function SmallActs({ children, paddingTop }: { readonly children: ReactNode; readonly paddingTop?: 2 }) {
  return (
    <Row
      gap={1.5}
      wrap
      shrink={false}
      paddingTop={paddingTop}
      css={{
        '& .MuiButton-outlined': {
          minHeight: rem(30),
          padding: `${rem(2)} ${rem(8)}`,
          fontSize: rem(13),
          fontWeight: 500,
        },
      }}
    >
      {children}
    </Row>
  );
}
