/** The parts of a workbook with one sheet that say nothing of what is in it; ECMA-376 names and numbers. */

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The looks of cells, by their place in `cellXfs` below. */
export const look = { plain: 0, title: 1, subtitle: 2, head: 3, cell: 4, time: 5 } as const;

const name = '<name val="Calibri"/><family val="2"/>';
const fonts = [`<sz val="11"/>${name}`, `<b/><sz val="14"/>${name}`, `<b/><sz val="11"/>${name}`];
/** The first two are what every spreadsheet expects to stand there. */
const fills = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFE3EFEF"/><bgColor indexed="64"/></patternFill>',
];
const sides = ['left', 'right', 'top', 'bottom'];
const borders = [
  [...sides, 'diagonal'].map((side) => `<${side}/>`).join(''),
  `${sides.map((side) => `<${side} style="thin"><color rgb="FF9A9A9A"/></${side}>`).join('')}<diagonal/>`,
];
const ruled = 'borderId="1" xfId="0" applyBorder="1" applyAlignment="1"';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const usual = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
const looks: Readonly<Record<keyof typeof look, string>> = {
  plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  title: '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  subtitle: '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  head: `<xf numFmtId="0" fontId="2" fillId="2" ${ruled} applyFont="1" applyFill="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  cell: `<xf numFmtId="0" fontId="0" fillId="0" ${ruled}>${wrapped}</xf>`,
  time: `<xf numFmtId="164" fontId="0" fillId="0" ${ruled} applyNumberFormat="1">${wrapped}</xf>`,
};

function listOf(list: string, items: readonly string[]): string {
  return `<${list} count="${items.length}">${items.join('')}</${list}>`;
}

function wrap(tag: string, items: readonly string[]): string[] {
  return items.map((text) => `<${tag}>${text}</${tag}>`);
}

const styles = [
  `${declared}<styleSheet xmlns="${spreadsheet}">`,
  // Numbers below 164 are the program's own formats.
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts>',
  listOf('fonts', wrap('font', fonts)),
  listOf('fills', wrap('fill', fills)),
  listOf('borders', wrap('border', borders)),
  listOf('cellStyleXfs', [usual]),
  listOf('cellXfs', Object.values(looks)),
  listOf('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  '</styleSheet>',
].join('');

const kinds: readonly (readonly [string, string])[] = [
  ['/xl/workbook.xml', 'sheet.main'],
  ['/xl/sharedStrings.xml', 'sharedStrings'],
  ['/xl/styles.xml', 'styles'],
  ['/xl/worksheets/sheet1.xml', 'worksheet'],
];
const types = [
  `${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
  '<Default ContentType="application/xml" Extension="xml"/>',
  '<Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>',
  ...kinds.map(
    ([part, kind]) =>
      `<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml" PartName="${part}"/>`,
  ),
  '</Types>',
].join('');

function relationsTo(targets: readonly (readonly [string, string])[]): string {
  const listed = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declared}<Relationships xmlns="${relations}">${listed.join('')}</Relationships>`;
}

function workbook(sheet: string): string {
  return `${declared}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** Everything but the sheet and its texts; `sheet` is its name as it stands in an attribute. */
export function fixedParts(sheet: string): readonly (readonly [string, string])[] {
  return [
    ['[Content_Types].xml', types],
    ['_rels/.rels', relationsTo([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/_rels/workbook.xml.rels',
      relationsTo([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/workbook.xml', workbook(sheet)],
    ['xl/styles.xml', styles],
  ];
}
