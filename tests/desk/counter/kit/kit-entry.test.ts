import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { numberNotes, onPaper, printKit } from '../../../support/counter/kit-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk } from '../../../support/desk/test-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

describe('entering what was received on paper', () => {
  test('keeps the real time, says who entered it later, and closes the gap list', async () => {
    const { kit } = await printKit(at);
    const [one, two, three] = kit.sheets.map(({ number }: any) => number);
    clockAt(at, '2026-11-25T08:30:00');
    const received = await at.get('case.receive', onPaper(one, '2026-11-23T14:05:00'));
    expect(received).toMatchObject({
      number: { official: one },
      acceptedAt: '2026-11-23T14:05:00+07:00',
      dueAt: '2026-11-23T17:00:00+07:00',
      warnings: [],
    });
    const { state, actions } = await at.get('case.get', { caseId: received.caseId });
    expect(state).toMatchObject({
      acceptedAt: '2026-11-23T14:05:00+07:00',
      enteredLater: { by: 'clerk', at: '2026-11-25T08:30:00+07:00', promisedAt: null },
    });
    expect(actions[0]).toMatchObject({ type: 'received', at: '2026-11-25T08:30:00+07:00' });
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows).toMatchObject([
      {
        number: one,
        acceptedAt: '2026-11-23T14:05:00+07:00',
        notes: [{ kind: 'entered-later', at: '2026-11-25T08:30:00+07:00' }],
      },
    ]);
    expect(numberNotes(at)).toEqual(['20261123: 2–3 set aside on paper, neither entered nor void']);

    await at.get('case.receive', onPaper(two, '2026-11-23T15:00:01'));
    await at.get('kit.void', { kitId: kit.kitId, serials: [3], reason: 'Nhòe mực' });
    expect(numberNotes(at)).toEqual([]);
    const [block] = (await at.get('office.numbers', { date: '2026-11-23' })).blocks;
    expect(block).toMatchObject({ used: 2, setAside: [], voidSheets: [3], skipped: [], next: 4 });
    expect(await at.get('kit.list')).toEqual({ kits: [] });
    const [closed] = (await at.get('kit.list', { all: true })).kits;
    expect(closed.sheets).toMatchObject([
      { state: 'used', caseId: received.caseId },
      { state: 'used' },
      { state: 'void', reason: 'Nhòe mực', number: three },
    ]);
  });

  test('a day promised by hand that lies far beyond the law is asked about: another month or year was meant', async () => {
    const { kit } = await printKit(at);
    clockAt(at, '2026-11-25T08:30:00');
    const input = {
      ...onPaper(kit.sheets[0].number, '2026-11-23T14:05:00', { promisedDate: '2027-11-23' }),
      attended: true,
    };
    const { fault } = await at.call('case.receive', input);
    expect(fault).toMatchObject({ code: 'confirmation-needed', data: { codes: ['date-far'] } });
    const confirm = [{ code: 'date-far', reason: 'ghi đúng như trên giấy' }];
    expect(await at.get('case.receive', { ...input, confirm })).toMatchObject({
      dueAt: '2026-11-23T17:00:00+07:00',
      warnings: [{ code: 'promise-later' }],
    });
  });

  test('the later receipt and the history say so', async () => {
    const { kit } = await printKit(at);
    clockAt(at, '2026-11-25T08:30:00');
    const { caseId, documents } = await at.get('case.receive', onPaper(kit.sheets[0].number, '2026-11-23T14:05:00'));
    expect(await paperWords(at, documents[0].documentId)).toContain('nhập sau bởi');
    const { documentId } = await at.get('paper.render', { caseId, form: 'qua-trinh' });
    expect(await paperWords(at, documentId)).toContain('14:05');
  });

  test('the same request twice is one case, and the same number twice is refused with its case', async () => {
    const { kit } = await printKit(at);
    const input = onPaper(kit.sheets[0].number, '2026-11-23T09:00:00');
    const first = await at.get('case.receive', input);
    expect((await at.get('case.receive', input)).caseId).toBe(first.caseId);
    const again = await at.call('case.receive', { ...input, requestId: crypto.randomUUID() });
    expect(again).toMatchObject({ fault: { code: 'kit-number-used', data: { caseId: first.caseId } } });
    expect(again.fault.message).toContain(kit.sheets[0].number);
  });

  test.each<[string, string, string, Record<string, unknown>]>([
    ['a number of no kit', 'H29.999-261123-0009', 'kit-number-unknown', {}],
    ['a number of another office', 'H29.998-261123-0001', 'kit-number-unknown', {}],
    ['no number at all', 'xin chào', 'kit-number-unknown', {}],
    [
      'a time before the kit was printed',
      'H29.999-261123-0001',
      'kit-time',
      { acceptedAt: '2026-11-23T08:59:00+07:00' },
    ],
    ['a time that is not yet', 'H29.999-261123-0001', 'kit-time', { acceptedAt: '2026-11-25T08:30:01+07:00' }],
    ['a promise before the reception', 'H29.999-261123-0001', 'kit-promise', { promisedDate: '2026-11-22' }],
    [
      'a promised hour before it',
      'H29.999-261123-0001',
      'kit-promise',
      { promisedDate: '2026-11-23', promisedTime: '09:00' },
    ],
    ['a day that does not exist', 'H29.999-261123-0001', 'input-invalid', { promisedDate: '2026-02-30' }],
    ['an hour that does not exist', 'H29.999-261123-0001', 'input-invalid', { promisedTime: '24:00' }],
    ['a void sheet', 'H29.999-261123-0003', 'kit-number-void', {}],
  ])('%s changes nothing', async (_what, number, code, more) => {
    const { kit } = await printKit(at);
    await at.get('kit.void', { kitId: kit.kitId, serials: [3], reason: 'Rách' });
    clockAt(at, '2026-11-25T08:30:00');
    const before = at.desk.verify();
    const result = await at.call('case.receive', onPaper(number, '2026-11-23T14:05:00', more));
    expect(result).toMatchObject({ ok: false, fault: { code } });
    expect(at.desk.verify()).toEqual(before);
  });

  test('the number is read in any case and with any dash, the desk’s own name of it too', async () => {
    const { kit } = await printKit(at);
    const typed = ['h29.999–261123–0001', 'Q1-261123-0002', ' H29.999-20261123-0003 '];
    for (const [index, number] of typed.entries()) {
      const { number: given } = await at.get('case.receive', onPaper(number, '2026-11-23T09:00:00'));
      expect(given.official).toBe(kit.sheets[index].number);
    }
  });

  // 1.001193 is answered the same day; by law what comes at 15:30 is for the next working day, the 25th.
  test.each<[string, Record<string, string>, string, string[]]>([
    ['nothing written', {}, '2026-11-25T17:00:00+07:00', []],
    ['the law’s day', { promisedDate: '2026-11-25' }, '2026-11-25T17:00:00+07:00', []],
    ['an earlier day', { promisedDate: '2026-11-24' }, '2026-11-24T17:00:00+07:00', ['promise-earlier']],
    ['the same day', { promisedDate: '2026-11-23' }, '2026-11-23T17:00:00+07:00', ['promise-earlier']],
    [
      'an earlier hour',
      { promisedDate: '2026-11-25', promisedTime: '10:00' },
      '2026-11-25T10:00:00+07:00',
      ['promise-earlier'],
    ],
    ['a later day', { promisedDate: '2026-11-27' }, '2026-11-25T17:00:00+07:00', ['promise-later']],
  ])('promised on paper: %s', async (_what, written, dueAt, codes) => {
    const { kit } = await printKit(at);
    clockAt(at, '2026-11-25T08:30:00');
    const input = onPaper(kit.sheets[0].number, '2026-11-23T15:30:00', written);
    const { caseId, warnings, steps, ...received } = await at.get('case.receive', input);
    expect(received.dueAt).toBe(dueAt);
    expect(warnings.map(({ code }: any) => code)).toEqual(codes);
    const { state } = await at.get('case.get', { caseId });
    expect(state.dueAt).toBe(dueAt);
    expect(state.steps).toEqual(steps);
    expect(state.enteredLater.lawDueAt).toBe('2026-11-25T17:00:00+07:00');
    expect(state.enteredLater.promisedAt === null).toBe(codes.length === 0);
    expect(numberNotes(at)).toHaveLength(1);
  });

  test('a sheet of yesterday’s kit used today is entered, and the answer says the days differ', async () => {
    const { kit } = await printKit(at);
    clockAt(at, '2026-11-25T16:00:00');
    const input = onPaper(kit.sheets[0].number, '2026-11-25T09:00:00');
    const { warnings, number } = await at.get('case.receive', input);
    expect(warnings).toMatchObject([{ code: 'other-day' }]);
    expect(number.official).toBe('H29.999-261123-0001');
  });

  test('keeps the number on the paper when the office has another name meanwhile', async () => {
    const { kit } = await printKit(at);
    at.sit('admin');
    const settings = await at.get('office.settings');
    const renamed = { ...settings, caseUnitCode: 'H29.777', desk: { ...settings.desk, code: 'Q2' }, otherDesks: [] };
    await at.get('office.changeSettings', { settings: renamed, reason: 'renamed' });
    at.sit('clerk');
    const { number } = await at.get('case.receive', onPaper(kit.sheets[0].number, '2026-11-23T09:00:00'));
    expect(number).toEqual({ local: 'Q1-261123-0001', official: 'H29.999-261123-0001' });
  });

  test('a clock that nobody trusts enters nothing', async () => {
    const { kit } = await printKit(at);
    at.clock.at -= 3_600_000;
    const refused = await at.call('case.receive', onPaper(kit.sheets[0].number, '2026-11-23T09:00:00'));
    expect(refused).toMatchObject({ fault: { code: 'clock-untrusted' } });
    const asked = { count: 1, requestId: crypto.randomUUID() };
    expect(await at.call('kit.print', asked)).toMatchObject({ fault: { code: 'clock-untrusted' } });
  });
});
