import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sourceRoot } from '../../../electron/shell/places.ts';
import { newFolder } from '../../support/desk/folder.ts';

test('the browser shell says at the terminal where the data are, before the link that a program reads', async () => {
  const dataFolder = newFolder();
  const main = path.join(sourceRoot, 'electron/shell/browser/main.ts');
  const desk = spawn(process.execPath, [main, '--no-open', '--port', '0', '--data', path.relative('.', dataFolder)]);
  let said = '';
  desk.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    const [line] = (await once(desk.stdout, 'data')) as [Buffer];
    expect(JSON.parse(line.toString())).toEqual({ url: expect.stringContaining('http://127.0.0.1:') });
  } finally {
    desk.kill();
    await once(desk, 'close');
  }
  expect(said).toBe(`Dữ liệu ở | The data are in: ${dataFolder}\n`);
});
