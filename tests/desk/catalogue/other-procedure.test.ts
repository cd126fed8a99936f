import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';
import { wordsOf } from '../../support/papers/page-boxes.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const name = 'Xác nhận đủ điều kiện cho thuê nhà trọ';
const ground = 'Công văn 12/UBND ngày 20/11/2026';
const term = { value: 3, unit: 'working-day', ground };
const typed = {
  name,
  field: 'Nhà ở',
  components: [
    { name: 'Đơn đề nghị', originals: 1, copies: 0 },
    { name: 'Hợp đồng thuê', originals: 0, copies: 2 },
  ],
};
const other = (more: object = {}) =>
  reception({ procedureCode: 'other', typed, typedTerm: term, components: [], ...more });
/** A code of the longer list: its name is known, and nothing else. */
const nameOnly = '1.013855';

describe('a procedure that stands in no list', () => {
  test('is received with its name, its papers and a term with its ground', async () => {
    const done = await at.get('case.receive', other());
    // Monday 23 November and three working days; 24 November is a day off.
    expect(done.dueAt).toBe('2026-11-27T17:00:00+07:00');
    expect(done.steps.map(({ text }: { text: string }) => text).join(' ')).toContain(ground);
    const { state } = await at.get('case.get', { caseId: done.caseId });
    expect(state).toMatchObject({
      procedure: { name, code: expect.stringMatching(/^0\.\d{6}$/) },
      term: { value: 3, unit: 'working-day' },
      termCase: { key: 'typed', reason: ground },
      components: [
        { name: 'Đơn đề nghị', originals: 1, copies: 0 },
        { name: 'Hợp đồng thuê', originals: 0, copies: 2 },
      ],
    });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('its receipt shows the papers, the term and what it rests on', async () => {
    const { pages } = await at.get('paper.preview', { procedureCode: 'other', typed, typedTerm: term });
    const said = wordsOf(pages);
    for (const words of ['Đơn đề nghị', 'Hợp đồng thuê', 'căn cứ']) expect(said).toContain(words);
    // The office's own code is nothing that a citizen could look up.
    expect(said).toContain('chưa có)');
    expect(said).not.toMatch(/\b0\.\d{6}/);
  });

  test('without a term it is refused, by a fault that says what to type', async () => {
    expect(await at.call('case.receive', other({ typedTerm: undefined }))).toMatchObject({
      fault: { code: 'time-limit-missing', message: expect.stringContaining('Ghi thời hạn và căn cứ') },
    });
    expect(await at.call('case.receive', other({ typedTerm: { ...term, ground: '' } }))).toMatchObject({
      fault: { code: 'input-invalid' },
    });
  });

  test('has a name, and a procedure that is listed has its own', async () => {
    expect(await at.call('case.receive', other({ typed: { components: [] } }))).toMatchObject({
      fault: { code: 'input-invalid', data: { issues: [{ path: 'typed.name' }] } },
    });
    expect(await at.call('case.receive', reception({ typed }))).toMatchObject({
      fault: { code: 'input-invalid', data: { issues: [{ path: 'typed.name' }] } },
    });
  });

  test('is one procedure however often it is typed, and found by its name from then on', async () => {
    const first = await at.get('case.receive', other());
    const second = await at.get(
      'case.receive',
      other({ typed: { ...typed, name: name.toUpperCase(), components: [] } }),
    );
    const codes = await Promise.all(
      [first, second].map(async ({ caseId }) => (await at.get('case.get', { caseId })).state.procedure.code),
    );
    expect(codes[0]).toBe(codes[1]);
    const { procedures } = await at.get('procedure.find', { text: 'nhà trọ' });
    expect(procedures[0]).toMatchObject({ code: codes[0], name, origin: 'typed', term: null });
    at = await at.reopen();
    at.sit('clerk');
    expect((await at.get('procedure.find', { text: 'nhà trọ' })).procedures).toEqual(procedures);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('each file keeps the papers that were typed for it', async () => {
    const first = await at.get('case.receive', other());
    const second = await at.get(
      'case.receive',
      other({ typed: { ...typed, components: [{ name: 'Giấy ủy quyền' }] } }),
    );
    const papers = async (caseId: string) =>
      (await at.get('case.get', { caseId })).state.components.map((paper: { name: string }) => paper.name);
    expect(await papers(first.caseId)).toEqual(['Đơn đề nghị', 'Hợp đồng thuê']);
    expect(await papers(second.caseId)).toEqual(['Giấy ủy quyền']);
  });

  test('the same request twice is one case', async () => {
    const input = other();
    const first = await at.get('case.receive', input);
    expect((await at.get('case.receive', input)).caseId).toBe(first.caseId);
    expect((await at.get('case.search', { text: 'NGUYỄN' })).hits).toHaveLength(1);
  });

  test('its receipt is corrected with what was typed, also on another channel', async () => {
    const { caseId } = await at.get('case.receive', other());
    const again = await at.get('case.correct', {
      caseId,
      change: { channel: 'post', resultDelivery: { kind: 'desk' } },
      reason: 'nhầm kênh nộp',
      requestId: crypto.randomUUID(),
    });
    expect(again.dueAt).toBe('2026-11-27T17:00:00+07:00');
    expect((await at.get('case.get', { caseId })).state.components).toHaveLength(2);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('lists itself for the supervisor to complete', async () => {
    await at.get('case.receive', other());
    const { entries } = await at.get('procedure.unverified');
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'unread', what: expect.stringContaining(`${name}: chưa có thời hạn`) }),
    );
  });
});

describe('what a counter typed is told to nobody who is not signed in', () => {
  const person = 'Xác nhận cho ông NGUYỄN BÍMẬT về nhà trọ';
  const signedOut = () => {
    at.client.session = null;
  };
  const receive = async () => {
    const { caseId } = await at.get('case.receive', other({ typed: { ...typed, name: person } }));
    return (await at.get('case.get', { caseId })).state.procedure.code as string;
  };
  const asked = async (code: string) => [
    await at.get('procedure.find', { text: 'NGUYỄN BÍMẬT' }),
    await at.get('procedure.find', { text: code }),
    await at.get('procedure.unverified'),
    await at.call('procedure.get', { code }),
    await at.call('procedure.fees', { code }),
    await at.call('deadline.explain', { procedureCode: code, acceptedAt: '2026-11-23T08:00:00+07:00' }),
  ];

  test('by no call that anyone may make', async () => {
    const code = await receive();
    expect(JSON.stringify(await asked(code))).toContain('BÍMẬT');
    signedOut();
    const answers = await asked(code);
    expect(JSON.stringify(answers)).not.toContain('BÍMẬT');
    for (const answer of answers.slice(3)) expect(answer).toMatchObject({ fault: { code: 'procedure-unknown' } });
  });

  test('and as many others are found as before', async () => {
    signedOut();
    const before = await at.get('procedure.find', { text: 'nha', limit: 5 });
    at.sit('clerk');
    await receive();
    signedOut();
    expect(await at.get('procedure.find', { text: 'nha', limit: 5 })).toEqual(before);
  });

  test('until a supervisor has completed it', async () => {
    const code = await receive();
    at.sit('supervisor');
    await at.get('catalogue.setProcedure', {
      code,
      name: 'Xác nhận về nhà trọ',
      from: '2026-11-23',
      reason: 'Đặt lại tên cho đúng',
    });
    signedOut();
    expect(await at.get('procedure.get', { code })).toMatchObject({ name: 'Xác nhận về nhà trọ' });
  });

  test.each(['số 079170001111', 'CMND 024 123 456', 'CCCD 079.170.001.111'])('«%s» is no name of one', async (id) => {
    const asking = other({ typed: { ...typed, name: `Xác nhận ${id}` } });
    expect(await at.call('case.receive', asking)).toMatchObject({
      fault: { code: 'input-invalid', data: { issues: [{ path: 'typed.name' }] } },
    });
  });

  test.each(['Nghị định 118/2025/NĐ-CP ngày 01/07/2025', 'mã 2.000815', 'số 0791700011112'])(
    '«%s» may stand in one',
    async (words) => {
      await at.get('case.receive', other({ typed: { ...typed, name: `Xác nhận theo ${words}` } }));
    },
  );
});

test('the search says whether what stands first is meant', async () => {
  const meant = async (text: string) => (await at.get('procedure.find', { text })).meant;
  expect(await meant('khai sinh')).toBe(true);
  expect(await meant('1.014056')).toBe(true);
  expect(await meant('sao y bản chính')).toBe(true);
  expect(await meant('mở tiệm giặt ủi')).toBe(false);
  at.sit('supervisor');
  await at.get('catalogue.setProcedure', {
    code: '1.001193',
    nicknames: ['mở tiệm giặt ủi'],
    from: '2026-11-23',
    reason: 'Tên gọi ở phường',
  });
  expect(await meant('mở tiệm giặt ủi')).toBe(true);
});

describe('a procedure of which the list has the name alone', () => {
  const listed = (more: object = {}) =>
    reception({
      procedureCode: nameOnly,
      components: [],
      typed: { components: typed.components },
      typedTerm: term,
      ...more,
    });

  test('is received with a typed term, and keeps its version', async () => {
    const done = await at.get('case.receive', listed());
    expect(done.dueAt).toBe('2026-11-27T17:00:00+07:00');
    const { state } = await at.get('case.get', { caseId: done.caseId });
    expect(state).toMatchObject({ procedure: { code: nameOnly }, contentMissing: false });
    expect(state.components).toHaveLength(2);
  });

  test('without one it is refused', async () => {
    expect(await at.call('case.receive', listed({ typedTerm: undefined }))).toMatchObject({
      fault: { code: 'time-limit-missing', data: { code: nameOnly } },
    });
  });

  test('its fee is not 0: what nobody verified is not announced as free', async () => {
    const { fees } = await at.get('procedure.fees', { code: nameOnly });
    expect(fees).toEqual([expect.objectContaining({ amount: null })]);
  });
});

describe('a lawful term is never typed over', () => {
  test('of a procedure that has one', async () => {
    expect(await at.call('case.receive', reception({ typedTerm: term }))).toMatchObject({
      fault: { code: 'term-listed', data: { code: '1.001193' } },
    });
  });
});

describe('codes of before', () => {
  test('are led to those of today in the search', async () => {
    // Căn cước: 1.014056 and its like became 1.116412.
    const { procedures } = await at.get('procedure.find', { text: '1.014056' });
    expect(procedures[0]).toMatchObject({ code: '1.116412', insteadOf: expect.arrayContaining(['1.014056']) });
    expect(await at.get('procedure.get', { code: '1.014056' })).toMatchObject({
      offered: false,
      successor: { code: '1.116412' },
    });
  });

  test('are not received, and a sentence leads on', async () => {
    expect(await at.call('case.receive', reception({ procedureCode: '1.014056', components: [] }))).toMatchObject({
      fault: {
        code: 'procedure-superseded',
        data: { successor: '1.116412' },
        message: expect.stringContaining('đã được thay bằng mã 1.116412'),
      },
    });
  });

  test('those read in the law give way to none that was told from the names', async () => {
    const { procedures } = await at.get('procedure.find', { text: 'dang ky thuong tru' });
    expect(procedures[0]).toMatchObject({ code: '1.004222', origin: 'read', successor: { code: '1.116788' } });
    expect((await at.get('procedure.find', { text: '1.116788' })).procedures[0]).toMatchObject({ code: '1.116788' });
  });
});
