import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pack, packFile } from '../../../support/data/intake-sample.ts';
import { askSupplement, opening, refuse } from '../../../support/counter/intake-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;

beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function importFiles(...files: readonly unknown[]): Promise<any> {
  return at.get('intake.importPack', { text: pack(files) });
}

async function importOne(change: Record<string, unknown> = {}): Promise<string> {
  const { files } = await importFiles(packFile(change));
  return files[0].intakeId as string;
}

function verified(): void {
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
}

test.each<[string, Record<string, unknown>, string, string]>([
  ['a day that no calendar has', { applicant: { dateOfBirth: '29/02/1990' } }, 'applicant.dateOfBirth', '29/02/1990'],
  ['a letter of another script', { applicant: { address: '陳 12 Lê Lợi' } }, 'applicant.address', '[U+9673] 12 Lê Lợi'],
  ['a lost letter', { applicant: { address: '12 L\ufffd Lợi' } }, 'applicant.address', '12 L[U+FFFD] Lợi'],
  ['a turned line', { applicant: { address: '12 \u202eLê Lợi' } }, 'applicant.address', '12 Lê Lợi'],
  [
    'UTF-8 read as Latin',
    { applicant: { address: 'PhÆ°á»\u009dng Báº¿n' } },
    'applicant.address',
    'PhÆ°á»[U+009D]ng Báº¿n',
  ],
  ['letters lost as ?', { applicant: { address: 'Ph??ng B?n Th?nh' } }, 'applicant.address', 'Ph??ng B?n Th?nh'],
  ['a birth to come', { applicant: { dateOfBirth: '2027-01-01' } }, 'applicant.dateOfBirth', '2027-01-01'],
  ['an extension', { applicant: { phone: '028.38291234 (101)' } }, 'applicant.phone', '028.38291234 (101)'],
  ['two numbers', { applicant: { phone: '0903123456-0912345678' } }, 'applicant.phone', '0912345678'],
  ['a way that is none', { resultDelivery: { kind: null, address: '5 Lê Lợi' } }, 'resultDelivery', '5 Lê Lợi'],
  [
    'a long summary beside what is left out',
    { applicant: { phone: 'không có' }, summary: 'dài '.repeat(249) },
    'applicant.phone',
    'phone: không có',
  ],
  [
    'the same person named otherwise',
    { submitter: { kind: 'citizen', fullName: 'LÊ VĂN KHÁC', idNumber: '079190000000', phone: '0909999999' } },
    'submitter',
    'submitter.fullName: LÊ VĂN KHÁC · submitter.phone: 0909999999',
  ],
  ['a long line', { applicant: { address: 'Lê '.repeat(150) } }, 'applicant.address', 'address: Lê Lê'],
  ['a list where text belongs', { applicant: { phone: ['0903123456'] } }, 'applicant.phone', '0903123456'],
  ['a list', { applicant: { email: ['a@vi-du.vn'] } }, 'applicant.email', '["a@vi-du.vn"]'],
  [
    'an address for the post',
    { resultDelivery: { kind: 'post', address: '陳' } },
    'resultDelivery.address',
    '[U+9673]',
  ],
  ['a long summary', { summary: 'dài '.repeat(400) }, 'summary', 'dài dài'],
])(
  '%s leaves that field out and nothing else: the citizen waits like the others',
  async (_name, change, note, words) => {
    const { applicant, ...rest } = change;
    const person = { kind: 'citizen', fullName: 'NGUYỄN THỊ THỬ', idNumber: '079190000000' };
    const file = packFile({ ...rest, applicant: { ...person, ...(applicant as object) } });
    const answer = await importFiles(file);
    expect(answer).toMatchObject({
      imported: 1,
      refused: 0,
      files: [{ applicantName: 'NGUYỄN THỊ THỬ', notes: expect.arrayContaining([note]) }],
    });
    const view = await at.get('intake.get', { intakeId: answer.files[0].intakeId });
    expect(view.summary).toContain(words);
    expect(view.summary.length).toBeLessThanOrEqual(1000);
    verified();
  },
);

test('a letter that no paper shows in the name is refused by its field, and the name is told', async () => {
  const applicant = { kind: 'citizen', fullName: '陳大文', idNumber: 'B1000004' };
  expect(await importFiles(packFile({ applicant }))).toMatchObject({
    imported: 0,
    files: [
      {
        outcome: 'refused',
        applicantName: '[U+9673][U+5927][U+6587]',
        path: 'applicant.fullName',
        problem: { vi: expect.stringContaining('陳 (U+9673)') },
      },
    ],
  });
});

