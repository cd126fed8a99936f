import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { scan } from '../support/keyboard.ts';
import { type Office, test } from '../support/office.ts';

/** Numbers of bundles that lie on the clerk's desk in the practice office. */
function onTheClerksDesk(office: Office): string[] {
  const file = path.join(office.folder, 'input.json');
  writeFileSync(file, JSON.stringify({ scans: [] }));
  const printed = office.run('call', 'bundle.check', file, '--user', 'clerk');
  const { missing } = (JSON.parse(printed) as { value: { missing: { number: string }[] } }).value;
  return missing.map(({ number }) => number);
}

async function look(page: Page, name: string): Promise<void> {
  const shots = process.env['SHOTS'];
  if (shots === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('bundles are taken by scans, a desk is counted, and what is missing is given up and found, without a mouse', async ({
  office,
  page,
}) => {
  const [first = '', second = ''] = onTheClerksDesk(office);
  await office.enter(page, 'supervisor');
  await page.keyboard.press('F4');
  await expect(page.getByRole('button', { name: /Túi hồ sơ: \d phải tìm/ })).toBeVisible();
  await page.keyboard.press('Alt+2');
  const box = page.getByLabel('Quét nhãn túi');
  await expect(box).toBeFocused();
  await look(page, 'empty');

  await scan(page, first);
  const card = page.getByRole('region', { name: 'Bạn đang giữ túi này' });
  await expect(card).toContainText(first);
  await expect(card).toContainText('Trước đó ở Lê Thị Tiếp Nhận');
  await box.pressSequentially(second.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(card).toContainText(second);
  await expect(page.getByRole('list', { name: 'Vừa nhận' }).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Alt+i');
  await expect(card.getByRole('status').last()).not.toBeEmpty();
  await look(page, 'take');
  await expectAccessible(page);

  await scan(page, 'H29.999-261123-9999');
  await expect(page.getByRole('alert')).toContainText('không phải của hồ sơ nào');
  await expect(card).toHaveCount(0);
  await page.keyboard.press('Alt+2');
  const unseen = page.getByRole('list', { name: 'Ghi ở bàn bạn mà chưa quét' });
  await expect(unseen).toContainText(second);
  await expect(box).toBeFocused();
  await scan(page, first);
  await expect(page.getByText(`${first}: đúng chỗ`)).toBeVisible();
  await expect(unseen).not.toContainText(first);
  await look(page, 'check');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi: nhận thêm 0 túi, 1 túi phải tìm.')).toBeVisible();

  await page.keyboard.press('Alt+3');
  const missing = page.getByRole('list', { name: 'Túi phải tìm' });
  const line = missing.getByRole('listitem').filter({ hasText: second });
  await expect(line).toContainText('kiểm không thấy');
  await expect(box).toBeFocused();
  for (let at = 0; at < 10 && (await line.getAttribute('aria-current')) === null; at += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+5');
  await expect(page.getByLabel('Vì sao mất')).toBeFocused();
  await page.keyboard.insertText('Rơi khi chuyển giữa hai trụ sở');
  await look(page, 'lost');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${second}: đã báo thất lạc.`)).toBeVisible();
  await expect(line).toContainText('thất lạc');
  await expect(line).toHaveAttribute('aria-current', 'true');
  await look(page, 'missing');
  await scan(page, second);
  await expect(page.getByText(`${second}: đã thấy, bạn đang giữ.`)).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeVisible();
});

test('a bundle ends on a shelf or with the citizen, by a scan and a key; of a case under way it does not', async ({
  office,
  page,
}) => {
  const ask = (call: string, input: unknown) => office.batch(`${JSON.stringify({ call, input })}\n`, '--user', 'clerk');
  const [checked] = ask('bundle.check', { scans: [] });
  const [{ number: open }, { number: closed, caseId }] = checked.value.missing;
  const [withdrawn] = ask('case.act', { caseId, act: { type: 'withdraw', reason: 'Người dân xin rút' } });
  expect(withdrawn.ok).toBe(true);
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  await page.keyboard.press('F4');
  await expect(page.getByRole('button', { name: /^Túi hồ sơ/ })).toBeVisible();
  await page.keyboard.press('Alt+2');
  const box = page.getByLabel('Quét nhãn túi');
  await expect(box).toBeFocused();

  const card = page.getByRole('region', { name: 'Bạn đang giữ túi này' });
  await scan(page, open);
  await expect(card).toContainText(open);
  await page.keyboard.press('Alt+q');
  await expect(card.getByText(/chưa trả giấy tờ cho người dân/)).toBeVisible();

  await scan(page, closed);
  await expect(card).toContainText(closed);
  await expect(card.getByText(/chưa trả giấy tờ cho người dân/)).toHaveCount(0);
  await page.keyboard.press('Alt+l');
  await expect(page.getByLabel('Cất ở đâu trong kho')).toBeFocused();
  await page.keyboard.insertText('Kho A, kệ 3');
  await look(page, 'shelf');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${closed}: trong kho: Kho A, kệ 3.`)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Vừa nhận' })).not.toContainText(closed);
  await expect(box).toBeFocused();
  await look(page, 'shelved');

  await scan(page, closed);
  await expect(card).toContainText('Trước đó trong kho: Kho A, kệ 3');
  await look(page, 'place');
  await page.keyboard.press('Alt+q');
  await expect(page.getByText(`${closed}: đã trả cho người dân.`)).toBeVisible();
});
