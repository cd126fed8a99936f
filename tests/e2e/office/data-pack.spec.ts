import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { packOfAll, publisherOf, signedPack } from '../../support/data/pack-sample.ts';
import { scan } from '../support/keyboard.ts';
import { signIn, test } from '../support/office.ts';
import { accepted, card, procedure } from '../support/reception.ts';

/** With SHOTS=folder: what a supervisor sees, for whoever wants to look at it. */
async function look(page: Page, name: string): Promise<void> {
  const shots = process.env['SHOTS'];
  if (shots === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function openCatalogue(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+m');
  await expect(page.getByText(/thủ tục đang tiếp nhận/)).toBeVisible();
}

test('a city’s pack: from its file and its fingerprint to a reception under it, and back', async ({ office, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  // Its days would be past on another day than the sample's.
  const { calendar: _calendar, ...pack } = packOfAll();
  pack.fees.rules[0]!.code = '1.999001';
  const text = signedPack(pack);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'pack-')), 'goi-du-lieu.json');
  writeFileSync(file, text);

  await office.enter(page, 'supervisor');
  await openCatalogue(page);
  await page.keyboard.press('Alt+g');
  await page.getByLabel('Chọn tệp gói').first().setInputFiles(file);
  await expect(page.getByText('«Gói dữ liệu thử 12/2026»', { exact: false })).toBeVisible();
  await expect(page.getByText('chưa tin khóa này', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đưa gói vào' })).toHaveCount(0);
  // What is to be compared is nowhere to be copied from before it was typed right.
  await expect(page.getByText(publisherOf(text).fingerprint, { exact: false })).toHaveCount(0);
  await look(page, 'pack-unknown');

  await page.keyboard.press('Alt+i');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vân khóa nơi phát hành đọc').fill('0000 0000 0000 0000');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('không phải của khóa này', { exact: false })).toBeVisible();
  await expect(page.getByText(publisherOf(text).fingerprint, { exact: false })).toHaveCount(0);
  await look(page, 'pack-trust');
  await dialog.getByLabel('Vân khóa nơi phát hành đọc').fill(publisherOf(text).fingerprint);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Có chữ ký của Sở Tư pháp (thử)', { exact: false })).toBeVisible();
  await page.getByText('Phí 2').click();
  await expect(page.getByRole('table', { name: 'Phí 2' })).toContainText('Lệ phí xác nhận: 12.000 đ');
  await page.getByText('Mẫu giấy 1').click();
  await expect(page.getByRole('table', { name: 'Mẫu giấy 1' })).toContainText('GIẤY TIẾP NHẬN VÀ HẸN TRẢ (THỬ)');
  await look(page, 'pack-difference');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã đưa «Gói dữ liệu thử 12\/2026» vào, áp dụng từ/)).toBeVisible();

  // At the counter it is there at once: its procedure, found by what people call it, its term and its fee.
  await office.kill();
  await page.goto(await office.serve());
  await signIn(page, 'clerk');
  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.insertText('nha tro');
  await page.keyboard.press('Enter');
  await expect(page.getByText('03 ngày làm việc', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('12.000', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();

  await office.kill();
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');
  await openCatalogue(page);
  await page.keyboard.press('Alt+l');
  await expect(page.getByRole('table', { name: 'Gói dữ liệu đã đưa vào' })).toContainText('Thủ tục, Mẫu giấy, Phí');
  // Its publisher is trusted no more: the pack stays, and says so.
  await expect(page.getByRole('table', { name: 'Nơi phát hành được tin' })).toContainText(
    publisherOf(text).fingerprint,
  );
  await page.getByRole('button', { name: 'Thôi tin khóa của «Sở Tư pháp (thử)»' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 gói đã đưa vào vẫn có hiệu lực');
  await page.getByRole('dialog').getByLabel('Lý do').fill('Nơi phát hành báo mất khóa');
  await look(page, 'pack-distrust');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thôi tin khóa của «Sở Tư pháp (thử)».')).toBeVisible();
  await expect(page.getByText('Chưa tin khóa nào.', { exact: false })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Gói dữ liệu đã đưa vào' })).toContainText(
    'khóa của gói nay không còn được tin',
  );
  await look(page, 'pack-distrusted');
  await page.getByRole('button', { name: 'Thu lại gói «Gói dữ liệu thử 12/2026»' }).click();
  await expect(page.getByRole('dialog').getByText('giữ nguyên quy trình nội bộ đã vào và ngày đã hẹn')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Thành phố gửi gói khác');
  await look(page, 'pack-back');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thu lại «Gói dữ liệu thử 12/2026».')).toBeVisible();
  await expect(page.getByText('468 thủ tục đang tiếp nhận')).toBeVisible();
  await look(page, 'pack-taken-back');
});
