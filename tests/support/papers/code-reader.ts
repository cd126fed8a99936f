import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from './pdf-reader.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
// Without its bytes the package would ask a server on the internet for them.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Every bar code and QR symbol in a picture, of whatever kind: `Code128:H29…`, in the order of the alphabet. */
export async function readCodes(picture: Picture | Uint8Array): Promise<string[]> {
  const found = await readBarcodes(picture as Parameters<typeof readBarcodes>[0], { tryHarder: true });
  return found.map(({ format, text }) => `${format}:${text}`).toSorted();
}
