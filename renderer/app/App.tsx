import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, Suspense, lazy, useEffect, useMemo } from 'react';
import { useLook, useSettings } from '../look/settings.ts';
import { deskTheme } from '../look/theme.ts';
import { ShortcutsProvider } from '../parts/dialog/ShortcutsProvider.tsx';
import { findStartFault } from '../screens/recovery/start-fault.ts';
import { Desk } from './Desk.tsx';

const Recovery = lazy(() =>
  import('../screens/recovery/Recovery.tsx').then((screen) => ({ default: screen.Recovery })),
);

const startFault = findStartFault();

function Themed({ children }: { readonly children: ReactNode }) {
  const look = useLook();
  const { textSize, language } = useSettings();
  const theme = useMemo(() => deskTheme(look), [look]);
  useEffect(() => {
    document.documentElement.style.fontSize = `${textSize}%`;
    document.documentElement.lang = language;
  }, [textSize, language]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      {children}
    </ThemeProvider>
  );
}

/** The window: in the chosen look, with its keys, and either the desk or what to do when it did not open. */
export function App() {
  return (
    <Themed>
      <ShortcutsProvider>
        <Suspense fallback={null}>{startFault === undefined ? <Desk /> : <Recovery fault={startFault} />}</Suspense>
      </ShortcutsProvider>
    </Themed>
  );
}
