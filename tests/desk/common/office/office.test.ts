import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, openTestDesk, password, reception } from '../../../support/desk/test-desk.ts';
import { settings } from '../../../support/papers/well-formed.ts';

let at: TestDesk;
afterEach(() => at.end());

const admin = { username: 'quan.tri', fullName: 'Phạm Văn Quản Trị', role: 'admin', password };

describe('setting a real office up from nothing', () => {
  beforeEach(() => {
    at = openTestDesk();
  });

  test('everything else waits for it, and it is done once', async () => {
    expect(await at.call('case.search', { text: 'an' })).toMatchObject({ fault: { code: 'not-set-up' } });
    expect((await at.get('system.status')).setUp).toBe(false);
    expect(at.desk.office()).toBe('none');
    const done = await at.get('office.setUp', { settings, accounts: [admin] });
    expect(done).toEqual({ practice: false, unitName: 'Phường Cát Lái' });
    expect(at.desk.office()).toBe('real');
    expect(await at.call('office.setUp', { settings, accounts: [admin] })).toMatchObject({
      fault: { code: 'already-set-up' },
    });
    expect(await at.call('office.openPractice', { cases: 0 })).toMatchObject({ fault: { code: 'already-set-up' } });
    at.sit('clerk');
    expect(await at.get('office.settings')).toEqual(settings);
    at = await at.reopen();
    at.sit('clerk');
    expect(await at.get('office.settings')).toEqual(settings);
    expect((await at.get('system.status')).practice).toBe(false);
    expect(at.desk.verify().ok).toBe(true);
  });

  test('two set-ups at once are one office', async () => {
    const other = { ...settings, centreName: 'Trung tâm khác' };
    const answers = await Promise.all(
      [settings, other].map((one) => at.call('office.setUp', { settings: one, accounts: [admin] })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ fault: { code: 'already-set-up' } });
    expect(at.desk.verify().checks.find(({ name }) => name === 'journal chains')?.looked).toBe(5);
  });

  test('a real office believes its own machine’s clock and no other', async () => {
    await at.get('office.setUp', { settings, accounts: [admin] });
    expect(at.desk.setClock(at.clock.at + 86_400_000)).toEqual({ fault: 'practice-only', data: {} });
    expect(at.desk.setClock(null)).toBeNull();
    expect((await at.get('system.status')).now).toBe('2026-11-23T09:00:00+07:00');
  });

  const q2 = (first: number, last: number) => ({
    ...settings,
    otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: [{ first, last }] }],
  });
  const ownBlocks = (...blocks: { first: number; last: number }[]) => ({
    ...settings,
    desk: { ...settings.desk, blocks },
  });

  test.each<[string, unknown, unknown[], string]>([
    ['another desk within this desk’s block', q2(100, 200), [admin], 'block-overlaps'],
    ['another desk at its very end', q2(2999, 3500), [admin], 'block-overlaps'],
    [
      'a desk that overlaps itself',
      ownBlocks({ first: 1, last: 50 }, { first: 50, last: 90 }),
      [admin],
      'block-overlaps',
    ],
    ['a unit that is not in the list', { ...settings, unitCode: '99999' }, [admin], 'unit-unknown'],
    ['a weak password', settings, [{ ...admin, password: 'matkhau' }], 'password-weak'],
    [
      'one weak among strong ones',
      settings,
      [admin, { ...admin, username: 'b2', password: 'Mat-khau-2026' }],
      'password-weak',
    ],
    ['one name twice', settings, [admin, { ...admin, fullName: 'Người khác' }], 'account-exists'],
    ['nobody', settings, [], 'input-invalid'],
    ['a block backwards', ownBlocks({ first: 9, last: 1 }), [admin], 'input-invalid'],
    ['no block', ownBlocks(), [admin], 'input-invalid'],
    [
      'hours that end before they begin',
      { ...settings, hours: [{ start: '17:00', end: '07:30' }] },
      [admin],
      'input-invalid',
    ],
    ['hours of no length', { ...settings, hours: [{ start: '08:00', end: '08:00' }] }, [admin], 'input-invalid'],
    [
      'hours that overlap',
      {
        ...settings,
        hours: [
          { start: '07:30', end: '12:00' },
          { start: '11:00', end: '17:00' },
        ],
      },
      [admin],
      'input-invalid',
    ],
    ['an identifier that looks like a desk', { ...settings, caseUnitCode: 'Q1' }, [admin], 'input-invalid'],
    ['an identifier of another shape', { ...settings, caseUnitCode: 'H29-999' }, [admin], 'input-invalid'],
  ])('%s is refused, and there is still no office', async (_what, wrong, accounts, code) => {
    expect(await at.call('office.setUp', { settings: wrong, accounts })).toMatchObject({ ok: false, fault: { code } });
    expect(at.desk.office()).toBe('none');
    expect(at.desk.verify().checks.find(({ name }) => name === 'journal chains')?.looked).toBe(0);
  });

  test('blocks side by side do not overlap', async () => {
    expect(await at.call('office.setUp', { settings: q2(3000, 3000), accounts: [admin] })).toMatchObject({ ok: true });
  });

  test('the units are those of the city', async () => {
    const { units } = await at.get('office.units');
    expect(units).toContainEqual({
      code: '27112',
      name: 'Cát Lái',
      fullName: 'Phường Cát Lái',
      type: 'phuong',
      identifier: { code: expect.stringMatching(/^H29\.\d{3}$/), grade: 'C' },
    });
    expect(units.length).toBe(168);
  });
});

