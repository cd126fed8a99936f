import { useContext, useEffect, useRef } from 'react';
import { ActiveContext } from '../parts/keys/shortcuts.ts';
import { type ScannerEars, addEars } from './ears.ts';

/** Hears the scanner whatever has the focus, as long as the screen is the one in front. */
export function useScanner(ears: ScannerEars): void {
  const active = useContext(ActiveContext);
  const latest = useRef(ears);
  useEffect(() => {
    latest.current = ears;
  });
  useEffect(() => (active ? addEars(() => latest.current) : undefined), [active]);
}
