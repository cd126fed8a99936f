/** A picture of one bit a dot: rows of whole bytes, the leftmost dot in the highest bit, 1 is black, as `GS v 0` wants them. */
export type Bitmap = {
  readonly width: number;
  readonly height: number;
  /** Bytes in a row. */
  readonly stride: number;
  readonly bits: Uint8Array;
};

export function newBitmap(width: number, height: number): Bitmap {
  const stride = Math.ceil(width / 8);
  return { width, height, stride, bits: new Uint8Array(stride * height) };
}

/** Blackens a dot; what lies beside the picture is left out. */
export function setDot({ width, height, stride, bits }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = y * stride + (x >> 3);
  bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
}

export function isDark({ width, height, stride, bits }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  return ((bits[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Blackens whole dots from (x, y), `width` across and `height` down. */
export function setBox(bitmap: Bitmap, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row += 1) for (let at = x; at < x + width; at += 1) setDot(bitmap, at, row);
}
