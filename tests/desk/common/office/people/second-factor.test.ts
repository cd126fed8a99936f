import { describe, expect, test } from 'vitest';
import { readSecret, secretText, stepOfCode } from '../../../../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../../../../electron/store/keys/primitives.ts';
import { realDesks } from '../../../../support/desk/real-desk.ts';
import { password } from '../../../../support/desk/test-desk.ts';

describe('codes of a phone', () => {
  // RFC 6238, appendix B, SHA-1.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i', (at, code) => {
    expect(totpCode(Buffer.from('12345678901234567890'), Math.floor(at / 30), 8)).toBe(code);
  });

  test('a secret is written as RFC 4648 says, and read back whatever stands between', () => {
    expect(secretText(Buffer.from('12345678901234567890'))).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(readSecret('gezd gnbv gy3t qojq GEZD GNBV GY3T QOJQ')).toEqual(
      Uint8Array.from(Buffer.from('12345678901234567890')),
    );
    for (const wrong of ['', 'GEZD', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1']) expect(readSecret(wrong)).toBeUndefined();
  });

  test('one of the step beside counts, for clocks differ; none counts twice, and none two steps away', () => {
    const secret = Buffer.from('12345678901234567890');
    const now = 1_234_567_890;
    const step = Math.floor(now / 30);
    const found = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, totpCode(secret, step + off), now, null));
    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
    expect(stepOfCode(secret, totpCode(secret, step), now, step)).toBeUndefined();
  });
});

describe('signing in with one', () => {
  const { desk } = realDesks({ sealed: true });

  test('asked for after a right password alone, and no code twice', async () => {
    const at = await desk('binh');
    const an = await at.signIn('an');
    const { value } = await an.call('account.proposeFactor');
    expect(value.on).toBe(false);
    const secret = readSecret(value.secret) ?? new Uint8Array();
    const code = () => totpCode(secret, Math.floor(at.clock.at / 30_000));
    const set = { secret: value.secret, current: password };
    expect(await an.call('account.setFactor', { ...set, code: '000000' })).toMatchObject({
      fault: { code: 'second-factor-wrong' },
    });
    expect(await an.call('account.setFactor', { ...set, code: code() })).toMatchObject({ ok: true });
    expect(await (await at.signIn('tu')).call('account.proposeFactor')).toMatchObject({ fault: { code: 'forbidden' } });

    const tries = [
      [{ password: 'Sai-Mat-Khau-1', code: code() }, 'sign-in-refused'],
      [{ password }, 'second-factor-needed'],
      [{ password, code: '000000' }, 'second-factor-wrong'],
      [{ password, code: 'now' }, undefined],
      [{ password, code: 'the same' }, 'second-factor-wrong'],
    ] as const;
    for (const [said, wanted] of tries) {
      at.clock.at += 60_000;
      if ('code' in said && said.code === 'the same') at.clock.at -= 60_000;
      const given = 'code' in said && /^(now|the same)$/.test(said.code) ? { ...said, code: code() } : said;
      const answer = await at.call('account.signIn', { username: 'an', ...given });
      expect([said, answer.fault?.code]).toEqual([said, wanted]);
    }
    at.clock.at += 60_000;
    const again = await at.call('account.signIn', { username: 'an', password, code: code() });
    expect(again).toMatchObject({ ok: true, value: { failed: { times: 1 } } });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  }, 120_000);
});
