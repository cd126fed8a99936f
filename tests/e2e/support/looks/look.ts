import type { Page } from '@playwright/test';
import path from 'node:path';

/** With SHOTS=folder: what a person sees, in both themes and on the smallest and a usual screen, for whoever wants to look at it. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.screenshot({ path: path.join(folder, `${name}-${theme}${width === 1366 ? '' : `-${width}`}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
