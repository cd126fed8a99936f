import { wordsOf } from './page-boxes.ts';
import type { TestDesk } from './test-desk.ts';

/** The words of a kept paper in the order they are drawn. */
export async function paperWords(at: TestDesk, documentId: string): Promise<string> {
  return wordsOf((await at.get('paper.view', { documentId })).pages);
}
