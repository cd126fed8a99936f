import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import {
  LayerContext,
  type Registered,
  type Registry,
  RegistryContext,
  type Shortcut,
  isBrowsersOwn,
  isComposing,
  keepsArrows,
  matches,
} from '../keys/shortcuts.ts';
import { queries } from '../../desk/client.ts';
import { createConfirmOnce } from '../keys/confirm-once.ts';
import { createKeysAhead } from '../keys/keys-ahead.ts';
import { KeysHelp } from './KeysHelp.tsx';

function topLayer(entries: ReadonlySet<Registered>): number {
  return Math.max(0, ...[...entries].map((entry) => entry.layer));
}

function uppermost(entries: ReadonlySet<Registered>): Shortcut[] {
  const top = topLayer(entries);
  return [...entries].flatMap((entry) =>
    entry.layer === top ? entry.shortcuts() : entry.shortcuts().filter(({ always }) => always === true),
  );
}

/** Hears every key once, for the whole window. F1 shows the keys of what is in front. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const entries = useRef(new Set<Registered>());
  const watchers = useRef(new Set<(done: Shortcut) => void>());
  const [help, setHelp] = useState<readonly Shortcut[] | undefined>(undefined);

  const changed = useRef<() => void>(() => undefined);

  const registry = useMemo<Registry>(
    () => ({
      add: (entry) => {
        entries.current.add(entry);
        changed.current();
        return () => {
          entries.current.delete(entry);
          changed.current();
        };
      },
      top: () => topLayer(entries.current),
      heard: () => uppermost(entries.current),
      watch: (watcher) => {
        watchers.current.add(watcher);
        return () => watchers.current.delete(watcher);
      },
    }),
    [],
  );

  useEffect(() => {
    const wantedBy = (event: KeyboardEvent): Shortcut | undefined =>
      uppermost(entries.current).findLast((shortcut) => shortcut.helpOnly !== true && matches(shortcut.keys, event));
    const ahead = createKeysAhead(
      queries,
      (event) => {
        const wanted = wantedBy(event);
        if (wanted === undefined || wanted.disabled === true) return false;
        take(wanted);
        return true;
      },
      () => [...entries.current].findLast(({ inFront }) => inFront !== undefined)?.inFront?.(),
    );
    function take(wanted: Shortcut): void {
      if (topLayer(entries.current) === 0) for (const watcher of watchers.current) watcher(wanted);
      wanted.run();
    }
    changed.current = ahead.changed;
    function hear(event: KeyboardEvent): void {
      if (isComposing(event) || event.defaultPrevented) return;
      if (event.key === 'F1') {
        event.preventDefault();
        setHelp((shown) => (shown === undefined ? uppermost(entries.current) : undefined));
        return;
      }
      if (event.key.startsWith('Arrow') && keepsArrows(event.target)) return;
      const wanted = wantedBy(event);
      if (wanted === undefined) {
        if (ahead.keep(event) || isBrowsersOwn(event)) event.preventDefault();
        return;
      }
      // Taken even when it may not act now, so that F3 never opens the browser's own search.
      event.preventDefault();
      if (wanted.disabled === true || (wanted.repeats !== true && event.repeat)) return;
      ahead.forget();
      take(wanted);
    }
    let begun = 0;
    const stopCounting = queries.getMutationCache().subscribe(({ type }) => {
      if (type === 'added') begun += 1;
    });
    const confirming = createConfirmOnce(() => begun);
    // Before any control hears it: a dialog that this press closes is in front still.
    function hearFirst(event: KeyboardEvent): void {
      if (!confirming.isEcho(event, topLayer(entries.current))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    function didOtherwise(): void {
      ahead.forget();
      confirming.forget();
    }
    window.addEventListener('keydown', hearFirst, { capture: true });
    window.addEventListener('keydown', hear);
    window.addEventListener('pointerdown', didOtherwise);
    window.addEventListener('input', confirming.forget, { capture: true });
    return () => {
      window.removeEventListener('keydown', hearFirst, { capture: true });
      window.removeEventListener('keydown', hear);
      window.removeEventListener('pointerdown', didOtherwise);
      window.removeEventListener('input', confirming.forget, { capture: true });
      changed.current = () => undefined;
      stopCounting();
      ahead.end();
    };
  }, []);

  return (
    <RegistryContext value={registry}>
      {children}
      {/* Above every dialog, whatever its layer: Esc leaves the help first. */}
      {help !== undefined && (
        <LayerContext value={100}>
          <KeysHelp shortcuts={help} onClose={() => setHelp(undefined)} />
        </LayerContext>
      )}
    </RegistryContext>
  );
}
