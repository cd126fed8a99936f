import { describe, expect, test } from 'vitest';
import type { DelegationTerms } from '../../../../electron/contract/common/office/delegation.ts';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import {
  type ToldDelegation,
  actingRole,
  holdsOn,
  isDeputyTitle,
  refuseDelegation,
  signingLines,
} from '../../../../electron/domain/common/office/delegation.ts';

const terms: DelegationTerms = {
  leader: 'lan',
  delegate: 'minh',
  post: 'chairman',
  form: 'KT',
  title: 'Phó Chủ tịch',
  document: 'Thông báo 12/TB-UBND ngày 01/12/2026',
  from: '2026-12-02',
  to: '2026-12-05',
};
const told = (more: Partial<ToldDelegation> = {}): ToldDelegation => ({
  delegationId: '1',
  ...terms,
  endedOn: null,
  ...more,
});
const who = (username: string, role: Role = 'supervisor', disabled = false) => ({ username, role, disabled });

test.each([
  ['2026-12-01', false],
  ['2026-12-02', true],
  ['2026-12-05', true],
  ['2026-12-06', false],
] as const)('both days are in it: %s %s', (day, holds) => {
  expect(holdsOn(told(), day)).toBe(holds);
  expect(holdsOn(told({ endedOn: '2026-12-03' }), day)).toBe(false);
});

test.each([
  ['Phó Chủ tịch', true],
  [' PHÓ GIÁM ĐỐC', true],
  ['phó trưởng phòng'.normalize('NFD'), true],
  ['Trưởng phòng', false],
  ['Chánh Văn phòng', false],
  ['Phóng viên', false],
])('KT. is a deputy’s: «%s» %s', (title, isDeputy) => {
  expect(isDeputyTitle(title)).toBe(isDeputy);
});

describe('who may stand for whom (NĐ 30/2020 Điều 13)', () => {
  const refused = (
    more: Partial<DelegationTerms> = {},
    known: readonly ToldDelegation[] = [],
    { leader = who('lan'), delegate = who('minh', 'officer'), today = '2026-12-01' } = {},
  ) => refuseDelegation({ ...terms, ...more }, known, { leader, delegate, today })?.code ?? null;

  test('a leader by somebody who handles files', () => {
    expect(refused()).toBeNull();
    expect(refused({}, [], { delegate: who('minh') })).toBeNull();
    for (const delegate of [who('minh', 'clerk'), who('minh', 'admin'), who('minh', 'officer', true), who('lan')])
      expect(refused({}, [], { delegate })).toBe('delegation-unfit');
    for (const leader of [who('lan', 'officer'), who('lan', 'supervisor', true)])
      expect(refused({}, [], { leader })).toBe('delegation-unfit');
  });

  test('for days that are not over, the last one counts', () => {
    expect(refused({}, [], { today: '2026-12-05' })).toBeNull();
    expect(refused({}, [], { today: '2026-12-06' })).toBe('delegation-past');
  });

  test('for a year at most', () => {
    expect(refused({ to: '2027-12-02' })).toBeNull();
    expect(refused({ to: '2027-12-03' })).toBe('delegation-far');
    expect(refused({ to: '2999-12-31' })).toBe('delegation-far');
  });

  test('one at a time for a leader; what was ended is in nobody’s way', () => {
    const before = told({ delegate: 'hoa', from: '2026-11-30', to: '2026-12-02' });
    expect(refused({}, [before])).toBe('delegation-overlaps');
    expect(refused({ from: '2026-12-03' }, [before])).toBeNull();
    expect(refused({}, [{ ...before, endedOn: '2026-12-01' }])).toBeNull();
  });

  test('what was authorised is passed on to nobody (NĐ 30/2020 Điều 13 k3), and who is away stands for nobody', () => {
    expect(refused({}, [told({ leader: 'minh', delegate: 'hoa' })])).toBe('delegation-chain');
    expect(refused({}, [told({ leader: 'hoa', delegate: 'lan', form: 'TUQ' })])).toBe('delegation-chain');
    expect(refused({ form: 'TUQ' }, [told({ leader: 'hoa', delegate: 'lan' })])).toBe('delegation-chain');
    expect(refused({}, [told({ leader: 'hoa', delegate: 'lan' })])).toBeNull();
  });
});

test('an officer acts as a leader while they stand for one; an administrator never does', () => {
  const officer = { username: 'minh', role: 'officer' as const };
  expect(actingRole(officer, [told()], '2026-12-03')).toBe('supervisor');
  expect(actingRole(officer, [told()], '2026-12-06')).toBe('officer');
  expect(actingRole({ ...officer, username: 'hoa' }, [told()], '2026-12-03')).toBe('officer');
  expect(actingRole({ username: 'minh', role: 'admin' }, [told()], '2026-12-03')).toBe('admin');
});

test.each([
  ['chairman', 'KT', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  ['chairman', 'TUQ', 'Giám đốc Trung tâm', 'TUQ. CHỦ TỊCH', 'GIÁM ĐỐC TRUNG TÂM'],
  ['director', 'TL', 'Tổ trưởng', 'TL. GIÁM ĐỐC', 'TỔ TRƯỞNG'],
] as const)('a signature for the %s, %s: %s', (post, form, title, head, deputy) => {
  expect(signingLines({ post, form, title })).toEqual({ head, deputy });
});
