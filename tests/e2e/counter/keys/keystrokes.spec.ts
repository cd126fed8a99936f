import { type Page, expect } from '@playwright/test';
import { Keys, expectKeys } from '../../support/keystrokes.ts';
import { scan } from '../../support/keyboard.ts';
import { type Office, test } from '../../support/office.ts';
import { openTill, pay } from '../../support/till.ts';
import {
  accepted,
  choose,
  address,
  card,
  fullName,
  idNumber,
  otherCard,
  procedure,
  receiveOnce,
  submitterName,
} from '../../support/reception.ts';

/**
 * What a hand does for the commonest jobs, key by key as the window hears them: from an empty reception to the accepted file (its paper printed), and from there to
 * the money taken. A scan is no key, Ctrl with Enter is one, Telex types its marks. No paste. The figures are what docs/topics/keystrokes.md prints; one more fails.
 */
async function chosen(at: Page): Promise<void> {
  await expect(at.getByRole('checkbox').first()).toBeFocused();
}

test('a citizen without a card, never seen before', async ({ desk: at }) => {
  const keys = new Keys(at);
  await expect(idNumber(at)).toBeFocused();
  await keys.type('079185014321');
  await keys.press('Tab');
  await keys.telex('nguyễn thị lan');
  await keys.press('Tab');
  await keys.type('1502');
  // The sex is the number's.
  await keys.press('Tab');
  await keys.press('Tab');
  await expect(at.getByLabel('Ngày sinh')).toHaveValue('15/02/1985');
  await expect(at.getByLabel('Giới tính')).toHaveValue('female');
  await keys.telex('12 lê lợi, cat lai');
  await expect(at.getByText('Phường Cát Lái, Thành phố Hồ Chí Minh')).toBeVisible();
  await keys.press('ArrowDown');
  await expect(address(at)).toHaveValue('12 lê lợi, Phường Cát Lái, Thành phố Hồ Chí Minh');
  await keys.press('Tab');
  await keys.type('0901234567');
  await keys.press('Control+p');
  await expect(procedure(at)).toBeFocused();
  await keys.type('ks');
  await keys.press('Enter');
  await chosen(at);
  await keys.press('Control+Enter');
  await expect(accepted(at)).toContainText(/nguyễn thị lan/i);
  expectKeys('A citizen without a card, never seen before', keys);
});

test('a returning citizen with a card', async ({ desk: at }) => {
  const before = await receiveOnce(at);
  const keys = new Keys(at);
  await scan(at, card);
  await expect(procedure(at)).toBeFocused();
  await keys.type('ct');
  await keys.press('Enter');
  await chosen(at);
  await keys.press('Control+Enter');
  await expect(accepted(at)).not.toContainText(before);
  await expect(accepted(at)).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  expectKeys('A returning citizen with a card', keys);
});

