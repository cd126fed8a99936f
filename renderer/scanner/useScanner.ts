import { useContext, useEffect, useRef } from 'react';
import { ActiveContext, LayerContext, RegistryContext } from '../parts/keys/shortcuts.ts';
import { type ScanListener, addScanListener } from './scan-listeners.ts';

/** Whether scans are for what stands here: a dialog above it is about whom the screen stands for. */
export function useTakesScans(): () => boolean {
  const layer = useContext(LayerContext);
  const registry = useContext(RegistryContext);
  return () => (registry?.top() ?? 0) <= layer;
}

/** Hears the scanner whatever has the focus, as long as the screen is the one in front and no dialog stands above it. */
export function useScanner(listener: ScanListener): void {
  const active = useContext(ActiveContext);
  const takesScans = useTakesScans();
  const latest = useRef({ listener, takesScans });
  useEffect(() => {
    latest.current = { listener, takesScans };
  });
  useEffect(() => {
    if (!active) return undefined;
    return addScanListener(
      () => latest.current.listener,
      () => latest.current.takesScans(),
    );
  }, [active]);
}
