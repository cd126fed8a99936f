import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';
import { type Decision, decided, moved, notOurCode } from './decided.ts';

/**
 * Worked examples made from the texts of the law: dates, whole lives of cases, money, the register. Lines of a script run in their order
 * in one fresh practice office; `$CASE1` stands for the first case it answered.
 */
type Line = {
  readonly id: string;
  readonly script?: string;
  readonly call: string;
  readonly input: Record<string, unknown>;
  readonly now: string;
  readonly user: 'clerk' | 'officer' | 'supervisor' | 'admin';
  readonly expected: Decision['expected'];
  readonly verdict: 'agree' | 'wrong' | 'gap';
  readonly article: string;
};

type Answer = {
  readonly ok: boolean;
  readonly value?: any;
  readonly fault?: { readonly code: string; readonly message: string; readonly data: any };
};

const file = path.resolve(import.meta.dirname, '../../../support/data/law-examples.jsonl');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

/** The ids a script has answered so far, each once, in order; `packed` are those of files that came in a pack. */
type Seen = Readonly<Record<'CASE' | 'INTAKE' | 'RECEIPT' | 'HANDOVER' | 'packed', string[]>>;

function note(seen: Seen, call: string, { value }: Answer): void {
  const ids: Partial<Record<keyof Seen, readonly unknown[]>> = {
    CASE: call === 'case.receive' ? [value?.caseId] : [],
    INTAKE: call === 'intake.open' || call === 'intake.act' ? [value?.intakeId] : [],
    RECEIPT: call === 'money.collect' ? [value?.receiptId] : [],
    HANDOVER: call === 'handOver.make' ? [value?.handOver.handOverId] : [],
    packed: call === 'intake.importPack' ? (value?.files ?? []).map((one: { intakeId: string }) => one.intakeId) : [],
  };
  for (const [kind, found] of Object.entries(ids) as [keyof Seen, readonly unknown[]][])
    for (const id of found) if (typeof id === 'string' && !seen[kind].includes(id)) seen[kind].push(id);
}

/** A case that is received from a pack is named before it is one: its file keeps its id. */
function filledIn(input: unknown, seen: Seen): Record<string, unknown> {
  const text = JSON.stringify(input).replace(
    /\$(CASE|INTAKE|RECEIPT|HANDOVER)(\d+)/g,
    (whole, kind: keyof Seen, nth: string) => {
      const at = Number(nth) - 1;
      return seen[kind][at] ?? (kind === 'CASE' ? seen.packed[at] : undefined) ?? whole;
    },
  );
  return JSON.parse(text) as Record<string, unknown>;
}

/** What an answer says under the keys that examples use. */
function told(call: string, { ok, value, fault }: Answer): Record<string, unknown> {
  if (!ok)
    return {
      fault: fault?.code,
      reason: fault?.data?.reason ?? fault?.message.split(' | ')[0],
      codes: fault?.data?.codes,
    };
  const forms = (value.documents ?? []).map(({ form }: { form: string }) => form);
  switch (call) {
    case 'case.get':
      return { ...value.state, docs: forms };
    case 'register.list':
      return Object.fromEntries(
        value.totals.byTime
          .filter(({ cases }: { cases: number }) => cases > 0)
          .map(({ time, cases }: { time: string; cases: number }) => [time, cases]),
      );
    case 'money.assess':
      return {
        incentives: value.fees[0].incentives.map(({ incentive }: { incentive: string }) => incentive).toSorted(),
        amount: value.fees[0].amount,
      };
    default:
      return { ...value, docs: forms };
  }
}

/** Only what the example names; how a sentence is worded is the sentences' own test. */
function namedOnly(answer: unknown, expected: unknown): unknown {
  if (expected === '…') return answer === undefined ? undefined : '…';
  if (Array.isArray(expected))
    return Array.isArray(answer) && answer.length === expected.length
      ? expected.map((one, at) => namedOnly(answer[at], one))
      : answer;
  if (typeof expected !== 'object' || expected === null || typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.keys(expected).map((key) => [
      key,
      namedOnly((answer as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]),
    ]),
  );
}

