import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../../../electron/contract/contract.ts';
import { findCall } from '../../../electron/shell/command-line/commands/find-call.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { runDesk } from './run-desk.ts';

const folder = newFolder();
const data = path.join(folder, 'never-made');

describe('asked wrongly: 2, in both languages, with the usage, and nothing on stdout', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /Thiếu lệnh[\s\S]*command is missing/],
    ['an unknown command', ['frobnicate'], /Không có lệnh «frobnicate»[\s\S]*no command “frobnicate”/],
    ['a name of Object', ['constructor'], /Không có lệnh/],
    ['an unknown option', ['calls', '--frob'], /Tùy chọn không đúng[\s\S]*option is not right/],
    ['an option of another command', ['verify', '--data', data, '--seed', '1'], /seed/],
    ['an option without its value', ['verify', '--data'], /data/],
    ['a word too many', ['verify', 'x', '--data', data], /Thừa tham số «x»[\s\S]*one word too many/],
    ['no data folder', ['verify'], /Thiếu thư mục dữ liệu[\s\S]*data folder is missing/],
    ['an empty data folder', ['demo', '--data', ''], /data folder is missing/],
    ['no name of a call', ['call', '--data', data], /Thiếu tên lệnh gọi[\s\S]*name of the call is missing/],
    ['three words for a call', ['call', 'a', 'b', 'c', '--data', data], /«c»/],
    [
      'a number that is none',
      ['demo', '--data', data, '--cases', 'many'],
      /--cases cần một số nguyên[\s\S]*whole number/,
    ],
    ['a negative number', ['demo', '--data', data, '--cases=-1'], /whole number/],
    ['a port too high', ['serve', '--data', data, '--port', '70000'], /65535/],
    [
      'a time without an offset',
      ['batch', '--data', data, '--now', '2026-11-23T08:00:00'],
      /--now cần thời điểm[\s\S]*offset/,
    ],
    ['a time that is none', ['batch', '--data', data, '--now', '2026-13-45T08:00:00+07:00'], /offset/],
    ['a user without a password', ['batch', '--data', data, '--user', 'clerk'], /DESK_PASSWORD[\s\S]*DESK_PASSWORD/],
    ['no data for a call that needs an office', ['call', 'case.search'], /data folder is missing/],
    ['no data for a write anyone may make', ['call', 'office.setUp'], /data folder is missing/],
    [
      'a place for the document that is not there',
      ['call', 'case.get', '--data', data, '--out', path.join(data, 'x.pdf')],
      /no folder/,
    ],
  ])('%s', async (_what, words, sentence) => {
    const run = await runDesk(words);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toMatch(sentence);
    expect(run.err).toMatch(/Một Cửa Desk – dòng lệnh/);
    // What was wrong is the last that is said; of a command that there is, its own usage alone stands above it.
    expect(run.err.trim().split('\n').slice(-2).join('\n')).toMatch(sentence);
    const isKnown = words[0] !== undefined && ['verify', 'call', 'batch', 'serve', 'demo', 'calls'].includes(words[0]);
    expect(run.err.split('\n').length < 12).toBe(isKnown);
  });
});

describe('an input that cannot be read: 2, a sentence in both languages, and the fault on stdout', () => {
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };

  test.each<[string, () => [string, string | undefined], string, RegExp]>([
    ['text that is no JSON', () => ['-', '{"amount": Nguyễn}'], 'not-json', /không phải JSON[\s\S]*not valid JSON/],
    ['nothing at all', () => ['-', ''], 'not-json', /not valid JSON/],
    ['half a JSON', () => [file('half.json', '{"amount":'), undefined], 'not-json', /half\.json[\s\S]*half\.json/],
    [
      'a file that is not UTF-8',
      () => [file('latin.json', Buffer.from([0x22, 0xe9, 0x22])), undefined],
      'not-utf-8',
      /UTF-8/,
    ],
    [
      'no such file',
      () => [path.join(folder, 'none.json'), undefined],
      'file-unreadable:ENOENT',
      /Không đọc được[\s\S]*cannot be read/,
    ],
    ['a folder', () => [folder, undefined], 'file-unreadable:EISDIR', /cannot be read/],
    [
      'more than 4 MiB',
      () => ['-', `"${'a'.repeat(4_194_304)}"`],
      'input-too-large',
      /lớn hơn 4 MiB[\s\S]*larger than 4 MiB/,
    ],
  ])('%s', async (_what, given, message, sentence) => {
    const [source, stdin = ''] = given();
    const run = await runDesk(['call', 'text.amountInWords', source], { stdin });
    expect(run.code).toBe(2);
    expect(run.lines).toEqual([
      {
        ok: false,
        fault: {
          code: 'input-invalid',
          message: expect.any(String),
          data: { issues: [{ path: '', message, vi: expect.any(String), en: expect.any(String) }] },
        },
      },
    ]);
    expect(run.err).toMatch(sentence);
    expect(run.err + run.out).not.toContain('Nguyễn');
  });
});

describe('the kind and role of a call, known without a desk', () => {
  test('every call of the contract is found by its name', () => {
    const names = Object.entries(contract).flatMap(([group, calls]) =>
      Object.keys(calls).map((name) => `${group}.${name}`),
    );
    expect(names.length).toBeGreaterThan(20);
    for (const name of names)
      expect(findCall(name), name).toMatchObject({ kind: expect.stringMatching(/^(read|write)$/) });
    expect(findCall('case.receive')).toEqual({ kind: 'write', role: 'clerk' });
  });

  test.each(['', 'case', 'case.', '.case', 'case.receive.x', 'case.toString', 'constructor', '__proto__.x'])(
    '«%s» is none',
    (name) => expect(findCall(name)).toBeUndefined(),
  );
});
