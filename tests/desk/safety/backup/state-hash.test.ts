import { expect, test } from 'vitest';
import { openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

test('the hash of the register is answered to anyone, stays over a sign-in and a restart, and moves with a reception', async () => {
  const at = await openPracticeDesk();
  const { stateHash } = await at.get('journal.stateHash');
  expect(stateHash).toMatch(/^[0-9a-f]{64}$/);
  at.client.session = null;
  expect(await at.get('journal.stateHash')).toEqual({ stateHash });
  const again = await at.reopen();
  expect(await again.get('journal.stateHash')).toEqual({ stateHash });
  again.sit('clerk');
  await again.get('case.receive', reception());
  expect((await again.get('journal.stateHash')).stateHash).not.toBe(stateHash);
  await again.end();
});

test('without an office there is nothing to hash', async () => {
  const at = openTestDesk();
  expect(await at.call('journal.stateHash')).toMatchObject({ fault: { code: 'not-set-up' } });
  await at.end();
});
