import { useSyncExternalStore } from 'react';
import { hearLine } from './scan-listeners.ts';
import { type HidWay, type ScannerLink, type SerialWay, createScannerLinks, speeds } from './ports.ts';

/** The scanners of this machine on lines of their own, from the moment the window stands. Their speed is kept with the machine, not with the office. */
type Seen = { readonly links: readonly ScannerLink[]; readonly speed: number; readonly last: string };

const key = 'mot-cua-desk.scanner-speed';
const { serial, hid } = navigator as Navigator & { readonly serial?: SerialWay; readonly hid?: HidWay };
const listeners = new Set<() => void>();
let seen: Seen = { links: [], speed: keptSpeed(), last: '' };
let isTrying = false;
let ways: ReturnType<typeof createScannerLinks> | undefined;

function keptSpeed(): number {
  const kept = Number(localStorage.getItem(key));
  return (speeds as readonly number[]).includes(kept) ? kept : speeds[0];
}

function change(next: Partial<Seen>): void {
  seen = { ...seen, ...next };
  for (const listener of listeners) listener();
}

function onLine(text: string): void {
  change({ last: text });
  // A scan into the field for trying reaches no screen.
  if (!isTrying) hearLine(text);
}

/** Opens what somebody chose here before; returns how to stop. */
export function startScannerLinks(): () => void {
  const made = createScannerLinks({ serial, hid, onLine, onChange: (links) => change({ links }) });
  ways = made;
  void made.start(seen.speed);
  return () => {
    ways = undefined;
    void made.end();
  };
}

export function useScannerLinks(): Seen {
  return useSyncExternalStore(subscribe, () => seen);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const canSerial = serial !== undefined;
export const canHid = hid !== undefined;

/** While it is tried, what is scanned is shown and used nowhere. */
export function tryScanner(on: boolean): void {
  isTrying = on;
  change({ last: '' });
}

/** A person who closes the list has chosen nothing: that is no trouble. */
async function chosen(ask: () => Promise<void> | undefined): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof DOMException) || (error.name !== 'NotFoundError' && error.name !== 'AbortError'))
      throw error;
  }
}

export function chooseSerial(): Promise<void> {
  return chosen(() => ways?.choose());
}

export function chooseHidPos(): Promise<void> {
  return chosen(() => ways?.chooseHid());
}

export async function forgetScanner(id: number): Promise<void> {
  await ways?.forget(id);
}

export async function setScannerSpeed(speed: number): Promise<void> {
  localStorage.setItem(key, String(speed));
  change({ speed });
  await ways?.setSpeed(speed);
}
