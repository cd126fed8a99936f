import { cpSync, readdirSync } from 'node:fs';
import { type Page, expect } from '@playwright/test';
import { vi } from '../../../renderer/text/languages.ts';
import { agrees, apart, get, ofOneNumber, table } from '../../support/centre/apart/apart-acts.ts';
import { type DeskApart, exchangeAll, openOver, openThreeApart } from '../../support/centre/apart/desks-apart.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { monday, password } from '../../support/desk/test-desk.ts';
import { test } from '../support/browser.ts';
import { look } from '../support/looks/look.ts';
import { Office, signIn } from '../support/office.ts';

/** Every pair of the closed table (ADR 20, 21), made by calls at two counters without a cable and decided on the screen of the third. */
test.describe.configure({ timeout: 300_000 });

const { conflict } = vi;

/** `EVERY_PAIR=1` takes all; else each third, and those of one number, for all are decided by calls (tests/desk/centre/apart/decide.test.ts). */
const pairs =
  process.env['EVERY_PAIR'] === undefined ? table.filter(([what], at) => at % 3 === 0 || ofOneNumber.has(what)) : table;

/** What two counters did, each pair with a thing of its own. The third then serves a browser over the same register. */
async function apartEverywhere(): Promise<readonly [DeskApart, DeskApart, DeskApart]> {
  const desks = await openThreeApart(31);
  for (const desk of desks) desk.clock.at = monday;
  // A list takes all that goes to one agency, so it is made before anything else does.
  const rows = pairs.toSorted(([one], [other]) => Number(other.includes('list')) - Number(one.includes('list')));
  for (const [at, row] of rows.entries()) await apart(desks, row, at % 2 === 0 ? 0 : 1);
  return desks;
}

/** Decides what stands first in the list, for one side or the other; false where nothing is left to choose. */
async function decideFirst(page: Page, nth: number): Promise<boolean> {
  const list = page.getByRole('listbox', { name: conflict.title });
  await expect(list).toBeFocused();
  // What is to be decided stands before what is only to be done.
  const open = list.getByRole('option').filter({ hasText: conflict.waiting });
  const left = await open.count();
  if (left === 0) return false;
  await page.keyboard.press('Enter');
  const sides = page.getByRole('radiogroup', { name: 'Hai bên' });
  await expect(sides).toBeFocused();
  await expect(sides).toContainText('(Q1)');
  await expect(sides).toContainText('(Q2)');
  await expect(sides).not.toContainText('«»');
  await look(page, `pair-${nth}`);
  await page.keyboard.press(nth % 2 === 0 ? '1' : '2');
  await expect(page.getByLabel('Vì sao bên này có giá trị')).toBeFocused();
  await page.keyboard.type('Đã xem cả hai');
  await page.keyboard.press('Control+Enter');
  await expect(list).toBeFocused();
  await expect(page.getByText(/^Đã quyết định/)).toBeVisible();
  await expect(open).toHaveCount(left - 1);
  return true;
}

test('each pair of the table is decided on the screen; afterwards papers and registers agree at all counters', async ({
  page,
}) => {
  const [q1, q2, q3] = await apartEverywhere();
  const before = await get(q3, 'supervisor', 'conflict.list');
  // A pair may be shown as more than one, or with another of the same thing; none is missing.
  expect(before.conflicts.length).toBeGreaterThanOrEqual(pairs.length - 1);
  const folder = newFolder();
  await q3.end();
  cpSync(q3.context.ports.dataFolder, folder, { recursive: true });
  const office = new Office(folder);
  let decided = 0;
  try {
    await page.goto(await office.serve('2026-11-24T08:00:00+07:00'));
    await signIn(page, 'supervisor', password);
    await page.keyboard.press('F4');
    const note = page.getByText('chỗ hai quầy ghi khác nhau, chờ lãnh đạo quyết định', { exact: false });
    await expect(note).toContainText(String(before.conflicts.length + before.doubled.length + before.besides.length));
    await page.keyboard.press('Alt+v');
    const list = page.getByRole('listbox', { name: conflict.title });
    await expect(list.getByRole('option').first()).toBeVisible();
    // Each says what was done, whoever did it.
    await expect(list).not.toContainText('«»');
    // A number that two cases bear is one line, whatever it came from.
    await expect(list.getByRole('option').filter({ hasText: conflict.of.number })).toHaveCount(ofOneNumber.size);
    await look(page, 'pairs-list');
    while (decided < 60 && (await decideFirst(page, decided))) decided += 1;
    await look(page, 'pairs-owed');
    await office.kill('SIGTERM');
    expect(readdirSync(folder)).toContain('desk.sqlite');
    const again = openOver('Q3', folder, 99);
    again.clock.at = monday + 26 * 3_600_000;
    try {
      const desks = [q1, q2, again];
      for (const desk of [q1, q2]) desk.clock.at = again.clock.at;
      exchangeAll(desks);
      expect(decided).toBeGreaterThanOrEqual(pairs.length - 1);
      for (const desk of desks) expect((await get(desk, 'supervisor', 'conflict.list')).conflicts).toEqual([]);
      agrees(desks);
      await papersAgree(desks);
      await numberedAnew(again);
    } finally {
      await again.end();
    }
  } finally {
    await office.end();
    for (const desk of [q1, q2]) await desk.end();
  }
});

/** Of two cases of one number one has another of the deciding counter, on a receipt of its own; the sheet names the one that kept its number. */
async function numberedAnew(desk: DeskApart): Promise<void> {
  const { rows } = await get(desk, 'clerk', 'register.list', { from: '2026-11-20', to: '2026-12-31' });
  const cases: any[] = [];
  for (const { caseId } of rows) cases.push(await get(desk, 'clerk', 'case.get', { caseId }));
  const anew = cases.filter(({ state }) => state.number.local.startsWith('Q3-'));
  expect(anew.map(({ state, documents }) => [state.superseded.length, documents.map(({ form }: any) => form)])).toEqual(
    Array.from(ofOneNumber, () => [1, ['mau-01', 'mau-01']]),
  );
  const { kits } = await get(desk, 'clerk', 'kit.list', { all: true });
  for (const { sheets } of kits)
    for (const { number, caseId } of sheets) {
      const { state } = await get(desk, 'clerk', 'case.get', { caseId });
      expect([state.number.official, state.number.local]).toContain(number);
    }
}

/** Every paper of every case, drawn at each counter. */
async function papersAgree(desks: readonly DeskApart[]): Promise<void> {
  const [first] = desks as readonly [DeskApart];
  const { rows } = await get(first, 'clerk', 'register.list', { from: '2026-11-20', to: '2026-12-31' });
  let papers = 0;
  for (const { caseId } of rows) {
    const { documents } = await get(first, 'clerk', 'case.get', { caseId });
    for (const { documentId } of documents) {
      const drawn = await Promise.all(
        desks.map(async (desk) => JSON.stringify(await get(desk, 'clerk', 'paper.view', { documentId }))),
      );
      expect(new Set(drawn).size).toBe(1);
      papers += 1;
    }
  }
  expect(papers).toBeGreaterThan(pairs.length);
}
