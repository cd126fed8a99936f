import { expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { signIn, test } from '../support/office.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';

/** A month from today, as it is typed: a delegation is for a year at most. */
const lastDay = new Date(Date.now() + 30 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });

test('a leader who goes away names who stands in; their bar says so, and the leader is back before the day', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');
  await page.keyboard.press('F9');
  await page
    .getByRole('radiogroup', { name: 'Đơn vị' })
    .or(page.getByRole('group', { name: 'Đơn vị' }))
    .first()
    .waitFor();
  await page.keyboard.press('Alt+y');
  await expect(page.getByText('Chưa giao ai làm thay.')).toBeVisible();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Giao người làm thay' });
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Chức vụ của người làm thay')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Chức vụ của người làm thay').fill('Phó Chủ tịch');
  await dialog.getByLabel('Văn bản giao, số và ngày').fill('Thông báo 12/TB-UBND');
  await dialog.getByLabel('Đến hết ngày').fill(lastDay);
  await look(page, 'delegation-dialog');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const line = page.getByRole('row').filter({ hasText: 'Thông báo 12/TB-UBND' });
  await expect(line).toContainText('đang có hiệu lực');
  await look(page, 'delegation');
  await expectAccessible(page);
  await expectNothingSideways(page);

  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'officer');
  await expect(page.getByText(`KT. Nguyễn Thị Phụ Trách đến hết ${lastDay}`, { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'supervisor');
  await page.keyboard.press('F9');
  await page.keyboard.press('Alt+y');
  await line.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Lãnh đạo đã về');
  await page.keyboard.press('Control+Enter');
  await expect(line).toContainText('đã kết thúc: Lãnh đạo đã về');
});
