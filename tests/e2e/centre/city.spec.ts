import { expect } from '@playwright/test';
import type { HubBox } from '../../../electron/exchange/hub/box/box.ts';
import { codeOf, startCity } from '../../support/centre/city/city-box.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { signIn, test } from '../support/office.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';

let box: HubBox | undefined;
test.afterAll(() => box?.stop());

test('an administrator is told what the city would get, looks at its rows, joins, and sees what was sent', async ({
  office,
  page,
}) => {
  box = await startCity().catch(() => undefined);
  test.skip(box === undefined, 'no PostgreSQL 15 or newer on this machine');
  if (box === undefined) return;
  await page.goto(await office.serve());
  await signIn(page, 'admin');
  await page.keyboard.press('F9');
  await page.getByRole('group', { name: 'Đơn vị' }).waitFor();
  await page.keyboard.press('Alt+q');
  await page.getByRole('region', { name: 'Trung tâm nhiều quầy' }).waitFor();
  await page.keyboard.press('Alt+g');
  const panel = page.getByRole('region', { name: 'Số liệu gửi thành phố' });
  await expect(panel).toContainText('không gửi số liệu cho thành phố');
  await expect(panel).toContainText('Không gửi: họ tên, số giấy tờ');
  await look(page, 'city-none');
  await page.keyboard.press('Alt+i');
  const rows = panel.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(/[0-9a-f]{32}/);
  await look(page, 'city-sample');
  await expectAccessible(page);
  await expectNothingSideways(page);

  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Gửi số liệu cho thành phố' });
  await dialog.getByLabel(/Mã của đơn vị/).fill('MCC1.sai');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Đây không phải mã của thành phố');
  await dialog.getByLabel(/Mã của đơn vị/).fill(await codeOf(box, '27112'));
  await look(page, 'city-join');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText(/Đã nhập: gửi số liệu của \d+ hồ sơ/);
  await expect(panel).toContainText('đã gửi hết');
  await look(page, 'city-sent');
  await expectAccessible(page);

  // The line is cut: the ward goes on, and says so.
  await box.stop();
  box = undefined;
  await page.keyboard.press('Alt+t');
  await expect(panel).toContainText('Chưa nối được nơi nhận số liệu của thành phố');
  await expect(panel).toContainText('chưa gửi được, sẽ tự thử lại');
  await look(page, 'city-away');
});
