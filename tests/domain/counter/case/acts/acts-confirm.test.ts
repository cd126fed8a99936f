import { describe, expect, test } from 'vitest';
import type { Act } from '../../../../../electron/contract/counter/case/act.ts';
import { confirmationTexts } from '../../../../../electron/contract/counter/case/confirm.ts';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import { confirmationsFor, decideAct } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import { obligationStopsClock } from '../../../../../electron/domain/counter/case/obligation.ts';
import {
  type AskedReception,
  isNationwide,
  otherNameOf,
  receptionAsks,
} from '../../../../../electron/domain/counter/case/reception-confirmations.ts';
import { type CaseState, foldCase } from '../../../../../electron/domain/counter/case/state.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { type Happened, acceptedAt, caseAfter, reception, recorded } from '../../../../support/data/case-sample.ts';

const now = '2026-11-17T10:00:00+07:00';
const officer: ActContext = { now, calendar, username: 'officer', role: 'officer' };
const clerk: ActContext = { ...officer, username: 'clerk', role: 'clerk' };
const passedOn: Happened = [{ type: 'transferred', to: '' }, acceptedAt];

/** NĐ 118/2025 Điều 14 k3c, k4, 15, 17 k1b. */
describe('a reception that wants a reason', () => {
  const usual: AskedReception = {
    attended: true,
    channel: 'direct',
    resultDelivery: 'desk',
    components: [{ originals: 1, copies: 0 }],
    procedure: { termNote: '', components: [{}] },
    waited: null,
    last: null,
    written: null,
    filerUnnamed: false,
    knownAs: null,
    caseUnchosen: false,
    agreedAhead: null,
    province: null,
    nationwide: false,
  };
  const written = { acceptedAt: '2026-11-23T09:00:00+07:00', lawDueAt: '2026-11-30T17:00:00+07:00' };
  const onlineOnly = { termNote: '03 ngày làm việc. Chỉ nộp trực tuyến.', components: [{}] };
  const permit = { termNote: '', onlineOnly: 'x', resultAway: 'NĐ 217/2026 Điều 54 k4', components: [{}] };
  test.each<[string, Partial<AskedReception>, string[]]>([
    ['nothing out of the way', {}, []],
    ['no paper at all', { components: [{ originals: 0, copies: 0 }] }, ['no-papers']],
    ['an empty list', { components: [] }, ['no-papers']],
    ['data instead of papers, online', { components: [], channel: 'online' }, []],
    ['a procedure without papers', { components: [], procedure: { termNote: '', components: [] } }, []],
    ['online only, at the desk', { procedure: onlineOnly }, ['online-only']],
    // NĐ 217/2026 Điều 54 k1: the article in the catalogue is enough.
    [
      'online only by its article, at the desk',
      { procedure: { termNote: '', onlineOnly: 'NĐ 217/2026 Điều 54 k1', components: [{}] } },
      ['online-only'],
    ],
    ['online only, by post', { procedure: onlineOnly, channel: 'post' }, ['online-only']],
    ['online only, online', { procedure: onlineOnly, channel: 'online' }, []],
    // NĐ 217/2026 Điều 54 k4a.
    ['a permit to be fetched at the desk', { procedure: permit, channel: 'online' }, ['result-at-desk']],
    ['a permit filed at the counter, with one reason', { procedure: permit }, ['online-only']],
    ['a permit by post', { procedure: permit, channel: 'online', resultDelivery: 'post' }, []],
    ['a permit online', { procedure: permit, channel: 'online', resultDelivery: 'electronic' }, []],
    [
      'a permit of a program, which nobody can be asked about',
      { attended: false, procedure: permit, channel: 'online' },
      [],
    ],
    ['a unit of the province', { province: { own: '79', deciding: '79' } }, []],
    ['a unit outside it', { province: { own: '79', deciding: '01' } }, ['outside-province']],
    ['a unit outside it, of the published list', { province: { own: '79', deciding: '01' }, nationwide: true }, []],
    ['filed online, taken as direct', { waited: 'online' }, ['online-as-direct']],
    ['filed online, taken as that', { waited: 'online', channel: 'online' }, []],
    [
      'the last one long ago',
      { last: { acceptedAt: '2026-11-23T09:00:00+07:00', now: '2026-11-23T09:01:01+07:00' } },
      [],
    ],
    [
      'the last one just now',
      { last: { acceptedAt: '2026-11-23T09:00:00+07:00', now: '2026-11-23T09:01:00+07:00' } },
      ['received-just-now'],
    ],
    ['a day written by hand', { written: { ...written, promised: '2026-12-20' } }, []],
    ['a day written by hand, of another year', { written: { ...written, promised: '2027-11-30' } }, ['date-far']],
    ['a day before the law’s', { written: { ...written, promised: '2026-11-24' } }, []],
    ['an organisation and nobody named', { filerUnnamed: true }, ['filer-unnamed']],
    ['the same online, by its account', { filerUnnamed: true, channel: 'online' }, []],
    ['papers that go by a case, and none chosen', { caseUnchosen: true }, ['case-unchosen']],
    ['the same online, where the portal asked', { caseUnchosen: true, channel: 'online' }, []],
    ['agreed for a month ahead', { agreedAhead: 30 }, []],
    ['agreed for a year ahead', { agreedAhead: 365 }, ['agreed-far']],
    ['a number that was somebody else’s', { knownAs: 'BÙI THỊ MẬN' }, ['name-differs']],
    [
      'nobody there to be asked',
      { attended: false, filerUnnamed: true, knownAs: 'BÙI THỊ MẬN', caseUnchosen: true, agreedAhead: 365 },
      [],
    ],
    ['several at once', { waited: 'online', components: [] }, ['no-papers', 'online-as-direct']],
  ])('%s', (_name, change, codes) => {
    expect(receptionAsks({ ...usual, ...change })).toEqual(codes);
  });

  test.each([
    ['before it is in force', '1.001193', '2026-09-30', false],
    ['on its first day', '1.001193', '2026-10-01', true],
    ['on its last day', '1.001193', '2026-12-31', true],
    ['after it', '1.001193', '2027-01-01', false],
    ['that names another procedure', '1.000894', '2026-10-01', false],
    ['without an end', '2.000815', '2030-01-01', true],
  ])('a published list %s', (_name, code, day, named) => {
    const document = 'Quyết định thử, không có thật';
    const list = [
      { code: '1.001193', document, from: '2026-10-01', until: '2026-12-31' },
      { code: '2.000815', document, from: '2026-10-01', until: null },
    ];
    expect(isNationwide(list, code, day)).toBe(named);
  });

  const known = (kind: string, fullName: string) => ({ kind, fullName });
  test.each<[string, ReturnType<typeof known>[], string | null]>([
    ['nobody was there', [], null],
    ['the same', [known('citizen', 'BÙI THỊ MẬN')], null],
    ['the same in small letters, and marks written apart', [known('citizen', 'Bùi Thị Mận'.normalize('NFD'))], null],
    ['another mark is another name', [known('citizen', 'BÙI THỊ MẪN')], 'BÙI THỊ MẪN'],
    ['the newest of two others', [known('citizen', 'BÙI THỊ MẪN'), known('citizen', 'LÊ AN')], 'BÙI THỊ MẪN'],
    ['one of them is it', [known('citizen', 'BÙI THỊ MẪN'), known('citizen', 'BÙI THỊ MẬN')], null],
    ['a business under its owner’s number', [known('household-business', 'HKD CÀ PHÊ GIÓ')], null],
  ])('the name under this number before: %s', (_name, before, other) => {
    expect(otherNameOf(known('citizen', 'BÙI THỊ MẬN'), before)).toBe(other);
  });

  test('each is said in both languages', () => {
    for (const { vi, en } of Object.values(confirmationTexts))
      expect([vi.length > 10, en.length > 10]).toEqual([true, true]);
  });
});

