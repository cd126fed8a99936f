import { type Locator, type Page, expect } from '@playwright/test';
import { textOfPdf } from '../../support/papers/pdf-reader.ts';
import { openCase } from './find.ts';
import { scan } from './keyboard.ts';
import { type Office, signIn } from './office.ts';
import { type Reception, receive } from './receive.ts';

export type Who = 'clerk' | 'officer' | 'supervisor' | 'admin';

/** People sitting down one after another at one counter, on one day after another: what they do, they do by keyboard. */
export class Counter {
  readonly office: Office;
  readonly page: Page;

  constructor(office: Office, page: Page) {
    this.office = office;
    this.page = page;
  }

  /** Somebody signs in, at a moment: `2026-11-23T08:00`. Until then the desk was off, and nobody had closed it. */
  async sit(who: Who, at: string): Promise<void> {
    await this.office.kill();
    await this.page.goto(await this.office.serve(`${at}:00+07:00`));
    await signIn(this.page, who);
  }

  /** A card is scanned, the procedure is typed, the file is accepted: answers its number. */
  async receive(card: string, code: string, more: Pick<Reception, 'before' | 'reason'> = {}): Promise<string> {
    const { page } = this;
    await page.keyboard.press('F2');
    await expect(page.getByLabel('Số định danh', { exact: true })).toBeFocused();
    return receive(page, { scanned: card, code, ...more });
  }

  /** Finds a case by its number and opens it. */
  async open(number: string): Promise<void> {
    const { page } = this;
    await openCase(page, number);
    await expect(this.actions()).toBeVisible();
  }

  actions(): Locator {
    return this.page.getByRole('region', { name: 'Việc làm được lúc này' });
  }

  /** Does an act by its own key, and fills in what its dialog asks for. */
  async act(name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const { page } = this;
    const button = this.actions().getByRole('button', { name });
    await expect(button).toBeVisible();
    const keys = (await button.getAttribute('aria-keyshortcuts')) ?? '';
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Control+Enter');
    // A result before a supervisor's step is passed: who approved it is said.
    const asked = page.getByRole('dialog', { name: 'Cần nêu lý do' });
    await expect.poll(async () => (await asked.isVisible()) || (await dialog.isHidden())).toBe(true);
    if (await asked.isVisible()) {
      await page.keyboard.insertText('Lãnh đạo đã ký văn bản giấy số 12');
      await page.keyboard.press('Control+Enter');
    }
    await expect(dialog).toBeHidden();
  }

  /** Hands a result out at the counter of results. */
  async giveBack(number: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('F6');
    await expect(page.getByRole('combobox', { name: 'Quét mã trên giấy hẹn, hoặc gõ tên, mã hồ sơ' })).toBeFocused();
    await scan(page, number);
    await expect(page.getByLabel('Họ và tên người nhận', { exact: true })).not.toHaveValue('');
    const early = page.getByRole('group', { name: 'Kết quả có trước hạn: báo cho người dân trước khi trả' });
    if (await early.isVisible()) await page.keyboard.press('Alt+Shift+a');
    await expect(page.getByRole('radio', { name: 'Giấy hẹn', exact: true })).toBeChecked();
    await expect(page.getByRole('button', { name: /^Trả .* và in phiếu$/ })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    const done = page.getByRole('region', { name: /^Đã trả/ });
    // A fee that nobody took: handing out without it wants a reason, which is kept.
    const asked = page.getByRole('dialog', { name: 'Cần nêu lý do' });
    await expect(done.or(asked)).toBeVisible();
    if (await asked.isVisible()) {
      await page.keyboard.insertText('Chuyển khoản, chờ ngân hàng báo có');
      await page.keyboard.press('Control+Enter');
    }
    await expect(done).toContainText(number);
  }

  /** Asks the desk while no window serves it, at a moment: a value for each call, in order. */
  async ask(
    calls: readonly { readonly call: string; readonly input: unknown }[],
    who: Who,
    at: string,
  ): Promise<any[]> {
    await this.office.kill('SIGTERM');
    const lines = calls.map((line) => JSON.stringify(line)).join('\n');
    const answers = this.office.batch(`${lines}\n`, '--user', who, '--now', `${at}:00+07:00`);
    return answers.map((answer, index) => {
      if (!answer.ok) throw new Error(`${calls[index]?.call}: ${JSON.stringify(answer.fault)}`);
      return answer.value;
    });
  }
}

/** The words of a PDF as a reader finds them, line breaks as spaces. */
export async function wordsOf(base64: string): Promise<string> {
  return (await textOfPdf(Buffer.from(base64, 'base64'))).replaceAll(/\s+/g, ' ');
}
