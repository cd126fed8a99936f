import { expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { scan } from '../support/keyboard.ts';
import { test } from '../support/office.ts';
import { card, receive } from '../support/receive.ts';

test('one person, from Find, from a case and by a card: all they had to do with, and a reception begun by one key', async ({
  desk: page,
}) => {
  const number = await receive(page);
  const name = page.getByRole('heading', { name: 'NGUYỄN THỊ ĐẶNG ÁNH', level: 1 });
  const list = page.getByRole('listbox', { name: 'Hồ sơ, giấy chứng thực, phản ánh' });

  // Find: a card gives the number, Ctrl+I its bearer.
  await page.keyboard.press('F3');
  await expect(page.getByRole('combobox', { name: 'Tên, số, mã hồ sơ hoặc điện thoại' })).toBeFocused();
  await scan(page, card);
  await expect(page.getByRole('option').filter({ hasText: number })).toBeVisible();
  await page.keyboard.press('Control+i');
  await expect(name).toBeVisible();
  await expect(list).toBeFocused();
  await expect(list.getByRole('group', { name: 'Chủ hồ sơ' }).getByRole('option').first()).toContainText(number);
  await look(page, 'person');
  await expectAccessible(page);

  // The case in front, and back to the person from it.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: number, level: 1 })).toBeVisible();
  await look(page, 'person-case');
  await page.keyboard.press('Control+i');
  await expect(name).toBeVisible();

  // Another card shows another person, of whom this desk knows nothing.
  await scan(page, '079085004321||Trần Văn Bình|01061985|Nam|3 Lý Thái Tổ, Phường Cát Lái, TP. Hồ Chí Minh|02072025');
  await expect(page.getByText('Máy này chưa có gì về người này')).toBeVisible();
  await look(page, 'person-none');
  await page.keyboard.press('Escape');
  await expect(name).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Số định danh' })).toHaveValue(/079\s?190\s?001\s?234/);
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByRole('textbox', { name: 'Ngày sinh' })).toHaveValue('04/03/1990');
});
