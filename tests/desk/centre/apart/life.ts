import { actsOfALife } from '../../../support/counter/case-acts.ts';
import { ConfirmationCode } from '../../../../electron/contract/counter/case/confirm.ts';
import { toCivilTime } from '../../../../electron/domain/base/civil-time.ts';
import { entryName } from '../../../../electron/domain/entries/reference.ts';
import { headsHere } from '../../../../electron/store/centre/exchange/commits.ts';
import { ownDeskUuids } from '../../../../electron/store/journal/journal.ts';
import { pack, packFile } from '../../../support/data/intake-sample.ts';
import { seeded } from '../../../support/data/seeded.ts';
import { type DeskApart, lacking, take } from '../../../support/centre/apart/desks-apart.ts';
import { opening, askSupplement, refuse } from '../../../support/counter/intake-desk.ts';
import { float } from '../../../support/counter/money-desk.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';
import { filed, people } from './citizens.ts';
import { type DeskAlive, type World, ask, newId, one, somebody } from './life-world.ts';

const everyReason = ConfirmationCode.options.map((code) => ({ code, reason: 'để thử' }));

const acts: readonly { readonly type: string; readonly [detail: string]: unknown }[] = [
  { type: 'transfer' },
  { type: 'transfer', to: 'officer' },
  { type: 'take-over' },
  { type: 'assign', to: 'officer' },
  { type: 'pass', note: 'Đủ điều kiện' },
  { type: 'rework', reason: 'Xem lại diện tích' },
  { type: 'hand-back', reason: 'Không thuộc phần việc' },
  { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' },
  { type: 'supplement' },
  ...actsOfALife,
  { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-28T17:00:00+07:00' },
];

/** Weights: how often each is tried. */
const kinds: readonly (readonly [
  weight: number,
  name: string,
  run: (world: World, desk: DeskAlive) => Promise<void>,
])[] = [
  [8, 'receive', receive],
  [26, 'act', act],
  [3, 'correct', correct],
  [2, 'till', till],
  [7, 'collect', collect],
  [3, 'settle', settle],
  [2, 'fees', fees],
  [4, 'hand-over', handOver],
  [3, 'sign', sign],
  [2, 'kit', kit],
  [6, 'from-kit', fromKit],
  [2, 'pack', importPack],
  [2, 'wait', openIntake],
  [6, 'intake', intakeAct],
  [8, 'petition', petition],
  [5, 'certify', certify],
  [2, 'settings', settings],
  [1, 'account', account],
  [2, 'bundle', bundle],
  [2, 'read', read],
  [14, 'send', send],
  [12, 'arrive', arrive],
  [7, 'decide', decide],
  [6, 'time', time],
];

const wheel = kinds.flatMap(([weight, name, run]) => Array.from({ length: weight }, () => [name, run] as const));

type Living = {
  /** Instead of by hand: what goes between the desks, asked for by one of them. */
  readonly carry?: (desk: DeskAlive) => Promise<void>;
  /** Few cases in many hands, unless told. */
  readonly mostCases?: number;
  /** After each step, whoever took it. */
  readonly after?: (desk: DeskAlive) => Promise<void>;
};

/** A few days at three desks that hear of each other when it happens; returns how often each thing was done. */
export async function live(
  desks: readonly DeskAlive[],
  seed: number,
  steps: number,
  { carry, mostCases = 6, after }: Living = {},
): Promise<World> {
  const draw = seeded(seed);
  const world: World = {
    desks,
    draw,
    cases: [],
    receipts: [],
    lists: [],
    kits: [],
    waiting: [],
    petitions: [],
    underWay: [],
    done: new Map(),
    carry,
    mostCases,
    known: new Map(),
  };
  for (const desk of desks) desk.clock.at = monday + (draw(7200) - 3600) * 1000;
  for (let step = 0; step < steps; step += 1) {
    const [, run] = one(world, wheel);
    const acting = one(world, desks);
    await run(world, acting);
    await after?.(acting);
    for (const desk of desks) note(world, desk);
    // A second passes everywhere, and more here and there.
    for (const desk of desks) desk.clock.at += (1 + draw(3)) * 1000;
  }
  return world;
}

/** Keeps of each entry that a desk has just written what it had then. */
function note({ known }: World, { context }: DeskAlive): void {
  const { db } = context.store;
  const heads = headsHere(db);
  const [own = ''] = ownDeskUuids(db);
  for (let seq = heads[own] ?? 0; seq > 0; seq -= 1) {
    const name = entryName({ desk: own, deskSeq: seq });
    if (known.has(name)) return;
    known.set(name, heads);
  }
}

async function receive(world: World, desk: DeskAlive): Promise<void> {
  // Few cases in many hands: desks that have the same one in work are what this is about.
  if (world.cases.length >= world.mostCases) return act(world, desk);
  const input = reception({
    ...one(world, filed),
    applicant: somebody(world),
    requestId: newId(world),
    confirm: everyReason,
  });
  const done = await ask(world, desk, 'clerk', 'case.receive', input);
  if (done !== undefined) world.cases.push(done.caseId);
}

async function act(world: World, desk: DeskAlive): Promise<void> {
  if (world.cases.length === 0) return;
  const caseId = one(world, world.cases);
  const who = one(world, ['officer', 'supervisor', 'clerk'] as const);
  const seen = await ask(world, desk, who, 'case.get', { caseId });
  const allowed = ((seen?.availableActions ?? []) as { action: string; allowed: boolean }[]).filter(
    (row) => row.allowed,
  );
  const fitting = acts.filter(({ type }) => allowed.some(({ action }) => action === type));
  if (fitting.length > 0)
    await ask(world, desk, who, 'case.act', { caseId, act: one(world, fitting), confirm: everyReason });
}

async function correct(world: World, desk: DeskAlive): Promise<void> {
  if (world.cases.length === 0) return;
  const change = one(world, [
    { applicant: somebody(world) },
    { quantity: 2 },
    { procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] },
  ]);
  const input = { caseId: one(world, world.cases), requestId: newId(world), reason: 'Ghi nhầm', change };
  await ask(world, desk, 'supervisor', 'case.correct', input);
}

async function till(world: World, desk: DeskAlive): Promise<void> {
  if (world.draw(3) > 0) return void (await ask(world, desk, 'clerk', 'till.open', { float }));
  const counts = float;
  await ask(world, desk, 'clerk', 'till.close', { counts, reason: 'đếm lại' });
}

async function collect(world: World, desk: DeskAlive): Promise<void> {
  if (world.cases.length === 0) return;
  const caseId = one(world, world.cases);
  const input = { caseId, lines: [0], method: one(world, ['cash', 'transfer'] as const), requestId: newId(world) };
  const done = await ask(world, desk, 'clerk', 'money.collect', input);
  if (done !== undefined) world.receipts.push(done.receiptId);
}

async function settle(world: World, desk: DeskAlive): Promise<void> {
  if (world.receipts.length === 0) return;
  const receiptId = one(world, world.receipts);
  if (world.draw(2) === 0)
    return void (await ask(world, desk, 'supervisor', 'money.refund', {
      receiptId,
      reason: 'thu nhầm',
      method: 'transfer',
    }));
  const payer = { name: 'LÊ VĂN TÁM' };
  const input = { receiptId, errors: ['payer-name'], reason: 'sai tên', payer, requestId: newId(world) };
  await ask(world, desk, 'supervisor', 'money.correct', input);
}

async function fees(world: World, desk: DeskAlive): Promise<void> {
  if (world.cases.length === 0) return;
  const input = { caseId: one(world, world.cases), line: 0, reason: 'Hộ nghèo', basis: 'QĐ 1', amount: 1000 };
  await ask(world, desk, 'supervisor', 'money.waive', input);
}

async function handOver(world: World, desk: DeskAlive): Promise<void> {
  const prepared = await ask(world, desk, 'clerk', 'handOver.prepare');
  const piles = (prepared?.piles ?? []) as { to: unknown; cases: { caseId: string }[] }[];
  if (piles.length === 0) return;
  const { to, cases } = one(world, piles);
  const input = { to, caseIds: cases.map(({ caseId }) => caseId), note: '', requestId: newId(world) };
  const done = await ask(world, desk, 'clerk', 'handOver.make', input);
  if (done !== undefined) world.lists.push(done.handOver.handOverId);
}

async function sign(world: World, desk: DeskAlive): Promise<void> {
  if (world.lists.length === 0) return;
  const handOverId = one(world, world.lists);
  const list = await ask(world, desk, 'clerk', 'handOver.get', { handOverId });
  const named = (list?.cases ?? []) as { caseId: string }[];
  const missing = named.filter(() => world.draw(2) === 0).map(({ caseId }) => caseId);
  await ask(world, desk, 'clerk', 'handOver.receive', { handOverId, by: 'Lê Văn Tư', missing });
}

async function kit(world: World, desk: DeskAlive): Promise<void> {
  const done = await ask(world, desk, 'clerk', 'kit.print', { count: 3, printer: 'laser', requestId: newId(world) });
  if (done !== undefined) world.kits.push(done.kit.kitId);
}

async function fromKit(world: World, desk: DeskAlive): Promise<void> {
  if (world.kits.length === 0) return;
  const kitId = one(world, world.kits);
  const found = await ask(world, desk, 'clerk', 'kit.get', { kitId });
  const sheets = (found?.sheets ?? []) as { number: string; serial: number; state: string }[];
  if (sheets.length === 0) return;
  const { number, serial } = one(world, sheets);
  const how = world.draw(4);
  if (how === 0)
    return void (await ask(world, desk, 'clerk', 'kit.void', { kitId, serials: [serial], reason: 'rách' }));
  if (how === 1)
    return void (await ask(world, desk, 'supervisor', 'kit.restore', { kitId, serials: [serial], reason: 'dân giữ' }));
  const acceptedAt = toCivilTime(desk.clock.at);
  const input = reception({
    applicant: somebody(world),
    requestId: newId(world),
    fromKit: { number, acceptedAt },
    confirm: everyReason,
  });
  const done = await ask(world, desk, 'clerk', 'case.receive', input);
  if (done !== undefined) world.cases.push(done.caseId);
}

/** The portal gives the same file to whoever asks: two desks may take it in. */
async function importPack(world: World, desk: DeskAlive): Promise<void> {
  const portalNumber = `H29.999-261123-90${String(world.draw(3)).padStart(2, '0')}`;
  const done = await ask(world, desk, 'clerk', 'intake.importPack', { text: pack([packFile({ portalNumber })]) });
  for (const { intakeId } of (done?.files ?? []) as { intakeId?: string | null }[])
    if (typeof intakeId === 'string') world.waiting.push(intakeId);
}

async function openIntake(world: World, desk: DeskAlive): Promise<void> {
  const input = opening({ intakeId: newId(world), act: one(world, [askSupplement, refuse, undefined]) });
  const done = await ask(world, desk, 'clerk', 'intake.open', input);
  if (done !== undefined) world.waiting.push(input['intakeId'] as string);
}

async function intakeAct(world: World, desk: DeskAlive): Promise<void> {
  if (world.waiting.length === 0) return;
  const intakeId = one(world, world.waiting);
  if (world.draw(3) === 0) {
    const input = reception({ applicant: somebody(world), requestId: intakeId, confirm: everyReason });
    const done = await ask(world, desk, 'clerk', 'case.receive', input);
    if (done !== undefined) world.cases.push(done.caseId);
    return;
  }
  const chosen = one(world, [{ type: 'see' }, askSupplement, refuse, { type: 'withdraw', reason: 'xin rút' }]);
  await ask(world, desk, 'clerk', 'intake.act', { intakeId, act: chosen });
}

const petitionActs = [
  { type: 'assign', to: 'Phòng Tư pháp' },
  { type: 'forward', to: 'Công an phường', reason: 'thuộc công an' },
  { type: 'send-back', reason: 'không thuộc' },
  { type: 'ask-supplement', reason: 'thiếu số hồ sơ' },
  { type: 'complete' },
  { type: 'reclassify', content: 'rule', field: 'Đất đai', reason: 'xem lại' },
  { type: 'refuse', reason: 'nặc danh', legalBasis: 'Điều 8' },
  { type: 'answer', answer: 'đã trả kết quả' },
  { type: 'publish', where: 'bảng tin' },
  { type: 'close', satisfaction: 'satisfied' },
] as const;

async function petition(world: World, desk: DeskAlive): Promise<void> {
  if (world.petitions.length < 2 || world.draw(4) === 0) {
    const facts = { source: '1022', sourceCode: String(world.draw(3)), content: 'act', field: 'Hộ tịch' };
    const input = { petitionId: newId(world), ...facts, summary: 'chậm trả kết quả' };
    if ((await ask(world, desk, 'clerk', 'petition.register', input)) !== undefined)
      world.petitions.push(input.petitionId);
    return;
  }
  const petitionId = one(world, world.petitions);
  await ask(world, desk, 'clerk', 'petition.act', { petitionId, act: one(world, petitionActs) });
}

const certifiedPapers = [
  { kind: 'copy', paper: 'Căn cước', pages: 2, copies: 3 },
  { kind: 'copy', pages: 4 },
  { kind: 'signature', paper: 'Sơ yếu lý lịch' },
] as const;

/** Papers of one or two kinds; their cases are anybody's afterwards. */
async function certify(world: World, desk: DeskAlive): Promise<void> {
  const lines = Array.from({ length: 1 + world.draw(3) }, () => one(world, certifiedPapers));
  const input = { lines, applicant: one(world, people), signer: 'Nguyễn Văn Ký, Chủ tịch', requestId: newId(world) };
  const certified = await ask(world, desk, 'clerk', 'certification.receive', input);
  if (certified !== undefined && world.cases.length < world.mostCases) world.cases.push(certified.caseId as string);
}

async function settings(world: World, desk: DeskAlive): Promise<void> {
  const kept = await ask(world, desk, 'admin', 'office.settings');
  const phone = `028 0000 ${String(world.draw(10_000)).padStart(4, '0')}`;
  const hours = one(world, [
    kept.hours,
    [
      { start: '08:00', end: '12:00' },
      { start: '13:00', end: '17:00' },
    ],
  ]);
  await ask(world, desk, 'admin', 'office.changeSettings', {
    settings: { ...kept, phone, hours },
    reason: 'đổi số máy',
  });
}

async function account(world: World, desk: DeskAlive): Promise<void> {
  const name = one(world, ['account.disable', 'account.enable', 'account.enable', 'account.enable'] as const);
  await ask(world, desk, 'admin', name, { username: 'officer', reason: 'nghỉ phép' });
}

async function bundle(world: World, desk: DeskAlive): Promise<void> {
  if (world.cases.length === 0) return;
  const caseId = one(world, world.cases);
  const found = await ask(world, desk, 'clerk', 'case.get', { caseId });
  const number = found?.state.number;
  if (number !== undefined)
    await ask(world, desk, one(world, ['clerk', 'officer'] as const), 'bundle.take', {
      scan: number.official ?? number.local,
    });
}

/** What is read must be readable, whatever came from where. */
async function read(world: World, desk: DeskAlive): Promise<void> {
  for (const caseId of world.cases.slice(-3)) await ask(world, desk, 'clerk', 'case.get', { caseId });
  await ask(world, desk, 'clerk', 'register.list', { from: '2026-11-20', to: '2026-12-31' });
  await ask(world, desk, 'clerk', 'case.search', { text: 'tran van' });
  await ask(world, desk, 'supervisor', 'work.list', {});
  await ask(world, desk, 'clerk', 'intake.list', {});
}

/** Something of what one desk has goes on its way to another. */
async function send(world: World, from: DeskAlive): Promise<void> {
  if (world.carry !== undefined) return world.carry(from);
  const to = world.draw(world.desks.length);
  const target = world.desks[to] as DeskApart;
  if (target === from) return;
  const commits = lacking(from as DeskApart, target);
  // Now and then a part alone, in any order; now and then it goes twice.
  const some = world.draw(3) === 0 ? shuffled(world, commits).slice(0, 1 + world.draw(commits.length + 1)) : commits;
  if (world.draw(2) === 0) return arrived(world, { to, commits: some });
  world.underWay.push({ to, commits: some });
  if (world.draw(4) === 0) world.underWay.push({ to, commits: some });
}

async function arrive(world: World): Promise<void> {
  if (world.underWay.length === 0) return;
  const [parcel] = world.underWay.splice(world.draw(world.underWay.length), 1);
  if (parcel !== undefined) arrived(world, parcel);
}

function arrived(world: World, parcel: World['underWay'][number]): void {
  const { refused } = take(world.desks[parcel.to] as DeskApart, parcel.commits);
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  world.desks[parcel.to]?.context.forget();
}

function shuffled<T>({ draw }: World, of: readonly T[]): T[] {
  const left = [...of];
  return of.map(() => left.splice(draw(left.length), 1)[0] as T);
}

/** At the end all have heard of all: supervisors decide at two desks, and of each other's decisions they hear afterwards. */
export async function decideApart(world: World): Promise<void> {
  for (const desk of world.desks.slice(0, 2))
    for (let times = 0; times < 4; times += 1) {
      desk.clock.at += (1 + world.draw(90)) * 1000;
      await decide(world, desk);
      note(world, desk);
    }
}

/** A supervisor sees two sides and decides. */
async function decide(world: World, desk: DeskAlive): Promise<void> {
  const { conflicts } = await ask(world, desk, 'supervisor', 'conflict.list');
  if (conflicts.length === 0) return;
  const { ref } = one(world, conflicts as { ref: unknown }[]);
  const shown = await ask(world, desk, 'supervisor', 'conflict.get', { ref });
  const { name } = one(world, shown.sides as { name: string }[]);
  await ask(world, desk, 'supervisor', 'conflict.decide', {
    ref,
    stands: name,
    reason: 'đã xem cả hai',
    attended: true,
  });
}

/** Hours pass at one desk: its clock, its night. */
async function time(world: World, desk: DeskAlive): Promise<void> {
  const by = one(world, [60, 600, 3600, 20 * 3600]) * 1000;
  const everywhere = world.draw(2) === 0;
  for (const one_ of world.desks) if (everywhere || one_ === desk) one_.clock.at += by;
}
