import { prepareProcedures, proceduresCalled } from '../../../electron/domain/catalogue/procedure-search.ts';
import type { SearchBeside } from '../../../electron/store/counter/search/narrowed.ts';
import { fold } from '../../../electron/domain/base/vietnamese.ts';
import { getStatusByCode, statusNames } from '../../../electron/contract/base/case-status.ts';
import { nearnessOf, slipsOf } from '../../../electron/domain/counter/search/words.ts';
import type { Db } from '../../../electron/store/file/db.ts';
import { type Random, seeded } from '../../support/data/hurried-names.ts';

export type HurriedQuery = { readonly kind: string; readonly text: string; readonly idNumber: string };

type Wanted = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly number: string;
  readonly words: readonly string[];
  readonly born: string | null;
  /** Of the newest case. */
  readonly procedure: string;
  readonly status: number;
};
type Names = {
  readonly all: ReadonlyMap<string, number>;
  readonly sorted: ReadonlyMap<string, number>;
  /** How many persons' ids end so. */
  readonly endingAlike: (digits: string) => number;
};
/** The typed text, and how many persons its name fits as well as the wanted one (0: the digits identify). */
type Typed = { readonly text: string; readonly fit: number };

/** So many are asked for a figure: fifteen of each kind. */
export const queriesAsked = 315;

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
  'first letters and last four': ({ words, idNumber }) => ({
    text: `${words.map((word) => word.charAt(0)).join('')} ${idNumber.slice(-4)}`,
    fit: 0,
  }),
  'last six of the id': ({ idNumber, words }, names) => {
    const last = idNumber.slice(-6);
    return { text: names.endingAlike(last) > shownAtOnce ? `${last} ${words.at(-1)}` : last, fit: 0 };
  },
  'keys of Telex': ({ name, words }, names) => ({
    text: keysOf(name, telexKeys),
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
  'keys of VNI': ({ name, words }, names) => ({
    text: keysOf(name, vniKeys),
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
  'name and year of birth': ({ words, born }, names) => ({
    text: born === null ? words.join(' ') : `${words.join(' ')} ${born.slice(0, 4)}`,
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
  'name and procedure': ({ words, procedure }, names) => ({
    text: `${words.join(' ')} ${fold(procedure).split(' ').slice(0, 4).join(' ')}`,
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
  'procedure before the name': ({ words, procedure }, names) => ({
    text: `${fold(procedure).split(' ').slice(0, 4).join(' ')} ${words.join(' ')}`,
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
  'name and state': ({ words, status }, names) => ({
    text: `${words.join(' ')} ${fold(statusNames.vi[getStatusByCode(status)])}`,
    fit: names.all.get(words.join(' ')) ?? 0,
  }),
};

/** What is typed for each mark where nothing makes letters of the keys: the vowel's own, then the tone's behind the word. */
type Keys = { readonly [mark: string]: string };
const telexKeys: Keys = {
  '\u0302': '=',
  '\u0306': 'w',
  '\u031b': 'w',
  đ: 'dd',
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const vniKeys: Keys = {
  '\u0302': '6',
  '\u0306': '8',
  '\u031b': '7',
  đ: 'd9',
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
};
const tones = new Set(['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']);

function keysOf(name: string, keys: Keys): string {
  return name
    .toLowerCase()
    .split(' ')
    .map((word) => {
      let [typed, tone] = ['', ''];
      for (const letter of word.normalize('NFD')) {
        const key = keys[letter];
        if (tones.has(letter)) tone = key ?? '';
        // Telex doubles the letter.
        else typed += key === '=' ? typed.slice(-1) : (key ?? letter);
      }
      return typed + tone;
    })
    .join(' ');
}

/** The same queries for the same file. Only persons with a phone are asked for. */
export function hurriedQueries(db: Db, count: number): HurriedQuery[] {
  const random = seeded(42);
  const names = namesOf(db);
  const newest = db.prepare('SELECT max(person_id) FROM person').pluck().get() as number;
  const find =
    db.prepare(`SELECT full_name AS name, id_number AS idNumber, phone, date_of_birth AS born, number, status,
      (SELECT name FROM catalogue_procedure WHERE catalogue_procedure.procedure_id = newest.procedure_id) AS procedure
    FROM person JOIN case_summary AS newest
      ON newest.case_id = (SELECT max(case_id) FROM case_summary WHERE case_summary.person_id = person.person_id)
    WHERE person.person_id >= ? AND phone IS NOT NULL AND id_number NOT LIKE '%-%' ORDER BY person.person_id LIMIT 1`);
  const makers = Object.entries(kinds);
  return Array.from({ length: count }, (_, index) => {
    const row = find.get(1 + Math.floor(random() * newest * 0.999)) as Omit<Wanted, 'words'>;
    const [kind, make] = makers[index % makers.length] ?? ['', () => ({ text: '', fit: 0 })];
    const { text, fit } = make({ ...row, words: fold(row.name).split(' ') }, names, random);
    return { kind, text: fit > shownAtOnce ? narrower(text, row) : text, idNumber: row.idNumber };
  });
}

/** As the desk gives it: what people call the procedures of this file. */
export function searchedBeside(db: Db): SearchBeside {
  const rows = db.prepare("SELECT DISTINCT code, name, '' AS field FROM catalogue_procedure").all() as {
    code: string;
    name: string;
    field: string;
  }[];
  const index = prepareProcedures(rows);
  return {
    now: Math.floor(Date.now() / 1000),
    proceduresCalled: (text) => proceduresCalled(index, text).map(({ code }) => code),
  };
}

/** Where more persons fit than are shown at once, the last four digits are typed beside; where digits stand already, in their place. */
function narrower(text: string, { idNumber }: Pick<Wanted, 'idNumber'>): string {
  return `${text.replace(/ (19|20)\d\d$/, '')} ${idNumber.slice(-4)}`;
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
  const ending = db.prepare("SELECT count(*) FROM person WHERE id_number LIKE '%' || ? OR phone LIKE '%' || ?").pluck();
  return { all, sorted, endingAlike: (digits) => ending.get(digits, digits) as number };
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
