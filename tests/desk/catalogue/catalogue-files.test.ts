import { hash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import { type Catalogue, findUnit, hoChiMinhCity, unitsOf } from '../../../electron/domain/catalogue/catalogue.ts';
import { plainTerm, usualTerm } from '../../../electron/domain/catalogue/procedure-terms.ts';
import { unverifiedEntries } from '../../../electron/domain/catalogue/doubts.ts';
import { assessFees, rulesOn } from '../../../electron/domain/counter/money/fees.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { windows1258 } from '../../support/papers/old-encodings.ts';

const shipped = path.resolve(import.meta.dirname, '../../../resources/data');

function getCatalogue(folder = shipped): Catalogue {
  const read = readCatalogue(folder);
  if (isFault(read)) throw new Error(JSON.stringify(read));
  return read;
}

const catalogue = getCatalogue();
const findProcedure = (code: string) => catalogue.procedures.find((one) => one.code === code);

describe('the lists that ship', () => {
  // `RENEW_CHECKED_LISTS=1` writes it, after a list was changed.
  test('what no start looks through again is what was looked through here', () => {
    const name = path.join(shipped, 'checked.json');
    const lists = readdirSync(shipped).filter((file) => file.endsWith('.json') && file !== 'checked.json');
    const now = Object.fromEntries(lists.map((file) => [file, hash('sha256', readFileSync(path.join(shipped, file)))]));
    if (process.env['RENEW_CHECKED_LISTS'] === '1') writeFileSync(name, `${JSON.stringify(now, null, 2)}\n`);
    expect(JSON.parse(readFileSync(name, 'utf8')), 'RENEW_CHECKED_LISTS=1 renews it').toEqual(now);
    const folder = newFolder();
    cpSync(shipped, folder, { recursive: true });
    rmSync(path.join(folder, 'checked.json'));
    expect(getCatalogue(folder)).toStrictEqual(catalogue);
  });

  test('34 provinces, 3 321 communes, 168 of them in Ho Chi Minh City, 78 procedures', () => {
    expect(catalogue.provinces).toHaveLength(34);
    expect(catalogue.units).toHaveLength(3321);
    const city = unitsOf(catalogue, hoChiMinhCity);
    const count = (type: string) => city.filter((unit) => unit.type === type).length;
    expect([city.length, count('phuong'), count('xa'), count('dac-khu')]).toEqual([168, 113, 54, 1]);
    expect(catalogue.procedures).toHaveLength(78);
    expect(catalogue.listedOnly).toHaveLength(19);
    expect(catalogue.days).toHaveLength(45);
  });

  test('every unit of the city has an identifier of its own in the list, and no other unit has one', () => {
    const city = unitsOf(catalogue, hoChiMinhCity).map(({ code }) => code);
    expect([...catalogue.identifiers.keys()].toSorted()).toEqual(city.toSorted());
    const codes = [...catalogue.identifiers.values()].map(({ code }) => code).toSorted();
    expect([codes[0], codes.at(-1), new Set(codes).size]).toEqual(['H29.146', 'H29.313', 168]);
  });

  test('every commune lies in a province of the list, and every unit of the city knows its former units', () => {
    const provinces = new Set(catalogue.provinces.map((province) => province.code));
    expect(catalogue.units.filter((unit) => !provinces.has(unit.provinceCode))).toEqual([]);
    const known = new Set(unitsOf(catalogue, hoChiMinhCity).map((unit) => unit.code));
    expect(new Set(Object.keys(catalogue.formerUnits))).toEqual(known);
  });

  test('no procedure is both full and listed only', () => {
    const full = new Set(catalogue.procedures.map((procedure) => procedure.code));
    expect(catalogue.listedOnly.filter((listed) => full.has(listed.code))).toEqual([]);
  });

  test.each([
    ['27112', 'Phường Cát Lái'],
    ['26732', 'Đặc khu Côn Đảo'],
  ])('unit %s is %s', (code, fullName) => {
    expect(unitsOf(catalogue, hoChiMinhCity).find((unit) => unit.fullName === fullName)?.code).toBe(code);
    expect(findUnit(catalogue, code)?.fullName).toBe(fullName);
  });

  test('24 November 2026 is a holiday, and neither 23 November nor 28 November was moved', () => {
    expect(catalogue.days.filter((day) => day.date.startsWith('2026-11'))).toMatchObject([
      { date: '2026-11-24', kind: 'holiday', verification: 'verified' },
    ]);
  });
});

describe('time limits', () => {
  const sameDay = { value: 1, unit: 'same-day' };
  test.each([
    ['1.001193', 'direct', sameDay, 'after-15h'],
    ['2.000815', 'direct', sameDay, 'after-15h'],
    ['1.004873', 'direct', { value: 3, unit: 'working-day' }, null],
    ['1.004222', 'direct', { value: 7, unit: 'working-day' }, null],
    ['2.001159', 'direct', { value: 1, unit: 'hour' }, null],
    ['1.000894', 'direct', sameDay, 'after-15h'],
    ['3.000722', 'online', { value: 3, unit: 'working-day' }, 'from-next-day-after-15h'],
    ['1.013978', 'direct', { value: 20, unit: 'working-day' }, null],
    ['1.013978', 'online', { value: 20, unit: 'working-day' }, null],
    ['1.013225', 'online', { value: 10, unit: 'working-day' }, null],
    ['1.003677', 'post', { value: 1, unit: 'working-day' }, null],
    ['1.003677', 'online', { value: 1, unit: 'working-day' }, null],
    ['2.002516', 'direct', null, null],
  ] as const)('%s %s', (code, channel, term, rule) => {
    const procedure = findProcedure(code);
    const usual = procedure && usualTerm(procedure, { day: '2026-11-23', channel });
    expect(usual === undefined ? null : plainTerm(usual)).toEqual(term);
    expect(usual?.rule ?? null).toBe(rule);
  });

  test('only a same-day limit carries the rule of 15 hours', () => {
    for (const procedure of catalogue.procedures) {
      for (const term of procedure.terms)
        expect(term.rule === 'after-15h', `${procedure.code} ${term.key}`).toBe(term.unit === 'same-day');
    }
  });
});

describe('fees', () => {
  const direct = { channel: 'direct', quantity: 1, pages: 5 } as const;
  test.each([
    ['2.000815', direct, 7000],
    ['2.000942', { ...direct, pages: 2 }, 4000],
    ['2.000635', { ...direct, copies: [{ copies: 3 }] }, 24_000],
    ['1.004222', direct, 20_000],
    ['1.004222', { ...direct, channel: 'online' }, 10_000],
    ['1.004194', { ...direct, channel: 'online' }, 7000],
    ['1.002755', direct, 15_000],
    ['1.010038', { ...direct, channel: 'online' }, 5000],
    ['2.000884', direct, 10_000],
    // One or more signatures in one paper are one case (TT 226/2016/TT-BTC Điều 4): three papers are three.
    ['2.000884', { ...direct, quantity: 3 }, 30_000],
    ['2.001008', { ...direct, quantity: 2 }, 20_000],
    ['1.000894', direct, 0],
    ['1.001193', direct, null],
    ['1.001193', { ...direct, channel: 'online' }, 0],
    ['1.013225', { ...direct, channel: 'online' }, 0],
    ['1.013274', { ...direct, channel: 'online' }, null],
  ] as const)('%s %o: %s', (code, context, amount) => {
    const rules = findProcedure(code)?.feeRules ?? [];
    expect(assessFees(rulesOn(rules, '2026-11-23'), context).map((line) => line.amount)).toEqual([amount]);
  });

  // Luật Hộ tịch 2014 Điều 11 k1 to its last day; Luật Hộ tịch 2026 Điều 12 exempts nobody.
  test.each([
    ['1.000894', 'direct', '2027-02-28', 0],
    ['1.000894', 'direct', '2027-03-01', null],
    ['1.000894', 'online', '2027-03-01', 0],
    ['1.004837', 'direct', '2027-02-28', 0],
    ['1.004837', 'direct', '2027-03-01', null],
  ] as const)('%s %s on %s: %s', (code, channel, day, amount) => {
    const rules = findProcedure(code)?.feeRules ?? [];
    expect(assessFees(rulesOn(rules, day), { channel, quantity: 1 }).map((line) => line.amount)).toEqual([amount]);
  });

  test('every procedure says its fee or that it is not known, and both places agree', () => {
    for (const procedure of catalogue.procedures) {
      const [line] = assessFees(rulesOn(procedure.feeRules, '2026-11-23'), {
        channel: 'direct',
        quantity: 1,
        pages: 1,
      });
      expect([procedure.code, line?.amount]).toEqual([procedure.code, procedure.fee.amount]);
    }
  });
});

describe('what is not verified is said', () => {
  const entries = unverifiedEntries(catalogue);
  const codes = (kind: string) => entries.filter((one) => one.kind === kind).map((one) => one.code);

  test('the three procedures without a limit', () => {
    expect(codes('term-missing').sort()).toEqual(['1.011606', '2.002481', '2.002516']);
  });

  test('the five computed days of 2027', () => {
    expect(codes('day-computed')).toEqual(['2027-04-16', '2027-04-30', '2027-05-01', '2027-05-03', '2027-11-24']);
  });

  test('38 amounts not found, 13 entries with one source, 19 known by name only', () => {
    expect([codes('fee-unknown').length, codes('one-source').length, codes('listed-only').length]).toEqual([
      38, 13, 19,
    ]);
  });

  test('every limit that nobody read in a text is a doubt, by procedure and case', () => {
    const unread = catalogue.procedures.flatMap(({ code, terms }) =>
      terms.filter(({ grade, readOn }) => grade !== 'A' || readOn === null).map(() => code),
    );
    expect(codes('term-unverified')).toEqual(unread);
  });
});

describe('a file that is not right', () => {
  let folder = '';
  beforeAll(() => {
    folder = newFolder();
  });

  function spoil(file: string, change: (text: string) => string | undefined): unknown {
    cpSync(shipped, folder, { recursive: true });
    const text = change(readFileSync(path.join(folder, file), 'utf8'));
    if (text === undefined) rmSync(path.join(folder, file));
    else writeFileSync(path.join(folder, file), text);
    return readCatalogue(folder);
  }

  test.each([
    ['holidays.json', 'không thấy tệp', () => undefined],
    ['units.json', 'không phải JSON', (text: string) => text.slice(0, -20)],
    ['banks.json', 'version: ', (text: string) => text.replace('"2026-11-22"', '"today"')],
    ['units.json', '.25747: đã có ở một dòng trước', (text: string) => text.replace('"25750"', '"25747"')],
    ['procedures.json', 'data.procedures.0.terms.0.unit: ', (text: string) => text.replace('"same-day"', '"some-day"')],
    [
      'procedures.json',
      'data.procedures.0.terms.0.grade: ',
      (text: string) => text.replace('"readOn":"2026-11-29"', '"readOn":null'),
    ],
    ['procedures.json', 'data.procedures.0.termNote: ', (text: string) => text.replace('"termNote"', '"notes"')],
    [
      'procedures.json',
      'data.procedures.0.code: ',
      (text: string) => text.replace('"code":"1.000656"', '"code":"1.656"'),
    ],
    ['holidays.json', 'data.0.kind: ', (text: string) => text.replace('"kind":"holiday"', '"kind":"party"')],
  ])('%s: %s', (file, reason, change) => {
    const read = spoil(file, change);
    expect(read).toMatchObject({ fault: 'data-broken', data: { file, reason: expect.stringContaining(reason) } });
  });

  test('what is wrong is said in each language by itself', () => {
    const read = spoil('holidays.json', (text) => text.replace('"kind":"holiday"', '"kind":"party"'));
    const { reason, reasonEn } = (read as { data: { reason: string; reasonEn: string } }).data;
    expect(reason).toMatch(/^data\.0\.kind: Chỉ nhận một trong: /);
    expect(reasonEn).toMatch(/^data\.0\.kind: It has to be one of: /);
  });

  test('put back, it is read again', () => {
    cpSync(shipped, folder, { recursive: true });
    expect(getCatalogue(folder).procedures).toHaveLength(78);
  });
});

describe('a list saved in another encoding', () => {
  const text = readFileSync(path.join(shipped, 'holidays.json'), 'utf8');

  function readWith(bytes: Uint8Array): ReturnType<typeof readCatalogue> {
    const folder = newFolder();
    cpSync(shipped, folder, { recursive: true });
    writeFileSync(path.join(folder, 'holidays.json'), bytes);
    return readCatalogue(folder);
  }

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s is read', (_, bytes) => {
    expect(readWith(bytes)).toMatchObject({ days: catalogue.days });
  });

  test.each([
    ['windows-1258', windows1258(text), /windows-1258/],
    ['letters lost', Buffer.from(text.replaceAll('Tết', 'T\ufffdt'), 'utf8'), /UTF-8/],
    ['UTF-8 read as Latin and saved', Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8'), /UTF-8/],
    [
      'windows-1258 read as Latin and saved',
      Buffer.from(Buffer.from(windows1258(text)).toString('latin1'), 'utf8'),
      /UTF-8/,
    ],
    ['? for its letters', Buffer.from(text.replaceAll(/[ẾếịâÂ]/g, '?'), 'utf8'), /\?/],
  ])('%s is refused by name', (_, bytes, says) => {
    expect(readWith(bytes)).toMatchObject({
      fault: 'data-broken',
      data: { file: 'holidays.json', reason: expect.stringMatching(says), reasonEn: expect.stringMatching(says) },
    });
  });
});
