import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bookName,
  bookOf,
  certificationKinds,
  certificationNumber,
  certificationSeries,
  gapsOf,
  readCertificationNumber,
  wholeNumber,
} from '../../../../electron/domain/counter/certification/book.ts';

describe('numbers of certification (NĐ 23/2015 Điều 13 k2)', () => {
  test.each([
    ['copy', '2026-11-23', 'Q3', 12, '12-Q3', '12-Q3/2026-SCT/BS', 'quyển số 01/2026-SCT/BS'],
    ['copy', '2026-12-31', 'Q1', 1, '01-Q1', '01-Q1/2026-SCT/BS', 'quyển số 01/2026-SCT/BS'],
    ['copy', '2027-01-01', 'Q1', 1, '01-Q1', '01-Q1/2027-SCT/BS', 'quyển số 01/2027-SCT/BS'],
    ['signature', '2026-11-23', null, 7, '07', '07/2026-SCT/CK,ĐC', 'quyển số 01/2026-SCT/CK,ĐC'],
    ['contract', '2026-11-23', 'Q12', 1234, '1234-Q12', '1234-Q12/2026-SCT/HĐ,GD', 'quyển số 01/2026-SCT/HĐ,GD'],
  ] as const)('%s of %s at %s, number %i', (kind, date, desk, serial, number, whole, book) => {
    const series = certificationSeries(kind, date, desk);
    expect(certificationNumber({ series, serial })).toBe(number);
    expect(wholeNumber(kind, { series, serial })).toBe(whole);
    expect(bookName(kind, date.slice(0, 4))).toBe(book);
  });

  test('no two papers of an office are written alike', () => {
    const paper = fc.record({
      kind: fc.constantFrom(...certificationKinds),
      year: fc.integer({ min: 2025, max: 2031 }),
      desk: fc.constantFrom(null, 'Q1', 'Q2', 'Q12', 'Q3A'),
      serial: fc.integer({ min: 1, max: 99_999 }),
    });
    fc.assert(
      fc.property(paper, paper, (one, other) => {
        const written = ({ kind, year, desk, serial }: typeof one) =>
          wholeNumber(kind, { series: certificationSeries(kind, `${year}-05-04`, desk), serial });
        expect(written(one) === written(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { seed: 23, numRuns: 500 },
    );
  });

  test('each kind is a procedure and a book of its own (NĐ 23/2015 Điều 13 k4)', () => {
    expect(new Set(certificationKinds.map((kind) => bookOf(kind).procedureCode)).size).toBe(3);
    expect(certificationKinds.map((kind) => bookOf(kind).sign)).toEqual(['SCT/BS', 'SCT/CK,ĐC', 'SCT/HĐ,GD']);
  });

  test.each([
    [[1, 2, 3], 1, []],
    [[], 1, []],
    [
      [2, 5],
      1,
      [
        [1, 1],
        [3, 4],
      ],
    ],
    [[8], 8, []],
    [[101], 8, [[8, 100]]],
  ])('of %j from %i on these stand on no paper: %j', (given, from, gaps) => {
    expect(gapsOf(given, from)).toEqual(gaps);
  });

  test.each([
    ['12-Q3/2026-SCT/BS', ['BS.Q3-2026'], 12],
    ['12-q3 / 2026', ['BS.Q3-2026', 'CK.Q3-2026', 'HD.Q3-2026'], 12],
    ['012/2026-SCT/CK,ĐC', ['CK-2026'], 12],
    ['7/2026 - sct/hđ,gd', ['HD-2026'], 7],
  ])('%s is read as it stands on a paper', (text, series, serial) => {
    expect(readCertificationNumber(text)).toEqual({ series, serial });
  });

  test.each(['12/2026', '0-Q3/2026', '12-Q3', 'H29.999-261123-0042', '23/11/2026', 'Nguyễn Văn A', ''])(
    '%s is no number of a book',
    (text) => {
      expect(readCertificationNumber(text)).toBeNull();
    },
  );

  test('every number that is given is read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...certificationKinds),
        fc.constantFrom(null, 'Q1', 'Q12', 'Q3A'),
        fc.integer({ min: 1, max: 99_999 }),
        (kind, desk, serial) => {
          const series = certificationSeries(kind, '2026-05-04', desk);
          expect(readCertificationNumber(wholeNumber(kind, { series, serial }))).toEqual({ series: [series], serial });
        },
      ),
      { seed: 11 },
    );
  });
});
