import { describe, expect, test } from 'vitest';
import type { CommittedTerm } from '../../../../electron/contract/books/report/report.ts';
import {
  type CutFile,
  averagedOver,
  committedOn,
  countCut,
  cutOf,
  lineTermText,
} from '../../../../electron/domain/books/report/cut.ts';

const said = (value: number | null, from: string, more: Partial<CommittedTerm> = {}): CommittedTerm => ({
  procedureCode: '1.001193',
  value,
  unit: 'working-day',
  document: 'Quyết định thử',
  from,
  ...more,
});
const days = (value: number) => ({ value, unit: 'working-day' }) as const;

describe('how far a time is cut (NQ 66/NQ-CP)', () => {
  test.each([
    ['ten days, seven committed to', days(10), said(7, '2026-01-01'), 0.3],
    ['nobody committed to less', days(10), undefined, 0],
    ['the same time', days(10), said(10, '2026-01-01'), 0],
    ['no legal time is known', null, said(7, '2026-01-01'), null],
    ['hours against days are not compared', days(3), said(8, '2026-01-01', { unit: 'working-hour' }), null],
  ])('%s', (_what, legal, committed, share) => {
    expect(cutOf({ legal, committed })).toBe(share);
  });

  test('what holds on a day is what was said last of the latest day before it, and null ends it', () => {
    const all = [
      said(8, '2026-01-01'),
      said(6, '2026-06-01'),
      said(5, '2026-06-01'),
      said(null, '2026-10-01'),
      said(2, '2026-01-01', { procedureCode: '2.000815' }),
    ];
    const on = (day: string) => committedOn(all, '1.001193', day)?.value;
    expect([on('2025-12-31'), on('2026-05-31'), on('2026-06-01'), on('2026-09-30'), on('2026-10-01')]).toEqual([
      undefined,
      8,
      5,
      5,
      undefined,
    ]);
  });

  test('by procedure and weighted by files; what cannot be compared is named and is no 0', () => {
    const counter = countCut();
    const [birth, death, odd] = [
      { code: '1.001193', name: 'Khai sinh', legal: days(10), committed: said(6, '2026-01-01') },
      { code: '1.000656', name: 'Khai tử', legal: days(4), committed: undefined },
      { code: '1.000894', name: 'Kết hôn', legal: null, committed: undefined },
    ];
    for (let nth = 0; nth < 3; nth += 1) counter.add(birth);
    counter.add(death);
    counter.add(odd);
    const { rows, total, checks, missing } = counter.finish();
    expect(rows).toEqual([
      {
        key: '1.001193',
        name: 'Khai sinh',
        unit: 'working-day',
        values: { files: 3, legal: 10, committed: 6, cut: 40 },
      },
      {
        key: '1.000656',
        name: 'Khai tử',
        unit: 'working-day',
        values: { files: 1, legal: 4, committed: 'N/A', cut: 'N/A' },
      },
      { key: '1.000894', name: 'Kết hôn', values: { files: 1, legal: null, committed: 'N/A', cut: null } },
    ]);
    expect(total.values).toEqual({ files: 5, cut: 30, procedures: 3, promised: 1, enough: 1 });
    expect(checks).toEqual([{ name: 'Σ', ok: true }]);
    expect(missing).toMatchObject([{ code: 'legal-term', procedureCode: '1.000894', files: 1 }]);
  });

  test('a procedure of the office stands in no list of the law: that is said, and no cut is', () => {
    const counter = countCut();
    counter.add({ code: '0.ab12cd', name: 'Xác nhận lối đi', legal: null, committed: undefined });
    const { rows, missing, total } = counter.finish();
    // Nothing to cut is not «not known» and not 0 %; and it is none of the procedures that could be committed to.
    const values = { files: 1, legal: 'N/A', committed: 'N/A', cut: 'N/A' };
    expect(rows).toEqual([{ key: '0.ab12cd', name: 'Xác nhận lối đi', values }]);
    expect(total.values).toEqual({ files: 1, cut: 'N/A', procedures: 0, promised: 0, enough: 0 });
    expect(missing).toMatchObject([
      {
        code: 'legal-term',
        procedureCode: '0.ab12cd',
        text: expect.stringMatching(/^Thủ tục của đơn vị \(0\.ab12cd\)/),
        textEn: expect.stringMatching(/^A procedure of the office/),
      },
    ]);
  });

  test('it weighs nothing in the average of what the law gives a time, and with a time of a list it is one of those', () => {
    const counter = countCut();
    counter.add({ code: '0.ab12cd', name: 'Xác nhận lối đi', legal: null, committed: undefined });
    counter.add({ code: '0.ef34ab', name: 'Xác nhận nhà trọ', legal: days(10), committed: said(5, '2026-01-01') });
    const { rows, total, missing } = counter.finish();
    expect(rows.map(({ values }) => values['cut'])).toEqual(['N/A', 50]);
    expect(averagedOver({ rows, missing })).toEqual({ files: 1, procedures: 1, left: 1 });
    expect(total.values).toEqual({ files: 2, cut: 50, procedures: 1, promised: 1, enough: 1 });
  });

  test('nothing received is not 0', () => {
    expect(countCut().finish().total.values).toEqual({
      files: 0,
      cut: 'N/A',
      procedures: 0,
      promised: 0,
      enough: 0,
    });
  });

  const birth = { code: '1.001193', name: 'Khai sinh' };
  const counted = (...files: readonly Pick<CutFile, 'legal' | 'committed'>[]) => {
    const counter = countCut();
    for (const file of files) counter.add({ ...birth, ...file });
    return counter.finish();
  };
  const sixDays = said(6, '2026-01-01');
  const tenDays = said(10, '2026-01-01');

  test.each<readonly [string, readonly Pick<CutFile, 'legal' | 'committed'>[], number | null | 'N/A']>([
    ['nobody committed to anything: none, which is not 0 %', [{ legal: days(10), committed: undefined }], 'N/A'],
    ['nor where the law’s time is not known either', [{ legal: null, committed: undefined }], 'N/A'],
    ['committed to the law’s own time: 0 %', [{ legal: days(10), committed: tenDays }], 0],
    ['committed to, and the law’s time is not known: not known', [{ legal: null, committed: sixDays }], null],
    [
      'of two files one was not committed to, the other cannot be compared: not known',
      [
        { legal: days(10), committed: undefined },
        { legal: null, committed: sixDays },
      ],
      null,
    ],
    [
      'of two files one was not committed to: it weighs with nothing cut',
      [
        { legal: days(10), committed: undefined },
        { legal: days(10), committed: sixDays },
      ],
      20,
    ],
  ])('of all: %s', (_what, files, share) => {
    expect(counted(...files).total.values['cut']).toBe(share);
  });

  test('a time that changed within the period is known: from its least to its most', () => {
    const { rows } = counted(
      { legal: days(10), committed: undefined },
      { legal: days(10), committed: sixDays },
      { legal: days(12), committed: sixDays },
    );
    expect(rows).toMatchObject([
      { unit: 'working-day', values: { files: 3, legal: 10, legalMost: 12, committed: 6, committedMost: 10, cut: 30 } },
    ]);
    const [line] = rows;
    if (line === undefined) throw new Error('there is a line');
    expect([lineTermText(line, 'legal', 'vi'), lineTermText(line, 'committed', 'en')]).toEqual([
      '10–12 ngày làm việc',
      '6–10 working days',
    ]);
    const [short] = counted(
      { legal: days(3), committed: said(2, '2026-01-01') },
      { legal: days(3), committed: undefined },
    ).rows;
    expect(short && lineTermText(short, 'committed', 'vi')).toBe('02–03 ngày làm việc');
  });

  test('times in two units are told in none', () => {
    const hours = { value: 24, unit: 'working-hour' } as const;
    const [line] = counted({ legal: days(3), committed: undefined }, { legal: hours, committed: undefined }).rows;
    expect(line).toMatchObject({ values: { files: 2, legal: null, committed: 'N/A', cut: 'N/A' } });
    expect(line && lineTermText(line, 'legal', 'vi')).toBeNull();
  });
});