/** Dates that a decided limit moves, for a whole script or for one line: each stands in many lines as they follow one case. */
function movedDates(line: Line): Decision['expected'] {
  const moves = [...(moved[line.script ?? ''] ?? []), ...(moved[line.id] ?? [])];
  const text = moves.reduce((said, [from, to]) => said.replaceAll(`"${from}`, `"${to}`), JSON.stringify(line.expected));
  return JSON.parse(notOurCode.has(line.id) ? text.replace(/"official":"[^"]+"/, '"official":null') : text);
}

/** Notes and words of fees are texts of the catalogue; what is owed is the example's. */
function withoutWording(expected: Decision['expected']): Decision['expected'] {
  if (typeof expected === 'string') return expected;
  const fees = expected['fees'];
  if (!Array.isArray(fees)) return expected;
  return { ...expected, fees: fees.map(({ name, amount }) => ({ name, amount })) };
}

async function ask(at: TestDesk, line: Line, seen: Seen, more: Decision['then'] = {}): Promise<Answer> {
  const now = Date.parse(line.now);
  at.clock.at = now;
  at.desk.setClock(now);
  at.sit(more.user ?? line.user);
  const answer = (await at.call(line.call, { ...filledIn(line.input, seen), ...more.input })) as Answer;
  note(seen, line.call, answer);
  return answer;
}

/** What is lawful only with a reason is asked back for it; the examples after it need the case, so it is given. */
async function goOn(at: TestDesk, line: Line, seen: Seen, { ok, fault }: Answer): Promise<void> {
  const then = decided[line.id]?.then;
  if (then !== undefined) await ask(at, line, seen, then);
  if (then !== undefined || ok || fault?.code !== 'confirmation-needed') return;
  const codes = fault.data.codes as readonly (string | { code: string })[];
  const confirm = codes.map((one) => ({ code: typeof one === 'string' ? one : one.code, reason: 'Theo ví dụ' }));
  await ask(at, line, seen, { input: { confirm } });
}

function judge(line: Line, answer: Answer): { readonly said: unknown; readonly expected: unknown } {
  const expected = withoutWording(decided[line.id]?.expected ?? movedDates(line));
  const answered = told(line.call, answer);
  if (typeof expected === 'string') return { said: answered['dueDate'] ?? answered, expected: expected.slice(0, 10) };
  return { said: namedOnly(answered, expected), expected };
}

/** What answers otherwise by a decision and would shift the numbers of all that follows is asked in an office of its own. */
async function answerOf(at: TestDesk, line: Line, seen: Seen): Promise<Answer> {
  if (decided[line.id]?.alone !== true) {
    const answer = await ask(at, line, seen);
    await goOn(at, line, seen, answer);
    return answer;
  }
  const own = await openPracticeDesk();
  try {
    return await ask(own, line, { CASE: [], INTAKE: [], RECEIPT: [], HANDOVER: [], packed: [] });
  } finally {
    await own.end();
  }
}

async function run(at: TestDesk, line: Line, seen: Seen): Promise<void> {
  const answer = await answerOf(at, line, seen);
  const { said, expected } = judge(line, answer);
  const says = `${line.id} ${line.article} ${decided[line.id]?.why ?? ''}`;
  expect(said, says).toEqual(expected);
}

const scripts = Map.groupBy(lines, ({ script }) => script ?? '');

describe.each([...scripts])('script «%s»', (_name, ofScript) => {
  let at: TestDesk;
  const seen: Seen = { CASE: [], INTAKE: [], RECEIPT: [], HANDOVER: [], packed: [] };
  beforeAll(async () => {
    at = await openPracticeDesk();
  });
  afterAll(() => at.end());

  test.each(ofScript.map((line) => [line.id, line] as const))('%s', async (_id, line) => run(at, line, seen));
});

test('what is decided is a line of the file, and whatever is not agreed there has a machine answer here', () => {
  const ids = new Set(lines.map(({ id }) => id));
  const named = [...notOurCode, ...Object.keys(decided), ...Object.keys(moved).filter((id) => !scripts.has(id))];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  const open = lines.filter(({ verdict, id }) => verdict !== 'agree' && decided[id] === undefined);
  expect(open.map(({ id }) => id)).toEqual([]);
});

test('each of them is told to whoever reads the law, with its ground', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/law/examples.md'), 'utf8');
  const verdicts = new Map(lines.map(({ id, verdict }) => [id, verdict]));
  const told = new Set(page.split('\n').filter((line) => line.startsWith('| ')));
  const rows = Object.entries(decided).map(([id, { why }]) => `| ${id} | ${verdicts.get(id)} | ${why} |`);
  expect(rows.filter((row) => !told.has(row))).toEqual([]);
});
