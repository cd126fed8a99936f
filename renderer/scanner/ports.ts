import { isPosScanner, posUsagePage, readPosReport, type CollectionShape } from './hid-pos.ts';
import { type ReadLine, endLine, feedLine, lineEndMs, noLine, readLine } from './lines.ts';

/** Web Serial and WebHID, as far as they are used here (TypeScript's own list of the web has neither). */
type PortInfo = { readonly usbVendorId?: number; readonly usbProductId?: number };
export type LinePort = {
  readonly readable: ReadableStream<Uint8Array> | null;
  getInfo(): PortInfo;
  open(options: { readonly baudRate: number }): Promise<void>;
  close(): Promise<void>;
  forget?(): Promise<void>;
};
export type SerialWay = EventTarget & {
  getPorts(): Promise<LinePort[]>;
  requestPort(options?: object): Promise<LinePort>;
};
export type PosDevice = EventTarget & {
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly CollectionShape[];
  open(): Promise<void>;
  close(): Promise<void>;
  forget?(): Promise<void>;
};
export type HidWay = EventTarget & {
  getDevices(): Promise<PosDevice[]>;
  requestDevice(options: { readonly filters: readonly { readonly usagePage: number }[] }): Promise<PosDevice[]>;
};
type ReportEvent = Event & { readonly reportId: number; readonly data: DataView };

export const speeds = [9600, 19_200, 38_400, 57_600, 115_200, 4800, 2400, 1200] as const;

export type ScannerLink = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'serial' | 'hid-pos';
  /** `taken`: another program has it. */
  readonly state: 'open' | 'unplugged' | 'taken' | 'wrong-speed' | 'wrong-letters';
};

export type LinksWays = {
  readonly serial: SerialWay | undefined;
  readonly hid: HidWay | undefined;
  readonly onLine: (text: string) => void;
  readonly onChange: (links: readonly ScannerLink[]) => void;
};

type Stop = () => Promise<void>;
/** A device that is open, and not read before somebody knows how to stop it. */
type Opened = { readonly start: () => void; readonly stop: Stop };
type Held = { link: ScannerLink; readonly device: LinePort | PosDevice; stop: Stop };

/**
 * Scanners on a line of their own. Only those somebody chose on this machine are opened, all of them at once, and again when they are plugged
 * in again; what one of them reads never mixes with another's.
 */
