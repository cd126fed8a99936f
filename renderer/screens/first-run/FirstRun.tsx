import Box from '@mui/material/Box';
import { useState } from 'react';
import { rem } from '../../look/theme.ts';
import { LookControls } from '../../parts/controls/LookControls.tsx';
import { ActiveContext } from '../../parts/keys/shortcuts.ts';
import { Doors } from './Doors.tsx';
import { OfficeForm } from './OfficeForm.tsx';

/** Two doors: set this office up, or practise. What was typed behind the first is still there on return. */
export function FirstRun() {
  const [entered, setEntered] = useState(false);
  const [atDoors, setAtDoors] = useState(true);
  function enter(): void {
    setEntered(true);
    setAtDoors(false);
  }
  return (
    <>
      {atDoors && <Hall onOffice={enter} />}
      {entered && (
        <ActiveContext value={!atDoors}>
          <div hidden={atDoors} style={{ height: '100%' }}>
            <OfficeForm onBack={() => setAtDoors(true)} />
          </div>
        </ActiveContext>
      )}
    </>
  );
}

function Hall({ onOffice }: { readonly onOffice: () => void }) {
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
      <Doors onOffice={onOffice} />
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', justifyContent: 'center' }}>
        <LookControls hideLabels only={['look', 'language']} />
      </Box>
    </Box>
  );
}
