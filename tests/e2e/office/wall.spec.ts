import { expect } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { look } from '../support/look.ts';
import { signIn, test } from '../support/office.ts';
import { receive } from '../support/receive.ts';

test('the wall, without anybody signed in: a reception at the counter shows by itself, and no name does', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve());
  await page.getByLabel('Tên đăng nhập').waitFor();
  await page.keyboard.press('Alt+w');
  const today = page.getByRole('region', { name: 'Hôm nay', exact: true });
  await expect(today).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hồ sơ đang giải quyết' })).toContainText('Quá hạn');
  await look(page, 'wall');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await look(page, 'wall-1920');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });

  // Somebody receives a file in another window: the wall is told of it, not asked by anybody.
  const counter = await page.context().newPage();
  await counter.goto(new URL('/', page.url()).href);
  await signIn(counter, 'clerk');
  await receive(counter);
  await expect(today).toContainText('1');
  await expect(page.getByRole('main')).not.toContainText('ĐẶNG ÁNH');
  await counter.close();

  // Closed it is what goes on in this window: the same person at work.
  await page.keyboard.press('Escape');
  await page.getByLabel('Các màn hình').waitFor();
  await page.keyboard.press('F4');
  await page.keyboard.press('Alt+w');
  await expect(today).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Bảng tổng quan/ })).toBeVisible();
});
