import { type Bitmap, isDark } from './raster.ts';

/** Lines fed before the knife: it sits some 15 mm above the head, and what is not fed past it is cut through. */
const feedBeforeCut = 5;

/**
 * Pages as ESC/POS: each a picture in bands of at most 255 lines (`GS v 0`), then a cut. No text goes to the printer, whose code pages
 * cannot write Vietnamese (docs/adr/0009-roll-printers.md).
 */
export async function encodePages(pages: readonly Bitmap[]): Promise<Uint8Array> {
  const { default: Encoder } = await import('@point-of-sale/receipt-printer-encoder');
  const encoder = new Encoder({
    language: 'esc-pos',
    imageMode: 'raster',
    columns: 32,
    feedBeforeCut,
    newline: '\n',
  }).initialize();
  for (const page of pages) {
    // One picture a page: between two pictures the encoder feeds a line, which would tear the page apart.
    encoder.image(pictureOf(page), page.width, page.height, 'threshold', 128).cut('full');
  }
  return encoder.encode();
}

/** The encoder takes pictures in colour and of whole bytes both ways. */
function pictureOf(page: Bitmap): { width: number; height: number; data: Uint8ClampedArray } {
  const { width, height } = page;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isDark(page, x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height, data };
}
