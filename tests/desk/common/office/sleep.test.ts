import { expect, test } from 'vitest';
import { newWindow } from '../../../../electron/desk/core/session/client.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { password, reception } from '../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: true });
const residence = { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] };
const over = { fault: { code: 'session-expired' } };

/** A lid that is closed: nothing of the program runs, and the clock is another when it goes on. */
const asleepUntil = (at: { clock: { at: number } }, time: string) => {
  at.clock.at = Date.parse(`${time}+07:00`);
};

test('a machine that slept over the night wakes locked, whatever stood on its screen, and works with the new day’s numbers and promises', async () => {
  const at = await desk('an', 'binh');
  const window = newWindow();
  const call = (name: string, input: object = {}): Promise<any> => at.desk.call(name, input, window);
  const tell = async (requestId: string) => {
    const { value, fault } = await call('case.receive', reception({ ...residence, requestId }));
    if (fault !== undefined) return fault.code as string;
    const { local, official } = value.number;
    return { number: official ?? local, day: value.acceptedAt.slice(0, 10), due: value.dueAt.slice(0, 10) };
  };
  asleepUntil(at, '2026-11-23T14:20:00');
  expect(await call('account.signIn', { username: 'tu', password })).toMatchObject({ ok: true });
  const before = (await tell('0193f6b0-0000-7000-8000-000000000001')) as { number: string; due: string };
  expect(before).toMatchObject({ number: expect.stringContaining('-261123-0001'), day: '2026-11-23' });
  await call('backup.make');

  asleepUntil(at, '2026-11-25T07:40:00');
  // What the page asks by itself as it wakes comes first, then the hand that was on its way to a key.
  for (const asked of ['work.list', 'intake.list', 'account.stay', 'draft.list'])
    expect([asked, await call(asked)]).toMatchObject([asked, over]);
  expect(await tell('0193f6b0-0000-7000-8000-000000000002')).toBe('session-expired');
  expect(await at.get('system.status')).toMatchObject({ user: null });

  expect(await call('account.signIn', { username: 'tu', password })).toMatchObject({ ok: true });
  const after = (await tell('0193f6b0-0000-7000-8000-000000000002')) as { number: string; due: string };
  expect(after).toMatchObject({ number: expect.stringContaining('-261125-0001'), day: '2026-11-25' });
  expect(after.due > before.due).toBe(true);
  // The timer of each minute goes on where it was: what was due in the night is done once, not for each hour that passed.
  const made = async (): Promise<string[]> =>
    ((await call('backup.status')).value.backups as { madeAt: string }[]).map(({ madeAt }) => madeAt);
  const first = await made();
  await at.desk.tend();
  await at.desk.tend();
  expect((await made()).filter((one) => !first.includes(one))).toEqual([expect.stringMatching(/^2026-11-25T07:40/)]);
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 180_000);

test('who slept through lunch finds it locked too, and a minute is none', async () => {
  const at = await desk('an', 'binh');
  const window = newWindow();
  const call = (name: string, input: object = {}): Promise<any> => at.desk.call(name, input, window);
  asleepUntil(at, '2026-11-23T11:20:00');
  await call('account.signIn', { username: 'tu', password });
  asleepUntil(at, '2026-11-23T11:21:00');
  expect(await call('draft.list')).toMatchObject({ ok: true });
  asleepUntil(at, '2026-11-23T13:05:00');
  expect(await call('draft.list')).toMatchObject(over);
});

test('a clock that comes back wrong by a month after the sleep is asked about before anything is dated by it', async () => {
  const at = await desk('an', 'binh');
  asleepUntil(at, '2027-01-04T08:00:00');
  const window = newWindow();
  const call = (name: string, input: object = {}): Promise<any> => at.desk.call(name, input, window);
  await call('account.signIn', { username: 'tu', password });
  expect(await call('case.receive', reception(residence))).toMatchObject({ fault: { code: 'clock-untrusted' } });
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 60_000);
