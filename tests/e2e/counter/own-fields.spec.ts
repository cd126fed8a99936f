import { expect } from '@playwright/test';
import { Keys } from '../support/keystrokes.ts';
import { scan } from '../support/keyboard.ts';
import { test } from '../support/office.ts';
import { accepted, card, otherCard, procedure, secondCard } from '../support/reception.ts';

/** What a procedure asks beside is said by keys at reception, told where it is wrong, printed into the declaration, and mended in the case. */
test('a death is declared without a pen: said by keys, refused beside its box, printed, and mended in the case', async ({
  desk: at,
}) => {
  const keys = new Keys(at);
  const shot = async (name: string) => {
    if (process.env['SHOTS'] !== undefined) await at.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
  };
  await scan(at, card);
  await expect(procedure(at)).toBeFocused();
  await keys.type('kt');
  await keys.press('Enter');
  await expect(at.getByRole('button', { name: /Nội dung tờ khai: 0\/15/ })).toBeVisible();
  await expect(at.getByRole('checkbox').first()).toBeFocused();
  await keys.press('Space');
  await shot('own-fields-reception');
  await keys.press('Alt+4');
  const dialog = at.getByRole('dialog');
  await expect(dialog.getByLabel('Quan hệ với người đã chết')).toBeFocused();
  await keys.type('con');
  await keys.press('Tab');
  await keys.type('Tran Van Chin, 079045000321');
  await keys.press('Tab');
  await keys.type('1945');
  await keys.press('Tab');
  await keys.type('x');
  await keys.press('Tab');
  await expect(dialog.getByText('Chỉ nhận một trong: Nam, Nữ.')).toBeVisible();
  await keys.press('Shift+Tab');
  await keys.press('Control+a');
  await keys.type('na');
  await keys.press('Tab');
  await expect(dialog.getByLabel('Giới tính')).toHaveValue('Nam');
  const diedOn = dialog.getByLabel('Ngày chết', { exact: true });
  await diedOn.focus();
  await keys.type('30022026');
  await shot('own-fields-dialog');
  await keys.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await keys.press('Control+Enter');
  // What the desk refuses opens the boxes again, at the one that is wrong.
  await expect(diedOn).toBeFocused();
  await expect(dialog.getByText('Lịch không có ngày này')).toBeVisible();
  await keys.press('Control+a');
  await keys.type('20112026');
  await keys.press('Control+Enter');
  await keys.press('Control+Enter');
  await expect(accepted(at)).toBeVisible();
  await keys.press('Alt+Shift+I');
  await expect(accepted(at).getByText('In lỗi: giấy nằm ở khay đỏ, hồ sơ đã lưu').nth(1)).toBeVisible();
  await shot('own-fields-accepted');
  await accepted(at).getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(at.getByText('Tran Van Chin, 079045000321')).toBeVisible();
  await expect(at.getByText('20/11/2026').first()).toBeVisible();
  await keys.press('Alt+Shift+N');
  await at.getByRole('dialog').getByLabel('Nguyên nhân chết').fill('già yếu');
  await keys.press('Control+Enter');
  await expect(at.getByText('Đã ghi: Ghi nội dung tờ khai')).toBeVisible();
  await expect(at.getByText('già yếu')).toBeVisible();
  await shot('own-fields-case');
});

test('a card scanned over the declaration is the person of the box, or goes to reception: it is never lost', async ({
  desk: at,
}) => {
  await scan(at, card);
  await expect(procedure(at)).toBeFocused();
  await at.keyboard.type('kt', { delay: 60 });
  await at.keyboard.press('Enter');
  await expect(at.getByRole('checkbox').first()).toBeFocused();
  await at.keyboard.press('Alt+4');
  const dialog = at.getByRole('dialog');
  await expect(dialog.getByLabel('Quan hệ với người đã chết')).toBeFocused();
  await at.keyboard.press('Tab');
  await scan(at, otherCard);
  await expect(dialog.getByLabel('Họ, chữ đệm, tên người chết')).toHaveValue('Trần Văn Bình, 079085000001');
  // In a box of no person it is somebody at the counter, and whose it is reception asks.
  await at.keyboard.press('Tab');
  await scan(at, otherCard);
  await expect(secondCard(at)).toBeVisible();
  await at.keyboard.press('Escape');
  await at.keyboard.press('Alt+4');
  await expect(dialog.getByLabel('Họ, chữ đệm, tên người chết')).toHaveValue('Trần Văn Bình, 079085000001');
});
