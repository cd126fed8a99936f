import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { createDesk } from '../../../electron/desk/desk.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { openTestDoor } from '../test-door.ts';
import { type Run, runDesk } from './run-desk.ts';

/** One practice office for this file; its password is the test's own, made up here. */
const password = 'Thuc-hanh-2026!';
const env = { DESK_PASSWORD: password };
const folder = newFolder();
const data = path.join(folder, 'practice');
const now = '2026-11-23T09:00:00+07:00';
let made: Run;

beforeAll(async () => {
  made = await runDesk(['demo', '--data', data, '--cases', '3', '--seed', '7', '--password', password]);
});

const call = (name: string, input: unknown, words: readonly string[] = [], given = {}) =>
  runDesk(['call', name, '-', '--data', data, ...words], { stdin: JSON.stringify(input), env, ...given });

const faultOf = (run: Run) => (run.lines[0] as { fault?: { code: string } }).fault?.code;

const reception = (requestId: string) => ({
  procedureCode: '1.001193',
  channel: 'direct',
  applicant: { kind: 'citizen', fullName: 'Lê Thị Thử', idNumber: '079190012346' },
  components: [{ index: 0, originals: 1, copies: 0 }],
  requestId,
});

describe('demo', () => {
  test('makes an office, and prints who can sign in, and with what', () => {
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(made.lines).toEqual([
      expect.objectContaining({
        practice: true,
        cases: 3,
        password,
        users: expect.arrayContaining(['clerk', 'admin']),
      }),
    ]);
  });

  test('a second time on the same folder is refused: 1', async () => {
    const again = await runDesk(['demo', '--data', data]);
    expect([again.code, faultOf(again)]).toEqual([1, 'already-set-up']);
  });
});

describe('who calls', () => {
  test('with a password and no --user it is the clerk', async () => {
    const run = await call('system.status', {});
    expect([run.code, run.lines[0]]).toMatchObject([0, { value: { user: { username: 'clerk' }, practice: true } }]);
  });

  test('--user names another', async () => {
    const run = await call('system.status', {}, ['--user', 'officer']);
    expect(run.lines[0]).toMatchObject({ value: { user: { username: 'officer', role: 'officer' } } });
  });

  test('without a password nobody signs in: what anyone may ask works, the rest is refused', async () => {
    const status = await call('system.status', {}, [], { env: {} });
    expect(status.lines[0]).toMatchObject({ ok: true, value: { user: null } });
    const search = await call('case.search', { text: 'a' }, [], { env: {} });
    expect([search.code, faultOf(search)]).toEqual([1, 'sign-in-required']);
  });

  test('a wrong password is a fault: 1, and the call is not made', async () => {
    // Nobody else signs in as the supervisor here: a wrong password makes its account wait.
    const run = await call('system.status', {}, ['--user', 'supervisor'], { env: { DESK_PASSWORD: 'wrong' } });
    expect([run.code, faultOf(run), run.lines.length]).toEqual([1, 'sign-in-refused', 1]);
  });

  test('a role that may not', async () => {
    const run = await call('account.list', {});
    expect([run.code, faultOf(run)]).toEqual([1, 'forbidden']);
  });

  test('the password is in no line of either stream', async () => {
    const runs = [await call('case.search', { text: 'a' }), await call('nothing.there', {})];
    for (const run of runs) expect(run.out + run.err).not.toContain(password);
  });
});

