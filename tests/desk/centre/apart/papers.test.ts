import { afterEach, expect, test } from 'vitest';
import { type DeskApart, exchangeAll, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { reception } from '../../../support/desk/test-desk.ts';

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

async function get(
  desk: DeskApart,
  who: 'clerk' | 'admin' | 'officer',
  name: string,
  input: unknown = {},
): Promise<any> {
  const answer = await desk.call(who, name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

test('a paper of one desk is drawn again at another as it was, whatever came between', async () => {
  const [one, other, third] = (open = await openThreeApart(1)) as [DeskApart, DeskApart, DeskApart];
  const settings = await get(one, 'admin', 'office.settings');
  await get(one, 'admin', 'office.changeSettings', {
    settings: { ...settings, phone: '028 1111 1111' },
    reason: 'số mới',
  });
  const { caseId } = await get(one, 'clerk', 'case.receive', reception());
  exchangeAll([one, other]);
  // Each goes on with the case before they hear of each other, and the first is set up anew.
  one.clock.at += 120_000;
  await get(one, 'officer', 'case.act', { caseId, act: { type: 'check-identity', found: 'account-seen' } });
  await get(one, 'admin', 'office.changeSettings', {
    settings: { ...settings, phone: '028 2222 2222' },
    reason: 'số mới',
  });
  other.clock.at += 60_000;
  await get(other, 'clerk', 'case.act', { caseId, act: { type: 'transfer' } });
  exchangeAll([one, other, third]);
  const [document] = (await get(one, 'clerk', 'case.get', { caseId })).documents;
  const words = await Promise.all(
    [one, other, third].map((desk) => get(desk, 'clerk', 'paper.view', { documentId: document.documentId })),
  );
  const texts = words.map(({ pages }) => JSON.stringify(pages));
  expect(texts[0]).toContain('028 1111 1111');
  expect([texts[1] === texts[0], texts[2] === texts[0]]).toEqual([true, true]);
});
