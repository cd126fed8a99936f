import { afterAll, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { fold } from '../../../../electron/domain/base/vietnamese.ts';
import type { Db } from '../../../../electron/store/file/db.ts';
import { openFile } from '../../../../electron/store/file/opening/open.ts';
import { searchCases } from '../../../../electron/store/counter/search/search.ts';
import { fillWithCases } from '../../../bench/search/search-data.ts';
import { newFolder } from '../../../support/desk/folder.ts';

const folder = newFolder();
const opened = openFile(folder, 'test');
if (isFault(opened)) throw new Error(opened.fault);
const db: Db = opened;

afterAll(() => db.close());

test('names that thousands bear: exactly the persons with the newest cases, as a look at every person finds them', () => {
  fillWithCases(db, 30_000);
  const people = db
    .prepare(`SELECT full_name AS name, max(case_id) AS newest, number
      FROM case_summary JOIN person USING (person_id) GROUP BY person_id`)
    .all() as { name: string; newest: number; number: string }[];
  const folded = people
    .map((person) => ({ ...person, words: ` ${fold(person.name)}` }))
    .sort((a, b) => b.newest - a.newest);
  const common = folded.filter(({ words }) => words.includes(' nguyen')).length;
  expect(common).toBeGreaterThan(3000);
  for (const typed of ['nguyen', 'nguyen thi', 'thi', 'n', 'ng v', 'van t']) {
    const fits = (part: string) => (person: { words: string }) =>
      typed.split(' ').every((word) => `${person.words} `.includes(` ${word}${part}`));
    const found = folded.filter(fits(' '));
    const isTyped = ({ words }: { words: string }) => words === ` ${typed}`;
    const isOther = (person: { words: string }) => !isTyped(person) && person.words.length === typed.length + 1;
    const whole = [
      ...found.filter(isTyped),
      ...found.filter(isOther),
      ...found.filter((one) => one.words.length > typed.length + 1),
    ];
    const wanted = (whole.length > 0 ? whole : folded.filter(fits(''))).slice(0, 20);
    expect([typed, ...searchCases(db, typed, 20).map((hit) => hit.number)]).toEqual([
      typed,
      ...wanted.map(({ number }) => number),
    ]);
  }
});
