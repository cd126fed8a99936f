import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useLook, useSettings } from './settings.ts';
import { deskTheme } from './theme.ts';

/** Everything inside has the colours, the size of text and the language that were chosen. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
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
