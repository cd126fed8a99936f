import { type Page, expect } from '@playwright/test';
import { scan } from './keyboard.ts';

export const card =
  '079190001234|023456789|Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';
export const otherCard =
  '079085000001||Trần Văn Bình|01021985|Nam|3 Nguyễn Duy Trinh, Phường Cát Lái, TP. Hồ Chí Minh|02072025';

export const idNumber = (page: Page) => page.getByLabel('Số định danh', { exact: true });
export const fullName = (page: Page) => page.getByLabel('Họ và tên', { exact: true });
export const phone = (page: Page) => page.getByLabel('Điện thoại', { exact: true });
export const address = (page: Page) => page.getByLabel('Nơi cư trú', { exact: true });
export const procedure = (page: Page) => page.getByRole('combobox', { name: 'Tìm thủ tục' });
export const thirdCard = '079199000007||Lê Thị Cúc|05051999|Nữ|5 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';
export const secondCard = (page: Page) => page.getByRole('dialog', { name: 'Thẻ thứ hai' });
export const submitterName = (page: Page) =>
  page.getByRole('region', { name: 'Người nộp thay' }).getByLabel('Họ và tên');
export const accepted = (page: Page) => page.getByRole('region', { name: 'Đã tiếp nhận' });

export async function choose(page: Page, text: string): Promise<void> {
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.type(text, { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
}

/** A first file, so that the next time the person is a returning one. */
export async function receiveOnce(page: Page): Promise<string> {
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await phone(page).fill('0901234567');
  await procedure(page).focus();
  await choose(page, 'ks');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toBeVisible();
  return acceptedNumber(page);
}

export async function acceptedNumber(page: Page): Promise<string> {
  return (
    (await accepted(page)
      .getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/)
      .textContent()) ?? ''
  );
}
