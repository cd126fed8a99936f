import { useSyncExternalStore } from 'react';
import type { Language } from '../../electron/contract/base/fault.ts';
import type { Look } from './tokens.ts';

/** How this screen looks to the person before it. A convenience of the machine, never part of the office's truth. */
export type Settings = {
  readonly look: Look | 'system';
  readonly textSize: 100 | 125 | 150;
  readonly language: Language;
  /** What is done and what is refused is heard too. */
  readonly sound: 'on' | 'off';
};

const key = 'mot-cua-desk.settings';
const defaults: Settings = { look: 'system', textSize: 100, language: 'vi', sound: 'on' };
const listeners = new Set<() => void>();
let current: Settings = load();

function oneOf<T>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.includes(value as T) ? (value as T) : otherwise;
}

function load(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<keyof Settings, unknown>>;
    return {
      look: oneOf(['system', 'light', 'dark', 'contrast'], kept.look, defaults.look),
      textSize: oneOf([100, 125, 150], kept.textSize, defaults.textSize),
      language: oneOf(['vi', 'en'], kept.language, defaults.language),
      sound: oneOf(['on', 'off'], kept.sound, defaults.sound),
    };
  } catch {
    return defaults;
  }
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A full or forbidden localStorage costs the choice at the next start, nothing else.
  }
  for (const listener of listeners) listener();
}

// What another window of this computer chose holds here too.
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  current = load();
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For what is no part of a screen. */
export function settingsNow(): Settings {
  return current;
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => current);
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribeToSystem(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

/** The look in force: the chosen one, or what the operating system asks for. */
export function useLook(): Look {
  const { look } = useSettings();
  const dark = useSyncExternalStore(subscribeToSystem, () => systemDark.matches);
  if (look !== 'system') return look;
  return dark ? 'dark' : 'light';
}
