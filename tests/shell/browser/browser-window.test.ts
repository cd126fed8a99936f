import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../electron/shell/browser/find-browser.ts';
import { openWindow } from '../../../electron/shell/browser/open-window.ts';
import { createHost } from '../../../electron/shell/browser/serve.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { openTestDoor } from '../test-door.ts';
import { makeScreenFolder } from '../screen-folder.ts';

const url = 'http://127.0.0.1:1/';

test.each([
  ['ends at once with a fault, as a browser does without a display', process.execPath],
  ['cannot be started', '/nowhere/chromium'],
])('a browser that %s is told apart from a window', async (_what, browser) => {
  const window = openWindow(url, newFolder(), browser);
  const closed = window?.closed.then(() => 'closed');
  expect(await Promise.race([window?.failed.then(() => 'failed'), closed])).toBe('failed');
});

/** A browser that only writes down what it was called with. */
function noteBrowser(folder: string): { readonly browser: string; readonly words: () => string[] } {
  const browser = path.join(folder, 'browser');
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\nexit 1\n`, { mode: 0o755 });
  return { browser, words: () => readFileSync(path.join(folder, 'words'), 'utf8').split('\n') };
}

describe.skipIf(process.platform === 'win32')('the window', () => {
  test('is the page alone: no offer to translate, no greeting, no password kept, no history', async () => {
    const folder = newFolder();
    const { browser, words } = noteBrowser(folder);
    await openWindow(url, folder, browser)?.failed;
    expect(words()).toEqual(
      expect.arrayContaining(['--incognito', '--no-first-run', '--disable-features=Translate', '--disable-breakpad']),
    );
    const kept = JSON.parse(readFileSync(path.join(folder, 'browser-profile/Default/Preferences'), 'utf8'));
    expect(kept).toMatchObject({ credentials_enable_service: false, profile: { password_manager_enabled: false } });
  });

  test('gets its link in a file that only this account reads: on a command line every account of the computer would', async () => {
    const folder = newFolder();
    const { browser, words } = noteBrowser(folder);
    await openWindow('http://127.0.0.1:1/?token=TheSecretOfThisStart', folder, browser)?.failed;
    expect(words().join('\n')).not.toContain('TheSecret');
    const file = path.join(folder, 'browser-profile/open.html');
    expect(words()).toContain(`--app=file://${file}`);
    expect(readFileSync(file, 'utf8')).toContain('url=http://127.0.0.1:1/?token=TheSecretOfThisStart"');
    expect([statSync(file).mode & 0o777, statSync(path.dirname(file)).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  test('what earlier windows kept is gone, and a file laid in the way of the link is not written into', async () => {
    const folder = newFolder();
    const { browser } = noteBrowser(folder);
    const profile = path.join(folder, 'browser-profile');
    mkdirSync(path.join(profile, 'Default'), { recursive: true });
    writeFileSync(path.join(profile, 'Default/History'), 'what was read');
    const theirs = path.join(folder, 'theirs');
    writeFileSync(theirs, '');
    symlinkSync(theirs, path.join(profile, 'open.html'));
    await openWindow(`${url}?token=x`, folder, browser)?.failed;
    expect(existsSync(path.join(profile, 'Default/History'))).toBe(false);
    expect(readFileSync(theirs, 'utf8')).toBe('');
    // A browser that is still open has its lock there: it keeps what it needs.
    writeFileSync(path.join(profile, 'Default/History'), 'of an open window');
    symlinkSync('somewhere-1', path.join(profile, 'SingletonLock'));
    await openWindow(`${url}?token=y`, folder, browser)?.failed;
    expect(existsSync(path.join(profile, 'Default/History'))).toBe(true);
    expect(readFileSync(path.join(profile, 'open.html'), 'utf8')).toContain('token=y');
  });

  test('opens where the folder of the data cannot be written: that is said on the page', async () => {
    const folder = newFolder();
    const { browser, words } = noteBrowser(folder);
    writeFileSync(path.join(folder, 'a-file'), '');
    await openWindow(url, path.join(folder, 'a-file'), browser)?.failed;
    expect(words().find((word) => word.startsWith('--app='))).toMatch(/^--app=file:\/\/.+open\.html$/);
  });

  const chromium = findBrowser();
  test.skipIf(chromium === undefined || process.platform !== 'linux')(
    'of a real browser comes in by that file, with the cookie, and asks for the page',
    async () => {
      const folder = newFolder();
      const browser = path.join(folder, 'browser');
      writeFileSync(browser, `#!/bin/sh\nexec '${chromium}' --headless=new --disable-gpu --disable-quic "$@"\n`, {
        mode: 0o755,
      });
      const given = openTestDoor();
      // What the page would ask for next tells that it stands: its script, with the cookie.
      let arrived = () => undefined as void;
      const stands = new Promise<void>((resolve) => (arrived = resolve));
      const listener = createServer((_request, response) => {
        arrived();
        response.writeHead(204).end();
      });
      listener.listen(0, '127.0.0.1');
      await once(listener, 'listening');
      const rendererFolder = makeScreenFolder();
      const { port } = listener.address() as AddressInfo;
      writeFileSync(
        path.join(rendererFolder, 'index.html'),
        `<!doctype html><html><head></head><body><meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/stands"></body></html>`,
      );
      const host = await createHost(given.door, { rendererFolder, log: given.log });
      const window = openWindow(host.url, folder, browser);
      try {
        await stands;
        expect(given.lines.filter(({ event }) => event.startsWith('request'))).toEqual([]);
      } finally {
        window?.close();
        await host.close();
        listener.close();
        await given.close();
      }
    },
  );
});
