import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { newFolder } from '../../support/desk/folder.ts';
import { reception } from '../../support/desk/test-desk.ts';
import { filesOf } from '../../support/papers/zip.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { Office, signIn, test } from '../support/office.ts';
import { receive } from '../support/receive.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'Các hồ sơ trong sổ' });
const lines = (page: Page) => table(page).locator('[role="row"][aria-selected]');

const practiceCases = 60;

/** Every case of the practice office, whatever the day of the test is: until its count is there, the lines are those of the days before. */
async function fromTheBeginning(page: Page): Promise<void> {
  await page.getByLabel('Từ ngày').fill('01/01/2020');
  await expect(page.getByText(`${practiceCases} hồ sơ`, { exact: true }).filter({ visible: true })).toBeVisible();
}

test('what was just received stands in the register of today, and Enter opens it', async ({ desk: page }) => {
  const number = await receive(page);
  await page.keyboard.press('F8');
  await page.getByText('Hôm nay').click();
  const line = lines(page).filter({ hasText: number });
  await expect(line).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(line).toContainText('Đã tiếp nhận');
  await table(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeHidden();
  await expect(page.getByText(number).filter({ visible: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table(page)).toBeVisible();
});

test('the whole history by keyboard: each line once, in order, to the last', async ({ desk: page }) => {
  await page.keyboard.press('F8');
  await fromTheBeginning(page);
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(practiceCases + 1));
  await table(page).focus();
  await page.keyboard.press('End');
  await expect(lines(page).last()).toHaveAttribute('aria-rowindex', String(practiceCases + 1));
  await expect(lines(page).last()).toHaveAttribute('aria-selected', 'true');
  const indexes = await lines(page).evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(indexes).toEqual(indexes.map((_, at) => (indexes[0] ?? 0) + at));
});

test('a date that is none is told beside its field, and the files wait', async ({ desk: page }) => {
  await page.keyboard.press('F8');
  await page.getByLabel('Từ ngày').fill('31/02/2026');
  await expect(page.getByText('Nhập ngày như 04/03/1990.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tải PDF' })).toBeDisabled();
  await page.getByLabel('Từ ngày').fill('02/11/2026');
  await page.getByLabel('Đến hết ngày').fill('01/11/2026');
  await expect(page.getByText('Ngày cuối phải từ ngày đầu trở đi.')).toBeVisible();
});

test('the longest status fits its column on the smallest screen', async ({ desk: page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('F8');
  await fromTheBeginning(page);
  const chip = page.getByRole('gridcell').getByText('Chờ nghĩa vụ tài chính', { exact: true }).first();
  const list = page.getByRole('grid');
  await list.focus();
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  for (let step = 0; step < 12 && !(await chip.isVisible()); step += 1) await page.keyboard.press('PageDown');
  await expect(chip).toBeVisible();
  const over = await chip.evaluate((one) => {
    const cell = one.closest('[role=gridcell]');
    return one.getBoundingClientRect().right - (cell?.getBoundingClientRect().right ?? 0);
  });
  expect(over).toBeLessThanOrEqual(0.5);
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/register-chip.png` });
});

test('an empty register teaches', async ({ desk: page }) => {
  await page.keyboard.press('F8');
  await page.getByLabel('Từ ngày').fill('01/01/2020');
  await page.getByLabel('Đến hết ngày').fill('02/01/2020');
  await expect(page.getByText('Không có hồ sơ nào trong thời gian này')).toBeVisible();
});

test('the PDF and the workbook are downloads under the page policy', async ({ desk: page }) => {
  await page.keyboard.press('F8');
  await fromTheBeginning(page);
  for (const [key, kind] of [['Alt+i', 'pdf'] as const, ['Alt+Shift+x', 'xlsx'] as const]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press(key)]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^so-theo-doi-ho-so_2020-01-01_[\\d-]+\\.${kind}$`));
    const bytes = readFileSync(await file.path());
    if (kind === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    else expect(filesOf(bytes).get('xl/sharedStrings.xml')).toContain('SỔ THEO DÕI HỒ SƠ');
    await expect(page.getByText(/^Đã tải so-theo-doi-ho-so_.*, 60 hồ sơ\.$/)).toBeVisible();
  }
});

