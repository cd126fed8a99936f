import type { ReactNode } from 'react';
import { rem } from '../../../look/theme.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';

/** Left the box that is scanned into, right what comes of it. */
export function Sides({ left, children }: { readonly left: ReactNode; readonly children: ReactNode }) {
  return (
    <Columns columns={`minmax(0, ${rem(380)}) minmax(0, 1fr)`}>
      <Panel gap={3}>{left}</Panel>
      {children}
    </Columns>
  );
}
