import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { newFolder } from '../../support/desk/folder.ts';
import { look } from '../support/looks/look.ts';
import { Office, signIn, test } from '../support/office.ts';

const keeper = 'Xoai-Chin-Vang-7';

async function person(page: Page, nth: number, fullName: string, username: string, word: string): Promise<void> {
  const row = page.getByRole('group', { name: `Người ${nth}` });
  await row.getByLabel('Họ và tên').fill(fullName);
  await row.getByLabel('Tên đăng nhập').fill(username);
  await row.getByLabel('Mật khẩu').fill(word);
}

/** NĐ 118/2025 Điều 28: a desk gives codes with its own identifier, which the city gave it. */
test('a ward typed without marks gets its identifier proposed; it is the office’s once somebody confirms it', async ({
  page,
}) => {
  test.slow();
  const office = new Office(newFolder());
  try {
    await page.goto(await office.serve());
    await expect(page.getByRole('button', { name: 'Thiết lập đơn vị này' })).toBeVisible();
    await page.keyboard.press('Alt+1');
    const unit = page.getByLabel('Phường, xã, đặc khu');
    // Nothing is typed yet: the cursor goes to the first wrong field, as is said.
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/ô đầu tiên đang được chọn/)).toBeVisible();
    await expect(unit).toBeFocused();
    const code = page.getByLabel('Mã đơn vị trong mã hồ sơ');
    await unit.fill('cat lai');
    await page.keyboard.press('Enter');
    await expect(code).toHaveValue('H29.157');
    await expect(page.getByText(/Đề xuất theo danh sách chưa kiểm chứng \(hạng C/)).toBeVisible();
    await unit.fill('ben thanh');
    await page.keyboard.press('Enter');
    await expect(code).toHaveValue('H29.160');

    // What the office knows itself is left alone, and told where the list says otherwise.
    await code.fill('H29.3.7');
    await unit.fill('cat lai');
    await page.keyboard.press('Enter');
    await expect(code).toHaveValue('H29.3.7');
    await expect(page.getByText(/Danh sách chưa kiểm chứng .* ghi H29\.157/)).toBeVisible();
    await code.fill('');
    await unit.fill('ben thanh');
    await page.keyboard.press('Enter');
    await expect(code).toHaveValue('H29.160');

    await person(page, 1, 'Phạm Văn Quản Trị', 'quantri', keeper);
    await person(page, 2, 'Lê Thị Tiếp Nhận', 'tiepnhan', keeper);
    // What sealing asks for is of its own journey.
    await page.getByLabel('Mã hóa dữ liệu của đơn vị này').uncheck();
    await page.keyboard.press('Control+Enter');
    const second = page.getByRole('group', { name: 'Người 2' });
    await expect(second.getByText('Giống mật khẩu của người khác ở trên. Mỗi người một mật khẩu riêng.')).toBeVisible();
    await expect(second.getByLabel('Mật khẩu')).toBeFocused();
    await look(page, 'set-up-shared');
    await second.getByLabel('Mật khẩu').fill('Ben-Thanh-Xua-7');
    await page.keyboard.press('Control+Enter');
    await expect(second.getByText(/^Mật khẩu này dễ đoán/)).toBeVisible();
    await second.getByLabel('Mật khẩu').fill('Song-Xanh-Chay-8');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('group', { name: 'Người 1' })).toHaveCount(0);
    await signIn(page, 'quantri', keeper);
    await page.keyboard.press('F9');
    const document = page.getByLabel('Văn bản của thành phố ghi mã H29.160');
    await expect(document).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Alt+x');
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(1);
    await document.fill('Công văn 12/UBND ngày 20/11/2026');
    await page.keyboard.press('Alt+x');
    await expect(page.getByText(/Phạm Văn Quản Trị đã xác nhận mã H29\.160 ngày .*Công văn 12/)).toBeVisible();
    await expect(document).toHaveCount(0);
    await expect(page.getByText(/chưa kiểm chứng/)).toHaveCount(0);
    await expect(page.getByText('Giấy in mã chính thức, lấy từ dải số của quầy.')).toBeVisible();
  } finally {
    await office.end();
  }
});
