import { readFileSync } from 'node:fs';
import {
  indicatorCodes,
  indicatorDoubts,
  indicators,
} from '../../../../electron/domain/books/report/indicators-766.ts';
import { expect, test } from 'vitest';
import { raiseOf } from '../../../../electron/domain/books/report/raise-766.ts';

const standing = {
  all: { files: 20, online: 4, open: 3, inCash: 2, complained: 1 },
  late: 2,
  unknown: { online: 1, fee: 3, cashOnly: 2 },
  unnamed: 6,
  silent: 5,
  petitions: { asked: 10, kept: 8, displeased: 0 },
  over: false,
};

test.each([
  ['2.1', '3 hồ sơ đang mở còn trong hạn', 'Cuối kỳ còn 3 hồ sơ đang mở'],
  ['3.2', '5 thủ tục trực tuyến chưa có', '5 thủ tục trực tuyến không có'],
  ['3.3', 'Thêm 6 hồ sơ', 'Kỳ này thiếu 6 hồ sơ'],
  ['3.1', '1 thủ tục chưa rõ mức trực tuyến: tra', '1 thủ tục chưa rõ mức trực tuyến'],
  ['3.4', '3 thủ tục chưa rõ có phí hay không: tìm', '3 thủ tục chưa rõ có phí hay không'],
  ['3.5', '2 thủ tục có phí chỉ thu tiền mặt trong kỳ: mời', '2 thủ tục có phí chỉ thu tiền mặt trong kỳ'],
  ['3.6', '2 hồ sơ đã trả tiền mặt: mời', '2 hồ sơ đã trả tiền mặt'],
  ['4.5', '6 hồ sơ ghi số cũ hoặc hộ chiếu: hỏi', '6 hồ sơ ghi số cũ hoặc hộ chiếu'],
  ['5.4', '2 hồ sơ trễ, 1 hồ sơ bị phản ánh; 3 hồ sơ đang mở', '2 hồ sơ trễ, 1 hồ sơ bị phản ánh'],
])('%s: what can be done yet, and of a period that is over how it stood', (code, running, over) => {
  expect(raiseOf(code, standing)?.text).toContain(running);
  expect(raiseOf(code, { ...standing, over: true })?.text).toContain(over);
});

/** What a ward can move; what the province alone publishes (1.1 to 1.3), stores (4.4) and joins (4.6) is nobody’s here. */
test('each indicator that a ward can move says what would raise it', () => {
  const lost = { ...standing, petitions: { asked: 10, kept: 8, displeased: 1 } };
  const said = indicatorCodes.filter((code) => raiseOf(code, lost) !== null);
  expect(indicatorCodes.filter((code) => !said.includes(code))).toEqual(['1.1', '1.2', '1.3', '4.4', '4.6']);
  const whole = {
    all: { files: 0, online: 0, open: 0, inCash: 0, complained: 0 },
    late: 0,
    silent: 0,
    unknown: { online: 0, fee: 0, cashOnly: 0 },
    unnamed: 0,
    petitions: { asked: 4, kept: 4, displeased: 0 },
    over: false,
  };
  expect(indicatorCodes.filter((code) => raiseOf(code, whole) !== null)).toEqual([]);
});

test('nothing is advised where nothing is lost or nothing here helps', () => {
  expect(raiseOf('3.3', { ...standing, all: { ...standing.all, online: 10 } })).toBeNull();
  expect(raiseOf('2.1', { ...standing, all: { ...standing.all, open: 0 } })).toBeNull();
  expect(raiseOf('9.9', standing)).toBeNull();
});

test('what no source settles is said to be so, on the screen and on paper alike', () => {
  const doubted = Object.keys(indicatorDoubts('vi'));
  expect(Object.keys(indicatorDoubts('en'))).toEqual(doubted);
  expect(doubted.filter((code) => !indicatorCodes.some((known) => known === code))).toEqual([]);
  for (const said of Object.values(indicatorDoubts('vi'))) expect(said).toContain('chưa kiểm chứng');
  const form = readFileSync(new URL('../../../../resources/forms/chi-so-766.json', import.meta.url), 'utf8');
  const onPaper = /Chưa kiểm chứng riêng: ([^"]*)"/.exec(form)?.[1] ?? '';
  expect(onPaper.match(/\d\.\d(?= \()/g)).toEqual(doubted);
});

/** By how many points the last hundredth of a share counts, as the portal's figures have it (rules of the form: QĐ 766, five groups of 18, 20, 22, 22 and 18). */
test.each([
  ['1.1', 6, 1, 6],
  ['1.2', 4, 1, 4],
  ['1.3', 2, 1, 2],
  ['1.4', 6, 0.5, 3],
  ['2.1', 20, 0.99, 19.8],
  ['3.1', 2, 0.79, 1.975],
  ['3.1', 2, 0.8, 2],
  ['3.2', 4, 0.99, 3.96],
  ['3.3', 6, 0.49, 5.88],
  ['3.3', 6, 0.5, 6],
  ['3.4', 2, 0.79, 1.975],
  ['3.4', 2, 0.8, 2],
  ['3.5', 2, 0.79, 1.975],
  ['3.5', 2, 0.8, 2],
  ['3.6', 6, 0.5, 3],
  ['4.1', 6, 0.5, 3],
  ['4.2', 4, 0.8, 3.2],
  ['4.3', 2, 0.79, 1.975],
  ['4.3', 2, 0.8, 2],
  ['4.4', 4, 0.5, 2],
  ['4.5', 4, 0.5, 2],
  ['4.6', 2, 0.5, 1],
  ['5.2', 6, 0.99, 5.94],
  ['5.3', 6, 0.99, 5.94],
  ['5.4', 6, 0.89, 5.9333],
  ['5.4', 6, 0.9, 6],
] as const)('%s: of at most %d points a share of %d gives %d', (code, max, share, points) => {
  const one = indicators.find((known) => known.code === code);
  expect(one?.max).toBe(max);
  expect(one?.score(share)).toBeCloseTo(points, 4);
});

test('every indicator has such a row, and its groups come to what the decision gives them', () => {
  const groups = new Map<string, number>();
  for (const { code, max } of indicators) groups.set(code.slice(0, 1), (groups.get(code.slice(0, 1)) ?? 0) + max);
  expect([...groups]).toEqual([
    ['1', 18],
    ['2', 20],
    ['3', 22],
    ['4', 22],
    ['5', 18],
  ]);
});
