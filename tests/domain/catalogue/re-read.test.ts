import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Procedure } from '../../../electron/contract/catalogue/lists.ts';

/** The page of what was read again beside the law says what the catalogue says, so that neither moves alone. */
const page = readFileSync(new URL('../../../docs/law/re-read.md', import.meta.url), 'utf8');
const { data } = JSON.parse(
  readFileSync(new URL('../../../resources/data/procedures.json', import.meta.url), 'utf8'),
) as { data: { procedures: Procedure[] } };

const rows = page
  .split('\n')
  .map((line) => line.split(' | '))
  .flatMap(([first = '', , terms = '']) => {
    const [, code] = /^\| (\d\.\d{6}) /.exec(first) ?? [];
    return code === undefined ? [] : [[code, terms] as const];
  });

test('fifteen of them', () => expect(new Set(rows.map(([code]) => code)).size).toBe(15));

test.each(rows)('%s', (code, told) => {
  const terms = data.procedures.find((procedure) => procedure.code === code)?.terms ?? [];
  const said = terms.map(({ key, value, unit, grade }) => `${key} ${value} ${unit} (${grade})`).join('; ');
  expect(said === '' ? 'none' : said).toBe(told);
});
