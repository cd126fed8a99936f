import AxeBuilder from '@axe-core/playwright';
import { type Locator, type Page, expect } from '@playwright/test';
import { FakeRoll } from '../../support/printers/roll-printer.ts';
import { type Office, password, test } from '../support/office.ts';
import { look } from '../support/looks/look.ts';
import { addRoll } from '../support/roll.ts';

const shown = (page: Page) => page.getByLabel('Các màn hình');

/** F9, and the screen is there: its own keys are heard from then on. */
async function keepOffice(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
}

async function keepOfficeAs(office: Office, page: Page, username: string): Promise<void> {
  await office.enter(page, username);
  await keepOffice(page);
}

/** The process of a procedure with four steps that nobody set yet, from the doubt about it. */
async function openSteps(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Đặt: quy trình nội bộ, khung general' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+p');
  await page.keyboard.type('1.004222');
  await page.keyboard.press('Enter');
  const names = page.getByRole('textbox', { name: 'Tên bước' });
  await expect(names).toHaveCount(4);
  return names;
}

test('a clerk has no office to keep', async ({ desk: page }) => {
  await expect(shown(page).getByText('Đơn vị', { exact: true })).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(page.getByLabel('Số định danh')).toBeVisible();
});

test('the administrator changes a setting, with a reason; what the form does not show stays', async ({
  office,
  page,
}) => {
  await keepOfficeAs(office, page, 'admin');
  await page.getByLabel('Điện thoại của trung tâm').fill('028 3742 1111');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Cần nhập ô này.')).toBeVisible();
  await page.getByLabel(/^Lý do thay đổi/).fill('Đổi số máy');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu; thay đổi có hiệu lực ngay.')).toBeVisible();
  await page.keyboard.press('F2');
  await keepOffice(page);
  await expect(page.getByLabel('Điện thoại của trung tâm')).toHaveValue('028 3742 1111');
  await expect(page.getByLabel('Các dải cấp thêm')).toHaveValue('10000-99999');
  await expect(page.getByRole('group', { name: /^Quầy khác/ })).toHaveCount(2);
});

test('an office of one book of certification names the desk that keeps it', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'admin');
  const keeper = page.getByLabel('Quầy giữ sổ chứng thực');
  await expect(keeper).toHaveCount(0);
  await page.getByLabel('Số chứng thực').selectOption('office');
  await expect(keeper.getByRole('option')).toHaveText(['Chưa chọn', 'Q1', 'Q2', 'Q3']);
  await keeper.selectOption('Q2');
  await look(page, 'office-keeper');
  await page.getByLabel(/^Lý do thay đổi/).fill('Một quầy giữ sổ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu; thay đổi có hiệu lực ngay.')).toBeVisible();
  await page.keyboard.press('F2');
  await keepOffice(page);
  await expect(keeper).toHaveValue('Q2');
});

test('two desks never share a number: an overlap is refused and named', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'admin');
  const second = page.getByRole('group', { name: 'Quầy khác 1' });
  await second.getByLabel('Dải số').fill('2000-4000');
  await page.getByLabel(/^Lý do thay đổi/).fill('Cấp lại dải');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Dải số này trùng với dải 1–2999/)).toBeVisible();
  await second.getByLabel('Dải số').fill('ba nghìn');
  await page.keyboard.press('Control+Enter');
  await expect(second.getByText(/Cần một số/)).toBeVisible();
});

test('a person is added, given another password, and shut out', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'admin');
  await page.keyboard.press('Alt+2');
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Võ Thị Mới');
  await page.getByLabel('Tên đăng nhập').fill('moi');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngan');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Mật khẩu này chưa đủ mạnh.')).toBeVisible();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm Võ Thị Mới.')).toBeVisible();

  await page.getByRole('button', { name: 'Đặt mật khẩu cho Võ Thị Mới' }).click();
  await page.getByLabel('Mật khẩu mới').fill(`${password}-moi`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã đặt mật khẩu mới cho Võ Thị Mới.')).toBeVisible();

  await page.getByRole('button', { name: 'Khóa tài khoản Võ Thị Mới' }).click();
  await page.getByLabel('Lý do', { exact: true }).fill('Chuyển công tác');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã khóa tài khoản Võ Thị Mới.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Võ Thị Mới moi/ })).toContainText('Đã khóa');

  await page.getByRole('button', { name: 'Mở lại tài khoản Võ Thị Mới' }).click();
  await page.getByLabel('Lý do', { exact: true }).fill('Trở lại làm việc');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã mở lại tài khoản Võ Thị Mới.')).toBeVisible();
});

