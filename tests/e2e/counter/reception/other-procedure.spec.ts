import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { test } from '../../support/office.ts';
import { accepted, card, procedure } from '../../support/reception.ts';

/** With SHOTS=folder: what a clerk sees, for whoever wants to look at it. */
async function look(page: Page, name: string): Promise<void> {
  const shots = process.env['SHOTS'];
  if (shots === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const name = 'Xác nhận điều kiện cho thuê nhà trọ';
const choices = (page: Page) => page.getByRole('listbox').getByRole('option');
const term = (page: Page) => page.getByLabel('Số', { exact: true });
const ground = (page: Page) => page.getByLabel('Căn cứ của thời hạn');

test('what stands in no list is the first choice where nothing found is meant, and is received by keyboard', async ({
  desk: page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.insertText(name);
  await expect(choices(page).first()).toContainText(`Thủ tục khác: «${name}»`);
  await look(page, 'other-choice');
  await page.keyboard.press('Enter');
  const papers = page.getByLabel('Giấy tờ đã nhận');
  await expect(papers).toBeFocused();
  await page.keyboard.insertText('Đơn đề nghị; Hợp đồng thuê (2 bản sao)');
  // Nothing is wrong before anything was typed.
  await expect(page.getByText('Giấy tiếp nhận và hẹn trả hiện ở đây khi đã ghi thời hạn.')).toBeVisible();
  // Without a term it is not received: the cursor stands where it is missing.
  await page.keyboard.press('Control+Enter');
  await expect(term(page)).toBeFocused();
  await look(page, 'other-missing');
  await page.keyboard.insertText('3');
  await ground(page).focus();
  await page.keyboard.insertText('Công văn 12 của UBND phường');
  await expect(page.getByText('Hẹn trả', { exact: true })).toBeVisible();
  await look(page, 'other-typed');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  // From then on it is found by its name.
  await scan(page, '079085000001||Trần Văn Bình|01021985|Nam|3 Nguyễn Duy Trinh, Phường Cát Lái|02072025');
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.insertText('nhà trọ');
  await expect(choices(page).first()).toContainText(name);
});

test('a procedure of which the list has the name alone asks for its papers and its term', async ({ desk: page }) => {
  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.insertText('1.013855');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Giấy tờ đã nhận')).toBeFocused();
  await page.keyboard.insertText('Đơn đề nghị');
  await term(page).fill('7');
  await ground(page).fill('Thông báo niêm yết của phường');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
});
