import { expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { find, openCase } from '../support/find.ts';
import { test } from '../support/office.ts';
import { receive } from '../support/receive.ts';

test('a wrong name: corrected and reissued by keyboard, and the case keeps its one code', async ({ desk: page }) => {
  const number = await receive(page);
  await openCase(page, number);
  await page.keyboard.press('Alt+c');
  const id = page.locator('#correction-applicant-idNumber');
  await expect(id).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('NGUYỄN THỊ ĐẶNG OANH');
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('status').filter({ hasText: 'Ngày hẹn trả' })).toBeVisible();
  await expectAccessible(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/correction-${colorScheme}.png` });
  }
  await page.keyboard.press('Control+Enter');
  // One file has one code (NĐ 118/2025 Điều 17 k3): the receipt is reissued under it.
  await expect(
    page.getByText(`Đã cấp lại giấy tiếp nhận ${number}, lần 1.`, { exact: false }).filter({ visible: true }).first(),
  ).toBeVisible();
  await page.screenshot({ path: 'test-results/correction-done.png' });
  await find(page, number);
  await expect(page.getByRole('option').first()).toContainText('NGUYỄN THỊ ĐẶNG OANH');
});
