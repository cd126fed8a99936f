import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { newFolder } from './folder.ts';
import { fileOf } from './test-store.ts';

const kept = path.resolve(import.meta.dirname, '../../store/golden');

/** An office as an earlier version left it on disk (tests/store/golden), in a folder of its own. */
export function goldenOffice(file: string): string {
  const folder = newFolder();
  writeFileSync(fileOf(folder), gunzipSync(readFileSync(path.join(kept, file))));
  return folder;
}
