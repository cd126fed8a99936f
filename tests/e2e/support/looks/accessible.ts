import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Nothing on the page as it stands keeps somebody out who sees badly or uses no mouse. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes[0]?.html}`),
  ).toEqual([]);
}
