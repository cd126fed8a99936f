import { type Page, chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { deskFlags } from '../../../build/run/desk-flags.ts';
import { getBrowser } from '../../../build/run/find-browser.ts';
import { createHost } from '../../../electron/shell/browser/serve.ts';
import { placesBelow } from '../../../electron/shell/places.ts';
import { openOffice, reception, root } from '../office.ts';
import { type Row, percentile, row } from '../row.ts';

/** In the page: when figures of the wall were painted otherwise, by the machine's clock. Of a frame that is drawn the next task is behind it. */
const watch = `window.paints = []; new MutationObserver((changes) => {
  const figures = changes.some(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest('section'));
  if (figures) requestAnimationFrame(() => setTimeout(() => window.paints.push(performance.timeOrigin + performance.now())));
}).observe(document, { subtree: true, childList: true, characterData: true })`;

const receptionsOnWall = 24;

/** From a reception on disk at the counter to the wall painted with it: Chromium over the browser host, the desk a process of its own that tells when it was durable. */
export async function wallPaintedRows(folder: string, cases: string): Promise<Row[]> {
  const server = spawn(process.execPath, [...deskFlags, import.meta.filename, folder], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: getBrowser(), args });
  try {
    const lines = createInterface({ input: server.stdout });
    const [line] = (await once(lines, 'line')) as [string];
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'vi-VN' });
    await page.addInitScript(watch);
    await page.goto((JSON.parse(line) as { url: string }).url);
    await page.getByLabel('Tên đăng nhập').waitFor();
    await page.keyboard.press('Alt+w');
    const today = page.getByRole('region', { name: 'Hôm nay', exact: true });
    await today.waitFor();
    const times: number[] = [];
    for (let nth = 0; nth < receptionsOnWall; nth += 1) {
      await quiet(page);
      server.stdin.write('receive\n');
      const [told] = (await once(lines, 'line')) as [string];
      const { durableAt, received } = JSON.parse(told) as { durableAt: number; received: number };
      await today.getByText(received.toLocaleString('vi-VN'), { exact: true }).first().waitFor();
      times.push((await paintedAt(page, durableAt)) - durableAt);
    }
    const value = percentile(times, 0.95);
    const name = `the wall, a reception on disk → painted in Chromium, p95 of ${times.length}, ${cases} (median ${Math.round(percentile(times, 0.5))})`;
    return [row({ name, value, unit: 'ms', target: '≤ 200 ms', met: value <= 200 })];
  } finally {
    await browser.close();
    const gone = once(server, 'exit');
    server.stdin.end();
    await gone;
  }
}

/** The first paint behind a moment. */
async function paintedAt(page: Page, after: number): Promise<number> {
  const handle = await page.waitForFunction(
    (moment) => (window as { paints?: number[] }).paints?.find((at) => at > moment),
    after,
  );
  return (await handle.jsonValue()) as number;
}

/** The paper of the reception before is made, and the wall waits again. */
function quiet(page: Page): Promise<void> {
  return page.waitForTimeout(700);
}

/** The desk of that office, behind the browser host; each line it is given is a reception at its counter. */
async function serve(folder: string): Promise<void> {
  let durableAt = 0;
  const office = await openOffice(folder, () => (durableAt = performance.timeOrigin + performance.now()));
  await office.desk.warm();
  const { rendererFolder } = placesBelow(root);
  const host = await createHost(
    { desk: () => office.desk, retry: () => office.desk, close: () => office.desk.close() },
    { rendererFolder, log: { write: () => undefined } },
  );
  process.stdout.write(`${JSON.stringify({ url: host.url })}\n`);
  let { received } = (await office.ask('work.wall', {})).today;
  for await (const _line of createInterface({ input: process.stdin })) {
    received += 1;
    await office.ask('case.receive', reception(730_000 + received));
    process.stdout.write(`${JSON.stringify({ durableAt, received })}\n`);
  }
  await host.close();
  await office.desk.close();
}

const [, script, folder] = process.argv;
if (script !== undefined && path.resolve(script) === import.meta.filename && folder !== undefined) await serve(folder);
