import type { ReactNode } from 'react';
import { Text } from '../layout/primitives.ts';

/** Says the outcome of an act where the act was done, aloud too; it stays until the next one. No toasts. */
export function OutcomeLine({
  children,
  tone = 'plain',
}: {
  readonly children?: ReactNode;
  readonly tone?: 'plain' | 'good' | 'late';
}) {
  const color = tone === 'plain' ? 'var(--secondary)' : `var(--${tone})`;
  return (
    <Text weight={tone === 'plain' ? 400 : 500} css={{ color: color }} role="status" aria-live="polite">
      {children}
    </Text>
  );
}
