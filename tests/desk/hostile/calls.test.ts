import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultTable } from '../../../electron/contract/base/fault.ts';
import { definitions, metaOf } from '../../../electron/desk/calls/dispatch.ts';
import { sampleInput } from '../../support/data/from-schema.ts';
import { type TestContext, openTestContext } from '../../support/desk/test-context.ts';
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
/** A password takes its time by design, and offices of invented people theirs. */
const slow = new Set(['account.signIn', 'account.setPassword', 'account.add', 'office.setUp', 'office.openPractice']);
/** These read the whole file in a thread; what they are asked is nothing. */
const whole = new Set(['backup.make', 'journal.stateHash', 'journal.check', 'journal.rebuild']);

let at: TestContext;
beforeAll(async () => {
  at = await openTestContext();
});
afterAll(() => at.end());

const names = [...definitions.keys()].filter((name) => !slow.has(name) && !whole.has(name));
const each = Math.ceil(6 * fuzzTimes);

describe('whatever is asked, it is answered', () => {
  test.each(names)('%s', async (name) => {
    const { role, kind } = metaOf(definitions.get(name)!.procedure);
    const sample = wellFormed[name] ?? sampleInput(name);
    await at.desk.printQueue.follow();
    for (let index = 0; index < each; index += 1) {
      const seed = fuzzFrom * 100_003 + names.indexOf(name) * 1009 + index;
      const input = mutated(sample, drawOf(seed));
      at.sit(role === 'admin' || role === 'supervisor' || role === 'officer' ? role : 'clerk');
      const head = at.desk.store.journal.head();
      let result: Awaited<ReturnType<TestContext['call']>> | undefined;
      const cost = await costOf(async () => (result = await at.call(name, input)));
      const where = `${name}, seed ${seed}`;
      if (result === undefined) throw new Error(where);
      expect([where, cost < mostMs ? 'soon' : `${Math.round(cost)} ms`]).toEqual([where, 'soon']);
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

  test('and nobody became somebody else by it, and the file is whole', () => {
    expect(({} as { role?: string }).role).toBeUndefined();
    expect(findingsOf(at.desk.store.db)).toEqual([]);
  });
});
