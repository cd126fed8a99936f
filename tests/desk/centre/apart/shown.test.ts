import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Difference, caseDifferences } from '../../../../renderer/screens/counter/correction/difference.ts';
import { actCalled, actOf } from '../../../../renderer/screens/counter/my-work/conflict-words.ts';
import { changesOfSide, factsOfSide } from '../../../../renderer/screens/counter/my-work/side-facts.ts';
import { texts as languages, vi } from '../../../../renderer/text/languages.ts';
import { type Three, apart, get, passed, receive, table } from '../../../support/centre/apart/apart-acts.ts';
import { type DeskApart, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';

let desks: Three;
beforeAll(async () => {
  desks = await openThreeApart(16);
  for (const desk of desks) desk.clock.at = monday;
});
afterAll(async () => {
  for (const desk of desks) await desk.end();
});

type Row = (typeof table)[number];

async function sidesOf(row: Row): Promise<readonly [any, any]> {
  const id = await apart(desks, row, 0);
  const [, , q3] = desks;
  const { conflicts } = await get(q3, 'supervisor', 'conflict.list');
  const { ref } = conflicts.find((one: any) => one.ref.id === id);
  return (await get(q3, 'supervisor', 'conflict.get', { ref })).sides;
}

/** All that a side shows of what was done, in one language. */
function shown(side: any, other: any, isCase: boolean, language: 'vi' | 'en'): string {
  const texts = languages[language];
  const changes = isCase ? changesOfSide(side, other, texts, language) : [];
  return [
    actOf(side, isCase, texts),
    ...factsOfSide(side, texts).map((fact) => fact.join(': ')),
    ...changes.map(({ name, was, becomes }) => `${name}: ${was} → ${becomes}`),
  ].join('\n');
}

/** Of one reason: what it changes is what differs. */
const corrects =
  (change: Record<string, unknown>): Row[2] =>
  (desk: DeskApart, caseId: string) =>
    get(desk, 'supervisor', 'case.correct', {
      caseId,
      requestId: desk.context.ports.random.uuid(),
      reason: 'sai tên',
      change,
    });

const { applicant } = reception();
const submitter = {
  ...applicant,
  fullName: 'TRẦN VĂN BÊ',
  idNumber: '079180001111',
  authorisation: 'giấy ủy quyền số 12',
};

describe('two corrections of one reason', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, RegExp, RegExp]>([
    [
      'a name',
      { applicant: { ...applicant, fullName: 'NGUYỄN THỊ ĐẶNG ANH' } },
      { applicant: { ...applicant, fullName: 'NGUYỄN THỊ ĐẶNG ẢNH' } },
      /NGUYỄN THỊ ĐẶNG ÁNH → NGUYỄN THỊ ĐẶNG ANH$/m,
      /NGUYỄN THỊ ĐẶNG ÁNH → NGUYỄN THỊ ĐẶNG ẢNH$/m,
    ],
    [
      'an id number',
      { applicant: { ...applicant, idNumber: '079190001235' } },
      { applicant: { ...applicant, idNumber: '079190001236' } },
      /001234 → .*001235$/m,
      /001234 → .*001236$/m,
    ],
    [
      'an address',
      { applicant: { ...applicant, address: '14 Lê Lợi' } },
      { applicant: { ...applicant, address: '16 Lê Lợi' } },
      /12 Lê Lợi, Phường Cát Lái → 14 Lê Lợi/,
      /12 Lê Lợi, Phường Cát Lái → 16 Lê Lợi/,
    ],
    [
      'the procedure',
      { procedureCode: '2.000635', components: [{ index: 0, originals: 1, copies: 0 }] },
      { procedureCode: '2.000815', components: [{ index: 0, originals: 1, copies: 0 }] },
      /chữ ký.* → Cấp bản sao Trích lục/,
      /chữ ký.* → .*Chứng thực bản sao/,
    ],
    [
      'the way the result comes',
      { resultDelivery: { kind: 'post', address: '14 Lê Lợi' } },
      { resultDelivery: { kind: 'electronic' } },
      /(Tại quầy → Qua bưu chính|At the desk → By post): 14 Lê Lợi/,
      /Tại quầy → Bản điện tử|At the desk → Electronic/,
    ],
    [
      'who files it for another',
      { submitter },
      { submitter: { ...submitter, fullName: 'TRẦN VĂN BẾ' } },
      /→ TRẦN VĂN BÊ$/m,
      /→ TRẦN VĂN BẾ$/m,
    ],
  ])('%s: each side shows what it changed, before and after', async (_what, one, other, byFirst, bySecond) => {
    const sides = await sidesOf(['corrections', receive(), corrects(one), corrects(other)]);
    for (const language of ['vi', 'en'] as const) {
      const said = sides.map((side, at) => shown(side, sides[1 - at], true, language));
      const [first, second] = sides[0].counter.code === 'Q1' ? said : said.toReversed();
      // Of procedures the words stay Vietnamese: they are names.
      expect(first).toMatch(byFirst);
      expect(second).toMatch(bySecond);
      // What the other counter did is in neither.
      expect(first).not.toMatch(bySecond);
    }
  });

  test('two papers of one submitter and one name', () => {
    const facts = (authorisation: string) => ({ submitter: { ...submitter, authorisation } });
    const base = { ...reception(), procedure: { name: '' }, citizenCases: [], copies: [], pages: null, fees: [] };
    const of = (authorisation: string) => ({ ...base, dueAt: null, termCase: null, ...facts(authorisation) }) as never;
    expect(caseDifferences(of('số 1'), of('số 2'), vi, 'vi')).toEqual<Difference[]>([
      { name: 'Giấy tờ cho nộp thay', was: 'số 1', becomes: 'số 2' },
    ]);
  });
});

