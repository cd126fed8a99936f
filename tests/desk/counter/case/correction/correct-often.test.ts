import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainDeadline } from '../../../../../electron/domain/deadline/deadline.ts';
import { rebuildProjections } from '../../../../../electron/store/safety/verify/rebuild.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';
import { openTestStore } from '../../../../support/desk/test-store.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const another = { ...reception().applicant, fullName: 'NGUYỄN THỊ ĐẶNG OANH' };

async function receive(): Promise<{ caseId: string; number: string }> {
  const { caseId, number } = await at.get(
    'case.receive',
    reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
  );
  return { caseId, number: number.local };
}

function wish(caseId: string, change: Record<string, unknown>) {
  return { caseId, requestId: crypto.randomUUID(), reason: 'Ghi nhầm khi nhập', change };
}

describe('whatever is corrected, and however often', () => {
  test('a case has one code, nobody else’s, and the promise is that of the facts in force', async () => {
    const changes = fc.constantFrom<Record<string, unknown>>(
      { applicant: another },
      { applicant: reception().applicant },
      { procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] },
      { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] },
      { procedureCode: '1.001193', components: [{ index: 0, originals: 1, copies: 0 }] },
      { quantity: 2 },
      { quantity: 1, channel: 'online' },
      { channel: 'direct', resultDelivery: { kind: 'electronic' } },
    );
    const steps = fc.array(fc.record({ change: changes, hours: fc.integer({ min: 0, max: 40 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    const given = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (corrections) => {
        const { caseId, number } = await receive();
        const { acceptedAt } = (await at.get('case.get', { caseId })).state;
        let times = 0;
        for (const { change, hours } of corrections) {
          at.clock.at += hours * 3_600_000;
          at.sit('clerk');
          const done = await at.call('case.correct', wish(caseId, change));
          if (done.ok) times += 1;
          else expect(done.fault.code).toBe('correction-empty');
        }
        expect(given.has(number)).toBe(false);
        given.add(number);
        const { state } = await at.get('case.get', { caseId });
        expect(state.number).toEqual({ local: number, official: null });
        expect([state.superseded, state.reissues.length]).toEqual([[], times]);
        expect(
          explainDeadline({ term: state.term, acceptedAt, rule: state.rule ?? undefined }, calendar),
        ).toMatchObject({
          dueAt: state.dueAt,
        });
        const { hits } = await at.get('case.search', { text: number });
        expect(hits.map((hit: any) => hit.caseId)).toContain(caseId);
      }),
      { numRuns: 12, seed: 118 },
    );
    expect(at.desk.verify()).toMatchObject({ ok: true });
    const { folder } = at;
    await at.desk.close();
    const store = openTestStore(folder);
    const table = () => store.db.prepare('SELECT * FROM superseded_number').all();
    const before = table();
    rebuildProjections(store.db);
    expect(table()).toEqual(before);
    store.close();
    at = await openPracticeDesk();
  });
});
