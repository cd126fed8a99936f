import { expect, test } from 'vitest';
import { newWindow } from '../../../../../electron/desk/core/session/client.ts';
import { realDesks } from '../../../../support/desk/real-desk.ts';
import { password } from '../../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: false });
const minute = 60_000;

/** A window in which the clerk signed in, and the desk whose clock the test moves. */
async function sitDown(time?: string) {
  const at = await desk();
  if (time !== undefined) at.clock.at = Date.parse(`2026-11-23T${time}:00+07:00`);
  const client = newWindow();
  const call = (name: string, input: unknown = {}): Promise<any> => at.desk.call(name, input, client);
  expect(await call('account.signIn', { username: 'tu', password })).toMatchObject({ ok: true });
  return { at, call };
}

const over = { fault: { code: 'session-expired' } };
const draft = { draftId: '0190163d-8694-7000-8000-00000000000d', label: '', body: {} };

test('what a window asks by itself keeps nobody signed in; a hand and what it writes do', async () => {
  const { at, call } = await sitDown();
  for (let asked = 0; asked < 9; asked += 1) {
    at.clock.at += minute;
    expect(await call('intake.list', {})).toMatchObject({ ok: true });
    expect(await call('work.list')).toMatchObject({ ok: true });
  }
  expect(await call('account.stay')).toMatchObject({ ok: true });
  at.clock.at += 9 * minute;
  expect(await call('draft.save', draft)).toMatchObject({ ok: true });
  at.clock.at += 9 * minute;
  expect(await call('draft.list')).toMatchObject({ ok: true });
  at.clock.at += minute;
  expect(await call('draft.list')).toMatchObject(over);
});

test('an hour after closing a desk left alone locks; nobody is cut off in the middle of a citizen, and who comes later works on', async () => {
  const { at, call } = await sitDown('17:55');
  at.clock.at += 4.5 * minute;
  // At it since a minute ago: goes on for as long as they work.
  await call('account.stay');
  at.clock.at += minute;
  expect(await call('draft.list')).toMatchObject({ ok: true });
  at.clock.at += minute;
  expect(await call('draft.list')).toMatchObject(over);

  expect(await call('account.signIn', { username: 'tu', password })).toMatchObject({ ok: true });
  at.clock.at += 9 * minute;
  expect(await call('draft.list')).toMatchObject({ ok: true });
});
