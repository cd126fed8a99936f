import { fold } from '../domain/vietnamese.ts';
import type { Db } from './open.ts';

/** Keeps the name index in step. Names are folded here in TypeScript: SQLite's own tokenizer does not know đ. */
export function searchProjection(db: Db) {
  const add = db.prepare('INSERT INTO person_name (rowid, folded) VALUES (?, ?)');
  const remove = db.prepare("INSERT INTO person_name (person_name, rowid, folded) VALUES ('delete', ?, ?)");
  return {
    add: (personId: number, name: string): void => {
      add.run(personId, fold(name));
    },
    replace: (personId: number, old: string, name: string): void => {
      remove.run(personId, fold(old));
      add.run(personId, fold(name));
    },
  };
}
