import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.end());

test('a time limit that a supervisor has set is missing no more', async () => {
  const missing = async () =>
    (await desk.get('procedure.unverified')).entries
      .filter(({ kind }: { kind: string }) => kind === 'term-missing')
      .map(({ code }: { code: string }) => code);
  const [first, ...others] = await missing();
  desk.sit('supervisor');
  await desk.get('procedure.setTerm', {
    code: first,
    term: { value: 15, unit: 'working-day' },
    reason: 'Quyết định 123/QĐ-UBND',
  });
  expect(await missing()).toEqual(others);
});
