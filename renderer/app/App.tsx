import { Suspense, lazy } from 'react';
import { LookProvider } from '../look/LookProvider.tsx';
import { ShortcutsProvider } from '../parts/dialog/ShortcutsProvider.tsx';
import { findStartFault } from '../screens/recovery/start-fault.ts';
import { DeskWindow } from './DeskWindow.tsx';
import { ScanGuard } from './ScanGuard.tsx';

const Recovery = lazy(() =>
  import('../screens/recovery/Recovery.tsx').then((screen) => ({ default: screen.Recovery })),
);

const startFault = findStartFault();

/** The window: in the chosen look, with its keys, and either the desk or what to do when it did not open. */
export function App() {
  return (
    <LookProvider>
      <ShortcutsProvider>
        <ScanGuard />
        <Suspense fallback={null}>
          {startFault === undefined ? <DeskWindow /> : <Recovery fault={startFault} />}
        </Suspense>
      </ShortcutsProvider>
    </LookProvider>
  );
}
