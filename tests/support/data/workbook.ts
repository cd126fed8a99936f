import { crc32, deflateRawSync } from 'node:zlib';

/** A workbook as other programs write it: cells of any kind, merged ranges, shared texts. For what a library of our own would never write. */
export type Cell =
  | string
  | number
  | null
  /** Text with its runs. */
  | { readonly xml: string }
  /** What stands behind the place in a cell, such as `t="str"><f>A1</f><v>x</v>`. */
  | { readonly raw: string };

export function workbookOf(
  sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly Cell[])[];
    readonly merged?: readonly string[];
    /** Put away, as old sheets are. */
    readonly isHidden?: boolean;
    /** Columns that are not shown, from 1. */
    readonly hidden?: readonly number[];
    /** Rows that a filter hides, from 1. */
    readonly filtered?: readonly number[];
  }[],
): string {
  const strings: string[] = [];
  const parts: [string, string][] = [
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${sheets
        .map(
          ({ name, isHidden = false }, at) =>
            `<sheet name="${escaped(name)}"${isHidden ? ' state="hidden"' : ''} sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets
        .map((_, at) => `<Relationship Id="rId${at + 1}" Type="t" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ],
    ...sheets.map(({ rows, merged = [], hidden = [], filtered = [] }, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet><cols>${hidden.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join('')}</cols><sheetData>${rows
        .map((row, index) => rowXml(row, index + 1, { strings, isHidden: filtered.includes(index + 1) }))
        .join('')}</sheetData><mergeCells>${merged
        .map((ref) => `<mergeCell ref="${ref}"/>`)
        .join('')}</mergeCells></worksheet>`,
    ]),
  ];
  parts.push([
    'xl/sharedStrings.xml',
    `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  ]);
  return zipped(parts).toString('base64');
}

type RowAsked = { readonly strings: string[]; readonly isHidden: boolean };

function rowXml(row: readonly Cell[], number: number, { strings, isHidden }: RowAsked): string {
  const cells = row.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'object' && 'raw' in cell) return `<c r="${place}" ${cell.raw}</c>`;
    if (typeof cell === 'object') return `<c r="${place}" t="inlineStr"><is>${cell.xml}</is></c>`;
    strings.push(cell);
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
  });
  return `<row r="${number}"${isHidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export function zipped(parts: readonly (readonly [name: string, text: string])[]): Buffer {
  const files: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    heads.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\u0005\u0006'), end]);
}
