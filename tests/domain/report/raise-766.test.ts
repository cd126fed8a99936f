import { expect, test } from 'vitest';
import { raiseOf } from '../../../electron/domain/report/raise-766.ts';

const standing = {
  all: { files: 20, online: 4, open: 3, inCash: 2 },
  silent: 5,
  petitions: { asked: 10, kept: 8, displeased: 0 },
  over: false,
};

test.each([
  ['2.1', '3 hồ sơ đang mở còn trong hạn', 'Cuối kỳ còn 3 hồ sơ đang mở'],
  ['3.2', '5 thủ tục trực tuyến chưa có', '5 thủ tục trực tuyến không có'],
  ['3.3', 'Thêm 6 hồ sơ', 'Kỳ này thiếu 6 hồ sơ'],
])('%s: what can be done yet, and of a period that is over how it stood', (code, running, over) => {
  expect(raiseOf(code, standing)?.text).toContain(running);
  expect(raiseOf(code, { ...standing, over: true })?.text).toContain(over);
});

test('nothing is advised where nothing is lost or nothing here helps', () => {
  expect(raiseOf('3.3', { ...standing, all: { ...standing.all, online: 10 } })).toBeNull();
  expect(raiseOf('2.1', { ...standing, all: { ...standing.all, open: 0 } })).toBeNull();
  expect(raiseOf('9.9', standing)).toBeNull();
});
