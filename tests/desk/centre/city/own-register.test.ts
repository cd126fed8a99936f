import { afterEach, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { nextLook } from '../../../../electron/desk/centre/city/telling.ts';
import { openPracticeDesk, reception, type TestDesk } from '../../../support/desk/test-desk.ts';

const open: TestDesk[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.end();
});

async function ward(): Promise<TestDesk> {
  const desk = await openPracticeDesk();
  open.push(desk);
  return desk;
}

test('nobody sends anything before somebody joined: no state, nothing kept, and a sentence', async () => {
  const desk = await ward();
  expect(await desk.get('city.state')).toEqual({ link: null });
  expect(await desk.call('city.push')).toMatchObject({ ok: false, fault: { code: 'city-not-joined' } });
  desk.sit('admin');
  expect(await desk.call('city.leave')).toMatchObject({ ok: false, fault: { code: 'city-not-joined' } });
  expect(await desk.call('city.join', { code: 'MCC1.abc' })).toMatchObject({
    ok: false,
    fault: { code: 'city-code-unreadable' },
  });
  desk.sit('clerk');
  expect(await desk.call('city.join', { code: 'MCC1.abc' })).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
});

test('the sample shows rows as they would go, to keepers alone, and names a procedure from its fifth file on', async () => {
  const desk = await ward();
  for (let at = 0; at < 6; at += 1) {
    desk.clock.at += 60_000;
    await desk.get('case.receive', reception({ requestId: `0193f6b0-0000-7000-8000-00000000010${at}` }));
  }
  expect(await desk.call('city.sample')).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
  desk.sit('supervisor');
  const { cases } = await desk.get('city.sample', { cases: 10 });
  expect(cases).toHaveLength(6);
  const rows = (
    cases as { number: string; rows: { procedure: string | null; caseKey: string; day: string }[] }[]
  ).flatMap(({ rows: all }) => all);
  // The newest first: what was received with fewer than four before it is rare.
  expect(rows.map(({ procedure }) => procedure)).toEqual(['1.001193', '1.001193', null, null, null, null]);
  expect(new Set(rows.map(({ caseKey }) => caseKey)).size).toBe(6);
  expect(rows.every(({ caseKey, day }) => /^[0-9a-f]{32}$/.test(caseKey) && day === '2026-11-23')).toBe(true);
  // Another look has other pseudonyms: nobody keeps their key.
  const again = await desk.get('city.sample', { cases: 10 });
  expect(again.cases[0].rows[0].caseKey).not.toBe(cases[0].rows[0].caseKey);
  expect(isFault(again)).toBe(false);
});

test('a look each minute while all goes well, and ever later after failures: half an hour at most, never all at once', () => {
  expect([nextLook(0, 0), nextLook(0, 0.999)].map((ms) => Math.round(ms / 1000))).toEqual([30, 60]);
  const least = [1, 2, 3, 7, 100].map((failures) => nextLook(failures, 0) / 1000);
  expect(least).toEqual([15, 30, 60, 900, 900]);
  expect(nextLook(100, 0.999)).toBeLessThan(1_800_001);
});