const sameDay = foldCase(recorded([[{ ...reception, term: { value: 1, unit: 'same-day' } }]]));
const asked: Happened = [
  {
    type: 'inquiry-sent',
    kind: 'opinion',
    asked: 'Công an phường',
    about: 'nơi cư trú',
    answerBy: '2026-11-18T17:00:00+07:00',
  },
];

/** Điều 17 k4, k5, 18, 19: what is not answered on the spot is passed on, handled, and its questions answered. */
describe('a result', () => {
  const finish: Act = { type: 'finish', result: 'x' };
  test.each<[string, CaseState, ActContext, string | null, string[]]>([
    ['on the spot by the clerk', sameDay, clerk, null, []],
    ['of three days by the clerk', caseAfter(), clerk, 'người xử lý ghi', ['finish-unhandled']],
    ['of three days without a hand-over', caseAfter(), officer, null, ['finish-unhandled']],
    ['after a hand-over', caseAfter(passedOn), officer, null, []],
    ['after a hand-over by the clerk', caseAfter(passedOn), clerk, 'người xử lý ghi', []],
    ['while an opinion is awaited', caseAfter(passedOn, asked), officer, null, ['inquiry-open']],
    [
      'once it came',
      caseAfter(passedOn, asked, [{ type: 'inquiry-answered', inquiry: 0, answer: 'có' }]),
      officer,
      null,
      [],
    ],
  ])('%s', (_name, state, context, refused, codes) => {
    const decided = decideAct(finish, state, context);
    if (refused === null) expect(decided).toMatchObject({ type: 'finished' });
    else expect(decided).toMatchObject({ data: { reason: expect.stringContaining(refused) } });
    expect(confirmationsFor(finish, state, context)).toEqual(codes);
  });
});

