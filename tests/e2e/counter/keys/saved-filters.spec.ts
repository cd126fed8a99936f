import { expect } from '@playwright/test';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { expectNothingSideways } from '../../support/looks/sideways.ts';
import { test } from '../../support/office.ts';

test('a search is named, called again by its key and by the palette after a reload, and removed', async ({
  desk: page,
}) => {
  const box = page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' });
  const filters = page.getByRole('dialog', { name: 'Bộ lọc đã lưu' });
  await page.keyboard.press('F3');
  await expect(box).toBeFocused();
  await page.keyboard.type('qua han', { delay: 60 });
  await page.keyboard.press('Control+s');
  await expect(filters.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Trễ hẹn', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(filters).toBeHidden();
  await expect(page.getByRole('button', { name: 'Trễ hẹn' })).toBeVisible();
  await look(page, 'saved-filters');
  await expectAccessible(page);
  await expectNothingSideways(page);
  await page.reload();
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'Trễ hẹn' })).toBeVisible();
  await expect(box).toHaveValue('');
  await page.keyboard.press('Alt+Shift+1');
  await expect(box).toHaveValue('qua han');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').filter({ hasText: 'Bộ lọc: Trễ hẹn' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await filters.getByRole('button', { name: 'Bỏ: Trễ hẹn' }).click();
  await expect(filters.getByText('Trễ hẹn')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Trễ hẹn' })).toBeHidden();
});

test('one that is named before the others are known leaves them there, and two are removed at once', async ({
  desk: page,
}) => {
  const filters = page.getByRole('dialog', { name: 'Bộ lọc đã lưu' });
  async function find(): Promise<void> {
    await page.keyboard.press('F3');
    await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
  }
  async function keep(text: string, name: string): Promise<void> {
    await find();
    await page.keyboard.type(text, { delay: 60 });
    await page.keyboard.press('Control+s');
    await expect(filters.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(name, { delay: 60 });
    await page.keyboard.press('Control+Enter');
    await expect(filters).toBeHidden();
  }
  async function openAgain(): Promise<void> {
    await page.reload();
    await page.getByLabel('Số định danh').waitFor();
  }
  await keep('qua han', 'Trễ hẹn');
  await page.route('**/call/preference/mine', (route) => route.abort());
  await openAgain();
  await keep('khai sinh', 'Khai sinh');
  await page.unroute('**/call/preference/mine');
  await openAgain();
  await find();
  for (const name of ['Trễ hẹn', 'Khai sinh']) await expect(page.getByRole('button', { name })).toBeVisible();
  await page.keyboard.press('Control+s');
  await filters.getByRole('textbox').waitFor();
  // Both clicks before an answer came to the first.
  await filters
    .getByRole('listitem')
    .evaluateAll((lines) => lines.forEach((one) => one.querySelector('button')?.click()));
  await expect(filters.getByRole('listitem')).toHaveCount(0);
  await openAgain();
  await find();
  await expect(page.getByRole('button', { name: 'Lưu bộ lọc' })).toBeVisible();
  for (const name of ['Trễ hẹn', 'Khai sinh']) await expect(page.getByRole('button', { name })).toBeHidden();
});
