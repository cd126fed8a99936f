import { expect } from '@playwright/test';
import { openCase } from '../../support/find.ts';
import { expectFocusKept, scan } from '../../support/keyboard.ts';
import { password, test } from '../../support/office.ts';
import { card, receive } from '../../support/receive.ts';

/** Tuesday 1 December 2026, ten o'clock: nothing is off that week. */
const morning = '2026-12-01T10:00:00+07:00';

test('another lawful limit is chosen with one key, asks for its reason, and is on the receipt', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve(morning));
  await page.getByLabel('Tên đăng nhập').fill('clerk');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Số định danh').waitFor();
  await scan(page, card);
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await page.keyboard.type('2.000815', { delay: 30 });
  await page.keyboard.press('Enter');
  const promise = page.getByRole('status').filter({ hasText: 'Hẹn trả' });
  await expect(promise).toContainText('17:00');
  await expect(promise).toContainText('01/12/2026');
  const limit = page.getByRole('combobox', { name: 'Thời hạn theo luật' });
  await expect(limit).toContainText('Thông thường');
  await page.keyboard.press('Alt+k');
  await expect(limit).toContainText('Nhiều loại, nhiều trang');
  await expect(promise).toContainText('03/12/2026');
  await page.getByLabel('Lý do của thời hạn này').fill('120 trang');
  await page.getByLabel('Số trang bản chính').fill('120');
  await page.keyboard.press('Control+Enter');
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  await expect(accepted).toContainText('03/12/2026');

  // No law gives a limit: the cursor goes to the agreed day, and the day is in sight on the smallest screen in use.
  await page.setViewportSize({ width: 1366, height: 768 });
  await scan(page, card);
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await page.keyboard.type('2.002481', { delay: 30 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Control+Enter');
  const day = page.getByLabel('Ngày giờ đã thỏa thuận');
  await expect(day).toBeFocused();
  await expect(day).toBeInViewport({ ratio: 1 });
  await page.getByLabel('Căn cứ của ngày hẹn').fill('nhà trường trả lời');
  await day.fill('06/12/2026 10:00');
  await page.keyboard.press('Control+Enter');
  const banner = page.getByText('Không hẹn trả lúc 10:00 06/12/2026', { exact: false });
  await expect(banner.first()).toBeVisible();
  await expect(day).toBeFocused();
  await day.fill('07/12/2026 10:00');
  await expect(banner).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(accepted).toContainText('07/12/2026');
});

test('an officer moves the promise because something must be verified; the case says why', async ({ office, page }) => {
  await page.goto(await office.serve(morning));
  await page.getByLabel('Tên đăng nhập').fill('clerk');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Số định danh').waitFor();
  const number = await receive(page, { code: '1.000894' });
  await office.kill('SIGTERM');
  await page.goto(await office.serve('2026-12-01T14:00:00+07:00'));
  await page.getByLabel('Tên đăng nhập').fill('officer');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Các màn hình').waitFor();
  await openCase(page, number);
  const paper = page.getByRole('combobox', { name: 'Giấy', exact: true });
  await expect(paper).toHaveValue('0');
  await page.keyboard.press('Alt+z');
  const dialog = page.getByRole('dialog', { name: 'Phải xác minh' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await expect(dialog.getByRole('combobox')).toContainText('05 ngày làm việc');
  await dialog.getByLabel('Lý do').fill('hỏi nơi cư trú trước đây');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/hỏi nơi cư trú trước đây; tính lại từ ngày tiếp nhận/)).toBeVisible();
  await expect(page.getByText('08/12/2026').first()).toBeVisible();
  // The receipt with the new promise stands there at once.
  await expect(paper).toHaveValue('1');
});

test('the supervisor sets Saturday mornings from a day on, with their ground', async ({ office, page }) => {
  await office.enter(page, 'supervisor');
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Giờ làm việc' })).toBeAttached();
  await page.keyboard.press('Alt+h');
  await expect(page.getByLabel('Thứ Bảy')).toBeVisible();
  await expectFocusKept(page);
  await page.getByLabel('Thứ Bảy').fill('7:30 đến 11:30');
  await page.getByLabel('Căn cứ hoặc lý do').first().fill('Kế hoạch số 12');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Ghi như 07:30-11:30/).first()).toBeVisible();
  await page.getByLabel('Thứ Bảy').fill('7:30-11:30');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('cell', { name: /Kế hoạch số 12/ })).toBeVisible();
});
