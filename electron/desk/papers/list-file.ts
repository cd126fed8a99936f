import { isFault } from '../../contract/base/fault.ts';
import { sizeOf } from '../../paper/forms/forms.ts';
import type { Book } from '../../paper/workbook/workbook.ts';
import type { DeskContext } from '../core/context.ts';
import { settled } from './make.ts';
import type { PaperProblem } from './source.ts';

/** Lists and figures that leave the desk as a file, whatever they are of: on A4 or as a workbook. In a practice office each says that it is none. */

const practiceMark = 'HỒ SƠ THỰC HÀNH - KHÔNG CÓ GIÁ TRỊ';

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type ListFormat = keyof typeof mediaTypes;
export type ListFile = { readonly fileName: string; readonly mediaType: string; readonly base64: string };

/** The bytes as they go over a call. @param name without its ending */
export function listFile(name: string, format: ListFormat, bytes: Uint8Array): ListFile {
  return {
    fileName: `${name}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.from(bytes).toString('base64'),
  };
}

/** A form on the size that the office prints it on. */
export async function listAsPdf(
  desk: DeskContext,
  form: string,
  data: object,
  signal?: AbortSignal,
): Promise<Uint8Array | PaperProblem> {
  const marked = desk.practice() ? { ...data, practice: true } : data;
  const paper = settled(await desk.paper.render(form, marked, { size: sizeOf(form, desk.getOffice()), signal }));
  return isFault(paper) ? paper : paper.pdf;
}

export async function listAsBook<Row>(desk: DeskContext, book: Book<Row>, signal?: AbortSignal): Promise<Uint8Array> {
  // Loaded when it is first asked for: a start does not wait for spreadsheets.
  const { writeBook } = await import('../../paper/workbook/workbook.ts');
  const marked = desk.practice() ? { ...book, title: [...book.title, practiceMark] } : book;
  return writeBook(marked, (error) => desk.ports.log.write('workbook-thread', { error }), signal);
}
