import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sourceRoot } from '../../electron/shell/places.ts';
import type * as FakeElectron from '../support/fake-electron.ts';

vi.mock('electron', () => import('../support/fake-electron.ts'));

const words = process.argv;
let dataFolder = '';
let fake: typeof FakeElectron;

/** A fresh Electron and a fresh main for each test: main does its work when it is loaded. */
beforeEach(async () => {
  vi.resetModules();
  fake = (await import('electron')) as unknown as typeof FakeElectron;
  fake.startAnew();
  dataFolder = mkdtempSync(path.join(tmpdir(), 'electron-main-'));
  process.argv = ['electron', sourceRoot, '--data', dataFolder];
  fake.app.appPath = sourceRoot;
});
afterEach(async () => {
  fake.app.quit();
  await vi.waitFor(() => expect(fake.events).toContain('gone'));
  process.argv = words;
  rmSync(dataFolder, { recursive: true, force: true });
});

const start = () => import('../../electron/shell/electron/main.ts');

test('first the guards, then the single instance, then ready, then the window', async () => {
  await start();
  expect(fake.events).toEqual(['enableSandbox', 'registerScheme', 'requestSingleInstanceLock', 'ready', 'window']);
});

test('the session is guarded and the page is served before the window is there', async () => {
  const { set, served } = fake.session.defaultSession;
  fake.app.once('web-contents-created', () => {
    expect(Object.keys(set).sort()).toEqual([
      'beforeRequest',
      'devicePermission',
      'displayMedia',
      'permissionCheck',
      'permissionRequest',
    ]);
    expect([...served.keys()]).toEqual(['desk']);
  });
  await start();
  expect(fake.BrowserWindow.all).toHaveLength(1);
  expect(fake.BrowserWindow.all[0]!.webContents.openHandler?.({ url: 'desk://app/' })).toEqual({ action: 'deny' });
  expect(fake.ipcMain.handlers.has('desk-port')).toBe(true);
});

test('the window has the built preload, and no developer tools when packed', async () => {
  await start();
  expect(fake.BrowserWindow.all[0]!.options.webPreferences).toMatchObject({
    preload: path.join(sourceRoot, 'dist/electron/preload.cjs'),
    devTools: false,
  });
});

test('Electron’s own files lie beside the data, so one office has one window', async () => {
  await start();
  expect(fake.app.paths).toEqual({ userData: path.join(dataFolder, 'window-profile') });
});

test('a second start shows the first window and opens nothing', async () => {
  await start();
  const window = fake.BrowserWindow.all[0]!;
  window.minimized = true;
  fake.app.emit('second-instance');
  expect(window.done).toEqual(['restore', 'focus']);
  expect(fake.BrowserWindow.all).toHaveLength(1);
});

test('where another instance runs, this one goes without opening the data', async () => {
  fake.app.isOnlyInstance = false;
  await start();
  expect(fake.events).toEqual(['enableSandbox', 'registerScheme', 'requestSingleInstanceLock', 'quit', 'gone']);
  expect(fake.BrowserWindow.all).toEqual([]);
});

test('the last window closed ends it, after the store has closed', async () => {
  await start();
  fake.app.emit('window-all-closed');
  expect(fake.events.slice(5)).toEqual(['quit']);
  await vi.waitFor(() => expect(fake.events.slice(5)).toEqual(['quit', 'quit', 'gone']));
});
