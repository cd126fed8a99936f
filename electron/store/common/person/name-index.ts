import { fold } from '../../../domain/base/vietnamese.ts';
import { initialsOf } from '../../../domain/counter/search/words.ts';
import { isUnnamed } from '../../../contract/common/person/person.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

const width = 6;
/** Ten digits and 'none', so that a shorter number is not taken for one with noughts. */
const base = 11;

const fewestTailDigits = 3;

/** The last six digits as one integer, the last digit first: those that end alike are neighbours. Undefined below three digits. */
export function findTail(digits: string): number | undefined {
  return digits.length < fewestTailDigits ? undefined : firstOf(digits.slice(-width));
}

/** From and to, both included, of all tails that end in these three digits or more; of more than six the last six count. */
export function tailRange(digits: string): readonly [from: number, to: number] {
  const ending = digits.slice(-width);
  const from = firstOf(ending);
  return [from, from + base ** (width - ending.length) - 1];
}

function firstOf(ending: string): number {
  let tail = 0;
  for (let at = 1; at <= width; at += 1) tail = tail * base + (at > ending.length ? 0 : Number(ending.at(-at)) + 1);
  return tail;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** True when the phone, with its nought or with the country's code, ends as typed. */
export function phoneEndsIn(phone: string, typed: string): boolean {
  const subscriber = digitsOf(phone).replace(/^(84|0)/, '');
  return `0${subscriber}`.endsWith(typed) || `84${subscriber}`.endsWith(typed);
}

/** A set of names by row number: bit n is name n. A third of a million names are 40 kB, and two sets meet in 10 µs. */
export type NameSet = Uint32Array;

/** Names whose bits lie in one row of `word_names`: 3840 bytes fit into one page, and a common word is few rows. */
export const namesInPart = 30_720;
const bitmapBytes = namesInPart / 8;
const wordsInPart = namesInPart / 32;

/** For names 0 to `newest`; parts are whole, so that they can be copied in without a look at the end. */
export function emptySet(newest: number): NameSet {
  return new Uint32Array((Math.floor(newest / namesInPart) + 1) * wordsInPart);
}

/** A set of no names, of no length: what nobody is called costs nothing, however many names there are. It is asked, met with others, and never added to. */
export const noNames: NameSet = new Uint32Array(0);

export function addName(set: NameSet, name: number): void {
  set[name >>> 5] = (set[name >>> 5] ?? 0) | (1 << (name & 31));
}

export function hasName(set: NameSet, name: number): boolean {
  return ((set[name >>> 5] ?? 0) & (1 << (name & 31))) !== 0;
}

/** The first set becomes what is in both; so does it with the next two, for sets are large and met many times at each key. */
export function intersect(set: NameSet, other: NameSet): NameSet {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
  return set;
}

export function unite(set: NameSet, other: NameSet): NameSet {
  if (set.length === 0) return other.slice();
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
  return set;
}

export function subtract(set: NameSet, other: NameSet): NameSet {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & ~(other[at] ?? 0);
  return set;
}

/** The newest names of the set, at most so many, newest first. */
export function newestOf(set: NameSet, most: number): number[] {
  const names: number[] = [];
  for (let at = set.length - 1; at >= 0 && names.length < most; at -= 1) {
    let left = set[at] ?? 0;
    while (left !== 0 && names.length < most) {
      const bit = 31 - Math.clz32(left);
      names.push(at * 32 + bit);
      left &= ~(1 << bit);
    }
  }
  return names;
}

export function isEmpty(set: NameSet): boolean {
  return set.every((bits) => bits === 0);
}

export function sizeOf(set: NameSet): number {
  let size = 0;
  for (let at = 0; at < set.length; at += 1) for (let left = set[at] ?? 0; left !== 0; left &= left - 1) size += 1;
  return size;
}

/** A part as it is kept: places of two bytes while they are few, a bit for each name when they would take more room. */
export function packPart(places: readonly number[]): Buffer {
  if (places.length * 2 < bitmapBytes) return Buffer.from(Uint16Array.from(places).buffer);
  const bits = new Uint32Array(wordsInPart);
  for (const place of places) addName(bits, place);
  return Buffer.from(bits.buffer);
}

/** A kept part with more places in it. */
export function growPart(packed: Uint8Array, places: readonly number[]): Buffer {
  if (packed.length + places.length * 2 < bitmapBytes) return Buffer.concat([packed, packPart(places)]);
  if (packed.length < bitmapBytes) return packPart([...new Uint16Array(aligned(packed)), ...places]);
  const bits = new Uint32Array(aligned(packed));
  for (const place of places) addName(bits, place);
  return Buffer.from(bits.buffer);
}

/** Adds a packed part to a set. */
export function addPart(set: NameSet, part: number, packed: Uint8Array): void {
  if (packed.length < bitmapBytes) {
    const places = new Uint16Array(aligned(packed));
    for (let at = 0; at < places.length; at += 1) addName(set, part * namesInPart + (places[at] ?? 0));
    return;
  }
  const first = part * wordsInPart;
  const bits = new Uint32Array(aligned(packed));
  for (let at = 0; at < wordsInPart; at += 1) set[first + at] = (set[first + at] ?? 0) | (bits[at] ?? 0);
}

/** Typed arrays begin at a multiple of their size; what the driver hands out begins anywhere. All our machines are little-endian. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** What of a person can be searched. */
type Findable = { readonly fullName: string; readonly idNumber: string; readonly phone: string | null };

export type SearchProjection = {
  add(personId: number, person: Findable): void;
  replace(personId: number, old: Findable, person: Findable): void;
  remove(personId: number, old: Findable): void;
};

/** Keeps the search tables in step with `person`. Names are folded here in TypeScript: SQLite's own tokenizer does not know đ. */
export function searchProjection(db: Db): SearchProjection {
  const name = nameTable(db);
  const addName = prepared(db, 'INSERT INTO person_name (person_id, name_id) VALUES (?, ?)');
  const setName = prepared(db, 'UPDATE person_name SET name_id = ? WHERE person_id = ?');
  const removeName = prepared(db, 'DELETE FROM person_name WHERE person_id = ?');
  const addTail = prepared(db, 'INSERT OR IGNORE INTO digit_tail (tail, person_id) VALUES (?, ?)');
  const removeTail = prepared(db, 'DELETE FROM digit_tail WHERE tail = ? AND person_id = ?');

  return {
    add: (personId, person) => {
      // Whoever looks for a Mr Cầu is not shown a year of requests in which nobody was named.
      if (isUnnamed(person)) return;
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
  const find = preparedValue(db, 'SELECT name_id FROM name WHERE folded = ?');
  const add = prepared(db, 'INSERT INTO name (folded) VALUES (?)');
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
  const waiting = prepared(db, 'SELECT name_id AS nameId, folded FROM name WHERE name_id > ? ORDER BY name_id');
  const find = preparedValue(db, 'SELECT names FROM word_names WHERE word = ? AND part = ?');
  const insert = prepared(db, 'INSERT INTO word_names (word, part, names) VALUES (?, ?, ?)');
  const update = prepared(db, 'UPDATE word_names SET names = ? WHERE word = ? AND part = ?');
  return (after) => {
    const added = new Map<string, { word: string; part: number; places: number[] }>();
    for (const { nameId, folded } of waiting.all(after) as { nameId: number; folded: string }[]) {
      const part = Math.floor(nameId / namesInPart);
      for (const word of new Set([...folded.split(' '), initialsWord(initialsOf(folded))])) {
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

/** Under what the first letters of a name stand among the words: no folded word begins so. */
export function initialsWord(letters: string): string {
  return `^${letters}`;
}

function tailsOf({ idNumber, phone }: Findable): Set<number> {
  const tails = [findTail(digitsOf(idNumber)), findTail(digitsOf(phone ?? ''))];
  return new Set(tails.filter((tail) => tail !== undefined));
}

/** By which rules the index of words is made. 2: the first letters of a name stand in it too. A file whose index is of before has it made again at its next opening. */
export const searchVersion = 2;

/** The search tables of persons. */
export const searchTables = ['digit_tail', 'person_name', 'word_names', 'name'] as const;

/** Throws the search tables of persons away and makes them again from the `person` rows, inside the transaction that is open. */
export function rebuildSearch(db: Db): void {
  for (const table of searchTables) db.exec(`DELETE FROM ${table}`);
  const search = searchProjection(db);
  const next = prepared(
    db,
    `SELECT person_id AS personId, full_name AS fullName, id_number AS idNumber, phone FROM person
    WHERE person_id > ? ORDER BY person_id LIMIT 1000`,
  );
  let after = 0;
  for (;;) {
    const persons = next.all(after) as (Findable & { personId: number })[];
    if (persons.length === 0) return;
    for (const person of persons) search.add(person.personId, person);
    after = persons.at(-1)?.personId ?? after;
  }
}
