import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { Unverified } from '../office-fields/Unverified.tsx';
import { PracticeForm } from './PracticeForm.tsx';

export function Doors({ onOffice }: { readonly onOffice: () => void }) {
  const { common, firstRun } = useTexts();
  return (
    <Box sx={{ margin: 'auto 0', width: `min(${rem(880)}, 100%)`, display: 'flex', flexDirection: 'column', gap: 5 }}>
      <Box>
        <Typography variant="h2" sx={{ color: 'var(--brand)' }}>
          {common.productName}
        </Typography>
        <Typography variant="h1">{firstRun.welcome}</Typography>
        <Box sx={{ color: 'text.secondary', marginTop: 1 }}>{firstRun.lead}</Box>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: rem(12),
          gridTemplateColumns: `repeat(auto-fit, minmax(min(${rem(340)}, 100%), 1fr))`,
        }}
      >
        <Panel title={firstRun.officeDoor} sx={{ gap: 3 }}>
          <Box sx={{ flexGrow: 1 }}>{firstRun.officeDoorText}</Box>
          <Unverified />
          <Box>
            <ActionButton keys="Alt+1" label={firstRun.officeDoor} onAct={onOffice} filled />
          </Box>
        </Panel>
        <Panel title={firstRun.practiceDoor} sx={{ gap: 3 }}>
          <Box sx={{ flexGrow: 1 }}>{firstRun.practiceDoorText}</Box>
          <PracticeForm />
        </Panel>
      </Box>
    </Box>
  );
}
