import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { workbookOf } from '../../support/data/workbook.ts';
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

/**
 * A ward's spreadsheet as wards have it: its emblem and title above the head, fields as sections, codes as numbers, 390 that the portal has
 * and ten of the ward's own.
 */
function wardList(): string {
  const shipped = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../../resources/data/procedures-more.json'), 'utf8'),
  ) as { data: { standing: string; procedure: { code: string; name: string; field: string } }[] };
  const current = shipped.data.filter(({ standing }) => standing === 'current').map((row) => row.procedure);
  const fields = [...new Set(current.map(({ field }) => field))];
  let number = 0;
  const rows = fields.flatMap((field) => [
    [null, null, `LĨNH VỰC ${field.toUpperCase()}`, null],
    ...current
      .filter((one) => one.field === field)
      .map(({ code, name }) => [(number += 1), Number(code), name, number % 4 === 0 ? '05 ngày làm việc' : null]),
  ]);
  const own = Array.from({ length: 10 }, (_, at) => [
    (number += 1),
    null,
    `Xác nhận riêng của phường về việc ${'một hai ba bốn năm sáu bảy tám chín mười'.split(' ')[at]}`,
    '02 ngày làm việc',
  ]);
  const base64 = workbookOf([
    {
      name: 'Danh mục',
      merged: ['A1:D1', 'A2:D2'],
      rows: [
        ['ỦY BAN NHÂN DÂN PHƯỜNG CÁT LÁI', null, null, null],
        ['DANH MỤC THỦ TỤC HÀNH CHÍNH TIẾP NHẬN TẠI TRUNG TÂM', null, null, null],
        [null],
        ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Thời hạn giải quyết'],
        ...rows,
        [null, null, 'LĨNH VỰC KHÁC', null],
        ...own,
      ],
    },
  ]);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'ward-')), 'danh-muc-phuong.xlsx');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return file;
}

test('a ward’s spreadsheet of 400 becomes a working catalogue, and one of it is received', async ({ office, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await office.enter(page, 'supervisor');
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+m');
  await expect(page.getByText('468 thủ tục đang tiếp nhận')).toBeVisible();
  await look(page, 'catalogue');
  await page.keyboard.press('Alt+n');
  await page.getByLabel('Chọn tệp').first().setInputFiles(wardList());
  await expect(page.getByText('danh-muc-phuong.xlsx, trang «Danh mục»')).toBeVisible();
  await page.getByText('Thêm 10').click();
  await expect(page.getByRole('table', { name: 'Thêm 10' })).toContainText('Xác nhận riêng của phường về việc một');
  await look(page, 'catalogue-import');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã đưa vào, áp dụng từ/)).toBeVisible();
  await expect(page.getByText('478 thủ tục đang tiếp nhận')).toBeVisible();

  // A nickname of the office's own, for the search.
  await page.getByRole('combobox', { name: 'Tìm trong danh mục' }).fill('viec muoi');
  await page.keyboard.press('Enter');
  await page.getByLabel('Tên gọi khác, để tìm').fill('giấy mười');
  await page.getByLabel('Căn cứ hoặc lý do').fill('Người dân quen gọi thế');
  await look(page, 'catalogue-edit');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã lưu «Xác nhận riêng của phường về việc mười»/)).toBeVisible();

  // At the counter it is there at once, with its term.
  await office.kill();
  await page.goto(await office.serve());
  await signIn(page, 'clerk');
  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.insertText('giay muoi');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Giấy tờ đã nhận')).toBeFocused();
  await page.keyboard.insertText('Đơn đề nghị');
  await expect(page.getByText('02 ngày làm việc', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
});

test('a list is rolled back with a reason, and the catalogue is what it was', async ({ office, page }) => {
  await office.enter(page, 'supervisor');
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+m');
  await page.keyboard.press('Alt+t');
  await page.getByLabel('Tên thủ tục', { exact: true }).fill('Xác nhận nhà trọ');
  await page.getByLabel('Căn cứ hoặc lý do').fill('Quyết định của phường');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('469 thủ tục đang tiếp nhận')).toBeVisible();
  await page.keyboard.press('Alt+l');
  await page.getByRole('button', { name: 'Lấy lại danh mục trước khi có «Quyết định của phường»' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Nhập nhầm tên');
  await look(page, 'catalogue-back');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('468 thủ tục đang tiếp nhận')).toBeVisible();
  await expect(page.getByText('đã quay lại', { exact: true })).toBeVisible();
});
