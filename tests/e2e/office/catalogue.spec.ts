import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { papersFolder } from '../../../electron/paper/printers/spooler.ts';
import { type Slip, wardList } from '../../support/data/ward-list.ts';
import { wordsOf } from '../support/counter.ts';
import { scan } from '../support/keyboard.ts';
import { FirstTime, expectMinutes } from '../support/keystrokes.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { type Office, signIn, test } from '../support/office.ts';
import { accepted, card, procedure } from '../support/reception.ts';

function fileOf(base64: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'ward-')), 'danh-muc-phuong.xlsx');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return file;
}

/** Receipts are files of a folder: the printer of a desk that has none. */
function printToFolder(office: Office): void {
  const ask = (call: string, input: object) =>
    office.batch(`${JSON.stringify({ call, input })}\n`, '--user', 'admin')[0];
  const { value: settings } = ask('office.settings', {});
  const changed = { settings: { ...settings, printer: 'pdf-folder' }, reason: 'Máy in của quầy' };
  expect(ask('office.changeSettings', changed).ok).toBe(true);
}

async function openCatalogue(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+m');
}

/** The cell of a slip, as the person who has the paper beside the screen types it anew. */
async function correct(page: Page, hand: FirstTime, { row, cell, right }: Slip): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Dòng ${row} của tệp` });
  await expect(dialog.getByLabel(cell === 'code' ? 'Mã' : 'Thời hạn', { exact: true })).toBeFocused();
  await hand.read(dialog);
  hand.decide();
  await hand.press('Control+a');
  await hand.telex(right);
  await hand.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

/** What a supervisor does who has never seen it, and the clerk who receives the first file by it. */
test('a ward’s spreadsheet of 400 becomes a working catalogue in ten minutes, and one of it is received', async ({
  office,
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1366, height: 768 });
  printToFolder(office);
  await office.enter(page, 'supervisor');
  await openCatalogue(page);
  await expect(page.getByText('468 thủ tục đang tiếp nhận')).toBeVisible();
  await look(page, 'catalogue');
  const { base64, slips } = wardList();
  const hand = new FirstTime(page);
  hand.pressed += 2;
  await hand.press('Alt+n');
  const chooser = page.waitForEvent('filechooser');
  await hand.press('Alt+k');
  // In the window of the system: the folder, the file, and that one.
  hand.clicks += 3;
  await (await chooser).setFiles(fileOf(base64));
  await expect(page.getByText('danh-muc-phuong.xlsx, trang «Danh mục»')).toBeVisible();
  const panel = page.getByRole('region', { name: 'Nhập danh sách thủ tục' });
  await expect(panel.getByLabel('Mã', { exact: true }).locator('option:checked')).toContainText(
    'Mã Thủ tục hành chính',
  );
  await expect(panel.getByLabel('Tên gọi khác').locator('option:checked')).toContainText('Tên thường gọi');
  await look(page, 'catalogue-import');
  await expectAccessible(page);

  // Three hundred limits are numbers: one choice for all of them, not three hundred.
  hand.decide();
  await hand.choose(panel.getByLabel('Số không ghi đơn vị ở cột thời hạn là'), 'ngày làm việc');
  await expect(panel.getByText(`Xem từng dòng (${slips.length})`)).toBeVisible();
  await hand.press('Alt+v');
  await look(page, 'catalogue-row');
  await expectAccessible(page);
  for (const slip of slips.toSorted((a, b) => a.row - b.row)) await correct(page, hand, slip);
  await expect(panel.getByText(/^Xem từng dòng/)).toBeHidden();
  await expect(panel.getByText('Bỏ lại 6')).toBeVisible();
  await hand.glance(panel.getByRole('table', { name: 'Bỏ lại 6' }));
  for (const kind of [/^Xem lại \d+$/, /^Thêm \d+$/, /^Sửa \d+$/]) {
    await hand.click(panel.getByText(kind));
    await hand.glance(panel.getByRole('table'));
  }
  await look(page, 'catalogue-decided');
  await hand.read(panel.getByText(/^\d+ dòng không đổi gì/));
  await hand.press('Control+Enter');
  const done = page.getByText(/^Đã đưa vào, áp dụng từ/);
  await expect(done).toBeVisible();
  await hand.read(done);
  await expect(page.getByText('478 thủ tục đang tiếp nhận')).toBeVisible();

  // At the counter it is there at once, by what people call it, with its term.
  await office.kill();
  await page.goto(await office.serve());
  await signIn(page, 'clerk');
  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  await hand.type('giay muoi');
  await hand.press('Enter');
  await expect(page.getByLabel('Giấy tờ đã nhận')).toBeFocused();
  await hand.telex('Đơn đề nghị');
  await expect(page.getByText('02 ngày làm việc', { exact: false }).first()).toBeVisible();
  await hand.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  await hand.read(accepted(page));
  await expect(accepted(page).getByText(/Đã in/)).toBeVisible();
  const papers = path.join(office.folder, papersFolder);
  const [sheet = ''] = readdirSync(papers);
  const words = await wordsOf(readFileSync(path.join(papers, sheet), 'base64'));
  expect(words).toContain('Xác nhận riêng của phường về việc mười');
  expectMinutes('A ward’s spreadsheet of 400 names and codes, to the first receipt by it', hand);
});

test('a list is rolled back with a reason, and the catalogue is what it was', async ({ office, page }) => {
  await office.enter(page, 'supervisor');
  await openCatalogue(page);
  await page.keyboard.press('Alt+t');
  await page.getByLabel('Tên thủ tục', { exact: true }).fill('Xác nhận nhà trọ');
  await page.getByLabel('Căn cứ hoặc lý do').fill('Quyết định của phường');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('469 thủ tục đang tiếp nhận')).toBeVisible();
  await page.keyboard.press('Alt+l');
  await page.getByRole('button', { name: 'Lấy lại danh mục trước khi có «Quyết định của phường»' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Nhập nhầm tên');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('468 thủ tục đang tiếp nhận')).toBeVisible();
  await expect(page.getByText('đã quay lại', { exact: true })).toBeVisible();
});
