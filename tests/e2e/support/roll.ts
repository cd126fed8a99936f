import { type Locator, type Page, expect } from '@playwright/test';

/** In the office, among the printers: the first roll printer, with a name and not yet an address. */
export async function addRoll(page: Page): Promise<Locator> {
  await page.keyboard.press('Alt+5');
  await expect(page.getByText('Chưa có máy in cuộn')).toBeVisible();
  await page.keyboard.press('Alt+n');
  const roll = page.getByRole('group', { name: 'Máy in cuộn 1' });
  await roll.getByLabel('Tên gọi').fill('Cuộn quầy 1');
  return roll;
}
