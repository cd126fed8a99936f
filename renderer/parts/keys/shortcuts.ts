import { createContext, useContext, useLayoutEffect, useRef } from 'react';

/** One key of the screen. `keys`: 'F2', 'Ctrl+K', 'Alt+B', 'Ctrl+Enter', 'Escape', 'ArrowDown'. */
export type Shortcut = {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Written in the help but not taken here: the control itself answers the key. */
  readonly helpOnly?: boolean;
  readonly disabled?: boolean;
  /** Repeats while held down, as arrows do. */
  readonly repeats?: boolean;
  /** Works in every screen (the rail) and is listed apart. */
  readonly everywhere?: boolean;
  /** Heard over a dialog too. */
  readonly always?: boolean;
};

/** Of a list that is worked off file by file: the file that its keys are about, and the one that stands there once this one is done with. */
export type InFront = { readonly now: string | undefined; readonly next: string | undefined };

export type Registered = {
  readonly layer: number;
  readonly shortcuts: () => readonly Shortcut[];
  readonly inFront?: () => InFront;
};

export type Registry = {
  readonly add: (entry: Registered) => () => void;
  /** The layer that hears keys now: above 0 a dialog stands in front. */
  readonly top: () => number;
  /** The keys of what is in front now, as the help lists them. */
  readonly heard: () => readonly Shortcut[];
  /** Tells each key of a screen that is taken, as it begins its work; not those of a dialog. Answers how to stop. */
  readonly watch: (watcher: (done: Shortcut) => void) => () => void;
};

export const RegistryContext = createContext<Registry | undefined>(undefined);

/** 0 for a screen, one more for each dialog above it: only the uppermost layer hears its keys. */
export const LayerContext = createContext(0);

/** False for a screen that is kept alive behind another: it keeps what was typed and hears no keys. */
export const ActiveContext = createContext(true);

/** Registers keys while the component stands; F1 shows them. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(RegistryContext);
  const layer = useContext(LayerContext);
  const active = useContext(ActiveContext);
  const latest = useRef(shortcuts);
  // With the screen itself and not after it: the key of a hand in a hurry must not meet the layer of a dialog that is gone.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => {
    if (!active || registry === undefined) return undefined;
    return registry.add({ layer, shortcuts: () => latest.current });
  }, [registry, layer, active]);
}

/** Says which file the keys of this screen are about, so that one pressed ahead of an act reaches the file it was meant for or none. */
export function useInFront(now: string | undefined, next: string | undefined): void {
  const registry = useContext(RegistryContext);
  const layer = useContext(LayerContext);
  const active = useContext(ActiveContext);
  const latest = useRef<InFront>({ now, next });
  useLayoutEffect(() => {
    latest.current = { now, next };
  });
  useLayoutEffect(() => {
    if (!active || registry === undefined) return undefined;
    return registry.add({ layer, shortcuts: () => [], inFront: () => latest.current });
  }, [registry, layer, active]);
}

/** While an input method composes a letter (Telex, VNI), its keys belong to it: 229 is how Chromium marks them. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** A key that is held while another is pressed, and does nothing by itself. */
export function isModifier({ key }: KeyboardEvent): boolean {
  return /^(Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(key);
}

/** Whether the event is this key. Letters and digits go by their place on the keyboard, so Telex and Alt do not move them. */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const main = parts.at(-1) ?? '';
  const control = event.ctrlKey || event.metaKey;
  if (
    parts.includes('Ctrl') !== control ||
    parts.includes('Alt') !== event.altKey ||
    parts.includes('Shift') !== event.shiftKey
  ) {
    return false;
  }
  if (/^[A-Z]$/.test(main)) return event.code === `Key${main}`;
  if (/^\d$/.test(main)) return event.code === `Digit${main}` || event.code === `Numpad${main}`;
  return event.key === main;
}

/**
 * What the browser would do with these has no place at a counter: print the screen, search in it, save it, leave for the address
 * bar. On a screen that has no use for such a key it does nothing.
 */
const browsersOwn = [
  'Ctrl+P',
  'Ctrl+F',
  'Ctrl+G',
  'Ctrl+S',
  'Ctrl+O',
  'Ctrl+D',
  'Ctrl+H',
  'Ctrl+J',
  'Ctrl+K',
  'Ctrl+E',
  'Ctrl+U',
  'Alt+D',
  'Alt+E',
  'Alt+F',
  'F3',
  // A dialog may stand over what is typed at the counter of certification: the page is not loaded again under it.
  'F5',
  'F6',
  'F7',
  'F10',
  'F11',
];

export function isBrowsersOwn(event: KeyboardEvent): boolean {
  return browsersOwn.some((keys) => matches(keys, event));
}

/** Controls that move by arrows themselves keep them: a list of choices, radio buttons, several lines of text. */
export function keepsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('select, textarea, input[type="radio"]');
}

/** Whether the key becomes text, or chooses in a list, where it is pressed: no screen has a use for it then. */
export function takesTyping({ target, key, ctrlKey, altKey }: KeyboardEvent): boolean {
  const isField =
    target instanceof Element &&
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]');
  return isField && (ctrlKey || (!altKey && [...key].length === 1));
}
