import { type Session, dialog } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { mayCopy } from './hardening.ts';
import { isOwnUrl } from './origin.ts';

/** A device as the office knows it again: its maker, its model, and its own number where it has one. */
type Remembered = { readonly vendorId: string; readonly productId: string; readonly serialNumber: string };
type Found = {
  readonly vendorId?: string | number;
  readonly productId?: string | number;
  readonly serialNumber?: string;
};

const none = 'Không chọn | None';

/** The scanners somebody chose on this machine, in a file beside the window's profile; no other device is ever given to the page. */
export function rememberedScanners(file: string) {
  let kept = load(file);
  return { has, add };

  function has(device: Found): boolean {
    const one = nameOf(device);
    return one !== undefined && kept.some((known) => isSame(known, one));
  }

  function add(device: Found): void {
    const one = nameOf(device);
    if (one === undefined || has(device)) return;
    kept = [...kept, one];
    writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  }
}

export type RememberedScanners = ReturnType<typeof rememberedScanners>;

function load(file: string): readonly Remembered[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(kept) ? kept.flatMap((one: Found) => nameOf(one) ?? []) : [];
  } catch {
    // No file yet, or one that says nothing: nobody chose a scanner, and the next choice writes it anew.
    return [];
  }
}

/** A port without a maker is no USB device: a modem or the machine's own port, and no scanner. */
function nameOf({ vendorId, productId, serialNumber }: Found): Remembered | undefined {
  if (vendorId === undefined || productId === undefined) return undefined;
  return { vendorId: String(vendorId), productId: String(productId), serialNumber: serialNumber ?? '' };
}

function isSame(one: Remembered, other: Remembered): boolean {
  return (
    one.vendorId === other.vendorId && one.productId === other.productId && one.serialNumber === other.serialNumber
  );
}

/** Serial ports and HID devices for our own page alone: it may ask, a person chooses, and only what was chosen is opened without asking. */
export function allowScanners(session: Session, scanners: RememberedScanners): void {
  session.setPermissionCheckHandler(
    (contents, permission, origin) =>
      ((permission === 'serial' || permission === 'hid') && isOwnUrl(origin)) || mayCopy(contents, permission, origin),
  );
  session.setDevicePermissionHandler(
    ({ deviceType, origin, device }) => deviceType !== 'usb' && isOwnUrl(origin) && scanners.has(device),
  );
  session.on('select-serial-port', (event, ports, contents, callback) => {
    event.preventDefault();
    const usb = isOwnUrl(contents.getURL()) ? ports.filter((port) => nameOf(port) !== undefined) : [];
    void answer(usb, (port) => callback(port?.portId ?? ''));
  });
  session.on('select-hid-device', (event, { deviceList, frame }, callback) => {
    event.preventDefault();
    const devices = frame !== null && isOwnUrl(frame.url) ? deviceList : [];
    void answer(devices, (device) => callback(device?.deviceId ?? null));
  });

  async function answer<
    T extends Found & { readonly displayName?: string; readonly portName?: string; readonly name?: string },
  >(devices: readonly T[], give: (device: T | undefined) => void): Promise<void> {
    const at = await chooseOne(
      devices.map(({ displayName, name, portName }) => displayName ?? name ?? portName ?? '?'),
    );
    const device = devices[at];
    if (device !== undefined) scanners.add(device);
    give(device);
  }
}

/** Which of these, by the system's own window; -1 for none. */
async function chooseOne(names: readonly string[]): Promise<number> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Máy quét | Scanner',
    message:
      names.length === 0
        ? 'Không thấy máy quét nào. Cắm máy quét rồi thử lại.\nNo scanner was found. Plug it in and try again.'
        : 'Chọn máy quét của quầy này.\nChoose the scanner of this counter.',
    buttons: [...names, none],
    cancelId: names.length,
    noLink: true,
  });
  return response < names.length ? response : -1;
}
