import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { openCase } from '../support/find.ts';
import { signIn, test } from '../support/office.ts';
import { chooseCase, receive } from '../support/receive.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';

/** It goes through an officer and the supervisor. */
const sevenDays = { code: '1.004222', before: (page: Page) => chooseCase(page) };
const [officer, supervisor] = ['Trần Văn Thụ Lý', 'Nguyễn Thị Phụ Trách'];

const holding = (page: Page) => page.getByRole('region', { name: 'Ai đang giữ' });
const here = (page: Page) => holding(page).locator('[aria-current="step"]');
const receiver = (page: Page) => page.getByRole('dialog').getByRole('combobox', { name: 'Giao cho' });

async function sitDown(page: Page, username: string, number: string): Promise<void> {
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: /Đăng xuất/ }).press('Enter');
  await signIn(page, username);
  await openCase(page, number);
}

/** Presses the key that the act says it has. */
async function ask(page: Page, act: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${act}`) });
  await page.keyboard.press((await button.getAttribute('aria-keyshortcuts')) ?? '');
  await expect(page.getByRole('dialog', { name: act })).toBeVisible();
}

async function done(page: Page, act: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Đã ghi: ${act}`, { exact: false })).toBeVisible();
}

async function choose(page: Page, typed: string, name: string): Promise<void> {
  await expect(receiver(page)).toBeFocused();
  await page.keyboard.type(typed, { delay: 55 });
  await expect(page.getByRole('option')).toHaveText([new RegExp(name)]);
  await page.keyboard.press('Enter');
  await expect(receiver(page)).toHaveValue(name);
}

test('a file goes from hand to hand by keyboard, and the panel says each time who has it', async ({ desk: page }) => {
  test.slow();
  const number = await receive(page, sevenDays);
  await openCase(page, number);
  await expect(holding(page)).toContainText('Còn ở quầy, chưa chuyển xử lý');
  await ask(page, 'Chuyển xử lý');
  await page.keyboard.type('tiep nhan', { delay: 55 });
  await expect(page.getByText('Không có ai tên như vậy làm được bước này.')).toBeVisible();
  await page.screenshot({ path: 'test-results/process-nobody.png' });
  await receiver(page).fill('');
  await done(page, 'Chuyển xử lý');
  await expect(holding(page)).toContainText('Chưa ai nhận');
  await expect(holding(page)).toContainText('Lê Thị Tiếp Nhận');

  await sitDown(page, 'supervisor', number);
  await ask(page, 'Giao cho người khác');
  await page.keyboard.type('van thu', { delay: 55 });
  await page.screenshot({ path: 'test-results/process-choose.png' });
  await receiver(page).fill('');
  await choose(page, 'ly tran', officer);
  await done(page, 'Giao cho người khác');
  await expect(holding(page).getByRole('status')).toHaveText(officer);

  await sitDown(page, 'officer', number);
  await ask(page, 'Xong bước này, chuyển tiếp');
  await done(page, 'Xong bước này, chuyển tiếp');
  await expect(holding(page).getByRole('status')).toHaveText('Chưa ai nhận');
  await expect(here(page)).toContainText(/Lãnh đạo duyệt.*đang ở đây/);

  await sitDown(page, 'supervisor', number);
  await ask(page, 'Nhận xử lý');
  await done(page, 'Nhận xử lý');
  await expect(holding(page).getByRole('status')).toHaveText(supervisor);
  await ask(page, 'Trả làm lại bước trước');
  await page.keyboard.type('Thiếu căn cứ', { delay: 20 });
  await done(page, 'Trả làm lại bước trước');
  await expect(holding(page).getByRole('status')).toHaveText(officer);
  await expect(holding(page)).toContainText('trả làm lại 1 lần');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/process-case-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await expectNothingSideways(page);

  await sitDown(page, 'officer', number);
  await ask(page, 'Xong bước này, chuyển tiếp');
  await choose(page, 'phu trach', supervisor);
  await expectNothingSideways(page);
  await done(page, 'Xong bước này, chuyển tiếp');
  await expect(holding(page).getByRole('status')).toHaveText(supervisor);

  await sitDown(page, 'supervisor', number);
  await ask(page, 'Ghi kết quả xử lý xong');
  await page.keyboard.type('Đã đăng ký', { delay: 20 });
  await done(page, 'Ghi kết quả xử lý xong');
  await expect(holding(page).getByRole('status')).toHaveText('Kết quả chờ người dân nhận');
  await expect(here(page)).toContainText(/Trả kết quả.*đang ở đây/);
});

test('an act that asks for nothing is done by Enter', async ({ desk: page }) => {
  const number = await receive(page, sevenDays);
  await openCase(page, number);
  await ask(page, 'Chuyển xử lý');
  await done(page, 'Chuyển xử lý');
  await sitDown(page, 'officer', number);
  await ask(page, 'Nhận xử lý');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Nhận xử lý' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(holding(page).getByRole('status')).toHaveText(officer);
});
