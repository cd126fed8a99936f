import { expect, test } from 'vitest';
import { openWindow } from '../../electron/shell/browser/open-window.ts';
import { newFolder } from '../support/folder.ts';

const url = 'http://127.0.0.1:1/';

test.each([
  ['ends at once with a fault, as a browser does without a display', process.execPath],
  ['cannot be started', '/nowhere/chromium'],
])('a browser that %s is told apart from a window', async (_what, browser) => {
  const window = openWindow(url, newFolder(), browser);
  const closed = window?.closed.then(() => 'closed');
  expect(await Promise.race([window?.failed.then(() => 'failed'), closed])).toBe('failed');
});
