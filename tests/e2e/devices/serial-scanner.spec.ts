import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/looks/accessible.ts';
import { test } from '../support/office.ts';
import { installFakeSerial } from '../../support/fake-serial.ts';

const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái|02072024';
const other = '079085000001||Trần Văn Bình|01021985|Nam|3 Nguyễn Duy Trinh, Phường Cát Lái|02072025';
const fullName = (page: Page) => page.getByLabel('Họ và tên', { exact: true });

type Fake = {
  plug(product: number, granted: boolean): number;
  send(at: number, bytes: number[]): void;
  unplug(at: number): void;
  replug(at: number): void;
  ports: { baudRate: number; busy: boolean; granted: boolean; readable: unknown }[];
  next: unknown;
};
const port = (page: Page, work: (serial: Fake) => unknown) =>
  page.evaluate(`(${work.toString()})(window.fakeSerial)`) as Promise<any>;
/** Pieces as they come off the line, without a pause between them: [which scanner, what]. */
const send = (page: Page, ...pieces: readonly (readonly [number, string])[]) =>
  page.evaluate(
    (all) => {
      const { fakeSerial } = window as unknown as { fakeSerial: Fake };
      for (const [at, bytes] of all) fakeSerial.send(at, bytes);
    },
    pieces.map(([at, text]): [number, number[]] => [at, [...new TextEncoder().encode(text)]]),
  );

test.beforeEach(async ({ page }) => {
  await page.addInitScript(installFakeSerial);
});

test('a scanner on a COM port is chosen, tried, heard, unplugged and heard again', async ({ desk: page }) => {
  await port(page, (serial) => {
    serial.next = serial.ports[serial.plug(1, false)];
  });
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Máy quét…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Máy quét', exact: true });
  await expect(dialog.getByText('Chưa chọn máy quét nào')).toBeVisible();
  await dialog.getByRole('button', { name: 'Chọn máy quét cổng COM' }).click();
  await expect(dialog.getByText('USB 0c2e:0001 · cổng COM · đang nghe')).toBeVisible();
  await send(page, [0, card.slice(0, 30)], [0, `${card.slice(30)}\r\n`]);
  await expect(dialog.getByLabel('Thử máy quét')).toHaveValue(card);
  await expect(dialog.getByText('Đọc được thẻ')).toBeVisible();
  await page.evaluate(() =>
    (window as unknown as { fakeSerial: Fake }).fakeSerial.send(
      0,
      [0xf8, 0x80, 0, 0xfe, 0x86, 0, 0x78, 0x98, 0xe6, 13],
    ),
  );
  await expect(dialog.getByText('tốc độ chưa đúng')).toBeVisible();
  await dialog.getByLabel('Tốc độ cổng COM (baud)').selectOption('115200');
  await expect.poll(() => port(page, (serial) => serial.ports[0]?.baudRate)).toBe(115_200);
  await expect(dialog.getByText('đang nghe')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(fullName(page)).toHaveValue('');
  await page.getByLabel('Điện thoại', { exact: true }).focus();
  await send(page, [0, `]Q1${card}\r`]);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(page.getByLabel('Điện thoại', { exact: true })).toHaveValue('');
  await port(page, (serial) => serial.unplug(0));
  await expect.poll(() => port(page, (serial) => serial.ports[0]?.readable === null)).toBe(true);
  await port(page, (serial) => serial.replug(0));
  await expect.poll(() => port(page, (serial) => serial.ports[0]?.readable !== null)).toBe(true);
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Máy quét…' }).click();
  await expect(dialog.getByText('đang nghe')).toBeVisible();
  // Without an ending: the pause says that it is whole.
  await send(page, [0, card]);
  await expect(dialog.getByLabel('Thử máy quét')).toHaveValue(card);
});

test('two scanners do not mix, a third that nobody chose is not opened, one that is taken is said to be', async ({
  page,
  office,
}) => {
  await page.addInitScript(() => {
    const { fakeSerial } = window as unknown as { fakeSerial: Fake };
    fakeSerial.plug(1, true);
    fakeSerial.plug(2, true);
    fakeSerial.plug(3, false);
    const taken = fakeSerial.ports[fakeSerial.plug(4, true)];
    if (taken !== undefined) taken.busy = true;
  });
  await office.enter(page);
  await page.getByLabel('Số định danh').waitFor();
  await expect
    .poll(() => port(page, (serial) => serial.ports.map(({ readable }) => readable !== null)))
    .toEqual([true, true, false, false]);
  await page.keyboard.press('Alt+0');
  await page.getByRole('button', { name: 'Máy quét…' }).click();
  await expect(page.getByText('USB 0c2e:0004 · cổng COM · không mở được')).toBeVisible();
  await expect(page.getByText('USB 0c2e:0003')).toHaveCount(0);
  const pieces = [card.slice(0, 30), card.slice(30, 50), card.slice(50, 70), `${card.slice(70)}\r`];
  const mixed = pieces.map((piece): [number, string] => [0, piece]);
  await send(page, ...mixed.slice(0, 1), [1, other.slice(0, 25)], [1, `${other.slice(25)}\r`], ...mixed.slice(1));
  await expect(page.getByLabel('Thử máy quét')).toHaveValue(card);
  await page.getByRole('button', { name: 'Bỏ USB 0c2e:0001' }).click();
  await expect(page.getByText('USB 0c2e:0001')).toHaveCount(0);
  expect(await port(page, (serial) => serial.ports[0]?.granted)).toBe(false);
});
