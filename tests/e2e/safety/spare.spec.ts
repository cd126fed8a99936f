import { type Page, expect } from '@playwright/test';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from '../../support/desk/folder.ts';
import { settings } from '../../support/papers/well-formed.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { test } from '../support/browser.ts';
import { scan } from '../support/keyboard.ts';
import { Office, password } from '../support/office.ts';
import { card } from '../support/receive.ts';
import { formatDate } from '../../../renderer/text/format.ts';
import { reception } from '../../support/desk/test-desk.ts';

type Given = {
  readonly number: { readonly local: string; readonly official: string | null };
  readonly acceptedAt: string;
  readonly dueAt: string;
};

/** A computer that broke and a spare one, as who holds the stick sees it: the screen's side of `spare-computer.test.ts`. */

test.describe.configure({ timeout: 240_000 });

/** With SHOTS=folder: what a person sees, for whoever wants to look at it. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const accounts = [
  { username: 'an', fullName: 'Trần Thị An', role: 'admin', password },
  { username: 'binh', fullName: 'Lê Văn Bình', role: 'supervisor', password },
  { username: 'tu', fullName: 'Phạm Tú', role: 'clerk', password },
];

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

test('an empty computer takes the place of a broken one from the stick, by two passwords, and says which numbers go on', async ({
  page,
}) => {
  const [old, spare, stick] = [new Office(newFolder()), new Office(newFolder()), newFolder()];
  try {
    old.call('office.setUp', { settings: { ...settings, backupFolder: stick }, accounts });
    old.run('call', 'system.status', '--user', 'an');
    old.run('call', 'system.status', '--user', 'binh');
    old.run('call', 'backup.make', '--user', 'tu');
    // Given after the backup: on the spare computer it is on the citizen's paper alone.
    const [given] = old.batch(JSON.stringify({ call: 'case.receive', input: reception() }), '--user', 'tu');
    const { number, acceptedAt, dueAt } = given.value as Given;
    const paper = number.official ?? number.local;

    await page.goto(await spare.serve());
    await expect(page.getByRole('heading', { name: 'Khôi phục từ bản sao lưu' })).toBeVisible();
    await expect(page.getByText(/Đừng thiết lập lại đơn vị trên máy thay thế/)).toBeVisible();
    await look(page, 'spare-doors');
    await expectAccessible(page);
    await page.keyboard.press('Alt+3');
    await page.getByLabel('Tìm bản sao lưu ở nơi khác').fill(stick);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Khôi phục bản này' }).first().click();
    // An office that two keep: it is asked for once the desk knows.
    await page.getByLabel('Tên đăng nhập của người thứ hai').waitFor();
    await page.getByLabel('Tên đăng nhập', { exact: true }).fill('an');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByLabel('Tên đăng nhập của người thứ hai').fill('binh');
    await page.getByLabel('Mật khẩu của người thứ hai').fill(password);
    await look(page, 'spare-restore');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Mở và khôi phục' }).click();

    await expect(page.getByRole('heading', { name: 'Máy này đã thay cho máy cũ' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/số kế tiếp là 601\./)).toBeVisible();
    await look(page, 'spare-done');
    await expectAccessible(page);
    await page.keyboard.press('Enter');

    // Who stood for it works on.
    await page.getByLabel('Các màn hình').waitFor();
    await expect(page.getByRole('contentinfo').getByText(/có thể thiếu hồ sơ đã giao giấy/)).toBeVisible();
    await page.getByText('Số trong ngày', { exact: true }).click();
    await expect(page.getByRole('table', { name: 'Số bỏ qua, không cấp lại' })).toContainText('1–600');
    await look(page, 'spare-numbers');
    await expectAccessible(page);
    await page.getByText('Người dùng', { exact: true }).click();
    await expect(page.getByRole('table', { name: 'Tài khoản' })).toBeVisible();
    await look(page, 'spare-people');
    renameSync(stick, `${stick}-away`);
    await page.getByText('Dữ liệu', { exact: true }).click();
    await expect(page.getByText(/Không thấy nơi sao lưu/)).toBeVisible();
    await look(page, 'spare-data');
    renameSync(`${stick}-away`, stick);

    // Somebody at the counter enters the papers, and says so.
    await page.keyboard.press('Alt+0');
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signIn(page, 'tu');
    await page.getByLabel('Các màn hình').waitFor();
    // Who was not there is told by whom, and since when something may be missing.
    const told = page.getByRole('contentinfo').getByText(/^Sổ được khôi phục lúc .* do Trần Thị An và Lê Văn Bình: /);
    await expect(told).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('F4');
    await expect(page.getByText(/Có thể thiếu hồ sơ: giấy đã giao/)).toBeVisible();
    await look(page, 'spare-work');
    await expectAccessible(page);

    // The citizen shows the receipt: its bar code is enough to begin, and the file keeps its number, its hour and its promise.
    await page.keyboard.press('Alt+n');
    const band = page.getByRole('region', { name: 'Nhập bù từ giấy' });
    await expect(band.getByLabel('Số trên tờ giấy')).toBeFocused();
    await expect(band).toContainText('Có thể còn tờ chỉ có trên giấy');
    await scan(page, paper);
    await expect(band.getByLabel('Ngày nhận')).toHaveValue(formatDate(acceptedAt));
    await page.keyboard.insertText(acceptedAt.slice(11, 16));
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(formatDate(dueAt));
    await look(page, 'spare-enter');
    await scan(page, card);
    await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
    await page.keyboard.type('ks', { delay: 60 });
    await page.keyboard.press('Enter');
    await expect(page.locator('#reception-components')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Đã tiếp nhận' })).toContainText(paper);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F4');
    await expect(page.getByText('Đã nhập lại 1 hồ sơ.')).toBeVisible();
    await look(page, 'spare-entered');

    await page.keyboard.press('Alt+x');
    await page.getByLabel('Đã tìm ở đâu, nhập lại bao nhiêu').fill('xem sổ giấy, một tờ, đã nhập');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/giấy đã giao, trong máy không còn/)).toHaveCount(0);
    await expect(page.getByRole('contentinfo').getByText(/đã giao giấy/)).toHaveCount(0);
  } finally {
    await old.end();
    await spare.end();
  }
});

test('a clock three years ahead is asked about before anything else, by whoever signs in', async ({ page }) => {
  const office = new Office(newFolder());
  try {
    office.call('office.setUp', { settings, accounts });
    for (const { username } of accounts) office.run('call', 'system.status', '--user', username);
    await page.goto(await office.serveShifted(3 * 365 * 86_400_000));
    await expect(page.getByText(/Hãy xem lịch: giờ máy có đúng không\?/)).toBeVisible();
    await look(page, 'clock-sign-in');
    await signIn(page, 'tu');
    await expect(page.getByRole('dialog', { name: 'Đồng hồ máy có đúng không?' })).toBeVisible();
    await expect(page.getByText(/đi trước việc gần nhất 1095 ngày/)).toBeVisible();
    await look(page, 'clock-clerk');
    await expectAccessible(page);
  } finally {
    await office.end();
  }
});
