import { type Page, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { newFolder } from '../../support/desk/folder.ts';
import { reception } from '../../support/desk/test-desk.ts';
import { settings } from '../../support/papers/well-formed.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';
import { Office, password } from '../support/office.ts';

/** What those who keep a real office do at one screen, the second beside them: terms and an erasure, the review, the key of receipts, the centre. */

test.describe.configure({ timeout: 240_000 });

async function enter(page: Page, username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Các màn hình').waitFor();
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
}

async function toOffice(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await page.getByRole('radio', { name: 'Người dùng' }).waitFor({ state: 'attached' });
}

async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await file.path());
}

const residence = { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] };

test('terms of keeping, a person’s copy, an erasure by two; the review, the support file, another key for receipts, the centre', async ({
  page,
}) => {
  const office = new Office(newFolder());
  const accounts = [
    { username: 'an', fullName: 'Trần Thị An', role: 'admin', password },
    { username: 'binh', fullName: 'Lê Văn Bình', role: 'supervisor', password },
    { username: 'tu', fullName: 'Phạm Tú', role: 'clerk', password },
  ];
  office.call('office.setUp', { settings, accounts });
  const by = (user: string, call: string, input: object) =>
    office.batch(JSON.stringify({ call, input }), '--user', user)[0];
  const { caseId, number } = by('tu', 'case.receive', reception(residence)).value;
  const code = number.official ?? number.local;
  by('tu', 'case.act', { caseId, act: { type: 'withdraw', reason: 'Đổi ý rồi' } });
  by('binh', 'case.act', { caseId, act: { type: 'stop', reason: 'Theo đề nghị' } });
  by('an', 'account.colleagues', {});
  try {
    await page.goto(await office.serve());
    await enter(page, 'binh');
    await toOffice(page);
    await page.keyboard.press('Alt+u');
    await expect(page.getByRole('heading', { name: 'Dữ liệu cá nhân', exact: true })).toBeVisible();

    await page.keyboard.press('Alt+t');
    const term = page.getByRole('dialog', { name: 'Đặt thời hạn lưu' });
    await term.getByLabel(/^Số năm/).fill('1');
    await page.keyboard.press('Control+Enter');
    await expect(term.getByText('Từ 2 đến 70 năm, hoặc để trống.')).toBeVisible();
    await term.getByLabel(/^Số năm/).fill('10');
    await term.getByLabel('Theo văn bản nào').fill('Danh mục hồ sơ 2026');
    await look(page, 'keeping-term');
    await page.keyboard.press('Control+Enter');
    await expect(term).toBeHidden();
    await expect(page.getByRole('cell', { name: '10 năm' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Danh mục hồ sơ 2026' })).toBeVisible();

    await page.keyboard.press('Alt+c');
    const copy = page.getByRole('dialog').filter({ has: page.getByLabel(/^Số định danh/) });
    await copy.getByLabel(/^Số định danh/).fill(reception().applicant.idNumber);
    await copy.getByLabel(/^Theo đề nghị/).fill('Đơn của chính người ấy');
    const pdf = await saved(page, () => page.keyboard.press('Control+Enter'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(copy).toBeHidden();

    await page.keyboard.press('Alt+x');
    const erase = page.getByRole('dialog', { name: 'Xóa người nộp khỏi hồ sơ' });
    await erase.getByLabel('Mã hồ sơ, ghi đủ').fill(code);
    await expect(erase.getByText(/^NGUYỄN .* · /)).toBeVisible();
    await erase.getByLabel('Căn cứ').selectOption('ordered');
    await erase.getByLabel('Quyết định, văn bản nào').fill('Bản án số 12 của Tòa án');
    await erase.getByLabel('Mật khẩu của bạn').fill(password);
    // Who sits there alone gets no further.
    await page.keyboard.press('Control+Enter');
    await expect(erase).toBeVisible();
    await erase.getByLabel('Tên đăng nhập của người thứ hai').fill('tu');
    await erase.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(erase.getByRole('alert')).toContainText('Người thứ hai phải là', { timeout: 40_000 });
    await look(page, 'erase-two');
    await expectAccessible(page);
    await erase.getByLabel('Tên đăng nhập của người thứ hai').fill('an');
    await page.keyboard.press('Control+Enter');
    await expect(erase).toBeHidden({ timeout: 40_000 });
    await expect(page.getByText(code).first()).toBeVisible();
    await leave(page);

    await enter(page, 'an');
    await toOffice(page);
    await page.keyboard.press('Alt+2');
    const review = page.getByRole('table', { name: 'Rà soát quyền, sáu tháng một lần' });
    await expect(review.getByRole('cell', { name: 'Lê Văn Bình (binh)' })).toBeVisible();
    await page.getByRole('button', { name: 'Đã rà soát' }).click();
    await page.getByLabel('Kết quả rà soát').fill('Đủ người, đúng quyền');
    await page.getByRole('button', { name: 'Đã rà soát' }).click();
    await expect(page.getByText(/Đủ người, đúng quyền/).first()).toBeVisible();
    await look(page, 'access-review');

    await page.keyboard.press('Alt+d');
    await expect(page.getByRole('heading', { name: 'Kiểm tra sổ' })).toBeVisible();
    const support = (await saved(page, () => page.keyboard.press('Alt+h'))).toString();
    for (const name of ['Lê Văn Bình', 'NGUYỄN', reception().applicant.idNumber]) expect(support).not.toContain(name);
    await expect(page.getByText(/^Đã tạo\. Mở xem được/)).toBeVisible();
    await page.keyboard.press('Alt+y');
    const turn = page.getByRole('dialog', { name: 'Thay khóa ký giấy' });
    await turn.getByLabel('Vì sao thay').fill('Thay định kỳ');
    await turn.getByLabel('Mật khẩu của bạn').fill(password);
    await turn.getByLabel('Tên đăng nhập của người thứ hai').fill('binh');
    await turn.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^Từ nay giấy ký bằng khóa [0-9a-f]{16}\./)).toBeVisible({ timeout: 40_000 });

    // The centre: one alone has no button to press, two are told what the code is.
    await page.keyboard.press('Alt+q');
    await expect(page.getByRole('button', { name: /^Nhập vào trung tâm/ })).toBeVisible();
    await page.keyboard.press('Alt+n');
    const join = page.getByRole('dialog', { name: 'Nhập vào trung tâm' });
    await join.getByRole('textbox').first().fill('MCH1.abc');
    const act = join.getByRole('button', { name: 'Nhập vào trung tâm' });
    await expect(act).toBeDisabled();
    await join.getByLabel('Mật khẩu của bạn').fill(password);
    await join.getByLabel('Tên đăng nhập của người thứ hai').fill('tu');
    await join.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await expect(act).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(join.getByRole('alert')).toContainText('Người thứ hai phải là', { timeout: 40_000 });
    await look(page, 'join-by-two');
    await expectAccessible(page);
    await expectNothingSideways(page);
    await join.getByLabel('Tên đăng nhập của người thứ hai').fill('binh');
    await page.keyboard.press('Control+Enter');
    await expect(join.getByRole('alert')).toContainText(/mã/i, { timeout: 40_000 });
  } finally {
    await office.end();
  }
});
