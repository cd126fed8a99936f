import type { Outcome } from './burst.ts';
import { scanShapeOf, withoutControls } from './burst.ts';
import { cleanScan } from '../../electron/domain/base/scan-text.ts';

export type Scan = Extract<Outcome, { kind: 'scan' }>;

export type ScannerEars = {
  readonly onScan: (scan: Scan) => void;
  /** The input method is on and has damaged a scan: say so. */
  readonly onInputMethod: () => void;
  /** A scanner with a line of its own read something that is no card and no code of ours. */
  readonly onOther?: (text: string) => void;
};

type Listener = {
  readonly ears: () => ScannerEars;
  /** Whether it takes scans now: a screen does not while a dialog stands above it. `last` hears only what nobody else takes. */
  readonly hears: 'last' | (() => boolean);
};

/** Who hears what was scanned: the screen in front, or, where none takes scans, whoever says so. */
const listeners: Listener[] = [];

/** Until the first screen that takes scans stands, and again while nobody is signed in: what is scanned waits for it. */
let isOpening = true;
/** So long a card may have been scanned before its clerk has signed in; an older one is another citizen's. */
const keptMs = 60_000;
let kept: { readonly scan: Scan; readonly at: number }[] = [];

/** Nobody is signed in: the next screen is still to come. */
export function awaitScreen(): void {
  isOpening = true;
}

/** A screen stands that takes no scans: what is scanned there is not meant for the next. */
export function screenStands(): void {
  isOpening = false;
}

/** Keeps a scan that came before its screen, and says whether it did. */
export function keepForScreen(scan: Scan): boolean {
  if (!isOpening) return false;
  const at = performance.now();
  kept = [...kept.filter((one) => at - one.at < keptMs), { scan, at }];
  return true;
}

function giveKept(listener: Listener): void {
  isOpening = false;
  const waiting = kept.filter(({ at }) => performance.now() - at < keptMs);
  kept = [];
  // Its own effects first: a draft that is taken up again, the cursor.
  if (waiting.length > 0)
    setTimeout(() => {
      for (const { scan } of waiting) listener.ears().onScan(scan);
    }, 0);
}

/** Registers ears; returns how to stop. */
export function addEars(ears: () => ScannerEars, hears: Listener['hears'] = () => true): () => void {
  const listener = { ears, hears };
  listeners.push(listener);
  if (hears !== 'last') giveKept(listener);
  return () => {
    listeners.splice(listeners.indexOf(listener), 1);
  };
}

export function currentEars(): ScannerEars | undefined {
  const taking = listeners.findLast(({ hears }) => hears !== 'last' && hears());
  return (taking ?? listeners.findLast(({ hears }) => hears === 'last'))?.ears();
}

/** A screen that takes scans stands behind a dialog that does not. */
export function isBehindDialog(): boolean {
  return listeners.some(({ hears }) => hears !== 'last' && !hears());
}

/** What a scanner with a line of its own has read: no field, no pace, no input method between it and the screen. */
export function hearLine(line: string): void {
  const text = cleanScan(line);
  const shape = scanShapeOf(text);
  if (text === '') return;
  if (shape === undefined)
    listeners
      .findLast(({ ears }) => ears().onOther !== undefined)
      ?.ears()
      .onOther?.(text);
  else currentEars()?.onScan({ kind: 'scan', shape, text: text.includes('|') ? withoutControls(text) : text });
}
