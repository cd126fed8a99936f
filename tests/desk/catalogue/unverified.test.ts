import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../../support/desk/test-desk.ts';

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

test('legs that a supervisor has set are a doubt no more; they say who set them, when and why', async () => {
  const code = '3.000722';
  const doubted = async () =>
    (await desk.get('procedure.unverified')).entries
      .filter(({ kind }: { kind: string }) => kind === 'legs')
      .map((entry: { code: string }) => entry.code);
  const before = await doubted();
  expect(before).toContain(code);
  const listed = await desk.get('procedure.legs', { code });
  expect(listed).toMatchObject({ source: 'list', verified: false, set: null });
  expect(await desk.get('procedure.legs', { code: '1.001193' })).toMatchObject({ source: 'none', legs: [], set: null });
  desk.sit('supervisor');
  const legs = listed.legs.map(({ termText: _text, ...leg }: { termText: string }) => leg);
  await desk.get('procedure.setLegs', { code, legs, reason: 'Quy chế phối hợp số 5' });
  expect(await doubted()).toEqual(before.filter((one: string) => one !== code));
  expect(await desk.get('procedure.legs', { code })).toMatchObject({
    source: 'office',
    verified: true,
    note: '',
    set: { by: expect.stringMatching(/./), at: expect.stringMatching(/^2026-/), reason: 'Quy chế phối hợp số 5' },
  });
});
