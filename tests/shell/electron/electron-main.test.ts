import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sourceRoot } from '../../../electron/shell/places.ts';
import { newFolder } from '../../support/desk/folder.ts';
import type * as FakeElectron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const words = process.argv;
let dataFolder = '';
let root = '';
let fake: typeof FakeElectron;
/** What it says at the terminal. */
const said = vi.fn<(text: unknown) => boolean>(() => true);

/** A fresh Electron and a fresh main for each test: main does its work when it is loaded. */
beforeEach(async () => {
  vi.resetModules();
  said.mockClear();
  vi.spyOn(process.stderr, 'write').mockImplementation(said);
  fake = (await import('electron')) as unknown as typeof FakeElectron;
  fake.startAnew();
  dataFolder = newFolder();
  root = makeRoot();
  process.argv = ['electron', root, '--data', dataFolder];
  fake.app.appPath = root;
});
afterEach(async () => {
  fake.app.quit();
  await vi.waitFor(() => expect(fake.events).toContain('gone'));
  process.argv = words;
  vi.restoreAllMocks();
});

/** A program as it lies after the build: the manifest, the resources, the screen. */
function makeRoot(): string {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'package.json'), '{"version":"0.1.0"}');
  symlinkSync(path.join(sourceRoot, 'resources'), path.join(folder, 'resources'));
  mkdirSync(path.join(folder, 'dist/renderer'), { recursive: true });
  writeFileSync(path.join(folder, 'dist/renderer/index.html'), '<html><head></head></html>');
  return folder;
}

async function start(): Promise<void> {
  await import('../../../electron/shell/electron/main.ts');
  fake.app.becomeReady();
  // What waited for it runs in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
}

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
    preload: path.join(root, 'dist/electron/preload.cjs'),
    devTools: false,
  });
});

test('Electron’s own files lie beside the data, so one office has one window', async () => {
  await start();
  expect(fake.app.paths).toEqual({ userData: path.join(dataFolder, 'window-profile') });
});

test('says at the terminal where the data are', async () => {
  await start();
  expect(said.mock.calls.map(([text]) => text)).toEqual([`Dữ liệu ở | The data are in: ${dataFolder}\n`]);
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
  expect(fake.events).toEqual([
    'enableSandbox',
    'registerScheme',
    'requestSingleInstanceLock',
    'quit',
    'gone',
    'ready',
  ]);
  expect(fake.BrowserWindow.all).toEqual([]);
});

test('the last window closed ends it, after the store has closed', async () => {
  await start();
  fake.app.emit('window-all-closed');
  expect(fake.events.slice(5)).toEqual(['quit']);
  await vi.waitFor(() => expect(fake.events.slice(5)).toEqual(['quit', 'quit', 'gone']));
});

test('a folder that cannot be made is told on the recovery screen, not by a start that fails', async () => {
  const file = path.join(dataFolder, 'a-file');
  writeFileSync(file, '');
  process.argv = ['electron', root, '--data', path.join(file, 'below')];
  await start();
  const page = await fake.session.defaultSession.served.get('desk')!(new Request('desk://app/'));
  expect(fake.BrowserWindow.all).toHaveLength(1);
  expect(await page.text()).toContain('content="store-unusable"');
});

test('a start that fails says so and ends: 3', async () => {
  fake.app.appPath = path.join(dataFolder, 'nothing-here');
  await start();
  expect(fake.events.slice(-2)).toEqual([
    expect.stringMatching(/Không khởi động được[\s\S]*could not start/),
    'exit 3',
  ]);
  expect(fake.BrowserWindow.all).toEqual([]);
});

test('a register that was moved to a folder that is gone: a sentence names it, and no desk and no window is opened', async () => {
  const home = newFolder();
  const account = path.join(home, 'mot-cua-desk');
  mkdirSync(account);
  writeFileSync(path.join(account, 'moved.json'), JSON.stringify({ to: '/srv/gone' }));
  process.argv = ['electron', root];
  vi.stubEnv('XDG_DATA_HOME', home);
  vi.stubEnv('LOCALAPPDATA', home);
  try {
    await start();
  } finally {
    vi.unstubAllEnvs();
  }
  expect(fake.events.slice(-2)).toEqual([expect.stringMatching(/error box: [\s\S]*\/srv\/gone/), 'exit 1']);
  expect(fake.BrowserWindow.all).toEqual([]);
  expect(readdirSync(account)).toEqual(['moved.json']);
});

test.each([
  [['--cli', 'help'], 0],
  [['--cli', 'call', 'case.search'], 2],
  [['--no-sandbox', '--cli', 'verify', '--data', '/nothing/here'], 1],
])('%j is a command: no window, no line of Electron, and its own end', async (typed, code) => {
  process.argv = ['electron', ...typed];
  const ended: unknown[] = [];
  const end = vi.spyOn(process, 'exit').mockImplementation((given) => {
    ended.push(given);
    return undefined as never;
  });
  const silent = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((_text, ...rest) => {
      for (const one of rest) if (typeof one === 'function') one();
      return true;
    }),
  );
  try {
    await import('../../../electron/shell/electron/main.ts');
  } finally {
    for (const one of [end, ...silent]) one.mockRestore();
  }
  expect(ended).toEqual([code]);
  expect(fake.events).toEqual([]);
});
