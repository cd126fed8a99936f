import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { issueSentences } from '../../../../electron/contract/base/input-issues.ts';
import { filesOf } from '../../../support/papers/zip.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { applicant, worldPack } from './cases.ts';

/** What real people run into, as public reports tell it, tried on the whole desk. */

vi.setConfig({ testTimeout: 60_000 });
const seed = 20261130;

let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
});
afterAll(() => at.end());

let nth = 0;

function receive(change: object, more: object = {}): Promise<any> {
  nth += 1;
  const who = { kind: 'citizen', fullName: 'NGƯỜI THỬ', idNumber: `0791902${String(nth).padStart(5, '0')}`, ...change };
  return at.call('case.receive', reception({ applicant: who, ...more }));
}

const issueAt = (path: string, message: string) => ({
  fault: { code: 'input-invalid', data: { issues: [{ path, message }] } },
});

describe('names', () => {
  test.each(['\u200b', '\u2060\u2060', '\u3164', '\u00ad', '\ufe0f\u200b'])('%j is no name', async (fullName) => {
    expect(await receive({ fullName })).toMatchObject({
      fault: { code: 'input-invalid', data: { issues: [{ path: 'applicant.fullName' }] } },
    });
  });

  test.each(['Trần □ Bình', 'LÊ □□', 'Nguye^~n Va(n A', 'Tru+o+`ng', 'BU`I THI. XUA^N'])(
    '%s is damaged',
    async (fullName) => {
      expect(await receive({ fullName })).toMatchObject(issueAt('applicant.fullName', 'name-damaged'));
    },
  );

  test.each([
    ['陳大文', 'letter-undrawn:陳'],
    ['អ៊ុំ សុខា', 'letter-undrawn:អ'],
  ])('%s is refused by its letter, in words', async (fullName, message) => {
    const answer = await receive({ fullName, idNumber: 'B1000004' });
    expect(answer).toMatchObject(issueAt('applicant.fullName', message));
    expect(answer.fault.data.issues[0].vi).toContain(message.split(':')[1]);
    expect(answer.fault.data.issues[0].en).toMatch(/U\+[0-9A-F]{4}/);
  });

  test('who has letters without marks to strip is found by plain letters', async () => {
    const found: [name: string, typed: string][] = [
      ['Y ƀlơ̆ Ê̆ban', 'y blo eban'],
      ['HʼHEN NIÊ', 'h hen nie'],
      ['Hʹ LƯM', 'h lum'],
      ['KʻBANG ŎL', 'kbang ol'],
      ['HˈRIN MLÔ', "h'rin mlo"],
      ['ŁUKASZ ŻÓŁĆ', 'lukasz zolc'],
      ['SØREN ÆGIR ÞÓR', 'soren aegir thor'],
      ['WEIß ŒUVRE', 'weiss oeuvre'],
      ['ƏLIYEV IŞIĞI', 'eliyev isigi'],
      ['ĦAL ŦORA ŊAN', 'hal tora nan'],
      ['ɓôk ɗăm', 'bok dam'],
    ];
    for (const [fullName, typed] of found) {
      const { value } = await receive({ fullName });
      const { hits } = await at.get('case.search', { text: typed });
      expect(
        hits.map(({ caseId }: { caseId: string }) => caseId),
        `${typed} finds ${fullName}`,
      ).toContain(value.caseId);
    }
  });

  test('what looks like the escape of a workbook is text in it', async () => {
    await receive({ fullName: '_x0041_n Test' });
    const { from, to } = { from: '2026-11-01', to: '2026-12-31' };
    const made = await at.get('register.file', { from, to, format: 'xlsx' });
    const texts = [...filesOf(Buffer.from(made.base64, 'base64')).values()].join('');
    expect(texts).toContain('_x005F_x0041_n Test');
  });
});

