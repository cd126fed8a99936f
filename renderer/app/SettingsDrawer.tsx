import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import { useContext, useId, useState } from 'react';
import { rem } from '../look/theme.ts';
import { FaultNote } from '../parts/controls/FaultNote.tsx';
import { LookControls } from '../parts/controls/LookControls.tsx';
import { KeyCap } from '../parts/keys/KeyCap.tsx';
import { LayerContext, useShortcuts } from '../parts/keys/shortcuts.ts';
import { Block, Column, Row } from '../parts/layout/primitives.ts';
import { useTexts } from '../text/texts.ts';
import { useKnownStatus, userOf } from '../desk/desk-status.ts';
import { OwnPassword } from '../screens/common/sign-in/OwnPassword.tsx';
import { SecondFactor } from '../screens/common/sign-in/SecondFactor.tsx';
import { OutcomeLine } from '../parts/controls/OutcomeLine.tsx';
import { About } from './About.tsx';
import { useSignOut } from './bar/Leave.tsx';
import { ScannerDialog } from './scanner/ScannerDialog.tsx';

type DrawerProps = { readonly onClose: () => void };

export function SettingsDrawer({ onClose }: DrawerProps) {
  const layer = useContext(LayerContext);
  return (
    <LayerContext value={layer + 1}>
      <SettingsOfPerson onClose={onClose} />
    </LayerContext>
  );
}

function SettingsOfPerson({ onClose }: DrawerProps) {
  const { common, frame, people, scanner } = useTexts();
  const user = useKnownStatus(userOf);
  const [isScanner, setScanner] = useState(false);
  const [isFactor, setFactor] = useState(false);
  const [password, setPassword] = useState<'asked' | 'changed' | null>(null);
  const id = useId();
  const signOut = useSignOut(onClose);
  useShortcuts([
    { keys: 'Escape', label: common.close, run: onClose, helpOnly: true },
    { keys: 'Alt+0', label: common.close, run: onClose },
  ]);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      transitionDuration={0}
      slotProps={{
        paper: {
          'aria-labelledby': id,
          sx: { width: `min(${rem(400)}, 90vw)`, borderLeft: '1px solid var(--hairline)' },
        },
      }}
    >
      <Column padding={5} gap={5} minHeight="100%">
        <Typography id={id} variant="h1" sx={{ fontSize: rem(18) }}>
          {frame.settings}
        </Typography>
        <LookControls />
        <div>
          <Button onClick={() => setScanner(true)}>{scanner.open}</Button>
        </div>
        <div>
          <Button onClick={() => setPassword('asked')}>{people.change}</Button>
          <OutcomeLine tone="good">{password === 'changed' ? people.changed : ''}</OutcomeLine>
        </div>
        {password === 'asked' && user !== null && (
          <OwnPassword
            username={user.username}
            onClose={() => setPassword(null)}
            onDone={() => setPassword('changed')}
          />
        )}
        {(user?.role === 'admin' || user?.role === 'supervisor') && (
          <div>
            <Button onClick={() => setFactor(true)}>{people.factor}</Button>
          </div>
        )}
        {isFactor && <SecondFactor onClose={() => setFactor(false)} />}
        {isScanner && <ScannerDialog onClose={() => setScanner(false)} />}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {frame.paperIsVietnamese}
        </Typography>
        <About />
        <Block grow />
        <FaultNote error={signOut.error} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {frame.signOutKeeps}
        </Typography>
        <Row gap={2} justify="space-between">
          <Button onClick={() => signOut.mutate()} disabled={signOut.isPending}>
            {frame.signOut}
          </Button>
          <Button onClick={onClose} autoFocus>
            {common.close} <KeyCap keys="Esc" />
          </Button>
        </Row>
      </Column>
    </Drawer>
  );
}
