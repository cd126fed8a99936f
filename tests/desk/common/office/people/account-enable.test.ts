import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { openFile } from '../../../../../electron/store/file/opening/open.ts';
import { type TestDesk, openPracticeDesk, password } from '../../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

function signIn(username: string, word: string): ReturnType<TestDesk['call']> {
  return at.call('account.signIn', { username, password: word });
}

test('a closed account is opened again with the password it had, and the journal says why', async () => {
  at.sit('admin');
  await at.get('account.disable', { username: 'clerk', reason: 'nghỉ thai sản' });
  await at.get('account.enable', { username: 'clerk', reason: 'trở lại làm việc' });
  // Asked twice, or of an account that was never closed, it is one thing.
  await at.get('account.enable', { username: 'clerk', reason: 'trở lại làm việc' });
  await at.get('account.enable', { username: 'officer', reason: 'không khóa bao giờ' });
  expect((await at.get('account.list')).accounts).toContainEqual(
    expect.objectContaining({ username: 'clerk', disabled: false }),
  );
  expect(await signIn('clerk', password)).toMatchObject({ ok: true });
  await at.desk.close();
  const db = openFile(at.folder, 'a test');
  if (isFault(db)) throw new Error(db.fault);
  const told = db.prepare("SELECT body FROM journal WHERE type = 'account-enabled'").pluck().all();
  db.close();
  at = await at.reopen();
  expect(told).toEqual(['{"reason":"trở lại làm việc"}']);
});

test('only an administrator opens it, with a reason, and one that exists', async () => {
  const asked = { username: 'clerk', reason: 'trở lại làm việc' };
  at.sit('supervisor');
  expect(await at.call('account.enable', asked)).toMatchObject({ fault: { code: 'forbidden' } });
  at.sit('admin');
  await at.get('account.disable', { username: 'clerk', reason: 'nghỉ việc' });
  expect(await at.call('account.enable', { ...asked, reason: ' a ' })).toMatchObject({
    fault: { code: 'input-invalid' },
  });
  expect(await at.call('account.enable', { ...asked, username: 'ai-do' })).toMatchObject({
    fault: { code: 'account-unknown' },
  });
  expect(await signIn('clerk', password)).toMatchObject({ fault: { code: 'sign-in-refused' } });
});
