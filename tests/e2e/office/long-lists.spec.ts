import { type Page, expect } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { test as base } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { Office, signIn } from '../support/office.ts';
import { expectNothingSideways } from '../support/sideways.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { petition } from '../../support/desk/petition-desk.ts';

/** An office with more of everything than a list reads at once: petitions 200, files 200, fees that are owed 500. */
const test = base.extend<{ readonly office: Office }>({
  // oxlint-disable-next-line no-empty-pattern
  office: async ({}, hand) => {
    const office = new Office(newFolder());
    office.open({ cases: 900, seed: 5, plain: false });
    const lines = Array.from({ length: 240 }, () => ({ call: 'petition.register', input: petition() }));
    office.batch(lines.map((one) => `${JSON.stringify(one)}\n`).join(''), '--user', 'clerk');
    await hand(office);
    await office.end();
  },
});

/** Goes down in a list until its last line is the last there is. */
async function toTheEnd(page: Page, name: string | RegExp, count: number): Promise<void> {
  const list = page.getByRole('listbox', { name });
  for (let nth = 0; nth < 40 && (await list.getByRole('option').count()) < count; nth += 1) {
    await list.evaluate((one) => one.scrollTo({ top: one.scrollHeight }));
    await expect(async () => expect(await list.getByRole('option').count()).toBeGreaterThan(200)).toPass({
      timeout: 20_000,
    });
  }
  await expect(list.getByRole('option')).toHaveCount(count, { timeout: 20_000 });
}

test('a list that is longer than what is read at once goes on to its end: petitions, files behind a number, fees, the wall', async ({
  office,
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');

  await page.keyboard.press('F11');
  await expect(page.getByText('200 / 250')).toBeVisible();
  await toTheEnd(page, 'Sổ phản ánh, kiến nghị', 250);
  await expect(page.getByText('250 / 250')).toBeVisible();
  await look(page, 'long-petitions');

  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+b');
  const figures = page.getByRole('grid', { name: /Tình hình, kết quả giải quyết/i });
  await expect(figures).toBeVisible();
  await look(page, 'long-07a');
  await expectAccessible(page);
  await expectNothingSideways(page);
});
