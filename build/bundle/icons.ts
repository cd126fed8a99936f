import { inflateSync } from 'node:zlib';

/** The sizes that are drawn of resources/icons/icon.svg (build/data/draw-icons.ts): Windows wants the first seven in one file, Linux each in its own. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
export const icoSizes = iconSizes.filter((size) => size <= 256);

type Picture = { readonly size: number; readonly png: Buffer };

/**
 * A Windows icon of several sizes. Those below 256 are bitmaps, for the installer's own maker and old dialogs read nothing else there; the
 * largest stays a PNG, as Windows has read it since Vista.
 */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const parts = pictures.map(({ size, png }) => (size >= 256 ? png : bitmapOf(png)));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size }] of pictures.entries()) {
    const at = 6 + 16 * index;
    const bytes = parts[index]?.length ?? 0;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes;
  }
  return Buffer.concat([head, ...parts]);
}

/** A bitmap as icons hold it: from below upwards, blue first, and a mask that masks nothing because the dots say how dense they are. */
function bitmapOf(png: Buffer): Buffer {
  const { width, height, dots } = readPng(png);
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(width, 4);
  head.writeInt32LE(height * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const body = Buffer.alloc(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * 4;
      const to = ((height - 1 - row) * width + column) * 4;
      const [red = 0, green = 0, blue = 0, density = 0] = dots.subarray(from, from + 4);
      body.set([blue, green, red, density], to);
    }
  }
  return Buffer.concat([head, body, Buffer.alloc(Math.ceil(width / 32) * 4 * height)]);
}

type Dots = { readonly width: number; readonly height: number; readonly dots: Buffer };

/** Reads a PNG of eight bits with its density, not interlaced: what our own drawing writes. Throws at any other. */
export function readPng(png: Buffer): Dots {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (png.readUInt16BE(24) !== 0x08_06 || png[28] !== 0) throw new Error('the PNG is not eight bits with its density');
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const line = width * 4;
  const dots = Buffer.alloc(line * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (line + 1)] ?? 0;
    for (let at = 0; at < line; at += 1) {
      const left = at < 4 ? 0 : (dots[row * line + at - 4] ?? 0);
      const above = row === 0 ? 0 : (dots[(row - 1) * line + at] ?? 0);
      const corner = at < 4 || row === 0 ? 0 : (dots[(row - 1) * line + at - 4] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      dots[row * line + at] = (raw[row * (line + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return { width, height, dots };
}

/** Paeth's guess, as the PNG specification has it. */
function nearest(left: number, above: number, corner: number): number {
  const middle = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(middle - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
