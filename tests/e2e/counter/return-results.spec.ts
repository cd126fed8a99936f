import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { look } from '../support/looks/look.ts';
import { type Office, test } from '../support/office.ts';

const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', phone: '0901234567' };
const otherCard =
  '079085000001||Trần Văn Bình|01021985|Nam|3 Nguyễn Duy Trinh, Phường Cát Lái, TP. Hồ Chí Minh|02072025';

const box = (page: Page) => page.getByRole('combobox', { name: 'Quét mã trên giấy hẹn, hoặc gõ tên, mã hồ sơ' });
const fullName = (page: Page) => page.getByLabel('Họ và tên người nhận', { exact: true });
const done = (page: Page) => page.getByRole('region', { name: 'Đã trả kết quả' });

/** One call through the command line, as if made some days ago. */
function call(office: Office, name: string, input: unknown, user: string, daysAgo: number): Record<string, any> {
  const file = path.join(office.folder, 'input.json');
  writeFileSync(file, JSON.stringify(input));
  const now = `${new Date(Date.now() - daysAgo * 86_400_000 + 25_200_000).toISOString().slice(0, 10)}T09:00:00+07:00`;
  const printed = office.run('call', name, file, '--user', user, '--now', now);
  return (JSON.parse(printed) as { value: Record<string, any> }).value;
}

/** A residence registration of seven working days; finished on the day it was received, or the day after. */
function received(
  office: Office,
  finishedDaysAgo: number | null,
  of: object = applicant,
  procedureCode = '1.004222',
): { caseId: string; number: string } {
  const file = {
    procedureCode,
    channel: 'direct',
    applicant: of,
    components: [{ index: 0, originals: 1, copies: 0 }],
  };
  const { caseId, number } = call(office, 'case.receive', { ...file, requestId: crypto.randomUUID() }, 'clerk', 2);
  if (finishedDaysAgo !== null) {
    call(
      office,
      'case.act',
      {
        caseId,
        act: { type: 'finish', result: 'Đã đăng ký thường trú' },
        confirm: [{ code: 'finish-unhandled', reason: 'Xử lý ngay tại quầy' }],
      },
      'officer',
      finishedDaysAgo,
    );
  }
  return { caseId, number: number.official ?? number.local };
}

/** The fee of the residence is not paid: handing the result out without it wants a reason (case.act, `fees-unpaid`). */
async function handOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const asked = page.getByRole('dialog', { name: 'Cần nêu lý do' });
  await expect(asked).toContainText('Trả kết quả khi chưa thu đủ phí, lệ phí');
  await page.keyboard.insertText('Chuyển khoản, chờ ngân hàng báo có');
  await page.keyboard.press('Control+Enter');
}

async function open(office: Office, page: Page): Promise<void> {
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('F6');
  await expect(box(page)).toBeFocused();
}

test('a receipt is scanned, one key hands the result out, and the next person can come', async ({ office, page }) => {
  const { number } = received(office, 2);
  await open(office, page);
  await scan(page, number);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByText('Đã đăng ký thường trú')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Trao lại cho người nhận' })).toContainText('1 bản chính');
  await handOut(page);
  await expect(done(page)).toContainText(number);
  await expect(done(page)).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await expect(page.getByRole('option').filter({ hasText: number })).toHaveCount(0);
  // The same receipt again: it is told to whom and when.
  await scan(page, number);
  await expect(page.getByRole('region', { name: 'Kết quả đã được trả' })).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  await page.keyboard.press('F4');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeVisible();
  await expect(page.getByRole('option').filter({ hasText: number, visible: true })).toHaveCount(0);
});

