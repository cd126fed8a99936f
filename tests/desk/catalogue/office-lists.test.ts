import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, openTestDesk, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterEach(() => at.end());

const from = '2026-11-23';
const reason = 'Theo Quyết định 113 của phường';
const list = (text: string, more: object = {}) => ({ text, format: 'csv', from, ...more });
const head = 'STT,Mã TTHC,Tên thủ tục hành chính,Lĩnh vực,Thời hạn giải quyết,Phí lệ phí,Mức độ';
const lodging = '0.000001';

function rows(...lines: string[]): string {
  return [head, ...lines].join('\n');
}

const codesOf = (all: { code: string }[]) => all.map(({ code }) => code);
const found = async (text: string) => JSON.stringify(await at.get('procedure.find', { text, limit: 50 }));

describe('a list is looked at before it is taken', () => {
  test('what is new, what is changed, and what stays', async () => {
    const preview = await at.get(
      'catalogue.previewList',
      list(
        rows(
          '1,1.001193,Đăng ký khai sinh,Hộ tịch,Trong ngày,,',
          '2,1.013855,Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm,An toàn thực phẩm,07 ngày làm việc,150.000 đồng,Toàn trình',
          '3,1.999001,Xác nhận hoạt động nhà trọ,Nhà ở,03 ngày làm việc,Không,',
        ),
      ),
    );
    expect(codesOf(preview.added)).toEqual(['1.999001']);
    expect(preview.added[0]).toMatchObject({
      row: 4,
      name: 'Xác nhận hoạt động nhà trọ',
      termText: '03 ngày làm việc',
    });
    expect(codesOf(preview.changed)).toEqual(['1.013855']);
    expect(preview.changed[0].what.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'term',
      'fee',
      'level',
    ]);
    expect(preview).toMatchObject({ unchanged: 1, ended: [], problems: [], head: 1, offered: 469 });
  });

  test('nothing ends unless it is asked, and then what the list does not name', async () => {
    const text = rows('1,1.001193,Đăng ký khai sinh,Hộ tịch,Trong ngày,,');
    expect((await at.get('catalogue.previewList', list(text))).ended).toEqual([]);
    const asked = await at.get('catalogue.previewList', list(text, { complete: true }));
    expect(asked.ended).toHaveLength(467);
    expect(asked.offered).toBe(1);
  });

  test('a list in which nothing could be read ends nothing', async () => {
    const asked = await at.get(
      'catalogue.previewList',
      list('không,phải\ndanh,mục', { complete: true, mapping: { code: 7 } }),
    );
    expect(asked.ended).toEqual([]);
  });

  test('changes nothing', async () => {
    const before = await at.get('journal.stateHash');
    const finds = await found('khai sinh');
    await at.get('catalogue.previewList', list(rows('1,1.001193,Đăng ký khai sinh lại,Hộ tịch,9 ngày,,')));
    expect(await at.get('journal.stateHash')).toEqual(before);
    expect(await found('khai sinh')).toBe(finds);
  });

  test('is a supervisor’s', async () => {
    at.sit('clerk');
    for (const name of ['catalogue.previewList', 'catalogue.takeList'])
      expect(await at.call(name, list(rows('1,1.001193,Đăng ký khai sinh,,,,')))).toMatchObject({
        fault: { code: 'forbidden' },
      });
  });
});

