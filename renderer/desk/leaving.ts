import { createContext } from 'react';

/** Said by who signs out by hand: a session that was locked waits for its person, one that was left waits for anybody. */
export const LeavingContext = createContext<() => void>(() => undefined);

const keepers = new Set<() => Promise<void>>();

/** What is to be written before anybody leaves; it never fails. Answers how to stop. */
export function keptBeforeLeaving(keep: () => Promise<void>): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Writes what was typed up to this moment: once nobody is signed in nothing is written any more. */
export async function keepAll(): Promise<void> {
  await Promise.all([...keepers].map((keep) => keep()));
}
