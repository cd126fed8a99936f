import type { TestDesk } from '../desk/test-desk.ts';
import { wordsOf } from './page-boxes.ts';

/** The words of a kept paper in the order they are drawn. */
export async function paperWords(at: TestDesk, documentId: string): Promise<string> {
  return wordsOf((await at.get('paper.view', { documentId })).pages);
}
