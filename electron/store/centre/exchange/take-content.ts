import { type ContentName, takeContent } from '../content/content.ts';
import type { Db } from '../../file/db.ts';
import { preparedValue } from '../../file/rows/prepared.ts';
import type { Deriving } from '../../journal/entries.ts';
import { refolding } from './derive.ts';

/** A content with the text that came for it. */
export type ArrivedContent = { readonly name: ContentName; readonly text: string };

/**
 * Takes in what other desks' entries rest on, inside the transaction that is open, and derives again what was set aside for lack of it. How many
 * texts were what their names say; of the others nothing is written.
 */
export function takeArrivedContent(db: Db, deriving: Deriving, arrived: readonly ArrivedContent[]): number {
  const taken = arrived.filter(({ name, text }) => takeContent(db, name, text)).length;
  if (taken === 0) return 0;
  const refold = refolding(db, deriving);
  for (const subject of preparedValue(db, 'SELECT subject_id FROM set_aside ORDER BY subject_id').all() as number[])
    refold.anew(subject);
  return taken;
}
