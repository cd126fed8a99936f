import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packOfAll, publisherPem } from '../../support/data/pack-sample.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { runDesk } from './run-desk.ts';

/** How a city makes and hands out a data pack, and how an office takes it, by the command line alone. */
const password = 'Thuc-hanh-2026!';
const env = { DESK_PASSWORD: password };
const folder = newFolder();
const data = path.join(folder, 'practice');
const at = (name: string) => path.join(folder, name);
/** By the machine's own clock, as the desk's is here: a day that has not come, whenever this runs. */
const from = new Date(Date.now() + 7 * 3_600_000 + 2 * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  await runDesk(['demo', '--data', data, '--cases', '0', '--password', password]);
  // Its form takes a second to try, and its days would be past on another day than the sample's.
  const { forms: _forms, calendar: _calendar, ...pack } = packOfAll();
  writeFileSync(at('goi.json'), JSON.stringify(pack));
});

async function desk(...words: string[]) {
  const run = await runDesk(words, { env });
  return { code: run.code, err: run.err, answer: run.lines[0] as { ok: boolean; value: any; fault: { code: string } } };
}

describe('a pack', () => {
  test('is signed by a key of its publisher, shown, trusted by the fingerprint, taken, listed and rolled back', async () => {
    const key = (await desk('pack', 'new-key', at('khoa.pem'))).answer.value;
    expect(key.fingerprint).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
    expect(statSync(at('khoa.pem')).mode & 0o077).toBe(0);
    expect((await desk('pack', 'new-key', at('khoa.pem'))).code).toBe(2);
    const signed = await desk('pack', 'sign', at('goi.json'), at('khoa.pem'), '--to', at('goi-ky.json'));
    expect(signed.answer.value).toMatchObject({ publisher: 'Sở Tư pháp (thử)', fingerprint: key.fingerprint });

    const office = ['--data', data, '--from', from];
    const shown = await desk('pack', 'show', at('goi-ky.json'), ...office);
    expect(shown.answer.value).toMatchObject({ from, signer: { state: 'unknown', fingerprint: '' } });
    expect(shown.answer.value.rows.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['procedures', 'fees', 'processes', 'settings']),
    );
    expect((await desk('pack', 'take', at('goi-ky.json'), ...office)).answer.fault.code).toBe('publisher-unknown');
    const wrong = await desk('pack', 'trust', at('goi-ky.json'), '0000 0000 0000 0000', '--data', data);
    expect(wrong.answer.fault.code).toBe('fingerprint-other');
    expect((await desk('pack', 'trust', at('goi-ky.json'), key.fingerprint, '--data', data)).code).toBe(0);
    const taken = await desk('pack', 'take', at('goi-ky.json'), ...office, '--kinds', 'procedures,fees');
    expect(taken.answer.value.kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['procedures', 'fees']);
    const { packs } = (await desk('pack', 'list', '--data', data)).answer.value;
    expect(packs).toEqual([expect.objectContaining({ id: taken.answer.value.id, from, stands: true })]);
    const back = ['pack', 'back', packs[0].id, '--data', data];
    expect((await desk(...back)).code).toBe(2);
    expect((await desk(...back, '--reason', 'Gói thử')).answer.value.kinds).toEqual(['procedures', 'fees']);
  });

  test('of a model office is made, and a changed one is refused', async () => {
    const made = await desk(
      'pack',
      'make',
      '--data',
      data,
      '--title',
      'Gói mẫu',
      '--publisher',
      'Phường thử',
      '--to',
      at('mau.json'),
    );
    expect(made.answer.value.kinds.map(({ kind }: { kind: string }) => kind)).toContain('settings');
    writeFileSync(at('k7.pem'), publisherPem(7));
    expect((await desk('pack', 'sign', at('mau.json'), at('k7.pem'), '--to', at('mau-ky.json'))).code).toBe(0);
    const text = readFileSync(at('mau-ky.json'), 'utf8');
    writeFileSync(at('gia.json'), text.replace('Gói mẫu', 'Gói giả'));
    expect((await desk('pack', 'show', at('gia.json'), '--data', data, '--from', from)).answer.fault.code).toBe(
      'data-pack-forged',
    );
    // Signed again by who changed it, it is another publisher's.
    expect((await desk('pack', 'sign', at('gia.json'), at('k7.pem'), '--to', at('gia-ky.json'))).code).toBe(0);
  });

  test.each([
    [['pack']],
    [['pack', 'dance']],
    [['pack', 'sign', 'khong-co.json', 'k.pem', '--to', 'x']],
    [['pack', 'sign', at('goi.json'), at('goi.json'), '--to', at('x')]],
    [['pack', 'trust', at('goi.json'), '--data', data]],
    [['national']],
    [['national', at('goi.json'), 'dance', '--data', data, '--from', from]],
  ])('%j is a wrong usage, with both sentences', async (words) => {
    const { code, err } = await desk(...words);
    expect(code).toBe(2);
    expect(err).toContain('|');
  });
});

