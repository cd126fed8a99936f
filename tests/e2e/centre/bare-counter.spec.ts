import { expect } from '@playwright/test';
import { newFolder } from '../../support/desk/folder.ts';
import { test } from '../support/browser.ts';
import { Hub } from '../support/hub.ts';
import { scan } from '../support/keyboard.ts';
import { look } from '../support/looks/look.ts';
import { Office } from '../support/office.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: { width: 1366, height: 768 } });

test('a bare computer becomes a counter of a centre by one code on its first screen, whatever was typed wrong before', async ({
  page,
}) => {
  const hub = new Hub();
  await hub.start();
  const [first, bare] = [new Office(newFolder()), new Office(newFolder())];
  try {
    first.open({ cases: 0, seed: 1 });
    first.run('join', hub.enrol('Q1'), '--user', 'supervisor');
    await page.goto(await bare.serve());
    const code = page.getByLabel('Mã của quầy này', { exact: false });
    await expect(code).toBeVisible();
    await look(page, 'first-screen-four-doors');
    await code.fill('MCH1.abc');
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Đây không phải mã nhập trung tâm', { exact: false })).toBeVisible();
    await hub.stop();
    const own = hub.code;
    await code.fill(own);
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Chưa nối được máy chủ trung tâm', { exact: false })).toBeVisible();
    await look(page, 'first-screen-hub-away');
    await hub.start();
    const second = hub.enrol('Q2');
    // From the paper or the screen of IT: the square under the scanner, into the field in which the cursor stands.
    await code.fill('');
    await scan(page, second);
    await expect(code).toHaveValue(second);
    await page.keyboard.press('Alt+2');
    // A practice centre: a practice counter is opened, and whoever keeps it joins at the sign-in. A reload on the way forgets nothing.
    await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('admin');
    await page.getByLabel('Mật khẩu', { exact: true }).press('Enter');
    await expect(page.getByText('Đã nhập: quầy Q2, số 2.')).toBeVisible({ timeout: 30_000 });
    await look(page, 'bare-counter-joined');
  } finally {
    await Promise.all([first, bare].map((office) => office.end()));
    await hub.end();
  }
});
