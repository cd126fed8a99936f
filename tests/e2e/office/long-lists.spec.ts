import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { test as base } from '../support/browser.ts';
import { look } from '../support/looks/look.ts';
import { Office, signIn } from '../support/office.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { petition } from '../../support/counter/petition-desk.ts';

/** An office with more of everything than a list reads at once: petitions 200, files 200, fees that are owed 500. */
const test = base.extend<{ readonly office: Office }>({
  // oxlint-disable-next-line no-empty-pattern
  office: async ({}, hand) => {
    const office = new Office(newFolder());
    office.open({ cases: 900, seed: 5, plain: false });
    const lines = Array.from({ length: 240 }, () => ({ call: 'petition.register', input: petition() }));
    office.batch(lines.map((one) => `${JSON.stringify(one)}\n`).join(''), '--user', 'clerk');
    await hand(office);
    await office.end();
  },
});

/** Goes down in a list until its last line is the last there is. */
async function toTheEnd(page: Page, name: string | RegExp, count: number): Promise<void> {
  const list = page.getByRole('listbox', { name });
  for (let nth = 0; nth < 40 && (await list.getByRole('option').count()) < count; nth += 1) {
    await list.evaluate((one) => one.scrollTo({ top: one.scrollHeight }));
    await expect(async () => expect(await list.getByRole('option').count()).toBeGreaterThan(200)).toPass({
      timeout: 20_000,
    });
  }
  await expect(list.getByRole('option')).toHaveCount(count, { timeout: 20_000 });
}

test('a list that is longer than what is read at once goes on to its end: petitions, files behind a number, fees, the wall', async ({
  office,
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');

  await page.keyboard.press('F11');
  await expect(page.getByText('200 / 250')).toBeVisible();
  await toTheEnd(page, 'Sổ phản ánh, kiến nghị', 250);
  await expect(page.getByText('250 / 250')).toBeVisible();
  await look(page, 'long-petitions');

  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Shift+r');
  const figures = page.getByRole('grid', { name: /Tình hình, kết quả giải quyết/i });
  await expect(figures).toBeVisible();
  await look(page, 'long-07a');
  await expectAccessible(page);
  await expectNothingSideways(page);
  // The sum of what came: more files than one page of them has.
  await figures.focus();
  await page.keyboard.press('Home');
  for (let nth = 0; nth < 20; nth += 1) await page.keyboard.press('ArrowDown');
  const count = Number(await figures.locator('[aria-selected=true]').textContent());
  expect(count).toBeGreaterThan(200);
  await page.keyboard.press('Enter');
  await expect(page.getByText('đang hiện 200; đi xuống cuối danh sách để xem tiếp')).toBeVisible();
  await look(page, 'long-files');
  await toTheEnd(page, 'Hồ sơ của số đang chọn', count);
  await expect(page.getByText('đi xuống cuối danh sách để xem tiếp')).toBeHidden();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+4');
  await expect(
    page.getByText('Chưa kiểm chứng: phụ lục Quyết định 766 chưa đọc được.', { exact: false }),
  ).toBeVisible();
  await expect(page.getByRole('listbox', { name: /Chỉ số phục vụ/ })).toBeVisible();
  await look(page, 'long-766');
  await expectNothingSideways(page);
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('listbox', { name: /Cắt giảm/ })).toBeVisible();
  await look(page, 'long-cut');

  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+Shift+q');
  await page.getByLabel('Tháng', { exact: true }).selectOption({ index: 0 });
  await page.keyboard.press('Alt+2');
  const owed = page.getByRole('listbox', { name: 'Hồ sơ chưa thu phí' });
  await expect(owed).toBeFocused();
  await look(page, 'long-unpaid');
  for (let nth = 0; nth < 60; nth += 1) await page.keyboard.press('PageDown');
  await expect(page.getByText('đi xuống cuối danh sách để xem tiếp')).toBeHidden();
  await expectNothingSideways(page);
  await look(page, 'long-unpaid-end');

  await page.keyboard.press('F9');
  await page.keyboard.press('Alt+y');
  await expect(page.getByText('Chưa giao ai làm thay.')).toBeVisible();
  const tabs = page.getByRole('group', { name: 'Đơn vị' });
  const heights = await tabs
    .locator('label')
    .evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size);
  await look(page, 'long-delegations');
  // All of them stand in one line at 1366.
  expect(heights).toBe(1);
});
