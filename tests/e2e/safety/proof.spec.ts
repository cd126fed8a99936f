import { type Page, expect } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { newFolder } from '../../support/desk/folder.ts';
import { reception } from '../../support/desk/test-desk.ts';
import { readCodes } from '../../support/papers/code-reader.ts';
import { drawFirstPage } from '../../support/papers/pdf-reader.ts';
import { withDigit } from '../../support/proof/square.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { look } from '../support/looks/look.ts';
import { Office, test } from '../support/office.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';

/** What somebody outside can check, and what the law on personal data asks for: from the counter, and from who answers for the register. */

test.describe.configure({ timeout: 120_000 });

/** Find is fetched when somebody first goes there: a code that comes before it is heard by no screen. */
async function toFind(page: Page): Promise<void> {
  await page.keyboard.press('F3');
  await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
}

/** A file received as a program would, and the digits of its receipt's square as a camera reads them. */
async function received(office: Office): Promise<{ number: string; square: string }> {
  const [got] = office.batch(JSON.stringify({ call: 'case.receive', input: reception() }));
  const { documents, number } = got.value;
  const [paper] = office.batch(
    JSON.stringify({ call: 'paper.download', input: { documentId: documents[0].documentId } }),
  );
  const codes = await readCodes(await drawFirstPage(Buffer.from(paper.value.base64, 'base64'), 203));
  const square = codes.map((code) => code.replace('QRCode:', '')).find((text) => /^\d{200,}$/.test(text)) ?? '';
  return { number: number.official ?? number.local, square };
}

async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await file.path());
}

test('a receipt under the scanner opens its case and says that it is genuine; a forged one says so', async ({
  office,
  page,
}) => {
  const { number, square } = await received(office);
  await office.enter(page);
  await toFind(page);
  await scan(page, square);
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await expect(page.getByText(new RegExp(`^Giấy thật: sổ đã ký giấy ${number}`))).toBeVisible();
  await look(page, 'receipt-genuine');
  await toFind(page);
  await scan(page, withDigit(square, square.length - 1));
  await expect(page.getByText(/^Giấy giả, bị sửa hoặc quét thiếu/).filter({ visible: true })).toBeVisible();
  await look(page, 'receipt-forged');
  await expectAccessible(page);
  // Scanned at the list of work it is carried to Find, as any receipt is.
  await page.keyboard.press('F4');
  await expect(page.getByRole('heading', { name: 'Việc cần làm', level: 1 })).toBeAttached();
  await scan(page, square);
  await expect(page.getByText(/^Giấy thật/).filter({ visible: true })).toBeVisible();
});

