import { expect } from 'vitest';
import { ConfirmationCode } from '../../../../electron/contract/counter/case/confirm.ts';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import { toCivilTime } from '../../../../electron/domain/base/civil-time.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { pack, packFile } from '../../data/intake-sample.ts';
import { receiver } from '../../counter/case-acts.ts';
import { type DeskApart, exchangeAll } from './desks-apart.ts';
import { askSupplement, refuse } from '../../counter/intake-desk.ts';
import { certified, extract, float } from '../../counter/money-desk.ts';
import { reception } from '../../desk/test-desk.ts';

export type Three = readonly [DeskApart, DeskApart, DeskApart];

const confirm = ConfirmationCode.options.map((code) => ({ code, reason: 'để thử' }));

export async function get(desk: DeskApart, who: Role, name: string, input: unknown = {}): Promise<any> {
  const answer = await desk.call(who, name, input);
  if (!answer.ok)
    throw new Error(`${desk.name} ${name}: ${JSON.stringify(answer.fault)} ${JSON.stringify(desk.log.at(-1))}`);
  return answer.value;
}

/** What a counter does with a thing that all have. */
type Does = (desk: DeskApart, id: string) => Promise<unknown>;
/** Makes the thing at one counter; its id. */
type Begins = (desk: DeskApart) => Promise<string>;

function acts(type: string, more: Record<string, unknown> = {}, who: Role = 'supervisor'): Does {
  return (desk, caseId) => get(desk, who, 'case.act', { caseId, act: { type, ...more }, confirm });
}

/** A case at the first counter, and what was done with it before anybody was apart. */
export function receive(change: Record<string, unknown> = {}, ...before: readonly Does[]): Begins {
  return async (desk) => {
    const components = [{ index: 0, originals: 1, copies: 0 }];
    const input = reception({ ...certified, components, ...change, confirm });
    const { caseId } = await get(desk, 'clerk', 'case.receive', input);
    for (const act of before) await act(desk, caseId);
    return caseId;
  };
}

export const passed = acts('transfer', {}, 'clerk');
export const finish = (result: string): Does => acts('finish', { result });
const asks = (reason: string): Does => acts('request-supplement', { reason, items: ['Bản chính'] });
const extend = (newDueAt: string): Does => acts('extend', { reason: 'Chờ xác minh', newDueAt, told: 'phone' });
const correct =
  (change: Record<string, unknown>): Does =>
  (desk, caseId) =>
    get(desk, 'supervisor', 'case.correct', {
      caseId,
      requestId: desk.context.ports.random.uuid(),
      reason: 'Ghi nhầm',
      change,
    });
/** Open already, where the counter did something before. */
const openTill: Does = (desk) => desk.call('clerk', 'till.open', { float });
const collect: Does = async (desk, caseId) => {
  await openTill(desk, caseId);
  const requestId = desk.context.ports.random.uuid();
  await get(desk, 'clerk', 'money.collect', { caseId, lines: [0], method: 'cash', requestId });
};
const waive =
  (amount: number): Does =>
  (desk, caseId) =>
    get(desk, 'supervisor', 'money.waive', { caseId, line: 0, reason: 'Hộ nghèo', basis: 'QĐ 1', amount });
const setsFee =
  (amount: number): Does =>
  (desk, caseId) =>
    get(desk, 'clerk', 'money.setFee', { caseId, line: 0, amount, source: 'Bảng niêm yết' });
const receiptOf = async (desk: DeskApart, caseId: string): Promise<string> =>
  (await get(desk, 'clerk', 'money.assess', { caseId })).fees[0].receiptId;
const refund: Does = async (desk, caseId) => {
  const receiptId = await receiptOf(desk, caseId);
  await get(desk, 'supervisor', 'money.refund', { receiptId, reason: `thu nhầm ${desk.name}`, method: 'transfer' });
};
const replace: Does = async (desk, caseId) => {
  const receiptId = await receiptOf(desk, caseId);
  const requestId = desk.context.ports.random.uuid();
  const amounts = [{ line: 0, amount: 8000 }];
  await get(desk, 'supervisor', 'money.correct', {
    receiptId,
    errors: ['amount'],
    reason: 'sai số tiền',
    amounts,
    requestId,
  });
};
/** Money of every desk goes through a drawer: where it opened one before, the act needs no other. */
const withTill =
  (act: Does): Does =>
  async (desk, id) => {
    await desk.call('clerk', 'till.open', { float });
    return act(desk, id);
  };

const arrives: Begins = async (desk) => {
  // Each time another file of the portal.
  for (let at = 896_048; at < 896_100; at += 1) {
    const portalNumber = `G22.99.08-261123-${at}`;
    const found = await get(desk, 'clerk', 'intake.importPack', { text: pack([packFile({ portalNumber })]) });
    if (found.imported === 1) return found.files[0].intakeId as string;
  }
  throw new Error('every file of the portal is here');
};
const waits =
  (act: unknown): Does =>
  (desk, intakeId) =>
    get(desk, 'clerk', 'intake.act', { intakeId, act });
