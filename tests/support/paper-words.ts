import type { TestDesk } from './test-desk.ts';

/** The words of a paper in the order they are drawn. */
export async function paperWords(at: TestDesk, documentId: string): Promise<string> {
  const { pages } = await at.get('paper.view', { documentId });
  return (pages as { ops: { text?: string }[] }[])
    .flatMap(({ ops }) => ops.map(({ text = '' }) => text))
    .join(' ')
    .replace(/\s+/g, ' ');
}
