import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sourceRoot } from '../../../electron/shell/places.ts';
import { ipcRenderer } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

/** A page as far as the preload touches one. */
const page = Object.assign(new EventTarget(), { postMessage: vi.fn(), location: { origin: 'desk://app' } });
const before = Object.keys(page).sort();

beforeEach(() => void vi.stubGlobal('window', page));
afterEach(() => vi.unstubAllGlobals());

test('20: hands the one port to its own page, exposes nothing, and asks when the page can hear', async () => {
  await import('../../../electron/shell/electron/preload.ts');
  expect(ipcRenderer.invoked).toEqual([]);
  page.dispatchEvent(new Event('DOMContentLoaded'));
  expect(ipcRenderer.invoked).toEqual(['desk-port']);

  const port = {};
  ipcRenderer.emit('desk-port', { ports: [port], sender: ipcRenderer }, 'ignored');
  expect(page.postMessage.mock.calls).toEqual([['desk-port', 'desk://app', [port]]]);
  expect(Object.keys(page).sort()).toEqual(before);
});

test('is small enough to be read at a glance', () => {
  const text = readFileSync(path.join(sourceRoot, 'electron/shell/electron/preload.ts'), 'utf8');
  expect(text.split('\n').length).toBeLessThan(30);
  expect(text.match(/from '.*'/g)).toEqual(["from 'electron'"]);
});
