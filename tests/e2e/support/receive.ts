import { type Page, expect } from '@playwright/test';
import { scan } from './keyboard.ts';

export const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';

export type Reception = {
  readonly scanned?: string;
  readonly code?: string;
  readonly before?: (page: Page) => Promise<void>;
  /** Why it is received all the same, where the desk asks. */
  readonly reason?: string;
};

/** By keyboard: a card is scanned, the procedure is typed, the file is accepted. Answers its number. */
export async function receive(
  page: Page,
  { scanned = card, code = 'ks', before, reason }: Reception = {},
): Promise<string> {
  await scan(page, scanned);
  await expect(page.getByRole('combobox', { name: 'Tìm thủ tục' })).toBeFocused();
  await page.keyboard.type(code, { delay: 60 });
  await page.keyboard.press('Enter');
  // The first paper; where none is asked of everybody, the cases.
  await expect(page.locator('#reception-components')).toBeFocused();
  await before?.(page);
  await page.keyboard.press('Control+Enter');
  if (reason !== undefined) {
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.insertText(reason);
    await page.keyboard.press('Control+Enter');
  }
  const accepted = page.getByRole('region', { name: 'Đã tiếp nhận' });
  // Two files of one person within a minute are asked about.
  const twin = page.getByLabel('Vừa tiếp nhận cùng thủ tục của người này', { exact: false });
  await expect(accepted.or(twin).first()).toBeVisible();
  if (await twin.isVisible()) {
    await twin.fill('Hai hồ sơ riêng');
    await page.keyboard.press('Control+Enter');
  }
  return (await accepted.getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/).textContent()) ?? '';
}

/** Where every paper belongs to a case the cursor stands on the cases: the first one is the citizen's, and its papers are ticked. */
export async function chooseFirstCase(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await fromTheList(page, '1');
  await expect(page.getByRole('checkbox', { checked: true }).first()).toBeVisible();
}

/** Where everybody brings a paper too: by the key of the cases. */
export async function chooseCase(page: Page, digit = '1'): Promise<void> {
  await page.keyboard.press('Alt+5');
  await fromTheList(page, digit);
}

async function fromTheList(page: Page, digit: string): Promise<void> {
  await expect(page.getByRole('listbox', { name: 'Người dân thuộc trường hợp nào?' })).toBeFocused();
  await page.keyboard.press(digit);
  // A digit may be a scanner's until no other has come for a twentieth of a second: a hand's next key is later.
  const list = page.getByRole('listbox', { name: 'Người dân thuộc trường hợp nào?' });
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
}
