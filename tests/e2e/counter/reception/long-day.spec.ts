import { type Page, expect } from '@playwright/test';
import { pluggedScanner } from '../../support/keyboard.ts';
import { type Held, memoryOf, moreOf } from '../../support/memory.ts';
import { test } from '../../support/office.ts';
import { accepted, acceptedNumber, idNumber, procedure } from '../../support/reception.ts';

/** `LONG_DAY=500` receives as many as the busiest counter does in a day. */
const receptions = Number(process.env['LONG_DAY'] ?? 40);

/** What a window fills once (fonts, chunks, what it keeps for some seconds) is no growth. */
const warmUp = 15;
const lookedAtEvery = 100;

/** Found by measuring (docs/PERFORMANCE.md): an answer kept for each reception costs more. */
const bytesEach = 6000;

/** The browser keeps the last thousand edits of a window for Ctrl+Z, four of each reception, and of each reception two texts that stood in a field. */
const textsEach = 2;
const undone = 250;

/** Everybody is somebody else, as on a day. */
function cardOf(index: number): string {
  const serial = String(200_000 + index).padStart(6, '0');
  return `079190${serial}||Nguyễn Thị Ánh|04031990|Nữ|${index} Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025`;
}

/** With the person's card scanned already. Answers the number of the file. */
async function receiveScanned(page: Page, before: string): Promise<string> {
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.type('ks', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.locator('#reception-components')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(idNumber(page)).toBeFocused();
  await expect(idNumber(page)).toHaveValue('');
  if (before !== '') await expect(accepted(page)).not.toContainText(before);
  return acceptedNumber(page);
}

function said(at: number, { bytes, heap, nodes, listeners }: Held): void {
  const [own, all] = [bytes, heap].map((size) => (size / 1_000_000).toFixed(2));
  process.stdout.write(`    ${at} received: ${own} MB of ${all} MB, ${nodes} nodes, ${listeners} listeners\n`);
}

test('a long day in one window: what it holds does not grow with the receptions', async ({ desk: page }) => {
  test.setTimeout(60_000 + receptions * 4000);
  const look = await memoryOf(page);
  const scan = await pluggedScanner(page);
  let warm: Held | undefined;
  let number = '';
  for (let index = 1; index <= receptions; index += 1) {
    await scan(cardOf(index));
    number = await receiveScanned(page, number);
    if (index !== warmUp && index !== receptions && index % lookedAtEvery !== 0) continue;
    // What is asked of the desk at that moment is held until it is answered; what is kept for good is there at each look.
    await expect(async () => {
      const held = await look();
      said(index, held);
      warm ??= held;
      const grownOver = index - warmUp;
      expect(held.bytes - warm.bytes, moreOf(warm, held)).toBeLessThanOrEqual(grownOver * bytesEach);
      expect(held.nodes - warm.nodes).toBeLessThanOrEqual(Math.min(grownOver, undone) * textsEach + 20);
      expect(held.listeners - warm.listeners).toBeLessThanOrEqual(10);
    }).toPass({ timeout: 30_000 });
  }
});
