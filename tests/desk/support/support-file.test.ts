import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

async function made(): Promise<{ text: string; lines: any[] }> {
  at.sit('admin');
  const { base64, fileName, mediaType } = await at.get('journal.support');
  expect([fileName, mediaType]).toEqual(['ho-tro-2026-11-23.jsonl', 'application/jsonl']);
  const text = Buffer.from(base64, 'base64').toString();
  return {
    text,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test('what somebody far away needs is in it, and nothing that anybody typed', async () => {
  at = await openPracticeDesk();
  const typed = {
    fullName: 'TRẦN KHÔNG AI BIẾT',
    idNumber: '079199123456',
    phone: '0987654321',
    address: '7 Hẻm Bí Mật',
  };
  const { caseId, number } = await at.get('case.receive', reception({ applicant: { kind: 'citizen', ...typed } }));
  mkdirSync(path.join(at.folder, 'log'), { recursive: true });
  writeFileSync(
    path.join(at.folder, 'log', 'desk.log'),
    '{"at":"2026-11-23T02:00:00.000Z","event":"bug","ref":"AB12CD"}\n',
  );
  const { text, lines } = await made();
  const has = (key: string) => lines.filter((line) => key in line);
  expect(has('version')).toHaveLength(1);
  expect(has('check').map(({ check }) => check)).toContain('driver');
  expect(has('table')).toContainEqual({ table: 'case_summary', rows: expect.any(Number) });
  expect(has('file')).toContainEqual({ file: 'desk.sqlite', bytes: expect.any(Number) });
  expect(has('event')).toEqual([expect.objectContaining({ ref: 'AB12CD' })]);
  expect(has('centre')).toEqual([{ centre: null }]);
  const people = (await at.get('account.list', {})).accounts as { username: string; fullName: string }[];
  const planted = [
    ...Object.values(typed),
    ...people.map(({ fullName }) => fullName),
    caseId,
    number.local,
    number.official ?? number.local,
    at.folder,
  ];
  expect(planted.length).toBeGreaterThan(8);
  expect(planted.filter((word) => text.includes(word))).toEqual([]);
});

test('who receives files does not take it out', async () => {
  at = await openPracticeDesk();
  expect(await at.call('journal.support')).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
});

test('what runs out soon is told on the bar to who is signed in, and to nobody else', async () => {
  at = await openPracticeDesk();
  at.sit('admin');
  const office = await at.get('office.settings');
  const settings = { ...office, desk: { ...office.desk, blocks: [{ first: 1, last: 10 }] } };
  await at.get('office.changeSettings', { settings, reason: 'khối nhỏ' });
  at.sit('clerk');
  const codes = async () => (await at.get('system.status')).runsOut;
  expect(await codes()).toEqual([]);
  for (let nth = 0; nth < 10; nth += 1) await at.get('case.receive', reception({ requestId: crypto.randomUUID() }));
  expect(await codes()).toEqual([{ code: 'numbers', left: 0 }]);
});
