import type { ReactNode } from 'react';
import { Text } from '../../parts/layout/primitives.ts';

/** The label of a field in a list: seen above the first row, heard at each. */
export function ColumnLabel({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  return shown ? children : <Text heard>{children}</Text>;
}