/** Điều 19 k1: who decides signs; what the product's own frame has is asked about and forbids nothing. */
describe('a result before a supervisor has approved', () => {
  const finish: Act = { type: 'finish', result: 'x' };
  const step = (name: string, role: 'clerk' | 'officer' | 'supervisor') => ({ name, role, time: null });
  const steps = [
    step('Tiếp nhận', 'clerk'),
    step('Xử lý', 'officer'),
    step('Lãnh đạo duyệt', 'supervisor'),
    step('Trả', 'clerk'),
  ];
  const frame: ActContext['process'] = { id: 'frame', steps };
  const attended: ActContext = { ...officer, attended: true, process: frame };
  test.each<[string, CaseState, ActContext, string[]]>([
    ['by who handled it', caseAfter(passedOn), attended, ['approval-unpassed']],
    ['by a program', caseAfter(passedOn), { ...attended, attended: false }, []],
    ['by the supervisor, whose name approves', caseAfter(passedOn), { ...attended, role: 'supervisor' }, []],
    [
      'where no step approves',
      caseAfter(passedOn),
      { ...attended, process: { ...frame, steps: steps.slice(0, 2) } },
      [],
    ],
    ['on the spot, where it is signed', sameDay, { ...clerk, attended: true, process: frame }, []],
  ])('%s', (_name, state, context, codes) => {
    expect(decideAct(finish, state, context)).toMatchObject({ type: 'finished' });
    expect(confirmationsFor(finish, state, context)).toEqual(codes);
  });
});

