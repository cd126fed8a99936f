import { describe, expect, test } from 'vitest';
import type { BundleAction, CaseAction } from '../../../electron/domain/entries/case.ts';
import { bundleAfter, bundleAfterLeg } from '../../../electron/domain/counter/case/bundle-after.ts';
import type { CaseState } from '../../../electron/domain/counter/case/state.ts';
import { firstBundle, followBundle, isBundleOpen } from '../../../electron/domain/routing/bundle.ts';
import { caseAfter } from '../../support/data/case-sample.ts';

const at = (day: number) => `2026-11-${day}T09:00:00+07:00`;
const with_ = (username: string): BundleAction => ({ type: 'bundle-moved', to: { kind: 'person', username } });
const fresh = firstBundle('clerk', at(16));

/** The papers go their own way beside the file (NĐ 118/2025 Điều 18 k2); who has the file waits for them. */
describe('who waits for the papers', () => {
  test.each<[string, CaseAction, string | null, string | null]>([
    ['passed on to nobody yet', { type: 'transferred', to: '' }, null, at(17)],
    ['taken by another', { type: 'taken-over', by: 'officer' }, 'officer', at(17)],
    ['taken by who has them', { type: 'taken-over', by: 'clerk' }, 'clerk', null],
    ['finished', { type: 'finished', result: 'x' }, 'officer', null],
    ['moved to who has the file', with_('officer'), 'officer', null],
  ])('%s', (_name, action, holder, since) => {
    expect(followBundle(fresh, action, { at: at(17), holder }).awaitedSince).toBe(since);
  });

  test('the wait goes on through other hands, and ends with those that have the file', () => {
    const waiting = followBundle(fresh, { type: 'assigned', to: 'officer' }, { at: at(17), holder: 'officer' });
    const other = followBundle(waiting, with_('other'), { at: at(18), holder: 'officer' });
    expect([other.awaitedSince, other.since, other.moves]).toEqual([at(17), at(18), 1]);
    expect(followBundle(other, with_('officer'), { at: at(19), holder: 'officer' }).awaitedSince).toBeNull();
  });
});

/** Điều 23 k2: what is lost stays open, with the unit that answers for it, until it is made good. */
describe('papers that are looked for', () => {
  const moment = { at: at(18), holder: null };
  const missed = followBundle(fresh, { type: 'bundle-missed' }, moment);
  const lost = followBundle(missed, { type: 'bundle-lost', reason: 'mất', unit: 'Một cửa' }, moment);

  test('missing since the first time they were missed', () => {
    expect(followBundle(missed, { type: 'bundle-missed' }, { ...moment, at: at(19) }).missingSince).toBe(at(18));
    expect([fresh, missed, lost].map(isBundleOpen)).toEqual([false, true, true]);
  });

  test.each<[string, CaseAction]>([
    ['settled', { type: 'bundle-settled', note: 'đã xin lỗi' }],
    ['found', with_('clerk')],
  ])('%s', (_name, action) => {
    const settled = followBundle(lost, action, { ...moment, at: at(20) });
    expect(isBundleOpen(settled)).toBe(false);
    expect(settled.lost).toMatchObject({ unit: 'Một cửa', reportedAt: at(18), settledAt: at(20) });
  });
});

describe('where an act brings the papers', () => {
  test('to the shelf, or home with a result given at the counter itself (Điều 22)', () => {
    const returned: CaseAction = { type: 'returned', receiver: 'ÁNH' };
    expect(bundleAfter({ type: 'archived', place: 'kệ 3' }, caseAfter(), 'clerk')).toMatchObject({
      to: { place: 'kệ 3' },
    });
    expect(bundleAfter(returned, caseAfter(), 'clerk')).toMatchObject({ to: { kind: 'citizen' } });
    expect(bundleAfter(returned, caseAfter([{ type: 'transferred', to: '' }]), 'clerk')).toBeNull();
    expect(bundleAfter({ type: 'announced', how: 'sms' }, caseAfter(), 'clerk')).toBeNull();
  });

  test('back to who had them, where the citizen had not left with them after all', () => {
    const undone: CaseAction = { type: 'return-undone', status: 'finished' };
    const home = caseAfter(
      [{ type: 'returned', receiver: 'ÁNH' }],
      [{ type: 'bundle-moved', to: { kind: 'citizen' } }],
    );
    expect(bundleAfter(undone, home, 'clerk')).toMatchObject({ to: { kind: 'person', username: 'clerk' } });
    expect(bundleAfter(undone, caseAfter(), 'clerk')).toBeNull();
  });

  const leg = { agency: 'Xã B', work: '', way: 'paper', term: null, sendBy: null, plannedDueAt: null } as const;
  const legs: CaseState['legs'] = [
    {
      ...leg,
      unitCode: '27601',
      stage: 'sent',
      sentAt: null,
      handOverId: 'list',
      receivedAt: null,
      receivedBy: null,
      dueAt: null,
      finishedAt: null,
      result: null,
      returnReason: null,
      missed: false,
    },
  ];
  const away: CaseState = { ...caseAfter(), legs };
  const which = { leg: 0, agency: 'Xã B' };
  test.each<[CaseAction, object | null]>([
    [
      { type: 'leg-sent', ...which, handOverId: 'list' },
      { kind: 'on-the-way', to: 'Xã B', handOverId: 'list' },
    ],
    [{ type: 'leg-sent', ...which }, null],
    [
      { type: 'leg-received', ...which, receivedAt: at(17), by: 'Tư', dueAt: null },
      { kind: 'unit', name: 'Xã B', code: '27601' },
    ],
    [
      { type: 'leg-not-arrived', ...which, handOverId: 'list' },
      { kind: 'person', username: 'clerk' },
    ],
    [
      { type: 'leg-finished', ...which, result: 'x', returnedAt: at(18) },
      { kind: 'person', username: 'clerk' },
    ],
    [
      { type: 'leg-returned-incomplete', ...which, reason: 'x', sendBy: at(19) },
      { kind: 'person', username: 'clerk' },
    ],
    [{ type: 'finished', result: 'x' }, null],
  ])('a leg: %j', (action, to) => {
    expect(
      bundleAfterLeg(action, away, 'clerk')?.type === 'bundle-moved' ? bundleAfterLeg(action, away, 'clerk') : null,
    ).toEqual(to === null ? null : expect.objectContaining({ to }));
    const data: CaseState = { ...away, legs: legs.map((one) => ({ ...one, way: 'electronic' as const })) };
    expect(bundleAfterLeg(action, data, 'clerk')).toBeNull();
  });
});
