import { afterEach, expect, test } from 'vitest';
import { runCommand } from '../../electron/paper/printers/run-command.ts';
import { takeSecrets } from '../../electron/shell/secrets.ts';

afterEach(() => {
  delete process.env['DESK_PASSWORD'];
});

test('a password of the environment is read once, and handed to no program and no report', async () => {
  process.env['DESK_PASSWORD'] = 'Quay-Mot-Cua-1';
  const script = ['-e', 'process.stdout.write(process.env.DESK_PASSWORD ?? "nothing")'];
  expect((await runCommand(process.execPath, script)).stdout).toBe('Quay-Mot-Cua-1');
  expect(takeSecrets()['DESK_PASSWORD']).toBe('Quay-Mot-Cua-1');
  expect(process.env['DESK_PASSWORD']).toBeUndefined();
  expect((await runCommand(process.execPath, script)).stdout).toBe('nothing');
  expect(process.report?.excludeEnv).toBe(true);
  expect(takeSecrets()['DESK_PASSWORD']).toBeUndefined();
});

test('the second person’s password is one of them', () => {
  process.env['DESK_SECOND_PASSWORD'] = 'Quay-Mot-Cua-2';
  expect(takeSecrets()['DESK_SECOND_PASSWORD']).toBe('Quay-Mot-Cua-2');
  expect(process.env['DESK_SECOND_PASSWORD']).toBeUndefined();
});
