import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** What axe finds on the page as it stands, each with its grade and a piece to find it by; of all its rules, or of these. */
async function barriers(page: Page, rules?: readonly string[]): Promise<{ grade: string; words: string }[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return violations.map(({ id, impact, nodes }) => ({
    grade: impact ?? '',
    words: `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' … ')}`,
  }));
}

/** Nothing on the page as it stands keeps somebody out who sees badly or uses no mouse. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await barriers(page);
  expect(found.filter(({ grade }) => grade === 'serious' || grade === 'critical').map(({ words }) => words)).toEqual(
    [],
  );
}

/** Nor does the least of it, of whatever grade. */
export async function expectNoBarrier(page: Page, where: string): Promise<void> {
  expect(
    (await barriers(page)).map(({ grade, words }) => `${grade} ${words}`),
    where,
  ).toEqual([]);
}

/** Letters and signs stand out in the other looks too; the rest of a page is the same in all of them. */
export async function expectSeenInEachLook(page: Page, where: string): Promise<void> {
  const grounds = new Set<string>();
  for (const look of ['light', 'dark', 'contrast'] as const) {
    await turnTo(page, look);
    grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    if (look === 'light') continue;
    expect(
      (await barriers(page, ['color-contrast'])).map(({ words }) => words),
      `${where}, ${look}`,
    ).toEqual([]);
  }
  expect(grounds.size, 'the looks differ').toBe(3);
}

/** As another window of this computer does: the settings are one for all of them. */
async function turnTo(page: Page, look: string): Promise<void> {
  await page.evaluate((chosen) => {
    const key = 'mot-cua-desk.settings';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...kept, look: chosen }));
    window.dispatchEvent(new StorageEvent('storage', { key }));
  }, look);
}
