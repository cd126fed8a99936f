import type { Outcome } from './burst.ts';
import { scanOf, scanShapeOf, withoutControls } from './burst.ts';
import { cleanScan } from '../../electron/domain/base/scan-text.ts';

export type Scan = Extract<Outcome, { kind: 'scan' }>;

export type ScanListener = {
  readonly onScan: (scan: Scan) => void;
  /** The input method is on and has damaged a scan: say so. */
  readonly onInputMethod: () => void;
  /** A scanner with a line of its own read something that is no card and no code of ours. */
  readonly onOther?: (text: string) => void;
};

type Registered = {
  readonly listener: () => ScanListener;
  /** Whether it takes scans now: a screen does not while a dialog stands above it. `last` hears only what nobody else takes. */
  readonly hears: 'last' | (() => boolean);
};

/** Who hears what was scanned: the screen in front, or, where none takes scans, whoever says so. */
const registered: Registered[] = [];

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

function giveKept({ listener }: Registered): void {
  isOpening = false;
  const waiting = kept.filter(({ at }) => performance.now() - at < keptMs);
  kept = [];
  // Its own effects first: a draft that is taken up again, the cursor.
  if (waiting.length > 0)
    setTimeout(() => {
      for (const { scan } of waiting) listener().onScan(scan);
    }, 0);
}

/** Returns how to stop. */
export function addScanListener(listener: () => ScanListener, hears: Registered['hears'] = () => true): () => void {
  const one = { listener, hears };
  registered.push(one);
  if (hears !== 'last') giveKept(one);
  return () => {
    registered.splice(registered.indexOf(one), 1);
  };
}

export function currentScanListener(): ScanListener | undefined {
  const taking = registered.findLast(({ hears }) => hears !== 'last' && hears());
  return (taking ?? registered.findLast(({ hears }) => hears === 'last'))?.listener();
}

/** A screen that takes scans stands behind a dialog that does not. */
export function isBehindDialog(): boolean {
  return registered.some(({ hears }) => hears !== 'last' && !hears());
}

/** What a scanner with a line of its own has read: no field, no pace, no input method between it and the screen. */
export function hearLine(line: string): void {
  const text = cleanScan(line);
  const shape = scanShapeOf(text);
  if (text === '') return;
  if (shape === undefined)
    registered
      .findLast(({ listener }) => listener().onOther !== undefined)
      ?.listener()
      .onOther?.(text);
  else currentScanListener()?.onScan(scanOf(shape, text.includes('|') ? withoutControls(text) : text));
}
