import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { test } from '../support/office.ts';
import { receive } from '../support/receive.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' });

test('an empty box teaches what can be typed', async ({ desk: page }) => {
  await page.keyboard.press('F3');
  await expect(box(page)).toBeFocused();
  await expect(page.getByText('tên không dấu, thứ tự nào cũng được, sai một chữ cũng tìm ra')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('found as it is typed in a hurry: a name without marks or in another order, the last digits, the whole number', async ({
  desk: page,
}) => {
  const number = await receive(page);
  await page.keyboard.press('F3');
  await expect(box(page)).toBeFocused();
  for (const text of ['nguyen thi dang anh', 'anh dang nguyen', '1234', '079190001234']) {
    await test.step(text, async () => {
      await box(page).fill('');
      await expect(page.getByRole('option')).toHaveCount(0);
      await page.keyboard.type(text, { delay: 55 });
      const first = page.getByRole('option').first();
      await expect(first).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
      await expect(first).toContainText('Đã tiếp nhận');
      await expect(page.getByRole('option').filter({ hasText: number })).toHaveCount(1);
    });
  }
});

test('Enter opens what is chosen with the arrows; Esc comes back to the same list', async ({ desk: page }) => {
  await page.keyboard.press('F3');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('nguyen', { delay: 55 });
  await expect(page.getByRole('option').nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('option', { selected: true });
  const number = /[A-Z0-9.]+-\d{6}-\d{4,}/.exec((await second.textContent()) ?? '')?.[0] ?? '';
  expect(number).not.toBe('');
  await page.keyboard.press('Enter');
  await expect(page.getByText(number).filter({ visible: true }).first()).toBeVisible();
  await expect(box(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('nguyen');
});

test('what the page of a case shows is asked for while the eye rests on it, its paper too', async ({ desk: page }) => {
  const number = await receive(page);
  await page.keyboard.press('F3');
  await expect(box(page)).toBeFocused();
  const asked = ['case/get', 'money/assess', 'paper/view'].map((call) =>
    page.waitForResponse((response) => response.url().endsWith(`/call/${call}`)),
  );
  await page.keyboard.insertText(number);
  await Promise.all(asked);
  await expect(box(page)).toBeFocused();
});

test('Enter at once, before the answer, opens the answer to what was typed', async ({ desk: page }) => {
  const number = await receive(page);
  await page.keyboard.press('F3');
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(number);
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeHidden();
  await expect(page.getByText(number).filter({ visible: true }).first()).toBeVisible();
});

test('a receipt scanned in reception or in the search opens its case', async ({ desk: page }) => {
  const number = await receive(page);
  await scan(page, number);
  await expect(page.getByText('NGUYỄN THỊ ĐẶNG ÁNH').filter({ visible: true }).first()).toBeVisible();
  await expect(box(page)).toBeHidden();
  await page.keyboard.press('F3');
  await expect(box(page)).toBeVisible();
  await scan(page, number);
  await expect(box(page)).toBeHidden();
});

test('a receipt of another counter is said to be unknown here', async ({ desk: page }) => {
  await page.keyboard.press('F3');
  await expect(box(page)).toBeFocused();
  await scan(page, 'H29.999-200101-0099');
  await expect(page.getByText('Mã H29.999-200101-0099 không có trên máy này.', { exact: false })).toBeVisible();
});

test('who filed it for somebody else finds it, and stands in the register', async ({ desk: page }) => {
  const number = await receive(page, {
    before: async () => {
      await page.keyboard.press('Alt+n');
      const filer = page.getByRole('region', { name: 'Người nộp thay' });
      await filer.getByLabel('Số định danh').fill('079085000777');
      await filer.getByLabel('Họ và tên').fill('TRẦN VĂN KHÁNH HẢI');
      await filer.getByLabel('Giấy tờ cho nộp thay').fill('Giấy ủy quyền 12/2026');
    },
  });
  await page.keyboard.press('F3');
  for (const text of ['khanh hai', '079085000777', 'hai 0777']) {
    await box(page).fill(text);
    const hit = page.getByRole('option').filter({ hasText: number, visible: true });
    await expect(hit).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
    await expect(hit).toContainText('nộp thay: TRẦN VĂN KHÁNH HẢI');
  }
  await page.keyboard.press('F8');
  await expect(page.getByText('Người nộp: TRẦN VĂN KHÁNH HẢI', { exact: false }).first()).toBeVisible();
});

test('no serious accessibility fault, empty and with results', async ({ desk: page }) => {
  await page.keyboard.press('F3');
  for (const text of ['', 'nguyen']) {
    await box(page).fill(text);
    if (text !== '') await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
  }
});
