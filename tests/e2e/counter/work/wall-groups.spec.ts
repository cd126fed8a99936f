import { type Locator, expect } from '@playwright/test';
import { newFolder } from '../../../support/desk/folder.ts';
import { test as base } from '../../support/browser.ts';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { expectNothingSideways } from '../../support/looks/sideways.ts';
import { Office, signIn } from '../../support/office.ts';

/** An office with more procedures than a page has room for, that allows persons on the wall. */
const test = base.extend<{ readonly office: Office }>({
  // oxlint-disable-next-line no-empty-pattern
  office: async ({}, hand) => {
    const office = new Office(newFolder());
    office.open({ cases: 600, seed: 5, plain: false });
    const settings = JSON.parse(office.run('call', 'office.settings', '--user', 'admin')).value;
    const input = { settings: { ...settings, peopleOnWall: true }, reason: 'Họp giao ban' };
    office.batch(`${JSON.stringify({ call: 'office.changeSettings', input })}\n`, '--user', 'admin');
    await hand(office);
    await office.end();
  },
});

const numberIn = async (one: Locator) => Number(/\d+/.exec(await one.innerText())?.[0]);

test('counters, persons and procedures with their late and nearly late files, each number to its own; what has no room is one key away', async ({
  office,
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(await office.serve());
  await signIn(page, 'supervisor');
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Bảng tổng quan/ }).waitFor();
  await page.keyboard.press('Alt+w');
  await page.getByRole('region', { name: 'Hồ sơ đang giải quyết' }).waitFor();
  await look(page, 'wall-many');
  await expectAccessible(page);
  const unpaid = page.getByRole('button', { name: /^\d+ đã trả kết quả$/ });
  const given = await numberIn(unpaid);
  await unpaid.click();
  await expect(page.getByText(`${given} hồ sơ`, { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(unpaid).toBeFocused();
  /** From a number to as many files, and back to the number. */
  async function leads(number: Locator): Promise<void> {
    const count = await numberIn(number);
    await number.click();
    await expect(page.getByRole('option')).toHaveCount(count);
    await page.keyboard.press('Escape');
    await expect(number).toBeFocused();
  }

  await page.keyboard.press('Alt+k');
  const procedures = page.getByRole('list', { name: 'Thủ tục đang có hồ sơ, quá hạn đứng trước' });
  await expect(procedures.getByRole('listitem')).toHaveCount(8);
  await look(page, 'wall-details-many');
  await expectAccessible(page);
  await leads(procedures.getByRole('button', { name: /: \d+ quá hạn$/ }).first());
  const more = page.getByRole('button', { name: /^Thủ tục đang có hồ sơ, quá hạn đứng trước: và \d+ nữa$/ });
  const others = await numberIn(more);
  await more.click();
  await expect(procedures.getByRole('listitem')).toHaveCount(8 + others);
  await look(page, 'wall-whole');
  await expectAccessible(page);
  await expectNothingSideways(page);
  // From a line of it to its files and back, and then back to the page.
  await leads(procedures.getByRole('button').last());
  await page.keyboard.press('Escape');
  await expect(procedures.getByRole('listitem')).toHaveCount(8);
  await expect(more).toBeFocused();

  await page.keyboard.press('Alt+k');
  const counters = page.getByRole('list', { name: 'Theo quầy' });
  const people = page.getByRole('list', { name: 'Theo người đang giữ, xếp theo tên' });
  await look(page, 'wall-desks-people');
  await expectAccessible(page);
  await expectNothingSideways(page);
  for (const list of [counters, people]) {
    await leads(list.getByRole('button', { name: /: \d+ đang giải quyết$/ }).first());
    await leads(list.getByRole('button', { name: /: \d+ quá hạn$/ }).first());
    await leads(list.getByRole('button', { name: /: \d+ sắp đến hạn$/ }).first());
  }
  if (process.env['SHOTS'] !== undefined)
    await page.pdf({ path: `${process.env['SHOTS']}/wall-many.pdf`, preferCSSPageSize: true });
});
