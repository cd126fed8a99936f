import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { type Office, test } from '../../support/office.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Hồ sơ cần xin lỗi' });

/** Vietnam's day, a number of days from today. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

function call(office: Office, name: string, input: unknown, user: string, now?: string): any {
  const file = path.join(office.folder, `${user}-${name}.json`);
  writeFileSync(file, JSON.stringify(input));
  return JSON.parse(office.run('call', name, file, '--user', user, ...(now === undefined ? [] : ['--now', now]))).value;
}

const reception = {
  procedureCode: '1.004222',
  channel: 'direct',
  applicant: {
    kind: 'citizen',
    fullName: 'TRẦN MINH HẸN LẠI',
    idNumber: '079190001234',
    dateOfBirth: '1990-03-04',
    sex: 'male',
    address: '12 Lê Lợi, Phường Cát Lái',
    phone: '0901234567',
  },
  submitter: null,
  components: [{ index: 0, originals: 1, copies: 0 }],
  quantity: 1,
  resultDelivery: { kind: 'desk' },
  print: false,
};

/**
 * Cases of which the last day to apologise is today, whatever day this is: the clock is put back until a reception is promised
 * for the next working day.
 */
function receiveDueNext(office: Office): void {
  const clock = (back: number) => `${dayFromNow(-back)}T09:00:00+07:00`;
  const receive = (back: number) =>
    call(
      office,
      'case.receive',
      {
        ...reception,
        requestId: crypto.randomUUID(),
      },
      'clerk',
      clock(back),
    );
  let back = 11;
  let made = receive(back);
  while (made.dueAt.slice(0, 10) > dayFromNow(0)) made = receive((back += 1));
  while (made.dueAt.slice(0, 10) <= dayFromNow(0)) made = receive((back -= 1));
  call(office, 'case.act', { caseId: made.caseId, act: { type: 'transfer', to: 'officer' } }, 'clerk', clock(back));
}

test('an officer sends an apology by keyboard: a reason by its digit, the paper seen, the next one ready', async ({
  office,
  page,
}) => {
  receiveDueNext(office);
  await office.enter(page, 'officer');
  await page.keyboard.press('F4');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeFocused();
  await page.keyboard.press('Alt+h');
  await expect(list(page)).toBeFocused();
  const prepared = list(page).getByRole('group', { name: 'Phải gửi hôm nay' });
  const mine = prepared.getByRole('option').filter({ hasText: 'TRẦN MINH HẸN LẠI' });
  await mine.click();
  await expect(page.getByRole('img', { name: /1/ })).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('3');
  await expect(page.getByLabel('Lý do (in trên văn bản)')).toHaveValue('Cần xác minh thực tế trước khi giải quyết');
  await expect(page.getByRole('img', { name: /1/ })).toContainText('xác minh');
  await page.screenshot({ path: test.info().outputPath('apology-light.png') });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã hẹn lại hồ sơ /)).toBeVisible();
  await expect(mine).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('apology-sent.png') });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Hồ sơ cần làm' })).toBeFocused();
});
