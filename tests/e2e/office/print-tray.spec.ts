import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FakeRoll } from '../../support/printers/roll-printer.ts';
import { type Office, test } from '../support/office.ts';
import { addRoll } from '../support/roll.ts';

function call(office: Office, name: string, input: unknown, user: string): Record<string, any> {
  const file = path.join(office.folder, 'input.json');
  writeFileSync(file, JSON.stringify(input));
  return (JSON.parse(office.run('call', name, file, '--user', user)) as { value: Record<string, any> }).value;
}

/** The office with these printers; its clerk then receives so many files whose receipts fail on a printer that is not there. */
function prepare(office: Office, printers: object, failed: number): void {
  const settings = call(office, 'office.settings', {}, 'admin');
  call(office, 'office.changeSettings', { settings: { ...settings, ...printers }, reason: 'máy in mới' }, 'admin');
  for (let count = 0; count < failed; count += 1) {
    const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' };
    const components = [{ index: 0, originals: 1, copies: 0 }];
    const file = { procedureCode: '1.004222', channel: 'direct', applicant, components, print: true };
    call(office, 'case.receive', { ...file, requestId: crypto.randomUUID() }, 'clerk');
  }
}

async function openTray(office: Office, page: Page): Promise<void> {
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('region', { name: 'Khay giấy in' })).toBeVisible();
}

const bar = (page: Page) => page.getByLabel('Tình trạng của quầy');
const lines = (page: Page) => page.getByRole('listbox', { name: 'Khay giấy in' }).getByRole('option');

test('one key prints a failed paper on the spare printer, one key moves all the others', async ({ office, page }) => {
  prepare(office, { printer: 'may-hong', sparePrinter: 'pdf-folder' }, 3);
  await openTray(office, page);
  await expect(bar(page)).toContainText('dự phòng sẵn sàng');
  await expect(lines(page)).toHaveCount(3);
  await expect(page.getByText('Không thấy máy in may-hong, 3 tờ đang chờ')).toBeVisible();
  // Whose sheet it is, and of what.
  await expect(lines(page).first()).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(lines(page).first()).toContainText('Đăng ký thường trú');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
  await page.keyboard.press('Alt+5');
  await expect(page.getByText('Đã gửi sang máy dự phòng pdf-folder.')).toBeVisible();
  await expect(page.getByText('Không thấy máy in may-hong, 2 tờ đang chờ')).toBeVisible();
  await page.keyboard.press('Alt+7');
  await expect(page.getByText('Đã chuyển 2 tờ sang pdf-folder.')).toBeVisible();
  await expect(page.getByText('Không có giấy nào chờ')).toBeVisible();
  await page.keyboard.press('Alt+a');
  await expect(page.getByText(/bản in lại số 1/)).toHaveCount(3);
});

test('what the tray shows is where the paper goes, and a paper that fails after it was sent is not green', async ({
  office,
  page,
}) => {
  const roll = new FakeRoll();
  const printer = await roll.listen();
  try {
    prepare(office, { printer: 'may-hong', receiptPrinter: 'may-hong-2', rollPrinters: [printer] }, 1);
    const settings = call(office, 'office.settings', {}, 'admin');
    const change = { settings: { ...settings, receiptPrinter: 'pdf-folder' }, reason: 'máy in mới' };
    call(office, 'office.changeSettings', change, 'admin');
    await openTray(office, page);
    const choice = page.getByLabel('Máy in cho lần in này');
    await expect(choice.locator('option:checked')).toHaveText('Theo thiết lập: pdf-folder');
    roll.habit = { status: (about) => (about === 4 ? 0x72 : 0x12) };
    await choice.selectOption(printer.name);
    await page.keyboard.press('Alt+2');
    const told = page.getByText(`Đã gửi in lại tới ${printer.name}. In lỗi.`);
    await expect(told).toBeVisible();
    expect(await told.evaluate((line) => getComputedStyle(line).color)).toBe(
      await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'var(--late)';
        return getComputedStyle(probe).color;
      }),
    );
    // The line is of the second try, and can be acted on: the first stands there until the list was asked again.
    await expect(lines(page)).toHaveText([/bản in lại số 1.*hết giấy/]);
    await expect(page.getByRole('button', { name: 'In lại', exact: true })).toBeEnabled();
    await choice.selectOption('');
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Đã gửi in lại tới pdf-folder. Đã in.')).toBeVisible();
    await expect(page.getByText('Không có giấy nào chờ')).toBeVisible();
  } finally {
    await roll.close();
  }
});

test('settings show the printers that were chosen, also those that are not there', async ({ office, page }) => {
  prepare(office, { printer: 'may-hong', receiptPrinter: 'pdf-folder', sparePrinter: 'may-cu' }, 0);
  await office.enter(page, 'admin');
  await page.keyboard.press('F9');
  const printer = page.getByLabel('Máy in', { exact: true });
  await expect(printer.locator('option:checked')).toHaveText('may-hong · không thấy');
  await page.getByRole('radio', { name: 'Máy in', exact: true }).check({ force: true });
  await expect(page.getByText('may-hong · không thấy').first()).toBeVisible();
  await expect(page.getByLabel('Máy in giấy tiếp nhận')).toHaveValue('pdf-folder');
  await expect(page.getByLabel('Máy in dự phòng')).toHaveValue('may-cu');
});

test('margins are two numbers read off a folded sheet', async ({ office, page }) => {
  prepare(office, { printer: 'pdf-folder' }, 0);
  await openTray(office, page);
  await page.keyboard.press('Alt+6');
  const dialog = page.getByRole('dialog', { name: 'Căn lề máy in pdf-folder' });
  await expect(dialog.getByRole('img')).toBeVisible();
  await page.keyboard.press('Alt+i');
  await expect(dialog.getByText('Đã gửi tờ căn lề.')).toBeVisible();
  await dialog.getByLabel('Ngang (mm)').fill('ba');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Từ -10 đến 10, theo nửa mm, như -1,5.')).toBeVisible();
  await dialog.getByLabel('Ngang (mm)').fill('-1,5');
  await dialog.getByLabel('Dọc (mm)').fill('2');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Đã lưu; tờ kiểm tra đang in, nếp gấp phải trúng số 0.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+6');
  await expect(dialog.getByLabel('Ngang (mm)')).toHaveValue('-1,5');
});

test('a roll printer is set by its address, and receipts go to it', async ({ office, page }) => {
  const roll = new FakeRoll();
  const { port } = await roll.listen();
  try {
    await office.enter(page, 'admin');
    await page.keyboard.press('F9');
    await expect(page.getByRole('radio', { name: 'Máy in', exact: true })).toBeAttached();
    const group = await addRoll(page);
    await group.getByLabel('Địa chỉ').fill('8.8.8.8');
    await group.getByLabel('Cổng').fill(String(port));
    await page.getByLabel(/^Lý do thay đổi/).fill('máy in cuộn mới');
    await page.keyboard.press('Control+Enter');
    await expect(group.getByText('Địa chỉ trong mạng cơ quan, như 192.168.1.50.')).toBeVisible();
    await group.getByLabel('Địa chỉ').fill('127.0.0.1');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Đã lưu; thay đổi có hiệu lực ngay.')).toBeVisible();
    await page.getByLabel('Máy in giấy tiếp nhận').selectOption('Cuộn quầy 1');
    await page.getByLabel(/^Lý do thay đổi/).fill('giấy tiếp nhận in cuộn');
    await page.keyboard.press('Control+Enter');
    await expect(bar(page)).toContainText('Máy giấy tiếp nhận: sẵn sàng');
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations).toEqual([]);
  } finally {
    await roll.close();
  }
});
