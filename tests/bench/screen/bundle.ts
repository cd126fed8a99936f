import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../office.ts';
import { type Row, row } from '../row.ts';

/** What a browser loads before the first screen stands: the entry, what it imports, and the chunk of Reception. */
export function bundleRows(): Row[] {
  const folder = path.join(root, 'dist/renderer');
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/assets\/[\w.-]+\.(?:js|css)/g)].map(([file]) => file);
  const reception = readdirSync(path.join(folder, 'assets')).filter((file) => /^Reception-.*\.js$/.test(file));
  const files = new Set([...named, ...reception.map((file) => `assets/${file}`)]);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
  const value = bytes / 1000;
  return [
    row({ name: 'renderer bundle, first screen, gzip', value, unit: 'kB', target: '≤ 350 kB', met: value <= 350 }),
  ];
}