test('the supervisor sets a missing time limit by the decision that gives it; it is missing no more', async ({
  office,
  page,
}) => {
  await keepOfficeAs(office, page, 'supervisor');
  const missing = page.getByRole('button', { name: /^Đặt thời hạn cho thủ tục/ });
  await expect(missing.first()).toBeVisible();
  const before = await missing.count();
  const code = /[\d.]+$/.exec((await missing.first().getAttribute('aria-label')) ?? '')?.[0] ?? '';
  await missing.first().click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Thời hạn là số nguyên từ 1 đến 3650.')).toBeVisible();
  await page.getByLabel('Thời hạn', { exact: true }).fill('15');
  await page.getByLabel('Lý do', { exact: true }).fill('Quyết định 123/QĐ-UBND ngày 02/11/2026');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Đã đặt thời hạn cho thủ tục ${code}`, { exact: false })).toBeVisible();
  await expect(missing).toHaveCount(before - 1);
});

test('the numbers of a day: blocks, and no gap in a fresh office', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'supervisor');
  await page.keyboard.press('Alt+2');
  const rows = page.getByRole('table', { name: 'Số trong ngày' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('1–2999');
  await expect(rows.nth(1)).toContainText('không có');
});

test('the supervisor sets inner steps by keys alone; over the promise nothing is kept', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'supervisor');
  const names = await openSteps(page);
  await expect(page.getByText('Khung chung, chưa kiểm chứng')).toBeVisible();

  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Thẩm định');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names.nth(2)).toHaveValue('Thẩm định');
  await expect(names.nth(2)).toBeFocused();
  await page.getByLabel('Đơn vị tính').nth(2).selectOption('working-day');
  await page.getByRole('textbox', { name: 'Thời hạn' }).nth(2).fill('30');
  await expect(page.getByText(/Vượt thời hạn/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Ghi ít nhất 3 ký tự.')).toBeVisible();
  await page.getByLabel(/^Lý do/).fill('Quyết định 12/QĐ-UBND');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa lưu được: rút ngắn các bước')).toBeVisible();
  await page.getByRole('textbox', { name: 'Thời hạn' }).nth(2).fill('3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu; dùng cho hồ sơ nhận từ nay.')).toBeVisible();
  await expect(page.getByText(/đặt lúc .*: Quyết định 12\/QĐ-UBND/)).toBeVisible();
});

test('a doubt about legs opens their editor; what is set is a doubt no more', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'supervisor');
  const doubt = page.getByRole('button', { name: 'Đặt: các chặng liên thông của thủ tục 3.000722' });
  await doubt.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Cơ quan' })).toHaveCount(4);
  await page.getByLabel('Đơn vị tính').nth(1).selectOption('working-day');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Số nguyên từ 1 đến 3650.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Thời hạn' }).nth(1).fill('1');
  await page.getByLabel(/^Lý do/).fill('Quy chế phối hợp số 5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu; dùng cho hồ sơ nhận từ nay.')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('Dữ liệu kèm theo chưa có')).toBeVisible();
  await expect(doubt).toHaveCount(0);
});

test('the account for transfers: a bank of the list, and what is wrong said at its field', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'admin');
  await page.getByLabel('Ngân hàng').selectOption('970436');
  await page.getByLabel('Số tài khoản').fill('12');
  await page.getByLabel('Tên chủ tài khoản').fill('TT PVHCC CAT LAI');
  await page.getByLabel(/^Lý do thay đổi/).fill('Đổi tài khoản');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Số tài khoản gồm 4 đến 19/)).toBeVisible();
  await page.getByLabel('Số tài khoản').fill('0071000123456');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu; thay đổi có hiệu lực ngay.')).toBeVisible();
});

test('a settings form that was open meanwhile does not undo what another form has saved', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'admin');
  // Somebody saves another form meanwhile: not in another tab, for only one may act, but as a program with this session does.
  const { origin } = new URL(page.url());
  const ask = async (name: string, input: object) => {
    const answer = await page.request.post(`${origin}/call/office/${name}`, {
      headers: { origin },
      data: { json: input },
    });
    return ((await answer.json()) as { json: object }).json;
  };
  const roll = new FakeRoll();
  const rollPrinters = [await roll.listen()];
  await roll.close();
  await ask('changeSettings', {
    settings: { ...(await ask('settings', {})), rollPrinters },
    reason: 'máy in cuộn mới',
  });

  await page.getByLabel('Điện thoại của trung tâm').fill('028 3742 1111');
  await page.getByLabel(/^Lý do thay đổi/).fill('Đổi số máy');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu; thay đổi có hiệu lực ngay.')).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('group', { name: 'Máy in cuộn 1' }).getByLabel('Tên gọi')).toHaveValue('Cuộn quầy 1');
});

test('what is typed in the office and not saved is still there after another screen', async ({ office, page }) => {
  await keepOfficeAs(office, page, 'admin');
  await page.getByLabel('Điện thoại của trung tâm').fill('028 3742 2222');
  const roll = await addRoll(page);
  await page.keyboard.press('F4');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeVisible();
  await keepOffice(page);
  await expect(page.getByLabel('Điện thoại của trung tâm')).toHaveValue('028 3742 2222');
  await expect(page.getByText('Chưa lưu: phần gõ lần trước vẫn còn đây.')).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(roll.getByLabel('Tên gọi')).toHaveValue('Cuộn quầy 1');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await expect(roll).toHaveCount(0);
  await page.keyboard.press('Alt+1');
  await expect(page.getByLabel('Điện thoại của trung tâm')).toHaveValue('028 3742 2222');
  await page.keyboard.press('Alt+5');
  await expect(page.getByText('Chưa có máy in cuộn')).toBeVisible();
});

test('inner steps that were typed wait for their procedure, until they are saved or discarded', async ({
  office,
  page,
}) => {
  await keepOfficeAs(office, page, 'supervisor');
  const names = await openSteps(page);
  await expect(page.getByRole('button', { name: 'Bỏ thay đổi' })).toHaveCount(0);
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Thẩm định');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('Dữ liệu kèm theo chưa có')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(names.nth(3)).toHaveValue('Thẩm định');
  await expect(page.getByText('Chưa lưu: phần gõ lần trước vẫn còn đây.')).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(names).toHaveCount(6);
  await page.keyboard.press('Alt+z');
  await expect(names).toHaveCount(4);
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('Dữ liệu kèm theo chưa có')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(names).toHaveCount(4);
  await expect(names.nth(3)).not.toHaveValue('Thẩm định');
});

for (const parts of [
  ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'],
  ['Alt+6', 'Alt+7'],
]) {
  test(`read by machine: no barrier found in ${parts.join(', ')} in any look`, async ({ office, page }) => {
    await keepOfficeAs(office, page, 'admin');
    for (const part of parts) {
      await page.keyboard.press(part);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [part, id, nodes[0]?.html])).toEqual([]);
      }
    }
  });
}
