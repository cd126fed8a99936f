import { Columns } from '../../../parts/layout/Columns.tsx';
import { Backups } from './Backups.tsx';
import { RegisterCheckPanel } from './RegisterCheckPanel.tsx';
import { Sealing } from './Sealing.tsx';
import { Column } from '../../../parts/layout/primitives.ts';

/** What keeps the register: its backups, and whether all of it is as it was written. */
export function Data() {
  return (
    <Column height="100%">
      <Columns columns="minmax(0, 1fr) minmax(0, 1fr)">
        <Backups />
        <Column gap={3} minHeight={0} minWidth={0}>
          <Sealing />
          <RegisterCheckPanel />
        </Column>
      </Columns>
    </Column>
  );
}
