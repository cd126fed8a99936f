import { expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { test } from '../../support/office.ts';
import { card, choose, fullName } from '../../support/reception.ts';

test('Esc and a click outside lose nothing that was typed in a dialog', async ({ desk: page }) => {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await choose(page, 'ks');
  const dialog = page.getByRole('dialog');
  // Nothing typed: Esc leaves at once, as ever.
  await page.keyboard.press('Control+Shift+H');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('Control+Shift+H');
  const items = dialog.getByRole('textbox').first();
  await expect(items).toBeFocused();
  await page.keyboard.insertText('Giấy chứng sinh bản chính');
  await page.mouse.click(4, 4);
  await expect(items).toHaveValue(/Giấy chứng sinh bản chính/);
  await items.focus();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toContainText('chưa được ghi');
  // Whoever presses Esc twice by habit has lost nothing either, and stands where they typed.
  await page.keyboard.press('Escape');
  await expect(items).toHaveValue(/Giấy chứng sinh bản chính/);
  await expect(items).toBeFocused();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Bỏ phần đã gõ' }).click();
  await expect(dialog).toBeHidden();
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
});

test('who was laid aside stays in the list after the window is opened again; who stands there comes back', async ({
  desk: page,
}) => {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await page.keyboard.press('Shift+F2');
  const parked = page.getByRole('button', { name: /^Lấy lại: NGUYỄN THỊ ĐẶNG ÁNH/ });
  await expect(parked).toBeVisible();
  await expect(fullName(page)).toHaveValue('');
  await page.reload();
  await expect(parked).toBeVisible();
  await expect(fullName(page)).toHaveValue('');
  // What is taken up is kept as the one in hand within a second: until then it would wait in the list again.
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/draft/save'));
  await parked.click();
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await kept;
  await expect(parked).toBeHidden();
  await page.reload();
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
});