describe('a list that was taken', () => {
  const text = rows(
    '1,1.999001,Xác nhận hoạt động nhà trọ,Nhà ở,03 ngày làm việc,Không,',
    '2,1.013855,,An toàn thực phẩm,07 ngày làm việc,150.000 đồng,',
  );

  test('is found, received and printed with its own term; the product fills what it lacks', async () => {
    const taken = await at.get('catalogue.takeList', list(text));
    expect(taken).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}@2026-11-23$/),
      added: [{ code: '1.999001' }],
    });
    at.sit('clerk');
    expect((await at.get('procedure.find', { text: 'nhà trọ' })).procedures[0]).toMatchObject({
      code: '1.999001',
      origin: 'office',
      term: { value: 3, unit: 'working-day' },
    });
    expect(await at.get('procedure.get', { code: '1.013855' })).toMatchObject({
      name: expect.stringContaining('an toàn thực phẩm'),
      term: { value: 7, unit: 'working-day' },
      feeAmount: 150_000,
      termVerified: true,
    });
    const done = await at.get('case.receive', reception({ procedureCode: '1.999001', components: [] }));
    expect(done.dueAt).toBe('2026-11-27T17:00:00+07:00');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('twice is once', async () => {
    const first = await at.get('catalogue.takeList', list(text));
    const hash = await at.get('journal.stateHash');
    const second = await at.get('catalogue.takeList', list(text));
    expect(second.id).toBe(first.id);
    expect(await at.get('journal.stateHash')).toEqual(hash);
    expect((await at.get('catalogue.lists')).lists).toHaveLength(1);
  });

  test('rolled back, the search answers byte for byte as before', async () => {
    const words = ['nhà trọ', 'an toàn thực phẩm', 'khai sinh', '1.999001', '1.0138', ''];
    const before = await Promise.all(words.map(found));
    const { id } = await at.get('catalogue.takeList', list(text, { complete: true }));
    expect(await Promise.all(words.map(found))).not.toEqual(before);
    await at.get('catalogue.rollBack', { id, reason });
    expect(await Promise.all(words.map(found))).toEqual(before);
    expect(await at.call('catalogue.rollBack', { id, reason })).toMatchObject({ fault: { code: 'list-unknown' } });
    at = await at.reopen();
    at.sit('supervisor');
    expect(await Promise.all(words.map(found))).toEqual(before);
    expect((await at.get('catalogue.lists')).lists).toEqual([expect.objectContaining({ id, stands: false })]);
  });

  test('a file keeps what it was received under, whatever follows', async () => {
    const { id } = await at.get('catalogue.takeList', list(text));
    at.sit('clerk');
    const { caseId } = await at.get('case.receive', reception({ procedureCode: '1.999001', components: [] }));
    const before = (await at.get('case.get', { caseId })).state;
    at.sit('supervisor');
    await at.get('catalogue.rollBack', { id, reason });
    at = await at.reopen();
    at.sit('clerk');
    const { state } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({
      procedure: before.procedure,
      dueAt: before.dueAt,
      term: before.term,
      contentMissing: false,
    });
    expect(await at.call('case.receive', reception({ procedureCode: '1.999001', components: [] }))).toMatchObject({
      fault: { code: 'procedure-unknown' },
    });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('waits for its day', async () => {
    await at.get('catalogue.takeList', list(text, { from: '2026-12-01' }));
    expect(JSON.parse(await found('nhà trọ')).procedures).not.toContainEqual(
      expect.objectContaining({ code: '1.999001' }),
    );
    clockAt(at, '2026-12-01T08:00:00');
    expect(JSON.parse(await found('nhà trọ')).procedures[0]).toMatchObject({ code: '1.999001' });
  });

  test('what a list ended is not received, and a sentence says so', async () => {
    await at.get('catalogue.takeList', list(rows('1,1.001193,Đăng ký khai sinh,,,,'), { complete: true }));
    at.sit('clerk');
    await at.get('case.receive', reception());
    expect(await at.call('case.receive', reception({ procedureCode: '1.000894' }))).toMatchObject({
      fault: { code: 'procedure-not-offered', message: expect.stringContaining('Đăng ký kết hôn') },
    });
  });

  test('nothing new is no list', async () => {
    expect(await at.call('catalogue.takeList', list('chỉ một dòng không mã'))).toMatchObject({
      fault: { code: 'list-empty' },
    });
  });
});

