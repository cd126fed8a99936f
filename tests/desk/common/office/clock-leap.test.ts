import { expect, test } from 'vitest';
import { newWindow } from '../../../../electron/desk/core/session/client.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { monday, password, reception } from '../../../support/desk/test-desk.ts';

const { desk, again } = realDesks({ sealed: true });
const day = 86_400_000;

test.each([
  ['three years', 3 * 365],
  ['forty days', 40],
])(
  'a clock %s ahead is asked about: it shuts nobody, ages no password, dates nothing, and the right one finds everybody as they were',
  async (_what, days) => {
    let at = await desk('an', 'binh', 'tu');
    at.clock.at = monday + days * day;
    at = await again(at);
    at.clock.at = monday + days * day;
    // A person sits before a window: for programs the bound is a month and a half.
    const window = newWindow();
    expect(await at.desk.call('account.signIn', { username: 'tu', password }, window)).toMatchObject({ ok: true });
    const tu = { call: (name: string, input: object): Promise<any> => at.desk.call(name, input, window) };
    expect(await at.get('system.status')).toMatchObject({
      clock: { state: 'ahead', lastEntryAt: '2026-11-23T09:00:00+07:00' },
    });
    expect(await tu.call('case.receive', reception())).toMatchObject({ fault: { code: 'clock-untrusted' } });
    expect(await tu.call('system.confirmClock', { date: '2026-11-23', reason: 'lịch' })).toMatchObject({
      fault: { code: 'forbidden' },
    });
    expect(await at.call('account.signIn', { username: 'an', password })).toMatchObject({
      value: { mustChange: null },
    });
    expect(
      (await at.signIn('binh').then((binh) => binh.call('account.log', { of: 'office' }))).value.lines,
    ).not.toContainEqual(expect.objectContaining({ type: 'account-shut' }));

    // Put right in the operating system, and nothing is left of it.
    at.clock.at = monday + 60_000;
    at = await again(at);
    at.clock.at = monday + 60_000;
    for (const name of ['tu', 'binh', 'an2'] as const) await at.signIn(name);
    const an = await at.signIn('an');
    const { accounts } = (await an.call('account.list')).value;
    expect(accounts.map(({ disabled, shutInDays }: any) => [disabled, shutInDays])).toEqual(
      accounts.map(() => [false, null]),
    );
    expect(accounts.map(({ lastSignInAt }: any) => lastSignInAt.slice(0, 10))).toEqual(
      accounts.map(() => '2026-11-23'),
    );
    const received = await (await at.signIn('tu')).call('case.receive', reception());
    expect(received.value.acceptedAt).toBe('2026-11-23T09:01:00+07:00');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  },
  120_000,
);

test('who keeps the office says that the date is right; it is told in the journal, and unused days are counted from there', async () => {
  const at = await desk('an', 'binh', 'tu');
  at.clock.at = monday + 50 * day;
  const an = await at.signIn('an');
  expect(await an.call('system.confirmClock', { date: '2027-01-12', reason: 'nghỉ dài, xem lịch' })).toMatchObject({
    value: { state: 'good' },
  });
  await at.signIn('binh');
  const { accounts } = (await an.call('account.list')).value;
  expect(accounts.map(({ disabled }: any) => disabled)).toEqual([false, false, false, false]);
  const { lines } = (await an.call('account.log', { of: 'office' })).value;
  expect(lines).toContainEqual(
    expect.objectContaining({ type: 'clock-confirmed', at: '2027-01-12T09:00:00+07:00', by: 'Trần Thị An' }),
  );
  expect((await (await at.signIn('tu')).call('case.receive', reception())).value.acceptedAt.slice(0, 10)).toBe(
    '2027-01-12',
  );
}, 120_000);