test('on behalf of somebody, both with a card', async ({ desk: at }) => {
  const keys = new Keys(at);
  await scan(at, card);
  await expect(fullName(at)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await scan(at, otherCard);
  await expect(at.getByRole('dialog', { name: 'Thẻ thứ hai' })).toBeVisible();
  await keys.press('Alt+1');
  await expect(submitterName(at)).toHaveValue('TRẦN VĂN BÌNH');
  await expect(at.getByLabel('Giấy tờ cho nộp thay', { exact: true })).toBeFocused();
  await keys.telex('mẹ đẻ');
  await keys.press('Control+p');
  await expect(procedure(at)).toBeFocused();
  await keys.type('ks');
  await keys.press('Enter');
  await chosen(at);
  await keys.press('Control+Enter');
  await expect(accepted(at)).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  expectKeys('On behalf of somebody, both with a card', keys);
});

test('a fee after its reception', async ({ desk: at }) => {
  await openTill(at);
  await at.keyboard.press('F2');
  await scan(at, card);
  await choose(at, '2.000815');
  await at.getByLabel('Số trang bản chính', { exact: false }).fill('3');
  await at.keyboard.press('Control+Enter');
  await expect(accepted(at)).toBeVisible();
  const keys = new Keys(at);
  await keys.press('F7');
  await expect(pay(at).getByText('5.000 đ').first()).toBeVisible();
  await keys.press('Control+Enter');
  await expect(at.getByRole('region', { name: 'Đã thu' })).toBeVisible();
  expectKeys('A fee after its reception', keys);
});

test('a business, by the human who comes for it with a card', async ({ desk: at }) => {
  const keys = new Keys(at);
  await expect(idNumber(at)).toBeFocused();
  await keys.press('Shift+Tab');
  await expect(at.getByLabel('Người nộp là')).toBeFocused();
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.type('0312345678');
  await keys.press('Tab');
  await keys.telex('công ty sông xanh');
  await keys.press('Tab');
  await keys.telex('12 lê lợi, cat lai');
  await expect(at.getByText('Phường Cát Lái, Thành phố Hồ Chí Minh')).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Alt+n');
  await expect(at.locator('#reception-submitter-idNumber')).toBeFocused();
  await scan(at, card);
  await expect(submitterName(at)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(at.getByLabel('Giấy tờ cho nộp thay', { exact: true })).toBeFocused();
  await keys.telex('giám đốc');
  await keys.press('Control+p');
  await expect(procedure(at)).toBeFocused();
  await keys.type('dkkd');
  await keys.press('Enter');
  await chosen(at);
  await keys.press('Control+Enter');
  await expect(accepted(at)).toContainText(/công ty sông xanh/i);
  expectKeys('A business, with the card of the human who comes for it', keys);
});

test('a file that came by post', async ({ desk: at }) => {
  const keys = new Keys(at);
  await expect(idNumber(at)).toBeFocused();
  await keys.type('079185014321');
  await keys.press('Tab');
  await keys.telex('nguyễn thị lan');
  await keys.press('Tab');
  await keys.type('1502');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.telex('12 lê lợi, cat lai');
  await expect(at.getByText('Phường Cát Lái, Thành phố Hồ Chí Minh')).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.type('0901234567');
  await keys.press('Control+p');
  await expect(procedure(at)).toBeFocused();
  await keys.type('ks');
  await keys.press('Enter');
  await chosen(at);
  const channel = at.getByLabel('Nộp qua');
  // Past the table, what the case and the agency are, and what may be done instead of receiving.
  for (let stop = 0; stop < 6; stop += 1) await keys.press('Tab');
  await expect(channel).toBeFocused();
  await keys.type('b');
  await expect(channel).toHaveValue('post');
  await keys.press('Tab');
  await keys.press('Tab');
  await expect(at.getByLabel('Số bưu gửi')).toBeFocused();
  await keys.type('EA123456789VN');
  await keys.press('Control+Enter');
  await expect(accepted(at)).toContainText(/nguyễn thị lan/i);
  expectKeys('A file that came by post, without a card', keys);
});

test('a result, to the citizen with the receipt', async ({ office, page: at }) => {
  const number = finished(office);
  await office.enter(at);
  await expect(idNumber(at)).toBeFocused();
  const keys = new Keys(at);
  await keys.press('F6');
  await expect(at.getByRole('combobox', { name: 'Quét mã trên giấy hẹn, hoặc gõ tên, mã hồ sơ' })).toBeFocused();
  await scan(at, number);
  await expect(at.getByLabel('Họ và tên người nhận', { exact: true })).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await keys.press('Control+Enter');
  await expect(at.getByRole('region', { name: 'Đã trả kết quả' })).toContainText(number);
  expectKeys('A result, to the citizen who brings the receipt', keys);
});

/** A file that the officer is done with; its number. */
function finished(office: Office): string {
  const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', phone: '0901234567' };
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const file = { procedureCode: '1.001193', channel: 'direct', applicant, components, requestId: crypto.randomUUID() };
  const { caseId, number } = recorded(office, 'clerk', 'case.receive', file);
  const act = { type: 'finish', result: 'Giấy khai sinh' };
  const confirm = [{ code: 'finish-unhandled', reason: 'Xử lý ngay tại quầy' }];
  recorded(office, 'officer', 'case.act', { caseId, act, confirm });
  return number.official ?? number.local;
}

function recorded(office: Office, user: string, call: string, input: object): Record<string, any> {
  const [answer] = office.batch(`${JSON.stringify({ call, input })}\n`, '--user', user);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: Record<string, any> }).value;
}
