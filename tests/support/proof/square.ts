import type { TestDesk } from '../desk/test-desk.ts';
import { readCodes } from '../papers/code-reader.ts';
import { drawFirstPage } from '../papers/pdf-reader.ts';

/** The digits of the signed square of a paper, as a camera reads them; undefined where it bears none. */
export async function squareOn(at: Pick<TestDesk, 'get'>, documentId: string): Promise<string | undefined> {
  const { base64 } = await at.get('paper.download', { documentId });
  const codes = await readCodes(await drawFirstPage(Buffer.from(base64, 'base64'), 203));
  return codes.map((code) => code.replace(/^QRCode:/, '')).find((text) => /^\d{100,}$/.test(text));
}

/** The same square with another amount, another promise …: what somebody with a printer can do. */
export function withDigit(square: string, at: number): string {
  return square.slice(0, at) + String((Number(square[at]) + 1) % 10) + square.slice(at + 1);
}
