import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { faultTable } from '../../../electron/contract/base/fault.ts';
import { definitions, metaOf } from '../../../electron/desk/calls/dispatch.ts';
import { inputArbitraries, sampleInput } from '../../support/data/from-schema.ts';
import { type TestDesk, password, reception } from '../../support/desk/test-desk.ts';
import { type TestContext, openTestContext } from '../../support/desk/test-context.ts';
import { findingsOf } from '../../support/desk/test-store.ts';
import { wellFormed } from '../../support/papers/well-formed.ts';

let at: TestContext;
/** A case with a receipt and a print, for calls that need one. */
let ids: { caseId: string; documentId: string; jobId: string };

beforeAll(async () => {
  at = await openTestContext();
  at.sit('clerk');
  const received = await good('case.receive', reception({ print: true, printer: 'laser' }));
  ids = { caseId: received.caseId, documentId: received.documents[0].documentId, jobId: received.printJobId };
  await good('print.list');
});
afterAll(() => at.end());

async function good(name: string, input: unknown = {}): Promise<Awaited<ReturnType<TestDesk['get']>>> {
  const result = await at.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
  return result.value as Awaited<ReturnType<TestDesk['get']>>;
}

/** Sits down whoever the call asks for. */
function sitFor(role: string): void {
  if (role === 'admin' || role === 'supervisor' || role === 'officer') at.sit(role);
  else at.sit('clerk');
}

function schemasOf(name: string) {
  const definition = definitions.get(name);
  if (definition === undefined) throw new Error(`no call ${name}`);
  const { outputSchema, errorMap } = definition.procedure['~orpc'];
  return {
    output: outputSchema as z.ZodType,
    faults: new Set(Object.keys(errorMap)),
    meta: metaOf(definition.procedure),
  };
}

/** Refusals that a shell makes before the call is known, so that no contract names them. */
const beforeTheCall = new Set(['call-unknown']);

type Result = Awaited<ReturnType<TestContext['call']>>;

function expectConform(name: string, result: Result): void {
  const { output, faults } = schemasOf(name);
  if (result.ok) {
    const parsed = output.safeParse(result.value);
    expect([name, parsed.success ? [] : parsed.error.issues]).toEqual([name, []]);
    return;
  }
  const { code, data, message } = result.fault;
  // The log says which bug it was.
  const bug = code === 'unexpected' ? at.log.filter(({ event }) => event === 'bug').at(-1) : undefined;
  expect([name, bug]).toEqual([name, undefined]);
  expect([name, code, faults.has(code) || beforeTheCall.has(code)]).toEqual([name, code, true]);
  expect([name, faultTable[code].data.safeParse(data).success]).toEqual([name, true]);
  expect(message).toContain(' | ');
}

describe('every call answers what its contract says', () => {
  test.each([...definitions.keys()])('%s', async (name) => {
    sitFor(schemasOf(name).meta.role);
    const input = wellFormed[name] ?? sampleInput(name);
    expect(input, `an input that the schema of ${name} takes`).toBeDefined();
    const result = await at.call(name, input);
    expectConform(name, result);
    expect((result as { fault?: { code: string } }).fault?.code).not.toBe('input-invalid');
  });

  test.each<[string, () => unknown]>([
    ['case.get', () => ({ caseId: ids.caseId })],
    ['paper.render', () => ({ caseId: ids.caseId, form: 'mau-01' })],
    ['paper.view', () => ({ documentId: ids.documentId })],
    ['paper.download', () => ({ documentId: ids.documentId })],
    ['print.again', () => ({ documentId: ids.documentId, printer: 'laser', reason: 'giấy kẹt' })],
    ['person.earlier', () => ({ idNumber: '079190001234', procedureCode: '1.001193' })],
    ['case.search', () => ({ text: 'dang anh' })],
    ['print.list', () => ({})],
    ['account.setPassword', () => ({ username: 'clerk', password: `${password}-b`, current: password })],
    ['account.signIn', () => ({ username: 'officer', password })],
  ])('%s, of what is there', async (name, input) => {
    sitFor(schemasOf(name).meta.role);
    const result = await at.call(name, input());
    expect([name, result.ok]).toEqual([name, true]);
    expectConform(name, result);
  });

  test('a call that is not there', async () => {
    expect(await at.call('case.erase', {})).toMatchObject({ ok: false, fault: { code: 'call-unknown' } });
    expect(await at.call('__proto__', {})).toMatchObject({ ok: false, fault: { code: 'call-unknown' } });
    expect(await at.call('constructor.name', {})).toMatchObject({ ok: false, fault: { code: 'call-unknown' } });
  });
});

describe('whatever is asked', () => {
  /** A password takes a third of a second by design, and two million invented cases take their time too. */
  const slow: ReadonlySet<string> = new Set([
    'account.signIn',
    'account.setPassword',
    'account.add',
    'office.setUp',
    'office.openPractice',
  ]);

  /** Each of these starts a thread and reads the whole file; what they are asked is nothing, so a few times say as much as many. */
  const threaded: ReadonlySet<string> = new Set([
    'backup.make',
    'journal.stateHash',
    'journal.check',
    'journal.rebuild',
  ]);

  async function ask(name: string, input: unknown): Promise<void> {
    const { role, kind } = schemasOf(name).meta;
    sitFor(role);
    await at.desk.printQueue.follow();
    const head = at.desk.store.journal.head();
    const result = await at.call(name, input);
    expectConform(name, result);
    // Wrong passwords are counted beside the journal; nothing else may move when a call refuses, nor when it reads.
    if (!result.ok || kind === 'read') expect([name, at.desk.store.journal.head()]).toEqual([name, head]);
  }

  test.each([...definitions.keys()].filter((name) => !slow.has(name)))('%s never falls over', async (name) => {
    const nearly = inputArbitraries.get(name) ?? fc.constant({});
    const anything = fc.jsonValue({ maxDepth: 2 });
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: nearly }, { weight: 1, arbitrary: anything }), (input) =>
        ask(name, input),
      ),
      { numRuns: threaded.has(name) ? 3 : 25, seed: 27_112 },
    );
  });

  test.each([...slow])('%s never falls over what is no input', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 2 }), (input) =>
        ask(name, { ...(Object(input) as object), surprise: input }),
      ),
      { numRuns: 20, seed: 1 },
    );
  });

  test('and after all of that the file is whole', () => {
    expect(findingsOf(at.desk.store.db)).toEqual([]);
  });
});