const takesIn: Does = (desk, intakeId) =>
  get(desk, 'clerk', 'case.receive', reception({ channel: 'online', requestId: intakeId, confirm }));

const complains: Begins = async (desk) => {
  const petitionId = desk.context.ports.random.uuid();
  const facts = { source: '1022', sourceCode: '7', content: 'act', field: 'Hộ tịch', summary: 'chậm' };
  const sender = { name: 'Phạm Thị Gửi', address: '12 Lê Lợi' };
  await get(desk, 'clerk', 'petition.register', { petitionId, sender, ...facts });
  return petitionId;
};
const handles =
  (act: unknown): Does =>
  (desk, petitionId) =>
    get(desk, 'clerk', 'petition.act', { petitionId, act });

async function listed(desk: DeskApart, only?: readonly string[]): Promise<string> {
  const { piles } = await get(desk, 'clerk', 'handOver.prepare');
  // Of what is to go there, the pile in which these lie.
  const isOf = (pile: any) => only === undefined || pile.cases.some(({ caseId }: any) => only.includes(caseId));
  const { to, cases } = piles.find(isOf);
  const caseIds = only ?? cases.map(({ caseId }: { caseId: string }) => caseId);
  const requestId = desk.context.ports.random.uuid();
  const made = await get(desk, 'clerk', 'handOver.make', { to, caseIds, note: '', requestId });
  return made.handOver.handOverId as string;
}
const lists: Begins = async (desk) => {
  await receive(legCase)(desk);
  return listed(desk);
};
const signs =
  (by: string): Does =>
  (desk, handOverId) =>
    get(desk, 'clerk', 'handOver.receive', { handOverId, by, missing: [] });

const legCase = { procedureCode: '1.004222', competentUnit: { code: '27637' } };
/** Its papers are on the way to another agency, by a list. */
const sent: Does = (desk, caseId) => listed(desk, [caseId]);
const legReceived =
  (by: string): Does =>
  (desk, caseId) =>
    acts('leg-received', { at: toCivilTime(desk.clock.at - 60_000), by })(desk, caseId);

/** A case at the second of two officers' steps, in the hands of the officer: it can go on from there, and back. */
const inSteps: Begins = async (desk) => {
  const step = (name: string, role: Role, value?: number) => ({
    name,
    role,
    time: value === undefined ? null : { value, unit: 'working-hour' },
  });
  const steps = [
    step('Tiếp nhận', 'clerk'),
    step('Thụ lý', 'officer', 1),
    step('Thẩm định', 'officer', 1),
    step('Lãnh đạo duyệt', 'supervisor', 1),
    step('Trả kết quả', 'clerk'),
  ];
  const code = '1.001612';
  await get(desk, 'supervisor', 'procedure.setProcess', { code, steps, reason: 'Quyết định quy trình nội bộ' });
  const taken = acts('take-over', {}, 'officer');
  return receive({ procedureCode: code }, passed, taken, acts('pass', {}, 'officer'), taken)(desk);
};

/** A sheet of a kit that lies on both counters' desks: its number. */
const onPaper: Begins = async (desk) => {
  const requestId = desk.context.ports.random.uuid();
  const { kit } = await get(desk, 'clerk', 'kit.print', { count: 1, printer: 'laser', requestId });
  return kit.sheets[0].number as string;
};
const entersSheet: Does = (desk, number) =>
  receive({ fromKit: { number, acceptedAt: toCivilTime(desk.clock.at - 60_000) } })(desk);

/** The counter at which a block was typed that is the first one's too: what both give next is one number. */
const receivesWithin =
  (first: number): Does =>
  async (desk) => {
    const settings = await get(desk, 'admin', 'office.settings');
    const typed = (blocks: unknown) => ({
      settings: { ...settings, desk: { ...settings.desk, blocks } },
      reason: 'nhập nhầm dải số',
    });
    await get(desk, 'admin', 'office.changeSettings', typed([{ first, last: 999 }]));
    await receive()(desk);
    await get(desk, 'admin', 'office.changeSettings', typed(settings.desk.blocks));
  };

type Row = readonly [what: string, begins: Begins, one: Does, other: Does];

