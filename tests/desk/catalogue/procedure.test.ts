import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, openTestDesk, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

/** A procedure of the catalogue whose time limit nobody has found. */
const withoutTerm = '2.002516';
const term = { value: 3, unit: 'working-day' };
const reason = 'Quyết định của UBND phường';

describe('procedures', () => {
  test('are found by words without marks and by their code', async () => {
    const codes = async (text: string, limit?: number) =>
      (await at.get('procedure.find', { text, ...(limit === undefined ? {} : { limit }) })).procedures.map(
        ({ code }: { code: string }) => code,
      );
    expect((await codes('dang ky khai sinh'))[0]).toBe('1.001193');
    expect((await codes('1.001193'))[0]).toBe('1.001193');
    expect(await codes('khai sinh', 2)).toHaveLength(2);
    expect(await codes('zzzz qqqq')).toEqual([]);
  });

  test('say their components, limit and fee, and what is not verified', async () => {
    const detail = await at.get('procedure.get', { code: '1.001193' });
    expect(detail).toMatchObject({
      code: '1.001193',
      name: expect.stringContaining('khai sinh'),
      term: { unit: 'same-day' },
      rule: 'after-15h',
    });
    expect(detail.components.map(({ index }: { index: number }) => index)).toEqual(
      detail.components.map((_: unknown, at_: number) => at_),
    );
    expect(await at.call('procedure.get', { code: '9.999999' })).toMatchObject({
      fault: { code: 'procedure-unknown', data: { code: '9.999999' } },
    });
  });

  test('say what takes their place, how they are filed and why there is no limit', async () => {
    // NĐ 217/2026 Điều 54: building permits are filed online only.
    expect(await at.get('procedure.get', { code: '1.013229' })).toMatchObject({
      onlineOnly: expect.stringContaining('NĐ 217/2026'),
      onlineLevel: 'full',
      noTerm: null,
    });
    expect((await at.get('procedure.get', { code: '1.004222' })).successor).toMatchObject({
      code: '1.116788',
      inferred: true,
    });
    expect(await at.get('procedure.get', { code: withoutTerm })).toMatchObject({
      termText: null,
      noTerm: expect.stringContaining('chưa đọc được'),
    });
  });

  test('what an office must know is unverified is listed, before there is an office', async () => {
    const empty = openTestDesk();
    const { entries } = await empty.get('procedure.unverified');
    expect(entries.length).toBeGreaterThan(0);
    expect(entries).toContainEqual(expect.objectContaining({ code: withoutTerm }));
    await empty.end();
  });
});

describe('a limit that a supervisor sets', () => {
  const input = () => reception({ procedureCode: withoutTerm, components: [{ index: 0, originals: 1, copies: 0 }] });

  test('lets a procedure without one be received, from then on and after a restart', async () => {
    expect(await at.call('case.receive', input())).toMatchObject({
      fault: { code: 'time-limit-missing', data: { code: withoutTerm } },
    });
    at.sit('supervisor');
    const detail = await at.get('procedure.setTerm', { code: withoutTerm, term, reason });
    expect(detail).toMatchObject({ term, rule: null, termVerified: true, termText: expect.stringContaining('3') });
    at.sit('clerk');
    // Monday 23 November + 3 working days; 24 November is a day off since 2026.
    expect((await at.get('case.receive', input())).dueAt).toBe('2026-11-27T17:00:00+07:00');
    at = await at.reopen();
    at.sit('clerk');
    expect((await at.get('case.receive', input())).dueAt).toBe('2026-11-27T17:00:00+07:00');
    expect(at.desk.verify().ok).toBe(true);
  });

  test('a later one wins, and cases keep what they were promised', async () => {
    at.sit('supervisor');
    await at.get('procedure.setTerm', { code: withoutTerm, term, reason });
    at.sit('clerk');
    const first = await at.get('case.receive', input());
    at.sit('supervisor');
    await at.get('procedure.setTerm', { code: withoutTerm, term: { value: 1, unit: 'working-day' }, reason });
    at.sit('clerk');
    expect((await at.get('case.receive', input())).dueDate).toBe('2026-11-25');
    expect((await at.get('case.get', { caseId: first.caseId })).state).toMatchObject({ dueAt: first.dueAt, term });
  });

  test('holds however the file comes in, in place of what the list says of its channel', async () => {
    // One working day on every way (Luật Cư trú 2020 Điều 31 k2).
    const online = { procedureCode: '1.003677', components: [], channel: 'online' };
    expect((await at.get('case.receive', reception(online))).dueDate).toBe('2026-11-25');
    at.sit('supervisor');
    await at.get('procedure.setTerm', { code: '1.003677', term: { value: 2, unit: 'working-day' }, reason });
    at.sit('clerk');
    expect((await at.get('case.receive', reception(online))).dueDate).toBe('2026-11-26');
  });

  test.each([
    ['for a procedure that is not there', { code: '9.999999' }, 'procedure-unknown'],
    ['without a reason', { reason: '' }, 'input-invalid'],
    ['of no days', { term: { value: 0, unit: 'working-day' } }, 'input-invalid'],
    ['of an unknown unit', { term: { value: 1, unit: 'week' } }, 'input-invalid'],
    ['of more years than anybody lives', { term: { value: 101, unit: 'year' } }, 'input-invalid'],
  ])('%s is refused', async (_what, change, code) => {
    at.sit('supervisor');
    const before = at.desk.verify();
    expect(await at.call('procedure.setTerm', { code: withoutTerm, term, reason, ...change })).toMatchObject({
      fault: { code },
    });
    expect(at.desk.verify()).toEqual(before);
  });
});

describe('a deadline explained', () => {
  test('by procedure and by bare term gives the same as the reception promises', async () => {
    const acceptedAt = '2026-11-23T09:00:00+07:00';
    const promised = await at.get('case.receive', reception());
    const byCode = await at.get('deadline.explain', { procedureCode: '1.001193', acceptedAt });
    expect(byCode).toEqual({ legs: [], dueAt: promised.dueAt, dueDate: promised.dueDate, steps: promised.steps });
    const byTerm = await at.get('deadline.explain', {
      term: { value: 1, unit: 'same-day' },
      acceptedAt,
      rule: 'after-15h',
    });
    expect(byTerm.dueAt).toBe(promised.dueAt);
  });

  test('the same instant in another offset is the same answer', async () => {
    const answers = ['2026-11-23T09:00:00+07:00', '2026-11-23T02:00:00Z', '2026-11-22T21:00:00-05:00'].map(
      (acceptedAt) => at.get('deadline.explain', { term, acceptedAt }),
    );
    const [first, ...rest] = await Promise.all(answers);
    for (const answer of rest) expect(answer).toEqual(first);
  });

  test.each(['0001-01-01T00:00:00Z', '2026-11-23T09:00:00', '2026-02-30T09:00:00Z', '2026-11-23T09:00:00+23:59'])(
    '%s is no instant',
    async (acceptedAt) => {
      expect(await at.call('deadline.explain', { term, acceptedAt })).toMatchObject({
        fault: { code: 'input-invalid' },
      });
    },
  );
});
