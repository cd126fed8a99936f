import path from 'node:path';
import type { Run } from '../../../../electron/paper/forms/template.ts';
import { root } from '../../office.ts';
import { loadPeer } from '../installed.ts';
import { type Content, type Piece, qrSide } from './receipt-content.ts';

type Node = Readonly<Record<string, unknown>> | string;
type PdfMake = {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(may: () => boolean): void;
  setLocalAccessPolicy(may: () => boolean): void;
  createPdf(definition: Record<string, unknown>): { getBuffer(): Promise<Uint8Array> };
};

/** pdfmake as its guide has it for a server: the fonts by their files, the paper as one definition, a buffer at the end. */
export function openPdfMake(): (content: Content) => Promise<Uint8Array> {
  const pdfmake = loadPeer<PdfMake>('pdfmake');
  const file = (face: string) => path.join(root, `resources/fonts/Tinos_${face}.ttf`);
  pdfmake.setFonts({
    Tinos: {
      normal: file('400Regular'),
      bold: file('700Bold'),
      italics: file('400Regular_Italic'),
      bolditalics: file('700Bold_Italic'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return (content) => pdfmake.createPdf(definitionOf(content)).getBuffer();
}

function definitionOf({ copies, sheet, width, height }: Content): Record<string, unknown> {
  const point = (millimetres: number) => (millimetres * 72) / 25.4;
  const { top, right, bottom, left } = sheet.margins;
  const margins = [point(left), point(top), point(right), point(bottom) + 1.4 * sheet.type.small];
  const inner = width - point(left) - point(right);
  return {
    pageSize: { width, height },
    pageMargins: margins,
    defaultStyle: { font: 'Tinos', fontSize: sheet.type.body, lineHeight: 1.05 },
    footer: {
      margin: [point(left), 0, point(right), 0],
      stack: (copies[0]?.foot ?? []).map((piece) => nodeOf(piece, inner)),
    },
    content: copies.map(({ pieces }, index) => ({
      stack: pieces.map((piece) => nodeOf(piece, inner)),
      ...(index === 0 ? {} : { pageBreak: 'before' }),
    })),
  };
}

function runsOf(runs: readonly Run[]): Node[] {
  return runs.map(({ text, font }) => ({ text, bold: font.includes('bold'), italics: font.includes('italic') }));
}

function sharesOf({ items }: Extract<Piece, { kind: 'side-by-side' }>): number {
  return items.reduce((sum, { share }) => sum + share, 0);
}

function nodeOf(piece: Piece, inner: number): Node {
  switch (piece.kind) {
    case 'header': {
      const stack = (sets: typeof piece.left) =>
        sets.map(({ runs, size }) => ({ text: runsOf(runs), fontSize: size, alignment: 'center' }));
      return {
        columns: [
          { width: '*', stack: stack(piece.left) },
          { width: 'auto', stack: stack(piece.right) },
        ],
        columnGap: 8,
      };
    }
    case 'text':
      return {
        text: runsOf(piece.runs),
        fontSize: piece.size,
        alignment: piece.align,
        margin: [piece.hanging, 0, 0, 1.5],
        leadingIndent: -piece.hanging,
      };
    case 'side-by-side':
      return {
        columns: piece.items.map(({ runs, share }) => ({
          width: piece.items.length === 1 ? '*' : `${(100 * share) / sharesOf(piece)}%`,
          text: runsOf(runs),
        })),
        margin: [0, 0, 0, 1.5],
      };
    case 'code': {
      const width = Math.max(0, ...piece.bars.map((bar) => bar.x + bar.width));
      const rect = (one: object) => ({ type: 'rect', ...one, color: 'black' });
      const draw = (which: 'bars' | 'modules') =>
        piece[which].map(({ x, y, width: w, height: h }) => rect({ x, y, w, h }));
      return {
        columns: [
          { width: qrSide, text: '' },
          {
            width: '*',
            stack: [
              { text: runsOf(piece.runs), alignment: 'center' },
              { canvas: draw('bars'), margin: [(inner - 2 * qrSide - width) / 2, 3, 0, 3] },
            ],
          },
          { width: qrSide, canvas: draw('modules') },
        ],
      };
    }
    case 'table':
      return {
        table: {
          headerRows: 1,
          widths: piece.columns.map(({ width }) => width ?? '*'),
          body: [
            piece.columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' })),
            ...piece.rows.map((row) =>
              row.map((runs, at) => ({ text: runsOf(runs), alignment: piece.columns[at]?.align })),
            ),
          ],
        },
        layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 1, paddingBottom: () => 0 },
        margin: [0, 0, 0, 3],
      };
    case 'signatures':
      return {
        unbreakable: true,
        columns: piece.columns.map(({ title, hint, name }) => ({
          width: '*',
          alignment: 'center',
          stack: [
            { text: title, bold: true },
            { text: hint, italics: true, fontSize: 8.3 },
            { text: name, bold: true, margin: [0, piece.space, 0, 0] },
          ],
        })),
      };
    case 'space':
      return { text: '', fontSize: 1, margin: [0, 0, 0, Math.max(0, piece.height - 1)] };
  }
}
