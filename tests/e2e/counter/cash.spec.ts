import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { signIn, test } from '../support/office.ts';
import { card } from '../support/receive.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';
import { count, openTill, pay, tendered, till } from '../support/till.ts';

const caseBox = (page: Page) => page.getByRole('combobox', { name: 'Quét giấy hẹn, hoặc gõ tên, mã hồ sơ' });
const collected = (page: Page) => page.getByRole('region', { name: 'Đã thu' });

/** A certified copy: 2.000 đ for each of the first two pages, 1.000 đ from the third (TT 226/2016/TT-BTC Điều 4). */
async function receiveCopy(page: Page, pages: string): Promise<string> {
  await scan(page, card);
  const procedure = page.getByRole('combobox', { name: 'Tìm thủ tục' });
  await expect(procedure).toBeFocused();
  await page.keyboard.type('2.000815', { delay: 60 });
  await page.keyboard.press('Enter');
  await page.getByLabel('Số trang bản chính', { exact: false }).fill(pages);
  await page.keyboard.press('Control+Enter');
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  return (await accepted.getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/).textContent()) ?? '';
}

test('a drawer opened, a copy paid by pages with change given back, and closed to the đồng', async ({ desk: page }) => {
  const number = await receiveCopy(page, '3');
  await openTill(page);
  await scan(page, number);
  await expect(pay(page).getByText('5.000 đ').first()).toBeVisible();
  await expect(tendered(page)).toBeFocused();
  await page.keyboard.type('2000');
  await page.keyboard.press('Control+Enter');
  await expect(pay(page).getByText('Còn thiếu 3.000 đ.')).toBeVisible();
  await tendered(page).fill('20000');
  await expect(tendered(page)).toHaveValue('20.000');
  await expect(pay(page).getByText('15.000 đ')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(collected(page).getByText('0000001', { exact: true })).toBeVisible();
  await expect(collected(page).getByText('15.000 đ')).toBeVisible();
  await expect(caseBox(page)).toBeFocused();
  await expect(till(page).getByText('165.000 đ')).toBeVisible();

  await page.keyboard.press('Alt+d');
  const dialog = page.getByRole('dialog', { name: /^Đóng két/ });
  await count(dialog, { '50.000': '2', '10.000': '5', '1.000': '10' });
  await expect(dialog.getByText('−5.000 đ')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Cần nhập ô này.')).toBeVisible();
  await count(dialog, { '5.000': '1' });
  await expect(dialog.getByText('khớp')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(till(page).getByText('đang đóng')).toBeVisible();
  await expect(till(page).getByText(/165\.000 đ · khớp/)).toBeVisible();

  await page.keyboard.press('Alt+Shift+s');
  await expect(page.getByRole('table', { name: 'Biên lai trong ngày' }).getByText('0000001')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(till(page).getByText(/165\.000 đ · khớp/)).toBeVisible();
});

test('a fee nobody verified is set with its source before it can be collected', async ({ desk: page }) => {
  await scan(page, card);
  const procedure = page.getByRole('combobox', { name: 'Tìm thủ tục' });
  await expect(procedure).toBeFocused();
  await page.keyboard.type('2.000815', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  // Never without a word of the pages (TT 226/2016/TT-BTC Điều 4): the cursor goes where they are wanted, and «?» says they wait.
  await page.keyboard.press('Control+Enter');
  const counted = page.getByLabel('Số trang bản chính', { exact: false });
  await expect(counted).toBeFocused();
  await expect(page.getByText('Ghi số trang bản chính x số bản của từng giấy', { exact: false }).first()).toBeVisible();
  await counted.fill('CCCD 2x3; Sổ hồng 4; 10x2');
  await expect(page.getByText('Sổ hồng: 4 trang × 1 bản', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('42.000 đ').first()).toBeVisible();
  if (process.env['MONEY_PICTURE'] !== undefined) await page.screenshot({ path: process.env['MONEY_PICTURE'] });
  await counted.fill('?');
  await page.keyboard.press('Control+Enter');
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  const number = (await accepted.getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/).textContent()) ?? '';
  await openTill(page);
  await scan(page, number);
  await expect(page.getByText('chưa biết số trang')).toBeVisible();
  await expect(pay(page).getByRole('button', { name: /Thu và in biên lai/ })).toBeDisabled();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: /^Mức thu/ });
  await page.keyboard.type('12000', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Cần nhập ô này.')).toBeVisible();
  await dialog.getByLabel('Niêm yết tại, theo văn bản nào').fill('bảng giá tại quầy, 6 trang');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(pay(page).getByText('12.000 đ').first()).toBeVisible();
});

test('who took the wrong fee takes it back by a key within the minute: the change is said, the fee is due again', async ({
  desk: page,
}) => {
  const number = await receiveCopy(page, '2');
  await openTill(page);
  await scan(page, number);
  await expect(tendered(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(collected(page).getByRole('button', { name: /Thu nhầm, hoàn tác/ })).toContainText('giây');
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/undo-cash.png` });
  await page.keyboard.press('Alt+8');
  await expect(page.getByText('Đã hoàn tác biên lai 0000001: trả lại 4.000 đ', { exact: false })).toBeVisible();
  await expect(collected(page)).toBeHidden();
  await expect(pay(page).getByText('4.000 đ').first()).toBeVisible();
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/undone-cash.png` });
});

test('only a supervisor gives money back, with the reason; the fee is due again', async ({ desk: page }) => {
  const number = await receiveCopy(page, '2');
  await openTill(page);
  await scan(page, number);
  await expect(tendered(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(collected(page)).toBeVisible();
  await expect(page.getByText('Hoàn tiền, sửa biên lai cần quyền lãnh đạo.')).toBeVisible();
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: /Đăng xuất/ }).click();
  await signIn(page, 'supervisor');
  await page.keyboard.press('F7');
  await expect(caseBox(page)).toBeFocused();
  await scan(page, number);
  await expect(page.getByText('Đã thu, biên lai 0000001')).toBeVisible();
  await page.keyboard.press('Alt+Shift+0');
  const dialog = page.getByRole('dialog', { name: 'Hoàn tiền biên lai 0000001' });
  await dialog.getByLabel('Lý do hoàn').fill('người dân rút yêu cầu');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Đã hoàn 4\.000 đ của biên lai 0000001/)).toBeVisible();
  await expect(pay(page).getByText('4.000 đ').first()).toBeVisible();
});

test('a refund that is confirmed three times in a hurry is one refund, and nothing is collected anew', async ({
  desk: page,
}) => {
  const number = await receiveCopy(page, '2');
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: /Đăng xuất/ }).click();
  await signIn(page, 'supervisor');
  // Whoever gives it back holds the drawer, so that the fee could be taken again by the very key that confirms.
  await openTill(page);
  await scan(page, number);
  await expect(tendered(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(collected(page)).toBeVisible();
  await page.keyboard.press('Alt+Shift+0');
  const dialog = page.getByRole('dialog', { name: 'Hoàn tiền biên lai 0000001' });
  await dialog.getByLabel('Lý do hoàn').fill('người dân rút yêu cầu');
  const calls: string[] = [];
  page.on('request', (request) => {
    const [, call] = /money\/(refund|collect)$/.exec(request.url()) ?? [];
    if (call !== undefined) calls.push(call);
  });
  await page.keyboard.down('Control');
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Enter', { delay: 30 });
  await page.keyboard.up('Control');
  await expect(page.getByText(/Đã hoàn 4\.000 đ của biên lai 0000001/)).toBeVisible();
  await expect(pay(page).getByText('4.000 đ').first()).toBeVisible();
  await expect(till(page).getByText('160.000 đ').first()).toBeVisible();
  // What was given back is not told as just taken.
  await expect(collected(page)).toBeHidden();
  expect(calls).toEqual(['refund']);
  // Who has seen what stands there and presses again means it.
  await tendered(page).focus();
  await page.keyboard.type('5000', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(collected(page)).toContainText('0000002');
  expect(calls).toEqual(['refund', 'collect']);
});

test('a wrong receipt is told to its payer, a wrong amount gets a receipt in its place: by the keyboard, on paper', async ({
  desk: page,
}) => {
  const number = await receiveCopy(page, '2');
  await openTill(page);
  await scan(page, number);
  await expect(tendered(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(collected(page)).toBeVisible();
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: /Đăng xuất/ }).click();
  await signIn(page, 'supervisor');
  await page.keyboard.press('F7');
  await expect(caseBox(page)).toBeFocused();
  await scan(page, number);
  await expect(page.getByText('Đã thu, biên lai 0000001')).toBeVisible();

  await page.keyboard.press('Alt+c');
  const dialog = page.getByRole('dialog', { name: 'Sửa biên lai 0000001' });
  await expect(dialog.getByRole('checkbox', { name: 'Tên người nộp' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Chọn ít nhất một chỗ sai.')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(dialog.getByText('Biên lai vẫn giữ.', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Nội dung vẫn như trên biên lai', { exact: false })).toBeVisible();
  await dialog.getByLabel('Tên đúng của người nộp').fill('NGUYỄN THỊ HOA');
  await dialog.getByLabel('Lý do').fill('Ghi nhầm tên người nộp thay');
  await expectAccessible(page);
  await expectNothingSideways(page);
  await shot(page, 'notice');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi biên lai 0000001 lập sai', { exact: false })).toBeVisible();
  await expect(page.getByText(/đã thông báo lập sai .*: Tên người nộp/)).toBeVisible();

  await page.keyboard.press('Alt+c');
  await expect(dialog.getByRole('checkbox', { name: 'Tên người nộp' })).toBeFocused();
  // What only the desk knows to be wrong is said at its field.
  const taxCode = dialog.getByRole('checkbox', { name: 'Mã số thuế' });
  await taxCode.check();
  await dialog.getByLabel('Mã số thuế đúng').fill('0123456789');
  await dialog.getByLabel('Lý do').fill('Sai mã số thuế');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Mã số thuế đúng')).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByText('Thông tin nhập chưa đúng', { exact: false })).toBeVisible();
  // What was said of the old one is gone with it.
  await dialog.getByLabel('Mã số thuế đúng').fill('0100109106');
  await expect(dialog.getByText('Thông tin nhập chưa đúng', { exact: false })).toBeHidden();
  await expect(dialog.getByLabel('Mã số thuế đúng')).not.toHaveAttribute('aria-invalid', 'true');
  await taxCode.uncheck();
  await dialog.getByLabel('Lý do').fill('');
  await dialog.getByRole('checkbox', { name: 'Tên người nộp' }).focus();
  const amount = dialog.getByRole('checkbox', { name: 'Số tiền', exact: true });
  // At the pace of a hand: faster is a scanner, whose Tab ends a scan.
  for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press('Tab', { delay: 60 });
  await expect(amount).toBeFocused();
  await page.keyboard.press('Space');
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab', { delay: 60 });
  await page.keyboard.press('Control+A');
  // A nought too many is asked about before anything is made.
  await page.keyboard.type('20000', { delay: 60 });
  await expect(dialog.getByText(/cao hơn mức thu theo quy định là 4\.000 đ\. Xem có thừa số 0 không\./)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Sửa số tiền, hoặc đánh dấu là đã xem lại.')).toBeVisible();
  await shot(page, 'above-fee');
  await page.keyboard.press('Backspace');
  await expect(dialog.getByText(/cao hơn mức thu/)).toBeHidden();
  await expect(dialog.getByText('Trả lại người nộp 2.000 đ (tiền mặt).')).toBeVisible();
  await page.keyboard.press('Tab', { delay: 60 });
  await page.keyboard.type('Dem thua mot trang', { delay: 60 });
  await shot(page, 'replacement');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Biên lai 0000002 thay thế biên lai 0000001.')).toBeVisible();
  await expect(page.getByText('đã có biên lai thay thế')).toBeVisible();
  await expect(till(page).getByText('162.000 đ')).toBeVisible();
  // The fee is what the right receipt says: no count of pages stands beside another sum, and no more goes back.
  await expect(page.getByText('Theo biên lai thay thế số 0000002')).toBeVisible();
  await expect(page.getByText(/\d+ trang × 1 bản/)).toBeHidden();
  await shot(page, 'corrected');
  await page.keyboard.press('Alt+Shift+0');
  await expect(page.getByRole('dialog', { name: 'Hoàn tiền biên lai 0000002' }).getByText('2.000 đ')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+o');
  await page.keyboard.press('F3');
  await scan(page, number);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Thông báo biên lai số 0000001 lập sai', { exact: false })).toBeVisible();
  await expect(page.locator('option', { hasText: /^Thông báo biên lai lập sai$/ })).toHaveCount(1);
});

/** In both looks and on both screens, where a folder is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  const was = page.viewportSize();
  for (const look of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.emulateMedia({ colorScheme: look });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${folder}/correct-${name}-${look}-${width}.png` });
    }
  if (was !== null) await page.setViewportSize(was);
}

test('no serious accessibility fault, and nothing scrolls sideways', async ({ desk: page }) => {
  const number = await receiveCopy(page, '3');
  await openTill(page);
  await scan(page, number);
  await expect(tendered(page)).toBeFocused();
  for (const keys of ['', 'Alt+2', 'Alt+Shift+s']) {
    if (keys !== '') await page.keyboard.press(keys);
    await expectAccessible(page);
    await expectNothingSideways(page);
  }
});
