import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { signIn, test } from '../support/office.ts';
import { reception } from '../../support/desk/test-desk.ts';

/** What runs out is told while there is time, to each what they can do: to who can mend it the place, to the others whom to tell. */
const bar = (page: Page) => page.getByRole('contentinfo');

async function signedInAs(page: Page, username: string): Promise<void> {
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: /Đăng xuất/ }).click();
  await signIn(page, username);
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  for (const look of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.emulateMedia({ colorScheme: look });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${folder}/runs-out-${name}-${look}-${width}.png` });
    }
  await page.setViewportSize({ width: 1366, height: 768 });
}

test('a disk nearly full: a clerk is told whom to tell, and who keeps the office is led to the data', async ({
  office,
  page,
}) => {
  await page.goto(await office.serveShort(700 * 2 ** 20));
  await signIn(page, 'clerk');
  await expect(bar(page).getByText('ổ đĩa chỉ còn 700 MB: báo quản trị')).toBeVisible();
  await expect(bar(page).getByRole('button', { name: /ổ đĩa chỉ còn/ })).toHaveCount(0);
  await shot(page, 'disk-clerk');
  await signedInAs(page, 'admin');
  const way = bar(page).getByRole('button', { name: /ổ đĩa chỉ còn 700 MB: dọn tệp không cần/ });
  await expect(way).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'disk-admin');
  await way.press('Enter');
  await expect(page.getByRole('radio', { name: 'Dữ liệu' })).toBeChecked();
});

test('numbers nearly out: told before the last, to the administrator with the place; the next reception still has one', async ({
  office,
  page,
}) => {
  const ask = (user: string, ...lines: object[]) =>
    office.batch(lines.map((line) => JSON.stringify(line)).join('\n'), '--user', user);
  const [{ value: settings }] = ask('admin', { call: 'office.settings', input: {} });
  const blocks = [{ first: 500, last: 511 }];
  const changed = { settings: { ...settings, desk: { ...settings.desk, blocks } }, reason: 'dải số' };
  expect(ask('admin', { call: 'office.changeSettings', input: changed })[0]).toMatchObject({ ok: true });
  const received = ask('clerk', ...Array.from({ length: 11 }, () => ({ call: 'case.receive', input: reception() })));
  expect(received.map(({ ok }) => ok)).not.toContain(false);
  await page.goto(await office.serve());
  await signIn(page, 'clerk');
  await expect(bar(page).getByText('hôm nay còn 1 số hồ sơ: báo quản trị xin thêm khối số')).toBeVisible();
  await shot(page, 'numbers-clerk');
  await signedInAs(page, 'admin');
  const way = bar(page).getByRole('button', { name: /hôm nay còn 1 số hồ sơ: xin thêm khối số/ });
  await way.press('Enter');
  await expect(page.getByRole('radio', { name: 'Số trong ngày' })).toBeChecked();
  await shot(page, 'numbers-admin');
});
