import { createRouterClient } from '@orpc/server';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { recoveryRouter } from '../../../../electron/desk/safety/backup/recovery.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { monday, password, portsOf } from '../../../support/desk/test-desk.ts';

type Out = { recovery: { restore(input: object): Promise<{ cases: number }> } };

describe.each([true, false])('a register that does not open, sealed: %s', (sealed) => {
  const { desk, over, template } = realDesks({ sealed });

  test('of an office that two keep comes back by two of them', async () => {
    const at = await desk('an', 'binh');
    const an = await at.signIn('an');
    const { file } = (await an.call('backup.make')).value;
    await at.desk.close();
    const register = path.join(at.folder, 'desk.sqlite');
    writeFileSync(register, readFileSync(register).fill(0xa5, 8192, 8192 * 4));
    const router = recoveryRouter(portsOf(at.folder, { at: monday }, {} as never, []), () => null);
    const { recovery } = createRouterClient(router) as unknown as Out;
    const restore = (asked: object): Promise<unknown> =>
      recovery
        .restore({ file, ...asked })
        .catch((error: { code: string; data?: { why?: string } }) =>
          [error.code, error.data?.why].filter(Boolean).join(' '),
        );
    const by = (username: string, word = password) => ({ username, password: word });
    expect(await restore(by('an'))).toBe('second-person-needed');
    expect(await restore({ ...by('an'), second: by('an') })).toBe('second-person-unfit same-account');
    expect(await restore({ ...by('an'), second: by('an2') })).toBe('second-person-unfit same-name');
    expect(await restore({ ...by('an'), second: by('binh', 'Sai-Mat-Khau-1') })).toBe('sign-in-refused');
    expect(await restore({ ...by('an'), second: by('nobody') })).toBe('sign-in-refused');
    if (sealed) {
      const { recoveryKey } = template;
      // Whoever stands beside it is looked at all the same.
      expect(await restore({ recoveryKey, ...by('tu') })).toBe('second-person-unfit role');
      expect(await restore({ recoveryKey, ...by('binh', 'Sai-Mat-Khau-1') })).toBe('sign-in-refused');
      expect(await restore({ recoveryKey })).toMatchObject({ cases: 0 });
    } else {
      // No file proves a key on paper that is not sealed to one.
      expect(await restore({ ...by('an'), recoveryKey: '123' })).toBe('second-person-needed');
      expect(await restore({ ...by('an'), second: by('binh') })).toMatchObject({ cases: 0 });
    }
    // The first entry of what came back names them, and a key on paper that was taken out of its envelope stays in sight.
    const next = over(at.folder);
    const { lines } = (await (await next.signIn('binh')).call('account.log', { of: 'office' })).value;
    const restored = lines.find(({ type }: { type: string }) => type === 'restored');
    if (sealed) expect(JSON.stringify(restored)).toContain('recovery-key');
    else expect(restored).toMatchObject({ by: 'Trần Thị An', second: 'Lê Văn Bình' });
    expect(await next.get('system.status')).toMatchObject({ sealing: sealed ? 'recovery-used' : 'plain' });
    expect(next.desk.verify()).toMatchObject({ ok: true });
  }, 240_000);
});
