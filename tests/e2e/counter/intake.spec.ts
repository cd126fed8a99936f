import { type Page, expect } from '@playwright/test';
import { pack, packFile } from '../../support/data/intake-sample.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { scan } from '../support/keyboard.ts';
import { test } from '../support/office.ts';

const card =
  '079190001234|023456789|Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';

const list = (page: Page) => page.getByRole('listbox', { name: 'Danh sách hồ sơ chờ tiếp nhận' });
const current = (page: Page) => list(page).getByRole('option', { selected: true });
const accepted = (page: Page) => page.getByRole('region', { name: 'Đã tiếp nhận' });
const procedure = (page: Page) => page.getByRole('combobox', { name: 'Tìm thủ tục' });
const fullName = (page: Page) => page.getByLabel('Họ và tên', { exact: true });

/** A pack of now: the clocks of its file have hours left. */
function freshPack(): string {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  return pack([
    packFile({ submittedAt: minutesAgo(6), receivedAt: minutesAgo(5) }),
    packFile({ procedureCode: '9.9' }),
  ]);
}

async function importPack(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  // Answered once the browser knows that the test chooses the file: a key pressed before that opens a dialog for a person.
  await page.evaluate('0');
  await page.keyboard.press('Alt+n');
  await (await chooser).setFiles({ name: 'goi.json', mimeType: 'application/json', buffer: Buffer.from(freshPack()) });
}

async function standAtCounter(page: Page): Promise<void> {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.type('ks', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
}

test('an online file, from its pack to its receipt, by keyboard', async ({ desk: page }) => {
  await expect(page.getByRole('button', { name: /6 chờ tiếp nhận/ })).toBeVisible();
  await page.keyboard.press('Alt+o');
  await expect(list(page)).toBeFocused();
  await importPack(page);
  const result = page.getByRole('dialog');
  await expect(result).toContainText('1 hồ sơ mới · 0 đã có sẵn · 1 bị từ chối');
  await expect(result).toContainText('Dòng 2');
  await page.keyboard.press('Escape');
  await expect(result).toHaveCount(0);
  await expect(list(page).getByText('TRẦN THỊ MỘNG')).toBeVisible();
  for (let step = 0; step < 9 && !(await current(page).innerText()).includes('TRẦN THỊ MỘNG'); step += 1)
    await page.keyboard.press('ArrowDown');
  await expect(current(page)).toContainText('G22.99.08-261123-896048');
  await page.keyboard.press('Enter');
  await expect(fullName(page)).toHaveValue('TRẦN THỊ MỘNG');
  await expect(page.getByText(/Đã lấy hồ sơ chờ của TRẦN THỊ MỘNG/)).toBeVisible();
  await expect(page.getByLabel('Nộp qua')).toHaveValue('online');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toContainText('G22.99.08-261123-896048');
  await expect(fullName(page)).toHaveValue('');
  await page.keyboard.press('Alt+o');
  await expect(list(page)).toBeFocused();
  await expect(list(page).getByText('TRẦN THỊ MỘNG')).toHaveCount(0);
});

test('a waiting file is asked for papers once: the sheet says who decides beyond that', async ({ desk: page }) => {
  await page.keyboard.press('Alt+o');
  await expect(list(page)).toBeFocused();
  await importPack(page);
  await expect(page.getByRole('dialog')).toContainText('1 hồ sơ mới');
  await page.keyboard.press('Escape');
  await expect(list(page).getByText('TRẦN THỊ MỘNG')).toBeVisible();
  // The hand is ahead of the sheet: the key waits for the file it was pressed for.
  const read = Promise.withResolvers<void>();
  await page.route('**/call/intake/get', async (route) => {
    await read.promise;
    await route.continue();
  });
  for (let step = 0; step < 9 && !(await current(page).innerText()).includes('TRẦN THỊ MỘNG'); step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+b');
  const asking = page.getByRole('dialog');
  await expect(asking).toHaveCount(0);
  read.resolve();
  await asking.getByLabel('Nội dung cần bổ sung').fill('Giấy chứng sinh');
  await page.keyboard.press('Control+Enter');
  await expect(asking).toHaveCount(0);
  for (let step = 0; step < 9 && !(await current(page).innerText()).includes('TRẦN THỊ MỘNG'); step += 1)
    await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Đã bổ sung đủ' })).toBeVisible();
  await page.keyboard.press('Alt+s');
  // What went well is said in the colour of what went well, however many files are late.
  await expect(page.getByText('Đã ghi: bổ sung đủ.', { exact: false })).toHaveCSS('color', 'rgb(29, 122, 70)');
  await expect(page.getByText(/lần thứ hai cần lãnh đạo quyết định và nêu lý do\./)).toBeVisible();
  await look(page, 'intake-once');
  await page.keyboard.press('Alt+b');
  await expect(asking).toHaveCount(0);
  // Nor is guidance a second request.
  await page.keyboard.press('Control+Shift+H');
  await asking.getByLabel('Giấy tờ cần chuẩn bị thêm').fill('Giấy chứng sinh\nẢnh 4x6');
  await page.keyboard.press('Control+Enter');
  await expect(asking.getByText('hướng dẫn chỉ nhắc lại giấy tờ đã yêu cầu', { exact: false })).toBeVisible();
  await look(page, 'intake-guided-again');
});

test('refused at the counter with Mẫu 03: the slip is shown, the next person can come', async ({ desk: page }) => {
  await standAtCounter(page);
  await page.keyboard.press('Alt+Shift+t');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Lý do')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert').first()).toContainText('Cần nhập ô này.');
  await dialog.getByLabel('Lý do').fill('Không thuộc thẩm quyền giải quyết của phường.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Điều 13 Luật Hộ tịch');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Đã từ chối tiếp nhận; phiếu được lưu/)).toBeVisible();
  await expect(fullName(page)).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Từ chối (Mẫu 03)' })).toBeVisible();
  await expect(page.getByRole('img', { name: /Hình trang giấy/ }).first()).toBeVisible();
});

