import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { readListFile } from '../../../electron/desk/catalogue/lists/given-file.ts';
import { zipped } from '../../support/data/workbook.ts';

const relations = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';
const book = '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>';

function read(sheet: string, more: { readonly book?: string; readonly strings?: string } = {}) {
  const raw = zipped([
    ['xl/workbook.xml', more.book ?? book],
    ['xl/_rels/workbook.xml.rels', relations],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/sharedStrings.xml', more.strings ?? '<sst/>'],
  ]);
  return readListFile({ format: 'xlsx', base64: raw.toString('base64') });
}

function rowsRead(sheet: string, strings?: string) {
  const file = read(sheet, strings === undefined ? {} : { strings });
  if (isFault(file)) throw new Error(file.fault);
  return file;
}

const cells = (...texts: string[]) => texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');

describe('what is small when it is packed and never ends when it is read', () => {
  const much = 400_000;
  // Each of them is some kilobytes in the file. The suite's own limit of time ends a reader that goes over it more than once.
  test.each([
    ['rows that are never closed', '<row>'.repeat(much)],
    ['rows that are never closed, with one end', `${'<row>'.repeat(much)}</row>`],
    ['rows whose tags are never closed', '<row '.repeat(much)],
    ['a tag of one long word', `<row ${'a'.repeat(much)}>`],
    ['a tag of blanks', `<row r${' '.repeat(much)}>`],
    ['a tag of many attributes', `<row ${'a="1" '.repeat(much)}>`],
    ['quotes that are never closed', `<row ${'a="'.repeat(much)}>`],
    ['cells that are never closed', `<row>${'<c>'.repeat(much)}`],
    ['values that are never closed', `<row><c>${'<v>'.repeat(much)}`],
    ['prefixes', '<a:row>'.repeat(much)],
    ['comments that are never closed', '<!--'.repeat(much)],
    ['entities that are never closed', `<row><c><v>${'&a'.repeat(much)}</v></c></row>`],
    ['merged ranges', `<row r="1">${cells('a')}</row>${'<mergeCell ref="A1:A1048576"/>'.repeat(much)}`],
  ])('%s', (_name, sheet) => {
    const begun = performance.now();
    const file = read(`<worksheet>${sheet}</worksheet>`);
    if (isFault(file)) expect(file.fault).toBe('list-unreadable');
    else expect(file.rows.length).toBeLessThanOrEqual(20_000);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('one part under many names is one sheet', () => {
    const many = `<workbook>${'<sheet name="a" r:id="r1"/>'.repeat(100_000)}</workbook>`;
    const file = read(`<row>${cells('a', 'b')}</row>`, { book: many });
    expect(file).toMatchObject({ sheets: ['a'], rows: [['a', 'b']] });
  });

  test('one long text in many cells is cut, and never worked over at its whole length', () => {
    const strings = `<sst><si><t>${'x'.repeat(5_000_000)}</t></si></sst>`;
    const { rows } = rowsRead('<row><c t="s"><v>0</v></c></row>'.repeat(20_000), strings);
    expect(rows).toHaveLength(20_000);
    expect(rows[0]?.[0]).toHaveLength(4000);
  });

  test('more tags than any list has are refused by a sentence', () => {
    expect(read('<c/>'.repeat(4_100_000))).toMatchObject({ fault: 'list-unreadable' });
  });
});

describe('what is left out is counted', () => {
  test('rows behind the last that is read', () => {
    const row = `<row>${cells('a')}</row>`;
    const file = rowsRead(row.repeat(20_003));
    expect(file.rows).toHaveLength(20_000);
    expect(file.beyond).toBe(3);
  });

  test('of text as well', () => {
    const file = readListFile({ format: 'csv', text: 'a,b\n'.repeat(20_002) });
    expect(file).toMatchObject({ beyond: 2 });
  });
});

test('runs, what is read aloud, prefixes, comments, CDATA and entities are read as Excel means them', () => {
  const sheet =
    '<x:worksheet><!-- <row> --><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:r><x:t>Xác </x:t></x:r><x:r><x:t>nhận</x:t></x:r>' +
    '<x:rPh><x:t>xx</x:t></x:rPh></x:is></x:c><x:c r="C2"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[a]]>&amp;&#98;_x000D_</x:t></x:is></x:c></x:row></x:worksheet>';
  expect(rowsRead(sheet).rows).toEqual([[], ['Xác nhận', '', '2', 'a&b\r']]);
});

test('whatever tags stand in what order, the answer is rows or a sentence, and soon', () => {
  const piece = fc.constantFrom(
    '<row>',
    '<row r="3">',
    '<row r="99999">',
    '<row r="-1">',
    '</row>',
    '<c>',
    '<c r="B1" t="s">',
    '<c r="ZZZ1">',
    '<c t="inlineStr">',
    '</c>',
    '<c/>',
    '<v>',
    '</v>',
    '<is>',
    '<t>',
    '</t>',
    '<rPh>',
    '</rPh>',
    '0',
    '7',
    'a',
    '&#x41;',
    '&',
    '<',
    '>',
    '"',
    '<mergeCell ref="A1:A9"/>',
    '<mergeCell ref="A1:ZZZ99999999999"/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  );
  const until = performance.now() + 10_000;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(200), (pieces, times) => {
      const sheet = pieces.join('').repeat(times);
      const file = read(sheet, { strings: `<sst><si><t>a</t></si>${pieces.join('')}</sst>` });
      if (isFault(file)) expect(file.fault).toBe('list-unreadable');
      else for (const row of file.rows) for (const cell of row) expect(typeof cell).toBe('string');
      expect(performance.now()).toBeLessThan(until);
    }),
    { seed: 29, numRuns: 250 },
  );
});
