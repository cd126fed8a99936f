import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Run } from '../../../../electron/paper/forms/template.ts';
import { root } from '../../office.ts';
import { type Content, type Piece, qrSide } from './receipt-content.ts';

/** The receipt as a page for browsers and word processors: the same words, sizes, fonts and codes. */
export function receiptPage(content: Content): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Mẫu 01</title><style>${styleOf(content)}</style></head>
<body>${receiptBody(content)}</body></html>`;
}

/** What changes from one receipt to the next: a page that is open and warm gets only this. */
export function receiptBody({ copies, sheet }: Content): string {
  const height = 210 - sheet.margins.top - sheet.margins.bottom;
  return copies
    .map(
      ({ pieces, foot }) =>
        `<section style="height:${height}mm">${pieces.map(markup).join('')}<footer>${foot.map(markup).join('')}</footer></section>`,
    )
    .join('');
}

function styleOf({ sheet }: Content): string {
  const { top, right, bottom, left } = sheet.margins;
  const face = (file: string, weight: number, style: string) =>
    `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:url('${pathToFileURL(path.join(root, 'resources/fonts', file)).href}')}`;
  return `${face('Tinos_400Regular.ttf', 400, 'normal')}${face('Tinos_700Bold.ttf', 700, 'normal')}
${face('Tinos_400Regular_Italic.ttf', 400, 'italic')}${face('Tinos_700Bold_Italic.ttf', 700, 'italic')}
@page{size:148mm 210mm;margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
*{margin:0;padding:0}body{font:${sheet.type.body}pt/${sheet.lineHeight} Tinos}
section{position:relative;overflow:hidden;break-after:page}section:last-child{break-after:auto}
footer{position:absolute;bottom:0;left:0;right:0}
p{margin-bottom:${sheet.paragraphGap}pt}.row{display:flex;gap:8pt}.row>*{flex:1}.center{text-align:center}
table{width:100%;border-collapse:collapse;margin-bottom:3pt}td,th{border:0.5pt solid;padding:0 3pt;font-weight:400}th{font-weight:700}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function runsOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, font }) => {
      const bold = font.includes('bold') ? `<b>${escaped(text)}</b>` : escaped(text);
      return font.includes('italic') ? `<i>${bold}</i>` : bold;
    })
    .join('');
}

function svg(
  rects: readonly { x: number; y: number; width: number; height: number }[],
  width: number,
  height: number,
): string {
  const path = rects.map((one) => `M${one.x} ${one.y}h${one.width}v${one.height}h${-one.width}z`).join('');
  return `<svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"><path d="${path}"/></svg>`;
}

function markup(piece: Piece): string {
  switch (piece.kind) {
    case 'header': {
      const stack = (sets: typeof piece.left) =>
        sets.map(({ runs, size }) => `<div style="font-size:${size}pt">${runsOf(runs)}</div>`).join('');
      return `<div class="row center"><div>${stack(piece.left)}</div><div style="flex:none">${stack(piece.right)}</div></div>`;
    }
    case 'text': {
      const style = `font-size:${piece.size}pt;text-align:${piece.align};padding-left:${piece.hanging}pt;text-indent:${-piece.hanging}pt`;
      return `<p style="${style}">${runsOf(piece.runs)}</p>`;
    }
    case 'side-by-side':
      return `<div class="row">${piece.items.map(({ runs, share }) => `<p style="flex:${share}">${runsOf(runs)}</p>`).join('')}</div>`;
    case 'code': {
      const width = Math.max(0, ...piece.bars.map((bar) => bar.x + bar.width));
      const bars = svg(piece.bars, width, piece.bars[0]?.height ?? 0);
      return `<div class="row center"><div style="flex:0 0 ${qrSide}pt"></div><div>${runsOf(piece.runs)}<br>${bars}</div><div style="flex:0 0 ${qrSide}pt">${svg(piece.modules, qrSide, qrSide)}</div></div>`;
    }
    case 'table': {
      const head = piece.columns
        .map(
          ({ title, width }) => `<th${width === undefined ? '' : ` style="width:${width}pt"`}>${escaped(title)}</th>`,
        )
        .join('');
      const rows = piece.rows.map(
        (row) =>
          `<tr>${row.map((runs, at) => `<td style="text-align:${piece.columns[at]?.align}">${runsOf(runs)}</td>`).join('')}</tr>`,
      );
      return `<table><tr>${head}</tr>${rows.join('')}</table>`;
    }
    case 'signatures':
      return `<div class="row center">${piece.columns
        .map(
          ({ title, hint, name }) =>
            `<div><b>${escaped(title)}</b><br><i style="font-size:8.3pt">${escaped(hint)}</i><div style="padding-top:${piece.space}pt"><b>${escaped(name)}</b></div></div>`,
        )
        .join('')}</div>`;
    case 'space':
      return `<div style="height:${piece.height}pt"></div>`;
  }
}
