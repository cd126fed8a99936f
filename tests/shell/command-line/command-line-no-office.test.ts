import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder } from '../../support/desk/folder.ts';
import { runDesk } from './run-desk.ts';

/** Calls that need no office work without a folder, and leave nothing behind. */
let temporary = '';
const before = process.env['TMPDIR'];

beforeAll(() => {
  temporary = newFolder();
  process.env['TMPDIR'] = temporary;
});
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
});

async function call(name: string, input?: unknown) {
  const stdin = input === undefined ? '' : JSON.stringify(input);
  const run = await runDesk(['call', name, ...(input === undefined ? [] : ['-'])], { stdin });
  expect(readdirSync(temporary)).toEqual([]);
  expect(run.lines).toHaveLength(1);
  return { code: run.code, answer: run.lines[0] as { ok: boolean; value: never; fault: { code: string } } };
}

describe('without --data', () => {
  test('an amount in words', async () => {
    const { code, answer } = await call('text.amountInWords', { amount: 1_005_000 });
    expect([code, answer]).toEqual([0, { ok: true, value: { text: 'Một triệu không trăm lẻ năm nghìn đồng' } }]);
  });

  test('a card', async () => {
    const scan =
      '079190012346|023456789|Nguyễn Thị Hồng|01011990|Nữ|12 Lê Lợi, Phường Sài Gòn, TP Hồ Chí Minh|01012022';
    const { code, answer } = await call('citizenCard.read', { scan });
    expect([code, answer]).toMatchObject([
      0,
      { ok: true, value: { fullName: 'Nguyễn Thị Hồng', dateOfBirth: '1990-01-01' } },
    ]);
  });

  test('a deadline', async () => {
    const input = { term: { value: 3, unit: 'working-day' }, acceptedAt: '2026-12-07T08:00:00+07:00' };
    const { code, answer } = await call('deadline.explain', input);
    expect([code, answer]).toMatchObject([0, { ok: true, value: { dueDate: '2026-12-10' } }]);
  });

  test('a procedure', async () => {
    const { code, answer } = await call('procedure.find', { text: 'khai sinh', limit: 3 });
    expect(code).toBe(0);
    expect((answer.value as { procedures: unknown[] }).procedures.length).toBeGreaterThan(0);
  });

  test('an input that is left out is {}', async () => {
    const { code, answer } = await call('office.units');
    expect(code).toBe(0);
    expect((answer.value as { units: unknown[] }).units.length).toBeGreaterThan(100);
  });

  test('an input the contract refuses is a fault that names the field: 1', async () => {
    const { code, answer } = await call('text.amountInWords', { amount: -1 });
    expect([code, answer]).toMatchObject([
      1,
      { ok: false, fault: { code: 'input-invalid', data: { issues: [{ path: 'amount' }] } } },
    ]);
  });

  test('a name nobody knows is a fault that says so: 1', async () => {
    const { code, answer } = await call('no.such', {});
    expect([code, answer]).toMatchObject([
      1,
      { ok: false, fault: { code: 'call-unknown', data: { name: 'no.such' } } },
    ]);
  });

  test('the contract comes as one line of JSON Schemas, kinds, roles and faults', async () => {
    const { code, lines } = await runDesk(['calls']);
    expect([code, lines.length]).toEqual([0, 1]);
    const calls = new Map((lines[0] as { name: string }[]).map((call) => [call.name, call]));
    for (const name of [
      'deadline.explain',
      'text.amountInWords',
      'citizenCard.read',
      'procedure.find',
      'case.receive',
      'case.search',
      'case.get',
      'paper.render',
    ]) {
      expect(calls.get(name), name).toMatchObject({
        kind: expect.stringMatching(/^(read|write)$/),
        role: expect.any(String),
        input: expect.any(Object),
        output: expect.any(Object),
        faults: expect.arrayContaining(['input-invalid']),
      });
    }
  });
});

test('what is wrong with an input is said in both languages, in the contract’s own words where it has some', async () => {
  const { code, answer } = await call('deadline.explain', {
    term: { value: 0, unit: 'working-day' },
    acceptedAt: 'hôm nay',
  });
  expect(code).toBe(1);
  const { issues } = (answer.fault as unknown as { data: { issues: { path: string; vi: string; en: string }[] } }).data;
  expect(issues.length).toBeGreaterThan(0);
  for (const { vi, en } of issues) {
    expect(vi).not.toBe(en);
    expect([vi, en]).toEqual([expect.stringMatching(/[àáảãạăâđêôơưĐ]/i), expect.stringMatching(/^[\x20-\x7e“”≥≤]+$/)]);
  }
});

describe('paper.check', () => {
  const form = path.resolve(import.meta.dirname, '../../../resources/forms/mau-05.json');

  test('a form that is right: its pages, and how it looks', async () => {
    const out = path.join(newFolder(), 'look.pdf');
    const { code, lines } = await runDesk(['paper.check', form, '--out', out]);
    expect([code, lines]).toEqual([0, [{ ok: true, value: { form: 'mau-05', pages: 1 } }]]);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a field that is misspelt is named, in both languages, and nothing is written', async () => {
    const folder = newFolder();
    const file = path.join(folder, 'mau-05.json');
    writeFileSync(file, readFileSync(form, 'utf8').replace('{stage}', '{stages}'));
    const { code, lines } = await runDesk(['paper.check', file, '--out', path.join(folder, 'look.pdf')]);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      {
        fault: {
          code: 'form-broken',
          data: { reason: expect.stringContaining('stages'), reasonEn: expect.any(String) },
        },
      },
    ]);
    expect(readdirSync(folder)).toEqual(['mau-05.json']);
  });

  test.each([
    ['no file', []],
    ['a file that is not there', ['/nowhere/mau-05.json']],
    ['a folder', [path.dirname(form)]],
  ])('%s is a wrong use: 2', async (_what, words) => {
    expect((await runDesk(['paper.check', ...words])).code).toBe(2);
  });
});
