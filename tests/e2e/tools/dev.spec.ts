import { expect, request } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { newFolder } from '../../support/desk/folder.ts';
import { test } from '../support/browser.ts';

const root = path.resolve(import.meta.dirname, '../../..');

test('npm run dev opens the screen from its sources, signed in; a foreign page is refused, and Ctrl+C ends all of it', async ({
  page,
}) => {
  test.slow();
  const folder = newFolder();
  const words = ['build/run/dev.ts', '--data', folder, '--cases', '5', '--port', '0'];
  const dev = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const ended = once(dev, 'exit');
    const [url] = (await once(createInterface({ input: dev.stdout }), 'line')) as [string];
    await page.goto(url);
    await expect(page.getByLabel('Số định danh', { exact: true })).toBeVisible({ timeout: 30_000 });
    expect(await page.evaluate(() => document.querySelector('script[src*="@vite/client"]') !== null)).toBe(true);

    const foreign = await request.newContext({ extraHTTPHeaders: { origin: 'http://example.invalid' } });
    const answer = await foreign.post(`${url}call/system/status`, { data: { json: {} } });
    expect([answer.status(), await answer.text()]).toEqual([403, 'ORIGIN_REFUSED']);
    await foreign.dispose();

    dev.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    await expect(page.goto(url)).rejects.toThrow();
  } finally {
    dev.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
