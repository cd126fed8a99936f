import { type Page, expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { look } from '../../support/looks/look.ts';
import { test } from '../../support/office.ts';
import { chooseCase } from '../../support/receive.ts';
import { card, choose, fullName, idNumber, procedure } from '../../support/reception.ts';

type Seen = { readonly tops: readonly number[]; readonly whole: number; readonly rows: number };

/** Where each paper's line stands, and how many of them are seen whole: cut by no box that scrolls, and under nothing. */
function rowsSeen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll('[data-row]')].map((one) => one.parentElement as HTMLElement);
    const isWhole = (one: HTMLElement): boolean => {
      const { top, bottom, left } = one.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) return false;
      return [top + 2, bottom - 2].every((y) => one.contains(document.elementFromPoint(left + 60, y)));
    };
    return {
      tops: lines.map((one) => Math.round(one.getBoundingClientRect().top * 10) / 10),
      whole: lines.filter(isWhole).length,
      rows: lines.length,
    };
  });
}

/** Procedures with long names, groups, cases and notes above their papers. */
const codes = ['1.004222', '2.000806', '2.001263', '1.013225', '1.001193', '1.013229'];

async function begin(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Shift+F2');
  await expect(idNumber(page)).toHaveValue('');
  await scan(page, card);
  await expect(fullName(page)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  await choose(page, code);
  await expect(page.getByText('Hẹn trả').first()).toBeVisible();
}

test('six papers at least are seen whole at 1366x768, also under a mistake, and none moves when it is ticked', async ({
  desk: page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const code of codes) {
    await test.step(code, async () => {
      await begin(page, code);
      if (code === '1.013225') await chooseCase(page);
      await look(page, `six-rows-${code}`);
      await page.setViewportSize({ width: 1366, height: 768 });
      const before = await rowsSeen(page);
      process.stdout.write(`    ${code}: ${before.whole} of ${before.rows} rows seen whole\n`);
      expect(before.whole).toBeGreaterThanOrEqual(Math.min(6, before.rows));
      // Neither the cursor nor a tick moves a line.
      const shown = Math.min(6, before.rows);
      for (let row = 0; row < shown; row += 1) {
        await page.keyboard.press('Space');
        await page.keyboard.press('Digit2');
        expect((await rowsSeen(page)).tops).toEqual(before.tops);
        if (row < shown - 1) await page.keyboard.press('ArrowDown');
      }
      expect((await rowsSeen(page)).tops).toEqual(before.tops);
      // Something is missing: it is said above the columns, and the papers keep their room.
      await fullName(page).fill('');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(/Còn \d ô cần sửa:/)).toBeVisible();
      const under = await rowsSeen(page);
      expect(under.whole).toBeGreaterThanOrEqual(Math.min(6, under.rows));
      await look(page, `six-rows-error-${code}`);
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.keyboard.press('Shift+F2');
    });
  }
  await expect(procedure(page)).toHaveValue('');
});

test('the procedure that stands there, chosen again, leads to its first paper as the first time did', async ({
  desk: page,
}) => {
  await begin(page, '1.001193');
  await page.keyboard.press('Control+p');
  await choose(page, '1.001193');
  await expect(page.locator('[data-row="0"]')).toBeFocused();
});
