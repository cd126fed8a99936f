import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { scan } from './support/keyboard.ts';
import { test } from './support/office.ts';

const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';

async function receive(page: Page): Promise<string> {
  await scan(page, card);
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await page.keyboard.type('ks', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Control+Enter');
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  return (await accepted.getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/).textContent()) ?? '';
}

async function find(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
  await page.keyboard.type(number, { delay: 55 });
  await expect(page.getByRole('option').first()).toBeVisible();
}

test('a wrong name: corrected and reissued by keyboard, and the old number says what took its place', async ({
  desk: page,
}) => {
  const number = await receive(page);
  await find(page, number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await page.keyboard.press('Alt+c');
  const id = page.locator('#correction-applicant-idNumber');
  await expect(id).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('NGUYỄN THỊ ĐẶNG OANH');
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('status').filter({ hasText: 'Ngày hẹn trả' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/correction-${colorScheme}.png` });
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`thay số ${number}.`, { exact: false }).filter({ visible: true }).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/correction-done.png' });
  await find(page, number);
  await expect(page.getByRole('option').first()).toContainText(`thay số ${number} đã hủy`);
});
