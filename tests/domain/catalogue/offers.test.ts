import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { ListItem } from '../../../electron/contract/catalogue/office-list.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import {
  type CatalogueSources,
  type TakenList,
  offersOn,
  ownCodeOf,
  standsFromUntil,
} from '../../../electron/domain/catalogue/offers.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../resources/data'));
if (isFault(catalogue)) throw new Error('the shipped lists are broken');

const sources: CatalogueSources = {
  read: catalogue.procedures,
  readDated: catalogue.dated,
  more: catalogue.more,
  moreDated: catalogue.moreDated,
  typed: [],
  taken: [],
};
const today = '2026-11-23';

function after(items: ListItem[], { ended = [] as string[], from = today, on = today } = {}) {
  const taken: TakenList[] = [{ id: 'one', from, list: { items, ended } }];
  return offersOn({ ...sources, taken }, on);
}

const ground = 'QĐ 113 của UBND phường';
const birth = '1.001193';
/** A code of the longer list that has a name and nothing else. */
const nameOnly = '1.013855';

describe('the product’s first catalogue', () => {
  const offers = offersOn(sources, today);

  test('offers the 78 read in the law and the 390 that are current, and knows the other 147', () => {
    const all = [...offers.values()];
    expect(all).toHaveLength(78 + 537);
    expect(all.filter(({ offered }) => offered)).toHaveLength(78 + 390);
    expect(all.filter(({ origin }) => origin === 'read')).toHaveLength(78);
    expect(all.filter(({ offered, standing }) => offered && standing !== 'current')).toEqual([]);
  });

  test('a code that another took the place of leads to one that is offered', () => {
    const led = [...offers.values()].filter(({ standing }) => standing === 'superseded');
    expect(led).toHaveLength(57);
    for (const { procedure } of led)
      expect(offers.get(procedure.successor?.code ?? '')?.offered, procedure.code).toBe(true);
  });

  test('no fee of the longer list is 0: what the portal leaves empty is not free', () => {
    const listed = [...offers.values()].filter(({ origin }) => origin === 'listed');
    expect(listed.filter(({ procedure }) => procedure.fee.amount === 0)).toEqual([]);
    expect(
      listed.flatMap(({ procedure }) => procedure.feeRules).filter((rule) => rule.kind === 'flat' && rule.amount === 0),
    ).toEqual([]);
  });

  test('a limit that differs by channel or case in its source is no limit', () => {
    const differs = [...offers.values()].filter(({ procedure }) => procedure.noTerm?.includes('khác nhau theo kênh'));
    expect(differs.length).toBeGreaterThan(20);
    expect(differs.every(({ procedure }) => procedure.terms.length === 0)).toBe(true);
  });
});

describe('a list of the office’s own', () => {
  test('that says what is known changes nothing: the readings stay', () => {
    const known = offersOn(sources, today).get(birth);
    const offer = after([
      { code: birth, name: 'ĐĂNG KÝ  KHAI SINH', field: 'hộ tịch', term: { value: 1, unit: 'same-day', ground } },
    ]).get(birth);
    expect(offer).toStrictEqual(known);
  });

  test('sets what it says, with its ground, and leaves the rest to the product', () => {
    const item: ListItem = {
      code: nameOnly,
      term: { value: 7, unit: 'working-day', ground },
      fee: 150_000,
      nicknames: ['attp'],
    };
    const offer = after([item]).get(nameOnly);
    expect(offer).toMatchObject({ origin: 'office', offered: true, nicknames: ['attp'], dated: today });
    expect(offer?.procedure).toMatchObject({
      name: expect.stringContaining('an toàn thực phẩm'),
      terms: [{ value: 7, unit: 'working-day', article: ground }],
      noTerm: null,
      fee: { amount: 150_000 },
      feeRules: [{ kind: 'flat', amount: 150_000 }],
    });
  });

  test('never sets one amount over fees that count by page, copy or channel', () => {
    const certified = '2.000815';
    const known = offersOn(sources, today).get(certified);
    expect(after([{ code: certified, fee: 5000 }]).get(certified)?.procedure).toBe(known?.procedure);
  });

  test('another limit takes the place of the usual one, and who read the article read another entry', () => {
    const read = catalogue.procedures.find(({ verified }) => verified !== null)?.code ?? '';
    expect(read).not.toBe('');
    const offer = after([{ code: read, term: { value: 200, unit: 'working-day', ground } }]).get(read);
    expect(offer?.procedure.verified).toBeNull();
    expect(offer?.procedure.terms[0]).toMatchObject({
      key: 'office',
      value: 200,
      unit: 'working-day',
      article: ground,
    });
  });

  test('is in force from its day, and not before', () => {
    const items: ListItem[] = [{ code: '0.123456', name: 'Xác nhận cư trú tại khu nhà trọ', field: 'Khác' }];
    expect(after(items, { from: '2026-12-01' }).has('0.123456')).toBe(false);
    expect(after(items, { from: '2026-12-01', on: '2026-12-01' }).get('0.123456')).toMatchObject({ offered: true });
  });

  test('ends what it names, and what is ended stays known', () => {
    expect(after([], { ended: [birth] }).get(birth)).toMatchObject({ offered: false, procedure: { code: birth } });
  });

  test('the later day stands over the earlier, in whatever order they were taken; of one day the later taken', () => {
    const list = (name: string, from: string): TakenList => ({
      id: name,
      from,
      list: { items: [{ code: '0.000001', name }], ended: [] },
    });
    const on = (taken: TakenList[]) => offersOn({ ...sources, taken }, '2026-12-31').get('0.000001')?.procedure.name;
    expect(on([list('sau', '2026-12-10'), list('trước', '2026-12-01')])).toBe('sau');
    expect(on([list('một', '2026-12-01'), list('hai', '2026-12-01')])).toBe('hai');
  });

  test('the days on which a catalogue is one are those between the days of its lists', () => {
    const taken = ['2026-12-01', '2027-01-01'].map((from): TakenList => ({
      id: from,
      from,
      list: { items: [], ended: [] },
    }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (days) => {
        const day = new Date(Date.UTC(2026, 10, 1) + days * 86_400_000).toISOString().slice(0, 10);
        const { from, until } = standsFromUntil(taken, day);
        expect(from <= day && day < until).toBe(true);
        expect(taken.some((one) => one.from > from && one.from < until)).toBe(false);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('the office’s own codes', () => {
  test('say the same of the same name at any counter, in a shape that codes have', () => {
    const none = () => undefined;
    const code = ownCodeOf('Xác nhận nhà trọ', none);
    expect(code).toMatch(/^0\.\d{6}$/);
    expect(ownCodeOf('XÁC NHẬN  NHÀ TRỌ.', none)).toBe(code);
    expect(ownCodeOf('Xác nhận khác', none)).not.toBe(code);
  });

  test('go on to the next where another name has it', () => {
    const code = ownCodeOf('Xác nhận nhà trọ', () => undefined);
    const next = ownCodeOf('Xác nhận nhà trọ', (one) => (one === code ? 'Tên khác' : undefined));
    expect(Number(next.slice(2))).toBe((Number(code.slice(2)) + 1) % 1_000_000);
  });
});