test('handed out to the wrong person: one key within the minute, and it waits again', async ({ office, page }) => {
  const { number } = received(office, 2);
  await open(office, page);
  await scan(page, number);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await handOut(page);
  await expect(done(page).getByRole('button', { name: /Trao nhầm, thu lại/ })).toBeVisible();
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/undo-return.png` });
  await page.keyboard.press('Alt+8');
  await expect(page.getByText(`Đã thu lại: hồ sơ ${number} vẫn chờ trả kết quả.`)).toBeVisible();
  await expect(done(page)).toBeHidden();
  await scan(page, number);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await handOut(page);
  await expect(done(page)).toContainText(number);
});

test('an early result is announced first, by one key', async ({ office, page }) => {
  const { number } = received(office, 1);
  await open(office, page);
  await page.keyboard.insertText(number);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('group', { name: 'Kết quả có trước hạn: báo cho người dân trước khi trả' }),
  ).toBeVisible();
  await page.keyboard.press('Alt+1');
  const act = page.getByRole('button', { name: 'Trả kết quả và in phiếu' });
  await expect(act).toBeDisabled();
  await page.keyboard.press('Control+Enter');
  await expect(done(page)).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+a');
  await expect(act).toBeEnabled();
  await handOut(page);
  await expect(done(page)).toContainText(number);
});

test('somebody else’s card makes a proxy, who needs an authorisation; what is typed survives another screen', async ({
  office,
  page,
}) => {
  const { number } = received(office, 2);
  await open(office, page);
  await scan(page, number);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await scan(page, otherCard);
  await expect(fullName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await expect(page.getByText('Thẻ không phải của chủ hồ sơ: ghi là người nhận thay.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const authorisation = page.getByLabel('Giấy ủy quyền', { exact: true });
  await expect(authorisation).toBeFocused();
  await expect(page.getByText('Nhận thay cần giấy ủy quyền.')).toBeVisible();
  await page.keyboard.insertText('Giấy ủy quyền 12/2026');
  await page.keyboard.press('F2');
  await expect(authorisation).toBeHidden();
  await page.keyboard.press('F6');
  await expect(authorisation).toHaveValue('Giấy ủy quyền 12/2026');
  await handOut(page);
  await expect(done(page)).toContainText('TRẦN VĂN BÌNH');
});

test('nothing is preselected: Enter and Ctrl+Enter give nobody’s result away', async ({ desk: page }) => {
  await page.keyboard.press('F6');
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Quét giấy hẹn để bắt đầu')).toBeVisible();
  await expect(fullName(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
});

test('who is not known to be the receiver gets nothing: the receipt or an identity paper is seen first', async ({
  office,
  page,
}) => {
  const { number } = received(office, 2);
  await open(office, page);
  await page.keyboard.insertText(number);
  await page.keyboard.press('Enter');
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Xem giấy hẹn hoặc giấy tờ tùy thân của người nhận', { exact: false })).toBeVisible();
  await expect(done(page)).toHaveCount(0);
  await page.keyboard.press('Alt+2');
  await handOut(page);
  await expect(done(page)).toContainText(number);
});

test('a fee that is not paid is told before the result is handed out, and one key takes it', async ({
  office,
  page,
}) => {
  const { number } = received(office, 2);
  await open(office, page);
  await scan(page, number);
  const unpaid = page.getByRole('group', { name: 'Phí, lệ phí chưa thu' });
  await expect(unpaid).toContainText('Còn phải thu 20.000 đ.');
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('region', { name: 'Thu tiền' })).toContainText('20.000 đ');
});

test('a company’s result goes to a human with a paper', async ({ office, page }) => {
  const company = { kind: 'business', fullName: 'CÔNG TY TNHH SÔNG XANH', idNumber: '0312345678' };
  const { number } = received(office, 2, company);
  await open(office, page);
  await scan(page, number);
  await expect(fullName(page)).toHaveValue('');
  await expect(page.getByText('Nhận cho CÔNG TY TNHH SÔNG XANH', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(fullName(page)).toBeFocused();
  await scan(page, otherCard);
  await expect(fullName(page)).toHaveValue('TRẦN VĂN BÌNH');
  const paper = page.getByLabel('Giấy giới thiệu, giấy ủy quyền hoặc chức vụ', { exact: true });
  await paper.fill('Giấy giới thiệu 12/2026');
  await handOut(page);
  await expect(done(page)).toContainText('TRẦN VĂN BÌNH');
});

test('who comes too soon is told why, and when to come', async ({ office, page }) => {
  const { number } = received(office, null);
  await open(office, page);
  await scan(page, number);
  const notYet = page.getByRole('region', { name: 'Chưa có kết quả để trả' });
  await expect(notYet).toContainText('Trạng thái: Đã tiếp nhận.');
  await expect(notYet).toContainText(/Hẹn trả: 17:00 thứ \S+ \d\d\/\d\d\/\d{4}/);
  await expect(page.getByRole('button', { name: 'Trả kết quả và in phiếu' })).toHaveCount(0);
});

test('a receipt of another counter is said to be unknown here', async ({ desk: page }) => {
  await page.keyboard.press('F6');
  await expect(box(page)).toBeFocused();
  await scan(page, 'H29.999-200101-0099');
  await expect(page.getByText('Mã H29.999-200101-0099 không có trên máy này.', { exact: false })).toBeVisible();
});

test('no serious accessibility fault, before and with a case', async ({ desk: page }) => {
  await page.keyboard.press('F6');
  await expect(page.getByRole('option').first()).toBeVisible();
  for (const chosen of [false, true]) {
    if (chosen) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(fullName(page)).toBeVisible();
    }
    await expectAccessible(page);
  }
});

test('what else of the applicant lies ready goes to the same hand, each for itself; what needs a reason is named, and one key takes all back', async ({
  office,
  page,
}) => {
  const first = received(office, 2, applicant, '1.001193');
  const second = received(office, 2, applicant, '1.001193');
  const owing = received(office, 2);
  received(office, null);
  await open(office, page);
  await scan(page, first.number);
  const also = page.getByRole('group', { name: 'Cùng chủ hồ sơ này còn 2 kết quả chờ nhận' });
  await expect(also.getByRole('checkbox')).toHaveCount(2);
  await expect(also.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Alt+a');
  await expect(also.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await look(page, 'return-together');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(done(page)).toContainText(`Cùng lúc: ${second.number}`);
  await expect(done(page).getByRole('alert')).toContainText(`${owing.number}: cần nêu lý do riêng`);
  // No printer takes them: of each slip that did not come out the case is named.
  await expect(done(page)).toContainText(`In lỗi: giấy nằm ở khay đỏ, hồ sơ đã lưu${first.number}, ${second.number}`);
  await look(page, 'returned-together');
  await expectAccessible(page);
  // The first is not taken back: the second is tried all the same, and the next press is for the first alone.
  const isFirst = (body: string | null) => body?.includes('undo-return') === true && body.includes(first.caseId);
  await page.route('**/call/case/act', (route) =>
    isFirst(route.request().postData()) ? route.abort() : route.continue(),
  );
  await page.keyboard.press('Alt+8');
  await expect(page.getByText(`Đã thu lại: hồ sơ ${second.number} vẫn`, { exact: false })).toBeVisible();
  await expect(done(page).getByText('1 hồ sơ chưa thu lại được:')).toBeVisible();
  await expect(done(page)).not.toContainText('Cùng lúc');
  await look(page, 'returned-one-not-undone');
  await page.unroute('**/call/case/act');
  await page.keyboard.press('Alt+8');
  await expect(page.getByText(`Đã thu lại: hồ sơ ${first.number}, ${second.number}`, { exact: false })).toBeVisible();
});
