import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Client, newClient } from '../../../electron/desk/core/session/client.ts';
import { bringBackFallenPage } from '../../../electron/shell/electron/fallen-page.ts';
import * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let window: fake.BrowserWindow;
let client: Client;
const lines: unknown[] = [];

beforeEach(() => {
  fake.startAnew();
  lines.length = 0;
  window = new fake.BrowserWindow({ webPreferences: {} });
  client = newClient();
  client.session = { accountId: 1, username: 'clerk', fullName: 'Cán bộ', role: 'clerk', lastUsedAt: 0 };
  const log = { write: (event: string, data?: unknown) => void lines.push([event, data]) };
  bringBackFallenPage(window as unknown as BrowserWindow, client, log);
});

const fall = (reason: string) => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });

test.each(['crashed', 'oom', 'killed', 'memory-eviction'])(
  'a page that fell (%s) comes back, before nobody',
  (reason) => {
    fall(reason);
    expect([window.webContents.reloads, client.session, client.expired]).toEqual([1, null, true]);
    expect(lines).toEqual([['page-gone', { reason, exitCode: 5 }]]);
  },
);

test('one that falls again and again is given up, with a sentence in both languages', () => {
  for (let at = 0; at < 4; at += 1) fall('crashed');
  expect([window.webContents.reloads, window.done]).toEqual([3, ['close']]);
  expect(fake.events.at(-1)).toMatch(/^error box: Cửa sổ gặp lỗi[\s\S]*The window failed/);
});

test('a window that was closed is left alone', () => {
  fall('clean-exit');
  window.destroyed = true;
  fall('crashed');
  expect([window.webContents.reloads, window.done]).toEqual([0, []]);
});
