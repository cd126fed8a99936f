import { type Page, expect } from '@playwright/test';

/** F3 and a number: until its case stands in the list. */
export async function find(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(number);
  await expect(page.getByRole('option').filter({ hasText: number, visible: true })).toHaveCount(1);
}

/** Finds a case by its number and opens it. */
export async function openCase(page: Page, number: string): Promise<void> {
  await find(page, number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
}
