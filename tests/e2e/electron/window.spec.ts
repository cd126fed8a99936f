import { type ElectronApplication, type Page, _electron, expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findElectron } from '../../../build/run/find-electron.ts';

/** What only a running Electron can show. Elsewhere these say that they were skipped, and why. */
const electron = findElectron();
test.skip(electron === undefined, 'the Electron runtime is not here: npm start fetches it');

let application: ElectronApplication;
let page: Page;
let dataFolder = '';

test.beforeAll(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'desk-electron-'));
  const root = path.resolve(import.meta.dirname, '../../..');
  application = await _electron.launch({
    ...(electron === undefined ? {} : { executablePath: electron }),
    args: [root, '--no-sandbox', '--data', dataFolder],
  });
  page = await application.firstWindow();
});

test.afterAll(async () => {
  await application.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('the window opens on the desk’s own page', async () => {
  await expect(page.locator('body')).toBeVisible();
  expect(new URL(page.url()).protocol).not.toMatch(/^(file|https?):$/);
});

test('the page has no Node and no Electron', async () => {
  expect(await page.evaluate(() => ['require', 'process', 'ipcRenderer'].filter((name) => name in globalThis))).toEqual(
    [],
  );
});

test('nothing leads the window away', async () => {
  const before = page.url();
  await page.evaluate(() => {
    window.open('https://example.org/');
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => application.windows().length).toBe(1);
  expect(page.url()).toBe(before);
});
