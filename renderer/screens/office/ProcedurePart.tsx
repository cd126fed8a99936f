import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { desk } from '../../desk.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { FieldScope, focusField } from '../reception/field-id.ts';
import { ProcedurePicker } from '../reception/ProcedurePicker.tsx';

type ProcedurePartProps = {
  readonly title: string;
  readonly empty: string;
  readonly code: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly children: ReactNode;
};

const scope = 'office';

/** The frame of what is set for one procedure: which one, and its editor below. */
export function ProcedurePart({ title, empty, code, onChoose, children }: ProcedurePartProps) {
  const { office } = useTexts();
  const texts = office.procedure;
  const { data, error } = useQuery(
    desk.procedure.get.queryOptions({ input: { code: code ?? '' }, enabled: code !== undefined }),
  );
  useShortcuts([{ keys: 'Alt+T', label: texts.choose, run: () => focusField('procedureCode', scope) }]);
  return (
    <Panel title={title} sx={{ gap: 2, height: '100%' }}>
      <FieldScope value={scope}>
        <Box sx={{ flexShrink: 0 }}>
          <Box sx={{ fontSize: rem(13), color: 'text.secondary', marginBottom: 1 }}>
            {texts.choose} <KeyCap keys="Alt+T" />
          </Box>
          <ProcedurePicker
            draftId={code ?? ''}
            chosen={code === undefined ? null : (data ?? null)}
            error={undefined}
            onChoose={(chosen) => onChoose(chosen.code)}
          />
        </Box>
      </FieldScope>
      <FaultNote error={error} />
      {code === undefined ? <EmptyState title={empty} /> : children}
    </Panel>
  );
}
