import { describe, expect, test } from 'vitest';
import { citationsOf, entriesOf, graded, missing, segmentsOf, shortName, strangeDocuments } from './law-citations.ts';
import { type SourceFile, listFiles, readFiles } from './source-files.ts';

/** This test and its module are full of examples. */
const notItself = ({ path }: SourceFile) => !path.startsWith('build/check/law-citations');
const code = readFiles(/^(electron|renderer|tests|build)\/.*\.(tsx?|sql)$/).filter(notItself);
// The longer list is the portal's words from end to end: nobody read it in the law, and no rule of ours rests on it.
const data = readFiles(/^resources\/(forms|data)\/(?!procedures-more).*\.json$/);
const law = readFiles(/^docs\/law\/.*\.md$/);
const entries = law.flatMap(entriesOf);

/** Each wrong thing once, with the file it stands in. */
function wrongIn(files: readonly SourceFile[], wrong: (segment: string) => readonly string[]): string[] {
  return files.flatMap((file) => {
    const found = new Set(segmentsOf(file).flatMap(wrong));
    return [...found].map((words) => `${file.path}: ${words}`);
  });
}

describe('every rule of the law that is cited stands in docs/law', () => {
  const unknown = (segment: string) => citationsOf(segment).flatMap((found) => missing(found, entries) ?? []);

  test('in code, tests and what is read on screen', () => {
    expect(wrongIn(code, unknown)).toEqual([]);
  });

  test('in forms and data, what the portal is quoted with left out', () => {
    expect(wrongIn(data, unknown)).toEqual([]);
  });

  test('and each entry says how sure it is and when it was read', () => {
    const bare = entries.filter(({ unit, body }) => unit !== '' && !graded.test(body));
    const alone = entries.filter(
      ({ text, unit, file, body }) =>
        unit === '' &&
        !graded.test(body) &&
        !entries.some((other) => other.text === text && other.unit !== '' && other.file === file),
    );
    expect([...bare, ...alone].map(({ file, heading }) => `${file}: ${heading}`)).toEqual([]);
  });

  test('no heading stands twice, and the list of files names each', () => {
    const headings = entries.map(({ text, unit, clause, file }) => [file, text, unit, clause].join(' '));
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
    const index = law.find(({ path }) => path === 'docs/law/README.md')?.text ?? '';
    expect(
      law.map(({ path }) => path.slice(9)).filter((name) => name !== 'README.md' && !index.includes(name)),
    ).toEqual([]);
  });
});

test('comments and tests cite no document that is not in this repository', () => {
  const documents = listFiles(/\.md$/);
  const files = [...code, ...readFiles(/^docs\/(?!law\/).*\.md$/)];
  expect(wrongIn(files, (segment) => strangeDocuments(segment, documents))).toEqual([]);
});

