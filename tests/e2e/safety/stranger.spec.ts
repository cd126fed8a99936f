import { type Page, expect } from '@playwright/test';
import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import { look } from '../support/looks/look.ts';
import { scan } from '../support/keyboard.ts';
import { password, signIn, test } from '../support/office.ts';
import { card, fullName } from '../support/reception.ts';

/** Whatever is drawn on the page or stands in its fields, hidden or not. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    // A long number is shown in groups.
    return [document.body.outerHTML, ...fields].join('\n').replaceAll(/(?<=\d)\s(?=\d)/g, '');
  });

test('a stranger who takes the port of a dead desk hears no password and no name, and the window says so', async ({
  office,
  page,
}) => {
  const url = await office.serve();
  await page.goto(url);
  await page.getByLabel('Tên đăng nhập').fill('clerk');
  await office.kill('SIGKILL');
  const heard: string[] = [];
  async function note(request: IncomingMessage): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    heard.push(`${request.method} ${request.url} ${body}`);
  }
  // It answers whatever it is asked as the desk would, as well as it can.
  const stranger = createServer((request, response) => {
    void note(request).then(() => {
      const isProof = request.url?.startsWith('/proof') === true;
      response.writeHead(200, { 'content-type': isProof ? 'text/plain' : 'application/json' });
      response.end(isProof ? `here ${'A'.repeat(43)}` : '{"json":{"username":"clerk","fullName":"A","role":"clerk"}}');
    });
  });
  stranger.listen(Number(new URL(url).port), '127.0.0.1');
  await once(stranger, 'listening');
  try {
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Cửa sổ này đã bị ngắt' })).toBeVisible();
    await look(page, 'stranger');
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((line) => !/^GET \/proof\?page=[\w-]+&nonce=[\w-]+ $/.test(line))).toEqual([]);
    await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveCount(0);
  } finally {
    stranger.closeAllConnections();
    stranger.close();
  }
});

test('of two tabs one works; the other says so, sends nothing, and can take over', async ({ desk: page }) => {
  const other = await page.context().newPage();
  await other.goto(new URL('/', page.url()).href);
  await other.getByLabel('Các màn hình').waitFor();
  await expect(page.getByRole('heading', { name: 'Quầy đang mở ở thẻ khác' })).toBeVisible({ timeout: 15_000 });
  await look(page, 'two-tabs');
  // Its own calls are refused by the desk as well, should it make any.
  await page.getByRole('button', { name: 'Làm việc ở thẻ này' }).click();
  await page.getByLabel('Các màn hình').waitFor();
  await expect(other.getByRole('heading', { name: 'Quầy đang mở ở thẻ khác' })).toBeVisible({ timeout: 15_000 });
  await other.close();
});

test('a locked page holds no name and no number, and what was typed is there for its person alone', async ({
  desk: page,
}) => {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await page.keyboard.press('F4');
  await expect(page.getByRole('option').first()).toBeVisible();
  const before = await drawn(page);
  const named = await page
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent ?? ''));
  const secrets = ['079190001234', 'NGUYỄN THỊ ĐẶNG ÁNH', ...named.filter((name) => name.length > 5)];
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter((one) => !before.includes(one))).toEqual([]);
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  const after = await drawn(page);
  expect(secrets.filter((one) => after.includes(one))).toEqual([]);
  // Nor does anything the page keeps: its queries, its forms, what hangs on its elements.
  const kept = await page.evaluate((secrets) => {
    const seen = new Set<object>();
    const found: string[] = [];
    const queue: object[] = [];
    for (const element of document.querySelectorAll('*'))
      for (const key of Object.keys(element))
        if (key.startsWith('__react')) queue.push((element as unknown as Record<string, object>)[key]!);
    while (queue.length > 0 && seen.size < 200_000) {
      const one = queue.pop()!;
      if (seen.has(one) || one instanceof Node || one === window) continue;
      seen.add(one);
      for (const key of Object.keys(one)) {
        const value = (one as Record<string, unknown>)[key];
        if (typeof value === 'string' && secrets.some((one) => value.includes(one)))
          found.push(`${key}: ${value.slice(0, 60)}`);
        else if (typeof value === 'object' && value !== null) queue.push(value);
      }
    }
    return { found: found.slice(0, 5), looked: seen.size };
  }, secrets);
  expect(kept.looked).toBeGreaterThan(100);
  expect(kept.found).toEqual([]);

  await signIn(page, 'supervisor');
  await page.keyboard.press('F2');
  await expect(fullName(page)).toHaveValue('');
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
});
