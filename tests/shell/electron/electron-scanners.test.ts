import type { Session } from 'electron';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { allowScanners, rememberedScanners } from '../../../electron/shell/electron/scanners.ts';
import { newFolder } from '../../support/desk/folder.ts';
import * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const scanner = { portId: 'a', portName: 'COM4', vendorId: '3118', productId: '2305', serialNumber: 'S1' };
const another = { ...scanner, portId: 'b', portName: 'COM5', serialNumber: 'S2' };
const modem = { portId: 'c', portName: 'COM1' };
const own = 'desk://app/';

let file: string;
let session: fake.FakeSession;
beforeEach(() => {
  file = path.join(newFolder(), 'scanners.json');
  session = new fake.FakeSession();
  fake.dialog.asked = [];
  allowScanners(session as unknown as Session, rememberedScanners(file));
});

function mayUse(device: object, origin = own, deviceType = 'serial'): unknown {
  return session.set['devicePermission']!({ deviceType, origin, device } as never);
}

/** What the page is given when it asks for a port and the person presses this button. */
async function asked(ports: readonly object[], pressed: number, url = own): Promise<string> {
  fake.dialog.pressed = pressed;
  const event = { preventDefault: vi.fn() };
  const answer = await new Promise<string>((resolve) =>
    session.emit('select-serial-port', event, ports, { getURL: () => url }, resolve),
  );
  expect(event.preventDefault).toHaveBeenCalledOnce();
  return answer;
}

describe('a scanner on a line of its own', () => {
  test.each([
    ['serial', own, true],
    ['hid', own, true],
    ['usb', own, false],
    ['media', own, false],
    ['clipboard-sanitized-write', own, true],
    ['clipboard-sanitized-write', 'https://example.org/', false],
    ['clipboard-read', own, false],
    ['serial', 'https://example.org/', false],
    ['serial', 'desk://app.evil/', false],
    ['hid', '', false],
  ])('%s of %s: may be asked for: %s', (permission, origin, may) => {
    expect(session.set['permissionCheck']!(null as never, permission as never, origin as never)).toBe(may);
  });

  test('none is opened before a person chose it; then that one and no other, also after a restart', async () => {
    expect(mayUse(scanner)).toBe(false);
    expect(await asked([modem, another, scanner], 1)).toBe('a');
    expect(fake.dialog.asked[0]?.buttons).toEqual(['COM5', 'COM4', 'Không chọn | None']);
    expect([scanner, another, modem].map((device) => mayUse(device))).toEqual([true, false, false]);
    session = new fake.FakeSession();
    allowScanners(session as unknown as Session, rememberedScanners(file));
    expect([scanner, another].map((device) => mayUse(device))).toEqual([true, false]);
    expect(mayUse(scanner, 'https://example.org/')).toBe(false);
    expect(mayUse(scanner, own, 'usb')).toBe(false);
  });

  test('whoever presses none, or asks from elsewhere, is given nothing', async () => {
    expect(await asked([scanner], 1)).toBe('');
    expect(await asked([scanner], 0, 'https://example.org/')).toBe('');
    expect(mayUse(scanner)).toBe(false);
  });

  test('a HID scanner is chosen alike', async () => {
    const device = { deviceId: 'h', name: 'Scanner', vendorId: 3118, productId: 3000, serialNumber: 'H1' };
    fake.dialog.pressed = 0;
    const ask = (url: string | null) =>
      new Promise((resolve) =>
        session.emit(
          'select-hid-device',
          { preventDefault: () => undefined },
          { deviceList: [device], frame: url === null ? null : { url } },
          resolve,
        ),
      );
    expect(await ask('https://example.org/')).toBeNull();
    expect(await ask(null)).toBeNull();
    expect(await ask(own)).toBe('h');
    expect(mayUse(device, own, 'hid')).toBe(true);
  });

  test('a file that says nothing is no scanner', () => {
    writeFileSync(file, '{"broken"');
    session = new fake.FakeSession();
    allowScanners(session as unknown as Session, rememberedScanners(file));
    expect(mayUse(scanner)).toBe(false);
  });
});
