import { type Page, chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { getBrowser } from '../../../build/run/find-browser.ts';
import { password, root } from '../office.ts';
import { type Row, percentile, row } from '../row.ts';

/** Typed as clerks type: no marks, any order, beginnings, last digits. */
const typed = ['nguyen van an', 'tran thi ngoc', 'le minh', 'anh nguyen', 'pham hoang', '0012', 'vo thanh tam'];
/** Looked at so often, milliseconds apart: what is the same twice has been painted. */
const quiet = 250;
const mostLooks = 6;

/**
 * In the page: the last change of the list, or of the screen, after a key, and the frame that showed it. The last one and not the first,
 * for an old list painted again is no answer.
 */
const watch = `(() => {
  let pressed = 0;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; window.paintedAfter = undefined; }, true);
  new MutationObserver((changes) => {
    const wanted = window.watched ?? 'main';
    // An attribute that ends as it began paints nothing: the first change of each tells what it was.
    const real = changes.filter(({ type, target, attributeName, oldValue }, at) => type !== 'attributes' ||
      (oldValue !== target.getAttribute(attributeName) &&
        changes.findIndex((one) => one.target === target && one.attributeName === attributeName) === at));
    if (!real.some(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest(wanted))) return;
    const of = pressed;
    requestAnimationFrame(() => setTimeout(() => { if (of === pressed) window.paintedAfter = performance.now() - pressed; }));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true });
})()`;

/** Key → painted, in Chromium over the browser host, on the office of this folder. */
export async function paintedRows(
  folder: string,
  cases: string,
  rounds: { readonly texts: number; readonly opened: number },
  most = 50,
): Promise<Row[]> {
  const main = path.join(root, 'electron/shell/command-line/main.ts');
  const words = [main, 'serve', '--data', folder, '--port', '0'];
  const server = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: getBrowser(), args });
  try {
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    await page.addInitScript(watch);
    const begun = performance.now();
    await page.goto((JSON.parse(line) as { url: string }).url);
    await page.getByLabel('Tên đăng nhập').waitFor();
    const ready = (performance.now() - begun) / 1000;
    await page.getByLabel('Tên đăng nhập').fill('clerk');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox').first().waitFor();
    const [searching, opening] = [await searchTimes(page, rounds.texts), await openTimes(page, rounds.opened)];
    return [
      row({
        name: `renderer, address → first screen stands, ${cases}`,
        value: ready,
        unit: 's',
        target: '≤ 3 s',
        met: ready <= 3,
      }),
      painted(
        `search key → painted list in Chromium, p95, ${cases}`,
        searching,
        most,
        'OpenCRVS, its server alone',
        60,
      ),
      painted(`open a case, key → painted, p95, ${cases}`, opening, 50, 'OpenCRVS, its server alone', 75),
    ];
  } finally {
    await browser.close();
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    // It makes its closing backup first.
    await gone;
  }
}

function painted(name: string, times: readonly number[], most: number, peer: string, peerValue: number): Row {
  const value = percentile(times, 0.95);
  return row({
    name: `${name} (${times.length} keys)`,
    value,
    unit: 'ms',
    peer,
    peerValue,
    target: `≤ ${most} ms`,
    met: value <= most,
  });
}

async function searchTimes(page: Page, texts: number): Promise<number[]> {
  await page.keyboard.press('F3');
  await page.evaluate("window.watched = '[role=listbox]'");
  const times: number[] = [];
  for (const text of typed.slice(0, texts)) {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    for (const key of text) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      const time = await paintedAfter(page);
      // A key that changes nothing in the list paints none.
      if (time !== undefined) times.push(time);
    }
  }
  return times;
}

async function openTimes(page: Page, opened: number): Promise<number[]> {
  await page.evaluate("window.watched = 'body'");
  const times: number[] = [];
  for (let index = 0; index < opened; index += 1) {
    await page.keyboard.press('ArrowDown');
    await paintedAfter(page);
    await page.keyboard.press('Enter');
    const time = await paintedAfter(page);
    if (time !== undefined) times.push(time);
    await page.keyboard.press('Escape');
    await paintedAfter(page);
  }
  return times;
}

/** The last paint after a key, once nothing more was painted for a while; undefined when the key painted nothing. */
async function paintedAfter(page: Page): Promise<number | undefined> {
  let last: number | undefined;
  for (let look = 0; look < mostLooks; look += 1) {
    await page.waitForTimeout(quiet);
    const now = (await page.evaluate('window.paintedAfter')) as number | undefined;
    if (now !== undefined && now === last) return now;
    last = now;
  }
  return last;
}
