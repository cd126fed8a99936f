import { crc32, deflateSync } from 'node:zlib';
import { type Bitmap, isDark } from '../../../electron/paper/output/raster.ts';

/** A picture of dots as a PNG in grey, with white around it: to be looked at, and to be read by a scanner. */
export function pngOf(bitmap: Bitmap, border = 40): Buffer {
  const [width, height] = [bitmap.width + 2 * border, bitmap.height + 2 * border];
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    for (let x = 0; x < bitmap.width; x += 1)
      if (isDark(bitmap, x, y - border)) rows[y * (width + 1) + 1 + border + x] = 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
