import { type Page, expect } from '@playwright/test';
import { readSecret } from '../../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../../electron/store/keys/primitives.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { reception } from '../../support/desk/test-desk.ts';
import { settings } from '../../support/papers/well-formed.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { test } from '../support/browser.ts';
import { look } from '../support/looks/look.ts';
import { Office, password } from '../support/office.ts';

/** Accounts of a real office, by two: one asks, the other approves at their own counter, and the third sets a password of their own. */

test.describe.configure({ timeout: 240_000 });

const reason = 'Nhận việc ở quầy một cửa';

function realOffice(more: readonly object[] = []): Office {
  const office = new Office(newFolder());
  const accounts = [
    { username: 'an', fullName: 'Trần Thị An', role: 'admin', password },
    { username: 'binh', fullName: 'Lê Văn Bình', role: 'supervisor', password },
    { username: 'tu', fullName: 'Phạm Tú', role: 'clerk', password },
    ...more,
  ];
  office.call('office.setUp', { settings, accounts });
  return office;
}

async function signIn(page: Page, username: string, secret = password): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
}

async function enter(page: Page, username: string): Promise<void> {
  await signIn(page, username);
  await page.getByLabel('Các màn hình').waitFor();
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
}

test('one asks, another approves, the third sets their own password; nobody does it alone', async ({ page }) => {
  const office = realOffice();
  try {
    await page.goto(await office.serve());
    await enter(page, 'binh');
    await leave(page);
    await enter(page, 'an');
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: 'Người dùng' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Không có đề nghị nào chờ duyệt.')).toBeVisible();
    // Two keep the office now: who keeps machines has no screen left that shows who filed something.
    await expect(page.getByLabel('Các màn hình').getByText('Tiếp nhận')).toHaveCount(0);
    await page.keyboard.press('F3');
    await expect(page.getByRole('radio', { name: 'Người dùng' })).toBeChecked();
    await page.getByLabel('Họ và tên').fill('Ngô Gia Hân');
    await page.getByLabel('Tên đăng nhập').fill('han');
    await page.keyboard.press('Control+Enter');
    const add = page.getByRole('dialog', { name: 'Thêm người dùng' });
    await add.getByLabel('Mật khẩu của bạn').fill(password);
    await add.getByLabel('Tên đăng nhập của người thứ hai').fill('tu');
    await add.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(add.getByRole('alert')).toContainText('Người thứ hai phải là một lãnh đạo hoặc quản trị khác', {
      timeout: 40_000,
    });
    await expectAccessible(page);
    await look(page, 'people-two');
    await add.getByText('Gửi người khác duyệt').click();
    // What was wrong with the other way is none of this one's.
    await expect(add.getByText('Người thứ hai phải là một lãnh đạo hoặc quản trị khác')).toBeHidden();
    await add.getByLabel('Lý do').fill(reason);
    await add.getByLabel('Mật khẩu của bạn').fill(password);
    await look(page, 'people-ask');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Đã gửi đề nghị về Ngô Gia Hân. Có hiệu lực khi người khác duyệt.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Chờ duyệt' })).toContainText('Thêm Ngô Gia Hân, Tiếp nhận');
    // What was said of a request is not said any more once it was answered.
    await page.getByLabel('Họ và tên').blur();
    await page.keyboard.press('Alt+r');
    await page.getByRole('dialog', { name: 'Rút đề nghị của bạn' }).getByLabel('Lý do').fill('Gõ nhầm tên');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Đã rút đề nghị.')).toBeVisible();
    await expect(page.getByText(/^Đã gửi đề nghị về/)).toBeHidden();
    await look(page, 'people-withdrawn');
    await page.getByLabel('Họ và tên').fill('Ngô Gia Hân');
    await page.getByLabel('Tên đăng nhập').fill('han');
    await page.keyboard.press('Control+Enter');
    await add.getByText('Gửi người khác duyệt').click();
    await add.getByLabel('Lý do').fill(reason);
    await add.getByLabel('Mật khẩu của bạn').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('table', { name: 'Chờ duyệt' })).toContainText('Thêm Ngô Gia Hân, Tiếp nhận');
    await page.getByLabel('Họ và tên').blur();
    await page.keyboard.press('ArrowDown');
    await look(page, 'people-waiting');
    await leave(page);

    await enter(page, 'binh');
    await expect(page.getByRole('contentinfo').getByText('1 đề nghị chờ bạn duyệt')).toBeVisible();
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: 'Người dùng' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+6');
    await expect(page.getByRole('table', { name: 'Chờ duyệt' })).toContainText(reason);
    await look(page, 'people-approve');
    await page.keyboard.press('Alt+y');
    await page.getByRole('dialog', { name: 'Duyệt đề nghị' }).getByLabel('Mật khẩu của bạn').fill(password);
    await page.keyboard.press('Control+Enter');
    const told = page.getByRole('dialog', { name: 'Mật khẩu dùng một lần của Ngô Gia Hân' });
    await look(page, 'people-told');
    const oneTime = await told.getByText(/^([A-Z][a-z]+-){4}/).innerText();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Alt+j');
    const log = page.getByRole('table', { name: 'Nhật ký' });
    await expect(log).toContainText('Duyệt đề nghị');
    await expect(log).toContainText(reason);
    await expectAccessible(page);
    await look(page, 'people-log');
    await leave(page);

    await signIn(page, 'han', oneTime);
    const own = page.getByRole('dialog', { name: 'Đổi mật khẩu của bạn' });
    await expect(own).toContainText('Mật khẩu vừa dùng chỉ cho một lần đăng nhập');
    // What they signed in with just now is not asked for once more.
    await expect(own.getByLabel('Mật khẩu hiện nay')).toHaveCount(0);
    await own.getByLabel('Mật khẩu mới', { exact: true }).fill('Hoa-Sen-Han-1999');
    await own.getByLabel('Nhập lại mật khẩu mới').fill('Hoa-Sen-Han-1999');
    await page.keyboard.press('Control+Enter');
    await expect(own.getByRole('alert')).toContainText('dễ đoán');
    await expectAccessible(page);
    await look(page, 'people-own');
    for (const label of ['Mật khẩu mới', 'Nhập lại mật khẩu mới'])
      await own.getByLabel(label, { exact: true }).fill('Hoa-Sen-Trong-Ao-8');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Số định danh')).toBeVisible({ timeout: 30_000 });
  } finally {
    await office.end();
  }
});

