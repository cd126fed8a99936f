import { type Page, expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { type Heard, Reader } from '../../support/looks/heard.ts';
import { test } from '../../support/office.ts';
import { accepted, card, fullName, idNumber, phone, procedure } from '../../support/reception.ts';

const controls = new Set([
  'button',
  'textbox',
  'combobox',
  'checkbox',
  'radio',
  'listbox',
  'option',
  'link',
  'tab',
  'spinbutton',
  // What scrolls is reached by Tab, so that keys scroll it.
  'region',
]);

/** A number, a name of a person or a place: the same in any language. */
const isVietnamese = (name: string) =>
  /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/i.test(name);

function expectTold(walked: readonly Heard[]): void {
  expect(walked.filter(({ name }) => name === '')).toEqual([]);
  expect(walked.filter(({ role }) => !controls.has(role))).toEqual([]);
  expect(walked.map(({ name }) => name).filter((name) => !isVietnamese(name))).toEqual([]);
  // What is ticked or chosen says whether it is.
  const ticks = walked.filter(({ role }) => role === 'checkbox' || role === 'radio');
  expect(ticks.filter(({ states }) => states['checked'] === undefined)).toEqual([]);
  const boxes = walked.filter(({ role, states }) => role === 'combobox' && states['hasPopup'] === 'listbox');
  expect(boxes.filter(({ states }) => states['expanded'] === undefined)).toEqual([]);
}

async function expectHeld(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
}

test('a reception by a screen reader, from the empty form to the promise', async ({ desk: page }) => {
  test.slow();
  const reader = await Reader.of(page);
  expect(await page.evaluate('document.documentElement.lang')).toBe('vi');
  await expect(idNumber(page)).toBeFocused();
  await page.waitForLoadState('networkidle');
  const empty = await reader.walk();
  expectTold(empty);
  expect(empty.length).toBeGreaterThan(20);
  expect(empty.map(({ name }) => name)).toEqual(
    expect.arrayContaining([expect.stringContaining('Số định danh'), expect.stringContaining('Tìm thủ tục')]),
  );

  // A number that is too short is told where it was typed.
  await idNumber(page).focus();
  await page.keyboard.type('0791900', { delay: 60 });
  await page.keyboard.press('Tab');
  await expectHeld(page);
  await page.keyboard.press('Shift+Tab');
  await expect(idNumber(page)).toBeFocused();
  const short = await reader.inHand();
  expect(short.states['invalid']).toBe('true');
  expect(short.description).toMatch(/12 chữ số|số định danh/i);

  // Nothing else typed, and sent: told once above, and at each field by itself.
  await page.keyboard.press('Control+Enter');
  await expectHeld(page);
  const summary = (await reader.all()).filter(({ role }) => role === 'alert');
  expect(summary.length).toBeGreaterThan(0);
  for (const field of [idNumber(page), fullName(page), procedure(page)]) {
    await field.focus();
    const told = await reader.inHand();
    expect([told.name, told.states['invalid']]).toEqual([told.name, 'true']);
    expect(told.description).not.toBe('');
  }
  await page.keyboard.press('Shift+F2');
  await expect(fullName(page)).toHaveValue('');
  await expectHeld(page);

  await scan(page, card);
  await expect(procedure(page)).toBeFocused();
  const box = await reader.inHand();
  expect(box.role).toBe('combobox');
  await page.keyboard.type('ks', { delay: 60 });
  const option = page.getByRole('option').filter({ visible: true }).first();
  await expect(option).toBeVisible();
  expect((await reader.inHand()).states['expanded']).toBe(true);
  // The choice that the arrows stand on is told without the cursor leaving the box.
  const pointed = await procedure(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${pointed}"]`)).toHaveRole('option');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  const paper = await reader.inHand();
  expect([paper.role, paper.states['checked']]).toEqual(['checkbox', 'true']);
  await page.keyboard.press('Space');
  expect((await reader.inHand()).states['checked']).toBe('false');
  await page.keyboard.press('Space');
  const filled = await reader.walk();
  expectTold(filled);
  // The promise is told when it comes.
  const promise = page.getByRole('status').filter({ hasText: 'Hẹn trả' });
  await expect(promise.first()).toHaveAttribute('aria-live', 'polite');
  await phone(page).focus();

  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  await expect(idNumber(page)).toBeFocused();
  const live = accepted(page).getByRole('status').filter({ hasText: 'Đã tiếp nhận' });
  await expect(live).toHaveAttribute('aria-live', 'polite');
  await expect(live).toContainText(/-\d{6}-\d{4,}/);
  const regions = (await reader.all()).filter(({ role, states }) => role === 'status' && states['live'] === 'polite');
  expect(regions.length).toBeGreaterThan(0);
  // Before the walk, which ends in the browser's own bar.
  await expectHeld(page);
  expectTold(await reader.walk());
});
