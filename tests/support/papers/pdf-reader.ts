import { type WrappedPdfiumModule, init } from '@embedpdf/pdfium';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where a word stands: its first letter's origin, in points from the upper left corner of the page. */
export type PdfWord = { readonly x: number; readonly y: number; readonly text: string };
export type PdfPage = { readonly width: number; readonly height: number; readonly words: readonly PdfWord[] };
/** A font that draws letters: its name, whether it is in the file, and whether every letter of it has a meaning to search for. */
export type PdfFont = { readonly name: string; readonly isEmbedded: boolean; readonly isReadable: boolean };
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

let opened: Promise<WrappedPdfiumModule> | undefined;

/** PDFium, as Chrome reads and draws papers; its bytes come from the package and never from the network. */
async function open(): Promise<WrappedPdfiumModule> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const pdfium = await init({ wasmBinary: new Uint8Array(readFileSync(file)).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Visits the pages of a file one after another. Throws where PDFium finds no paper in it. */
async function withPages<T>(file: Uint8Array, visit: (pdfium: WrappedPdfiumModule, page: number) => T): Promise<T[]> {
  opened ??= open();
  const pdfium = await opened;
  return lend(pdfium, file.length, (bytes) => {
    pdfium.pdfium.HEAPU8.set(file, bytes);
    const document = pdfium.FPDF_LoadMemDocument(bytes, file.length, '');
    if (document === 0) throw new Error(`no PDF: fault ${pdfium.FPDF_GetLastError()}`);
    try {
      return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
        const page = pdfium.FPDF_LoadPage(document, index);
        try {
          return visit(pdfium, page);
        } finally {
          pdfium.FPDF_ClosePage(page);
        }
      });
    } finally {
      pdfium.FPDF_CloseDocument(document);
    }
  });
}

/** Memory of PDFium's for as long as it is used. */
function lend<T>({ pdfium }: WrappedPdfiumModule, size: number, work: (at: number) => T): T {
  const at = pdfium.wasmExports.malloc(size);
  try {
    return work(at);
  } finally {
    pdfium.wasmExports.free(at);
  }
}

function withLetters<T>(pdfium: WrappedPdfiumModule, page: number, visit: (letters: number, index: number) => T): T[] {
  const letters = pdfium.FPDFText_LoadPage(page);
  try {
    return Array.from({ length: pdfium.FPDFText_CountChars(letters) }, (_, index) => visit(letters, index));
  } finally {
    pdfium.FPDFText_ClosePage(letters);
  }
}

/** The pages of a file with their words, in the order they are drawn. */
export function readPdf(file: Uint8Array): Promise<PdfPage[]> {
  return withPages(file, (pdfium, page) => {
    const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
    const letters = lend(pdfium, 16, (at) =>
      withLetters(pdfium, page, (list, index): PdfWord => {
        pdfium.FPDFText_GetCharOrigin(list, index, at, at + 8);
        const [x, y] = [pdfium.pdfium.getValue(at, 'double'), pdfium.pdfium.getValue(at + 8, 'double')];
        return { x, y: height - y, text: String.fromCodePoint(pdfium.FPDFText_GetUnicode(list, index)) };
      }),
    );
    const words: PdfWord[] = [];
    let open: PdfWord | undefined;
    for (const letter of letters) {
      if (/\s/.test(letter.text)) open = undefined;
      else if (open === undefined) words.push((open = letter));
      else words[words.length - 1] = open = { ...open, text: open.text + letter.text };
    }
    return { width, height, words };
  });
}

/** What a reader finds when searching: each page's lines from top to bottom, their words from left to right, one space between. */
export async function textOfPdf(file: Uint8Array): Promise<string> {
  const pages = await readPdf(file);
  return pages.map(({ words }) => linesOf(words).join('\n')).join('\n');
}

function linesOf(words: readonly PdfWord[]): string[] {
  const lines = new Map<number, PdfWord[]>();
  for (const word of words) {
    const base = Math.round(word.y * 2);
    lines.set(base, [...(lines.get(base) ?? []), word]);
  }
  return [...lines]
    .toSorted(([a], [b]) => a - b)
    .map(([, line]) =>
      line
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' '),
    );
}

/** The fonts that draw the letters of a file, each once. */
export async function fontsOfPdf(file: Uint8Array): Promise<PdfFont[]> {
  const fonts = new Map<string, PdfFont>();
  await withPages(file, (pdfium, page) =>
    withLetters(pdfium, page, (list, index) => {
      const object = pdfium.FPDFText_GetTextObject(list, index);
      if (object === 0) return;
      const font = pdfium.FPDFTextObj_GetFont(object);
      const name = lend(pdfium, 200, (at) => {
        pdfium.FPDFFont_GetBaseFontName(font, at, 200);
        return pdfium.pdfium.UTF8ToString(at);
      });
      const isReadable = pdfium.FPDFText_HasUnicodeMapError(list, index) === 0;
      const isEmbedded = pdfium.FPDFFont_GetIsEmbedded(font) === 1;
      const known = fonts.get(name);
      fonts.set(name, { name, isEmbedded, isReadable: isReadable && known?.isReadable !== false });
    }),
  );
  return [...fonts.values()];
}

/** The first page as a printer of that many dots an inch puts it on white paper. */
export async function drawFirstPage(file: Uint8Array, dotsPerInch: number): Promise<Picture> {
  const [first] = await withPages(file, (pdfium, page) => {
    const [width = 0, height = 0] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)].map((points) =>
      Math.round((points / 72) * dotsPerInch),
    );
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
    try {
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xff_ff_ff_ff);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
      const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
      return {
        width,
        height,
        data: new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(from, from + width * height * 4)),
      };
    } finally {
      pdfium.FPDFBitmap_Destroy(bitmap);
    }
  });
  if (first === undefined) throw new Error('no page');
  return first;
}
