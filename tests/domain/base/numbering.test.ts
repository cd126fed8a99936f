import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import {
  type NumberBlock,
  blocksOverlap,
  canonicalCode,
  caseNumbersIn,
  gaps,
  isDeskCode,
  isSameCode,
  isUnitCode,
  leaseBlock,
  localNumber,
  nextSerial,
  officialCode,
  parseCaseNumber,
} from '../../../electron/domain/base/numbering.ts';

const seed = 20261122;
const date = '2026-11-23';

describe('blocks of serials', () => {
  const q1 = { desk: 'Q1', first: 1, last: 200 };
  test.each([
    [{ desk: 'Q2', first: 201, last: 400 }, false],
    [{ desk: 'Q2', first: 200, last: 400 }, true],
    [{ desk: 'Q2', first: 50, last: 60 }, true],
    [{ desk: 'Q2', first: 1, last: 1 }, true],
    [{ desk: 'Q1', first: 100, last: 300 }, true],
  ])('1–200 and %j overlap: %s, and are then refused', (other, expected) => {
    expect(blocksOverlap(q1, other)).toBe(expected);
    expect(blocksOverlap(other, q1)).toBe(expected);
    const answer = leaseBlock([q1], other);
    expect(answer).toEqual(expected ? { fault: 'block-overlaps', data: q1 } : other);
  });

  test.each([
    [0, 10],
    [10, 9],
    [1, 10_000_000],
    [1.5, 3],
  ])('a block %d–%d cannot be', (first, last) => {
    expect(() => leaseBlock([], { desk: 'Q1', first, last })).toThrow(RangeError);
  });

  test.each([
    ['nothing given yet', [[1, 200]], 0, 1],
    ['one after the last', [[1, 200]], 41, 42],
    ['the paper book went to 38', [[39, 200]], 0, 39],
    [
      'first block full, next block',
      [
        [1, 3],
        [501, 503],
      ],
      3,
      501,
    ],
    [
      'blocks in any order',
      [
        [501, 503],
        [1, 3],
      ],
      1,
      2,
    ],
    ['the last one', [[1, 3]], 2, 3],
    ['exhausted', [[1, 3]], 3, 'numbers-exhausted'],
    ['a block below what was given today serves tomorrow', [[1, 3]], 503, 'numbers-exhausted'],
    ['no block', [], 0, 'numbers-exhausted'],
  ] as [string, [number, number][], number, number | string][])('%s', (_, ranges, lastSerial, expected) => {
    const blocks = [
      ...ranges.map(([first, last]) => ({ desk: 'Q1', first, last })),
      { desk: 'Q2', first: 1001, last: 2000 },
    ];
    const serial = nextSerial({ blocks, desk: 'Q1', date, lastSerial });
    expect(isFault(serial) ? serial.fault : serial).toBe(expected);
    if (isFault(serial)) expect(serial.data).toEqual({ date });
  });

  test('any desks, any order, any dates, clocks going back: never one code twice, always rising within a date', () => {
    const office = fc.record({
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 10 }),
      desks: fc.integer({ min: 1, max: 5 }),
      turns: fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 200 }),
    });
    fc.assert(
      fc.property(office, ({ cuts, desks, turns }) => {
        const edges = [...cuts].sort((a, b) => a - b);
        const blocks: NumberBlock[] = edges
          .slice(1)
          .map((edge, at) => ({ desk: `Q${(at % desks) + 1}`, first: edges[at] ?? 0, last: edge - 1 }));
        const given = new Set<string>();
        const last = new Map<string, number>();
        for (const [who, day] of turns) {
          const desk = `Q${(who % desks) + 1}`;
          const on = `2026-11-2${day + 3}`;
          const lastSerial = last.get(desk + on) ?? 0;
          const serial = nextSerial({ blocks, desk, date: on, lastSerial });
          if (isFault(serial)) {
            const room = blocks
              .filter((block) => block.desk === desk)
              .reduce((sum, b) => sum + b.last - b.first + 1, 0);
            const spent = [...given].filter((code) => code.endsWith(`|${desk}|${on}`)).length;
            expect(spent).toBe(room);
            continue;
          }
          expect(serial).toBeGreaterThan(lastSerial);
          const code = officialCode('H29.999', on, serial);
          expect([...given].some((entry) => entry.startsWith(`${code}|`))).toBe(false);
          given.add(`${code}|${desk}|${on}`);
          last.set(desk + on, serial);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('codes as printed', () => {
  test.each([
    ['H29.999', date, 42, 'H29.999-261123-0042'],
    ['H29.99.99', date, 1, 'H29.99.99-261123-0001'],
    ['000.00.01.H29', '2026-03-10', 420, '000.00.01.H29-260310-0420'],
    ['H29.999', date, 9999, 'H29.999-261123-9999'],
    ['H29.999', date, 10_000, 'H29.999-261123-10000'],
    ['H29.999', '2031-01-05', 9_999_999, 'H29.999-310105-9999999'],
  ])('%s %s %i -> %s', (unit, on, serial, expected) => {
    expect(officialCode(unit, on, serial)).toBe(expected);
  });

  test('a temporary number of the desk', () => {
    expect(localNumber('Q3', date, 42)).toBe('Q3-261123-0042');
  });

  test.each([
    ['h29.999', date, 1],
    ['H29.9999', date, 1],
    ['H29.1.2.3.4', date, 1],
    ['', date, 1],
    ['Q3', date, 1],
    ['H29.999', '2026-02-30', 1],
    ['H29.999', '23/11/2026', 1],
    ['H29.999', '2026-11-23T08:00', 1],
    ['H29.999', date, 0],
    ['H29.999', date, 1.5],
    ['H29.999', date, 10_000_000],
  ])('%j %j %d is never printed', (unit, on, serial) => {
    expect(() => officialCode(unit, on, serial)).toThrow(RangeError);
  });

  test('unit codes and desk codes never look alike', () => {
    for (const code of ['H29', 'H29.999', '000.00.01.H29', 'G22.99.08']) {
      expect([isUnitCode(code), isDeskCode(code)], code).toEqual([true, false]);
    }
    for (const code of ['Q1', 'Q12', 'Q3A']) expect([isUnitCode(code), isDeskCode(code)], code).toEqual([false, true]);
    for (const code of ['Q1234', 'H29.', 'H 29'])
      expect([isUnitCode(code), isDeskCode(code)], code).toEqual([false, false]);
  });
});

describe('codes as read', () => {
  test.each([
    ['H15.50.05.13-261008-0975', 'official', 'H15.50.05.13', '2026-10-08', 975],
    ['000.00.12.H62-201105-0004', 'official', '000.00.12.H62', '2020-11-05', 4],
    ['000.00.01.H29-260310-0420', 'official', '000.00.01.H29', '2026-03-10', 420],
    ['G22.99.08-260921-896048', 'official', 'G22.99.08', '2026-09-21', 896_048],
    ['G22.99.09-240114-0001', 'official', 'G22.99.09', '2024-01-14', 1],
    ['G09.20-20260609-0092637', 'official', 'G09.20', '2026-06-09', 92_637],
    ['Q3-261123-0042', 'local', 'Q3', '2026-11-23', 42],
    ['  h29.999 – 261123 - 0042\r\n', 'official', 'H29.999', '2026-11-23', 42],
    ['Ｈ29.999－261123－0042', 'official', 'H29.999', '2026-11-23', 42],
  ])('%j', (text, kind, prefix, on, serial) => {
    expect(parseCaseNumber(text)).toEqual({ kind, prefix, date: on, serial });
  });

  test.each([
    '',
    '0042',
    'H29.999-261123',
    'H29.999-261123-042',
    'H29.999-261123-00000042',
    'H29.999-2611230-0042',
    'H29.999-261323-0042',
    'H29.999-260230-0042',
    'H29.999-261123-0000',
    'H29..999-261123-0042',
    'H29.999.1.2.3-261123-0042',
    'Nguyễn Văn A',
  ])('%j is none', (text) => {
    expect(parseCaseNumber(text)).toBeUndefined();
  });

  test('what is printed is read back', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ABCDEFGH0123456789'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (prefix, day, serial) => {
          const on = day.toISOString().slice(0, 10);
          const read = { prefix, date: on, serial };
          expect(parseCaseNumber(officialCode(prefix, on, serial))).toEqual({ kind: 'official', ...read });
          expect(parseCaseNumber(localNumber('Q7', on, serial))).toEqual({ kind: 'local', ...read, prefix: 'Q7' });
        },
      ),
      { seed, numRuns: 500 },
    );
  });
});

