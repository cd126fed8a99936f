import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { newFolder } from '../../support/desk/folder.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { test } from '../support/browser.ts';
import { Counter } from '../support/counter.ts';
import { scan } from '../support/keyboard.ts';
import { Office } from '../support/office.ts';
import { card } from '../support/receive.ts';

/** NĐ 118/2025 Điều 17 k3, 20 k1b, at the centre that decides; both offices together: tests/desk/counter/case/foreign.test.ts. */
test.describe.configure({ timeout: 240_000 });

/** What stands on the paper of the other centre: its counter's own number, for it has no serials of who decides. */
const code = 'Q1-261123-0001';

/** Reception stays behind with fields of the same names. */
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).filter({ visible: true });

test('a file that another centre received is typed in from its paper, decided, and goes back by a list', async ({
  page,
}) => {
  const there = new Counter(new Office(newFolder()), page);
  const shots = process.env['SHOTS'];
  try {
    there.office.open({ cases: 0 });
    await there.sit('clerk', '2026-11-25T10:05');
    await page.keyboard.press('F10');
    await expect(page.getByText('Không có hồ sơ nào chờ bàn giao')).toBeVisible();
    await page.keyboard.press('Alt+3');
    const receipt = field(page, 'Mã trên giấy tiếp nhận');
    await expect(receipt).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Cần nhập ô này.').first()).toBeVisible();
    // The code by scanner, the rest of the paper by keys.
    await scan(page, code);
    await expect(receipt).toHaveValue(code);
    const unit = field(page, 'Nơi tiếp nhận');
    await expect(unit).toBeFocused();
    await page.keyboard.insertText('Bến Thành');
    await expect(page.getByRole('option', { name: /Phường Bến Thành/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(unit).toHaveValue(/Phường Bến Thành, /);
    await page.keyboard.press('Tab');
    const accepted = field(page, 'Nơi đó tiếp nhận lúc');
    await expect(accepted).toBeFocused();
    await expect(accepted).toHaveValue('23/11/2026 ');
    await accepted.press('End');
    await page.keyboard.insertText('9:00');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('30/11/2026 17:00');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('25/11/2026 10:00');
    await scan(page, card);
    await expect(field(page, 'Họ và tên')).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
    await page.keyboard.press('Control+p');
    await page.keyboard.type('1.004873', { delay: 60 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, 'arrival.png') });
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    const done = page.getByRole('region', { name: 'Đã nhận hồ sơ' });
    await expect(done).toContainText(code);
    await expect(done).toContainText('Đã hẹn trả 17:00 thứ Hai 30/11/2026');
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, 'arrival-done.png') });
    // The next of the pile: who sent it and when it came stay.
    await expect(receipt).toBeFocused();
    await expect(unit).toHaveValue(/Phường Bến Thành, /);
    await expect(field(page, 'Hồ sơ đến đây lúc')).toHaveValue('25/11/2026 10:00');
    await page.keyboard.press('Alt+Shift+o');
    // A counter's own number is no case code: who decides gives that, and both lead to the case.
    await expect(page.getByRole('heading', { level: 1, name: /^H29\.999-261125-\d{4}$/ })).toBeVisible();
    await expect(page.getByText(/Phường Bến Thành.*23\/11\/2026 09:00/)).toBeVisible();

    const [{ hits }] = await there.ask([{ call: 'case.search', input: { text: code } }], 'clerk', '2026-11-25T10:10');
    const [{ caseId }] = hits;
    const acts = [{ type: 'transfer' }, { type: 'finish', result: 'Giấy xác nhận' }];
    await there.ask(
      acts.map((act) => ({ call: 'case.act', input: { caseId, act } })),
      'supervisor',
      '2026-11-27T09:00',
    );
    await there.sit('clerk', '2026-11-27T14:00');
    await page.keyboard.press('F10');
    await expect(page.getByRole('listbox', { name: 'Danh sách' })).toBeVisible();
    // The paper that lies there bears the number of the other centre.
    await scan(page, code);
    await expect(page.getByRole('option', { name: `← ${code}` })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('img', { name: /^Hình trang giấy 1/ })).toContainText(code);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Đã lập danh sách 1 hồ sơ' })).toContainText('Bến Thành');
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('option', { name: `← ${code}` })).toBeVisible();
    await page.keyboard.press('Alt+a');
    await field(page, 'Người ký nhận').fill('Một cửa Bến Thành');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Một cửa Bến Thành đã ký nhận .*đủ hồ sơ/)).toBeVisible();
  } finally {
    await there.office.end();
  }
});
