import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { declarationOf, notPrinted } from '../../../../electron/domain/catalogue/own-fields/declarations.ts';

const resources = path.resolve(import.meta.dirname, '../../../../resources');

type Shipped = {
  readonly data: readonly { readonly code: string; readonly fields: readonly { readonly key: string }[] }[];
};
const shipped = (JSON.parse(readFileSync(path.join(resources, 'data/own-fields.json'), 'utf8')) as Shipped).data;

test.each(shipped)('$code: has its declaration, and each of its own fields stands on it', ({ code, fields }) => {
  const form = declarationOf(code);
  const file = path.join(resources, 'forms', `${form}.json`);
  expect(existsSync(file)).toBe(true);
  const text = readFileSync(file, 'utf8');
  // Who marries stands in two columns that the desk fills (tests/desk/counter/case/own-fields.test.ts).
  const inColumns = form === 'tk-ket-hon' ? /^(applicant|spouse)/ : /^$/;
  const missing = fields.filter(({ key }) => !inColumns.test(key) && !new RegExp(`\\b${key}\\b`).test(text));
  expect(missing.map(({ key }) => key)).toEqual([]);
});

test.each(shipped)(
  '$code: what is shipped is printed, what an office adds or another declaration asks is not',
  ({ code, fields }) => {
    const added = [{ key: 'ngheNghiep' }, { key: code === '1.000656' ? 'spouse' : 'deceased' }];
    expect(notPrinted(code, [...fields, ...added])).toEqual(added);
  },
);

test('where there is no declaration nothing is said of it', () => {
  expect(notPrinted('1.004222', [{ key: 'soNha' }])).toEqual([]);
});

test.each(['1.004222', '', 'toString', '__proto__'])('«%s» has none', (code) => {
  expect(declarationOf(code)).toBeUndefined();
});