test('read by machine: no barrier found in any look', async ({ desk: page }) => {
  await page.keyboard.press('F8');
  await fromTheBeginning(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});

async function toReports(page: Page): Promise<void> {
  await page.keyboard.press('F8');
  // Its keys are heard from then on.
  await page.getByRole('button', { name: 'Báo cáo' }).waitFor();
  await page.keyboard.press('Alt+Shift+r');
}

/** Chooses the period that runs: the practice office's last days lie in it, or in the one before. */
async function runningPeriod(page: Page): Promise<void> {
  const period = page.getByLabel('Kỳ báo cáo (Alt+K)');
  await period.waitFor();
  const name = (await period.locator('option').allTextContents()).find((one) => /^Tháng .*đang chạy/.test(one));
  await period.selectOption({ label: name ?? '' });
}

test('Biểu 07a: a number leads to its files, a file to its case, and the form is downloaded and kept', async ({
  desk: page,
}) => {
  await toReports(page);
  const numbers = page.getByRole('grid', { name: 'Biểu 07a: tình hình, kết quả giải quyết thủ tục hành chính' });
  await expect(numbers).toBeFocused();
  await runningPeriod(page);
  await expect(numbers.getByRole('row').last()).toContainText('Tổng cộng');
  await expect(page.getByText('✓ Các tổng khớp nhau.')).toBeVisible();
  await numbers.focus();
  // The sum of all that was received.
  for (let line = 0; line < 20; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  const sum = await numbers.getByRole('gridcell', { selected: true }).textContent();
  await page.keyboard.press('Enter');
  const files = page.getByRole('listbox', { name: 'Hồ sơ của số đang chọn' });
  await expect(page.getByText(`Tổng cộng, cột 3: ${sum} hồ sơ`)).toBeVisible();
  await expect(files).toBeFocused();
  const number =
    /[A-Z0-9.]+-\d{6}-\d{4,}/.exec((await files.getByRole('option').first().textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByText(number).filter({ visible: true }).first()).toBeVisible();
  await expect(numbers).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(numbers).toBeVisible();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Alt+i');
  expect((await download).suggestedFilename()).toMatch(/^bieu-07a_\d{4}-\d\d-15_\d{4}-\d\d-14\.pdf$/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+7');
  const kept = page.getByRole('listbox', { name: 'Báo cáo đã lập' });
  await expect(kept.getByRole('option')).toHaveCount(1);
  await expect(kept).toContainText('Lê Thị Tiếp Nhận');
  await expect(kept).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('✓ Lập lại từ sổ lúc đó: đúng như đã lập.')).toBeVisible();
  await expect(page.getByText('✓ Từ sổ bây giờ: vẫn bằng.')).toBeVisible();
  await look(page, 'report-kept');
  const again = await new AxeBuilder({ page }).analyze();
  expect(again.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  for (const _back of ['the list', 'the form', 'the register']) await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Biểu 07a' })).toBeHidden();
  await page.keyboard.press('Escape');
});

test('Biểu 06a and 08b: what nobody said is blank and told, a supervisor says it, and the form fills', async ({
  office,
  page,
}) => {
  await office.enter(page, 'supervisor');
  await toReports(page);
  await page.keyboard.press('Alt+2');
  const petitions = page.getByRole('grid', { name: 'Biểu 06a: kết quả xử lý phản ánh, kiến nghị' });
  await expect(petitions).toContainText('chưa biết');
  await expect(page.getByText('Chưa ai ghi phản ánh, kiến nghị')).toBeVisible();
  await page.keyboard.press('Alt+3');
  const centre = page.getByRole('grid', { name: 'Biểu 08b: thực hiện cơ chế một cửa của cấp xã' });
  await expect(centre.getByRole('gridcell', { name: 'chưa biết' })).toHaveCount(8);
  await page.keyboard.press('Alt+6');
  await page.getByLabel('Từ ngày').fill('01/01/2026');
  await page.getByLabel('Điểm tiếp nhận (3)').fill('2');
  await page.getByLabel('Chuyên trách (4)').fill('sáu');
  await page.getByRole('group', { name: 'Máy scan (9)' }).getByText('Chưa đủ (0)').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nhập số từ 0 đến 9999, hoặc để trống.')).toBeVisible();
  await page.getByLabel('Chuyên trách (4)').fill('6');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Từ 01/01/2026:')).toBeVisible();
  await look(page, 'report-08b');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByLabel(/^Kỳ báo cáo/).selectOption({ label: 'Quý III năm 2026' });
  await expect(centre.getByRole('row').last()).toHaveText(/Cát Lái26chưa biếtchưa biếtchưa biếtchưa biết0chưa biết$/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Alt+Shift+x');
  expect((await download).suggestedFilename()).toBe('bieu-08b_2026-06-15_2026-09-14.xlsx');
});

test('Biểu 06a, the widest form, does not scroll sideways in English at 150 % on the narrowest screen', async ({
  office,
  page,
}) => {
  await office.enter(page, 'supervisor');
  await page.evaluate(() =>
    localStorage.setItem('mot-cua-desk.settings', JSON.stringify({ language: 'en', textSize: 150 })),
  );
  await page.reload();
  await page.getByText('Past its hour').first().waitFor();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Reports' }).waitFor();
  await page.keyboard.press('Alt+Shift+r');
  await page.getByRole('grid', { name: /^Form 07a/ }).waitFor();
  await page.keyboard.press('Alt+2');
  const form = page.getByRole('grid', { name: /^Form 06a/ });
  await expect(form).toContainText('not known');
  const wider = await form.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
  expect(wider).toBeLessThanOrEqual(0);
  await look(page, 'report-06a-en-150');
});

test('the index of the ward: what is known and what is a range, and the files that lost points', async ({
  desk: page,
}) => {
  test.slow();
  await toReports(page);
  await page.getByRole('grid', { name: /^Biểu 07a/ }).waitFor();
  await page.keyboard.press('Alt+4');
  const list = page.getByRole('listbox', { name: /^Chỉ số phục vụ/ });
  await expect(list).toBeFocused();
  await expect(page.getByText(/điểm$/).first()).toBeVisible();
  await expect(list.getByRole('option')).toHaveCount(20);
  const inTime = list.getByRole('option').filter({ hasText: 'Hồ sơ giải quyết đúng hạn' });
  await expect(inTime).toContainText('theo hẹn trên giấy');
  await expect(list.getByRole('option', { name: /^3.3 / })).toContainText('chưa biết');
  await look(page, 'index-766');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // Procedures that may have lost 3.1, and the files of one of them; one Esc leads back to each.
  for (let down = 0; down < 5; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const procedures = page.getByRole('listbox', { name: 'Thủ tục', exact: true });
  await expect(procedures).toBeFocused();
  await expect(page.getByText(/^3\.1: \d+ thủ tục làm mất điểm, \d+ thủ tục máy tại quầy không biết$/)).toBeVisible();
  await look(page, 'index-766-procedures');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const first = procedures.getByRole('option').first();
  await expect(first).toContainText('chưa biết');
  const words = (await first.innerText()).split(/\n+/);
  const [received, online, many] = words.slice(words.indexOf('chưa biết') + 1).map(Number);
  expect([received, many]).toEqual([many === undefined ? undefined : many + (online ?? 0), expect.any(Number)]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`^3\\.1 .*: ${many} hồ sơ không nộp trực tuyến$`))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(procedures).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await page.keyboard.press('Alt+6');
  await expect(
    page.getByText(/^2\.2 Thời gian giải quyết bình quân, không tính lúc chờ bổ sung: \d+ thủ tục$/),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  for (let down = 0; down < 2; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^3\.3 Hồ sơ nộp trực tuyến, mất điểm: \d+ hồ sơ$/)).toBeVisible();
  await look(page, 'index-766-files');
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  // Sources differ on a file that is late and displeased: both readings stand there.
  for (let down = 0; down < 12; down += 1) await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option', { name: /^5.4 / })).toContainText(/điểm cao nhất: |không hồ sơ nào quá hạn/);
  await look(page, 'index-766-twice');
  const sheet = page.waitForEvent('download');
  await page.keyboard.press('Alt+i');
  expect((await sheet).suggestedFilename()).toMatch(/^chi-so-766_.*\.pdf$/);
  // The same days from one figure to another.
  await page.keyboard.press('Alt+k');
  const period = await page.getByLabel('Kỳ báo cáo (Alt+K)').inputValue();
  await page.keyboard.press('Alt+5');
  await expect(
    page
      .getByRole('listbox', { name: /^Cắt giảm/ })
      .or(page.getByText('Không có hồ sơ nào tiếp nhận'))
      // By the day of the test the period that Alt+K went to may lie before the first file.
      .or(page.getByText('Sổ của quầy này bắt đầu ngày', { exact: false })),
  ).toBeVisible();
  expect(await page.getByLabel('Kỳ báo cáo (Alt+K)').inputValue()).toBe(period);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: /^Biểu 07a/ })).toBeFocused();
});

test('how far times are cut: a supervisor commits to a time by keyboard, and the files weigh it', async ({
  office,
  page,
}) => {
  await office.enter(page, 'supervisor');
  await toReports(page);
  await page.getByRole('grid', { name: /^Biểu 07a/ }).waitFor();
  await page.keyboard.press('Alt+5');
  const list = page.getByRole('listbox', { name: /^Cắt giảm/ });
  await expect(list).toBeFocused();
  // Nobody has committed to anything: then there is no share, which is not 0 %.
  await expect(page.getByText(/^Chưa cam kết rút ngắn thủ tục nào/)).toBeVisible();
  await look(page, 'cut-nothing');
  // Whatever the practice office received last month: the first procedure that the law gives three days or more.
  const legal = await list
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => Number.parseInt(row.children[2]?.textContent ?? '', 10)));
  const long = legal.findIndex((days) => days >= 3);
  expect(long).toBeGreaterThanOrEqual(0);
  for (let down = 0; down < long; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ghi thời hạn cam kết' });
  await dialog.getByLabel('Thời hạn cam kết, theo đơn vị của thời hạn luật định').fill('2');
  await dialog.getByLabel('Văn bản cam kết').fill('Quyết định 12/QĐ-UBND');
  await dialog.getByLabel('Từ ngày').fill('01/01/2020');
  await look(page, 'cut-dialog');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Bình quân [1-9].*; đã cam kết 1\/\d+ thủ tục$/)).toBeVisible();
  await look(page, 'cut');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

/** Two handed out, one that waits for its citizen, and one whose citizen was told already. */
function officeOfResults(): Office {
  const office = new Office(newFolder());
  office.open({ cases: 0 });
  const as = (user: string, list: readonly object[]) => {
    const answers = office.batch(list.map((one) => JSON.stringify(one)).join('\n'), '--user', user);
    expect(answers.filter(({ ok }) => ok !== true)).toEqual([]);
    return answers;
  };
  const act = (caseId: string, said: object, code?: string) => ({
    call: 'case.act',
    input: { caseId, act: said, ...(code === undefined ? {} : { confirm: [{ code, reason: 'làm ngay tại quầy' }] }) },
  });
  const names = ['NGUYỄN VĂN AN', 'TRẦN THỊ BÌNH', 'LÊ VĂN CƯỜNG', 'PHẠM THỊ DUNG'];
  const ids = as(
    'clerk',
    names.map((fullName) => ({
      call: 'case.receive',
      input: reception({
        procedureCode: '1.004222',
        components: [{ index: 0, originals: 1, copies: 0 }],
        applicant: { ...reception()['applicant'], fullName },
        requestId: crypto.randomUUID(),
      }),
    })),
  ).map(({ value }) => value.caseId as string);
  as(
    'officer',
    ids.map((caseId) => act(caseId, { type: 'finish', result: 'Đã đăng ký' }, 'finish-unhandled')),
  );
  const receiver = (fullName = '') => ({ fullName, idNumber: '079190001234', as: 'applicant' });
  as('clerk', [
    ...ids.slice(0, 2).map((id, nth) => act(id, { type: 'return', receiver: receiver(names[nth]) }, 'fees-unpaid')),
    act(ids[3] ?? '', { type: 'announce', how: 'phone' }),
  ]);
  return office;
}

test('many are archived and announced in one go; what cannot be is told with why and stays marked', async ({
  page,
}) => {
  const office = officeOfResults();
  try {
    await page.goto(await office.serve());
    await signIn(page, 'clerk');
    await page.keyboard.press('F8');
    await page.getByText('Hôm nay').click();
    await expect(lines(page)).toHaveCount(4);
    await table(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('Đã đánh dấu 3 hồ sơ')).toBeVisible();
    await look(page, 'register-marked');
    await page.keyboard.press('Alt+l');
    const archive = page.getByRole('dialog', { name: 'Lưu hồ sơ: 2 hồ sơ' });
    await expect(archive.getByText(/^1 hồ sơ đã đánh dấu không ở bước này/)).toBeVisible();
    await expect(archive.getByRole('textbox', { name: 'Nơi lưu' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(archive.getByText('Cần nhập ô này.')).toBeVisible();
    await page.keyboard.type('Kệ 2, hộp 7');
    await expect(archive.getByText('Cần nhập ô này.')).toBeHidden();
    await look(page, 'register-archive');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Đã ghi: Lưu hồ sơ, 2 hồ sơ.')).toBeVisible();
    await expect(lines(page).filter({ hasText: 'đã lưu' })).toHaveCount(2);
    await expect(page.getByText('Đã đánh dấu 1 hồ sơ')).toBeVisible();

    // Esc takes the marks away before it leaves the list.
    await page.keyboard.press('Escape');
    await expect(page.getByText(/Đã đánh dấu/)).toBeHidden();
    await table(page).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText('Đã đánh dấu 2 hồ sơ')).toBeVisible();
    await page.keyboard.press('Alt+Shift+a');
    const announce = page.getByRole('dialog', { name: 'Báo người dân đến nhận: 2 hồ sơ' });
    await expect(announce).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(announce.getByText('Đã ghi 1 hồ sơ. Chưa làm được 1 hồ sơ, vẫn còn đánh dấu:')).toBeVisible();
    await expect(announce.getByText('Đã báo cho người nộp.')).toBeVisible();
    await look(page, 'register-refused');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByText('Đã đánh dấu 1 hồ sơ')).toBeVisible();
    await expect(table(page)).toBeVisible();
  } finally {
    await office.end();
  }
});
