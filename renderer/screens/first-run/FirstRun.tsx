import Box from '@mui/material/Box';
import { useState } from 'react';
import { rem } from '../../theme.ts';
import { LookControls } from '../frame/LookControls.tsx';
import { Doors } from './Doors.tsx';
import { OfficeForm } from './OfficeForm.tsx';

/** Two doors: set this office up, or practise. */
export function FirstRun() {
  const [door, setDoor] = useState<'none' | 'office'>('none');
  if (door === 'office') return <OfficeForm onBack={() => setDoor('none')} />;
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
      <Doors onOffice={() => setDoor('office')} />
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', justifyContent: 'center' }}>
        <LookControls hideLabels only={['look', 'language']} />
      </Box>
    </Box>
  );
}
