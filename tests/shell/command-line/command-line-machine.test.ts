import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../../support/desk/folder.ts';
import { runDesk } from './run-desk.ts';

function folderWithLog(): string {
  const folder = newFolder();
  mkdirSync(path.join(folder, 'log'));
  const line = (at: string, event: string, more: object = {}) => `${JSON.stringify({ at, event, ...more })}\n`;
  writeFileSync(path.join(folder, 'log/desk.1.log'), line('2026-11-23T01:00:00.000Z', 'backup-made', { cases: 3 }));
  writeFileSync(
    path.join(folder, 'log/desk.log'),
    `${line('2026-11-23T02:00:00.000Z', 'bug', { ref: '1A2B3C' })}${line('2026-11-23T03:00:00.000Z', 'something-new')}{"at":"2026-11`,
  );
  return folder;
}

const answers = (out: string): any[] =>
  out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('log: the oldest first, in civil time, each with a sentence; a line that was cut is told as that', async () => {
  const { code, out } = await runDesk(['log', '--data', folderWithLog()]);
  expect(code).toBe(0);
  expect(answers(out)).toMatchObject([
    { at: '2026-11-23T08:00:00+07:00', event: 'backup-made', vi: 'Đã sao lưu.', data: { cases: 3 } },
    { at: '2026-11-23T09:00:00+07:00', event: 'bug', data: { ref: '1A2B3C' } },
    { event: 'something-new', en: 'something-new' },
    { at: null, event: 'line-cut' },
  ]);
});

test('log: only from a moment on; a folder that is not there, and a moment without its offset, are refused', async () => {
  const since = ['--since', '2026-11-23T09:30:00+07:00'];
  const { out } = await runDesk(['log', '--data', folderWithLog(), ...since]);
  expect(answers(out).map(({ event }) => event)).toEqual(['something-new', 'line-cut']);
  const gone = await runDesk(['log', '--data', path.join(newFolder(), 'gone')]);
  expect([gone.code, answers(gone.out)[0].fault.code]).toEqual([1, 'store-missing']);
  expect((await runDesk(['log', '--data', newFolder(), '--since', '2026-11-23'])).code).toBe(2);
  expect((await runDesk(['log', '--data', newFolder()])).out).toBe('');
});

test('check-receipt: asked wrongly, and under what is no key file', async () => {
  expect((await runDesk(['check-receipt'])).code).toBe(2);
  expect((await runDesk(['check-receipt', '123'])).code).toBe(2);
  const file = path.join(newFolder(), 'keys.json');
  expect((await runDesk(['check-receipt', '123', '--key', file])).code).toBe(2);
  writeFileSync(file, '{"format":"another"}');
  expect((await runDesk(['check-receipt', '123', '--key', file])).code).toBe(2);
  const keys = { format: 'mot-cua-desk receipt keys 1', office: 'Phường Cát Lái', asOf: '', keys: [], ended: [] };
  writeFileSync(file, JSON.stringify({ ok: true, value: keys }));
  const { code, out } = await runDesk(['check-receipt', '1'.repeat(297), '--key', file]);
  expect([code, answers(out)[0]]).toMatchObject([1, { ok: false, value: { verdict: 'altered' } }]);
});
