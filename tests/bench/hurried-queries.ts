import { fold } from '../../electron/domain/base/vietnamese.ts';
import { nearnessOf, slipsOf } from '../../electron/domain/search/words.ts';
import type { Db } from '../../electron/store/file/db.ts';
import { type Random, seeded } from '../support/data/hurried-names.ts';

export type HurriedQuery = { readonly kind: string; readonly text: string; readonly idNumber: string };

type Wanted = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly number: string;
  readonly words: readonly string[];
};
type Names = { readonly all: ReadonlyMap<string, number>; readonly sorted: ReadonlyMap<string, number> };
/** The typed text, and how many persons its name fits as well as the wanted one (0: the digits identify). */
type Typed = { readonly text: string; readonly fit: number };

const shownAtOnce = 10;

/** How people are asked for at a desk. A name that fits more than ten persons gets the last four digits of the id beside it. */
const kinds: Readonly<Record<string, (wanted: Wanted, names: Names, random: Random) => Typed>> = {
  'name without marks': ({ words }, names) => ({ text: words.join(' '), fit: names.all.get(words.join(' ')) ?? 0 }),
  'given name first': ({ words }, names) => ({
    text: [...words.slice(-1), ...words.slice(0, -1)].join(' '),
    fit: names.sorted.get(sortedKey(words)) ?? 0,
  }),
  'marks decomposed': ({ name, words }, names) => ({
    text: name.normalize('NFD'),
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
  'one slip': ({ words }, names, random) => slipped(words, names, random),
  'one slip, any order': ({ words }, names, random) => slipped([...words].reverse(), names, random),
  'word and last four': ({ words, idNumber }) => ({ text: `${words.at(-1)} ${idNumber.slice(-4)}`, fit: 0 }),
  'word with a slip and last four': ({ words, idNumber }, names, random) => {
    const { text } = slipped(words, names, random);
    return { text: `${text} ${idNumber.slice(-4)}`, fit: 0 };
  },
  phone: ({ phone }) => ({ text: `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`, fit: 0 }),
  'end of the phone and a word': ({ phone, words }) => ({ text: `${words[0]} ${phone.slice(-5)}`, fit: 0 }),
  'whole id': ({ idNumber }) => ({ text: idNumber, fit: 0 }),
  'last six of the id and first letter': ({ idNumber, words }) => ({
    text: `${idNumber.slice(-6)} ${words.at(-1)?.charAt(0)}`,
    fit: 0,
  }),
  'number without dashes': ({ number }) => ({ text: number.toLowerCase().replaceAll('-', ''), fit: 0 }),
  'day and serial': ({ number }) => ({ text: number.split('-').slice(1).join(' '), fit: 0 }),
};

/** The same queries for the same file. Only persons with a phone are asked for. */
export function hurriedQueries(db: Db, count: number): HurriedQuery[] {
  const random = seeded(42);
  const names = namesOf(db);
  const newest = db.prepare('SELECT max(person_id) FROM person').pluck().get() as number;
  const find = db.prepare(`SELECT full_name AS name, id_number AS idNumber, phone,
      (SELECT number FROM case_summary WHERE case_summary.person_id = person.person_id ORDER BY case_id DESC LIMIT 1) AS number
    FROM person WHERE person_id >= ? AND phone IS NOT NULL AND id_number NOT LIKE '%-%' LIMIT 1`);
  const makers = Object.entries(kinds);
  return Array.from({ length: count }, (_, index) => {
    const row = find.get(1 + Math.floor(random() * newest * 0.999)) as Omit<Wanted, 'words'>;
    const [kind, make] = makers[index % makers.length] ?? ['', () => ({ text: '', fit: 0 })];
    const { text, fit } = make({ ...row, words: fold(row.name).split(' ') }, names, random);
    return { kind, text: fit > shownAtOnce ? `${text} ${row.idNumber.slice(-4)}` : text, idNumber: row.idNumber };
  });
}

function namesOf(db: Db): Names {
  const all = new Map<string, number>();
  const sorted = new Map<string, number>();
  for (const name of db.prepare('SELECT full_name FROM person').pluck().iterate() as IterableIterator<string>) {
    const folded = fold(name);
    const key = sortedKey(folded.split(' '));
    all.set(folded, (all.get(folded) ?? 0) + 1);
    sorted.set(key, (sorted.get(key) ?? 0) + 1);
  }
  return { all, sorted };
}

function sortedKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** One word of three letters or more gets one slip; whoever fits the result at all counts. */
function slipped(words: readonly string[], names: Names, random: Random): Typed {
  const long = words.map((word, at) => (word.length >= 3 ? at : -1)).filter((at) => at >= 0);
  const at = long[Math.floor(random() * long.length)] ?? 0;
  const slips = slipsOf(words[at] ?? '');
  const typed = words.with(at, slips[Math.floor(random() * slips.length)] ?? '');
  const others = words.filter((_, place) => place !== at);
  let fit = 0;
  for (const [name, persons] of names.all) {
    if (others.every((word) => name.includes(word)) && nearnessOf(name, typed) !== undefined) fit += persons;
  }
  return { text: typed.join(' '), fit };
}
