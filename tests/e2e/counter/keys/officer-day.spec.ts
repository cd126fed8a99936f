import { type Page, expect } from '@playwright/test';
import { newFolder } from '../../../support/desk/folder.ts';
import { reception } from '../../../support/desk/test-desk.ts';
import { test } from '../../support/browser.ts';
import { Keys, expectKeys } from '../../support/keystrokes.ts';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { Office, signIn } from '../../support/office.ts';

const files = 30;
const letters = 'ABCDĐEGHIKLMNOPQRSTUVXYĂÂÊÔƠƯÁ';
const list = (page: Page) => page.getByRole('listbox', { name: 'Hồ sơ cần làm' });
const group = (page: Page, name: string) => list(page).getByRole('group', { name, exact: true }).getByRole('option');

/** An office with so many files that were passed on and that nobody has taken. */
function officeOfFiles(): Office {
  const office = new Office(newFolder());
  office.open({ cases: 0 });
  const received = office.batch(
    Array.from({ length: files }, (_, nth) =>
      JSON.stringify({
        call: 'case.receive',
        input: reception({
          procedureCode: '1.004222',
          components: [{ index: 0, originals: 1, copies: 0 }],
          applicant: { ...reception()['applicant'], fullName: `NGUYỄN VĂN ${letters.charAt(nth)}` },
          requestId: crypto.randomUUID(),
        }),
      }),
    ).join('\n'),
    '--user',
    'clerk',
  );
  expect(received.filter(({ ok }) => ok !== true)).toEqual([]);
  const passed = office.batch(
    received
      .map(({ value }) =>
        JSON.stringify({ call: 'case.act', input: { caseId: value.caseId, act: { type: 'transfer' } } }),
      )
      .join('\n'),
    '--user',
    'clerk',
  );
  expect(passed.filter(({ ok }) => ok !== true)).toEqual([]);
  return office;
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
}

/** All of the group in front marked, and one act done to them with one confirmation. */
async function doToAll(page: Page, keys: Keys, act: string, said: RegExp): Promise<void> {
  await keys.press('Control+a');
  await expect(page.getByText(/^✓? ?Đã đánh dấu \d+ hồ sơ$/)).toBeVisible();
  await keys.press(act);
  await expect(page.getByRole('dialog').getByRole('heading', { name: said })).toBeVisible();
  await keys.press('Control+Enter');
}

/** What the officer presses, and then the leader who approves; who signs in and out is not of the job. */
test('an officer takes thirty files, asks twice for papers, and records results that a leader approved', async ({
  page: at,
}) => {
  test.slow();
  const office = officeOfFiles();
  try {
    await at.goto(await office.serve());
    await signIn(at, 'officer');
    await expect(list(at)).toBeFocused();
    const keys = new Keys(at);
    await keys.press('x');
    await expect(group(at, 'Chờ nhận xử lý')).toHaveCount(files);
    await keys.press('n');
    await look(at, 'work-untaken');
    await keys.press('Control+a');
    await expect(at.getByText(`Đã đánh dấu ${files} hồ sơ`)).toBeVisible();
    await look(at, 'work-marked');
    await expectAccessible(at);
    await keys.press('Alt+t');
    const dialog = at.getByRole('dialog', { name: `Nhận xử lý: ${files} hồ sơ` });
    await expect(dialog).toBeVisible();
    await look(at, 'work-bulk');
    await expectAccessible(at);
    await keys.press('Control+Enter');
    await expect(at.getByText(`Đã ghi: Nhận xử lý, ${files} hồ sơ.`)).toBeVisible({ timeout: 60_000 });

    // At once, while the list is read again and the focus has not come to rest.
    await keys.press('m');
    await expect(at.getByRole('button', { name: /Tôi đang giữ/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(group(at, 'Đang giữ, hẹn sau')).toHaveCount(files);
    for (const nth of [1, 2]) {
      await keys.press('c');
      await keys.press('Enter');
      await expect(at.getByRole('button', { name: /Yêu cầu bổ sung/ })).toBeVisible();
      await keys.press('Alt+b');
      await expect(at.getByRole('dialog', { name: 'Yêu cầu bổ sung' }).getByRole('textbox').first()).toBeFocused();
      await keys.telex('giấy tạm trú');
      await keys.press('Tab');
      await keys.telex('thiếu');
      await keys.press('Control+Enter');
      await expect(at.getByText(/^Đã ghi: Yêu cầu bổ sung/)).toBeVisible();
      await keys.press('Escape');
      await expect(group(at, 'Đang giữ, hẹn sau')).toHaveCount(files - nth);
    }
    await keys.press('c');
    await doToAll(at, keys, 'Alt+p', /: 28 hồ sơ$/);
    await expect(at.getByText(/^Đã ghi: .*, 28 hồ sơ\.$/)).toBeVisible({ timeout: 60_000 });

    await leave(at);
    await signIn(at, 'supervisor');
    await expect(list(at)).toBeFocused();
    await keys.press('x');
    await expect(group(at, 'Chờ nhận xử lý')).toHaveCount(files - 2);
    await keys.press('n');
    await doToAll(at, keys, 'Alt+t', /^Nhận xử lý: 28 hồ sơ$/);
    await expect(at.getByText('Đã ghi: Nhận xử lý, 28 hồ sơ.')).toBeVisible({ timeout: 60_000 });
    await keys.press('m');
    await expect(group(at, 'Đang giữ, hẹn sau')).toHaveCount(files - 2);
    await keys.press('c');
    await keys.press('Control+a');
    await keys.press('Alt+x');
    const result = at.getByRole('dialog', { name: 'Ghi kết quả xử lý xong: 28 hồ sơ' });
    await expect(result.getByRole('textbox')).toBeFocused();
    await keys.telex('đồng ý');
    await keys.press('Control+Enter');
    await expect(at.getByText('Đã ghi: Ghi kết quả xử lý xong, 28 hồ sơ.')).toBeVisible({ timeout: 60_000 });
    expectKeys('An officer’s day: 30 files taken, two supplements, 28 approved with their results', keys);
  } finally {
    await office.end();
  }
});
