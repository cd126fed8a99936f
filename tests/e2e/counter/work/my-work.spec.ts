import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { play, strokesOf } from '../../support/keyboard.ts';
import { test } from '../../support/office.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Hồ sơ cần làm' });
const rows = (page: Page) => list(page).getByRole('option');
const current = (page: Page) => list(page).getByRole('option', { selected: true });
const section = (page: Page, name: string) => list(page).getByRole('group', { name, exact: true });

function numberOf(text: string | null): string {
  return /[A-Z0-9.]+-\d{6}-\d{4,}/.exec(text ?? '')?.[0] ?? '';
}

async function openMyWork(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await expect(list(page)).toBeFocused();
  await expect(rows(page).first()).toBeVisible();
}

test('arrows and Enter open a case; Esc comes back to the same row', async ({ desk: page }) => {
  await openMyWork(page);
  await expect(rows(page).nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  const number = numberOf(await current(page).textContent());
  expect(number).not.toBe('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(current(page)).toContainText(number);
  await expect(list(page)).toBeFocused();
});

test('a number key jumps to its group, and the group says how many there are', async ({ desk: page }) => {
  await openMyWork(page);
  await page.keyboard.press('5');
  const fetched = section(page, 'Chờ người dân nhận');
  await expect(fetched.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  const tile = page.getByRole('button', { name: /Chờ người dân nhận/ });
  await expect(tile).toHaveText(new RegExp(`^${await fetched.getByRole('option').count()}5?Chờ`));
  await page.keyboard.press('1');
  await expect(section(page, 'Quá giờ hẹn')).toBeInViewport();
});

test('M shows only what one holds: a clerk holds nothing and is told how one comes to', async ({ desk: page }) => {
  await openMyWork(page);
  const mine = page.getByRole('button', { name: /Tôi đang giữ/ });
  await expect(mine).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('m');
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Bạn chưa giữ hồ sơ nào')).toBeVisible();
  await page.keyboard.press('m');
  await expect(rows(page).first()).toBeVisible();
});

test('an officer sees the cases they hold, each marked as theirs', async ({ office, page }) => {
  await office.enter(page, 'officer');
  await openMyWork(page);
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: /Tôi đang giữ/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page).first()).toContainText('bạn');
  await expect(rows(page).filter({ hasNotText: 'bạn' })).toHaveCount(0);
});

test('an act takes its case to another group at once', async ({ office, page }) => {
  await office.enter(page, 'officer');
  await openMyWork(page);
  const processing = rows(page).filter({ hasText: 'Đang xử lý' }).first();
  const number = numberOf(await processing.textContent());
  await processing.click();
  await page.getByRole('button', { name: /Ghi kết quả xử lý xong/ }).click();
  await page.getByLabel('Kết quả', { exact: true }).fill('Đã giải quyết');
  await page.keyboard.press('Control+Enter');
  // A result before the supervisor's step asks who approved, and where.
  await page.getByLabel(/bước duyệt của lãnh đạo chưa qua/).fill('Phó Chủ tịch duyệt trên văn bản số 12');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi: Ghi kết quả xử lý xong.')).toBeVisible();
  await page.keyboard.press('F4');
  await expect(section(page, 'Chờ người dân nhận').getByRole('option').filter({ hasText: number })).toHaveCount(1);
});

/** A key on something that has the focus and is gone before the next turn, as a list that was read again and is empty. */
test('a key is the screen’s even when what had the focus went with it', async ({ desk: page }) => {
  await openMyWork(page);
  await page.evaluate(() => {
    const gone = document.createElement('div');
    gone.tabIndex = 0;
    document.querySelector('main')?.append(gone);
    gone.focus();
    gone.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', code: 'KeyM', bubbles: true, cancelable: true }));
    gone.remove();
  });
  await expect(page.getByRole('button', { name: /Tôi đang giữ/ })).toHaveAttribute('aria-pressed', 'true');
});

test('no key overtakes another, however soon it follows', async ({ desk: page }) => {
  await openMyWork(page);
  const first = section(page, 'Chờ người dân nhận').getByRole('option').first();
  const number = numberOf(await first.textContent());
  await expect(current(page)).not.toContainText(number);
  await play(page, strokesOf('5\n'));
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
});

test('a key ahead of an act that is under way is for the screen behind it, and none that confirms is', async ({
  desk: page,
}) => {
  await openMyWork(page);
  await rows(page).filter({ hasText: 'Đã tiếp nhận' }).first().hover();
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+y');
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
  let letOn = () => {};
  const held = new Promise<void>((resolve) => {
    letOn = resolve;
  });
  await page.route('**/call/case/actMany', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/call/case/actMany');
  await page.keyboard.press('Control+Enter');
  await asked;
  await page.keyboard.press('m');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  letOn();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Tôi đang giữ/ })).toHaveAttribute('aria-pressed', 'true');
});

test('F1 tells its keys', async ({ desk: page }) => {
  await openMyWork(page);
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog');
  for (const label of ['Đến nhóm: Quá giờ hẹn', 'Chỉ hồ sơ tôi đang giữ, hay tất cả', 'Mở hồ sơ']) {
    await expect(help.getByText(label, { exact: true })).toBeVisible();
  }
});

test('no serious accessibility fault', async ({ desk: page }) => {
  await openMyWork(page);
  await expectAccessible(page);
});
