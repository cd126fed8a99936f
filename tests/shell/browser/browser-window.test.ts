import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWindow } from '../../../electron/shell/browser/open-window.ts';
import { newFolder } from '../../support/desk/folder.ts';

const url = 'http://127.0.0.1:1/';

test.each([
  ['ends at once with a fault, as a browser does without a display', process.execPath],
  ['cannot be started', '/nowhere/chromium'],
])('a browser that %s is told apart from a window', async (_what, browser) => {
  const window = openWindow(url, newFolder(), browser);
  const closed = window?.closed.then(() => 'closed');
  expect(await Promise.race([window?.failed.then(() => 'failed'), closed])).toBe('failed');
});

test.skipIf(process.platform === 'win32')(
  'the window is the page alone: no offer to translate, no greeting',
  async () => {
    const folder = newFolder();
    const browser = path.join(folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\nexit 1\n`, { mode: 0o755 });
    await openWindow(url, folder, browser)?.failed;
    const words = readFileSync(path.join(folder, 'words'), 'utf8').split('\n');
    expect(words).toEqual(expect.arrayContaining([`--app=${url}`, '--no-first-run', '--disable-features=Translate']));
  },
);
