import { setImmediate } from 'node:timers/promises';
import type { DrawOp, PaperPage } from '../../contract/common/printing/paper.ts';
import type { Margins } from '../../contract/common/printing/printers.ts';
import { type Steps, atOnce } from '../../domain/base/resumable.ts';
import { mm } from '../layout/row.ts';
import { type Fonts, openDocument, stretchesOf } from '../type/font.ts';

/** The title says which form, never whose: file names and document titles are shown in print queues. `datedAt` is civil time, +07:00. */
export type PdfInfo = { readonly title: string; readonly datedAt: string };

type Drawing = readonly [pages: readonly PaperPage[], info: PdfInfo, fonts: Fonts, margins?: Margins];

/**
 * Draws pages as a PDF with the used glyphs embedded. The same pages and info give the same bytes, in any process. `margins` moves the whole
 * drawing on its page, for a printer that draws beside its place.
 */
/** @param signal ends it between two pages, with the reason that it gives */
export async function renderPdf(drawing: Drawing, signal?: AbortSignal): Promise<Uint8Array> {
  const steps = drawPages(...drawing);
  let step = steps.next();
  while (step.done !== true) {
    // A full page of a register takes some 15 ms: then the desk may answer somebody else. A receipt has no third page.
    await setImmediate();
    signal?.throwIfAborted();
    step = steps.next();
  }
  return step.value;
}

/** The same bytes in one go, where nobody may be answered in between. */
export function renderPdfAtOnce(...drawing: Drawing): Uint8Array {
  return atOnce(drawPages(...drawing));
}

function* drawPages(...[pages, info, fonts, margins]: Drawing): Steps<Uint8Array> {
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
  for (const [index, page] of pages.entries()) {
    if (index > 1) yield;
    document.addPage({ size: [page.width, page.height], margin: 0 });
    if (margins !== undefined) document.translate(margins.leftMm * mm, margins.topMm * mm);
    for (const op of page.ops) if (op.kind !== 'rect' || !op.fill) draw(document, fonts, op);
    fillTogether(document, page.ops);
  }
  document.end();
  // pdfkit works in one go: what it wrote waits here to be read.
  const chunks: Uint8Array[] = [];
  for (let chunk = document.read(); chunk !== null; chunk = document.read()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function draw(document: PDFKit.PDFDocument, fonts: Fonts, op: DrawOp): void {
  switch (op.kind) {
    case 'text':
      drawText(document, fonts, op);
      return;
    case 'line':
      document.lineWidth(op.width).moveTo(op.x1, op.y1).lineTo(op.x2, op.y2).stroke();
      return;
    case 'rect':
      document.lineWidth(0.8).rect(op.x, op.y, op.width, op.height).stroke();
  }
}

function drawText(document: PDFKit.PDFDocument, fonts: Fonts, op: Extract<DrawOp, { kind: 'text' }>): void {
  let { x } = op;
  const stretches = stretchesOf(fonts, op.font, op.text);
  for (const { face, text } of stretches) {
    if (face !== op.font) document.registerFont(face, fonts[face]);
    document.font(face).fontSize(op.size).text(text, x, op.y, { lineBreak: false, baseline: 'alphabetic' });
    if (stretches.length > 1) x += advanceOf(fonts[face], text) * op.size;
  }
}

/** How far a text reaches in parts of its size, as its own face shapes it. */
function advanceOf(face: Fonts[keyof Fonts], text: string): number {
  const font = face as unknown as { unitsPerEm: number; layout(text: string): { advanceWidth: number } };
  return font.layout(text).advanceWidth / font.unitsPerEm;
}

/** All modules of the codes are one path: filled one by one they show hair lines between them, which scanners stumble over. */
function fillTogether(document: PDFKit.PDFDocument, ops: readonly DrawOp[]): void {
  const filled = ops.filter((op) => op.kind === 'rect' && op.fill) as Extract<DrawOp, { kind: 'rect' }>[];
  if (filled.length === 0) return;
  for (const { x, y, width, height } of filled) document.rect(x, y, width, height);
  document.fill();
}
