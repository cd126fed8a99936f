import { expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { test } from '../../support/office.ts';
import { chooseCase } from '../../support/receive.ts';
import {
  card,
  otherCard,
  idNumber,
  fullName,
  phone,
  procedure,
  thirdCard,
  secondCard,
  submitterName,
  accepted,
  choose,
  acceptedNumber,
} from '../../support/reception.ts';

test('another card asks whose it is: of the next citizen, and the one before is kept whole', async ({ desk: page }) => {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await phone(page).fill('0909 999 999');
  await scan(page, otherCard);
  await expect(secondCard(page)).toContainText('TRẦN VĂN BÌNH (079 085 000001)');
  await page.keyboard.press('Alt+3');
  await expect(fullName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await expect(phone(page)).toHaveValue('');
  await expect(page.getByText(/đã cất vào bản nháp/)).toBeVisible();
  await choose(page, 'ks');
  // What is asked in a dialog is asked about this citizen: a card scanned above it changes nothing, and that is said.
  await page.keyboard.press('Alt+Shift+t');
  const refusal = page.getByRole('dialog', { name: 'Từ chối (Mẫu 03)' });
  await refusal.getByLabel('Lý do').fill('Không thuộc thẩm quyền giải quyết của phường.');
  await scan(page, card);
  await expect(page.getByText('Vừa quét một mã khi hộp thoại đang mở', { exact: false })).toBeVisible();
  await expect(secondCard(page)).toHaveCount(0);
  await expect(refusal.getByLabel('Lý do')).toHaveValue('Không thuộc thẩm quyền giải quyết của phường.');
  await page.keyboard.press('Escape');
  await refusal.getByRole('button', { name: 'Bỏ phần đã gõ' }).click();
  await expect(refusal).toHaveCount(0);
  await expect(fullName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await page.keyboard.press('Shift+F2');
  await expect(page.getByText('đã cất vào bản nháp; lấy lại ở mục', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Lấy lại: NGUYỄN THỊ ĐẶNG ÁNH/ }).click();
  await expect(phone(page)).toHaveValue('0909 999 999');
});

test('another card of who files for somebody, or of whom it is filed for, moves nobody away', async ({
  desk: page,
}) => {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await phone(page).fill('0909 999 999');
  await scan(page, otherCard);
  // Enter alone, as a scanner sends it too often, changes nothing.
  await expect(secondCard(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(secondCard(page)).toBeHidden();
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByRole('region', { name: 'Người nộp thay' })).toHaveCount(0);

  await scan(page, otherCard);
  await expect(secondCard(page)).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(submitterName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await expect(fullName(page).first()).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByLabel('Giấy tờ cho nộp thay', { exact: true })).toBeFocused();
  await page.keyboard.insertText('Giấy ủy quyền 12');
  // A third card does not take the submitter's place unasked, wherever the cursor is.
  await scan(page, thirdCard);
  await expect(secondCard(page)).toContainText('LÊ THỊ CÚC');
  await page.keyboard.press('Escape');
  await expect(submitterName(page)).toHaveValue('TRẦN VĂN BÌNH');

  await page.keyboard.press('Alt+Shift+j');
  await expect(fullName(page).first()).toHaveValue('TRẦN VĂN BÌNH');
  await expect(submitterName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByLabel('Giấy tờ cho nộp thay', { exact: true })).toHaveValue('Giấy ủy quyền 12');
});

test('who stood there first files it for the card’s person, by one key', async ({ desk: page }) => {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await scan(page, otherCard);
  await expect(secondCard(page)).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(fullName(page).first()).toHaveValue('TRẦN VĂN BÌNH');
  await expect(submitterName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
});

test('F2 means one thing: it comes here and lays nothing aside; who files for somebody is not lost by a key too many', async ({
  desk: page,
}) => {
  await scan(page, card);
  await choose(page, 'ks');
  await page.keyboard.press('Alt+n');
  const paper = page.getByLabel('Giấy tờ cho nộp thay', { exact: true });
  await submitterName(page).fill('TRẦN VĂN BÌNH');
  await page.getByLabel('Số định danh', { exact: true }).last().fill('079085000001');
  await paper.fill('Giấy ủy quyền 12');
  for (const keys of ['F2', 'F2', 'F3', 'F2', 'F2', 'Alt+n', 'Alt+n']) await page.keyboard.press(keys);
  await expect(submitterName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await expect(procedure(page)).toHaveValue('Đăng ký khai sinh');
  // Closed by hand and opened again they stand there as typed.
  await page.getByRole('button', { name: 'Bỏ người nộp thay' }).click();
  await expect(paper).toHaveCount(0);
  await page.keyboard.press('Alt+n');
  await expect(paper).toHaveValue('Giấy ủy quyền 12');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  await accepted(page).getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(page.getByText('TRẦN VĂN BÌNH', { exact: true }).filter({ visible: true }).first()).toBeVisible();
});

test('an emptied procedure box says nothing of a search', async ({ desk: page }) => {
  await procedure(page).focus();
  await page.keyboard.type('zzzz', { delay: 60 });
  await expect(page.getByText('Không có thủ tục nào khớp «zzzz»', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Backspace');
  await expect(procedure(page)).toHaveValue('');
  await expect(page.getByText('Không có thủ tục nào khớp', { exact: false })).toHaveCount(0);
});

test('a slip says that components were put down only where they were', async ({ desk: page }) => {
  await scan(page, card);
  await choose(page, 'ks');
  await page.keyboard.press('Control+Shift+H');
  const dialog = page.getByRole('dialog', { name: 'In phiếu hướng dẫn' });
  await expect(dialog.getByText('Mỗi dòng một giấy tờ.', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Shift+H');
  await expect(dialog.getByText('Đã ghi sẵn các thành phần chưa đánh dấu.', { exact: false })).toBeVisible();
});

test('the same person with the same procedure just now is asked about, and a second file wants a reason that somebody typed', async ({
  desk: page,
}) => {
  const file = async () => {
    await scan(page, card);
    await choose(page, 'ks');
    await page.keyboard.press('Control+Enter');
  };
  await file();
  await expect(accepted(page)).toBeVisible();
  const first = await acceptedNumber(page);
  await file();
  const asked = page.getByRole('dialog', { name: 'Cần nêu lý do' });
  await expect(asked).toContainText(`Vừa tiếp nhận cùng thủ tục của người này: ${first}`);
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await page.keyboard.press('Control+Enter');
  // A key pressed twice makes no second file.
  await expect(asked.getByRole('textbox')).toHaveValue('');
  await page.keyboard.press('Control+Enter');
  await expect(asked.getByRole('alert')).toContainText('Cần nhập ô này.');
  await page.keyboard.insertText('Hai con sinh đôi');
  await page.keyboard.press('Control+Enter');
  await expect(asked).toBeHidden();
  await expect(accepted(page)).not.toContainText(first);
  // The next citizen begins clean: the cursor at the number, nobody's paper beside it.
  await expect(idNumber(page)).toBeFocused();
  await expect(page.getByText('Giấy tiếp nhận và hẹn trả hiện ở đây ngay khi chọn thủ tục.')).toBeVisible();
});

test('keys of the browser do not open its own windows', async ({ desk: page }) => {
  await idNumber(page).focus();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    window.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented && event.key.length === 1) seen.push(event.key);
    });
  });
  await page.keyboard.press('F4');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeVisible();
  for (const keys of ['Control+p', 'Alt+d', 'Control+s']) await page.keyboard.press(keys);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  // What it saves is a filter: the window's own dialog, and none of the browser's.
  await expect(page.getByRole('dialog', { name: 'Bộ lọc đã lưu' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
});

test('a window whose program is gone says so, and where to go on; never to wait for ever', async ({
  office,
  desk: page,
}) => {
  const gone = page.getByRole('alertdialog', { name: 'Chương trình đã tắt' });
  await office.kill('SIGKILL');
  await phone(page).fill('0909 123 456');
  await expect(gone).toBeVisible({ timeout: 30_000 });
  await expect(gone).toContainText('Mở lại Một Cửa Desk bằng biểu tượng');
  // What was typed since is in no draft: it says so, and steps aside so that it can be read and copied.
  await expect(gone).toContainText('Chưa có bản nháp nào được giữ');
  await expect(gone).not.toContainText('nằm trong bản nháp');
  await gone.getByRole('button', { name: 'Xem phần đang nhập' }).press('Enter');
  await expect(gone).toBeHidden();
  await phone(page).click();
  await expect(phone(page)).toHaveValue('0909 123 456');
  await expect(page.getByText('vài giây').filter({ visible: true })).toHaveCount(0);
});

test('a field is tidied and judged when the cursor leaves it, before anything is sent', async ({ desk: page }) => {
  const birth = page.getByLabel('Ngày sinh', { exact: true });
  await birth.fill('31/02/2020');
  await birth.press('Tab');
  await expect(page.getByText('Lịch không có ngày này. Xem lại ngày và tháng.')).toBeVisible();
  await birth.fill('15021985');
  await birth.press('Tab');
  await expect(birth).toHaveValue('15/02/1985');
  await expect(page.getByText('Lịch không có ngày này', { exact: false })).toHaveCount(0);
  await idNumber(page).fill('079-085 000001');
  await idNumber(page).press('Tab');
  await expect(idNumber(page)).toHaveValue('079 085 000001');
  await phone(page).fill('0901-234-567');
  await phone(page).press('Tab');
  await expect(phone(page)).toHaveValue('0901 234 567');
  // Nothing that is only missing is complained about yet.
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveCount(0);
});

test('what was just received is paid by one key, and F7 on a case takes its money', async ({ desk: page }) => {
  await scan(page, card);
  await choose(page, '1.004222');
  // The papers go by the case: guidance and reception both ask for it first.
  const cases = page.getByRole('listbox', { name: 'Người dân thuộc trường hợp nào?' });
  await page.keyboard.press('Control+Shift+H');
  await expect(cases).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('tùy trường hợp: chọn trường hợp trước');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  const asked = page.getByRole('dialog', { name: 'Cần nêu lý do' });
  await expect(asked).toContainText('Chưa chọn trường hợp của người dân');
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await chooseCase(page, '6');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page).getByRole('button', { name: 'Thu phí' })).toBeVisible();
  const number = await acceptedNumber(page);
  await page.keyboard.press('F7');
  const cash = page.getByRole('region', { name: 'Thu phí', exact: true });
  await expect(cash.getByText(number, { exact: false })).toBeVisible();
  await page.keyboard.press('F2');
  await accepted(page).getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await page.keyboard.press('F7');
  await expect(cash.getByText(number, { exact: false })).toBeVisible();
});
