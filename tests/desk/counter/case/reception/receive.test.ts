import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

describe('receiving a case', () => {
  test('numbers it, promises a date and makes its receipt', async () => {
    const received = await at.get('case.receive', reception());
    expect(received).toMatchObject({
      number: { local: 'Q1-261123-0001', official: 'H29.999-261123-0001' },
      acceptedAt: '2026-11-23T09:00:00+07:00',
      dueAt: '2026-11-23T17:00:00+07:00',
      documents: [{ form: 'mau-01', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      printJobId: null,
      paperFault: null,
    });
  });

  test('after 15:00 on the eve of a holiday is promised for the day after it', async () => {
    at.clock.at = Date.parse('2026-11-23T15:00:01+07:00');
    at.sit('clerk');
    expect((await at.get('case.receive', reception())).dueAt).toBe('2026-11-25T17:00:00+07:00');
  });

  test('the same request twice is one case with one paper and one print', async () => {
    const input = reception({ print: true, printer: 'laser' });
    const [first, second] = await Promise.all([at.get('case.receive', input), at.get('case.receive', input)]);
    const third = await at.get('case.receive', { ...input, print: false });
    for (const again of [second, third]) {
      expect(again).toEqual(first);
    }
    expect(first.printJobId).toEqual(expect.any(String));
    await at.get('print.list');
    expect(at.printer.sent).toHaveLength(1);
    expect((await at.get('case.search', { text: 'dang anh' })).hits).toHaveLength(1);
  });

  test('the same request again tells no print that it did not ask for', async () => {
    const input = reception();
    const { documents } = await at.get('case.receive', input);
    const reason = 'người nộp xin bản in';
    await at.get('print.again', { documentId: documents[0].documentId, printer: 'laser', reason });
    expect(await at.get('case.receive', input)).toMatchObject({ printJobId: null, documents });
  });

  test.each([
    [
      'a number of no province',
      { idNumber: '000000000001' },
      ['province-unknown', 'birth-year-disagrees', 'sex-disagrees'],
    ],
    [
      'a number of another year and sex',
      { idNumber: '079090001234', dateOfBirth: '1985-05-05', sex: 'female' },
      ['birth-year-disagrees', 'sex-disagrees'],
    ],
    ['what agrees', { idNumber: '079190001234', dateOfBirth: '1990-05-05', sex: 'female' }, []],
    ['a tax code', { kind: 'business', idNumber: '0312345678' }, []],
  ])('%s is received, and warned of', async (_what, change, codes) => {
    const input = reception();
    const { caseId, warnings } = await at.get('case.receive', {
      ...input,
      applicant: { ...input.applicant, ...change },
    });
    expect(caseId).toBe(input.requestId);
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(codes);
    for (const { text, textEn } of warnings) expect([text, textEn].join()).not.toMatch(/\d{9}|undefined/);
  });

  test.each(['2026-11-24', '2026-12', '2027', '2090-01-01'])(
    'a birth of %s is after today and refused',
    async (born) => {
      const input = reception();
      expect(
        await at.call('case.receive', { ...input, applicant: { ...input.applicant, dateOfBirth: born } }),
      ).toMatchObject({
        ok: false,
        fault: {
          code: 'input-invalid',
          data: { issues: [{ path: 'applicant.dateOfBirth', message: 'birth-in-future' }] },
        },
      });
    },
  );

  test('gives each case the next serial, and starts again the next day', async () => {
    const serials: string[] = [];
    for (const day of ['2026-11-23', '2026-11-23', '2026-11-25', '2026-11-25']) {
      at.clock.at = Date.parse(`${day}T10:00:00+07:00`);
      at.sit('clerk');
      serials.push((await at.get('case.receive', reception())).number.official);
    }
    expect(serials).toEqual([
      'H29.999-261123-0001',
      'H29.999-261123-0002',
      'H29.999-261125-0001',
      'H29.999-261125-0002',
    ]);
  });

  test('prints only what is on disk, under the number alone', async () => {
    const { printJobId, number } = await at.get('case.receive', reception({ print: true, printer: 'laser' }));
    const { jobs } = await at.get('print.list', { all: true });
    expect(jobs).toMatchObject([{ jobId: printJobId, state: 'printed', copyOf: 0, number: number.official }]);
    expect(at.printer.sent[0]?.title).toBe(number.official);
  });

  test('a city that numbers itself gets a temporary number, and the official one stays open', async () => {
    at.sit('admin');
    const settings = await at.get('office.settings');
    await at.get('office.changeSettings', {
      settings: { ...settings, numberAuthority: 'city' },
      reason: 'the city numbers',
    });
    at.sit('clerk');
    expect((await at.get('case.receive', reception())).number).toEqual({ local: 'Q1-261123-0001', official: null });
  });
});

describe('what is refused, and changes nothing', () => {
  const person = reception()['applicant'];
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown procedure', { procedureCode: '9.999999' }, 'procedure-unknown'],
    [
      'a procedure without a time limit',
      { procedureCode: '2.002516', components: [{ index: 0, originals: 1, copies: 0 }] },
      'time-limit-missing',
    ],
    [
      'a component the procedure does not have',
      { components: [{ index: 99, originals: 1, copies: 0 }] },
      'component-unknown',
    ],
    [
      'a component twice',
      {
        components: [
          { index: 0, originals: 1, copies: 0 },
          { index: 0, originals: 1, copies: 0 },
        ],
      },
      'input-invalid',
    ],
    ['eleven digits', { applicant: { ...person, idNumber: '07919000123' } }, 'input-invalid'],
    ['a name of nothing', { applicant: { ...person, fullName: '   ' } }, 'input-invalid'],
    ['a name with a control character', { applicant: { ...person, fullName: 'A\u202eB' } }, 'input-invalid'],
    ['a day that does not exist', { applicant: { ...person, dateOfBirth: '1990-02-30' } }, 'input-invalid'],
    ['a field nobody knows', { surprise: 1 }, 'input-invalid'],
    ['a number as text', { quantity: '1' }, 'input-invalid'],
    ['post without an address', { resultDelivery: { kind: 'post' } }, 'input-invalid'],
    ['a request id that is not one', { requestId: 'one' }, 'input-invalid'],
    ['somebody else without authorisation', { submitter: person }, 'input-invalid'],
  ])('%s', async (_what, change, code) => {
    const before = at.desk.verify();
    const result = await at.call('case.receive', reception(change));
    expect(result).toMatchObject({ ok: false, fault: { code } });
    expect(result.fault.message).toMatch(/ \| /);
    expect(at.desk.verify()).toEqual(before);
  });

  test.each([null, [], 'text', 7, { procedureCode: { deep: true } }])('the input %j', async (input) => {
    expect(await at.call('case.receive', input)).toMatchObject({ ok: false, fault: { code: 'input-invalid' } });
  });

  test('a term that ends after the calendar does', async () => {
    at.clock.at = Date.parse('2027-12-30T09:00:00+07:00');
    at.desk.setClock(at.clock.at);
    at.sit('clerk');
    const result = await at.call(
      'case.receive',
      reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    expect(result.fault).toMatchObject({ code: 'calendar-ends', data: { to: '2027-12-31', needed: '2028-01-01' } });
  });

  test('a clock that went back, until it is right again', async () => {
    await at.get('case.receive', reception());
    at.clock.at -= 3 * 60_000;
    expect(await at.call('case.receive', reception())).toMatchObject({ fault: { code: 'clock-untrusted' } });
    at.clock.at += 4 * 60_000;
    await at.get('case.receive', reception());
  });

  test('a desk that has used its block, and nobody else’s numbers are taken', async () => {
    at.sit('admin');
    const settings = await at.get('office.settings');
    const desk = { ...settings.desk, blocks: [{ first: 1, last: 2 }] };
    await at.get('office.changeSettings', { settings: { ...settings, desk }, reason: 'a small block' });
    at.sit('clerk');
    await at.get('case.receive', reception());
    await at.get('case.receive', reception());
    expect(await at.call('case.receive', reception())).toMatchObject({
      fault: { code: 'numbers-exhausted', data: { date: '2026-11-23' } },
    });
  });
});

test('a number that was passed over is noted for a person to explain', async () => {
  at.sit('admin');
  const settings = await at.get('office.settings');
  const lease = async (first: number) => {
    at.sit('admin');
    const desk = { ...settings.desk, blocks: [{ first, last: 2999 }] };
    await at.get('office.changeSettings', { settings: { ...settings, desk }, reason: 'another block' });
    at.sit('clerk');
    return (await at.get('case.receive', reception())).number.official;
  };
  expect([await lease(1), await lease(5), await lease(1)]).toEqual([
    'H29.999-261123-0001',
    'H29.999-261123-0005',
    'H29.999-261123-0006',
  ]);
  const { ok, checks } = at.desk.verify();
  expect(ok).toBe(true);
  expect(checks.find(({ name }) => name === 'numbers')?.notes).toEqual(['20261123: 2–4 not used']);
});

describe('a paper that cannot be made or printed leaves the case safe', () => {
  test('no printer: the job is in the tray, and can be printed elsewhere', async () => {
    const { printJobId } = await at.get('case.receive', reception({ print: true, printer: 'gone' }));
    const { jobs } = await at.get('print.list');
    expect(jobs).toMatchObject([{ jobId: printJobId, state: 'failed', needsAttention: true }]);
    const settled = await at.get('print.settle', { jobId: printJobId, outcome: 'reprint', printer: 'laser' });
    expect(settled).toMatchObject({ job: { state: 'void' }, next: { printer: 'laser', copyOf: 1 } });
    expect((await at.get('print.list')).jobs).toEqual([]);
    expect(await at.call('print.settle', { jobId: printJobId, outcome: 'void' })).toMatchObject({
      fault: { code: 'print-job-settled' },
    });
  });

  test('a broken form file of the office', async () => {
    const { mkdirSync, rmSync, writeFileSync } = await import('node:fs');
    mkdirSync(`${at.folder}/forms`);
    writeFileSync(`${at.folder}/forms/mau-01.json`, '{ broken');
    const input = reception({ print: true, printer: 'laser' });
    const received = await at.get('case.receive', input);
    expect(received).toMatchObject({ documents: [], paperFault: { code: 'form-broken' } });
    rmSync(`${at.folder}/forms`, { recursive: true });
    const again = await at.get('case.receive', input);
    expect(again).toMatchObject({ number: received.number, documents: [{ form: 'mau-01' }], paperFault: null });
  });
});

/** NĐ 118/2025 Điều 16 k1: which papers a residence asks for goes by the case (Luật Cư trú 2020 Điều 20, 21). */
test('who stands at a counter is asked for the case that the papers go by; a program is not', async () => {
  const { components } = await at.get('procedure.get', { code: '1.004222' });
  const indexOf = (words: string | null): number =>
    components.find(({ condition }: { condition: string | null }) => condition === words).index;
  const form = { procedureCode: '1.004222', components: [{ index: indexOf(null), originals: 1, copies: 0 }] };
  await at.get('case.receive', reception(form));
  const attended = {
    ...form,
    attended: true,
    applicant: { kind: 'citizen', fullName: 'TRẦN VĂN BÌNH', idNumber: '079085000001' },
  };
  expect(await at.call('case.receive', reception(attended))).toMatchObject({
    fault: { code: 'confirmation-needed', data: { codes: ['case-unchosen'] } },
  });
  const rented = 'Thuê, mượn, ở nhờ';
  // A paper of a case says which one it is.
  const paper = { components: [...form.components, { index: indexOf(rented), originals: 0, copies: 1 }] };
  await at.get('case.receive', reception({ ...attended, ...paper }));
  const another = { fullName: 'LÊ THỊ CÚC', kind: 'citizen', idNumber: '079199000007' };
  await at.get('case.receive', reception({ ...attended, applicant: another, citizenCases: [rented] }));
});
