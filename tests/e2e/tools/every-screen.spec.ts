import { type Page, expect } from '@playwright/test';
import path from 'node:path';
import { expectNoBarrier, expectSeenInEachLook } from '../support/looks/accessible.ts';
import { illFitting } from '../support/looks/large.ts';
import { test } from '../support/office.ts';

type Going = (page: Page) => Promise<void>;
const press =
  (...keys: readonly string[]): Going =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

/** The screens and how one comes to each; what stands on it when it is there. */
const screens: readonly (readonly [string, Going])[] = [
  ['reception', press('F2')],
  [
    'find',
    async (page) => {
      await page.keyboard.press('F3');
      // In either language; the screen stands when its box has the focus.
      await expect(page.getByRole('main').getByRole('combobox').first()).toBeFocused();
      await page.keyboard.type('nguyen');
      await page.getByRole('main').getByRole('option').first().waitFor();
    },
  ],
  [
    'my-work',
    async (page) => {
      await page.keyboard.press('F4');
      await page.getByRole('main').getByRole('option').first().waitFor();
    },
  ],
  [
    'my-work-marked',
    async (page) => {
      await page.getByRole('main').getByRole('listbox').focus();
      await page.keyboard.press('Control+a');
      await page.getByRole('main').getByRole('option', { selected: true }).first().waitFor();
    },
  ],
  ['apologies', press('Escape', 'Alt+h')],
  ['reasons', press('Escape', 'Alt+1')],
  ['bundles', press('Escape', 'Alt+2')],
  [
    'case',
    async (page) => {
      await press('F4', '1')(page);
      await page.getByRole('main').getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('main')
        .getByRole('button', { name: /Quay lại|Back/ })
        .waitFor();
    },
  ],
  ['person', press('Control+i')],
  ['certification', press('F5')],
  [
    'return-results',
    async (page) => {
      await page.keyboard.press('F6');
      await page.getByRole('main').getByRole('option').first().click();
    },
  ],
  ['cash', press('F7')],
  ['print-tray', press('Control+j')],
  ['register', press('F8')],
  ['hand-over', press('F10')],
  ['petition', press('F11')],
];

/** Keys that a sentence says of another screen, by the screen that says it. */
const ofOtherScreens: Readonly<Record<string, readonly string[]>> = { bundles: ['Alt+I'] };

/** What keys the words of a screen name, and those that are heard there, as F1 lists them. */
async function untrueHints(page: Page, name: string): Promise<readonly string[]> {
  const text = await page.getByRole('main').innerText();
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  const heard = await page.getByRole('dialog').getByRole('term').allInnerTexts();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(heard.length).toBeGreaterThan(10);
  const named = [...text.matchAll(/(?:(?:Ctrl|Alt|Shift)\+)+[^\s,;.:)»]+|\bF\d{1,2}\b/g)].map(([key]) => key);
  return [...new Set(named)].filter((key) => !heard.includes(key) && ofOtherScreens[name]?.includes(key) !== true);
}

/** The farthest look from the usual: what fits there fits everywhere. */
test('at 150 % nothing on any screen is cut, covered or wider than its room, and every key that its words name is heard there; and axe finds nothing, of any grade', async ({
  office,
  page,
}) => {
  test.slow();
  const shots = process.env['SHOTS'];
  await office.enter(page, 'supervisor');
  const english = process.env['LOOK'] === 'en';
  const settings = { look: english ? 'dark' : 'light', textSize: 150, language: english ? 'en' : 'vi' };
  await page.evaluate((one) => localStorage.setItem('mot-cua-desk.settings', JSON.stringify(one)), settings);
  await page.reload();
  await page.getByRole('main').waitFor();
  for (const [name, go] of screens) {
    await go(page);
    await expect.poll(() => illFitting(page), { message: name }).toEqual([]);
    if (shots !== undefined)
      await page.screenshot({ path: path.join(shots, `every-${name}-${settings.language}.png`) });
    expect(await untrueHints(page, name), name).toEqual([]);
    await expectNoBarrier(page, name);
  }
});

test('in every look letters and signs stand out on every screen', async ({ office, page }) => {
  test.slow();
  await office.enter(page, 'supervisor');
  for (const [name, go] of screens) {
    await go(page);
    await expectSeenInEachLook(page, name);
  }
});

const ofBoth = ['Alt+m', 'Alt+h', 'Alt+d', 'Alt+q', 'Alt+j', 'Alt+y'];

/** The parts of F9 by their keys, as who keeps the office and as a supervisor sees them. */
const officeParts = {
  admin: [...[1, 2, 3, 4, 5, 6, 7, 8].map((digit) => `Alt+${digit}`), ...ofBoth],
  supervisor: [...[1, 2, 3, 4, 5, 6].map((digit) => `Alt+${digit}`), ...ofBoth, 'Alt+u'],
} as const;

for (const role of ['admin', 'supervisor'] as const)
  test(`at 150 % nothing is cut in any part of F9, for the ${role}`, async ({ office, page }) => {
    test.slow();
    const shots = process.env['SHOTS'];
    await office.enter(page, role);
    const settings = { look: role === 'admin' ? 'light' : 'dark', textSize: 150, language: 'vi' };
    await page.evaluate((one) => localStorage.setItem('mot-cua-desk.settings', JSON.stringify(one)), settings);
    await page.reload();
    await page.getByRole('main').waitFor();
    await page.keyboard.press('F9');
    const parts = page.getByRole('main').getByRole('radio').first();
    await parts.waitFor({ state: 'attached' });
    for (const keys of officeParts[role]) {
      await page.keyboard.press(keys);
      await expect.poll(() => illFitting(page), { message: keys }).toEqual([]);
      await expectNoBarrier(page, keys);
      if (shots !== undefined)
        await page.screenshot({ path: path.join(shots, `office-${role}-${keys.replace('+', '-')}.png`) });
    }
  });
