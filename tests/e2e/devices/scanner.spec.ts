import { type Page, expect } from '@playwright/test';
import { type Stroke, play, scan, strokesOf } from '../support/keyboard.ts';
import { signIn, test } from '../support/office.ts';

/** Streams as readers, drivers and input methods send them, played into a real browser through its own input protocol. */

const card =
  '079190001234|023456789|Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';
const home = '12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh';
const enter: Stroke[] = strokesOf('\n');

const idNumber = (page: Page) => page.getByLabel('Số định danh', { exact: true });
const fullName = (page: Page) => page.getByLabel('Họ và tên', { exact: true });
const phone = (page: Page) => page.getByLabel('Điện thoại', { exact: true });
const address = (page: Page) => page.getByLabel('Nơi cư trú', { exact: true });

/** The whole card, and nothing of it anywhere else. */
async function expectCard(page: Page): Promise<void> {
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(idNumber(page)).toHaveValue('079 190 001234');
  await expect(address(page)).toHaveValue(home);
  await expect(phone(page)).toHaveValue('0909 1');
}

/** With the cursor in the middle of a field that already holds something. */
async function stand(page: Page): Promise<void> {
  await phone(page).fill('0909 1');
  await phone(page).focus();
}

/** A letter as Windows' Vietnamese input method writes it: it takes the key, composes, and hands the letter over. */
const composed = (character: string): Stroke[] => [{ key: 'Process', code: 'KeyE', vk: 229 }, { compose: character }];
const byAlt = (character: string): Stroke[] => [{ alt: `0${character.codePointAt(0) ?? 0}`, letter: character }];
/** What most Windows programs make of such a number: its last byte. */
const byShortAlt = (character: string): Stroke[] => [
  { alt: `0${character.codePointAt(0) ?? 0}`, letter: String.fromCharCode((character.codePointAt(0) ?? 0) % 256) },
];
/** A program that types for the scanner: a key without a name, then the letter. */
const byPacket = (character: string): Stroke[] => [{ key: 'Unidentified', code: '', vk: 231 }, { insert: character }];

const streams: readonly (readonly [string, Stroke[]])[] = [
  ['letters as text, keys for the rest', strokesOf(card)],
  ['letters of an input method', strokesOf(card, composed)],
  ['letters by ALT codes', strokesOf(card, byAlt)],
  ['letters by ALT codes that the machine cuts short', strokesOf(card, byShortAlt)],
  ['all signs by ALT codes', [...card].flatMap(byAlt)],
  ['letters that a program types', strokesOf(card, byPacket)],
  ['all at once, as an on-screen keyboard or a remote desk writes it', [{ insert: card }]],
  ['letter by letter without any key', [...card].map((insert) => ({ insert }))],
  ['an AIM identifier before it', strokesOf(`]Q1${card}`)],
  ['AIM and ECI before it', strokesOf(`]Q2\\000026${card}`)],
  ['a code letter before it', strokesOf(`Q${card}`)],
  ['a tilde before it', strokesOf(`~${card}`)],
  ['STX before and ETX behind it', strokesOf(`\u0002${card}\u0003`)],
  ['GS before it', strokesOf(`\u001d${card}`)],
  ['a Tab before it', strokesOf(`\t${card}`)],
  ['Tabs between its fields', strokesOf(card.replaceAll('|', '\t'))],
  ['GS between its fields', strokesOf(card.replaceAll('|', '\u001d'))],
];

/** The next citizen: what stands there is put by, and nothing of it is left in the form. */
async function nextCitizen(page: Page): Promise<void> {
  await page.keyboard.press('Shift+F2');
  for (const field of [fullName, idNumber, address, phone]) await expect(field(page)).toHaveValue('');
}

type Way = { readonly name: string; readonly strokes: readonly Stroke[]; readonly gap?: number };

/** One citizen after another at one counter, each with the whole card: a window of its own for each way would be most of what it takes. */
async function readsEach(page: Page, ways: readonly Way[]): Promise<void> {
  for (const [at, { name, strokes, gap }] of ways.entries()) {
    await test.step(name, async () => {
      if (at > 0) await nextCitizen(page);
      await stand(page);
      await play(page, [...strokes], gap);
      await expectCard(page);
    });
  }
}

const ofCard = streams.map(([name, stream]): Way => ({ name, strokes: [...stream, ...enter] }));
for (const [what, ways] of [
  ['as keyboards, input methods and programs write its letters', ofCard.slice(0, 8)],
  ['with what readers put before, behind and between', ofCard.slice(8)],
] as const)
  test(`a card ${what}`, async ({ desk: page }) => readsEach(page, ways));

test('a card scanned at the sign-in, or before the reception stands, is kept and filled in', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve());
  await page.getByLabel('Tên đăng nhập').waitFor();
  await scan(page, card);
  await expect(page.getByText('Đã giữ thẻ vừa quét', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('');
  await signIn(page);
  await expectCardButPhone(page);
});

