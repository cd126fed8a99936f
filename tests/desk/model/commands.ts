import { actsOfALife } from '../../support/counter/case-acts.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { ConfirmationCode } from '../../../electron/contract/counter/case/confirm.ts';
import { toCivilTime } from '../../../electron/domain/base/civil-time.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';
import {
  type CaseModel,
  type ModelAct,
  type ProcedureName,
  type Who,
  answerTo,
  follow,
  procedures,
} from './case-model.ts';

/** Acts that were done in any run: a model that never gets anywhere would prove nothing. */
export const everSeen = new Set<string>();

/** What the model knows of the whole desk. */
export type Model = {
  readonly cases: CaseModel[];
  readonly refused: Set<string>;
  serial: number;
  /** Hours since the last entry: a desk that slept for 45 days believes no clock (domain/base/logical-clock.ts). */
  idle: number;
};
export type Real = { desk: TestDesk };

export async function setUp(): Promise<{ model: Model; real: Real }> {
  const desk = await openPracticeDesk();
  const { code, steps } = procedures.household;
  const named = steps.map((role, index) => ({ name: `Bước ${index + 1}`, role, time: null }));
  desk.sit('supervisor');
  await desk.get('procedure.setProcess', { code, steps: named, reason: 'Quy trình của đơn vị' });
  return {
    model: { cases: [], refused: new Set(), serial: 0, idle: 0 },
    real: { desk },
  };
}

type Command = fc.AsyncCommand<Model, Real>;

function now(real: Real): string {
  return toCivilTime(real.desk.clock.at);
}

/** A reception; the request is sent twice, as an impatient window does, and is one case. */
function receive(procedure: ProcedureName, serial: number): Command {
  return {
    toString: () => `receive ${procedure}`,
    check: (model) => model.cases.length < 4,
    run: async (model, real) => {
      real.desk.sit('clerk');
      const requestId = `018f0000-0000-7000-8000-${String(serial * 100 + model.serial).padStart(12, '0')}`;
      model.serial += 1;
      model.idle = 0;
      const input = reception({
        procedureCode: procedures[procedure].code,
        components: [{ index: 0, originals: 1, copies: 0 }],
        requestId,
      });
      const first = await real.desk.get('case.receive', input);
      expect(await real.desk.get('case.receive', input)).toEqual({ ...first, printJobId: null });
      const acceptedAt = now(real);
      expect(first.dueAt).toBe(procedures[procedure].promise(acceptedAt));
      model.cases.push({
        caseId: first.caseId,
        procedure,
        acceptedAt,
        status: 'accepted',
        dueAt: first.dueAt,
        asked: 0,
        askedAt: '',
        moved: false,
        holder: null,
        step: 0,
        doers: [],
        told: false,
        finishedAt: null,
        error: 'none',
        closed: null,
        papersBack: false,
        open: 0,
        archived: false,
        acts: 0,
      });
    },
  };
}

/** Anybody tries anything on any case: what happens is what the model says, and nothing else. */
function attempt(which: number, who: Who, act: ModelAct): Command {
  return {
    toString: () => `${who}: ${act.type} on case ${which}`,
    check: ({ cases }) => cases.length > 0,
    run: (model, real) => tried(model, real, model.cases[which % model.cases.length] as CaseModel, who, act),
  };
}

const people: readonly Who[] = ['clerk', 'officer', 'supervisor'];

/** One of the acts that the law's second reading allows: without these a random walk seldom leaves the counter. */
function advance(which: number, choice: number): Command {
  return {
    toString: () => `advance case ${which} by ${choice}`,
    check: ({ cases }) => cases.length > 0,
    run: async (model, real) => {
      const kase = model.cases[which % model.cases.length] as CaseModel;
      const lawful = people.flatMap((who) =>
        acts.filter((act) => answerTo(kase, who, act, now(real)) === 'ok').map((act) => ({ who, act })),
      );
      // What no run has done yet comes first, and what leads there: only a file that was passed on can be sent back.
      const leads = everSeen.has('rework') ? '' : 'pass';
      const fresh = lawful.filter(({ act }) => !everSeen.has(act.type) || act.type === leads);
      const wanted = fresh.length > 0 ? fresh : lawful;
      const chosen = wanted[choice % wanted.length];
      if (chosen !== undefined) await tried(model, real, kase, chosen.who, chosen.act);
    },
  };
}

