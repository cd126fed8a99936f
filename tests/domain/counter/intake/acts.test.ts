import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { IntakeAct, IntakeKind } from '../../../../electron/contract/counter/intake/intake.ts';
import { availableIntakeActs, decideIntake } from '../../../../electron/domain/counter/intake/acts.ts';
import { type Intake, applyIntake } from '../../../../electron/domain/counter/intake/intake.ts';
import { supplementRefusal } from '../../../../electron/domain/counter/case/supplement.ts';
import { arrival } from '../../../support/data/intake-sample.ts';
import type { IntakeStatus } from '../../../../electron/contract/base/case-status.ts';

const at = '2026-11-23T09:00:00+07:00';
type Deed = IntakeAct | { readonly type: 'accept' };

const deeds: Readonly<Record<Deed['type'], Deed>> = {
  see: { type: 'see' },
  guide: { type: 'guide', items: [] },
  'ask-supplement': { type: 'ask-supplement', items: ['Giấy chứng sinh'], reason: 'thiếu giấy tờ' },
  complete: { type: 'complete' },
  refuse: { type: 'refuse', reason: 'không thuộc thẩm quyền', legalBasis: 'Điều 4' },
  withdraw: { type: 'withdraw', reason: 'người nộp xin rút' },
  accept: { type: 'accept' },
};

const clerk = { role: 'clerk', term: null } as const;

function after(kind: IntakeKind, ...done: readonly Deed[]): Intake {
  return done.reduce(
    (before, deed) => {
      const event = decideIntake(deed, before, clerk);
      if (isFault(event)) throw new Error(event.data.reason);
      return applyIntake(before, at, event);
    },
    applyIntake(undefined, at, arrival(kind, at)),
  );
}

const { see, complete, refuse, withdraw, accept } = deeds;
const ask = deeds['ask-supplement'];

describe('what may be done before reception, by status (NĐ 118/2025 Điều 15–17, 21)', () => {
  test.each<[string, Intake, IntakeStatus, readonly Deed['type'][]]>([
    ['a person at the counter', after('counter'), 'at-counter', ['guide', 'ask-supplement', 'refuse', 'accept']],
    [
      'an online file',
      after('online'),
      'registered',
      ['see', 'guide', 'ask-supplement', 'refuse', 'withdraw', 'accept'],
    ],
    [
      'an online file that was seen',
      after('online', see),
      'registered',
      ['guide', 'ask-supplement', 'refuse', 'withdraw', 'accept'],
    ],
    ['a parcel', after('post'), 'registered', ['guide', 'ask-supplement', 'refuse', 'withdraw', 'accept']],
    [
      'asked for completion',
      after('online', ask),
      'supplement-requested',
      ['guide', 'complete', 'refuse', 'withdraw', 'accept'],
    ],
    ['completed', after('online', ask, complete), 'registered', ['guide', 'refuse', 'withdraw', 'accept']],
    ['refused', after('post', refuse), 'refused', []],
    ['taken back', after('post', withdraw), 'withdrawn', []],
    ['received', after('counter', ask, accept), 'accepted', []],
  ])('%s', (_name, intake, status, allowed) => {
    expect(intake.status).toBe(status);
    const may = availableIntakeActs(intake, clerk).filter(({ refusal }) => refusal === null);
    expect(may.map(({ act }) => act).toSorted()).toEqual([...allowed].toSorted());
    for (const deed of Object.values(deeds))
      expect([deed.type, isFault(decideIntake(deed, intake, clerk))]).toEqual([
        deed.type,
        !allowed.includes(deed.type),
      ]);
  });
});

describe('what is refused says which rule forbids it', () => {
  test.each<[Deed, Intake, string, RegExp]>([
    [ask, after('online', ask, complete), 'Điều 16 k3', /một lần/],
    [complete, after('online'), 'Điều 16 k3', /Trạng thái/],
    [accept, after('post', refuse), 'Điều 17', /Trạng thái/],
    [accept, after('post', accept), 'Điều 17', /đã được tiếp nhận/],
    [withdraw, after('counter'), 'Điều 21', /Trạng thái/],
    [see, after('online', see), 'Điều 17 k2', /đã có|Đã có/],
  ])('%j', (deed, intake, rule, reason) => {
    expect(decideIntake(deed, intake, clerk)).toMatchObject({
      fault: 'action-not-allowed',
      data: { rule: expect.stringContaining(rule), reason: expect.stringMatching(reason) },
    });
  });

  test('guidance is no second request: once asked it repeats what was asked for and adds nothing (Điều 5 k1 đ)', () => {
    const guide = (...items: string[]): Deed => ({ type: 'guide', items });
    const asked = { asked: ['Giấy chứng sinh'] };
    expect(decideIntake(guide('Ảnh 4x6'), after('online'), clerk)).toMatchObject({ type: 'guided' });
    for (const file of [after('online', ask), after('online', ask, complete)]) {
      for (const role of ['clerk', 'supervisor'] as const)
        for (const items of [['Ảnh 4x6'], ['giay chung sinh', 'Ảnh 4x6']])
          expect(decideIntake(guide(...items), file, { ...clerk, ...asked, role })).toMatchObject({
            fault: 'action-not-allowed',
            data: {
              rule: expect.stringContaining('Điều 5 k1 đ'),
              reason: expect.stringMatching(/lãnh đạo quyết định và nêu lý do/),
            },
          });
      for (const items of [[], ['GIẤY CHỨNG SINH']])
        expect(decideIntake(guide(...items), file, { ...clerk, ...asked })).toMatchObject({ type: 'guided' });
    }
  });

  test('a slip is made out to somebody', () => {
    const named = arrival('counter', at);
    const nameless = applyIntake(undefined, at, { ...named, applicant: { ...named.applicant, fullName: '' } });
    for (const deed of [ask, refuse])
      expect(decideIntake(deed, nameless, clerk)).toMatchObject({ fault: 'action-not-allowed' });
    expect(decideIntake(deeds.guide, nameless, clerk)).toMatchObject({ type: 'guided' });
  });

  test('a second request is the supervisor’s, with a reason (Điều 16 k3)', () => {
    const asked = after('online', ask, complete);
    const supervisor = { role: 'supervisor', term: null } as const;
    const again = { ...ask, override: 'giấy tờ nộp thêm bị rách' } as Deed;
    expect(decideIntake(again, asked, clerk)).toMatchObject({ fault: 'action-not-allowed' });
    expect(decideIntake(ask, asked, supervisor)).toMatchObject({ fault: 'action-not-allowed' });
    expect(decideIntake(again, asked, supervisor)).toMatchObject({
      type: 'supplement-asked',
      override: expect.any(String),
    });
  });

  test.each(['counter', 'post', 'online'] as const)(
    'and nobody’s who asks alone for a signature later (Điều 5 k1 đ): %s, by the rule of a case',
    (kind) => {
      const again = { ...ask, override: 'buổi tối, lãnh đạo đã về' } as Deed;
      for (const asked of [after(kind, ask), after(kind, ask, complete)])
        for (const role of ['clerk', 'officer', 'admin'] as const) {
          const refusal = supplementRefusal({ asked: 1, role, request: { override: 'buổi tối' } });
          expect(refusal?.vi).toContain('lần thứ hai cần lãnh đạo quyết định và nêu lý do.');
          expect(decideIntake(again, asked, { role, term: null })).toMatchObject({ data: { reason: refusal?.vi } });
        }
    },
  );
});
