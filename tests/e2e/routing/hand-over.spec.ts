import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { type Office, test } from '../support/office.ts';

const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', phone: '0901234567' };

/** A residence registration that another commune decides, received through the command line. */
function received(office: Office): string {
  const file = path.join(office.folder, 'input.json');
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const input = {
    procedureCode: '1.004222',
    channel: 'direct',
    applicant,
    components,
    requestId: crypto.randomUUID(),
  };
  writeFileSync(file, JSON.stringify({ ...input, competentUnit: { code: '27637' } }));
  const printed = office.run('call', 'case.receive', file, '--user', 'clerk');
  const { number } = (JSON.parse(printed) as { value: { number: { official: string | null; local: string } } }).value;
  return number.official ?? number.local;
}

test('a list is made by scans and one key, and signed by the other side by scans and one key', async ({
  office,
  page,
}) => {
  const numbers = [received(office), received(office)];
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('F10');
  const cases = page.getByRole('listbox', { name: 'Danh sách' });
  await expect(cases).toBeVisible();
  const [first = '', second = ''] = numbers;
  await scan(page, first);
  await expect(page.getByRole('option', { name: first })).toHaveAttribute('aria-selected', 'true');
  await scan(page, second);
  await expect(page.getByRole('option', { name: second })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('img', { name: /^Hình trang giấy 1/ })).toContainText(second);
  const shots = process.env['SHOTS'];
  if (shots !== undefined) await page.screenshot({ path: path.join(shots, 'make.png') });
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const made = page.getByRole('status').filter({ hasText: 'Đã lập danh sách 2 hồ sơ' });
  await expect(made).toBeVisible();
  const [list = ''] = /BG\.Q1-\d{6}-\d{4}/.exec((await made.textContent()) ?? '') ?? [];
  await page.keyboard.press('Alt+2');
  await scan(page, list);
  await expect(page.getByRole('heading', { name: list })).toBeVisible();
  await scan(page, first);
  await expect(page.getByRole('option', { name: first })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Người ký nhận')).toBeFocused();
  await page.keyboard.insertText('Lê Văn Tư');
  if (shots !== undefined) await page.screenshot({ path: path.join(shots, 'sign.png') });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('thiếu 1 hồ sơ', { exact: false })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('Cơ quan khác', { exact: true })).toBeVisible();
  await scan(page, second);
  await expect(page.getByRole('option', { name: second })).toContainText(`thiếu ở ${list}`);
});

test('with text at 150 % the list still shows its cases', async ({ office, page }) => {
  const number = received(office);
  await page.addInitScript(() => localStorage.setItem('mot-cua-desk.settings', JSON.stringify({ textSize: 150 })));
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('F10');
  await expect(page.getByRole('listbox', { name: 'Danh sách' })).toBeVisible();
  await scan(page, number);
  const row = page.getByRole('option', { name: number });
  await row.scrollIntoViewIfNeeded();
  await expect(row).toBeInViewport({ ratio: 0.9 });
});

test('a moment that is none is said beside its field, and nothing is signed by it', async ({ office, page }) => {
  received(office);
  const ask = (call: string, input: unknown) =>
    office.batch(`${JSON.stringify({ call, input })}\n`, '--user', 'clerk')[0].value;
  const { to, cases } = ask('handOver.prepare', {}).piles.find((pile: any) => pile.to.kind === 'unit');
  const caseIds = [cases[0].caseId];
  const { handOver } = ask('handOver.make', { to, caseIds, note: '', requestId: crypto.randomUUID() });
  await office.enter(page);
  await page.keyboard.press('F10');
  await expect(page.getByRole('listbox', { name: 'Danh sách' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await scan(page, handOver.number);
  await expect(page.getByRole('heading', { name: handOver.number })).toBeVisible();
  await page.keyboard.press('Alt+a');
  await page.getByLabel('Người ký nhận').fill('Lê Văn Tư');
  const moment = page.getByLabel('Nhận lúc');
  await moment.fill('hôm qua, 25:00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa đúng. Kiểm tra rồi nhập lại.')).toBeVisible();
  await expect(moment).toBeFocused();
  await expect(page.getByText(/Lê Văn Tư đã ký nhận/)).toHaveCount(0);
});
