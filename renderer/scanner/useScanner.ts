import { useContext, useEffect, useRef } from 'react';
import { ActiveContext, LayerContext, RegistryContext } from '../parts/keys/shortcuts.ts';
import { type ScannerEars, addEars } from './ears.ts';

/** Whether scans are for what stands here: a dialog above it is about whom the screen stands for. */
export function useTakesScans(): () => boolean {
  const layer = useContext(LayerContext);
  const registry = useContext(RegistryContext);
  return () => (registry?.top() ?? 0) <= layer;
}

/** Hears the scanner whatever has the focus, as long as the screen is the one in front and no dialog stands above it. */
export function useScanner(ears: ScannerEars): void {
  const active = useContext(ActiveContext);
  const takesScans = useTakesScans();
  const latest = useRef({ ears, takesScans });
  useEffect(() => {
    latest.current = { ears, takesScans };
  });
  useEffect(() => {
    if (!active) return undefined;
    return addEars(
      () => latest.current.ears,
      () => latest.current.takesScans(),
    );
  }, [active]);
}
