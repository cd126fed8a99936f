import { type Page, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { newFolder } from '../../../support/desk/folder.ts';
import { type SlowDisk, slowDisk } from '../../../support/disk/slow-disk.ts';
import { test } from '../../support/browser.ts';
import { pluggedScanner } from '../../support/keyboard.ts';
import { Office, signIn } from '../../support/office.ts';
import { accepted, acceptedNumber, procedure } from '../../support/reception.ts';

/** `WEAK=50` receives as many and tells how long it took; `WRITE_MS` and `SYNC_MS` say what the disk takes for each write and each sync. */
const asked = process.env['WEAK'];
const receptions = Number(asked ?? 3);
const worn = { write: Number(process.env['WRITE_MS'] ?? 2), sync: Number(process.env['SYNC_MS'] ?? 40) };

/** An office on a disk of its own speed, opened by a clerk; null where none can be made. */
async function onDisk(page: Page): Promise<{ disk: SlowDisk; pid: number; end: () => Promise<void> } | null> {
  const office = new Office(newFolder());
  const disk = slowDisk(office.folder);
  if (disk === null) return null;
  office.open({ cases: 60 });
  const { url, pid } = await office.serveWith(disk.env);
  await page.goto(url);
  await signIn(page);
  return {
    disk,
    pid,
    end: async () => {
      disk.end();
      await office.end();
    },
  };
}

/** A person's card and a procedure: all but the last key. */
async function fillIn(page: Page, scan: (card: string) => Promise<void>, index: number): Promise<void> {
  const serial = String(200_000 + index).padStart(6, '0');
  await scan(`079190${serial}||Nguyễn Thị Ánh|04031990|Nữ|${index} Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025`);
  await expect(procedure(page)).toBeFocused();
  await page.keyboard.type('ks', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.locator('#reception-components')).toBeFocused();
}

/** The number that took the place of another on the screen. */
async function numberAfter(page: Page, before: string): Promise<string> {
  await expect(accepted(page)).toBeVisible({ timeout: 60_000 });
  if (before !== '') await expect(accepted(page)).not.toContainText(before, { timeout: 60_000 });
  return acceptedNumber(page);
}

const serialOf = (number: string) => Number(number.split('-').at(-1));

function tell(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  process.stdout.write(`    ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms\n`);
}

test('a worn disk: each reception is on it before its number stands on the screen', async ({ page }) => {
  test.setTimeout(120_000 + receptions * 20_000);
  const on = await onDisk(page);
  test.skip(on === null, 'nothing here compiles a slow disk');
  if (on === null) return;
  const { disk, pid, end } = on;
  try {
    const scan = await pluggedScanner(page);
    disk.slow(worn);
    const shown: number[] = [];
    const syncs: number[] = [];
    const numbers: string[] = [];
    for (let index = 1; index <= receptions; index += 1) {
      await fillIn(page, scan, index);
      const before = disk.waited();
      const at = performance.now();
      await page.keyboard.press('Control+Enter');
      numbers.push(await numberAfter(page, numbers.at(-1) ?? ''));
      shown.push(performance.now() - at);
      syncs.push(disk.waited().syncs - before.syncs);
      expect(syncs.at(-1)).toBeGreaterThan(1);
    }
    const first = serialOf(numbers[0] ?? '');
    expect(numbers.map(serialOf)).toEqual(numbers.map((_number, index) => first + index));
    if (asked === undefined) return;
    tell('from the key to the number, its paper sent', shown);
    const peak = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1];
    process.stdout.write(
      `    ${syncs.toSorted((a, b) => a - b)[receptions >> 1]} syncs each; the desk at most ${peak} kB\n`,
    );
  } finally {
    await end();
  }
});

test('a disk that stands still for seconds: it is said that it saves, nobody is cut off, and however often the key is pressed it is one file', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const on = await onDisk(page);
  test.skip(on === null, 'nothing here compiles a slow disk');
  if (on === null) return;
  const { disk, end } = on;
  try {
    const failed: string[] = [];
    page.on('requestfailed', (request) => {
      const error = request.failure()?.errorText;
      // What the page itself gave up, since it asks anew, is none.
      if (error !== 'net::ERR_ABORTED') failed.push(`${request.url()} ${error}`);
    });
    const scan = await pluggedScanner(page);
    await fillIn(page, scan, 1);
    disk.slow({ write: 0, sync: 2500 });
    await page.keyboard.press('Control+Enter');
    // From the key on, while the draft is kept and nothing is received yet.
    await expect(page.getByRole('button', { name: 'Đang lưu…' })).toBeVisible({ timeout: 1500 });
    await expect(accepted(page)).toBeHidden();
    for (let again = 0; again < 3; again += 1) await page.keyboard.press('Control+Enter');
    const number = await numberAfter(page, '');
    disk.slow({ write: 0, sync: 0 });
    await expect(page.getByRole('contentinfo').getByText('Chương trình không trả lời')).toBeHidden();
    await fillIn(page, scan, 2);
    await page.keyboard.press('Control+Enter');
    expect(serialOf(await numberAfter(page, number))).toBe(serialOf(number) + 1);
    expect(failed).toEqual([]);
  } finally {
    await end();
  }
});
