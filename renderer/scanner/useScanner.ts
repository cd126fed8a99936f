import { useContext, useEffect, useRef } from 'react';
import { ActiveContext, LayerContext, type Registry, RegistryContext } from '../parts/keys/shortcuts.ts';
import { type ScannerEars, addEars } from './ears.ts';

/**
 * Hears the scanner whatever has the focus, as long as the screen is the one in front and no dialog stands above it: what is asked there
 * is asked about whom the screen stands for. Returns whether it hears now.
 */
export function useScanner(ears: ScannerEars): () => boolean {
  const active = useContext(ActiveContext);
  const layer = useContext(LayerContext);
  const registry = useContext(RegistryContext);
  const latest = useRef(ears);
  useEffect(() => {
    latest.current = ears;
  });
  useEffect(() => {
    if (!active) return undefined;
    return addEars(
      () => latest.current,
      () => isInFront(registry, layer),
    );
  }, [active, layer, registry]);
  return () => isInFront(registry, layer);
}

function isInFront(registry: Registry | undefined, layer: number): boolean {
  return (registry?.top() ?? 0) <= layer;
}
