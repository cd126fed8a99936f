import { expect, test, vi } from 'vitest';
import { joinCentre } from '../../../../electron/desk/centre/hub/join.ts';
import { stateOf } from '../../../../electron/desk/centre/hub/state.ts';
import type { HubWay } from '../../../../electron/desk/core/ports.ts';
import { HubFault } from '../../../../electron/exchange/hub/link.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  practice,
  received,
  syncFault,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { monday } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();

/** Where the hub has no room: when the code's word is spent, when the desk comes with its own word, or when it says who it is. */
type Full = { at: 'spending' | 'opening' | 'saying-who' | null };

async function desksOf(...names: readonly string[]) {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const full: Full = { at: null };
  const noRoom = (at: Full['at']) => {
    if (full.at === at) throw new HubFault('hub-full');
  };
  const whole = twinWay(twin, (link) => ({
    ...link,
    join: async (joining) => {
      noRoom('saying-who');
      return link.join(joining);
    },
  }));
  const spent = new Set<string>();
  const way: HubWay = {
    ...whole,
    spendCode: async (place, word) => {
      noRoom('spending');
      // As PostgreSQL has it: the word of a code opens once.
      if (spent.has(place.secret)) throw new HubFault('hub-refused');
      spent.add(place.secret);
      await whole.spendCode(place, word);
    },
    openLink: async (place) => {
      noRoom('opening');
      return whole.openLink(place);
    },
  };
  const desks: HubDesk[] = [];
  for (const name of names) {
    desks.push(await practice(open, name, way));
  }
  return { twin, full, desks };
}

function connected(desk: HubDesk): Promise<void> {
  return vi.waitFor(
    () => expect(stateOf(desk.context)).toMatchObject({ state: 'connected', trouble: null, outbox: { entries: 0 } }),
    { timeout: 30_000, interval: 10 },
  );
}

test.each(['spending', 'opening'] as const)(
  'a hub that is full at the %s: it is no centre yet, that is said, and the same code is good once there is room',
  async (at) => {
    const { twin, full, desks } = await desksOf('Q1', 'Q2');
    const [desk, other] = desks as [HubDesk, HubDesk];
    const code = codeFor(twin, 'Q1', 1);
    full.at = at;
    for (const _twice of [1, 2]) {
      const refused = await desk.call('admin', 'hub.join', { code });
      if (refused.ok) throw new Error('it joined');
      expect(refused.fault.code).toBe('hub-full-at-join');
      const [vi, en] = refused.fault.message.split(' | ');
      expect(vi).toContain('nhập lại chính mã này');
      expect(en).toContain('does not try again by itself');
    }
    expect(stateOf(desk.context)).toBeNull();
    expect(await syncFault(desk)).toBe('hub-not-joined');
    await received(desk, 1);
    full.at = null;
    expect(await desk.call('admin', 'hub.join', { code })).toMatchObject({ ok: true, value: { desk: 'Q1', no: 1 } });
    await connected(desk);
    // And it was this computer's: whoever has the same code comes second.
    expect(await joinCentre(other.context, code)).toMatchObject({ fault: 'hub-code-used' });
    expect(await joinCentre(other.context, code)).toMatchObject({ fault: 'hub-code-used' });
  },
);

test('a hub that is full once the desk is known to it: it tries again by itself, as is said', async () => {
  const { twin, full, desks } = await desksOf('Q1');
  const [desk] = desks as [HubDesk];
  full.at = 'saying-who';
  const refused = await desk.call('admin', 'hub.join', { code: codeFor(twin, 'Q1', 1) });
  expect(refused).toMatchObject({ ok: false, fault: { code: 'hub-full' } });
  expect(stateOf(desk.context)?.trouble?.code).toBe('hub-full');
  const { caseId } = await received(desk, 1);
  full.at = null;
  await connected(desk);
  await desk.get('clerk', 'case.get', { caseId });
});