describe('what is wrong in a list is said by its row, in both languages', () => {
  test.each([
    ['1,ABC.123,Đăng ký gì đó,,,,', 'code-unread', true],
    ['1,,Xác nhận hoạt động nhà trọ,,,,', 'code-none', false],
    ['1,,Đăng ký khai sinh,,,,', 'code-by-name', false],
    ['1,1.99901,Xác nhận hoạt động nhà trọ,,,,', 'code-padded', false],
    ['1,1.001193,Cấp giấy phép đào đường,,,,', 'name-other', true],
    ['1,1.999001,Đăng ký khai sinh,,,,', 'name-known', false],
    ['1,1.999001,,,,,', 'name-missing', true],
    ['1,1.014056,Khai thác thông tin công dân trong Cơ sở dữ liệu căn cước,,,,', 'superseded', true],
    ['1,1.999001,Xác nhận nhà trọ,,5 ngày hoặc 7 ngày,,', 'term-several', false],
    ['1,1.999001,Xác nhận nhà trọ,,theo giấy hẹn,,', 'term-unread', false],
    ['1,1.999001,Xác nhận nhà trọ,,7,,', 'term-no-unit', false],
    ['1,2.000815,Chứng thực bản sao từ bản chính giấy tờ,,,5000,', 'fee-kept', false],
    ['1,1.999001,Xác nhận nhà trọ,,,5000 hoặc 7000,', 'fee-unread', false],
    ['1,1.999001,Xác nhận nhà trọ,,,,abc', 'level-unread', false],
    ['1,1.999001,Xác nhận nhà trọ,,15-20 ngày,,', 'term-several', false],
    ['1,1.999001,Xác nhận nhà trọ,,từ ngày 01 tháng 7,,', 'term-unread', false],
    ['1,1.999001,Xác nhận nhà trọ,,,Theo Thông tư 281,', 'fee-unread', false],
    ['1,1.999001,Xác nhận nhà trọ,,,Theo quy định,', 'fee-unread', false],
    ['1,1.999001,Xác nhận nhà trọ,,,2025,', 'fee-unread', false],
    ['1,1.001193,Đăng ký khai sinh,,15 ngày,,', 'term-longer', false],
    ['1,1.001193,Đăng ký khai sinh,,01 ngày làm việc,,', 'term-longer', false],
    ['1,1.00011,Đăng ký kết hôn có yếu tố nước ngoài,,,,', 'code-mended', true],
    ['1,1.00011,,,,,', 'code-mended', true],
    [',,Người lập biểu,,,,', 'no-procedure', true],
  ])('%s: %s', async (line, kind, left) => {
    const { problems } = await at.get('catalogue.previewList', list(rows(line)));
    expect(problems).toEqual([
      expect.objectContaining({
        row: 2,
        kind,
        left,
        text: expect.stringMatching(/\p{L}/u),
        textEn: expect.stringMatching(/\p{L}/u),
      }),
    ]);
  });

  test('the same code again is told with the row that has it', async () => {
    const line = ',1.999001,Xác nhận nhà trọ,,,,';
    const { problems, added } = await at.get('catalogue.previewList', list(rows(`1${line}`, `2${line}`)));
    expect(added).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ row: 3, kind: 'code-twice', text: expect.stringContaining('dòng 2') }),
    ]);
  });

  test('columns may be named by place, by their words or by their letter', async () => {
    const text = 'A,B,C\n1.999001,x,Xác nhận nhà trọ\n';
    for (const mapping of [
      { code: 0, name: 2 },
      { code: 'A', name: 'C' },
    ])
      expect((await at.get('catalogue.previewList', list(text, { mapping }))).added[0]).toMatchObject({
        code: '1.999001',
        name: 'Xác nhận nhà trọ',
      });
    const headed = await at.get(
      'catalogue.previewList',
      list(rows('1,1.999001,Xác nhận nhà trọ,,9 ngày,,'), { mapping: { term: null, name: 'Tên thủ tục hành chính' } }),
    );
    expect(headed.added[0].termText).toBeNull();
  });
});

