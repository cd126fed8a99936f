import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Act } from '../../../electron/contract/case/act.ts';
import { desk, queries } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { SelectField } from '../../parts/controls/SelectField.tsx';
import { useTexts } from '../../text/texts.ts';

type How = Extract<Act, { type: 'announce' }>['how'];

/** A result that is ready before its day is announced before it is handed out (NĐ 118/2025 Điều 22 k5): one key does it here. */
export function AnnounceFirst({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const { returnResults, caseFile } = useTexts();
  // Whoever is asked for at the counter is told at the counter.
  const [how, setHow] = useState<How>('in-person');
  const announce = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: desk.case.key() });
        onDone();
      },
    }),
  );
  return (
    <Box
      role="group"
      aria-label={returnResults.announceTitle}
      sx={{
        border: '1px solid var(--soon)',
        bgcolor: 'var(--soon-soft)',
        borderRadius: '10px',
        padding: `${rem(10)} ${rem(14)}`,
        display: 'flex',
        flexDirection: 'column',
        gap: rem(8),
        flexShrink: 0,
      }}
    >
      <Box sx={{ fontWeight: 600 }}>
        <span aria-hidden>! </span>
        {returnResults.announceTitle}
      </Box>
      <Box sx={{ display: 'flex', gap: rem(12), alignItems: 'flex-end' }}>
        <Box sx={{ width: rem(220) }}>
          <SelectField
            label={returnResults.announceHow}
            value={how}
            onChange={(event) => setHow(event.target.value as How)}
            choices={Object.entries(caseFile.hows).map(([value, label]) => ({ value, label }))}
          />
        </Box>
        <ActionButton
          keys="Alt+B"
          label={returnResults.announce}
          onAct={() => announce.mutate({ caseId, act: { type: 'announce', how } })}
          disabled={announce.isPending}
        />
      </Box>
      <FaultNote error={announce.error} />
    </Box>
  );
}
