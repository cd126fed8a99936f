import { Suspense, useSyncExternalStore } from 'react';
import { hostLoss, watchHost } from '../desk/host.ts';
import { LookProvider } from '../look/LookProvider.tsx';
import { ShortcutsProvider } from '../parts/dialog/ShortcutsProvider.tsx';
import { findStartFault } from '../screens/safety/recovery/start-fault.ts';
import { DeskWindow } from './DeskWindow.tsx';
import { HostLost } from './HostLost.tsx';
import { provenLazy } from './proven-lazy.ts';
import { ScanGuard } from './scanner/ScanGuard.tsx';
import { SoundKey } from './bar/SoundKey.tsx';

const Recovery = provenLazy(() => import('../screens/safety/recovery/Recovery.tsx').then((screen) => screen.Recovery));

const startFault = findStartFault();

/** The window: in the chosen look, with its keys, and either the desk or what to do when it did not open. */
export function App() {
  const loss = useSyncExternalStore(watchHost, hostLoss);
  return (
    <LookProvider>
      <ShortcutsProvider>
        <ScanGuard />
        <SoundKey />
        <Suspense fallback={null}>
          {loss !== null ? (
            <HostLost loss={loss} />
          ) : startFault === undefined ? (
            <DeskWindow />
          ) : (
            <Recovery fault={startFault} />
          )}
        </Suspense>
      </ShortcutsProvider>
    </LookProvider>
  );
}
