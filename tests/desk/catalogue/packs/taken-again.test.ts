import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packOfAll, publisherOf, signedPack } from '../../../support/data/pack-sample.ts';
import { type TestDesk, clockAt, openPracticeDesk } from '../../../support/desk/test-desk.ts';

/** Packs over one another: taken once more, rolled back in any order, and shown for a day to come. */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterEach(() => at.end());

const from = '2026-11-23';
const tomorrow = '2026-11-24';
const reason = 'Gói sai, làm lại';
const bare = { pack: 1, publisher: 'Sở Tư pháp (thử)', madeOn: '2026-11-20' };
const signed = async (pack: object) => {
  const text = signedPack({ ...bare, ...pack });
  await at.get('pack.trust', publisherOf(text));
  return text;
};
const feesOf = (amount: number) =>
  signed({
    title: `Mức thu ${amount}`,
    fees: {
      rules: [
        {
          code: '1.001193',
          amount,
          note: 'Thử.',
          rules: [{ kind: 'flat', name: 'Lệ phí thử', amount, source: 'Nghị quyết thử' }],
        },
      ],
      incentives: [],
    },
  });
const settingsOf = (settings: object, title = JSON.stringify(settings)) => signed({ title, settings });
const take = (text: string, day = from) => at.get('pack.take', { text, from: day });
const fee = async () => (await at.get('procedure.fees', { code: '1.001193', channel: 'direct' })).fees[0].amount;
const address = async () => (await at.get('office.settings')).lookupAddress;

describe('a pack that is taken once more for its day', () => {
  test.each([from, tomorrow])('stands over what was taken since, from %s', async (day) => {
    const [one, two] = [await feesOf(10_000), await feesOf(20_000)];
    const first = await take(one, day);
    await take(two, day);
    const preview = await at.get('pack.preview', { text: one, from: day });
    expect(preview.rows).toEqual([expect.objectContaining({ after: expect.stringContaining('10.000') })]);
    const again = await take(one, day);
    expect(again.id).toBe(first.id);
    const { packs } = await at.get('pack.list');
    expect(packs.map(({ title, stands }: any) => [title, stands])).toEqual([
      ['Mức thu 10000', true],
      ['Mức thu 20000', true],
      ['Mức thu 10000', false],
    ]);
    clockAt(at, `${day}T10:00:00`);
    at.sit('supervisor');
    expect(await fee()).toBe(10_000);
    await at.get('pack.rollBack', { id: again.id, reason });
    expect(await fee()).toBe(20_000);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test.each([from, tomorrow])('and whose every word holds is not taken twice, from %s', async (day) => {
    const pack = { ...packOfAll(), forms: undefined };
    const text = await signed(pack);
    await take(text, day);
    const { rows } = await at.get('pack.preview', { text, from: day });
    expect(rows).toEqual([]);
    await take(text, day);
    expect((await at.get('pack.list')).packs).toHaveLength(1);
  });

  test('sets its settings once more, and gives back what held without it', async () => {
    const before = await address();
    const [one, two] = [await settingsOf({ lookupAddress: 'mot.vn' }), await settingsOf({ lookupAddress: 'hai.vn' })];
    const [{ id }, second] = [await take(one), await take(two)];
    await take(one);
    expect(await address()).toBe('mot.vn');
    await at.get('pack.rollBack', { id, reason });
    expect(await address()).toBe('hai.vn');
    await at.get('pack.rollBack', { id: second.id, reason });
    expect(await address()).toBe(before);
  });
});

describe('settings of packs over one another', () => {
  const told = ['mot.vn', 'hai.vn', 'ba.vn'];
  test.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])('rolled back in the order %i, %i, %i leave what held without any', async (...order) => {
    const before = await at.get('office.settings');
    const ids: string[] = [];
    for (const lookupAddress of told) ids.push((await take(await settingsOf({ lookupAddress, signing: 'leader' }))).id);
    const standing = new Set([0, 1, 2]);
    for (const one of order) {
      await at.get('pack.rollBack', { id: ids[one], reason });
      standing.delete(one);
      const now = await at.get('office.settings');
      expect(now.lookupAddress).toBe(told[Math.max(...standing)] ?? before.lookupAddress);
      expect(now.certification?.signing).toBe(standing.size === 0 ? before.certification?.signing : 'leader');
    }
    expect(await at.get('office.settings')).toEqual(before);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('of the same words: whoever is rolled back, the other keeps them', async () => {
    const before = await address();
    const one = await take(await settingsOf({ lookupAddress: 'mot.vn', peopleOnWall: true }, 'Gói một'));
    const two = await take(await settingsOf({ lookupAddress: 'mot.vn', signing: 'leader' }, 'Gói hai'));
    await at.get('pack.rollBack', { id: one.id, reason });
    expect(await address()).toBe('mot.vn');
    await at.get('pack.rollBack', { id: two.id, reason });
    expect(await address()).toBe(before);
  });
});

describe('the difference for a day to come', () => {
  const steps = (name: string) => [
    { name: 'Tiếp nhận hồ sơ', role: 'clerk', time: null },
    { name, role: 'officer', time: null },
    { name: 'Trả kết quả', role: 'clerk', time: null },
  ];
  const processOf = (name: string) =>
    signed({ title: name, processes: { frames: [], steps: [{ code: '1.001193', steps: steps(name) }] } });

  test('is against the process that holds on that day, and not against that of today', async () => {
    await take(await processOf('Xem xét'), tomorrow);
    const { rows } = await at.get('pack.preview', { text: await processOf('Thẩm tra'), from: '2026-11-25' });
    expect(rows).toEqual([
      expect.objectContaining({ key: '1.001193', before: expect.stringContaining('Xem xét (xử lý)') }),
    ]);
  });

  test('and against the settings that are set until then', async () => {
    await take(await settingsOf({ lookupAddress: 'mot.vn' }), tomorrow);
    const { rows } = await at.get('pack.preview', {
      text: await settingsOf({ lookupAddress: 'hai.vn' }),
      from: tomorrow,
    });
    expect(rows).toEqual([expect.objectContaining({ before: 'mot.vn', after: 'hai.vn' })]);
  });
});

test('a pack whose one part is left out is refused with the reason', async () => {
  const text = await signed({
    title: 'Gói thử',
    fees: {
      rules: [
        {
          code: '9.999999',
          amount: 5000,
          note: '',
          rules: [{ kind: 'flat', name: 'Lệ phí', amount: 5000, source: 'thử' }],
        },
      ],
      incentives: [],
    },
  });
  const { fault } = await at.call('pack.take', { text, from });
  expect(fault).toMatchObject({
    code: 'data-pack-left',
    message: expect.stringContaining('9.999999: Danh mục không có thủ tục này'),
  });
  expect(fault.message).not.toContain('..');
});
