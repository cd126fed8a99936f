import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createLogFile } from '../../../electron/shell/log/log-file.ts';
import { newFolder } from '../../support/desk/folder.ts';

let root = '';
beforeEach(() => {
  root = newFolder();
});

const read = (file: string) =>
  readFileSync(path.join(root, 'log', file), 'utf8')
    .trimEnd()
    .split('\n');

test('writes each line at once, and goes on where the last run ended', () => {
  const options = { folder: path.join(root, 'log'), now: () => 0 };
  createLogFile(options).write('start', { version: '0.1.0' });
  createLogFile(options).write('quit');
  expect(read('desk.log').map((line) => JSON.parse(line))).toEqual([
    { at: '1970-01-01T00:00:00.000Z', event: 'start', version: '0.1.0' },
    { at: '1970-01-01T00:00:00.000Z', event: 'quit' },
  ]);
  expect(statSync(path.join(root, 'log/desk.log')).mode & 0o077).toBe(0);
});

test('begins a new file when one is full, keeps as many as told, and loses the oldest first', () => {
  const log = createLogFile({ folder: path.join(root, 'log'), now: () => 0, maxBytes: 150, keep: 3 });
  for (let count = 1; count <= 12; count += 1) log.write('tick', { count });
  expect(readdirSync(path.join(root, 'log')).sort()).toEqual(['desk.1.log', 'desk.2.log', 'desk.log']);
  const counts = ['desk.2.log', 'desk.1.log', 'desk.log'].flatMap(read).map((line) => JSON.parse(line).count as number);
  expect(counts).toEqual(Array.from({ length: counts.length }, (_, index) => 13 - counts.length + index));
  expect(counts.length).toBeGreaterThan(3);
  for (const file of readdirSync(path.join(root, 'log'))) {
    expect(statSync(path.join(root, 'log', file)).size).toBeLessThanOrEqual(150);
  }
});

test('never stops the desk: a folder that cannot be made is passed over, and tried again', () => {
  writeFileSync(path.join(root, 'log'), 'a file where the folder should be');
  const log = createLogFile({ folder: path.join(root, 'log'), now: () => 0 });
  expect(() => log.write('start')).not.toThrow();
  rmSync(path.join(root, 'log'));
  log.write('again');
  expect(read('desk.log')).toHaveLength(1);
});