export function createScannerLinks({ serial, hid, onLine, onChange }: LinksWays) {
  const held = new Map<LinePort | PosDevice, Held>();
  let speed: number = speeds[0];
  let count = 0;
  const events: [EventTarget | undefined, string, EventListener][] = [
    [serial, 'connect', () => void openAll()],
    [serial, 'disconnect', (event) => away((event.target ?? undefined) as LinePort | undefined)],
    [hid, 'connect', () => void openAll()],
    [hid, 'disconnect', (event) => away((event as Event & { device?: PosDevice }).device)],
  ];
  for (const [way, name, hear] of events) way?.addEventListener(name, hear);
  return { start, setSpeed, choose, chooseHid, forget, end };

  async function start(baudRate: number): Promise<void> {
    speed = baudRate;
    await openAll();
  }

  async function openAll(): Promise<void> {
    for (const port of (await serial?.getPorts()) ?? []) await openPort(port);
    for (const device of (await hid?.getDevices()) ?? []) if (isPosScanner(device.collections)) await openPos(device);
  }

  async function setSpeed(baudRate: number): Promise<void> {
    speed = baudRate;
    for (const { device, link, stop } of held.values()) {
      if (link.kind !== 'serial') continue;
      await stop();
      held.delete(device);
    }
    await openAll();
  }

  /** Asks the person which; nothing is opened that nobody chose. */
  async function choose(): Promise<void> {
    const port = await serial?.requestPort();
    if (port !== undefined) await openPort(port);
  }

  async function chooseHid(): Promise<void> {
    const devices = (await hid?.requestDevice({ filters: [{ usagePage: posUsagePage }] })) ?? [];
    for (const device of devices) await openPos(device);
  }

  async function forget(id: number): Promise<void> {
    const found = [...held.values()].find(({ link }) => link.id === id);
    if (found === undefined) return;
    await found.stop();
    await found.device.forget?.();
    held.delete(found.device);
    tell();
  }

  async function end(): Promise<void> {
    for (const [way, name, hear] of events) way?.removeEventListener(name, hear);
    await Promise.all([...held.values()].map(({ stop }) => stop()));
  }

  function tell(): void {
    onChange([...held.values()].map(({ link }) => link));
  }

  function set(device: LinePort | PosDevice, state: ScannerLink['state']): void {
    const one = held.get(device);
    if (one === undefined || one.link.state === state) return;
    one.link = { ...one.link, state };
    tell();
  }

  function hold(device: LinePort | PosDevice, kind: ScannerLink['kind'], name: string): Held {
    const known = held.get(device);
    if (known !== undefined) return known;
    const made: Held = {
      link: { id: (count += 1), name, kind, state: 'unplugged' },
      device,
      stop: async () => undefined,
    };
    held.set(device, made);
    return made;
  }

  function away(device: LinePort | PosDevice | undefined): void {
    if (device === undefined || !held.has(device)) return;
    void held.get(device)?.stop();
    set(device, 'unplugged');
  }

  function hear(device: LinePort | PosDevice, read: ReadLine): void {
    set(device, read.kind === 'text' ? 'open' : read.kind);
    if (read.kind === 'text') onLine(read.text);
  }

  async function openPort(port: LinePort): Promise<void> {
    const { usbVendorId = 0, usbProductId = 0 } = port.getInfo();
    const one = hold(port, 'serial', `USB ${hex(usbVendorId)}:${hex(usbProductId)}`);
    await open(one, () =>
      readPort(
        port,
        speed,
        (read) => hear(port, read),
        () => set(port, 'unplugged'),
      ),
    );
  }

  async function openPos(device: PosDevice): Promise<void> {
    await open(hold(device, 'hid-pos', device.productName), () => readPos(device, (read) => hear(device, read)));
  }

  async function open(one: Held, begin: () => Promise<Opened | undefined>): Promise<void> {
    if (isHeard(one.link)) return;
    const opened = await begin();
    if (opened === undefined) return set(one.device, 'taken');
    one.stop = opened.stop;
    set(one.device, 'open');
    opened.start();
  }
}

/** A serial line, read until it is stopped or ends by itself; undefined where another program has it. */
async function readPort(
  port: LinePort,
  baudRate: number,
  onRead: (read: ReadLine) => void,
  onGone: () => void,
): Promise<Opened | undefined> {
  try {
    await port.open({ baudRate });
  } catch {
    return undefined;
  }
  const reader = port.readable?.getReader();
  if (reader === undefined) return undefined;
  let isOver = false;
  return {
    start: () =>
      void readLines(reader, onRead).finally(() => {
        if (isOver) return;
        // It ended by itself: the cable is out.
        void port.close().catch(() => undefined);
        onGone();
      }),
    stop: async () => {
      isOver = true;
      await reader.cancel().catch(() => undefined);
      await port.close().catch(() => undefined);
    },
  };
}

async function readLines(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onRead: (read: ReadLine) => void,
): Promise<void> {
  let state = noLine;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      const fed = feedLine(state, value, performance.now());
      state = fed.state;
      for (const line of fed.lines) onRead(readLine(line));
      timer = setTimeout(() => {
        const line = endLine(state);
        state = noLine;
        if (line !== null) onRead(readLine(line));
      }, lineEndMs);
    }
  } catch {
    // The line broke; what stood half in it is no scan.
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
}

/** A HID POS scanner; undefined where another program has it. */
async function readPos(device: PosDevice, onRead: (read: ReadLine) => void): Promise<Opened | undefined> {
  try {
    if (!device.opened) await device.open();
  } catch {
    return undefined;
  }
  let bytes: number[] = [];
  const onReport = (event: Event): void => {
    const { reportId, data } = event as ReportEvent;
    const report = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const read = readPosReport(device.collections, reportId, report);
    if (read === null) return;
    bytes.push(...read.bytes);
    if (read.goesOn) return;
    const whole = Uint8Array.from(bytes);
    bytes = [];
    if (whole.length > 0) onRead(readLine(whole));
  };
  return {
    start: () => device.addEventListener('inputreport', onReport),
    stop: async () => {
      device.removeEventListener('inputreport', onReport);
      await device.close().catch(() => undefined);
    },
  };
}

function isHeard({ state }: ScannerLink): boolean {
  return state !== 'unplugged' && state !== 'taken';
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
