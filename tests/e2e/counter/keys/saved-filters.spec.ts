import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { expectNothingSideways } from '../../support/looks/sideways.ts';
import { test } from '../../support/office.ts';

test('a search is named, called again by its key and by the palette after a reload, and removed', async ({
  desk: page,
}) => {
  const box = page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' });
  const filters = page.getByRole('dialog', { name: 'Bộ lọc đã lưu' });
  await page.keyboard.press('F3');
  await expect(box).toBeFocused();
  await page.keyboard.type('qua han', { delay: 60 });
  await page.keyboard.press('Control+s');
  await expect(filters.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Trễ hẹn', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(filters).toBeHidden();
  await expect(page.getByRole('button', { name: 'Trễ hẹn' })).toBeVisible();
  await look(page, 'saved-filters');
  await expectAccessible(page);
  await expectNothingSideways(page);
  await page.reload();
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'Trễ hẹn' })).toBeVisible();
  await expect(box).toHaveValue('');
  await page.keyboard.press('Alt+Shift+1');
  await expect(box).toHaveValue('qua han');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').filter({ hasText: 'Bộ lọc: Trễ hẹn' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await filters.getByRole('button', { name: 'Bỏ: Trễ hẹn' }).click();
  await expect(filters.getByText('Trễ hẹn')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Trễ hẹn' })).toBeHidden();
});

