import { type Page, expect } from '@playwright/test';

/** Nothing on the page as it stands has to be scrolled sideways to be read. */
export async function expectNothingSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX),
      )
      .map((one) => one.className),
  );
  expect(wide).toEqual([]);
}