test('a wrong password is told at the next sign-in; a code of a phone is asked for once it is turned on', async ({
  page,
}) => {
  const office = realOffice();
  try {
    await page.goto(await office.serve());
    await signIn(page, 'an', 'Sai-Mat-Khau-1');
    await expect(page.getByRole('alert')).toContainText('Tên hoặc mật khẩu không đúng');
    await expect(page.getByRole('button', { name: /^Đăng nhập/ })).toBeEnabled();
    await enter(page, 'an');
    await expect(page.getByRole('contentinfo').getByText(/^1 lần nhập sai mật khẩu của bạn/)).toBeVisible();
    await page.keyboard.press('Alt+0');
    await page.getByRole('button', { name: 'Mã xác thực trên điện thoại' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mã xác thực trên điện thoại' });
    const shown = dialog.getByText(/^([A-Z2-7]{4} ?){8}$/);
    const copied = await shown.innerText();
    const secret = readSecret(copied) ?? new Uint8Array();
    // What is refused asks the screen's questions again; what somebody copies by hand stays what it is.
    await dialog.getByLabel('Mã 6 số trên điện thoại').fill('000000');
    await dialog.getByLabel('Mật khẩu của bạn').fill(password);
    const status = page.waitForResponse((answer) => answer.url().endsWith('/system/status'));
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText(/^Mã này không phải của khóa đang hiện/)).toBeVisible();
    await status;
    await expect(dialog.getByText(/Chờ 0 giây/)).toBeHidden();
    await look(page, 'people-factor-wrong');
    expect(await shown.innerText()).toBe(copied);
    const code = (off = 0): string => totpCode(secret, Math.floor(Date.now() / 30_000) + off);
    // The code that proves the phone is used: the sign-in takes the next one.
    await dialog.getByLabel('Mã 6 số trên điện thoại').fill(code(-1));
    await dialog.getByLabel('Mật khẩu của bạn').fill(password);
    await expectAccessible(page);
    await look(page, 'people-factor');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signIn(page, 'an');
    const asked = page.getByLabel('Mã 6 số trên điện thoại');
    await expect(asked).toBeFocused();
    await look(page, 'people-code');
    await asked.fill(code());
    await page.keyboard.press('Enter');
    await page.getByLabel('Các màn hình').waitFor();
  } finally {
    await office.end();
  }
});

test('a supervisor is told of a receipt one person corrected, sees old and new, and signs with their password', async ({
  page,
}) => {
  const office = realOffice();
  try {
    for (const username of ['an', 'binh']) office.batch('{"call":"system.status","input":{}}\n', '--user', username);
    const received = office.batch(JSON.stringify({ call: 'case.receive', input: reception() }), '--user', 'tu');
    const { caseId, number } = received[0].value;
    const { procedureCode, channel, submitter, components, quantity, resultDelivery, applicant } = reception();
    const renamed = { ...applicant, fullName: 'TRẦN VĂN Ư' };
    const change = { procedureCode, channel, submitter, components, quantity, resultDelivery, applicant: renamed };
    const input = { caseId, change, reason: 'Gõ nhầm tên', requestId: crypto.randomUUID(), print: false };
    office.batch(JSON.stringify({ call: 'case.correct', input }), '--user', 'tu');
    await page.goto(await office.serve());
    await enter(page, 'binh');
    await page.keyboard.press('F4');
    const told = '1 giấy hẹn đã sửa chờ bạn ký xác nhận';
    await expect(page.getByRole('contentinfo').getByText(told)).toBeVisible();
    await look(page, 'people-told-f4');
    await page.getByRole('main').getByRole('button', { name: told }).click();
    await page.getByRole('button', { name: `Ký xác nhận giấy ${number.official}` }).click();
    const dialog = page.getByRole('dialog', { name: /^Ký xác nhận giấy/ });
    await expect(dialog.getByText('NGUYỄN THỊ ĐẶNG ÁNH')).toBeVisible();
    await expect(dialog.getByText('TRẦN VĂN Ư')).toBeVisible();
    await expect(dialog).toContainText('Gõ nhầm tên');
    await expectAccessible(page);
    await look(page, 'people-countersign');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByLabel('Mật khẩu của bạn').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Đã ký xác nhận giấy')).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText(told)).toBeHidden();
  } finally {
    await office.end();
  }
});

test('the office asks who keeps it for a code of a phone: two say so, who has none is led to set it, and it stays on', async ({
  page,
}) => {
  const office = realOffice([{ username: 'hoa', fullName: 'Ngô Thị Hoa', role: 'supervisor', password }]);
  const ofPhone = (text: string) => (off: number) =>
    totpCode(readSecret(text) ?? new Uint8Array(), Math.floor(Date.now() / 30_000) + off);
  try {
    for (const username of ['an', 'binh']) office.batch('{"call":"system.status","input":{}}\n', '--user', username);
    await page.goto(await office.serve());
    await enter(page, 'an');
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: 'Người dùng' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Chưa bật: Trần Thị An, Lê Văn Bình, Ngô Thị Hoa.')).toBeVisible();
    await page.keyboard.press('Alt+n');
    const ask = page.getByRole('dialog', { name: 'Mã trên điện thoại cho lãnh đạo và quản trị' });
    await ask.getByLabel('Lý do').fill('Quyết định 12 về an toàn thông tin');
    await ask.getByLabel('Mật khẩu của bạn').fill(password);
    await ask.getByLabel('Tên đăng nhập của người thứ hai').fill('binh');
    await ask.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(ask.getByRole('alert')).toContainText('Bật mã trên điện thoại của chính bạn trước (Alt+0)');
    await expectAccessible(page);
    await look(page, 'factor-ask');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Bỏ phần đã gõ' }).click();
    await page.keyboard.press('Alt+0');
    await page.getByRole('button', { name: 'Mã xác thực trên điện thoại' }).click();
    const own = page.getByRole('dialog', { name: 'Mã xác thực trên điện thoại' });
    const first = ofPhone(await own.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText());
    await own.getByLabel('Mã 6 số trên điện thoại').fill(first(-1));
    await own.getByLabel('Mật khẩu của bạn').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(own).toBeHidden();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+n');
    await ask.getByLabel('Lý do').fill('Quyết định 12 về an toàn thông tin');
    await ask.getByLabel('Mật khẩu của bạn').fill(password);
    await ask.getByLabel('Tên đăng nhập của người thứ hai').fill('binh');
    await ask.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^Đã yêu cầu mã trên điện thoại từ /)).toBeVisible();
    await look(page, 'factor-asked');
    // On, and another phone alone may take its place.
    await page.keyboard.press('Alt+0');
    await page.getByRole('button', { name: 'Mã xác thực trên điện thoại' }).click();
    await expect(own).toContainText('đơn vị yêu cầu nên không tắt được');
    const second = ofPhone(await own.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText());
    await own.getByLabel('Mã 6 số trên điện thoại đang dùng').fill(first(0));
    await own.getByLabel('Mã 6 số trên điện thoại mới').fill(second(0));
    await own.getByLabel('Mật khẩu của bạn').fill(password);
    await expectAccessible(page);
    await look(page, 'factor-move');
    await page.keyboard.press('Control+Enter');
    await expect(own).toBeHidden();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();

    await signIn(page, 'binh');
    await expect(own).toContainText('Bật mã để vào làm việc');
    await expect(page.getByLabel('Các màn hình')).toHaveCount(0);
    await look(page, 'factor-must');
    // Who does not goes again, and nobody is in.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
    await signIn(page, 'binh');
    const theirs = ofPhone(await own.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText());
    await own.getByLabel('Mã 6 số trên điện thoại').fill(theirs(0));
    await own.getByLabel('Mật khẩu của bạn').fill(password);
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Các màn hình').waitFor();
    await leave(page);
    await enter(page, 'tu');
  } finally {
    await office.end();
  }
});

test('the key on paper is tried on the data file from Office, Data, and what does not fit is told', async ({
  page,
}) => {
  const office = new Office(newFolder());
  try {
    const made = office.call('office.openPractice', { cases: 3, plain: true, password, sealed: true });
    await page.goto(await office.serve());
    await enter(page, 'admin');
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: 'Dữ liệu' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+d');
    await expect(page.getByText(/^Từ đó chưa thử lần nào\. Thử trước hết ngày /)).toBeVisible();
    await page.keyboard.press('Alt+n');
    const dialog = page.getByRole('dialog', { name: 'Thử khóa khôi phục' });
    const field = dialog.getByLabel('Khóa khôi phục, 48 chữ số');
    await field.fill(made.recoveryKey.slice(0, -1));
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await look(page, 'paper-key-wrong');
    await field.fill(made.recoveryKey);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Khóa đúng và mở được tệp dữ liệu. Niêm phong lại tờ khóa.')).toBeVisible();
    await expect(page.getByText(/^Thử lần cuối .+ Thử trước hết ngày /)).toBeVisible();
    await look(page, 'paper-key-right');
  } finally {
    await office.end();
  }
});