/** The citizen never comes back with the papers: sixteen days later the clerk closes the file. */
function outwait(which: number): Command {
  return {
    toString: () => `nobody completes case ${which}`,
    check: ({ cases, idle }) => cases.some(({ status }) => status === 'supplement-requested') && idle < 400,
    run: async (model, real) => {
      const waiting = model.cases.filter(({ status }) => status === 'supplement-requested');
      real.desk.clock.at += 21 * 86_400_000;
      const kase = waiting[which % waiting.length] as CaseModel;
      await tried(model, real, kase, 'clerk', { type: 'close-unsupplemented' });
    },
  };
}

async function tried(model: Model, { desk }: Real, kase: CaseModel, who: Who, act: ModelAct): Promise<void> {
  const at = now({ desk });
  const expected = answerTo(kase, who, act, at);
  desk.sit(who);
  const answer = await desk.call('case.act', { caseId: kase.caseId, act, confirm: everyReason });
  expect(answer.ok ? 'ok' : answer.fault.code, `${who} ${act.type} in ${kase.status}`).toBe(expected);
  if (answer.ok) {
    follow(kase, who, act, at);
    model.idle = 0;
    everSeen.add(act.type);
  } else {
    model.refused.add(expected);
  }
  await agree(kase, desk);
}

async function agree(kase: CaseModel, desk: TestDesk): Promise<void> {
  desk.sit('officer');
  const { state, availableActions } = await desk.get('case.get', { caseId: kase.caseId });
  const { status, dueAt, finishedAt } = kase;
  expect(state).toMatchObject({ status, dueAt, finishedAt });
  const finish = availableActions.find(({ action }: any) => action === 'finish');
  expect(finish.allowed).toBe(answerTo(kase, 'officer', { type: 'finish' }, now({ desk })) === 'ok');
}

function wait(hours: number): Command {
  return {
    toString: () => `wait ${hours} h`,
    check: ({ idle }) => idle + hours < 44 * 24,
    run: async (model, { desk }) => {
      model.idle += hours;
      desk.clock.at += hours * 3_600_000;
    },
  };
}

/** The desk is closed and opened again: nothing is only remembered. */
const reopen: Command = {
  toString: () => 'reopen',
  check: () => true,
  run: async (model, real) => {
    real.desk = await real.desk.reopen();
    for (const kase of model.cases) await agree(kase, real.desk);
  },
};

/** What wants a reason has one here: whether it is asked for has tests of its own. */
const everyReason = ConfirmationCode.options.map((code) => ({ code, reason: 'để thử' }));

const ask = { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' };

const acts: readonly ModelAct[] = [
  { type: 'transfer' },
  { type: 'transfer', to: 'officer' },
  { type: 'take-over' },
  { type: 'assign', to: 'officer' },
  { type: 'assign', to: 'supervisor' },
  { type: 'pass', note: 'Đủ điều kiện' },
  { type: 'rework', reason: 'Xem lại diện tích' },
  { type: 'hand-back', reason: 'Không thuộc phần việc' },
  ask,
  { ...ask, override: 'Phát hiện giấy tờ giả' },
  { type: 'supplement' },
  { type: 'close-unsupplemented' },
  ...actsOfALife,
  ...[3, 20, 40].map((days) => ({
    type: 'extend',
    reason: 'Chờ xác minh',
    newDueAt: toCivilTime(Date.parse('2026-11-25T17:00:00+07:00') + days * 86_400_000),
  })),
];

export const everyAct: readonly string[] = [...new Set(acts.map(({ type }) => type))];

const who = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Who>('officer') },
  { weight: 3, arbitrary: fc.constant<Who>('supervisor') },
  { weight: 3, arbitrary: fc.constant<Who>('clerk') },
  { weight: 1, arbitrary: fc.constant<Who>('admin') },
);

/** Mostly acts; now and then a night, a fortnight, a restart. */
export const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom<ProcedureName>('residence', 'copy', 'household'), fc.nat(10_000))
      .map(([p, s]) => receive(p, s)),
    ...Array.from({ length: 3 }, () =>
      fc.tuple(fc.nat(3), who, fc.constantFrom(...acts)).map(([which, by, act]) => attempt(which, by, act)),
    ),
    ...Array.from({ length: 4 }, () =>
      fc.tuple(fc.nat(3), fc.nat(1000)).map(([which, choice]) => advance(which, choice)),
    ),
    fc.constantFrom(1, 5, 16, 24, 72, 400).map(wait),
    fc.nat(3).map(outwait),
    fc.constant(reopen),
  ],
  { maxCommands: 70, size: 'max' },
);
