import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { type Office, signIn, test } from '../support/office.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';

/** A month from today, as it is typed: a delegation is for a year at most. */
const lastDay = new Date(Date.now() + 30 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });

async function openDelegations(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await page
    .getByRole('radiogroup', { name: 'Đơn vị' })
    .or(page.getByRole('group', { name: 'Đơn vị' }))
    .first()
    .waitFor();
  await page.keyboard.press('Alt+y');
}

test('a leader who goes away names who stands in; their bar says so, and the leader is back before the day', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');
  await openDelegations(page);
  await expect(page.getByText('Chưa giao ai làm thay.')).toBeVisible();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Giao người làm thay' });
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Chức vụ của người làm thay')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Chức vụ của người làm thay').fill('Phó Chủ tịch');
  await dialog.getByLabel('Văn bản giao, số và ngày').fill('Thông báo 12/TB-UBND');
  await dialog.getByLabel('Đến hết ngày').fill(lastDay);
  await look(page, 'delegation-dialog');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const line = page.getByRole('row').filter({ hasText: 'Thông báo 12/TB-UBND' });
  await expect(line).toContainText('đang có hiệu lực');
  await look(page, 'delegation');
  await expectAccessible(page);
  await expectNothingSideways(page);

  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'officer');
  await expect(page.getByText(`KT. Nguyễn Thị Phụ Trách đến hết ${lastDay}`, { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'supervisor');
  await openDelegations(page);
  await line.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Lãnh đạo đã về');
  await page.keyboard.press('Control+Enter');
  await expect(line).toContainText('đã kết thúc: Lãnh đạo đã về');
});

/** Many calls of one person through the command line, while nothing serves the office. */
function calls(office: Office, user: string, lines: readonly { readonly call: string; readonly input: object }[]) {
  const answers = office.batch(lines.map((one) => `${JSON.stringify(one)}\n`).join(''), '--user', user);
  expect(answers.filter(({ ok }) => ok !== true)).toEqual([]);
  return answers.map(({ value }) => value as Record<string, any>);
}

/** Files that wait for the leader's word. Answers their numbers. */
function withTheLeader(office: Office, many: number): string[] {
  const code = '1.004873';
  const step = (name: string, role: string, days: number | null) => ({
    name,
    role,
    time: days === null ? null : { value: days, unit: 'working-day' },
  });
  const steps = [
    step('Tiếp nhận', 'clerk', null),
    step('Thụ lý', 'officer', 1),
    step('Lãnh đạo duyệt', 'supervisor', 1),
    step('Trả kết quả', 'clerk', null),
  ];
  calls(office, 'supervisor', [{ call: 'procedure.setProcess', input: { code, steps, reason: 'Quy trình nội bộ' } }]);
  const input = {
    procedureCode: code,
    channel: 'direct',
    applicant: { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', phone: '0901234567' },
    components: [{ index: 0, originals: 1, copies: 0 }],
    confirm: [{ code: 'received-just-now', reason: 'Hồ sơ riêng' }],
  };
  const files = calls(
    office,
    'clerk',
    Array.from({ length: many }, () => ({ call: 'case.receive', input: { ...input, requestId: crypto.randomUUID() } })),
  );
  const acts = (act: object) => files.map(({ caseId }) => ({ call: 'case.act', input: { caseId, act } }));
  calls(office, 'clerk', acts({ type: 'transfer' }));
  calls(office, 'officer', [...acts({ type: 'take-over' }), ...acts({ type: 'pass', to: 'supervisor' })]);
  return files.map(({ number }) => number.official ?? number.local);
}

test('a leader’s open files go to who stands in by one key, are theirs to work on, and come back when the leader is back', async ({
  office,
  page,
}) => {
  const numbers = withTheLeader(office, 3);
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');
  await openDelegations(page);
  await expect(page.getByText('Chưa giao ai làm thay.')).toBeVisible();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Giao người làm thay' });
  await dialog.getByLabel('Chức vụ của người làm thay').fill('Phó Chủ tịch');
  await dialog.getByLabel('Văn bản giao, số và ngày').fill('Thông báo 12/TB-UBND');
  await dialog.getByLabel('Đến hết ngày').fill(lastDay);
  await page.keyboard.press('Control+Enter');
  const line = page.getByRole('row').filter({ hasText: 'Thông báo 12/TB-UBND' });
  await expect(line).toContainText('lãnh đạo giữ 3; đã chuyển 0, còn ở người làm thay 0');
  await expect(line.getByRole('button', { name: 'Chuyển về' })).toHaveCount(0);

  await line.getByRole('button', { name: 'Chuyển hồ sơ đi' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã chuyển 3 hồ sơ.')).toBeVisible();
  await expect(line).toContainText('lãnh đạo giữ 0; đã chuyển 3, còn ở người làm thay 3');
  // Nothing is left to move, so nothing is offered twice.
  await expect(line.getByRole('button', { name: 'Chuyển hồ sơ đi' })).toHaveCount(0);
  await look(page, 'delegation-moved');
  await expectAccessible(page);
  await expectNothingSideways(page);

  // Who stands in has them in hand.
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'officer');
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Tôi đang giữ \(\d+\)/ }).waitFor();
  await page.keyboard.press('m');
  // All of a group, where it is longer than what is shown at once.
  await page.keyboard.press('x');
  for (const number of numbers) await expect(page.getByText(number).first()).toBeVisible();
  await look(page, 'delegation-in-hand');

  // The leader is back before the day: it ends, and what was not finished comes back.
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'supervisor');
  await openDelegations(page);
  await line.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Lãnh đạo đã về');
  await page.keyboard.press('Control+Enter');
  await expect(line).toContainText('đã kết thúc: Lãnh đạo đã về');
  await line.getByRole('button', { name: 'Chuyển về' }).click();
  await expect(page.getByText('Đã chuyển 3 hồ sơ.')).toBeVisible();
  await expect(line).toContainText('lãnh đạo giữ 3; đã chuyển 3, còn ở người làm thay 0');
  await expect(line.getByRole('button', { name: 'Chuyển về' })).toHaveCount(0);
  await look(page, 'delegation-back');
});
