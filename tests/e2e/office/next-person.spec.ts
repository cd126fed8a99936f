import { expect } from '@playwright/test';
import { look } from '../support/looks/look.ts';
import { signIn, test } from '../support/office.ts';

test('whoever comes next finds a clean screen, and nothing of the person before is asked for under their name', async ({
  desk: page,
}) => {
  await page.keyboard.press('F4');
  await page.getByRole('heading', { name: 'Việc cần làm', level: 1 }).waitFor();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^← Quay lại/ })).toBeVisible();
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  // They left by hand: nothing waits for anybody.
  await expect(page.getByText(/^Phiên làm việc đã khóa/)).toBeHidden();
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('');
  await look(page, 'left');

  const opened: string[] = [];
  page.on('request', (asked) => {
    const body = decodeURIComponent(`${asked.url()} ${asked.postData() ?? ''}`);
    if (/\/case\/get\b/.test(body) && !/"ahead"/.test(body)) opened.push(body);
  });
  await signIn(page, 'supervisor');
  await expect(page.getByRole('heading', { name: 'Việc cần làm', level: 1 })).toBeVisible();
  await page.keyboard.press('F9');
  await page.getByRole('radio', { name: 'Nhật ký' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Alt+j');
  await page.getByRole('radio', { name: 'Ai đã xem' }).check({ force: true });
  const lines = page.getByRole('table', { name: 'Nhật ký' });
  await expect(lines).toContainText('Mở hồ sơ');
  await expect(lines.getByRole('row').filter({ hasText: 'Mở hồ sơ' })).toHaveCount(1);
  expect(opened).toEqual([]);
});
