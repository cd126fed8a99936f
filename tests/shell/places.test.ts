import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../electron/shell/browser/find-browser.ts';
import { defaultDataFolder, placesBelow, sourceRoot } from '../../electron/shell/places.ts';
import { readStartOptions, unknownOption } from '../../electron/shell/start-options.ts';

describe('places', () => {
  test('the parts lie below the root, and the version is the package’s', () => {
    const places = placesBelow(sourceRoot);
    expect(existsSync(path.join(places.resourcesFolder, 'data'))).toBe(true);
    expect(places.rendererFolder).toBe(path.join(sourceRoot, 'dist/renderer'));
    expect(places.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each([
    ['linux', {}, '/h/.local/share/mot-cua-desk'],
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/mot-cua-desk'],
    ['darwin', {}, '/h/Library/Application Support/MotCuaDesk'],
    ['win32', { LOCALAPPDATA: '/l' }, '/l/MotCuaDesk'],
    ['win32', {}, '/h/AppData/Local/MotCuaDesk'],
  ] as const)('the data folder on %s %j is %s', (platform, env, folder) => {
    expect(defaultDataFolder({ platform, env, home: '/h' })).toBe(folder);
  });
});

describe('what a window is started with', () => {
  test.each([
    [['--data', '/d', '--port', '8123'], { dataFolder: '/d', isNamed: true, port: 8123, open: true }],
    [['--data=/d', '--no-open'], { dataFolder: '/d', isNamed: true, port: 0, open: false }],
    [
      ['.', '--no-sandbox', '--data', '/d', '--remote-debugging-port=0'],
      { dataFolder: '/d', isNamed: true, port: 0, open: true },
    ],
    [['--data', '/d', '--port', 'x'], { dataFolder: '/d', isNamed: true, port: null, open: true }],
    [['--data', '/d', '--port', '70000'], { dataFolder: '/d', isNamed: true, port: null, open: true }],
    [['--data', '/d', '--port'], { dataFolder: '/d', isNamed: true, port: null, open: true }],
    [['--data', '/d', '--port', '0x50'], { dataFolder: '/d', isNamed: true, port: null, open: true }],
    [[], { dataFolder: defaultDataFolder(), isNamed: false, port: 0, open: true }],
  ])('%j', (words, options) => expect(readStartOptions(words)).toEqual(options));
});

describe('what a person types to start with', () => {
  test.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--dat', '/d'], '--dat'],
    [['/d'], '/d'],
    [['--data', '/d', '--port', '8123', '--no-open'], null],
    [['--data=/d'], null],
    [[], null],
  ])('%j: %s is unknown, and no register is opened', (words, unknown) => expect(unknownOption(words)).toBe(unknown));
});

describe('the machine’s browser', () => {
  const find = (platform: NodeJS.Platform, there: readonly string[], env = {}) =>
    findBrowser({ platform, env, exists: (file) => there.includes(file.replaceAll('\\', '/')) });

  test.each<[string, NodeJS.Platform, string[], Record<string, string>, string | undefined]>([
    ['Debian’s Chromium', 'linux', ['/usr/bin/chromium'], {}, '/usr/bin/chromium'],
    ['Chromium before Chrome', 'linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'], {}, '/usr/bin/chromium'],
    ['the one named', 'linux', ['/opt/b', '/usr/bin/chromium'], { DESK_BROWSER: '/opt/b' }, '/opt/b'],
    [
      'not one named that is not there',
      'linux',
      ['/usr/bin/chromium'],
      { DESK_BROWSER: '/opt/b' },
      '/usr/bin/chromium',
    ],
    [
      'Edge, which every Windows has',
      'win32',
      ['C:/P86/Microsoft/Edge/Application/msedge.exe'],
      { 'PROGRAMFILES(X86)': 'C:/P86' },
      'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'Chrome on macOS',
      'darwin',
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      {},
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    ['none', 'linux', [], {}, undefined],
    ['none on another system', 'freebsd', ['/usr/bin/chromium'], {}, undefined],
  ])('%s', (_what, platform, there, env, file) => expect(find(platform, there, env)).toBe(file));
});
