import { type Page, expect } from '@playwright/test';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ViteDevServer, createServer } from 'vite';
import { root } from '../../../build/check/source-files.ts';
import { partNames } from '../../gallery/part-files.ts';
import { test as base } from '../support/browser.ts';

/** The parts of the screen by themselves (tests/gallery), in every look, both languages and each size of text. */
type Gallery = { readonly url: string };

const test = base.extend<object, { readonly gallery: Gallery }>({
  gallery: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, hand) => {
      const server: ViteDevServer = await createServer({
        configFile: path.join(root, 'build/bundle/vite/vite.gallery.config.ts'),
        logLevel: 'error',
        server: { port: 0, hmr: false },
      });
      await server.listen();
      await hand({ url: server.resolvedUrls?.local[0] ?? '' });
      await server.close();
    },
    { scope: 'worker' },
  ],
});

const pictures = path.join(root, 'node_modules/.cache/gallery');
const all = ['light', 'dark', 'contrast'].flatMap((look) =>
  ['vi', 'en'].flatMap((language) => [100, 125, 150].map((textSize) => ({ look, language, textSize }))),
);
/** What is photographed: the usual one, and the farthest from it. */
const corners = all.filter(
  ({ look, language, textSize }) =>
    (look === 'light' && language === 'vi' && textSize === 100) ||
    (look === 'dark' && language === 'en' && textSize === 150),
);

type Corner = (typeof all)[number];

async function change(page: Page, corner: Corner): Promise<void> {
  await page.evaluate((settings) => (window as any).changeSettings(settings), corner);
  await page.evaluate(() => document.fonts.ready);
}

/** An icon of the library's hangs over its button by two pixels that nobody sees. */
const slackPx = 2;

/** What is wider inside than outside, by the part it belongs to. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(
    (slack) =>
      [...document.querySelectorAll('[data-shown] *, [role=dialog], [role=dialog] *')]
        .filter((one) => one instanceof HTMLElement && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + slack)
        // What says that it ends in an ellipsis is cut on purpose.
        .filter((one) => getComputedStyle(one).textOverflow !== 'ellipsis')
        .map((one) => {
          const part = one.closest('[data-part]') ?? document.querySelector('[data-above]');
          return `${part?.getAttribute('data-part')}: ${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth} ${one.textContent?.slice(0, 40)}`;
        }),
    slackPx,
  );
}

async function measure(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const corner of all) {
    await change(page, corner);
    found.push(...(await overflowing(page)).map((one) => `${Object.values(corner).join(' ')}: ${one}`));
  }
  return found;
}

function fileOf(part: string, { look, language, textSize }: Corner): string {
  return path.join(pictures, `${part.replace('/', '-')}.${look}-${language}-${textSize}.png`);
}

async function open(page: Page, { url }: Gallery, part?: string): Promise<void> {
  await page.goto(part === undefined ? url : `${url}?part=${part}`);
  await page.locator('[data-part]').first().waitFor();
}

test('every part is shown, overflows in no look, language or size of text, and is photographed', async ({
  page,
  gallery,
}) => {
  test.slow();
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  await open(page, gallery);
  const parts = page.locator('[data-part]');
  const names = await parts.evaluateAll((sections) => sections.map((one) => one.getAttribute('data-part') ?? ''));
  expect(names.toSorted()).toEqual(partNames().toSorted());

  const found = await measure(page);
  for (const corner of corners) {
    await change(page, corner);
    for (const part of await page.locator('[data-part]:has([data-shown])').all()) {
      await part.screenshot({ path: fileOf((await part.getAttribute('data-part')) ?? '', corner) });
    }
  }
  const above = await page
    .locator('[data-above]')
    .evaluateAll((sections) => sections.map((one) => one.getAttribute('data-part') ?? ''));
  for (const part of above) {
    await open(page, gallery, part);
    found.push(...(await measure(page)));
    for (const corner of corners) {
      await change(page, corner);
      await page.screenshot({ path: fileOf(part, corner) });
    }
  }
  expect(found).toEqual([]);
});