describe('numbers of persons', () => {
  test.each([
    ['12345678', 'passport-digits', /hộ chiếu/i],
    ['07919000123', 'id-number', /hộ chiếu/i],
    ['o79190000126', 'id-letters', /số 0/i],
    ['07919000OO26', 'id-letters', /số 0/i],
    ['0791900001I6', 'id-letters', /số 1/i],
  ])('%s is told what a passport is', async (idNumber, message, says) => {
    const answer = await receive({ idNumber });
    expect(answer).toMatchObject(issueAt('applicant.idNumber', message));
    expect(answer.fault.data.issues[0].vi).toMatch(says);
  });

  test.each(['b1234567', 'AB-1234567', 'usa 12345678'])('%s is taken', async (idNumber) => {
    expect(await receive({ idNumber })).toMatchObject({ ok: true });
  });

  test('a branch is one with its dash and without', async () => {
    const firm = { kind: 'business', fullName: 'CÔNG TY CP THỬ A' };
    const [one, other] = [
      await receive({ ...firm, idNumber: '0399999999-001' }),
      await receive({ ...firm, idNumber: '0399999999001' }),
    ];
    for (const idNumber of ['0399999999001', '0399999999-001']) {
      const { person, cases } = await at.get('person.earlier', { idNumber });
      expect(person.idNumber).toBe('0399999999-001');
      expect(
        cases.map(({ caseId }: { caseId: string }) => caseId).toSorted((a: string, b: string) => a.localeCompare(b)),
      ).toEqual([String(one.value.caseId), String(other.value.caseId)].toSorted((a, b) => a.localeCompare(b)));
      const { hits } = await at.get('case.search', { text: idNumber });
      expect(hits).toHaveLength(2);
    }
    expect(await receive({ ...firm, idNumber: '1054321' })).toMatchObject(issueAt('applicant.idNumber', 'budget-code'));
  });

  test.each([
    ['0001-01-01', 'date-too-early'],
    ['1849-12-31', 'date-too-early'],
    ['9999-12-31', 'birth-in-future'],
    ['2099-12-31', 'birth-in-future'],
    ['1900-02-29', 'date-impossible'],
    ['1990-13', 'date-impossible'],
    ['31/12/1990', 'date'],
  ])('a birth of %s is refused, and told why: %s', async (dateOfBirth, message) => {
    const answer = await receive({ dateOfBirth });
    expect(answer).toMatchObject({ fault: { code: 'input-invalid', data: { issues: [{ message }] } } });
    expect(answer.fault.data.issues[0].vi).toBe(issueSentences[message]?.vi);
  });

  test.each(['1950', '1950-05'])('a birth of %s is taken', async (dateOfBirth) => {
    expect(await receive({ dateOfBirth })).toMatchObject({ ok: true });
  });

  test.each([
    ['ABC', 'tax-code'],
    ['0'.repeat(20), 'tax-code'],
    ['0312345678', 'tax-code-digit'],
  ])('a payer’s tax code %s is refused', async (taxCode, message) => {
    const { value } = await receive({});
    const input = {
      caseId: value.caseId,
      lines: [0],
      method: 'cash',
      requestId: crypto.randomUUID(),
      payer: { name: 'NGƯỜI NỘP', taxCode },
    };
    expect(await at.call('money.collect', input)).toMatchObject(issueAt('payer.taxCode', message));
  });
});

describe('the same id for something else', () => {
  test('any other content is refused, and the first answer stays the answer to the first', async () => {
    const input = reception();
    const first = await at.get('case.receive', input);
    const other = fc.constantFrom(
      { quantity: 2 },
      { channel: 'post', trackingNumber: 'EA123456789VN' },
      { pages: 3 },
      { components: [{ index: 0, originals: 2, copies: 0 }] },
      { applicant: { ...input['applicant'], fullName: 'NGƯỜI THỨ HAI', idNumber: '079190022222' } },
      { applicant: { ...input['applicant'], address: '' } },
      { resultDelivery: { kind: 'electronic' } },
      { procedureCode: '1.004884' },
    );
    await fc.assert(
      fc.asyncProperty(other, async (change) => {
        expect(await at.call('case.receive', { ...input, ...change })).toMatchObject({
          fault: { code: 'request-id-reused' },
        });
        expect(await at.get('case.receive', { ...input, print: false })).toEqual(first);
      }),
      { seed, numRuns: 30 },
    );
    const list = {
      to: { kind: 'division', name: 'Phòng Thử' },
      caseIds: [first.caseId],
      requestId: crypto.randomUUID(),
    };
    await at.get('handOver.make', list);
    expect(await at.call('handOver.make', { ...list, note: 'khác' })).toMatchObject({
      fault: { code: 'request-id-reused' },
    });
    expect(await at.call('kit.print', { requestId: list.requestId, count: 2 })).toMatchObject({
      fault: { code: 'request-id-reused' },
    });
  });
});

test('who is nobody, said or left out, is the same request', async () => {
  const { submitter: _nobody, ...left } = reception();
  const first = await at.get('case.receive', { ...left, submitter: null });
  expect(await at.get('case.receive', left)).toEqual(first);
  const other = reception({ submitter: undefined });
  const second = await at.get('case.receive', other);
  expect(await at.get('case.receive', { ...other, submitter: null })).toEqual(second);
});

