import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { test } from '../../support/office.ts';
import { receive } from '../../support/receive.ts';

test('one box for an act, a screen or a case: opened anywhere by one key, done by Enter', async ({ desk: page }) => {
  const number = await receive(page);
  const palette = page.getByRole('dialog', { name: 'Làm gì, đến đâu, hồ sơ nào' });

  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await look(page, 'palette');
  await expectAccessible(page);
  await page.keyboard.type('viec can', { delay: 55 });
  await expect(palette.getByRole('option').first()).toContainText('Việc cần làm');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Việc cần làm', level: 1 })).toBeAttached();

  // An act of the screen in front, and one that belongs to another is not there.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tong quan', { delay: 55 });
  await expect(palette.getByRole('option').first()).toContainText('Bảng tổng quan');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('dang anh', { delay: 55 });
  const option = palette.getByRole('option').filter({ hasText: number });
  await expect(option).toBeVisible();
  await look(page, 'palette-case');
  await option.click();
  await expect(page.getByText(number).filter({ visible: true }).first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzzqq', { delay: 55 });
  await expect(palette.getByText('Không có việc, màn hình hay hồ sơ nào như vậy.')).toBeVisible();
});

test('what loads beneath takes no key from the box', async ({ desk: page }) => {
  const box = page.getByRole('dialog', { name: 'Làm gì, đến đâu, hồ sơ nào' }).getByRole('combobox');
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('viec', { delay: 55 });
  // As a screen does when it has loaded.
  await page.evaluate("document.querySelector('main input').focus()");
  await page.keyboard.type(' can', { delay: 55 });
  await expect(box).toHaveValue('viec can');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Việc cần làm', level: 1 })).toBeAttached();
});

test('what is used most stands first in an empty box, and the cases that were opened by their number alone', async ({
  desk: page,
}) => {
  const palette = page.getByRole('dialog', { name: 'Làm gì, đến đâu, hồ sơ nào' });
  const options = palette.getByRole('option');
  const number = await receive(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dang anh', { delay: 55 });
  await options.filter({ hasText: number }).click();
  await expect(page.getByText(number).filter({ visible: true }).first()).toBeVisible();
  for (const [key, name] of [
    ['F8', 'Sổ theo dõi'],
    ['F6', 'Trả kết quả'],
    ['F8', 'Sổ theo dõi'],
    ['F2', 'Tiếp nhận'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeAttached();
  }
  await page.keyboard.press('Control+k');
  await expect(options.first()).toContainText('Sổ theo dõi');
  const case1 = options.filter({ hasText: number });
  await expect(case1).toContainText('hồ sơ vừa mở');
  await expect(case1).not.toContainText(/ÁNH|Khai sinh/i);
  await look(page, 'palette-used');
  await expectAccessible(page);
  // Of two that fit alike what is used more; it outlives the window, the cases do not.
  await page.keyboard.type('so', { delay: 55 });
  await expect(options.first()).toContainText('Sổ theo dõi');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('Control+k');
  await expect(options.first()).toContainText('Sổ theo dõi');
  await expect(options.filter({ hasText: number })).toHaveCount(0);
  const kept = await page.evaluate('JSON.stringify({ ...localStorage })');
  expect(kept).toContain('mot-cua-desk.used.clerk');
  expect(kept).not.toMatch(/ÁNH|079190001234/);
  expect(kept).not.toContain(number);
});

/** Told by F1 and not to be done on an empty screen, or a second key of what stands there already. */
const notNow: Readonly<Record<string, readonly string[]>> = {
  // Nobody was received at this desk yet: there is no last one to see again, in reception (F2) and certification (F5).
  F2: ['Ctrl+I', 'Alt+F', 'Ctrl+H'],
  F3: ['Ctrl+F', 'Ctrl+I'],
  F5: ['Alt+Del', 'Ctrl+H'],
  // Of the list in front, as the arrows are.
  F8: ['Ctrl+A'],
  // Nothing is chosen for the list yet; where nothing waits to be handed over it is not told either.
  F10: ['Ctrl+Enter'],
};

/** Screens that open from another, by the keys that lead there. */
const ways: readonly (readonly [string, ...string[]])[] = [
  ...['F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F10', 'F11'].map((key) => [key] as const),
  ['F2', 'Alt+o'],
  ['F4', 'Alt+2'],
  ['F7', 'Alt+Shift+s'],
  ['F7', 'Alt+Shift+q'],
  ['F8', 'Alt+Shift+r'],
  ['Control+j'],
];

test('what F1 lists of a screen is in the palette, screen after screen', async ({ desk: page }) => {
  await compareAll(page, ways);
});

test('so it is for who keeps the office, and for every act of a case', async ({ office, page }) => {
  await office.enter(page, 'supervisor');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeFocused();
  await compareAll(page, [['F9'], ['F4', 'Alt+h'], ['F4', 'Alt+1'], ['F4', 'Enter']]);
});

async function compareAll(page: Page, keysTo: readonly (readonly string[])[]): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Làm gì, đến đâu, hồ sơ nào' });
  const help = page.getByRole('dialog', { name: 'Phím tắt' });
  for (const way of keysTo) {
    const key = way.join(' ');
    for (const one of way) {
      await page.keyboard.press(one);
      await expect(page.locator('main')).not.toBeEmpty();
    }
    // A screen that was never opened is fetched first, and what can be done on it comes with what it reads: both lists are of the same moment once it stands.
    await expect(async () => {
      await page.keyboard.press('F1');
      await expect(help).toBeVisible();
      const acts = await help.locator('dl').first().locator('dt').allTextContents();
      await page.keyboard.press('Escape');
      await expect(help).toBeHidden();
      expect(acts).not.toContain('Ctrl+K');
      await page.keyboard.press('Control+k');
      await expect(palette).toBeVisible();
      const offered = await palette.getByRole('option').allTextContents();
      await page.keyboard.press('Escape');
      await expect(palette).toBeHidden();
      // Arrows move and Enter belongs to the list in front: they are no acts of their own.
      const own = acts.filter((keys) => /^(Ctrl|Alt|Shift)/.test(keys) && !/[↑↓]|Arrow/.test(keys));
      const missing = own.filter((keys) => !offered.some((option) => option.endsWith(keys)));
      expect([key, missing.filter((keys) => notNow[key]?.includes(keys) !== true)]).toEqual([key, []]);
    }).toPass({ timeout: 10_000 });
  }
}