/** What the physical keys of the United States write on a machine set to another layout. */
const layouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a French layout': {
    '0': 'à',
    '1': '&',
    '2': 'é',
    '3': '"',
    '4': "'",
    '5': '(',
    '6': '-',
    '7': 'è',
    '8': '_',
    '9': 'ç',
    '|': 'µ',
    a: 'q',
    q: 'a',
    m: ',',
    ',': ';',
    '.': ':',
  },
  'the Vietnamese layout': { '1': 'ă', '2': 'â', '3': 'ê', '4': 'ô', '0': 'đ' },
};
test('a card on layouts of other languages is read by the keys themselves', async ({ desk: page }) => {
  const ways = Object.entries(layouts).map(([name, layout]): Way => {
    const keys = strokesOf(card).map((stroke) => {
      if (!('key' in stroke)) return stroke;
      const written = layout[stroke.key];
      return written === undefined ? stroke : { ...stroke, key: written, text: written };
    });
    return { name, strokes: [...keys, ...enter] };
  });
  await readsEach(page, ways);
});

test('readers that send a sign each 1, 8, 20 and 34 ms', async ({ desk: page }) => {
  const strokes = [...strokesOf(card, (text) => [{ key: text, code: '', text }]), ...enter];
  await readsEach(
    page,
    [1, 8, 20, 34].map((gap) => ({ name: `each ${gap} ms`, strokes, gap })),
  );
});

test('a reader as slow as a fast hand: the card is taken out of the field again', async ({ desk: page }) => {
  await stand(page);
  await play(
    page,
    strokesOf(card, (text) => [{ key: text, code: '', text }]),
    45,
  );
  await expectCard(page);
});

test('a line feed behind the Enter opens no tray, ALT codes open nothing; Alt with one digit is a key of the screen', async ({
  desk: page,
}) => {
  const dialogs = page.getByRole('dialog');
  await stand(page);
  await play(page, [...strokesOf(card, byAlt), ...enter, { key: 'j', code: 'KeyJ', modifiers: 2, vk: 74 }]);
  await expectCard(page);
  await expect(page.getByRole('region', { name: 'Khay giấy in' })).toHaveCount(0);
  await play(page, [{ alt: '0012', letter: '' }], 100);
  await play(page, [{ alt: '10', letter: '' }], 4);
  await play(page, [{ alt: '0', letter: '' }], 200);
  await expect(dialogs).toHaveCount(1);
  await expect(dialogs).toContainText('Hiển thị');
});

test('a list that has the cursor keeps its choice, and a screen that takes no scan says so', async ({ desk: page }) => {
  const sex = page.getByLabel('Giới tính');
  await sex.selectOption('male');
  await sex.focus();
  // The last key is now, so that the hand's next key is behind it and no part of it.
  await scan(page, card);
  await expectCardButPhone(page);
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('region', { name: 'Khay giấy in' })).toBeVisible();
  await play(page, [...strokesOf(card), ...enter]);
  await expect(page.getByText('màn hình này không nhận mã quét')).toBeVisible();
});

async function expectCardButPhone(page: Page): Promise<void> {
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByLabel('Giới tính')).toHaveValue('female');
}

test('the locked screen: a card falls into no field', async ({ office, page }) => {
  await page.goto(await office.serve());
  await page.getByLabel('Tên đăng nhập').fill('cle');
  await play(page, [...strokesOf(card), ...enter]);
  await expect(page.getByText('Đã giữ thẻ vừa quét', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('cle');
});

test('letters typed fast by a hand are no scan, of whatever input method', async ({ desk: page }) => {
  await address(page).focus();
  const typed = 'Số 12/3 Lê Lợi, Phường Bến Thành';
  await play(page, strokesOf(typed, composed), 70);
  await expect(address(page)).toHaveValue(typed);
  await address(page).fill('');
  await address(page).focus();
  await play(
    page,
    strokesOf('Quan 1 12345', (text) => [{ insert: text }]),
    3,
  );
  await expect(address(page)).toHaveValue('Quan 1 12345');
  await phone(page).focus();
  await play(page, strokesOf('0901234567'), 60);
  await expect(phone(page)).toHaveValue('0901234567');
});

test('what is written right behind a scan by keys is kept, also where the keys carry a later time than the text', async ({
  desk: page,
}) => {
  await stand(page);
  const plain = '079190001234|023456789|NGUYEN THI ANH|04031990|Nam|12 Le Loi, Phuong Cat Lai|02072025';
  // At 30 ms a key their own times run seconds ahead of when they are sent.
  await play(page, [...strokesOf(plain), ...enter], 30);
  const procedure = page.getByRole('combobox', { name: 'Tìm thủ tục' });
  await expect(procedure).toBeFocused();
  await page.keyboard.insertText('khai sinh');
  await expect(procedure).toHaveValue('khai sinh');
});
