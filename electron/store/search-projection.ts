import { fold } from '../domain/base/vietnamese.ts';
import { digitsOf, findTail } from './digit-tail.ts';
import { growPart, namesInPart, packPart } from './name-set.ts';
import type { Db } from './open.ts';

/** What of a person can be searched. */
export type Findable = { readonly fullName: string; readonly idNumber: string; readonly phone: string | null };

export type SearchProjection = {
  add(personId: number, person: Findable): void;
  replace(personId: number, old: Findable, person: Findable): void;
  remove(personId: number, old: Findable): void;
};

/** Keeps the search tables in step with `person`. Names are folded here in TypeScript: SQLite's own tokenizer does not know đ. */
export function searchProjection(db: Db): SearchProjection {
  const name = nameTable(db);
  const addName = db.prepare('INSERT INTO person_name (person_id, name_id) VALUES (?, ?)');
  const setName = db.prepare('UPDATE person_name SET name_id = ? WHERE person_id = ?');
  const removeName = db.prepare('DELETE FROM person_name WHERE person_id = ?');
  const addTail = db.prepare('INSERT OR IGNORE INTO digit_tail (tail, person_id) VALUES (?, ?)');
  const removeTail = db.prepare('DELETE FROM digit_tail WHERE tail = ? AND person_id = ?');

  return {
    add: (personId, person) => {
      addName.run(personId, name(fold(person.fullName)));
      for (const tail of tailsOf(person)) addTail.run(tail, personId);
    },
    // A name that nobody bears any more stays in the index: it leads to no person.
    replace: (personId, old, person) => {
      if (old.fullName !== person.fullName) setName.run(name(fold(person.fullName)), personId);
      const [before, after] = [tailsOf(old), tailsOf(person)];
      for (const tail of before) if (!after.has(tail)) removeTail.run(tail, personId);
      for (const tail of after) if (!before.has(tail)) addTail.run(tail, personId);
    },
    remove: (personId, old) => {
      removeName.run(personId);
      for (const tail of tailsOf(old)) removeTail.run(tail, personId);
    },
  };
}

/**
 * Names enter the word index so many at a time, for each word's row is packed anew; those still waiting are read one by one.
 * FTS5 in its place was measured: common words took 15 to 150 ms at each slip, and its buffer is written out at each
 * statement that needs a savepoint, which cost ten times the indexing.
 */
export const namesAtATime = 256;

/** The first name that the word index does not hold yet. */
export function waitingFrom(newestName: number): number {
  return newestName - (newestName % namesAtATime) + 1;
}

/** The row of a folded name, which is made when nobody has borne it before. */
function nameTable(db: Db): (folded: string) => number {
  const find = db.prepare('SELECT name_id FROM name WHERE folded = ?').pluck();
  const add = db.prepare('INSERT INTO name (folded) VALUES (?)');
  const indexWaiting = wordIndex(db);
  return (folded) => {
    const found = find.get(folded) as number | undefined;
    if (found !== undefined) return found;
    const nameId = Number(add.run(folded).lastInsertRowid);
    if (nameId % namesAtATime === 0) indexWaiting(nameId - namesAtATime);
    return nameId;
  };
}

function wordIndex(db: Db): (after: number) => void {
  const waiting = db.prepare('SELECT name_id AS nameId, folded FROM name WHERE name_id > ? ORDER BY name_id');
  const find = db.prepare('SELECT names FROM word_names WHERE word = ? AND part = ?').pluck();
  const insert = db.prepare('INSERT INTO word_names (word, part, names) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE word_names SET names = ? WHERE word = ? AND part = ?');
  return (after) => {
    const added = new Map<string, { word: string; part: number; places: number[] }>();
    for (const { nameId, folded } of waiting.all(after) as { nameId: number; folded: string }[]) {
      const part = Math.floor(nameId / namesInPart);
      for (const word of new Set(folded.split(' '))) {
        const key = `${part} ${word}`;
        const row = added.get(key) ?? { word, part, places: [] };
        row.places.push(nameId % namesInPart);
        added.set(key, row);
      }
    }
    for (const { word, part, places } of added.values()) {
      const packed = find.get(word, part) as Buffer | undefined;
      if (packed === undefined) insert.run(word, part, packPart(places));
      else update.run(growPart(packed, places), word, part);
    }
  };
}

function tailsOf({ idNumber, phone }: Findable): Set<number> {
  const tails = [findTail(digitsOf(idNumber)), findTail(digitsOf(phone ?? ''))];
  return new Set(tails.filter((tail) => tail !== undefined));
}

/** The search tables of persons. */
export const searchTables = ['digit_tail', 'person_name', 'word_names', 'name'] as const;

/** Throws the search tables of persons away and makes them again from the `person` rows, inside the transaction that is open. */
export function rebuildSearch(db: Db): void {
  for (const table of searchTables) db.exec(`DELETE FROM ${table}`);
  const search = searchProjection(db);
  const next = db.prepare(`SELECT person_id AS personId, full_name AS fullName, id_number AS idNumber, phone FROM person
    WHERE person_id > ? ORDER BY person_id LIMIT 1000`);
  let after = 0;
  for (;;) {
    const persons = next.all(after) as (Findable & { personId: number })[];
    if (persons.length === 0) return;
    for (const person of persons) search.add(person.personId, person);
    after = persons.at(-1)?.personId ?? after;
  }
}
