import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { LookControls } from '../../parts/controls/LookControls.tsx';
import { ActiveContext } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { OfficeForm } from './OfficeForm.tsx';
import { PracticeForm } from './PracticeForm.tsx';
import { UnverifiedNotice } from './UnverifiedNotice.tsx';

/** Set this office up, or practise. What was typed for the first is still there on return. */
export function FirstRun() {
  const [entered, setEntered] = useState(false);
  const [choosing, setChoosing] = useState(true);
  function enter(): void {
    setEntered(true);
    setChoosing(false);
  }
  return (
    <>
      {choosing && <StartChoices onOffice={enter} />}
      {entered && (
        <ActiveContext value={!choosing}>
          <div hidden={choosing} style={{ height: '100%' }}>
            <OfficeForm onBack={() => setChoosing(true)} />
          </div>
        </ActiveContext>
      )}
    </>
  );
}

function StartChoices({ onOffice }: { readonly onOffice: () => void }) {
  return (
    <Box
      component="main"
      sx={{
        height: '100%',
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        padding: rem(24),
        gap: 5,
      }}
    >
      <Choices onOffice={onOffice} />
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', justifyContent: 'center' }}>
        <LookControls hideLabels only={['look', 'language']} />
      </Box>
    </Box>
  );
}

function Choices({ onOffice }: { readonly onOffice: () => void }) {
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
          <UnverifiedNotice />
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
