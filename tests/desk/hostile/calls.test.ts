import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultTable } from '../../../electron/contract/base/fault.ts';
import { definitions, metaOf } from '../../../electron/desk/calls/dispatch.ts';
import { sampleInput } from '../../support/data/from-schema.ts';
import { type TestContext, openTestContext } from '../../support/desk/test-context.ts';
import { openTestDesk } from '../../support/desk/test-desk.ts';
import { findingsOf } from '../../support/desk/test-store.ts';
import { costOf, drawOf, fuzzFrom, fuzzTimes, mutated } from '../../support/hostile/hostile.ts';
import { wellFormed } from '../../support/papers/well-formed.ts';

/**
 * Every call with inputs that nobody sends by mistake: too deep, too long, of another kind, of names that objects have by themselves. What is refused is refused with a
 * fault of both languages, in short, soon, and leaves nothing behind. `contract-conformance.test.ts` tries what is nearly right.
 */

/** A machine that does something else meanwhile is not counted: this is work of our own. */
const mostMs = 2500;
/** What a refusal may come to, whatever it was given. */
const mostAnswer = 20_000;
/** A password takes its time by design, and offices of invented people theirs: asked less often, and given longer. */
const slow = new Set(['account.signIn', 'account.setPassword', 'account.add', 'office.setUp', 'office.openPractice']);
/** These read the whole file in a thread; what they are asked is nothing. The same of them. */
const whole = new Set(['backup.make', 'journal.stateHash', 'journal.check', 'journal.rebuild']);

let at: TestContext;
beforeAll(async () => {
  at = await openTestContext();
});
afterAll(() => at.end());

const names = [...definitions.keys()];
const each = Math.ceil(6 * fuzzTimes);
const isLong = (name: string) => slow.has(name) || whole.has(name);

describe('whatever is asked, it is answered', () => {
  test.each(names)('%s', async (name) => {
    const { role, kind } = metaOf(definitions.get(name)!.procedure);
    const sample = wellFormed[name] ?? sampleInput(name);
    await at.desk.printQueue.follow();
    const most = isLong(name) ? 4 * mostMs : mostMs;
    for (let index = 0; index < (isLong(name) ? each / 2 : each); index += 1) {
      const seed = fuzzFrom * 100_003 + names.indexOf(name) * 1009 + index;
      const input = mutated(sample, drawOf(seed));
      at.sit(role === 'admin' || role === 'supervisor' || role === 'officer' ? role : 'clerk');
      const head = at.desk.store.journal.head();
      let result: Awaited<ReturnType<TestContext['call']>> | undefined;
      const cost = await costOf(async () => (result = await at.call(name, input)));
      const where = `${name}, seed ${seed}`;
      if (result === undefined) throw new Error(where);
      expect([where, cost < most ? 'soon' : `${Math.round(cost)} ms`]).toEqual([where, 'soon']);
      if (result.ok) continue;
      const { code, data, message } = result.fault;
      const bug = at.log.filter(({ event }) => event === 'bug').at(-1);
      expect([where, code, code === 'unexpected' ? bug : null]).toEqual([where, code, null]);
      expect(message).toMatch(/^[\s\S]+ \| [\s\S]+$/);
      expect([where, faultTable[code].data.safeParse(data).success]).toEqual([where, true]);
      const size = JSON.stringify(result.fault).length;
      expect([where, size <= mostAnswer ? 'short' : size]).toEqual([where, 'short']);
      expect([where, at.desk.store.journal.head()]).toEqual([where, head]);
      if (kind === 'read') expect(at.desk.store.journal.head()).toEqual(head);
    }
  });

  // The desk above has its office, where these are refused for that alone.
  test.each(['office.setUp', 'office.openPractice', 'keys.propose', 'keys.sheet', 'recovery.roads'])(
    '%s, where there is no office yet',
    async (name) => {
      const empty = openTestDesk();
      try {
        for (let index = 0; index < each; index += 1) {
          const seed = fuzzFrom * 100_003 + names.indexOf(name) * 1009 + index;
          const input = mutated(wellFormed[name] ?? sampleInput(name), drawOf(seed));
          const result = await empty.call(name, input);
          const where = `${name}, seed ${seed}`;
          // An office that came about by it is one that anybody could have asked for.
          if (result.ok) continue;
          const { code, data, message } = result.fault as {
            code: keyof typeof faultTable;
            data: unknown;
            message: string;
          };
          expect([where, code === 'unexpected' ? empty.log.at(-1) : null]).toEqual([where, null]);
          expect(message).toMatch(/^[\s\S]+ \| [\s\S]+$/);
          expect([where, faultTable[code].data.safeParse(data).success]).toEqual([where, true]);
          expect(JSON.stringify(result.fault).length).toBeLessThanOrEqual(mostAnswer);
        }
        expect((await empty.call('system.status')).ok).toBe(true);
      } finally {
        await empty.end();
      }
    },
    60_000,
  );

  test('and nobody became somebody else by it, and the file is whole', () => {
    expect(({} as { role?: string }).role).toBeUndefined();
    expect(findingsOf(at.desk.store.db)).toEqual([]);
  });
});
