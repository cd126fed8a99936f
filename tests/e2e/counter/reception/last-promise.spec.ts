import { type Page, expect } from '@playwright/test';
import { restMs } from '../../../../renderer/parts/controls/rested.ts';
import { countingKeyboard, scan } from '../../support/keyboard.ts';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { test } from '../../support/office.ts';
import {
  accepted,
  card,
  choose,
  fullName,
  idNumber,
  otherCard,
  procedure,
  receiveOnce,
} from '../../support/reception.ts';

const last = (page: Page) => page.getByRole('region', { name: 'Người vừa rồi' });

/** Nothing on the page tells of her: neither name nor number, in no field and no hidden part. */
async function expectGone(page: Page, number: string): Promise<void> {
  await expect(accepted(page)).toHaveCount(0);
  const seen = await page.evaluate(() =>
    [document.body.textContent, ...[...document.querySelectorAll('input')].map(({ value }) => value)].join(' '),
  );
  expect(seen).not.toContain(number);
  expect(seen).not.toMatch(/đặng ánh/i);
  expect(seen.replaceAll(' ', '')).not.toContain('079190001234');
}

test('the next card clears the last citizen from the screen; one key shows what was promised, and puts it away', async ({
  desk: page,
}) => {
  const number = await receiveOnce(page);
  await scan(page, otherCard);
  await expect(fullName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await expectGone(page, number);

  const keyboard = countingKeyboard(page);
  await keyboard.press('Control+h');
  expect(keyboard.count.keystrokes).toBe(1);
  await expect(last(page)).toContainText(number);
  await expect(last(page)).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  await expect(last(page)).toContainText(/\d{2}\/\d{2}\/\d{4}/);
  await expect(last(page)).toBeInViewport({ ratio: 1 });
  await look(page, 'last-promise');
  await expectAccessible(page);
  await keyboard.press('Escape');
  await expect(last(page)).toHaveCount(0);
  await expectGone(page, number);

  // The key again, the next letter, and time put it away too.
  await keyboard.press('Control+h');
  await expect(last(page)).toBeVisible();
  await keyboard.press('Control+h');
  await expect(last(page)).toHaveCount(0);
  await keyboard.press('Control+h');
  await expect(last(page)).toBeVisible();
  await choose(page, 'ks');
  await expect(last(page)).toHaveCount(0);
  await keyboard.press('Control+h');
  await expect(last(page)).toBeVisible();
  await expect(last(page)).toHaveCount(0, { timeout: 20_000 });
  await expectGone(page, number);
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toContainText('TRẦN VĂN BÌNH');
});

test('the first letters of the next one clear it too, and it does not come back when they are taken away', async ({
  desk: page,
}) => {
  const number = await receiveOnce(page);
  await expect(accepted(page)).toContainText(number);
  await expect(idNumber(page)).toBeFocused();
  await page.keyboard.type('07', { delay: 60 });
  await expectGone(page, number);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(idNumber(page)).toHaveValue('');
  await expectGone(page, number);
  await expect(procedure(page)).toHaveValue('');
});

test('a hand that never rests: the paper of who was here is gone with the receipt, and not in the place of the next one’s', async ({
  page,
  office,
}) => {
  // What waits until the hand rests waits for ever, from when it is told to.
  await page.addInitScript((rest) => {
    const timer = window.setTimeout.bind(window);
    const held = (run: TimerHandler, ms?: number, ...rests: unknown[]) =>
      ms === rest && document.body.dataset['neverRests'] !== undefined ? 0 : timer(run, ms, ...rests);
    window.setTimeout = held as typeof window.setTimeout;
  }, restMs);
  await office.enter(page);
  await scan(page, card);
  await choose(page, 'ks');
  const sheet = page.getByRole('region', { name: 'Giấy sẽ in' });
  await expect(sheet).toContainText('NGUYỄN THỊ ĐẶNG ÁNH');
  await page.evaluate(() => (document.body.dataset['neverRests'] = ''));
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toContainText(/H29\.999-\d{6}-\d{4}/);
  await expect(sheet).not.toContainText('NGUYỄN THỊ ĐẶNG ÁNH', { timeout: 1000 });
  await scan(page, otherCard);
  await choose(page, 'ks');
  await expect(procedure(page)).not.toHaveValue('');
  await expect(sheet).not.toContainText('NGUYỄN THỊ ĐẶNG ÁNH', { timeout: 1000 });
});