describe('--now and --out', () => {
  test('the desk’s clock is what a practice office is told, and the receipt is a file', async () => {
    const out = path.join(folder, 'receipt.pdf');
    const run = await call('case.receive', reception('0199c7e2-7c1a-4b3e-9b1a-3c5d7e9f1a2b'), [
      '--now',
      now,
      '--out',
      out,
    ]);
    expect(run.err).toBe('');
    expect([run.code, run.lines[0]]).toMatchObject([0, { ok: true, value: { acceptedAt: now } }]);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('an answer without a document leaves no file, and says so: 1', async () => {
    const out = path.join(folder, 'none.pdf');
    const run = await call('case.search', { text: 'zzz' }, ['--out', out]);
    expect([run.code, existsSync(out), run.lines[0]]).toMatchObject([1, false, { ok: true }]);
    expect(run.err).toMatch(/không kèm giấy nào[\s\S]*has no document/);
  });

  test('a real office keeps its own clock', async () => {
    const real = path.join(folder, 'real');
    const settings = {
      caseUnitCode: 'H29.1.1',
      centreName: 'Trung tâm thử',
      phone: '',
      lookupAddress: '',
      numberAuthority: 'centre',
      desk: { code: 'Q1', name: 'Quầy 1', blocks: [{ first: 1, last: 500 }] },
      otherDesks: [],
      hours: [{ start: '07:30', end: '11:30' }],
      printer: '',
      paperSize: 'A5',
      backupFolder: '',
    };
    const units = await runDesk(['call', 'office.units']);
    const [{ code: unitCode }] = (units.lines[0] as { value: { units: [{ code: string }] } }).value.units;
    const accounts = [{ username: 'clerk', fullName: 'Cán bộ Thử', role: 'clerk', password }];
    const stdin = JSON.stringify({ settings: { ...settings, unitCode }, accounts });
    const setUp = await runDesk(['call', 'office.setUp', '-', '--data', real], { stdin });
    expect(setUp.lines[0]).toMatchObject({ ok: true, value: { practice: false } });
    const run = await runDesk(['call', 'system.status', '--data', real, '--now', now]);
    expect([run.code, faultOf(run)]).toEqual([1, 'practice-only']);
  });
});

describe('batch', () => {
  test('answers each line in order, and a bad line does not end it', async () => {
    const lines = [
      '{"call":"text.amountInWords","input":{"amount":1}}',
      'no json',
      '{"input":{}}',
      '[]',
      'null',
      '',
      `{"call":"text.amountInWords","input":{"amount":${'1'.repeat(4_194_304)}}}`,
      '{"call":"nothing.there"}',
      '{"call":"system.status"}',
      '{"call":"text.amountInWords","input":{"amount":2}}',
    ];
    const run = await runDesk(['batch', '--data', data, '--now', now], { stdin: lines.join('\r\n'), env });
    expect(run.code).toBe(0);
    expect(
      run.lines.map((line) => (line as { ok: boolean }).ok || (line as { fault: { code: string } }).fault.code),
    ).toEqual([
      true,
      'input-invalid',
      'input-invalid',
      'input-invalid',
      'input-invalid',
      'input-invalid',
      'call-unknown',
      true,
      true,
    ]);
    expect(run.lines.at(-1)).toEqual({ ok: true, value: { text: 'Hai đồng' } });
  });

  test('answers only what is on disk: a case is there for the next process, and twice the same request is one case', async () => {
    const one = JSON.stringify({ call: 'case.receive', input: reception('0199c7e2-7c1a-4b3e-9b1a-000000000001') });
    const run = await runDesk(['batch', '--data', data, '--now', now], { stdin: `${one}\n${one}\n`, env });
    const [first, second] = run.lines as { ok: true; value: { caseId: string } }[];
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    const again = await call('case.get', { caseId: first!.value.caseId });
    expect(again.lines[0]).toMatchObject({ ok: true, value: { state: { caseId: first!.value.caseId } } });
  });

  test('a refused sign-in is one answer: 1', async () => {
    const stdin = '{"call":"system.status"}\n';
    const words = ['batch', '--data', data, '--user', 'supervisor'];
    const run = await runDesk(words, { stdin, env: { DESK_PASSWORD: 'wrong' } });
    expect([run.code, run.lines.length, faultOf(run)]).toEqual([1, 1, 'sign-in-refused']);
  });
});

describe('one process at a time', () => {
  test.each([['call', 'system.status'], ['batch'], ['serve'], ['demo'], ['verify']])(
    '%s is refused politely while another has the folder, and told who',
    async (...words) => {
      const test = openTestDoor();
      const desk = createDesk({ ...test.ports, dataFolder: data, holder: 'desk batch, pid 1234' });
      try {
        const run = await runDesk([...words, '--data', data]);
        expect([run.code, run.lines]).toMatchObject([
          1,
          [{ ok: false, fault: { code: 'store-locked', data: { holder: 'desk batch, pid 1234' } } }],
        ]);
      } finally {
        if (!isFault(desk)) await desk.close();
        await test.close();
      }
    },
  );
});

describe('verify', () => {
  test('a good office: 0, with what was looked at', async () => {
    const run = await runDesk(['verify', '--data', data]);
    expect([run.code, run.lines[0]]).toMatchObject([0, { ok: true, checks: expect.any(Array) }]);
  });

  test.each([
    ['verify', ['verify']],
    ['a read', ['call', 'system.status']],
    ['a read of cases', ['call', 'case.search', '-']],
    ['a call nobody knows', ['call', 'no.such']],
  ])('%s of a folder that has no data is refused, and makes nothing: 1', async (_what, words) => {
    const wrong = path.join(newFolder(), 'mistyped');
    for (const make of [
      () => undefined,
      () => mkdirSync(wrong),
      () => writeFileSync(path.join(wrong, 'notes.txt'), '-'),
    ]) {
      make();
      const before = existsSync(wrong) ? readdirSync(wrong) : null;
      const run = await runDesk([...words, '--data', wrong], { stdin: '{"text":"an"}' });
      expect([run.code, faultOf(run)]).toEqual([1, 'store-missing']);
      expect(existsSync(wrong) ? readdirSync(wrong) : null).toEqual(before);
    }
  });

  test('a file that is not ours: 1, and it is left as it was', async () => {
    const broken = newFolder();
    const file = path.join(broken, 'desk.sqlite');
    writeFileSync(file, 'this is no data of the desk '.repeat(200));
    const run = await runDesk(['verify', '--data', broken]);
    expect([run.code, faultOf(run)]).toEqual([1, 'store-foreign']);
    const called = await runDesk(['call', 'system.status', '--data', broken]);
    expect([called.code, faultOf(called)]).toEqual([3, 'store-foreign']);
    expect(readFileSync(file, 'utf8')).toBe('this is no data of the desk '.repeat(200));
  });
});

describe('export and check-receipt', () => {
  test('the register leaves without a person, and the command checks a receipt by it and by the key file', async () => {
    const file = path.join(folder, 'register.jsonl');
    const received = await call('case.receive', reception(crypto.randomUUID()), ['--now', now]);
    expect(received.code).toBe(0);
    const made = await runDesk(['export', '--data', data, '--to', file], { env });
    expect([made.code, made.lines[0]]).toMatchObject([0, { ok: true, value: { file } }]);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/Thử|079190012346/);
    const [line] = text.split('\n').flatMap((one) => (one.startsWith('["r"') ? [one] : []));
    const [, , , square] = JSON.parse(line ?? '[]') as [string, number, number, string];
    const keys = path.join(folder, 'keys.json');
    const published = await call('receipt.keys', {});
    writeFileSync(keys, JSON.stringify(published.lines[0]));
    for (const key of [file, keys]) {
      const checked = await runDesk(['check-receipt', square, '--key', key]);
      expect([checked.code, checked.lines[0]]).toMatchObject([0, { ok: true, value: { verdict: 'genuine' } }]);
    }
    // An export that was changed is no source of keys.
    writeFileSync(file, text.replace('"received"', '"recieved"'));
    expect((await runDesk(['check-receipt', square, '--key', file])).code).toBe(2);
  });

  test('a clerk takes nothing out, and a folder without a register is told', async () => {
    const file = path.join(folder, 'none.jsonl');
    const clerk = await runDesk(['export', '--data', data, '--to', file, '--user', 'clerk'], { env });
    expect([clerk.code, faultOf(clerk), existsSync(file)]).toEqual([1, 'forbidden', false]);
    expect((await runDesk(['export', '--data', newFolder(), '--to', file], { env })).code).toBe(1);
    expect((await runDesk(['export', '--data', data], { env })).code).toBe(2);
  });
});
