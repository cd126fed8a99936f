import { type Locator, type Page, expect } from '@playwright/test';

export const till = (page: Page) => page.getByRole('region', { name: /^Két / });
export const pay = (page: Page) => page.getByRole('region', { name: 'Thu tiền' });
export const tendered = (page: Page) => page.getByLabel('Khách đưa (đồng)');

/** Types how many there are of each note. */
export async function count(dialog: Locator, pieces: Readonly<Record<string, string>>): Promise<void> {
  for (const [note, number] of Object.entries(pieces)) {
    await dialog.getByLabel(`Số tờ ${note} đ`, { exact: true }).fill(number);
  }
}

/** Opens the counter's till with 160.000 đ of change in it. */
export async function openTill(page: Page): Promise<void> {
  await page.keyboard.press('F7');
  await expect(till(page).getByText('đang đóng')).toBeVisible();
  await page.keyboard.press('Alt+o');
  const dialog = page.getByRole('dialog', { name: /^Mở két/ });
  await count(dialog, { '50.000': '2', '10.000': '5', '1.000': '10' });
  await expect(dialog.getByText('160.000 đ')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(till(page).getByText('đang mở')).toBeVisible();
}
