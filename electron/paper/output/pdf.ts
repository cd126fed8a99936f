import { setImmediate } from 'node:timers/promises';
import type { DrawOp, PaperPage } from '../../contract/printing/paper.ts';
import type { Margins } from '../../contract/printing/printers.ts';
import { mm } from '../layout/row.ts';
import { type Fonts, openDocument } from '../type/font.ts';

/** The title says which form, never whose: file names and document titles are shown in print queues. `datedAt` is civil time, +07:00. */
export type PdfInfo = { readonly title: string; readonly datedAt: string };

/**
 * Draws pages as a PDF with the used glyphs embedded. The same pages and info give the same bytes, in any process. `margins` moves the whole
 * drawing on its page, for a printer that draws beside its place.
 */
export async function renderPdf(
  pages: readonly PaperPage[],
  info: PdfInfo,
  fonts: Fonts,
  margins?: Margins,
): Promise<Uint8Array> {
  const document = openDocument(fonts, {
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    // pdfkit derives the file's identity from these, so a date from the clock would make each print another file.
    info: {
      Title: info.title,
      Producer: 'Mot Cua Desk',
      Creator: 'Mot Cua Desk',
      CreationDate: new Date(info.datedAt),
    },
  });
  // Layout has said where each text stands. Measured again, twice for each text, they took a sixth of the time and moved nothing.
  document.widthOfString = () => 0;
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  for (const [index, page] of pages.entries()) {
    // A full page of a register takes some 15 ms: then the desk may answer somebody else. A receipt has no third page.
    if (index > 1) await setImmediate();
    document.addPage({ size: [page.width, page.height], margin: 0 });
    if (margins !== undefined) document.translate(margins.leftMm * mm, margins.topMm * mm);
    for (const op of page.ops) if (op.kind !== 'rect' || !op.fill) draw(document, op);
    fillTogether(document, page.ops);
  }
  document.end();
  return done;
}

function draw(document: PDFKit.PDFDocument, op: DrawOp): void {
  switch (op.kind) {
    case 'text':
      document.font(op.font).fontSize(op.size).text(op.text, op.x, op.y, { lineBreak: false, baseline: 'alphabetic' });
      return;
    case 'line':
      document.lineWidth(op.width).moveTo(op.x1, op.y1).lineTo(op.x2, op.y2).stroke();
      return;
    case 'rect':
      document.lineWidth(0.8).rect(op.x, op.y, op.width, op.height).stroke();
  }
}

/** All modules of the codes are one path: filled one by one they show hair lines between them, which scanners stumble over. */
function fillTogether(document: PDFKit.PDFDocument, ops: readonly DrawOp[]): void {
  const filled = ops.filter((op) => op.kind === 'rect' && op.fill) as Extract<DrawOp, { kind: 'rect' }>[];
  if (filled.length === 0) return;
  for (const { x, y, width, height } of filled) document.rect(x, y, width, height);
  document.fill();
}
