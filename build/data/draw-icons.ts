import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { icoOf, icoSizes, iconSizes } from '../bundle/icons.ts';
import { root } from '../check/source-files.ts';
import { getBrowser } from '../run/find-browser.ts';

/** Draws resources/icons anew from icon.svg. Run by hand after the drawing was changed; what it makes is committed, for a build has no browser. */
const folder = path.join(root, 'resources/icons');
const drawing = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: getBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const pictures = [];
for (const size of iconSizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(path.join(folder, `${size}x${size}.png`), png);
  pictures.push({ size, png });
}
await browser.close();
writeFileSync(path.join(folder, 'icon.ico'), icoOf(pictures.filter(({ size }) => icoSizes.includes(size as never))));
