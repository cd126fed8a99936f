import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { sourceRoot } from '../../../electron/shell/places.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { ask } from '../browser/ask.ts';
import { runDesk } from './run-desk.ts';

/** What only a process shows: signals, pipes, exit codes. Few, for each costs a start. */
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

function start(file: string, ...words: string[]) {
  const child = spawn(process.execPath, [path.join(sourceRoot, 'electron/shell', file), ...words], {
    env: { ...process.env, DESK_PASSWORD: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, ended, lines: createInterface({ input: child.stdout }) };
}

async function firstLine(lines: ReturnType<typeof start>['lines']): Promise<unknown> {
  const [line] = await once(lines, 'line');
  return JSON.parse(String(line));
}

test('call: one JSON line, and nothing on stderr', async () => {
  const { child, ended } = start('command-line/main.ts', 'call', 'text.amountInWords', '-');
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  child.stdin.end('{"amount":5}');
  expect([await ended, out, err]).toEqual([0, '{"ok":true,"value":{"text":"Năm đồng"}}\n', '']);
});

test('the browser shell: a port that is none is refused, and nothing is opened', async () => {
  const data = path.join(newFolder(), 'data');
  const { child, ended } = start('browser/main.ts', '--no-open', '--data', data, '--port', 'abc');
  let err = '';
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  expect(await ended).toBe(2);
  expect(err).toContain('--port');
  expect(existsSync(data)).toBe(false);
});

test('serve: a register that a backup can take the place of has a page, its recovery; a call says why there is no desk', async () => {
  const data = newFolder();
  expect(await runDesk(['demo', '--data', data, '--cases', '0'])).toMatchObject({ code: 0 });
  for (const log of ['-wal', '-shm']) rmSync(path.join(data, `desk.sqlite${log}`), { force: true });
  truncateSync(path.join(data, 'desk.sqlite'), 8192);
  const { child, ended, lines } = start('command-line/main.ts', 'serve', '--data', data);
  expect(await firstLine(lines)).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/) });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect((await runDesk(['call', 'journal.stateHash', '-', '--data', data], { stdin: '{}' })).code).toBe(3);
});

describe.each([
  ['serve', 'command-line/main.ts', ['serve']],
  ['the browser shell', 'browser/main.ts', ['--no-open']],
] as const)('%s', (_name, file, words) => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its link, holds its folder, and ends cleanly at %s',
    async (signal) => {
      const data = newFolder();
      const { child, ended, lines } = start(file, ...words, '--data', data);
      const { url } = (await firstLine(lines)) as { url: string };
      const { origin, pathname, search } = new URL(url);
      expect((await ask(origin, { path: pathname + search })).status).toBe(303);
      const other = await runDesk(['verify', '--data', data]);
      expect(other.lines[0]).toMatchObject({
        fault: {
          code: 'store-locked',
          data: { holder: expect.stringMatching(new RegExp(`^desk .*pid ${child.pid}$`)) },
        },
      });
      child.kill(signal);
      expect(await ended).toBe(0);
      expect((await runDesk(['verify', '--data', data])).code).toBe(0);
    },
  );
});

test('batch: whoever stops reading ends it, cleanly', async () => {
  const data = newFolder();
  const { child, ended, lines } = start('command-line/main.ts', 'batch', '--data', data);
  child.stdin.on('error', () => undefined);
  const line = '{"call":"text.amountInWords","input":{"amount":5}}\n';
  child.stdin.write(line);
  expect(await firstLine(lines)).toMatchObject({ ok: true });
  lines.close();
  child.stdout.destroy();
  child.stdin.write(line.repeat(50));
  expect(await ended).not.toBe(3);
  expect((await runDesk(['verify', '--data', data])).code).toBe(0);
});

test('batch: Ctrl+C while it waits for a line ends it, and says so in its exit code', async () => {
  const data = newFolder();
  const { child, ended, lines } = start('command-line/main.ts', 'batch', '--data', data);
  child.stdin.write('{"call":"text.amountInWords","input":{"amount":5}}\n');
  expect(await firstLine(lines)).toMatchObject({ ok: true });
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect((await runDesk(['verify', '--data', data])).code).toBe(0);
});
