import { type Page, expect } from '@playwright/test';
import { type Fetching, type Filing, type Visit } from './clerk-day-table.ts';
import { scan } from '../keyboard.ts';
import { chooseCase } from '../receive.ts';
import { pay, tendered } from '../till.ts';

/** How each visit of the clerk's day goes through the screens, by keys. */
export const idOf = (page: Page, path: string) => page.locator(`#reception-${path.replaceAll('.', '-')}`);
const accepted = (page: Page) => page.getByRole('region', { name: 'Đã tiếp nhận' });
const reasons = (page: Page) => page.getByRole('dialog', { name: 'Cần nêu lý do' });

/** The QR text of a citizen card, names as cards have them. */
function cardOf({ name, id }: Visit['who']): string {
  const sex = Number(id[3]) % 2 === 0 ? 'Nam' : 'Nữ';
  const century = 1900 + Math.floor(Number(id[3]) / 2) * 100;
  const born = `0102${century + Number(id.slice(4, 6))}`;
  return `${id}||${name.toLocaleLowerCase('vi').replaceAll(/(^|[\s’])\p{L}/gu, (start) => start.toLocaleUpperCase('vi'))}|${born}|${sex}|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025`;
}

async function chooseProcedure(page: Page, code: string): Promise<void> {
  await expect(idOf(page, 'procedureCode')).toBeFocused();
  await page.keyboard.insertText(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  // A paper in the hand is ticked; what is usual is ticked already.
  if ((await page.getByRole('checkbox', { checked: true }).count()) === 0) await page.keyboard.press('Space');
}

async function typePerson(page: Page, who: 'applicant' | 'submitter', person: Visit['who']): Promise<void> {
  await idOf(page, `${who}.idNumber`).focus();
  await page.keyboard.insertText(person.id);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(person.name);
}

async function theCard(page: Page, who: 'applicant' | 'submitter', person: Visit['who']): Promise<void> {
  await scan(page, cardOf(person));
  await expect(idOf(page, `${who}.fullName`)).toHaveValue(person.name);
}

async function comeIn(page: Page, { who, arrival, filer }: Filing): Promise<void> {
  if (filer?.by === 'first-card') {
    await theCard(page, 'applicant', filer);
    await scan(page, cardOf(who));
    await expect(page.getByRole('dialog', { name: 'Thẻ thứ hai' })).toBeVisible();
    await page.keyboard.press('Alt+2');
  } else if (arrival === 'card') await theCard(page, 'applicant', who);
  else {
    if (who.kind !== undefined) await page.locator('#reception-applicant-kind').selectOption(who.kind);
    await typePerson(page, 'applicant', who);
  }
  if (filer?.by === 'second-card') {
    await scan(page, cardOf(filer));
    await expect(page.getByRole('dialog', { name: 'Thẻ thứ hai' })).toContainText(filer.name);
    await page.keyboard.press('Alt+1');
  }
  if (filer?.by === 'typed') {
    await page.keyboard.press('Alt+n');
    // The screen puts the cursor there when it has drawn the fields; a script is faster than any hand.
    await expect(idOf(page, 'submitter.idNumber')).toBeFocused();
    await typePerson(page, 'submitter', filer);
    await idOf(page, 'submitter.authorisation').focus();
  }
  if (filer !== undefined) {
    await expect(idOf(page, 'submitter.authorisation')).toBeFocused();
    await page.keyboard.insertText('Giấy ủy quyền số 12/2026');
    await expect(idOf(page, 'submitter.fullName')).toHaveValue(filer.name);
    await expect(idOf(page, 'applicant.fullName')).toHaveValue(who.name);
  }
  // Chromium without a window keeps a Ctrl+P for itself now and then, its own key for printing: the page never hears it (looked at by a listener on the window).
  await expect(async () => {
    await page.keyboard.press('Control+p');
    await expect(idOf(page, 'procedureCode')).toBeFocused({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

async function accept(page: Page, name: string): Promise<string> {
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toContainText(name);
  return (
    (await accepted(page)
      .getByText(/^[A-Z0-9.]+-\d{6}-\d{4,}$/)
      .textContent()) ?? ''
  );
}

export async function doFile(page: Page, visit: Filing): Promise<string> {
  await comeIn(page, visit);
  await chooseProcedure(page, visit.code);
  // The papers of a residence go by the case: «Chỗ ở thuộc sở hữu của mình».
  if (visit.code === '1.004222') await chooseCase(page, '7');
  if (visit.parcel !== undefined) {
    await idOf(page, 'channel').selectOption('post');
    await idOf(page, 'trackingNumber').focus();
    await page.keyboard.insertText(visit.parcel);
  }
  if (visit.posted === true) {
    await idOf(page, 'resultDelivery.kind').selectOption('post');
    await idOf(page, 'resultDelivery.address').fill('5 Lê Lợi, Phường Cát Lái');
  }
  if (visit.copies !== undefined) {
    await idOf(page, 'copies').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(visit.copies);
  }
  const number = await accept(page, visit.who.name);
  if (visit.paid !== undefined) await payNow(page, number, visit.paid);
  if (visit.corrected !== undefined) return correct(page, number, visit.corrected);
  return number;
}

async function payNow(page: Page, number: string, { given, change }: NonNullable<Filing['paid']>): Promise<void> {
  await page.keyboard.press('F7');
  await expect(page.getByText(number, { exact: false }).filter({ visible: true }).first()).toBeVisible();
  await expect(tendered(page)).toBeFocused();
  if (given !== '') await page.keyboard.insertText(given);
  await expect(pay(page)).toContainText(change);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Đã thu' })).toBeVisible();
}

async function correct(page: Page, number: string, name: string): Promise<string> {
  await accepted(page).getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await page.keyboard.press('Alt+c');
  await expect(page.locator('#correction-applicant-idNumber')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(name);
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText(`Đã cấp lại giấy tiếp nhận ${number}, lần 1.`, { exact: false }).filter({ visible: true }).first(),
  ).toBeVisible();
  return number;
}

export async function doOnline(page: Page, visit: Visit & { readonly does: 'online' }): Promise<string> {
  await page.keyboard.press('Alt+o');
  const list = page.getByRole('listbox', { name: 'Danh sách hồ sơ chờ tiếp nhận' });
  await expect(list).toBeFocused();
  const current = list.getByRole('option', { selected: true });
  for (let step = 0; step < 9 && !(await current.innerText()).includes(visit.portalNumber); step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(idOf(page, 'applicant.fullName')).toHaveValue(visit.who.name);
  await expect(idOf(page, 'channel')).toHaveValue('online');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toContainText(visit.portalNumber);
  return visit.portalNumber;
}

export async function doLack(page: Page, visit: Visit & { readonly does: 'lack' }): Promise<void> {
  await theCard(page, 'applicant', visit.who);
  await page.keyboard.press('Control+p');
  await chooseProcedure(page, visit.code);
  await page.keyboard.press('Alt+b');
  const dialog = page.getByRole('dialog', { name: 'Yêu cầu bổ sung (Mẫu 02)' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(visit.lacks);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Đã yêu cầu bổ sung; hồ sơ của .* nằm ở danh sách chờ/)).toBeVisible();
}

export async function doComplete(
  page: Page,
  visit: Visit & { readonly does: 'complete' },
  number: string,
): Promise<void> {
  await scan(page, number);
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await expect(page.getByText('Chờ người dân bổ sung')).toBeVisible();
  await page.keyboard.press('Alt+s');
  const papers = page.getByRole('dialog', { name: 'Nhận bổ sung' }).getByRole('checkbox');
  await expect(papers.first()).toBeFocused();
  for (let left = await papers.count(); left > 0; left -= 1)
    for (const key of ['Space', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`17:00 thứ Sáu ${visit.due}`).filter({ visible: true }).first()).toBeVisible();
}

export async function doFetch(page: Page, visit: Fetching, number: string): Promise<void> {
  const name = page.getByLabel('Họ và tên người nhận', { exact: true });
  await page.keyboard.press('F6');
  await expect(page.getByRole('combobox', { name: 'Quét mã trên giấy hẹn, hoặc gõ tên, mã hồ sơ' })).toBeFocused();
  await scan(page, visit.way === 'card' ? cardOf(visit.who) : number);
  if (visit.way === 'card') {
    await expect(page.getByRole('option').filter({ hasText: number, visible: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(name).toHaveValue(visit.who.name);
    await scan(page, cardOf(visit.who));
    await expect(page.getByRole('radio', { name: /^Giấy tờ tùy thân/ })).toBeChecked();
  } else {
    await expect(page.getByRole('radio', { name: 'Giấy hẹn', exact: true })).toBeChecked();
  }
  if (visit.taker !== undefined) {
    await scan(page, cardOf(visit.taker));
    await expect(name).toHaveValue(visit.taker.name);
    await page.locator('#return-receiver-authorisation').focus();
    await page.keyboard.insertText('Giấy giới thiệu số 7/2026');
  }
  if (visit.way === 'pays-first') {
    await expect(page.getByRole('group', { name: 'Phí, lệ phí chưa thu' })).toContainText('Còn phải thu 10.000 đ.');
    await page.keyboard.press('Alt+m');
    await expect(tendered(page)).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Đã thu' })).toBeVisible();
    await page.keyboard.press('F6');
    await expect(page.getByRole('group', { name: 'Phí, lệ phí chưa thu' })).toHaveCount(0);
  }
  if (visit.early === true) await page.keyboard.press('Alt+Shift+a');
  await expect(page.getByRole('button', { name: /^Trả .* và in phiếu$/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  if (visit.way === 'unpaid-with-reason') {
    await expect(reasons(page)).toContainText('Trả kết quả khi chưa thu đủ phí, lệ phí');
    await page.keyboard.insertText('Nộp chuyển khoản, chờ sao kê');
    await page.keyboard.press('Control+Enter');
  }
  const done = page.getByRole('region', { name: /^Đã trả/ });
  await expect(done).toContainText(number);
  await expect(done).toContainText(visit.receiver);
}
