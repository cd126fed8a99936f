import { type Page, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { filesOf } from '../../support/papers/zip.ts';
import type { Certified } from '../../../electron/contract/counter/certification/certification.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { countingKeyboard, scan } from '../support/keyboard.ts';
import { openCase } from '../support/find.ts';
import { expectKeys } from '../support/keystrokes.ts';
import { look } from '../support/looks/look.ts';
import { type Office, test } from '../support/office.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';

const card = '079190001234||NGUYỄN THỊ ĐẶNG ÁNH|04031990|Nữ|12 Lê Lợi, Phường Cát Lái|01012022';
const papers = (page: Page) => page.getByLabel('Giấy tờ: số trang x số bản');
const outcome = (page: Page, title: string) => page.getByRole('region', { name: title });
const dialog = (page: Page) => page.getByRole('dialog');

/** A till with change in it; and somebody signed here before, whose name is remembered. */
async function openCounter(office: Office, page: Page, also: readonly object[] = []): Promise<void> {
  const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
  const lines = [{ kind: 'copy', paper: 'Căn cước', pages: 1, copies: 1 }];
  const paid = { method: 'cash', amount: 2000 };
  const calls = [
    { call: 'till.open', input: { float: [{ note: 50_000, count: 4 }] } },
    { call: 'certification.receive', input: { lines, signer, paid, requestId: crypto.randomUUID() } },
    ...also,
  ];
  const answers = office.batch(calls.map((one) => `${JSON.stringify(one)}\n`).join(''), '--user', 'clerk');
  expect(answers.map(({ ok }) => ok)).toEqual(calls.map(() => true));
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
}

test('three papers, paid in cash with change: at most twelve keystrokes beside the digits', async ({
  office,
  page,
}) => {
  await openCounter(office, page);
  const keys = countingKeyboard(page);
  const begun = Date.now();
  await keys.press('F5');
  await expect(papers(page)).toBeFocused();
  await keys.type('2x3 4 10x2');
  await expect(page.getByRole('list', { name: 'Giấy tờ của lượt này' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('42.000 đ').first()).toBeVisible();
  await look(page, 'certification-typed');
  await keys.press('Enter');
  await keys.type('50000');
  await expect(page.getByText('8.000 đ')).toBeVisible();
  await keys.press('Control+Enter');
  const box = outcome(page, 'Đã chứng thực');
  await expect(box).toBeVisible();
  const spent = Date.now() - begun;
  for (const number of ['02-Q1', '03-Q1', '04-Q1']) await expect(box.getByText(number, { exact: true })).toBeVisible();
  await expect(box).toContainText('8.000 đ');
  await expect(box).toContainText('Nguyễn Văn Ký, Phó Chủ tịch');
  const digits = '23410250000'.length;
  expectKeys('Certified copies of three papers, paid with change: keys beside the digits', {
    pressed: keys.count.keystrokes - digits,
  });
  test.info().annotations.push({
    type: 'measured',
    description: `${keys.count.keystrokes - digits} keystrokes and ${digits} digits, ${spent} ms with 60 ms a key`,
  });
  await page.keyboard.press('Alt+i');
  await expect(box).toContainText('Đã lập lời chứng.');
  await look(page, 'certification-done');
  await expectAccessible(page);
  await expectNothingSideways(page);

  // The next one is typed at once, where the hands are.
  await expect(papers(page)).toBeFocused();
  await keys.type('1');
  await keys.press('Control+Enter');
  await expect(outcome(page, 'Đã chứng thực').getByText('05-Q1', { exact: true })).toBeVisible();
});

test('a signature needs a person: the card is scanned, the kind is one key', async ({ office, page }) => {
  await openCounter(office, page);
  await page.keyboard.press('F5');
  await expect(papers(page)).toBeFocused();
  await page.keyboard.press('Alt+k');
  await page.keyboard.type('2 ly');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('quét thẻ hoặc nhập họ tên và số giấy tờ')).toBeVisible();
  await expect(outcome(page, 'Đã chứng thực')).toBeHidden();
  await scan(page, card);
  await expect(page.getByLabel('Họ tên', { exact: true })).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(papers(page)).toHaveValue('2 ly');
  await page.keyboard.press('Control+Enter');
  const box = outcome(page, 'Đã chứng thực');
  await expect(box).toContainText('01-Q1');
  await expect(box).toContainText('Sơ yếu lý lịch');
  await expect(box).toContainText('SCT/CK,ĐC');
});

test('what cannot be read is said; what is not paid waits, is paid and handed out; the book is taken out', async ({
  office,
  page,
}) => {
  await openCounter(office, page);
  await page.keyboard.press('F5');
  await expect(papers(page)).toBeFocused();
  await page.keyboard.type('2x 3y');
  await expect(page.getByText('Không đọc được: 3y')).toBeVisible();
  await papers(page).fill('2x3 cc');
  await page.keyboard.press('Alt+4');
  await page.keyboard.press('Control+Enter');
  await expect(outcome(page, 'Đã chứng thực, chờ thu tiền rồi trả')).toContainText('02-Q1');

  await page.keyboard.press('Alt+o');
  const mine = dialog(page).getByRole('option', { name: `02-Q1/${new Date().getFullYear()}-SCT/BS` });
  await expect(mine).toContainText('còn thu 12.000 đ');
  await look(page, 'certification-waiting');
  await page.keyboard.press('Control+Enter');
  await expect(mine).toBeHidden();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+Shift+s');
  await expect(dialog(page).getByText('Số liên tục')).toBeVisible();
  await dialog(page).getByLabel('Tháng').selectOption({ index: 0 });
  await expect(dialog(page).getByText('2 việc, 4 bản')).toBeVisible();
  await look(page, 'certification-book');
  const [book] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Alt+Shift+x')]);
  const strings = filesOf(readFileSync(await book.path())).get('xl/sharedStrings.xml') ?? '';
  for (const word of ['02-Q1', 'Căn cước', 'không ghi người yêu cầu', 'Nguyễn Văn Ký, Phó Chủ tịch'])
    expect(strings).toContain(word);
  const [sheet] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Enter')]);
  expect(
    readFileSync(await sheet.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('pages that were mistyped are taken back within the minute, and what was typed stands there again', async ({
  office,
  page,
}) => {
  await openCounter(office, page);
  await page.keyboard.press('F5');
  await expect(papers(page)).toBeFocused();
  const keys = countingKeyboard(page);
  await keys.type('20x5 bang');
  await keys.press('Alt+4');
  await keys.press('Control+Enter');
  const box = outcome(page, 'Đã chứng thực, chờ thu tiền rồi trả');
  await expect(box).toContainText('02-Q1');
  await keys.press('Alt+8');
  await expect(box.getByRole('alert')).toContainText('Thu lại giấy tờ đã đóng dấu');
  await look(page, 'certification-taking-back');
  await expect(box.getByRole('button', { name: 'Giấy đang ở đây' })).toBeEnabled();
  await keys.press('Alt+8');
  await expect(page.getByText('Đã thu lại 02-Q1: số không dùng lại.')).toBeVisible();
  await expect(box).toBeHidden();
  await expect(papers(page)).toHaveValue('20x5 bang');
  await expect(papers(page)).toBeFocused();
  await look(page, 'certification-taken-back');
  await expectAccessible(page);
  await expectNothingSideways(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(papers(page)).toHaveValue('2x5 bang');
  await keys.press('Control+Enter');
  await expect(box).toContainText('03-Q1');
  await expect(page.getByText('Đã thu lại')).toBeHidden();

  await page.keyboard.press('Alt+Shift+s');
  await dialog(page).getByLabel('Tháng').selectOption({ index: 0 });
  await expect(dialog(page).getByText('2 việc, 6 bản')).toBeVisible();
  await expect(dialog(page).getByText(/02-Q1 \(ghi nhầm, thu lại .*: ngay trong phút\)/)).toBeVisible();
  await look(page, 'certification-book-taken-back');
});

test('later it is taken back from the case, with a reason', async ({ office, page }) => {
  const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
  const lines = [{ kind: 'copy', paper: 'Bằng', pages: 20, copies: 5 }];
  // Another clerk's: no minute is this one's.
  const [made] = office.batch(
    `${JSON.stringify({ call: 'certification.receive', input: { lines, signer, requestId: crypto.randomUUID() } })}\n`,
    '--user',
    'officer',
  );
  expect(made?.ok).toBe(true);
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  const { local, official } = (made.value as Certified).cases[0]!.number;
  await openCase(page, official ?? local);
  await page.getByRole('button', { name: 'Thu lại chứng thực ghi nhầm' }).waitFor();
  await page.keyboard.press('Alt+8');
  await expect(dialog(page)).toContainText('không dùng lại');
  await dialog(page).getByLabel('Lý do').fill('Gõ nhầm 20 trang thay vì 2');
  await look(page, 'certification-take-back-case');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi: Thu lại chứng thực ghi nhầm.')).toBeVisible();
  await expect(page.getByText('số hủy: Gõ nhầm 20 trang thay vì 2')).toBeVisible();
});

test('a contract has its parties, each by the card; who signs is typed where nobody else is known', async ({
  office,
  page,
}) => {
  await openCounter(office, page);
  await page.keyboard.press('F5');
  await expect(papers(page)).toBeFocused();
  await page.keyboard.press('Alt+k');
  await expect(page.getByText('Gõ số trang, chữ x, số văn bản có chữ ký')).toBeVisible();
  await page.keyboard.press('Alt+k');
  const box = papers(page);
  await expect(box).toBeFocused();
  await page.keyboard.type('6 x 3 hợp đồng thuê nhà');
  await expect(page.getByText('6 trang × 3 bản')).toBeVisible();
  await scan(page, card);
  await expect(page.getByLabel('Họ tên', { exact: true })).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await scan(page, card.replace('079190001234', '079085004321').replace('NGUYỄN THỊ ĐẶNG ÁNH', 'TRẦN VĂN BÌNH'));
  await expect(page.getByLabel('Họ tên', { exact: true })).toHaveValue('TRẦN VĂN BÌNH');
  await expect(page.getByRole('list', { name: 'Những người yêu cầu' })).toContainText('1. NGUYỄN THỊ ĐẶNG ÁNH');
  // The first card once more is nobody new.
  await scan(page, card);
  await expect(page.getByText('Người này đã ghi rồi.')).toBeVisible();

  await page.keyboard.press('Alt+5');
  await expect(page.getByLabel('Họ tên người ký')).toBeFocused();
  await page.keyboard.type('Lê Thị Cê');
  await expect(box).toHaveValue('6 x 3 hợp đồng thuê nhà');
  await page.getByLabel('Khách đưa (đồng)').fill('20');
  await expect(page.getByText('= Hai mươi đồng')).toBeVisible();
  await page.getByLabel('Khách đưa (đồng)').fill('50000');
  await look(page, 'certification-parties');
  await page.keyboard.press('Control+Enter');
  await expect(outcome(page, 'Đã chứng thực')).toContainText('Lê Thị Cê, Phó Chủ tịch');
  await page.keyboard.press('Alt+Shift+s');
  await dialog(page).getByLabel('Sổ', { exact: true }).selectOption('contract');
  await dialog(page).getByLabel('Tháng').selectOption({ index: 0 });
  await expect(dialog(page).getByText('1 việc, 3 bản')).toBeVisible();
  await page.keyboard.press('Escape');

  // The number leads to the case of each book, the copies' first, and the contract's names both.
  await page.keyboard.press('F3');
  await page.keyboard.type('01-Q1');
  await page.getByRole('option', { name: 'NGUYỄN THỊ ĐẶNG ÁNH' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Người cùng yêu cầu')).toBeVisible();
  await expect(page.getByText('TRẦN VĂN BÌNH', { exact: true })).toBeVisible();
  await look(page, 'certification-case');
});

test('what was received elsewhere is counted, and asked once before it is numbered', async ({ office, page }) => {
  const received = {
    call: 'case.receive',
    input: {
      procedureCode: '2.000815',
      channel: 'direct',
      applicant: { kind: 'citizen', fullName: 'TRẦN VĂN BÌNH', idNumber: '079085004321' },
      components: [{ index: 0, originals: 1, copies: 0 }],
      copies: [{ paper: 'Bằng tốt nghiệp', pages: 3, copies: 20 }],
      quantity: 1,
      resultDelivery: { kind: 'desk' },
      print: false,
      requestId: crypto.randomUUID(),
    },
  };
  await openCounter(office, page, [received]);
  await page.keyboard.press('F5');
  await expect(papers(page)).toBeFocused();
  await page.keyboard.press('Alt+o');
  const rows = dialog(page).getByRole('option');
  const mine = rows.filter({ hasText: 'TRẦN VĂN BÌNH' });
  await expect(mine).toContainText('chưa có số');
  // The badge counts what the list holds.
  await expect(page.getByText(`Chờ ký, chờ trả (${await rows.count()})`)).toBeAttached();
  await mine.click();
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('dialog', { name: 'Ghi số chứng thực?' });
  for (const words of [
    'TRẦN VĂN BÌNH',
    'Bằng tốt nghiệp · 3 trang × 20 bản · 100.000 đ',
    'Người ký: Nguyễn Văn Ký, Phó Chủ tịch',
  ])
    await expect(question).toContainText(words);
  await look(page, 'certification-asked');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(mine).toContainText('chưa có số');
  await page.keyboard.press('Control+Enter');
  await question.waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(mine).toContainText(/02-Q1.*chờ trả/);
});
