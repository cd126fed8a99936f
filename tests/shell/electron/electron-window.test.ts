import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { listFiles } from '../../../build/check/source-files.ts';
import { openWindow } from '../../../electron/shell/electron/window.ts';
import type * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const open = (packaged: boolean) => openWindow('/preload.cjs', packaged) as unknown as fake.BrowserWindow;

describe('the window', () => {
  test.each([
    ['2: no Node in the page', 'nodeIntegration', false],
    ['2: no Node in its workers', 'nodeIntegrationInWorker', false],
    ['2: no Node in its frames', 'nodeIntegrationInSubFrames', false],
    ['3: a world of its own for the preload', 'contextIsolation', true],
    ['4: in the sandbox', 'sandbox', true],
    ['11: no <webview>', 'webviewTag', false],
    ['no spell checker', 'spellcheck', false],
    ['a dropped file is not opened', 'navigateOnDragDrop', false],
    ['the one preload', 'preload', '/preload.cjs'],
  ])('%s', (_why, name, value) => {
    expect(open(true).options.webPreferences[name]).toBe(value);
  });

  test.each([
    ['6', 'webSecurity'],
    ['8', 'allowRunningInsecureContent'],
    ['9', 'experimentalFeatures'],
    ['10', 'enableBlinkFeatures'],
    ['6', 'disableBlinkFeatures'],
    ['2', 'additionalArguments'],
    ['6', 'session'],
    ['6', 'partition'],
  ])('%s: %s stays as Electron made it', (_item, name) => {
    expect(open(true).options.webPreferences).not.toHaveProperty(name);
  });

  test('developer tools only where the desk is built', () => {
    expect(open(true).options.webPreferences['devTools']).toBe(false);
    expect(open(false).options.webPreferences['devTools']).toBe(true);
  });

  test('18: it loads the desk’s own page and is shown when it has something to show', () => {
    const window = open(true);
    expect(window.loaded).toEqual(['desk://app/']);
    expect([window.options['show'], window.done]).toEqual([false, []]);
    window.emit('ready-to-show');
    expect(window.done).toEqual(['show']);
  });
});

describe('what the room never does', () => {
  const files = listFiles(/^electron\/shell\/electron\/.*\.ts$/).map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));

  test.each([
    ['15: opens nothing outside', /openExternal|\bshell\b.*from 'electron'/],
    ['20: exposes nothing of ours to the page', /exposeInMainWorld|contextBridge/],
    ['18: no file://', /loadFile\(|file:\/\/[^`]*'/],
    ['runs no text as code in the page', /executeJavaScript|insertCSS/],
    ['has no second way to the desk', /ipcMain\.on\(|ipcRenderer\.sendSync|@electron\/remote/],
    ['does not print by itself: paper goes through the spooler', /webContents\.print/],
  ])('%s', (_what, pattern) => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