/** Every pair of the table between which somebody decides (ADR 20, 21), as two counters come to it. */
export const table: readonly Row[] = [
  ['two results', receive({}, passed), finish('Đạt'), finish('Không đạt')],
  [
    'a result and a refusal',
    receive({}, passed),
    finish('Đạt'),
    acts('refuse', { reason: 'Không đủ', legalBasis: 'Luật A' }),
  ],
  [
    'two hand-outs',
    receive({}, passed, finish('Đạt'), acts('announce', { how: 'phone' }, 'clerk')),
    acts('return', { receiver }, 'clerk'),
    acts('return', { receiver: { ...receiver, receiptLost: true } }, 'clerk'),
  ],
  ['papers asked for twice', receive({}, passed), asks('Thiếu A'), asks('Thiếu B')],
  ['papers asked for, and a result', receive({}, passed), asks('Thiếu A'), finish('Đạt')],
  ['withdrawn, and a result', receive({}, passed), acts('withdraw', { reason: 'Đổi ý' }), finish('Đạt')],
  [
    'two extensions',
    receive({ procedureCode: '1.004222' }, passed),
    extend('2026-12-28T17:00:00+07:00'),
    extend('2026-12-29T17:00:00+07:00'),
  ],
  [
    'passed on, and sent back',
    inSteps,
    acts('pass', { to: 'supervisor' }, 'officer'),
    acts('rework', { reason: 'Thiếu căn cứ' }, 'officer'),
  ],
  ['two corrections', receive(), correct({ quantity: 2 }), correct({ quantity: 3 })],
  ['a correction, and papers asked for', receive({}, passed), correct({ quantity: 2 }), asks('Thiếu A')],
  ['a correction that changes a fee, and money for it', receive(extract), correct({ quantity: 3 }), collect],
  [
    'a leg, and the end of the case',
    receive(legCase, sent),
    legReceived('Lê A'),
    acts('withdraw', { reason: 'Đổi ý' }),
  ],
  ['one leg in two ways', receive(legCase, sent), legReceived('Lê A'), legReceived('Lê B')],
  ['money twice', receive(), collect, collect],
  ['money, and the fee taken down', receive(), collect, waive(0)],
  ['a fee set twice', receive({ procedureCode: '1.001193' }), setsFee(5000), setsFee(8000)],
  ['the fee taken down twice', receive(), waive(0), waive(5000)],
  ['a receipt given back twice', receive({}, collect), refund, withTill(refund)],
  ['a receipt given back, and replaced', receive({}, collect), refund, withTill(replace)],
  [
    'two answers to one question',
    receive(
      {},
      passed,
      acts('ask-others', { kind: 'opinion', asked: 'Công an', about: 'Cư trú', answerBy: '2030-01-02T17:00:00+07:00' }),
    ),
    acts('record-answer', { answer: 'Có cư trú' }),
    acts('record-answer', { answer: 'Không cư trú' }),
  ],
  ['a waiting file asked for papers, and refused', arrives, waits(askSupplement), waits(refuse)],
  ['a waiting file withdrawn, and refused', arrives, waits({ type: 'withdraw', reason: 'xin rút' }), waits(refuse)],
  ['a waiting file received, and refused', arrives, takesIn, waits(refuse)],
  ['a waiting file received twice', arrives, takesIn, takesIn],
  [
    'a petition answered, and refused',
    complains,
    handles({ type: 'answer', answer: 'đã trả' }),
    handles({ type: 'refuse', reason: 'nặc danh', legalBasis: 'Điều 8' }),
  ],
  ['a list signed twice', lists, signs('Lê A'), signs('Lê B')],
  ['a sheet used twice', onPaper, entersSheet, entersSheet],
  ['one number on two cases', receive(), receive(), receivesWithin(1)],
];

/** Of these the two sides are cases of their own: who does not keep the number gets another. */
export const ofOneNumber: ReadonlySet<string> = new Set(['a sheet used twice', 'one number on two cases']);

/** One counter does one thing, another the other; whose clock is ahead decides which comes first in the order. */
export async function apart(desks: Three, [, begins, one, other]: Row, ahead: 0 | 1): Promise<string> {
  const [q1, q2] = desks;
  const id = await begins(q1);
  exchangeAll(desks);
  for (const desk of desks) desk.clock.at += 600_000;
  const early = ahead === 0 ? q2 : q1;
  const late = ahead === 0 ? q1 : q2;
  late.clock.at += 120_000;
  await one(q1, id);
  await other(q2, id);
  early.clock.at += 120_000;
  exchangeAll(desks);
  return id;
}

export const agrees = (desks: readonly DeskApart[]): readonly string[] => {
  const stores = desks.map(({ context }) => context.store.db);
  const told = stores.map(stateHash);
  for (const db of stores) rebuildProjections(db);
  expect({ told, rebuilt: stores.map(stateHash) }).toEqual({
    told: told.map(() => told[0]),
    rebuilt: told.map(() => told[0]),
  });
  // As one text: what was found is read where a journey fails.
  for (const db of stores)
    expect(
      verifyStore(db)
        .flatMap(({ name, found }) => found.map((what) => `${name}: ${what}`))
        .join('\n'),
    ).toBe('');
  return told;
};

/** The state of a case without what the moments of acts and the names of desks say. */
export async function seenAt(desk: DeskApart, caseId: string): Promise<any> {
  const { state } = await get(desk, 'supervisor', 'case.get', { caseId });
  const { fees } = await get(desk, 'supervisor', 'money.assess', { caseId });
  return {
    status: state.status,
    dueAt: state.dueAt,
    number: state.number,
    quantity: state.quantity,
    contradictions: state.contradictions,
    fees,
  };
}