const setsFee =
  (amount: number): Row[2] =>
  (desk, caseId) =>
    get(desk, 'clerk', 'money.setFee', { caseId, line: 0, amount, source: 'Bảng niêm yết' });
const asksFor =
  (item: string): Row[2] =>
  (desk, caseId) => {
    const act = { type: 'request-supplement', reason: 'Thiếu giấy', items: [item] };
    return get(desk, 'supervisor', 'case.act', { caseId, act });
  };

const others: readonly [string, RegExp | null][] = [
  ['two results', /Đạt/],
  ['two hand-outs', /Giấy hẹn: báo mất/],
  ['papers asked for twice', /Thiếu A/],
  ['two extensions', /Ngày hẹn trả: .* → .*28/],
  ['two corrections', /Số bộ: 1 → 2/],
  ['the fee taken down twice', /còn 0 đồng/],
  ['two answers to one question', /Không cư trú/],
  ['a waiting file withdrawn, and refused', /Căn cứ pháp lý/],
  ['a petition answered, and refused', /đã trả/],
  ['a list signed twice', /Lê A/],
];

test.each(others)('%s: the sides show what differs, in both languages', async (name, said) => {
  const row = table.find(([one]) => one === name);
  if (row === undefined) throw new Error(name);
  await differ(await sidesOf(row), said);
});

test('two lists of papers under one reason, and two posted amounts', async () => {
  await differ(
    await sidesOf(['lists', receive({}, passed), asksFor('Giấy chứng sinh'), asksFor('Giấy kết hôn')]),
    /Giấy tờ phải bổ sung: Giấy chứng sinh/,
  );
  await differ(
    await sidesOf(['fees', receive({ procedureCode: '1.001193' }), setsFee(5000), setsFee(6000)]),
    /6\.000 đồng/,
  );
});

async function differ(sides: readonly [any, any], said: RegExp | null): Promise<void> {
  const isCase = sides[0].changed !== null;
  for (const language of ['vi', 'en'] as const) {
    const [left, right] = sides.map((side, at) => shown(side, sides[1 - at], isCase, language));
    expect(left).not.toBe(right);
    if (language === 'vi' && said !== null) expect(`${left}\n${right}`).toMatch(said);
  }
}

test('each act of a case is called something, whoever or whatever stands first in its sentence', () => {
  for (const texts of Object.values(languages)) {
    const called = Object.keys(texts.caseFile.done).map((type) => actCalled(type, true, texts));
    expect(called.filter((one) => !/^\p{Lu}/u.test(one) || /[{}]/.test(one))).toEqual([]);
  }
  expect(actCalled('leg-received', true, vi)).toBe('Đã nhận hồ sơ');
});
