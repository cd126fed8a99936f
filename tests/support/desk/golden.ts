import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { newFolder } from './folder.ts';
import { fileOf } from './test-store.ts';

const kept = path.resolve(import.meta.dirname, '../../store/golden');
const listFile = path.join(kept, 'golden.json');

/** What is recorded of an office of tests/store/golden: its README.md says which may change, and when. */
export type Golden = {
  readonly file: string;
  readonly entries: number;
  readonly folds: string;
  readonly state: string;
};

export function goldenOffices(): readonly Golden[] {
  return JSON.parse(readFileSync(listFile, 'utf8')) as Golden[];
}

/** `RENEW_GOLDEN_STATE=1` writes what the derived tables of today hash to; nothing else is renewed. */
export function renewState(file: string, state: string): void {
  const renewed = goldenOffices().map((office) => (office.file === file ? { ...office, state } : office));
  writeFileSync(listFile, `${JSON.stringify(renewed, null, 2)}\n`);
}

/** The password of every account of the offices that make-golden.ts made. */
export const goldenPassword = 'golden-practice-2026';

/** An office as an earlier version left it on disk (tests/store/golden), in a folder of its own. */
export function goldenOffice(file: string): string {
  const folder = newFolder();
  const packed = readFileSync(path.join(kept, file));
  writeFileSync(fileOf(folder), file.endsWith('.br') ? brotliDecompressSync(packed) : gunzipSync(packed));
  return folder;
}