test('asked to complete at the counter, back with the paper, received', async ({ desk: page }) => {
  await standAtCounter(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+b');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Nội dung cần bổ sung')).not.toHaveValue('');
  await page.keyboard.press('Control+Enter');
  // The file waits, and the form with it: the next person comes, and this one again.
  await expect(page.getByText(/hồ sơ của NGUYỄN THỊ ĐẶNG ÁNH nằm ở danh sách chờ/)).toBeVisible();
  await expect(fullName(page)).toHaveValue('');
  await expect(page.getByRole('button', { name: /^Lấy lại/ })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toHaveCount(0);
  // A second request for the same procedure asks which file it is.
  await standAtCounter(page);
  const waits = page.getByRole('region', { name: 'Hồ sơ của người này đang chờ' });
  await expect(waits).toContainText('chờ bổ sung từ');
  await expect(page.getByText('Chưa có hồ sơ nào của số này trên máy.')).toHaveCount(0);
  await page.keyboard.press('Alt+b');
  await expect(page.getByRole('dialog', { name: 'Đã yêu cầu bổ sung một lần' })).toContainText('khoản 3 Điều 16');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Shift+F2');
  await expect(fullName(page)).toHaveValue('');
  await scan(page, card);
  await expect(waits).toBeVisible();
  await page.keyboard.press('Alt+f');
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByText('Đã từng nộp')).toBeVisible();
  await expect(waits).toHaveCount(0);
});

test('a parcel waits with its number, and is found by it', async ({ desk: page }) => {
  await standAtCounter(page);
  await page.getByLabel('Nộp qua').selectOption('post');
  await page.keyboard.press('Alt+g');
  await expect(page.getByText('Nhập số bưu gửi trước.')).toBeVisible();
  await expect(page.getByLabel('Số bưu gửi')).toBeFocused();
  // By hand: what comes as fast as a scanner types is a scan, and a key right behind it is part of it.
  await page.keyboard.type('EA123456789VN', { delay: 60 });
  await page.keyboard.press('Alt+g');
  await expect(page.getByText(/Đã ghi nhận bưu gửi/)).toBeVisible();
  await page.keyboard.press('F3');
  await page.getByRole('combobox').fill('ea123456789');
  await expect(page.getByRole('region', { name: 'Hồ sơ chờ tiếp nhận khớp' })).toContainText('EA123456789VN');
  await page.keyboard.press('Alt+o');
  await expect(current(page)).toContainText('EA123456789VN');
});

test('guidance is one key, names nobody, and keeps the typing', async ({ desk: page }) => {
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByText('Chọn thủ tục trước.')).toBeVisible();
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.type('ks', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Control+Shift+H');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Đã hướng dẫn; nội dung hướng dẫn được lưu/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'In phiếu hướng dẫn' })).toBeVisible();
});

test('a pack may be dropped; what is no pack is refused in words', async ({ desk: page }) => {
  await page.keyboard.press('Alt+o');
  await expect(list(page)).toBeFocused();
  const drop = async (text: string) => {
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'goi.json', { type: 'application/json' }));
      return transfer;
    }, text);
    await list(page).dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('không phải JSON');
  await expect(page.getByText(/không phải gói hồ sơ trực tuyến đúng dạng/)).toBeVisible();
  await drop(freshPack());
  await expect(page.getByRole('dialog')).toContainText('1 hồ sơ mới');
});

test('no serious accessibility fault', async ({ desk: page }) => {
  await page.keyboard.press('Alt+o');
  await expect(list(page)).toBeFocused();
  await expectAccessible(page);
});
