import { expect } from '@playwright/test';
import { newFolder } from '../../../support/desk/folder.ts';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { test } from '../../support/browser.ts';
import { Keys, expectKeys } from '../../support/keystrokes.ts';
import { Office } from '../../support/office.ts';

const own = 'Xoai-Chin-Na-7';

/** From the four doors to the office that is set up, sealed, with three people, and to a receipt with its name. */
test('first run with three people; a reload in between loses nothing but the password', async ({ page: at }) => {
  test.slow();
  const office = new Office(newFolder());
  try {
    await at.goto(await office.serve());
    await expect(at.getByRole('button', { name: 'Thiết lập đơn vị này' })).toBeVisible();
    const keys = new Keys(at);
    const name = (nth: number) => at.getByRole('group', { name: `Người ${nth}` }).getByLabel('Họ và tên');
    const username = (nth: number) => at.getByRole('group', { name: `Người ${nth}` }).getByLabel('Tên đăng nhập');
    await keys.press('Alt+1');
    await expect(at.getByRole('combobox').first()).toBeFocused();
    await keys.type('cat lai');
    await keys.press('Enter');
    await expect(at.getByLabel('Mã đơn vị trong mã hồ sơ')).toHaveValue('H29.157');
    await keys.press('Alt+3');
    await expect(name(1)).toBeFocused();
    await keys.telex('trần thị hà');
    await expect(username(1)).toHaveValue('hatt');
    for (const _field of ['role', 'remove', 'username']) await keys.press('Tab');
    // Somebody reloads: not a key of the job.
    await at.reload();
    await expect(name(1)).toHaveValue('Trần Thị Hà');
    await expect(at.getByLabel('Mã đơn vị trong mã hồ sơ')).toHaveValue('H29.157');
    await at.getByRole('group', { name: 'Người 1' }).getByLabel('Mật khẩu').focus();
    await keys.type(own);
    await keys.press('Tab');
    await expect(name(2)).toBeFocused();
    await keys.telex('lê văn đức');
    await keys.press('Alt+n');
    await expect(name(3)).toBeFocused();
    await keys.telex('phạm tú');
    await expect(username(3)).toHaveValue('tup');
    await look(at, 'first-run-people');
    await expectAccessible(at);
    await keys.press('Control+Enter');
    const dialog = at.getByRole('dialog', { name: 'Khóa khôi phục' });
    await expect(dialog.getByText(/^\d{6}$/)).toHaveCount(8);
    const groups = await dialog.getByText(/^\d{6}$/).allTextContents();
    await keys.press('Control+Enter');
    const fields = dialog.getByLabel(/^Nhóm thứ \d$/);
    await expect(fields).toHaveCount(2);
    for (const [index, field] of (await fields.all()).entries()) {
      if (index > 0) await keys.press('Tab');
      await expect(field).toBeFocused();
      const label = await field.evaluate((one: HTMLInputElement) => one.labels?.[0]?.textContent ?? '');
      await keys.type(groups[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
    }
    await keys.press('Control+Enter');
    const secret = at.getByLabel('Mật khẩu', { exact: true });
    await expect(secret).toBeFocused({ timeout: 60_000 });
    await keys.type(own);
    await keys.press('Enter');
    const next = at.getByRole('region', { name: 'Đơn vị đã thiết lập. Việc tiếp theo' });
    await expect(next).toBeVisible({ timeout: 60_000 });
    await look(at, 'first-run-next');
    await keys.press('Alt+s');
    const receipt = at.getByRole('dialog', { name: 'Giấy tiếp nhận thử' });
    await expect(receipt.getByRole('img').first()).toContainText('PHƯỜNG CÁT LÁI');
    await expect(receipt.getByRole('img').first()).toContainText('KHÔNG CÓ GIÁ TRỊ');
    await look(at, 'first-run-receipt');
    await expectAccessible(at);
    expectKeys('First run with three people, to a test receipt', keys);
  } finally {
    await office.end();
  }
});
