import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Client, newClient } from '../../../electron/desk/core/session/client.ts';
import { lockWithMachine } from '../../../electron/shell/electron/lock.ts';
import * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const session = { accountId: 1, username: 'clerk', fullName: 'Cán bộ', role: 'clerk', lastUsedAt: 0 } as const;
let window: fake.BrowserWindow;
let client: Client;
let stop: () => void;
const lines: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  fake.powerMonitor.idleSeconds = 0;
  window = new fake.BrowserWindow({ webPreferences: {} });
  client = newClient();
  client.session = session;
  const log = { write: (event: string, data?: unknown) => void lines.push([event, data]) };
  stop = lockWithMachine(window as unknown as BrowserWindow, client, log);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function expectLocked(reason: string): void {
  expect(client).toEqual({ session: null, expired: true });
  expect(window.webContents.reloads).toBe(1);
  expect(lines).toEqual([['locked', { reason }]]);
}

test.each(['lock-screen', 'suspend'])('%s ends the session and starts the page anew', (name) => {
  fake.powerMonitor.emit(name);
  expectLocked(name);
});

test('nobody there for ten minutes: the same', () => {
  fake.powerMonitor.idleSeconds = 599;
  vi.advanceTimersByTime(30_000);
  expect(client.session).toBe(session);
  fake.powerMonitor.idleSeconds = 600;
  vi.advanceTimersByTime(15_000);
  expectLocked('idle');
});

test('where nobody is signed in there is nothing to lock', () => {
  client.session = null;
  fake.powerMonitor.emit('lock-screen');
  expect([window.webContents.reloads, client.expired, lines]).toEqual([0, false, []]);
});

test('a window already gone is not asked to reload, but its session still ends', () => {
  window.destroyed = true;
  fake.powerMonitor.emit('suspend');
  expect([window.webContents.reloads, client.session]).toEqual([0, null]);
});

test('after stop nothing is watched', () => {
  stop();
  fake.powerMonitor.idleSeconds = 9999;
  fake.powerMonitor.emit('lock-screen');
  fake.powerMonitor.emit('suspend');
  vi.advanceTimersByTime(60_000);
  expect(client.session).toBe(session);
});