describe('an office that changes', () => {
  beforeEach(async () => {
    at = await openPracticeDesk();
    at.sit('admin');
  });

  test('a change is in force at once, after a restart, and in the journal with its reason', async () => {
    const before = await at.get('office.settings');
    const changed = { ...before, centreName: 'Trung tâm phường Cát Lái mới' };
    const entries = entriesOf(at);
    expect(await at.get('office.changeSettings', { settings: changed, reason: 'đổi tên' })).toEqual(changed);
    expect((await at.get('system.status')).centreName).toBe(changed.centreName);
    expect(entriesOf(at)).toBe(entries + 1);
    at = await at.reopen();
    expect((await at.get('system.status')).centreName).toBe(changed.centreName);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a unit that is not there', { unitCode: '00000' }, 'unit-unknown'],
    [
      'overlapping blocks',
      { otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: [{ first: 1, last: 2 }] }] },
      'block-overlaps',
    ],
    [
      'the e-receipt letters of another desk',
      {
        otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: [], symbols: ['XY', 'ab'] }],
        receipts: { taxCode: '0312345678', letters: 'AB' },
      },
      'receipt-symbol-taken',
    ],
    [
      'the paper symbol of another desk',
      {
        otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: [], symbols: ['26BLP2'] }],
        receipts: { taxCode: '0312345678', paper: { template: '01BLP', symbol: '26BLP2' } },
      },
      'receipt-symbol-taken',
    ],
    ['a bidirectional mark in the name', { centreName: 'Trung\u202etâm' }, 'input-invalid'],
  ])('%s is refused and changes nothing', async (_what, change, code) => {
    const before = await at.get('office.settings');
    const report = at.desk.verify();
    expect(await at.call('office.changeSettings', { settings: { ...before, ...change }, reason: 'thử' })).toMatchObject(
      { fault: { code } },
    );
    expect(await at.get('office.settings')).toEqual(before);
    expect(at.desk.verify()).toEqual(report);
  });

  test('the numbers of a day: what was used, what was passed over, what comes next', async () => {
    const before = await at.get('office.settings');
    const receive = async (...blocks: { first: number; last: number }[]) => {
      at.sit('admin');
      await at.get('office.changeSettings', {
        settings: { ...before, desk: { ...before.desk, blocks } },
        reason: 'dải số',
      });
      at.sit('clerk');
      return (await at.get('case.receive', reception())).number.local;
    };
    expect(await receive({ first: 1, last: 4 })).toBe('Q1-261123-0001');
    expect(await receive({ first: 3, last: 4 })).toBe('Q1-261123-0003');
    expect(await receive({ first: 1, last: 4 })).toBe('Q1-261123-0004');
    const numbers = async (date: string) => (await at.get('office.numbers', { date })).blocks;
    expect(await numbers('2026-11-23')).toMatchObject([{ first: 1, last: 4, used: 3, skipped: [2], next: null }]);
    expect(await numbers('2026-11-24')).toMatchObject([{ first: 1, last: 4, used: 0, skipped: [], next: 1 }]);
    expect(await at.call('office.numbers', { date: '2026-02-30' })).toMatchObject({ fault: { code: 'input-invalid' } });
  });
});

function entriesOf(test: TestDesk): number {
  return test.desk.verify().checks.find(({ name }) => name === 'journal chains')?.looked ?? -1;
}
