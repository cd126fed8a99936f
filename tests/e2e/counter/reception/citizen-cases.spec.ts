import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { test } from '../../support/office.ts';
import { accepted, card, choose, idNumber, procedure } from '../../support/reception.ts';

/** With SHOTS=folder: what a clerk sees, for whoever wants to look at it. */
async function look(page: Page, name: string): Promise<void> {
  const shots = process.env['SHOTS'];
  if (shots === undefined) return;
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(shots, `${name}-${height}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const table = (page: Page) => page.getByRole('group', { name: 'Thành phần hồ sơ' }).first();
const rows = (page: Page) => table(page).getByRole('checkbox');
const cases = (page: Page) => page.getByRole('listbox', { name: 'Người dân thuộc trường hợp nào?' });

test('which case the citizen is: one key, a digit, and only its papers stand in the table', async ({ desk: page }) => {
  await scan(page, card);
  await choose(page, '1.013225');
  await expect(rows(page)).toHaveCount(2);
  // What will be asked at the end is said at once.
  await expect(page.getByText('Chỉ nộp trực tuyến (NĐ 217/2026 Điều 54 k1)', { exact: false })).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(cases(page).getByRole('option')).toHaveCount(6);
  await page.keyboard.press('1');
  await expect(cases(page).getByRole('option', { selected: true })).toHaveText(/Nhà ở riêng lẻ/);
  await look(page, 'cases-open');
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeFocused();
  await look(page, 'cases-chosen');
  await expect(rows(page)).toHaveCount(5);
  await expect(table(page)).toContainText('Đã nhận 4 trong 4 thành phần');
  // The limit of the same case comes with it.
  await expect(page.getByRole('combobox', { name: 'Thời hạn theo luật' })).toContainText('Nhà ở riêng lẻ: 07 ngày');
});

test('several cases hold, go with their ticks, and are kept in the draft and with the file', async ({ desk: page }) => {
  await scan(page, card);
  await choose(page, 'ks');
  const before = await rows(page).count();
  await look(page, 'cases-birth');
  await page.keyboard.press('Alt+5');
  for (const key of ['1', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(cases(page).getByRole('option', { selected: true })).toHaveCount(2);
  // As a hand types: what comes faster is a scanner's.
  await page.keyboard.type('33', { delay: 80 });
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(before + 2);
  const line = page.getByRole('button', { name: 'Trường hợp:' });
  await expect(line).toContainText('Trẻ bị bỏ rơi · Ủy quyền cho người khác');
  // The draft keeps it.
  await page.keyboard.press('Shift+F2');
  await expect(idNumber(page)).toHaveValue('');
  await page
    .getByRole('button', { name: /^Lấy lại/ })
    .first()
    .click();
  await expect(procedure(page)).toHaveValue('Đăng ký khai sinh');
  await expect(line).toContainText('Trẻ bị bỏ rơi · Ủy quyền cho người khác');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  await accepted(page).getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(page.getByText('Trẻ bị bỏ rơi; Ủy quyền cho người khác')).toBeVisible();
});

test('a slip asks for the papers of this case and for no other; one of a kind is enough', async ({ desk: page }) => {
  await scan(page, card);
  await choose(page, '1.001612');
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('1');
  // A digit is a scanner's until no other has come for a twentieth of a second.
  await expect(cases(page).getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+b');
  const items = page.getByRole('dialog').getByRole('textbox').first();
  await expect(items).toHaveValue(/^Một trong các giấy tờ: [^\n]+$/);
});

test('a code that newer lists have under another is found by both, and says so', async ({ desk: page }) => {
  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.type('1.116788', { delay: 30 });
  // The new code has an entry of its own now; the one that was read in the law stands beside it, and says so.
  await expect(page.getByRole('listbox', { name: 'Thủ tục' }).getByRole('option').first()).toContainText('1.116788');
  const hit = page.getByRole('option').filter({ hasText: '1.004222' });
  await expect(hit).toContainText('Mã mới: 1.116788, từ 28/09/2026');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1.004222', { delay: 30 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('note')).toContainText('Mã mới: 1.116788, từ 28/09/2026 (suy từ tên');
  await look(page, 'successor');
});
