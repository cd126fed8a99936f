import { type Page, expect } from '@playwright/test';
import { cpSync } from 'node:fs';
import { ConfirmationCode } from '../../../../electron/contract/counter/case/confirm.ts';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import { type DeskApart, exchangeAll, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { monday, password, reception } from '../../../support/desk/test-desk.ts';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { test } from '../../support/browser.ts';
import { look } from '../../support/looks/look.ts';
import { Office, signIn } from '../../support/office.ts';
import { expectNothingSideways } from '../../support/looks/sideways.ts';

test.describe.configure({ timeout: 120_000 });

const confirm = ConfirmationCode.options.map((code) => ({ code, reason: 'để thử' }));

async function get(desk: DeskApart, who: Role, name: string, input: unknown = {}): Promise<any> {
  const answer = await desk.call(who, name, input);
  if (!answer.ok) throw new Error(`${desk.name} ${name}: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

async function receive(desk: DeskApart): Promise<string> {
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const input = reception({ procedureCode: '2.000884', components, confirm });
  return (await get(desk, 'clerk', 'case.receive', input)).caseId;
}

/** Three counters; two of them work on the same cases before they hear of each other. The office is the third's. */
async function apart(): Promise<Office> {
  const desks = await openThreeApart(21);
  const [q1, q2, q3] = desks;
  for (const desk of desks) desk.clock.at = monday;
  const [decided, paid, extended] = [await receive(q1), await receive(q1), await receive(q1)];
  const act = (desk: DeskApart, caseId: string, what: Record<string, unknown>) =>
    get(desk, 'supervisor', 'case.act', { caseId, act: what, confirm });
  await act(q1, decided, { type: 'transfer' });
  await act(q1, extended, { type: 'transfer' });
  exchangeAll(desks);
  for (const desk of desks) desk.clock.at += 1_800_000;
  await act(q1, decided, { type: 'finish', result: 'Chứng thực xong, trả ba bản' });
  q2.clock.at += 240_000;
  await act(q2, decided, { type: 'request-supplement', reason: 'Thiếu bản chính để đối chiếu', items: ['Bản chính'] });
  for (const desk of [q1, q2]) {
    await get(desk, 'clerk', 'till.open', { float: [{ note: 50_000, count: 2 }] });
    const requestId = desk.context.ports.random.uuid();
    await get(desk, 'clerk', 'money.collect', { caseId: paid, lines: [0], method: 'cash', requestId });
  }
  exchangeAll(desks);
  const folder = newFolder();
  await q3.end();
  cpSync(q3.context.ports.dataFolder, folder, { recursive: true });
  for (const desk of [q1, q2]) await desk.end();
  return new Office(folder);
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Chỗ hai quầy ghi khác nhau' });

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const) {
  test(`a supervisor sees what two counters did side by side, decides, and what is owed is made (${size.width})`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    const office = await apart();
    try {
      await page.goto(await office.serve('2026-11-23T10:00:00+07:00'));
      await signIn(page, 'supervisor', password);
      await page.keyboard.press('F4');
      await expect(page.getByText('3 chỗ hai quầy ghi khác nhau, chờ lãnh đạo quyết định')).toBeVisible();
      await look(page, `conflict-work-${size.width}`);
      await page.keyboard.press('Alt+v');
      await expect(list(page)).toBeFocused();
      // And one number on two receipts, of which nothing is to be chosen.
      await expect(list(page).getByRole('option')).toHaveCount(3);
      await look(page, `conflict-list-${size.width}`);
      await expectAccessible(page);
      // The result and the request for papers, side by side.
      await list(page)
        .getByRole('option', { name: /Yêu cầu bổ sung/ })
        .click();
      const sides = page.getByRole('radiogroup', { name: 'Hai bên' });
      await expect(sides).toBeFocused();
      await expect(sides).toContainText('Quầy 1 (Q1)');
      await expect(sides).toContainText('Quầy 2 (Q2)');
      await expect(sides).toContainText('Chứng thực xong, trả ba bản');
      await expect(sides).toContainText('Thiếu bản chính để đối chiếu');
      await expectNothingSideways(page);
      await look(page, `conflict-sides-${size.width}`);
      await page
        .getByRole('button', { name: /hoàn thiện hồ sơ ·/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      // Nothing is decided by a key alone.
      await sides.focus();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Chọn một bên trước: phím 1 hoặc 2.')).toBeVisible();
      await page.keyboard.press('2');
      await expect(page.getByRole('radio', { checked: true })).toContainText('Quầy 2 (Q2)');
      await expect(page.getByLabel('Vì sao bên này có giá trị')).toBeFocused();
      await page.keyboard.type('Bản chính chưa có');
      await look(page, `conflict-chosen-${size.width}`);
      await expectAccessible(page);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(/Đã quyết định: .*Đã lập: Thông báo nội dung có giá trị/)).toBeVisible();
      await expect(list(page).getByRole('option')).toHaveCount(2);
      // The case says what was decided, each act with its counter, and has the notice in front.
      await page.keyboard.press('F3');
      await page.keyboard.type('0001');
      await expect(page.getByRole('option', { name: /261123-0001/ })).toContainText('Quầy Q1');
      await page.keyboard.press('Enter');
      await expect(page.getByText(/Đã quyết định giữa hai quầy: «Xử lý xong» .* không có giá trị/)).toBeVisible();
      await expect(page.getByText('Nguyễn Thị Phụ Trách · Q3').first()).toBeVisible();
      await expect(
        page.getByText('Nguyễn Thị Phụ Trách · Q2 · làm lúc chưa thấy việc của quầy khác').first(),
      ).toBeVisible();
      for (let paper = 0; paper < 3; paper += 1) await page.keyboard.press('Alt+k');
      await expect(page.getByText('Nội dung có giá trị của hồ sơ', { exact: false }).first()).toBeVisible();
      await look(page, `conflict-case-${size.width}`);
      await page.keyboard.press('F8');
      await expect(page.getByRole('gridcell', { name: /261123-0001/ })).toContainText('Quầy Q1');
      await look(page, `conflict-register-${size.width}`);
      await page.keyboard.press('F4');
      await expect(list(page)).toBeFocused();
      // Money at two counters: what was taken for nothing is given back where it was taken.
      await page.keyboard.press('Enter');
      await expect(sides).toContainText('ở đúng két đã thu: Quầy 1 (Q1)');
      await look(page, `conflict-money-${size.width}`);
      await page.keyboard.press('1');
      await expect(page.getByLabel('Vì sao bên này có giá trị')).toBeFocused();
      await page.keyboard.type('Quầy 1 thu trước');
      await page.keyboard.press('Control+Enter');
      await expect(list(page).getByRole('option')).toHaveText([/Một số đã cấp hai lần/, /Hoàn .* ở Quầy 2 \(Q2\)/]);
      await look(page, `conflict-owed-${size.width}`);
    } finally {
      await office.end();
    }
  });
}