describe('gaps', () => {
  test('used, void and skipped, up to the highest touched, within the block', () => {
    const used = new Map([
      [38, 'used'],
      [40, 'used'],
      [41, 'void'],
      [44, 'used'],
      [900, 'used'],
    ] as const);
    expect(gaps(40, 60, used)).toEqual([
      { serial: 40, state: 'used' },
      { serial: 41, state: 'void' },
      { serial: 42, state: 'skipped' },
      { serial: 43, state: 'skipped' },
      { serial: 44, state: 'used' },
    ]);
  });

  test('an untouched block has no gaps', () => {
    expect(gaps(1, 1000, new Map())).toEqual([]);
    expect(gaps(1, 10, new Map([[50, 'used']]))).toEqual([]);
  });
});

/** NĐ 118/2025 Điều 17 k3: one code a file, however it is written. */
describe('one code', () => {
  const code = 'H29.26.740-261120-0001';
  test.each([
    'h29.26.740-261120-0001',
    'H29.26.740 - 261120 - 0001',
    'H29.26.740–261120–0001',
    'H29.26.740\u00ad261120\u2011 0001',
    ' H29 . 26.740 -261120- 0001\r\n',
    ']Q1H29.26.740-261120-0001',
    '\u001dH29.26.740-261120-0001\u0004',
    '*H29.26.740-261120-0001*',
    'Ｈ２９.26.740－261120－0001',
  ])('%j is kept as one', (written) => {
    expect(canonicalCode(written)).toBe(code);
    expect(isSameCode(written, code)).toBe(true);
    expect(caseNumbersIn(written)).toEqual([code]);
  });

  test('a date with its century and a serial with other noughts are the same; another prefix, day or serial is not', () => {
    for (const same of ['H29.26.740-20261120-0001', 'H29.26.740-261120-000001'])
      expect(isSameCode(same, code)).toBe(true);
    for (const other of [
      'H29.26.741-261120-0001',
      'H29.26.740-261121-0001',
      'H29.26.740-261120-0002',
      'Q1-261120-0001',
    ])
      expect(isSameCode(other, code)).toBe(false);
  });

  test('what is no case number keeps its words', () => {
    expect(canonicalCode(' 15/tb - ubnd ')).toBe('15/TB - UBND');
    expect(isSameCode('15/TB - UBND', '15/tb - ubnd')).toBe(true);
    expect(isSameCode('15/TB', '16/TB')).toBe(false);
  });

  test('in the address of a page, and twice in one scan', () => {
    expect(caseNumbersIn(`https://dichvucong.example.vn/tra-cuu?ma=${code}&x=1`)).toEqual([code]);
    expect(caseNumbersIn(`${code}${code}`)).toEqual([code]);
    expect(caseNumbersIn(`${code} ${code.toLowerCase()}`)).toEqual([code]);
    expect(caseNumbersIn(`${code} Q1-261120-0001`)).toEqual([code, 'Q1-261120-0001']);
    expect(caseNumbersIn('không có mã nào')).toEqual([]);
  });

  test('kept once is kept for good, whatever stands around it', () => {
    const piece = fc.constantFrom(
      code,
      'Q1-261120-0001',
      ' ',
      '-',
      '–',
      '.',
      ']Q1',
      '*',
      'x',
      '\u00ad',
      '15/TB',
      'ß',
      'ﬁ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const kept = canonicalCode(pieces.join(''));
        expect(canonicalCode(kept)).toBe(kept);
      }),
      { seed, numRuns: 2000 },
    );
  });
});
