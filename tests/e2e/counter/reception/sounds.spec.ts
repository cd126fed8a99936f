import { type Page, expect } from '@playwright/test';
import { scan } from '../../support/keyboard.ts';
import { look } from '../../support/looks/look.ts';
import { test } from '../../support/office.ts';
import { accepted, card, choose, fullName, otherCard, receiveOnce } from '../../support/reception.ts';

/** What the window's sound card was given: the pitch of each tone that was started. */
async function listen(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const start = Reflect.get(OscillatorNode.prototype, 'start') as (...when: unknown[]) => void;
    OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]): void {
      if (this.context.state !== 'closed') heard.push(this.frequency.value);
      Reflect.apply(start, this, when);
    };
  });
  await page.reload();
  await page.getByLabel('Số định danh').waitFor();
  return () => page.evaluate(() => (window as unknown as { heard: number[] }).heard.splice(0));
}

test('a file accepted is heard, a refusal sounds otherwise, and one key turns both off for this computer', async ({
  desk: page,
}) => {
  const heard = await listen(page);
  await receiveOnce(page);
  const done = await heard();
  expect(done.length).toBeGreaterThan(0);
  // Seen at arm's length: the number of the file, larger than anything beside it, without scrolling.
  await expect(accepted(page)).toBeInViewport({ ratio: 1 });

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Còn \d ô cần sửa:/)).toBeVisible();
  const refused = await heard();
  expect(refused.length).toBeGreaterThan(0);
  expect(Math.max(...refused)).toBeLessThan(Math.min(...done) / 2);

  // Over a dialog too: the key is heard wherever keys are.
  await page.keyboard.press('Shift+F2');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toContainText('Bật, tắt âm báo');
  await page.keyboard.press('Alt+Shift+M');
  await page.keyboard.press('Escape');
  await expect(page.getByText('âm báo đang tắt')).toBeVisible();
  await look(page, 'sound-off');
  await page.reload();
  await page.getByLabel('Số định danh').waitFor();
  await expect(page.getByText('âm báo đang tắt')).toBeVisible();
  await scan(page, otherCard);
  await expect(fullName(page)).toHaveValue('TRẦN VĂN BÌNH');
  await choose(page, 'ks');
  await page.keyboard.press('Control+Enter');
  await expect(accepted(page)).toContainText('TRẦN VĂN BÌNH');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Còn \d ô cần sửa:/)).toBeVisible();
  expect(await heard()).toEqual([]);

  await page.keyboard.press('Alt+Shift+M');
  await expect(page.getByText('âm báo đang tắt')).toBeHidden();
  expect(await heard()).toEqual(done);
});

test('what the desk itself refuses is heard as a refusal, and the palette names the key', async ({ desk: page }) => {
  const heard = await listen(page);
  await page.route('**/call/case/receive', (route) => route.abort());
  await scan(page, card);
  await choose(page, 'ks');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  const refused = await heard();
  expect(refused.length).toBe(1);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('am bao', { delay: 55 });
  await expect(page.getByRole('option').first()).toContainText('Bật, tắt âm báo');
  await page.keyboard.press('Enter');
  await expect(page.getByText('âm báo đang tắt')).toBeVisible();
});
