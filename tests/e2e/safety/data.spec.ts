import { type Page, expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from '../../support/desk/folder.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';
import { type Office, signIn, test } from '../support/office.ts';

/** The administrator's screen of what keeps the register: backups, and the check of the whole. */

test.describe.configure({ timeout: 120_000 });

async function showData(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeAttached();
  await page.keyboard.press('Alt+d');
  await expect(page.getByRole('heading', { name: 'Kiểm tra sổ' })).toBeVisible();
}

/** Changed by somebody with a program of their own, while the desk is closed. */
async function tamper(office: Office, page: Page, sql: string): Promise<void> {
  await office.kill('SIGTERM');
  const db = new Database(path.join(office.folder, 'desk.sqlite'));
  db.exec(sql);
  db.close();
  await page.goto(await office.serve());
  await signIn(page, 'admin');
}

test('a backup by one key; what is wrong in a table is found and derived again from the journal', async ({
  office,
  page,
}) => {
  await office.enter(page, 'admin');
  await showData(page);
  await expect(page.getByText(/Chưa đặt nơi sao lưu thứ hai/)).toBeVisible();
  await page.keyboard.press('Alt+b');
  await expect(page.getByText(/^Đã sao lưu lúc .* 60 hồ sơ\.$/)).toBeVisible();
  await expect(page.getByRole('contentinfo').getByText(/^Sao lưu \d/)).toBeVisible();
  await page.keyboard.press('Alt+k');
  await expect(page.getByText(/^Không thấy sai gì/)).toBeVisible();
  await expectAccessible(page);
  await expectNothingSideways(page);

  await tamper(
    office,
    page,
    'UPDATE case_summary SET due_at = due_at + 86400 WHERE case_id = (SELECT min(case_id) FROM case_summary)',
  );
  await showData(page);
  await page.keyboard.press('Alt+k');
  await expect(page.getByText(/^Có chỗ sai/)).toBeVisible();
  await expect(page.getByText('Hồ sơ so với nhật ký')).toBeVisible();
  await expect(page.getByRole('contentinfo').getByText(/^Sổ có chỗ sai/)).toBeVisible();
  await page.keyboard.press('Alt+g');
  await expect(page.getByText(/^Không thấy sai gì/)).toBeVisible();
  await expect(page.getByText(/^Đã dựng lại/)).toBeVisible();
});

test('what cannot be derived leads to the recovery and its backups, and back', async ({ office, page }) => {
  await office.enter(page, 'admin');
  await showData(page);
  await page.keyboard.press('Alt+b');
  await expect(page.getByText(/^Đã sao lưu lúc/)).toBeVisible();
  await tamper(office, page, "UPDATE catalogue_procedure SET body = ' ' || body");
  await showData(page);
  await page.keyboard.press('Alt+k');
  await expect(page.getByText(/^Sai ở dữ liệu gốc/)).toBeVisible();
  await page.getByRole('button', { name: 'Sang màn hình khôi phục' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa mở được dữ liệu của quầy' })).toBeVisible();
  await page.getByRole('button', { name: 'Khôi phục bản này' }).first().click();
  // What it did is said before anybody works on: the old file was whole, and what it told beyond the backup came over.
  await expect(page.getByRole('heading', { name: 'Đã khôi phục dữ liệu của quầy' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /60 hồ sơ, đã được kiểm tra toàn bộ/ })).toBeVisible();
  await expect(page.getByText(/^\d+ việc ghi sau bản sao lưu đã được chép lại từ tệp cũ\.$/)).toBeVisible();
  await expect(page.getByText('Tệp cũ đọc được đến hết: không thiếu việc nào.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mở quầy' }).click();
  await page.getByLabel('Tên đăng nhập').waitFor();
  await signIn(page, 'admin');
  await showData(page);
  await page.keyboard.press('Alt+k');
  await expect(page.getByText(/^Không thấy sai gì/)).toBeVisible();
});

test('a register that went away comes back from a backup on another drive', async ({ office, page }) => {
  const stick = newFolder();
  office.run('backup', '--to', stick);
  await office.enter(page);
  await page.getByLabel('Số định danh', { exact: true }).waitFor();
  rmSync(path.join(office.folder, 'backups'), { recursive: true, force: true });
  renameSync(path.join(office.folder, 'desk.sqlite'), path.join(stick, 'taken-away.sqlite'));
  // Looking goes on; the first thing that is written finds out.
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/draft/save'));
  await page.getByLabel('Họ và tên', { exact: true }).fill('NGUYỄN THỊ ĐẶNG ÁNH');
  expect((await refused).ok()).toBe(false);
  await page.reload();
  await expect(page.getByText(/^Không có bản sao lưu nào cạnh dữ liệu/)).toBeVisible();
  await page.getByLabel('Tìm bản sao lưu ở nơi khác').fill('/nowhere');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Không thấy \/nowhere: ổ chưa cắm/)).toBeVisible();
  await page.getByLabel('Tìm bản sao lưu ở nơi khác').fill(stick);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Khôi phục bản này' }).click();
  await expect(page.getByText('Không chép lại được việc nào ghi sau bản sao lưu.')).toBeVisible();
  await expect(page.getByText(/^Tệp cũ không đọc được đến hết/)).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(page.getByRole('heading', { name: 'The data of this desk are restored' })).toBeVisible();
  await expect(page.getByText(/^The old file could not be read to its end/)).toBeVisible();
  await page.getByRole('radio', { name: 'Tiếng Việt' }).check({ force: true });
  await page.keyboard.press('F5');
  await page.getByLabel('Tên đăng nhập').waitFor();
  await signIn(page);
  await expect(page.getByLabel('Số định danh', { exact: true })).toBeVisible();
});
