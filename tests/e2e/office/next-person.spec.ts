import { expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
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

test('lock and sign-out stand beside the name, each by a key: locked it waits for its person, and what was typed is kept', async ({
  desk: page,
}) => {
  const name = page.getByLabel('Họ và tên', { exact: true });
  const bar = page.getByRole('contentinfo', { name: 'Tình trạng của quầy' });
  const entered = page.getByRole('heading', { name: 'Đăng nhập' });
  for (const [named, keys] of [
    ['Khóa quầy', 'Control+L'],
    ['Đăng xuất', 'Control+Shift+L'],
  ] as const)
    await expect(bar.getByRole('button', { name: named })).toHaveAttribute('aria-keyshortcuts', keys);
  await look(page, 'leave-buttons');
  await expectAccessible(page);
  await name.fill('Phạm Thị Dung');
  await page.keyboard.press('Control+l');
  await expect(page.getByText(/^Phiên làm việc đã khóa/)).toBeVisible();
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('clerk');
  await expect(name).toHaveCount(0);
  await signIn(page, 'clerk');
  await expect(name).toHaveValue('Phạm Thị Dung');

  await page.keyboard.press('Control+Shift+l');
  await expect(entered).toBeVisible();
  await expect(page.getByText(/^Phiên làm việc đã khóa/)).toBeHidden();
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('');

  // The palette has both.
  await signIn(page, 'supervisor');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('khoa quay', { delay: 55 });
  await expect(page.getByRole('option').first()).toContainText('Khóa quầy');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('supervisor');
});
