import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFiles, root } from '../../build/check/source-files.ts';
import { partNames } from '../gallery/part-files.ts';

/** The names in the table of one file of the gallery: `  Chip: {`. */
function entriesOf(file: string): readonly string[] {
  const [table] = existsSync(path.join(root, file)) ? readFiles(new RegExp(`^${file}$`)) : [];
  return [...(table?.text ?? '').matchAll(/^ {2}(\w+): \{/gm)].map((match) => match[1] ?? '');
}

test('each part of the screen has its entry in the gallery', () => {
  const missing = partNames().flatMap((part) => {
    const [folder, name = ''] = part.split('/');
    const table = `tests/gallery/parts/${folder}.tsx`;
    return entriesOf(table).includes(name) ? [] : [`renderer/parts/${part}: add «${name}: { show: … }» to ${table}`];
  });
  expect(missing).toEqual([]);
});

test('nothing of the gallery is reached from the product', () => {
  const wrong = readFiles(/^(electron|renderer)\/.*\.tsx?$/).filter((file) => file.text.includes('tests/gallery'));
  expect(wrong.map((file) => file.path)).toEqual([]);
});
