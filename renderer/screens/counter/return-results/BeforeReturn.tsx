import type { ReactNode } from 'react';
import { Column } from '../../../parts/layout/primitives.ts';

/** What is to be done before the result leaves the counter. Still to be done and nothing wrong: red is kept for what is. */
export function BeforeReturn({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Column
      border="soon"
      ground="soon"
      radius={10}
      padding={[2.5, 3.5]}
      gap={2}
      shrink={false}
      role="group"
      aria-label={label}
    >
      {children}
    </Column>
  );
}