describe('the national record', () => {
  const record = {
    error_code: '0',
    result: [
      {
        MATTHC: '1.999002',
        TENTTHC: 'Xác nhận hoạt động nhà trọ',
        LINHVUCTHUCHIEN: [{ MALINHVUC: 'G09-XD01', TENLINHVUC: 'Nhà ở' }],
        CACHTHUCTHUCHIEN: [
          { KENH: 1, THOIGIAN: [{ THOIGIANGIAIQUYET: 3, DONVITINH: 'Ngày làm việc', PHILEPHI: [{ SOTIEN: 0 }] }] },
          { KENH: 2, THOIGIAN: [{ THOIGIANGIAIQUYET: 2, DONVITINH: 'Ngày làm việc' }] },
        ],
        THANHPHANHOSO: [{ GIAYTO: [{ TENGIAYTO: 'Đơn đề nghị', SOBANCHINH: 1, SOBANSAO: 0 }] }],
      },
      {
        MATTHC: '1.010101',
        TENTTHC: 'Khai thác thông tin công dân trong Cơ sở dữ liệu quốc gia về dân cư (thực hiện tại cấp xã)',
      },
    ],
  };

  test('is looked at first, and taken when told; an old code leads to the new', async () => {
    writeFileSync(at('tthc.json'), JSON.stringify(record));
    const words = ['national', at('tthc.json'), '--data', data, '--from', from];
    const dry = await desk(...words);
    expect(dry.answer.value.added).toEqual([
      expect.objectContaining({ code: '1.999002', field: 'Nhà ở', termText: '03 ngày làm việc' }),
    ]);
    expect(dry.answer.value.problems).toEqual([
      expect.objectContaining({
        code: '1.010101',
        kind: 'superseded',
        left: true,
        text: expect.stringContaining('1.116411'),
      }),
    ]);
    const lists = async () => (await runDesk(['call', 'catalogue.lists', '--data', data], { env })).lines[0] as any;
    expect((await lists()).value.lists).toEqual([]);
    const [file, ...rest] = words.slice(1) as [string, ...string[]];
    const taken = await desk('national', file, 'take', ...rest, '--title', 'CSDL quốc gia');
    expect(taken.answer.value.id).toContain(from);
    expect((await lists()).value.lists).toEqual([expect.objectContaining({ title: 'CSDL quốc gia', from })]);
  });

  test.each<[string, string, Buffer, RegExp]>([
    ['rubbish that is called JSON', 'rac.json', Buffer.from('not json'), /không phải JSON đúng/],
    ['six bytes', 'rac.bin', Buffer.from([1, 2, 3, 254, 255, 7]), /không có dòng tiêu đề/],
    ['a text that is no list', 'rac.txt', Buffer.from('xin chào'), /không có dòng tiêu đề/],
    ['nothing', 'trong.csv', Buffer.alloc(0), /tệp trống/],
  ])('%s is no list, and says so', async (_what, name, bytes, reason) => {
    writeFileSync(at(name), bytes);
    const { code, answer } = await desk('national', at(name), '--data', data, '--from', from);
    expect(code).toBe(1);
    expect(answer.fault).toMatchObject({ code: 'list-unreadable', message: expect.stringMatching(reason) });
  });
});

test('a pack that is broken is told of with one full stop at the end of each sentence', async () => {
  writeFileSync(
    at('hong.json'),
    JSON.stringify({ ...packOfAll(), fees: { rules: [{ code: '1.999001', amount: -1 }] } }),
  );
  const { answer } = await desk('pack', 'show', at('hong.json'), '--data', data, '--from', from);
  expect(answer.fault).toMatchObject({ code: 'data-pack-broken', message: expect.not.stringContaining('..') });
  expect(answer.fault).toMatchObject({ message: expect.stringContaining('. Chưa có gì thay đổi.') });
});