/** Điều 12 k5, 19 k6: once; far ahead wants a reason; what is late already counts late whatever is promised. */
describe('a later date', () => {
  const extend = (newDueAt: string): Act => ({ type: 'extend', reason: 'chờ xác minh', newDueAt });
  test.each([
    ['a fortnight', '2026-12-02T09:00:00+07:00', []],
    ['a year and a fortnight: a slip of the hand', '2027-12-02T09:00:00+07:00', ['date-far']],
    ['six weeks', '2026-12-31T09:00:00+07:00', []],
    ['seven', '2027-01-07T09:00:00+07:00', ['date-far']],
  ])('%s', (_name, newDueAt, codes) => {
    expect(confirmationsFor(extend(newDueAt), caseAfter(passedOn), officer)).toEqual(codes);
  });

  test('an apology for what is over: once, for a day to come, and it counts late', () => {
    const late = { ...officer, now: '2026-11-30T07:00:00+07:00' };
    expect(decideAct(extend('2026-11-30T09:00:00+07:00'), caseAfter(passedOn), late)).toMatchObject({
      data: { reason: expect.stringContaining('sau hôm nay') },
    });
    const decided = decideAct(extend('2026-12-02T09:00:00+07:00'), caseAfter(passedOn), late);
    expect(decided).toMatchObject({ type: 'extended', overdue: true });
    if (isFault(decided)) throw new Error('refused');
    const after = caseAfter(passedOn, [decided, late.now]);
    expect([after.countsLate, after.dueAt]).toEqual([true, '2026-12-02T09:00:00+07:00']);
    expect(decideAct(extend('2026-12-09T09:00:00+07:00'), after, late)).toMatchObject({
      data: { reason: expect.stringContaining('không quá một lần') },
    });
  });

  test('papers asked for twice count late (QĐ 766, formula 2.1)', () => {
    const papers: Happened = [{ type: 'supplement-requested', reason: 'thiếu' }];
    expect(caseAfter(passedOn, papers).countsLate).toBe(false);
    expect(caseAfter(passedOn, papers, papers).countsLate).toBe(true);
  });
});

/** The law of land leaves out the time until taxes are paid; elsewhere the promise runs on. */
describe('a financial obligation', () => {
  const ask: Act = { type: 'request-obligation', reason: 'lệ phí trước bạ', amount: 1_500_000 };
  const land: ActContext = { ...officer, obligationStopsClock: true };

  test('of which fields', () => {
    expect(['Đất đai', 'Hộ tịch', 'Xây dựng'].map((field) => obligationStopsClock({ field }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  function after(context: ActContext): CaseState {
    const decided = decideAct(ask, caseAfter(passedOn), context);
    if (isFault(decided)) throw new Error('refused');
    return caseAfter(passedOn, [decided, context.now]);
  }

  test('elsewhere the promise stays', () => {
    expect([after(officer).dueAt, after(officer).clock]).toEqual(['2026-11-19T17:00:00+07:00', null]);
  });

  // Asked on Tuesday 17/11 of a file due Thursday 19/11: two working days are left. 24/11 is off.
  test.each([
    ['paid the same day', '2026-11-17T16:00:00+07:00', '2026-11-19T17:00:00+07:00'],
    ['paid on Friday', '2026-11-20T09:00:00+07:00', '2026-11-25T17:00:00+07:00'],
    ['paid three weeks later', '2026-12-08T09:00:00+07:00', '2026-12-10T17:00:00+07:00'],
  ])('for land it is moved: %s', (_name, when, dueAt) => {
    const asked_ = after(land);
    expect([asked_.dueAt, asked_.status]).toEqual([null, 'obligation-requested']);
    const extend: Act = { type: 'extend', reason: 'chờ thuế', newDueAt: '2026-12-30T09:00:00+07:00' };
    expect(decideAct(extend, asked_, land)).toMatchObject({ data: { reason: expect.stringContaining('không tính') } });
    const met = decideAct({ type: 'meet-obligation' }, asked_, { ...land, now: when });
    if (isFault(met)) throw new Error('refused');
    const requested = decideAct(ask, caseAfter(passedOn), land);
    if (isFault(requested)) throw new Error('refused');
    const paid = caseAfter(passedOn, [requested, now], [met, when]);
    expect([paid.status, paid.dueAt, paid.clock]).toEqual(['processing', dueAt, null]);
  });

  test('a promise that is over is not stopped from being over', () => {
    const late = { ...land, now: '2026-11-23T09:00:00+07:00' };
    expect([after(late).dueAt, after(late).clock]).toEqual(['2026-11-19T17:00:00+07:00', null]);
  });

  test('an entry from before says nothing of the clock, and the promise runs on', () => {
    const old = caseAfter(
      passedOn,
      [{ type: 'obligation-requested', reason: 'thuế' }, now],
      [{ type: 'obligation-met' }],
    );
    expect(old.dueAt).toBe('2026-11-19T17:00:00+07:00');
  });
});