test('one that is named before the others are known leaves them there, and two are removed at once', async ({
  desk: page,
}) => {
  const filters = page.getByRole('dialog', { name: 'Bộ lọc đã lưu' });
  async function find(): Promise<void> {
    await page.keyboard.press('F3');
    await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
  }
  async function keep(text: string, name: string): Promise<void> {
    await find();
    await page.keyboard.type(text, { delay: 60 });
    await page.keyboard.press('Control+s');
    await expect(filters.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(name, { delay: 60 });
    await page.keyboard.press('Control+Enter');
    await expect(filters).toBeHidden();
  }
  async function openAgain(): Promise<void> {
    await page.reload();
    await page.getByLabel('Số định danh').waitFor();
  }
  await keep('qua han', 'Trễ hẹn');
  await page.route('**/call/preference/mine', (route) => route.abort());
  await openAgain();
  await keep('khai sinh', 'Khai sinh');
  await page.unroute('**/call/preference/mine');
  await openAgain();
  await find();
  for (const name of ['Trễ hẹn', 'Khai sinh']) await expect(page.getByRole('button', { name })).toBeVisible();
  await page.keyboard.press('Control+s');
  await filters.getByRole('textbox').waitFor();
  // Both clicks before an answer came to the first.
  await filters
    .getByRole('listitem')
    .evaluateAll((lines) => lines.forEach((one) => one.querySelector('button')?.click()));
  await expect(filters.getByRole('listitem')).toHaveCount(0);
  await openAgain();
  await find();
  await expect(page.getByRole('button', { name: 'Lưu bộ lọc' })).toBeVisible();
  for (const name of ['Trễ hẹn', 'Khai sinh']) await expect(page.getByRole('button', { name })).toBeHidden();
});

const palette = (page: Page) => page.getByRole('dialog', { name: 'Làm gì, đến đâu, hồ sơ nào' });

/** From wherever one stands, by its name. */
async function callByName(page: Page, typed: string, label: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed, { delay: 55 });
  await expect(palette(page).getByRole('option').first()).toContainText(label);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('My work: one group alone is named, left, and called by its name from another screen', async ({ desk: page }) => {
  const list = page.getByRole('listbox', { name: 'Hồ sơ cần làm' });
  const groups = list.getByRole('group');
  const only = page.getByRole('button', { name: /Chỉ nhóm/ });
  await page.keyboard.press('F4');
  await expect(list).toBeFocused();
  await expect(list.getByRole('option').first()).toBeVisible();
  const all = await groups.count();
  expect(all).toBeGreaterThan(1);
  await look(page, 'my-work-all');
  // Nothing is filtered yet, so there is nothing to name.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Chưa lọc gì để lưu.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('5');
  await page.keyboard.press('g');
  await expect(only).toHaveAttribute('aria-pressed', 'true');
  await expect(groups).toHaveCount(1);
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog', { name: 'Bộ lọc đã lưu' }).getByRole('textbox').waitFor();
  await page.keyboard.type('Chờ trả', { delay: 55 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Chờ trả' })).toBeVisible();
  await look(page, 'my-work-only');
  await expectAccessible(page);
  await expectNothingSideways(page);
  // Another group, empty or not, stands there alone by its own key.
  await page.keyboard.press('6');
  await expect(only).toHaveText(/Kết quả cần sửa/);
  await page.keyboard.press('g');
  await expect(groups).toHaveCount(all);

  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { name: 'Sổ theo dõi', level: 1 })).toBeAttached();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cho tra', { delay: 55 });
  await expect(palette(page).getByRole('option').first()).toContainText('Bộ lọc: Chờ trảViệc cần làm');
  await look(page, 'palette-filter');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Việc cần làm', level: 1 })).toBeAttached();
  await expect(only).toHaveText(/Chờ người dân nhận/);
  await expect(groups).toHaveCount(1);
  await expect(list).toBeFocused();
  // What is changed since stays so when a case was opened from there.
  await page.keyboard.press('g');
  await expect(groups).toHaveCount(all);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(groups).toHaveCount(all);
  // Where it has a key it stands among the acts, once.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cho tra', { delay: 55 });
  await expect(palette(page).getByRole('option').filter({ hasText: 'Bộ lọc: Chờ trả' })).toHaveCount(1);
  await expect(palette(page).getByRole('option').first()).toContainText('Alt');
  await page.keyboard.press('Escape');
  const kept = await page.evaluate('JSON.stringify({ ...localStorage })');
  expect(kept).not.toContain('Chờ trả');
});

test('the filters of every list are called from one screen, also where something else stands over that list', async ({
  office,
  page,
}) => {
  const own = { period: 'own', from: '05/01/2026', to: '06/01/2026', channel: '', procedureCode: '' };
  const filters = [
    { screen: 'find', name: 'Trễ hẹn', text: 'qua han' },
    { screen: 'register', name: 'Đầu năm', ...own },
    { screen: 'petition', name: 'Đơn đã xong', text: 'duong', show: 'ended' },
    { screen: 'my-work', name: 'Của tôi', mine: true, section: null },
  ];
  office.batch(
    filters.map((filter) => JSON.stringify({ call: 'preference.saveFilter', input: { filter } })).join('\n'),
    '--user',
    'officer',
  );
  await office.enter(page, 'officer');
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: /Tải Excel/ })).toBeVisible();
  await page.keyboard.press('Alt+Shift+r');
  await expect(page.getByRole('button', { name: /Lưu bộ lọc/ })).toBeHidden();
  await callByName(page, 'dau nam', 'Bộ lọc: Đầu năm');
  await expect(page.getByRole('button', { name: 'Đầu năm' })).toBeVisible();
  await expect(page.getByLabel('Từ ngày')).toHaveValue('05/01/2026');
  await callByName(page, 'tre hen', 'Bộ lọc: Trễ hẹn');
  const box = page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' });
  await expect(box).toHaveValue('qua han');
  await expect(box).toBeFocused();
  await callByName(page, 'don da xong', 'Bộ lọc: Đơn đã xong');
  await expect(page.getByRole('heading', { name: 'Phản ánh, kiến nghị', level: 1 })).toBeAttached();
  await expect(page.getByRole('combobox').filter({ visible: true })).toHaveValue('duong');
  await page.keyboard.press('F4');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeFocused();
  await page.keyboard.press('Alt+h');
  await expect(page.getByRole('button', { name: /Tôi đang giữ/ })).toBeHidden();
  await callByName(page, 'cua toi', 'Bộ lọc: Của tôi');
  await expect(page.getByRole('button', { name: /Tôi đang giữ/ })).toHaveAttribute('aria-pressed', 'true');
});
