import { type Bitmap, newBitmap } from '../../../electron/paper/output/raster.ts';

/** What a roll printer would make of bytes: its pages as pictures, cut where it cuts, and the bands they came in. */
export type Printed = { readonly pages: Bitmap[]; readonly bands: number[]; readonly fed: number };

/** Reads the few commands a paper of ours may hold, and throws at any other: a printer would print it as letters. */
export function readEscPos(bytes: Uint8Array): Printed {
  const pages: Bitmap[] = [];
  const bands: number[] = [];
  let open: Bitmap[] = [];
  let [at, fed] = [0, 0];
  while (at < bytes.length) {
    const [a, b, c] = [byte(at), byte(at + 1), byte(at + 2)];
    if (a === 0x1b && b === 0x40) at += 2;
    else if (a === 0x1c && b === 0x2e) at += 2;
    else if (a === 0x1b && b === 0x4d) at += 3;
    else if (a === 0x1d && b === 0x76 && c === 0x30) readBand();
    else if (a === 0x1d && b === 0x56) cut();
    else if (a === 0x1d && b === 0x72) at += 3;
    else if (a === 0x0a) [at, fed] = [at + 1, fed + 1];
    else if (a === 0x10 && b === 0x04) at += 3;
    else throw new Error(`no command at ${at}: ${a.toString(16)} ${b.toString(16)}`);
  }
  if (open.length > 0) throw new Error('the last page is not cut off');
  return { pages, bands, fed };

  function byte(place: number): number {
    return bytes[place] ?? -1;
  }

  function readBand(): void {
    if (byte(at + 3) !== 0) throw new Error('not in the plain size');
    const stride = byte(at + 4) + 256 * byte(at + 5);
    const height = byte(at + 6) + 256 * byte(at + 7);
    const bits = bytes.slice(at + 8, at + 8 + stride * height);
    if (bits.length !== stride * height) throw new Error('a band is cut short');
    open.push({ width: stride * 8, height, stride, bits });
    bands.push(height);
    at += 8 + stride * height;
  }

  function cut(): void {
    pages.push(joined(open));
    open = [];
    at += 3;
  }
}

function joined(bands: readonly Bitmap[]): Bitmap {
  const width = bands[0]?.width ?? 0;
  const page = newBitmap(
    width,
    bands.reduce((sum, { height }) => sum + height, 0),
  );
  let from = 0;
  for (const band of bands) {
    page.bits.set(band.bits, from);
    from += band.bits.length;
  }
  return page;
}
