import { expect, test } from 'vitest';
import { runCommand } from '../../../electron/paper/printers/run-command.ts';

test('a word no program can be given is an answer, not a throw', async () => {
  expect(await runCommand(process.execPath, ['-p', 'a\u0000b'])).toMatchObject({ code: null, stdout: '' });
  expect((await runCommand(process.execPath, ['a\u0000b'])).stderr).toMatch(/null bytes/);
});

test('a program that is not there is an answer', async () => {
  expect(await runCommand('/no/such/program', [])).toMatchObject({
    code: null,
    stderr: expect.stringMatching(/ENOENT/),
  });
});
