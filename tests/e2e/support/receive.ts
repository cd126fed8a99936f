import { type Page, expect } from '@playwright/test';
import { scan } from './keyboard.ts';

export const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';

type Reception = { readonly scanned?: string; readonly code?: string; readonly before?: (page: Page) => Promise<void> };

/** By keyboard: a card is scanned, the procedure is typed, the file is accepted. Answers its number. */
export async function receive(page: Page, { scanned = card, code = 'ks', before }: Reception = {}): Promise<string> {
  await scan(page, scanned);
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await page.keyboard.type(code, { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await before?.(page);
  await page.keyboard.press('Control+Enter');
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  return (await accepted.getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/).textContent()) ?? '';
}
