import { expect, test } from 'vitest';
import { isCommuneCommittee, isPolice } from '../../../electron/domain/catalogue/deciding-agency.ts';

test.each([
  ['UBND cấp xã', 'committee'],
  ['UBND phường Cát Lái', 'committee'],
  ['Chủ tịch UBND cấp xã', 'committee'],
  ['Ủy ban nhân dân đặc khu Côn Đảo', 'committee'],
  ['Công an cấp xã', 'police'],
  ['Sở Nội vụ', null],
  ['UBND Thành phố Hồ Chí Minh', null],
  ['Phòng Công chứng số 1', null],
])('%s is %s', (agency, what) => {
  expect([isCommuneCommittee(agency), isPolice(agency)]).toEqual([what === 'committee', what === 'police']);
});
