import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder } from '../../support/desk/folder.ts';
import { realDesks } from '../../support/desk/real-desk.ts';
import { password } from '../../support/desk/test-desk.ts';
import { runDesk } from './run-desk.ts';

type Answer = { ok: boolean; value: Record<string, any>; fault?: { code: string; data: { why?: string } } };

describe.each([true, false])('a backup of an office that two keep, sealed: %s', (sealed) => {
  const { desk, over, template } = realDesks({ sealed });

  /** What `desk restore` says, by these variables of the environment. */
  async function restore(file: string, data: string, by: string | null, env: Record<string, string> = {}) {
    const user = by === null ? [] : ['--user', by];
    const { lines, code } = await runDesk(['restore', file, '--data', data, ...user], { env });
    const { ok, fault } = lines[0] as Answer;
    return ok ? `ok ${code}` : [fault?.code, fault?.data.why].filter(Boolean).join(' ');
  }

  test('comes back at a spare computer by two of them too, or by the key on paper', async () => {
    const at = await desk('an', 'binh');
    const { file } = (await (await at.signIn('an')).call('backup.make')).value;
    await at.desk.close();
    const spare = path.join(newFolder(), 'spare');
    const an = { DESK_PASSWORD: password };
    const and = (name: string, word = password) => ({ ...an, DESK_SECOND: name, DESK_SECOND_PASSWORD: word });
    expect(await restore(file, spare, null)).toBe('sign-in-required');
    expect(await restore(file, spare, 'an', an)).toBe('second-person-needed');
    expect(await restore(file, spare, 'an', and('an'))).toBe('second-person-unfit same-account');
    expect(await restore(file, spare, 'an', and('an2'))).toBe('second-person-unfit same-name');
    expect(await restore(file, spare, 'an', and('tu'))).toBe('second-person-unfit role');
    expect(await restore(file, spare, 'an', and('binh', 'Sai-Mat-Khau-1'))).toBe('sign-in-refused');
    expect(await restore(file, spare, 'an', and('nobody'))).toBe('sign-in-refused');
    const recoveryKey = { DESK_RECOVERY_KEY: template.recoveryKey };
    // No file proves a key on paper that is not sealed to one.
    if (!sealed) expect(await restore(file, spare, 'an', { ...an, ...recoveryKey })).toBe('second-person-needed');
    // Whoever stands beside the paper is looked at all the same.
    else expect(await restore(file, spare, 'tu', { ...an, ...recoveryKey })).toBe('second-person-unfit role');
    mkdirSync(spare, { recursive: true });
    expect(readdirSync(spare)).not.toContain('desk.sqlite');
    expect(await restore(file, spare, 'an', and('binh'))).toBe('ok 0');
    // The first entry of what came back names both.
    const back = over(spare);
    const { lines } = (await (await back.signIn('binh')).call('account.log', { of: 'office' })).value;
    const told = lines.find(({ type }: { type: string }) => type === 'restored');
    expect(told).toMatchObject({ by: 'Trần Thị An', second: 'Lê Văn Bình' });
    expect(back.desk.verify()).toMatchObject({ ok: true });
    if (!sealed) return;
    // A computer died, and nobody is left who knows a password: the paper alone.
    const other = path.join(newFolder(), 'other');
    expect(await restore(file, other, null, recoveryKey)).toBe('ok 0');
    const next = await over(other).signIn('binh');
    expect((await next.call('system.status')).value).toMatchObject({ sealing: 'recovery-used' });
  }, 240_000);

  test('a second person without a password is asked for it, and nothing is done', async () => {
    const words = ['restore', 'x', '--data', path.join(newFolder(), 'x'), '--user', 'an'];
    const run = await runDesk(words, { env: { DESK_PASSWORD: password, DESK_SECOND: 'binh' } });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toMatch(/DESK_SECOND_PASSWORD[\s\S]*DESK_SECOND_PASSWORD/);
  });
});