test('the register is taken out to be checked, and a person’s copy and an erasure are one act each', async ({
  office,
  page,
}) => {
  await office.enter(page, 'supervisor');
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+d');
  await expect(page.getByRole('heading', { name: 'Kiểm tra sổ' })).toBeVisible();
  const packed = await saved(page, () => page.keyboard.press('Alt+x'));
  expect(packed.subarray(0, 2).toString('hex')).toBe('1f8b');
  await expect(page.getByText(/^Đã xuất \d+ mục/)).toBeVisible();
  const keys = JSON.parse((await saved(page, () => page.keyboard.press('Alt+l'))).toString());
  expect(keys).toMatchObject({ format: 'mot-cua-desk receipt keys 1', office: 'Phường Cát Lái' });
  await look(page, 'export');

  await page.keyboard.press('Alt+u');
  await expect(page.getByRole('heading', { name: 'Dữ liệu cá nhân', exact: true })).toBeVisible();
  // Files are counted beside their term, and no count stands among the documents.
  await expect(
    page.getByRole('cell', { name: /^chưa đặt: không bao giờ quá hạn; [\d.]+ hồ sơ đã xong$/ }).first(),
  ).toBeVisible();
  await look(page, 'privacy');
  await expectAccessible(page);
  await expectNothingSideways(page);
  await page.keyboard.press('Alt+b');
  const dialog = page.getByRole('dialog', { name: 'Ai đã xem' });
  await dialog.getByLabel('Theo đề nghị, văn bản nào').fill('Nghi lộ dữ liệu');
  await look(page, 'breach');
  const pdf = await saved(page, () => page.keyboard.press('Control+Enter'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByText(/^Đã lập nguoi-xem-du-lieu/)).toBeVisible();
  await page.keyboard.press('Alt+x');
  const erase = page.getByRole('dialog', { name: 'Xóa người nộp khỏi hồ sơ' });
  await expect(erase).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(erase.getByText('Ghi đủ mã của hồ sơ.').first()).toBeVisible();
  await look(page, 'erase');
  await expectAccessible(page);
});

test('a receipt that went with the register is told for what it is, and its square fills the form it is entered in', async ({
  office,
  page,
}) => {
  await received(office);
  const [backup] = office.batch(JSON.stringify({ call: 'backup.make', input: {} }));
  const { number, square } = await received(office);
  const restored = new Office(newFolder());
  rmSync(restored.folder, { recursive: true });
  restored.run('restore', backup.value.file);
  try {
    await restored.enter(page);
    await toFind(page);
    await scan(page, square);
    await expect(page.getByText(new RegExp(`khóa cũ của đơn vị đã ký giấy ${number}.*nhập từ giấy này`))).toBeVisible();
    await look(page, 'receipt-lost');
    await expectAccessible(page);
    await page.keyboard.press('Alt+n');
    const band = page.getByRole('region', { name: 'Nhập bù từ giấy' });
    await expect(band.getByLabel('Số trên tờ giấy')).toHaveValue(number);
    for (const name of ['Ngày nhận', 'Giờ nhận', 'Ngày hẹn trên giấy', 'Giờ hẹn'])
      await expect(band.getByLabel(name)).toHaveValue(/\d/);
    await look(page, 'sheet-from-square');
    await band.getByLabel('Giờ nhận').fill('00:01');
    await expect(band.getByText('Khác ô chữ ký')).toBeVisible();
    await look(page, 'sheet-against-square');
    await band.getByLabel('Ngày hẹn trên giấy').fill('');
    await expect(band.getByText(/hồ sơ sẽ lấy ngày hẹn theo luật/)).toBeVisible();
    await expectNothingSideways(page);
    // The same square at the counter: what was typed is the paper's again.
    await band.getByLabel('Số trên tờ giấy').focus();
    await scan(page, square);
    await expect(band.getByText('Khác ô chữ ký')).toBeHidden();
  } finally {
    await restored.end();
  }
});

test('numbers that nobody used are listed, and a supervisor says why by one key', async ({ office, page }) => {
  const asAdmin = (call: string, input: object) =>
    office.batch(JSON.stringify({ call, input }), '--user', 'admin')[0].value;
  const settings = asAdmin('office.settings', {});
  const change = (blocks: readonly object[]) =>
    asAdmin('office.changeSettings', {
      settings: { ...settings, desk: { ...settings.desk, blocks } },
      reason: 'Cấp lại dải số',
    });
  await received(office);
  const [block] = settings.desk.blocks;
  change([{ ...block, first: 40 }, ...settings.desk.blocks.slice(1)]);
  await received(office);
  change(settings.desk.blocks);
  await office.enter(page, 'supervisor');
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: 'Số không dùng, mọi ngày' })).toBeVisible();
  await expect(page.getByText('chưa ai giải thích')).toBeVisible();
  await page.keyboard.press('Alt+x');
  const dialog = page.getByRole('dialog', { name: /^Giải thích số \d+–39 ngày/ });
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Vì sao các số này không dùng').fill('Dải số cấp muộn');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Dải số cấp muộn \(Nguyễn Thị Phụ Trách, /)).toBeVisible();
  await expect(page.getByText('chưa ai giải thích')).toBeHidden();
  await look(page, 'gaps');
  await expectAccessible(page);
  await expectNothingSideways(page);
});
