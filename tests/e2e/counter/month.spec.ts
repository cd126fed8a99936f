import { type Page, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { filesOf } from '../../support/papers/zip.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { look } from '../support/looks/look.ts';
import { signIn, test } from '../support/office.ts';
import { card } from '../support/receive.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';
import { openTill, pay, tendered, till } from '../support/till.ts';

/** A certified copy of three pages: 5.000 đ (TT 226/2016/TT-BTC Điều 4). */
async function collectCopy(page: Page): Promise<void> {
  await scan(page, card);
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await page.keyboard.type('2.000815', { delay: 60 });
  await page.keyboard.press('Enter');
  await page.getByLabel('Số trang bản chính', { exact: false }).fill('3');
  await page.keyboard.press('Control+Enter');
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  const number = (await accepted.getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/).textContent()) ?? '';
  await openTill(page);
  await scan(page, number);
  await expect(tendered(page)).toBeFocused();
  await page.keyboard.type('5000');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Đã thu' }).getByText('0000001', { exact: true })).toBeVisible();
}

const table = (page: Page) => page.getByRole('region', { name: 'Quyết toán' });

test('from a fee taken to the settlement of its month on paper, and who still owes, by keyboard', async ({
  desk: page,
}) => {
  await collectCopy(page);
  await page.keyboard.press('Alt+Shift+q');
  await page.getByLabel('Tháng', { exact: true }).selectOption({ index: 0 });
  const line = table(page).getByRole('row').filter({ hasText: '2.000815' });
  await expect(line).toContainText('5.000');
  await expect(page.getByText('Các tổng khớp với két và khớp nhau.')).toBeVisible();
  await expect(page.getByText(/tài khoản phí chờ nộp ngân sách · chậm nhất 05\//)).toBeVisible();
  const [book] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Alt+Shift+x')]);
  expect(book.suggestedFilename()).toMatch(/^quyet-toan-phi-le-phi_20\d\d-\d\d\.xlsx$/);
  expect(filesOf(readFileSync(await book.path())).get('xl/sharedStrings.xml')).toContain('BẢNG QUYẾT TOÁN');
  await expect(page.getByText(/^Đã tải quyet-toan/)).toBeVisible();

  await page.keyboard.press('Alt+2');
  const owed = page.getByRole('listbox', { name: 'Hồ sơ chưa thu phí' });
  await expect(owed).toBeFocused();
  await expect(owed.getByText('chưa biết').first()).toBeVisible();
  const [sheet] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Alt+i')]);
  expect(
    readFileSync(await sheet.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  // Whoever owes is one key from the till.
  const known = owed.getByRole('option').filter({ hasText: ' đ' }).first();
  await known.click();
  await expect(pay(page)).toBeVisible();
  await expect(table(page)).toBeHidden();
});

test('a supervisor writes down what was paid in, and takes a wrong line back', async ({
  desk: page,
  office: _office,
}) => {
  await collectCopy(page);
  await expect(page.getByRole('button', { name: /^Ghi đã nộp/ })).toHaveCount(0);
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'supervisor');
  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+Shift+q');
  await page.getByLabel('Tháng', { exact: true }).selectOption({ index: 0 });
  await expect(page.getByText('chưa ghi đã nộp')).toBeVisible();
  await page.keyboard.press('Alt+m');
  const dialog = page.getByRole('dialog', { name: 'Ghi tiền đã nộp' });
  await expect(dialog.getByLabel('Số tiền đã nộp (đồng)')).toHaveValue('5.000');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Số giấy nộp tiền')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Số giấy nộp tiền').fill('NT-15');
  await look(page, 'paid-in-dialog');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('đã nộp đủ')).toBeVisible();
  await expect(page.getByText(/5\.000 đ ngày .*, giấy nộp tiền NT-15/)).toBeVisible();
  await look(page, 'paid-in');
  await expectAccessible(page);
  await expectNothingSideways(page);
  await page.getByRole('button', { name: 'Bỏ dòng ghi nhầm' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Ghi nhầm tháng');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('đã bỏ: Ghi nhầm tháng')).toBeVisible();
  await expect(page.getByText('chưa ghi đã nộp')).toBeVisible();
});

test('a month without money says so; nothing keeps anybody out in either look', async ({ desk: page }) => {
  await page.keyboard.press('F7');
  await expect(till(page)).toBeVisible();
  await page.keyboard.press('Alt+Shift+q');
  await page.getByLabel('Tháng', { exact: true }).selectOption({ index: 0 });
  await expect(page.getByText('Không có tiền nào được thu, hoàn hoặc điều chỉnh trong tháng này.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await expectNothingSideways(page);
  }
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ chưa thu phí' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Quét giấy hẹn, hoặc gõ tên, mã hồ sơ' })).toBeVisible();
});