describe('a supervisor edits one procedure', () => {
  test('completes what a clerk typed', async () => {
    at.sit('clerk');
    const name = 'Xác nhận hoạt động nhà trọ';
    const typed = { name, components: [{ name: 'Đơn đề nghị' }] };
    const typedTerm = { value: 5, unit: 'working-day', ground: 'Công văn 12 của phường' };
    await at.get('case.receive', reception({ procedureCode: 'other', components: [], typed, typedTerm }));
    at.sit('supervisor');
    const before = await at.get('catalogue.list');
    expect(before).toMatchObject({ toComplete: 1, procedures: expect.arrayContaining([]) });
    expect(before.procedures[0]).toMatchObject({ name, toComplete: true, origin: 'typed' });
    const { code } = before.procedures[0];
    await at.get('catalogue.setProcedure', {
      code,
      term: { value: 4, unit: 'working-day', ground: reason },
      components: [{ name: 'Đơn đề nghị' }, { name: 'Hợp đồng thuê' }],
      fee: 0,
      nicknames: ['nhà trọ', 'phòng trọ'],
      from,
      reason,
    });
    expect(await at.get('catalogue.list')).toMatchObject({ toComplete: 0 });
    expect((await at.get('procedure.find', { text: 'phong tro' })).procedures[0]).toMatchObject({
      code,
      term: { value: 4 },
    });
    at.sit('clerk');
    await at.get(
      'case.receive',
      reception({ procedureCode: code, components: [{ index: 1, originals: 0, copies: 1 }] }),
    );
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('adds one without a code, ends one, and rolls back each alone', async () => {
    const added = await at.get('catalogue.setProcedure', { name: 'Xác nhận nhà trọ', from, reason });
    expect(added.code).toMatch(/^0\.\d{6}$/);
    const ended = await at.get('catalogue.setProcedure', { code: '1.000894', offered: false, from, reason });
    expect(JSON.parse(await found('kết hôn')).procedures[0].code).not.toBe('1.000894');
    await at.get('catalogue.rollBack', { id: ended.id, reason });
    expect(JSON.parse(await found('kết hôn')).procedures[0].code).toBe('1.000894');
    expect(JSON.parse(await found('nhà trọ')).procedures[0].code).toBe(added.code);
  });

  test('what the certification lane receives goes by it as well', async () => {
    await at.get('catalogue.setProcedure', { code: '2.000815', name: 'Chứng thực bản sao (sao y)', from, reason });
    at.sit('clerk');
    const { caseId } = await at.get('certification.receive', {
      lines: [{ kind: 'copy', paper: 'CCCD', pages: 2, copies: 3 }],
      signer: { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' },
      requestId: crypto.randomUUID(),
    });
    expect((await at.get('case.get', { caseId })).state.procedure).toMatchObject({
      code: '2.000815',
      name: 'Chứng thực bản sao (sao y)',
    });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('an old code that an office receives all the same is found as itself', async () => {
    await at.get('catalogue.setProcedure', { code: '1.014056', offered: true, from, reason });
    const { procedures } = await at.get('procedure.find', { text: '1.014056' });
    expect(procedures[0]).toMatchObject({ code: '1.014056', insteadOf: [] });
  });

  test.each(['2.000815', '2.000884'])('the fee of %s is the law’s rule, and no sum takes its place', async (code) => {
    const fees = await at.get('procedure.fees', { code });
    expect(await at.call('catalogue.setProcedure', { code, fee: 5000, from, reason })).toMatchObject({
      fault: { code: 'fee-by-rule', message: expect.stringContaining('do văn bản quy định') },
    });
    const listed = await at.get(
      'catalogue.previewList',
      list(rows(`1,${code},${(await at.get('procedure.get', { code })).name.replaceAll(',', ' ')},,,5.000 đồng,`)),
    );
    expect(listed.problems).toEqual([expect.objectContaining({ kind: 'fee-kept' })]);
    expect(await at.get('procedure.fees', { code })).toEqual(fees);
  });

  test('a change that changes nothing is none', async () => {
    expect(
      await at.call('catalogue.setProcedure', { code: '1.001193', name: 'Đăng ký khai sinh', from, reason }),
    ).toMatchObject({
      fault: { code: 'list-empty' },
    });
    expect(await at.call('catalogue.setProcedure', { code: lodging, from, reason })).toMatchObject({
      fault: { code: 'procedure-unknown' },
    });
  });
});

describe('a ward’s spreadsheet of 400', () => {
  test('is a working catalogue', async () => {
    const shipped = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../../resources/data/procedures-more.json'), 'utf8'),
    );
    const all = shipped.data.filter(({ standing }: { standing: string }) => standing === 'current').slice(0, 390);
    const lines = all.map(
      (
        { procedure: { code, name, field } }: { procedure: { code: string; name: string; field: string } },
        index: number,
      ) =>
        [
          index + 1,
          Number(code),
          `"${name.replaceAll('"', '""')}"`,
          `"${field}"`,
          index % 3 === 0 ? '05 ngày làm việc' : '',
        ].join(','),
    );
    const own = Array.from(
      { length: 10 },
      (_, index) => `${391 + index},,Xác nhận riêng của phường số ${'abcdefghij'[index]}${index},Khác,02 ngày làm việc`,
    );
    const text = ['STT,Mã,Tên TTHC,Lĩnh vực,Thời hạn', ...lines, ...own].join('\n');
    const preview = await at.get('catalogue.previewList', list(text));
    expect(preview.problems.filter(({ left }: { left: boolean }) => left)).toEqual([]);
    expect(preview.added).toHaveLength(10);
    const taken = await at.get('catalogue.takeList', list(text));
    expect(taken.offered).toBe(478);
    at = await at.reopen();
    at.sit('clerk');
    expect((await at.get('procedure.find', { text: 'xac nhan rieng' })).procedures.length).toBeGreaterThan(5);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });
});

test('before there is an office nobody takes a list', async () => {
  const empty = openTestDesk();
  expect(await empty.call('catalogue.list')).toMatchObject({ fault: { code: 'not-set-up' } });
  await empty.end();
});
