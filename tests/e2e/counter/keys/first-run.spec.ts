import { type Page, expect } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { folderPrinter } from '../../../../electron/paper/printers/folder.ts';
import { papersFolder } from '../../../../electron/paper/printers/spooler.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { type TestCups, findCupsProblem, startCups } from '../../../support/printers/cups.ts';
import { test } from '../../support/browser.ts';
import { wordsOf } from '../../support/counter.ts';
import { FirstTime, expectKeys, expectMinutes } from '../../support/keystrokes.ts';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { Office } from '../../support/office.ts';

const own = 'Xoai-Chin-Na-7';

/** A computer with a printer: a real spooler, where one can run here. */
async function withPrinter(): Promise<TestCups | undefined> {
  if (findCupsProblem() !== undefined) return undefined;
  const cups = await startCups();
  cups.addPrinter('quay1', 'paper');
  cups.command('lpadmin', '-d', 'quay1');
  return cups;
}

const name = (at: Page, nth: number) => at.getByRole('group', { name: `Người ${nth}` }).getByLabel('Họ và tên');
const username = (at: Page, nth: number) => at.getByRole('group', { name: `Người ${nth}` }).getByLabel('Tên đăng nhập');

/** The key on paper is shown, and two groups of it are typed from there. */
async function typeGroups(at: Page, hand: FirstTime): Promise<void> {
  const dialog = at.getByRole('dialog', { name: 'Khóa khôi phục' });
  await expect(dialog.getByText(/^\d{6}$/)).toHaveCount(8);
  const groups = await dialog.getByText(/^\d{6}$/).allTextContents();
  await hand.read(dialog);
  // It is printed or copied, and put away.
  hand.decide();
  await hand.press('Control+Enter');
  const fields = dialog.getByLabel(/^Nhóm thứ \d$/);
  await expect(fields).toHaveCount(2);
  for (const [index, field] of (await fields.all()).entries()) {
    if (index > 0) await hand.press('Tab');
    await expect(field).toBeFocused();
    const label = await field.evaluate((one: HTMLInputElement) => one.labels?.[0]?.textContent ?? '');
    await hand.type(groups[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
  }
  await hand.press('Control+Enter');
}

/** From the four doors to the office that is set up, sealed, with three people, and to a receipt with its name that has left the printer. */
test('first run with three people, to the printed test receipt; a reload at each step loses nothing but the password', async ({
  page: at,
}) => {
  test.slow();
  const office = new Office(newFolder());
  const cups = await withPrinter();
  try {
    const { url } = await office.serveWith(cups === undefined ? {} : { CUPS_SERVER: cups.server });
    await at.goto(url);
    const door = at.getByRole('button', { name: 'Thiết lập đơn vị này' });
    await expect(door).toBeVisible();
    const hand = new FirstTime(at);
    await hand.read(at.locator('body'));
    await at.reload();
    await expect(door).toBeVisible();
    await hand.press('Alt+1');
    await expect(at.getByRole('combobox').first()).toBeFocused();
    await hand.type('cat lai');
    await expect(at.getByRole('option', { name: /Cát Lái/ })).toBeVisible();
    await hand.press('Enter');
    await expect(at.getByLabel('Mã đơn vị trong mã hồ sơ')).toHaveValue('H29.157');
    await hand.read(at.locator('main'));
    // The printer of this computer is proposed; where it has none, papers are files.
    const printer = at.getByLabel('Máy in', { exact: true });
    if (cups === undefined) await printer.selectOption(folderPrinter);
    await expect(printer).toHaveValue(cups === undefined ? folderPrinter : 'quay1');
    await at.reload();
    await expect(printer).toHaveValue(cups === undefined ? folderPrinter : 'quay1');
    await hand.press('Alt+3');
    await expect(name(at, 1)).toBeFocused();
    await hand.telex('trần thị hà');
    await expect(username(at, 1)).toHaveValue('hatt');
    for (const _field of ['role', 'remove', 'username']) await hand.press('Tab');
    // Somebody reloads: not a key of the job.
    await at.reload();
    await expect(name(at, 1)).toHaveValue('Trần Thị Hà');
    await expect(at.getByLabel('Mã đơn vị trong mã hồ sơ')).toHaveValue('H29.157');
    const password = at.getByRole('group', { name: 'Người 1' }).getByLabel('Mật khẩu');
    await password.focus();
    await hand.type(own);
    await hand.press('Tab');
    await expect(name(at, 2)).toBeFocused();
    await hand.telex('lê văn đức');
    await hand.press('Alt+n');
    await expect(name(at, 3)).toBeFocused();
    await hand.telex('phạm tú');
    await expect(username(at, 3)).toHaveValue('tup');
    await look(at, 'first-run-people');
    await expectAccessible(at);
    // Whoever does not reload writes the two first passwords down here.
    hand.decide();
    hand.decide();
    await hand.press('Control+Enter');
    await expect(at.getByRole('dialog', { name: 'Khóa khôi phục' }).getByText(/^\d{6}$/)).toHaveCount(8);
    // Before the office is there its key is worth nothing: after a reload it is another one.
    await at.reload();
    await expect(name(at, 3)).toHaveValue('Phạm Tú');
    await password.fill(own);
    await at.keyboard.press('Control+Enter');
    await typeGroups(at, hand);
    const secret = at.getByLabel('Mật khẩu', { exact: true });
    await expect(secret).toBeFocused({ timeout: 60_000 });
    await at.reload();
    await expect(at.getByLabel('Tên đăng nhập')).toHaveValue('hatt');
    await expect(secret).toBeFocused();
    await hand.type(own);
    await hand.press('Enter');
    const next = at.getByRole('region', { name: 'Đơn vị đã thiết lập. Việc tiếp theo' });
    await expect(next).toBeVisible({ timeout: 60_000 });
    await at.reload();
    await expect(next).toBeVisible();
    await hand.read(next);
    await look(at, 'first-run-next');
    const receipt = at.getByRole('dialog', { name: 'Giấy tiếp nhận thử' });
    await at.keyboard.press('Alt+s');
    await expect(receipt.getByRole('img').first()).toContainText('PHƯỜNG CÁT LÁI');
    await at.reload();
    await expect(next).toBeVisible();
    await hand.press('Alt+s');
    await expect(receipt.getByRole('img').first()).toContainText('PHƯỜNG CÁT LÁI');
    await expect(receipt.getByRole('img').first()).toContainText('KHÔNG CÓ GIÁ TRỊ');
    await look(at, 'first-run-receipt');
    await expectAccessible(at);
    await hand.read(receipt);
    // The sheet on the screen, and then the one in the hand.
    hand.decide();
    hand.decide();
    await hand.press('Control+Enter');
    await expect(next.getByText(/^Đã gửi giấy tiếp nhận thử đến/)).toBeVisible();
    await expect(next.getByText(/^Xem tờ vừa in/)).toBeVisible();
    await hand.read(next);
    await look(at, 'first-run-printed');

    // What the printer was given is the receipt.
    const out = cups?.out ?? path.join(office.folder, papersFolder);
    await expect.poll(() => readdirSync(out).length).toBe(1);
    const words = () => wordsOf(readFileSync(path.join(out, readdirSync(out)[0] ?? ''), 'base64'));
    await expect.poll(words).toContain('PHƯỜNG CÁT LÁI');
    expect(await words()).toContain('KHÔNG CÓ GIÁ TRỊ');
    expectKeys('First run with three people, to a printed test receipt', hand);
    expectMinutes('From the four doors to a printed test receipt', hand);
  } finally {
    await office.end();
    await cups?.stop();
  }
});