describe('cards', () => {
  const card = '079199000001||Trần Thị Bé|05091999|Nữ|12 Lê Lợi, Phường Bến Thành, TP. Hồ Chí Minh|02072025';

  test.each([']Q1', '\\000026', ']Q2\\000026', ']q1', 'Q', '~', '\u0002', '\u001d', '*', '%', '@', '#!'])(
    '%j before it changes nothing, and the search finds the same',
    async (mark) => {
      expect(await at.get('citizenCard.read', { scan: mark + card })).toEqual(
        await at.get('citizenCard.read', { scan: card }),
      );
      const { value } = await receive({ fullName: 'TRẦN THỊ BÉ', idNumber: '079199000001' });
      for (const text of [mark + card, card.replaceAll('|', '~'), card.replaceAll('|', '\u001d')])
        expect((await at.get('case.search', { text })).hits.map(({ caseId }: { caseId: string }) => caseId)).toContain(
          value.caseId,
        );
      const number = value.number.official ?? value.number.local;
      expect((await at.get('bundle.take', { scan: `${mark}${number}\r` })).bundle.caseId).toBe(value.caseId);
    },
  );

  test.each(['*', '~', '#', '%%', '\u0003', '\r\n', '*\u0004'])('%j behind it changes nothing', async (mark) => {
    expect(await at.get('citizenCard.read', { scan: card + mark })).toEqual(
      await at.get('citizenCard.read', { scan: card }),
    );
  });

  test.each([
    [
      'CCCD:079199000001|CMND:|Họ tên:Trần Thị Bé|Ngày sinh:05/09/1999|Giới tính:Nữ|Địa chỉ:12 Lê Lợi|Ngày cấp:02/07/2025',
    ],
    [`https://example.vn/qr?d=${card}`],
  ])('%s is no card', async (scan) => {
    expect(await at.call('citizenCard.read', { scan })).toMatchObject({ fault: { data: { reason: 'not-a-card' } } });
  });

  test.each([
    [
      'no mark at all',
      '079199000001||Tran Thi Be|05091999|Nu|12 Le Loi, Phuong Ben Thanh, TP. Ho Chi Minh|02072025',
      ['marks-lost'],
      'Tran Thi Be',
    ],
    [
      'Caps Lock',
      '079199000001||tRẦN tHỊ bÉ|05091999|nỮ|12 lÊ lỢI, pHƯỜNG bẾN tHÀNH, tp. hồ cHÍ mINH|02072025',
      ['case-restored'],
      'Trần Thị Bé',
    ],
    ...['Y ƀlơ̆ Ê̆ban', 'HʼHEN NIÊ', "Y WIN H'WING", 'Y BLŬS'].map(
      (name) =>
        [name, card.replace('Trần Thị Bé', name), [], name.normalize('NFC')] as [string, string, string[], string],
    ),
  ])('%s', async (_, scan, codes, fullName) => {
    const read = await at.get('citizenCard.read', { scan });
    expect(read.warnings.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(read.fullName).toBe(fullName);
  });
});

describe('packs', () => {
  async function outcomes(...files: readonly object[]): Promise<any[]> {
    nth += 100;
    const numbered = files.map((file, index) => ({
      portalNumber: `G22.99.08-261120-9${String(nth + index).padStart(5, '0')}`,
      ...file,
    }));
    return (await at.get('intake.importPack', { text: worldPack(...numbered) })).files;
  }

  test('breaks, tabs, nothings, phones and more than a pack knows are taken as they were meant', async () => {
    const files = [
      { summary: 'Dòng 1\nDòng 2' },
      applicant({ address: '12 Lê Lợi\r\nPhường Bến Thành' }),
      applicant({ fullName: 'NGUYỄN\tTHỊ THỬ' }),
      ...[
        '(028) 3829 1234',
        '0903-123-456',
        '0903123456; 0912345678',
        '+84 (0)903 123 456',
        '0903.123.456 hoặc 0912345678',
        'x',
      ].map((phone) => applicant({ phone })),
      applicant({ email: 'a.b@example.vn ' }),
      applicant({ email: 'không có' }),
      applicant({ ethnicity: 'Kinh' }),
      applicant({ sex: 'Nữ', dateOfBirth: '04/03/1990' }),
      applicant({ dateOfBirth: '0001-01-01' }),
      applicant({ dateOfBirth: '2090-01-01' }),
      { resultDelivery: { kind: 'desk', note: '' } },
      { extra: 1 },
      {
        submitter: null,
        components: null,
        quantity: null,
        pages: '',
        summary: null,
        attachments: null,
        resultDelivery: null,
      },
      { components: [{ index: '0', originals: '1' }] },
      { submittedAt: '2026-11-20T03:05:00+02:00', receivedAt: '2026-11-20T01:06:00Z' },
      { submittedAt: '2026-11-20 08:05:00+07:00', receivedAt: '2026-11-20T08:06:00+0700' },
      { attachments: [null] },
      { submitter: { fullName: '', idNumber: null } },
      ...[{ phone: 903123456 }, { email: 'mailto:a.b@example.vn' }, { email: 'a.b@example' }, { sex: 1 }].map(
        applicant,
      ),
      ...['1990-3-4', '1990/03/04', '00/00/1990', '31/02/1990', 1990].map((dateOfBirth) => applicant({ dateOfBirth })),
    ];
    const done = await outcomes(...files);
    expect(done.map(({ outcome, path }) => [outcome, path])).toEqual(files.map(() => ['imported', null]));
    for (const { portalNumber, applicantName } of done)
      expect([portalNumber, applicantName]).toEqual([expect.stringContaining('G22'), 'NGUYỄN THỊ THỬ']);
    const facts = await Promise.all(done.map(({ intakeId }) => at.get('intake.get', { intakeId })));
    expect(facts.map((one) => one.facts.applicant.phone).filter(Boolean)).toEqual([
      '02838291234',
      '0903123456',
      '0903123456',
      '+84903123456',
      '0903123456',
      '903123456',
    ]);
    expect(facts[0].summary).toBe('Dòng 1 Dòng 2');
    expect(facts[1].facts.applicant.address).toBe('12 Lê Lợi Phường Bến Thành');
    expect(facts[5].summary).toContain('0912345678');
    expect(facts.slice(-5).map((one) => one.facts.applicant.dateOfBirth)).toEqual([
      '1990-03-04',
      '1990-03-04',
      '1990',
      undefined,
      '1990',
    ]);
    expect(done.slice(-9).map(({ notes }) => notes)).toEqual([
      [],
      [],
      ['applicant.email'],
      ['applicant.sex'],
      [],
      [],
      [],
      ['applicant.dateOfBirth'],
      [],
    ]);
    expect(done[8].notes).toEqual(['applicant.phone']);
    expect(facts[12].facts.applicant).toMatchObject({ sex: 'female', dateOfBirth: '1990-03-04' });
  });

  test('whatever stands in a field of contact, the file waits; nothing a sender wrote in it is lost', async () => {
    const words = fc.string({ unit: fc.constantFrom(...'0123456789()+-. ;/xáQ\n\t'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(words, words, async (phone, email) => {
        const [one] = await outcomes(applicant({ phone, email }));
        expect(one.outcome).toBe('imported');
        const { facts, summary } = await at.get('intake.get', { intakeId: one.intakeId });
        const kept = `${facts.applicant.phone ?? ''} ${summary}`.replace(/\D/g, '');
        expect(kept).toContain(phone.replace(/\D/g, '').slice(-7));
      }),
      { seed, numRuns: 60 },
    );
  });

  test('whatever stands in any field, the refusal is in words a clerk knows', async () => {
    const field = fc.constantFrom(
      'procedureCode',
      'quantity',
      'components',
      'summary',
      'submittedAt',
      'resultDelivery',
      'attachments',
      'submitter',
    );
    const value = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant('x'),
      fc.constant([1]),
      fc.constant({ a: 1 }),
      fc.constant('x'.repeat(2000)),
    );
    await fc.assert(
      fc.asyncProperty(field, value, async (name, given) => {
        const [one] = await outcomes({ [name]: given });
        if (one.outcome === 'imported' || one.problem === null) return;
        expect(one.problem.vi).not.toMatch(/string|number|array|object|undefined|null|>=|<=/i);
      }),
      { seed, numRuns: 100 },
    );
  });

  test.each([
    ['applicant.fullName', applicant({ fullName: 'Nguy?n V?n A' })],
    ['applicant.fullName', applicant({ fullName: 'TrÇn V¨n ¸nh' })],
    ['applicant.fullName', applicant({ fullName: '\u200b' })],
    ['applicant.fullName', applicant({ fullName: '陳大文' })],
    ['applicant.idNumber', applicant({ idNumber: '12345678' })],
  ])('a refusal names the file, the citizen, the field %s and why', async (path, change) => {
    const [one] = await outcomes(change);
    expect(one).toMatchObject({
      outcome: 'refused',
      reason: 'file-invalid',
      path,
      portalNumber: expect.stringContaining('G22'),
    });
    expect(one.problem.vi).toMatch(/./);
    expect(one.problem.vi).not.toBe(one.problem.en);
  });
});