describe('a pack of online files', () => {
  test('each waits with its clocks (Điều 17 k2), and is received under the portal’s number', async () => {
    const intakeId = await importOne();
    expect(await at.get('intake.list')).toMatchObject({
      waiting: 1,
      late: 0,
      nearest: '2026-11-23T10:30:00+07:00',
      rows: [
        {
          intakeId,
          status: 'registered',
          code: 'G22.99.08-261123-896048',
          since: '2026-11-23T08:30:00+07:00',
          notifyDue: '2026-11-23T10:30:00+07:00',
          answerDue: '2026-11-25T08:30:00+07:00',
        },
      ],
    });
    await at.get('intake.act', { intakeId, act: { type: 'see' } });
    expect((await at.get('intake.list')).nearest).toBe('2026-11-25T08:30:00+07:00');
    clockAt(at, '2026-11-25T08:30:01');
    expect(await at.get('intake.list')).toMatchObject({ late: 1, rows: [{ answerLate: true, notifyLate: false }] });
    const received = await at.get('case.receive', reception({ requestId: intakeId, channel: 'online' }));
    expect(received.number).toEqual({ local: 'Q1-261125-0001', official: 'G22.99.08-261123-896048' });
    expect((await at.get('case.get', { caseId: intakeId })).state.origin).toEqual({
      kind: 'online',
      portalNumber: 'G22.99.08-261123-896048',
      submittedAt: '2026-11-23T08:29:00+07:00',
    });
    for (const text of ['G22.99.08-261123-896048', 'Q1-261125-0001'])
      expect((await at.get('case.search', { text })).hits).toMatchObject([{ caseId: intakeId }]);
    verified();
  });

  test('a portal’s number that is no case number is kept aside', async () => {
    const intakeId = await importOne({ portalNumber: 'DVC-2026-77' });
    const received = await at.get('case.receive', reception({ requestId: intakeId, channel: 'online' }));
    expect(received.number).toEqual({ local: 'Q1-261123-0001', official: 'H29.999-261123-0001' });
    expect((await at.get('case.get', { caseId: intakeId })).state.origin.portalNumber).toBe('DVC-2026-77');
    verified();
  });

  test('twice is once, whatever its letters; and a number twice in one pack is said', async () => {
    const intakeId = await importOne();
    expect(await importFiles(packFile({ portalNumber: 'g22.99.08-261123-896048' }))).toMatchObject({
      imported: 0,
      known: 1,
      files: [{ outcome: 'known', intakeId }],
    });
    const two = { portalNumber: 'H29.999-261123-0777' };
    expect(await importFiles(packFile(two), packFile(two))).toMatchObject({
      imported: 1,
      refused: 1,
      files: [{ outcome: 'imported' }, { line: 2, outcome: 'refused', reason: 'number-twice' }],
    });
    await at.get('case.receive', reception({ requestId: intakeId, channel: 'online' }));
    expect(await importFiles(packFile())).toMatchObject({ known: 1 });
    verified();
  });

  /** NĐ 118/2025 Điều 17 k3: one code a file. What a later pack says more of the same file is another thing (online-pack.md). */
  test.each<[string, Record<string, unknown>]>([
    ['another citizen', { applicant: { kind: 'citizen', fullName: 'LÊ VĂN KHÁC', idNumber: '079190007777' } }],
    ['another number', { applicant: { kind: 'citizen', fullName: 'TRẦN THỊ MỘNG', idNumber: '079190007777' } }],
    ['another name', { applicant: { kind: 'citizen', fullName: 'LÊ VĂN KHÁC', idNumber: '079190005678' } }],
    ['another name and no number', { applicant: { kind: 'citizen', fullName: 'LÊ VĂN KHÁC' } }],
    ['another procedure', { procedureCode: '1.000894' }],
  ])('the number of a file for %s is refused, and both are named', async (_name, change) => {
    const intakeId = await importOne();
    const { known, refused, files } = await importFiles(packFile(change));
    expect({ known, refused }).toEqual({ known: 0, refused: 1 });
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: 'number-of-another', path: 'portalNumber' });
    const { fullName } = (change['applicant'] ?? { fullName: '1.000894' }) as { fullName: string };
    for (const language of ['vi', 'en'])
      for (const words of ['G22.99.08-261123-896048', 'TRẦN THỊ MỘNG', fullName])
        expect(files[0].problem[language]).toContain(words);
    expect((await at.get('intake.get', { intakeId })).row.applicantName).toBe('TRẦN THỊ MỘNG');
    verified();
  });

  test('null is not given, wherever it stands', async () => {
    const file = packFile({
      submitter: { kind: null, fullName: null, idNumber: '' },
      components: [{ index: 0, originals: 1, copies: null }, null],
      citizenCases: null,
      copies: [{ paper: null, pages: null, copies: 2 }],
      attachments: [null, { name: 'a.pdf', size: 1, sha256: 'a'.repeat(64), component: null }],
      submittedAt: '2026-11-23T08:05+07:00',
      receivedAt: '2026-11-23 08:06+07',
    });
    const { files } = await importFiles(file);
    expect(files).toMatchObject([{ outcome: 'imported', notes: [] }]);
    const view = await at.get('intake.get', { intakeId: files[0].intakeId });
    expect(view.facts.components).toEqual([{ index: 0, originals: 1, copies: 0 }]);
    expect([view.submittedAt, view.attachments.length]).toEqual(['2026-11-23T08:05:00+07:00', 1]);
  });

  test.each([
    ['12 Ph\u00adêng BÕn Thµnh', 'doubtful letters of an address'],
    ['12 Leâ Lôïi, Phöôøng Beán Thaønh', 'VNI in an address'],
  ])('%j may be what the paper says: it stays, and is named', async (address) => {
    const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ THỬ', idNumber: '079190000000', address };
    const { files } = await importFiles(packFile({ applicant }));
    expect(files).toMatchObject([{ outcome: 'imported', notes: ['applicant.address'] }]);
    const { facts } = await at.get('intake.get', { intakeId: files[0].intakeId });
    expect(facts.applicant.address).toBe(address.replace('\u00ad', ''));
  });

  test.each(['Ho\u00c3\u00a0ng', 'PHAÏM THÒ HOA', 'Tröông Thò Lan', 'Phan ThÕ Anh', 'Nguy™n Lan', 'PhÆ°á»\u009dng'])(
    'a name %j is refused as damaged',
    async (fullName) => {
      const applicant = { kind: 'citizen', fullName, idNumber: '079190000000' };
      const { files } = await importFiles(packFile({ applicant }));
      expect(files).toMatchObject([{ outcome: 'refused', path: 'applicant.fullName' }]);
      expect(files[0].problem.vi).toContain('bị hỏng chữ');
    },
  );

  test('a name that may be one of another country is taken, and named', async () => {
    const applicant = { kind: 'citizen', fullName: 'Loïc Tran', idNumber: 'B1234567' };
    expect(await importFiles(packFile({ applicant }))).toMatchObject({
      files: [{ outcome: 'imported', notes: ['applicant.fullName'] }],
    });
  });

  test('more of the same citizen’s file, or their name written otherwise, is known', async () => {
    await importOne();
    const kept = packFile()['applicant'] as object;
    for (const change of [{ fullName: 'Tran Thi Mong' }, { phone: '0900099999' }, { idNumber: '079 190 005 678' }])
      expect(await importFiles(packFile({ applicant: { ...kept, ...change }, summary: 'thêm' }))).toMatchObject({
        known: 1,
        files: [{ outcome: 'known', problem: null }],
      });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['procedure-unknown', { procedureCode: '9.999999' }, '9.999999'],
    ['component-unknown', { components: [{ index: 150, originals: 1, copies: 0 }] }, '150'],
    ['citizen-case-unknown', { citizenCases: ['Không có'] }, 'Không có'],
    ['number-twice', { portalNumber: 'H29.999-261123-0001' }, 'H29.999-261123-0001'],
    ['from-the-future', { receivedAt: '2026-11-23T09:00:01+07:00' }, '09:00'],
  ])('%s says of whom and what, in both languages', async (reason, change, what) => {
    const first = packFile({ portalNumber: 'H29.999-261123-0001' });
    const { files } = await importFiles(first, packFile(change));
    expect(files[1]).toMatchObject({ outcome: 'refused', reason });
    for (const language of ['vi', 'en']) {
      expect(files[1].problem[language]).toContain('TRẦN THỊ MỘNG');
      expect(files[1].problem[language]).toContain(what);
      expect(files[1].problem[language]).not.toMatch(/[{}]/);
    }
    expect(files[1].problem.vi).not.toBe(files[1].problem.en);
  });

  test.each<[string, unknown, string, string | null]>([
    ['no object', 7, 'file-invalid', ''],
    ['no name', packFile({ applicant: { kind: 'citizen' } }), 'file-invalid', 'applicant.fullName'],
    ['a number of another shape', packFile({ portalNumber: '../../x' }), 'file-invalid', 'portalNumber'],
    [
      'an id number of another kind',
      packFile({ applicant: { kind: 'citizen', fullName: 'A', idNumber: '12' } }),
      'file-invalid',
      'applicant.idNumber',
    ],
    [
      'a turned line',
      packFile({ applicant: { kind: 'citizen', fullName: 'A\u202eB' } }),
      'file-invalid',
      'applicant.fullName',
    ],
    [
      'a hash that is none',
      packFile({ attachments: [{ name: 'a', size: 1, sha256: 'x' }] }),
      'file-invalid',
      'attachments.0.sha256',
    ],
    ['a procedure nobody knows', packFile({ procedureCode: '9.999999' }), 'procedure-unknown', 'procedureCode'],
    [
      'a component there is not',
      packFile({ components: [{ index: 150, originals: 1, copies: 0 }] }),
      'component-unknown',
      'components',
    ],
    ['a time to come', packFile({ receivedAt: '2026-11-23T09:00:01+07:00' }), 'from-the-future', 'receivedAt'],
  ])('%s: that file is refused, the one beside it is not', async (_name, bad, reason, path) => {
    const good = packFile({ portalNumber: 'H29.999-261123-0001' });
    expect(await importFiles(bad, good)).toMatchObject({
      imported: 1,
      refused: 1,
      files: [
        { line: 1, outcome: 'refused', reason, path, intakeId: null },
        { line: 2, outcome: 'imported' },
      ],
    });
    verified();
  });

  test.each<[string, string, string, string | undefined]>([
    ['no JSON', '{"format":', 'pack-broken', 'not-json'],
    ['UTF-16 read as Latin', [...pack([])].map((sign) => `${sign}\u0000`).join(''), 'pack-broken', 'other-encoding'],
    ['UTF-16 with its mark', `\u00ff\u00fe${[...pack([])].join('\u0000')}`, 'pack-broken', 'other-encoding'],
    ['UTF-8 read as Latin', `\u00ef\u00bb\u00bf${pack([])}`, 'pack-broken', 'other-encoding'],
    ['a list', '[]', 'pack-broken', 'not-a-pack'],
    ['another format', pack([], { format: 'zip' }), 'pack-broken', 'not-a-pack'],
    ['a later version', pack([], { version: 2 }), 'pack-broken', 'other-version'],
    ['files that are no list', pack([], { files: 'x' }), 'pack-broken', 'not-a-pack'],
    ['too many', pack(Array.from({ length: 1001 }, () => 0)), 'pack-broken', 'too-many-files'],
    ['another unit’s', pack([packFile()], { unitCode: '26734' }), 'pack-other-office', undefined],
    ['too deep', '['.repeat(200_000), 'pack-broken', 'not-json'],
  ])('%s: the whole pack is refused, and nothing changed', async (_name, text, code, reason) => {
    const result = await at.call('intake.importPack', { text });
    expect(result).toMatchObject({ ok: false, fault: { code } });
    if (reason !== undefined) expect(result.fault.data.reason).toBe(reason);
    expect((await at.get('intake.list')).rows).toEqual([]);
  });

  test('too large for a call', async () => {
    expect(await at.call('intake.importPack', { text: 'x'.repeat(3_000_001) })).toMatchObject({
      fault: { code: 'input-invalid' },
    });
  });

  test('a pack that names prototypes is a pack like another', async () => {
    const text = pack([packFile()]).replace('"version":1', '"version":1,"__proto__":{"unitCode":"1"}');
    expect(await at.get('intake.importPack', { text })).toMatchObject({ imported: 1 });
  });

  test('refused and withdrawn files leave the list; the citizen’s words stay theirs', async () => {
    const first = await importOne();
    const second = await importOne({ portalNumber: 'H29.999-261123-0002' });
    await at.get('intake.act', { intakeId: first, act: refuse });
    await at.get('intake.act', { intakeId: second, act: { type: 'withdraw', reason: 'người nộp xin rút' } });
    expect(await at.get('intake.list')).toMatchObject({ waiting: 0, rows: [] });
    const third = await importOne({ portalNumber: 'H29.999-261123-0003' });
    await at.get('intake.open', opening({ intakeId: third, act: askSupplement }));
    expect((await at.get('intake.get', { intakeId: third })).row.applicantName).toBe('TRẦN THỊ MỘNG');
    verified();
  });
});