describe('the checks themselves see what they look for', () => {
  const read = (segment: string) =>
    citationsOf(segment).map(({ texts, unit, clause }) => [texts[0], unit, clause].join(' ').trim());

  test.each([
    ['(Điều 19 k5)', ['NĐ 118/2025 Điều 19 k5']],
    ['(NĐ 118/2025 Điều 11 k2c, 16 k3)', ['NĐ 118/2025 Điều 11 k2', 'NĐ 118/2025 Điều 16 k3']],
    ['Điều 17 k1c, k3', ['NĐ 118/2025 Điều 17 k1', 'NĐ 118/2025 Điều 17 k3']],
    ['khoản 5 Điều 19 Nghị định 118/2025/NĐ-CP', ['NĐ 118/2025 Điều 19 k5']],
    ['Nghị định 118/2025 Điều 6 khoản 2c.', ['NĐ 118/2025 Điều 6 k2']],
    ['Điều 5 k1 đ, Điều 24', ['NĐ 118/2025 Điều 5 k1', 'NĐ 118/2025 Điều 24']],
    ['Điều 14, 17 k3, 18, 20)', ['Điều 14', 'Điều 17 k3', 'Điều 18', 'Điều 20'].map((unit) => `NĐ 118/2025 ${unit}`)],
    ['theo Điều 17 đến Điều 22, chưa đối chiếu', ['NĐ 118/2025 Điều 17', 'NĐ 118/2025 Điều 22']],
    ['kết thúc lúc 24 giờ (Điều 148 BLDS)', ['BLDS Điều 148']],
    ['as Điều 23 k2 of Nghị định 254/2026 wants', ['NĐ 254/2026 Điều 23 k2']],
    ['BLDS Điều 147 k2, and (Điều 148 k5)', ['BLDS Điều 147 k2', 'BLDS Điều 148 k5']],
    ['TT 117/2026/TT-BTC Điều 1; STT 4 Điều 4 TT 281/2016/TT-BTC', ['TT 117/2026 Điều 1', 'TT 281/2016 Điều 4']],
    ['NĐ 30/2020, phụ lục II', ['NĐ 30/2020 Phụ lục II']],
    ['Mẫu số 02 TT 01/2018/TT-VPCP', ['TT 01/2018 Mẫu 02']],
    ['Mẫu 04 has to leave', ['TT 03/2025 Mẫu 04']],
    ['Mẫu 01/TH-BLĐT of a day', []],
    ['Luật Hộ tịch 60/2014/QH13 Điều 11 khoản 1 điểm a', ['Luật Hộ tịch 2014 Điều 11 k1']],
    ['0 đồng (NQ 411/NQ-HĐND)', ['NQ 411']],
    ['made-up grounds: NQ 1, QĐ 1, TT 1', []],
    ['Điều 17 k2, 8 hours', ['NĐ 118/2025 Điều 17 k2']],
  ])('%s', (segment, expected) => {
    expect(read(segment)).toEqual(expected);
  });

  test('names of a text in every form are one', () => {
    const names = ['NĐ 118/2025', 'Nghị định 118/2025/NĐ-CP', 'Nghị định số 118/2025/NĐ-CP'];
    expect(new Set(names.map(shortName))).toEqual(new Set(['NĐ 118/2025']));
    expect(shortName('NQ 66.22/2026/NQ-CP')).toBe('NQ 66.22/2026');
  });

  test('what is not there is missing: a text, an article, a clause', () => {
    for (const unknown of ['NĐ 1/1999 Điều 1', 'NĐ 118/2025 Điều 99', 'NĐ 118/2025 Điều 23 k9']) {
      const [found] = citationsOf(unknown);
      expect(found && missing(found, entries)).toBe(unknown);
    }
    const [law] = citationsOf('Điều 5 Luật Biển Việt Nam');
    expect(law && missing(law, entries)).toBe('Luật Biển Điều 5');
    const [short] = citationsOf('NĐ 118 Điều 19 k5');
    expect(short && missing(short, entries)).toBeUndefined();
  });

  test('a comment of several lines is one piece, and a nearer text is preferred', () => {
    const text = '/**\n * by BLDS Điều 148. After it\n * the clerk closes (Điều 19 k5).\n */\nconst a = 1;\n';
    const [comment = ''] = segmentsOf({ path: 'a.ts', text });
    const found = citationsOf(comment);
    expect(found.map(({ texts }) => texts)).toEqual([
      ['BLDS', 'NĐ 118/2025'],
      ['BLDS', 'NĐ 118/2025'],
    ]);
    expect(found.flatMap((one) => missing(one, entries) ?? [])).toEqual([]);
  });

  test.each(['(rules 5.3)', '(domain rules 8.4)', 'Rules 5.8: a result', 'mission 4, item 15', '(interop b.1)'])(
    'a document elsewhere: %s',
    (segment) => {
      expect(strangeDocuments(segment, [])).not.toEqual([]);
    },
  );

  test.each(['docs/law/README.md', 'see topics/store.md', 'without the rule 16:00 is still today', 'by the rules'])(
    'nothing strange: %s',
    (segment) => {
      expect(strangeDocuments(segment, ['docs/law/README.md', 'docs/topics/store.md'])).toEqual([]);
    },
  );
});
