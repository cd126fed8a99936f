import { cpSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import type { EntryBody, Subject } from '../../../../electron/domain/entries/entry.ts';
import { decidedConflicts, openConflicts } from '../../../../electron/store/centre/exchange/conflicts.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { seeded } from '../../../support/data/seeded.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { lackingOf, openApart, shareAll, takeIn, tell } from '../../../support/centre/apart/stores-apart.ts';
import { caseId, fileOf, monday, received } from '../../../support/desk/test-store.ts';

/**
 * Desks that ask nobody: each tells whatever comes into its head of what it has heard of, so that far more contradicts than in any office. Whatever
 * comes of it, it comes to the same everywhere. What real desks do to each other is in tests/desk/centre/apart.
 */
const seeds = Number(process.env['APART_ORDERS'] ?? 25);
const firstSeed = Number(process.env['APART_FROM'] ?? 1);
const steps = 60;

const folders: string[] = [];
beforeAll(() => {
  for (const seed of [1, 2, 3]) {
    const folder = newFolder();
    openApart(seed, folder).close();
    folders.push(folder);
  }
});

type Draw = (below: number) => number;
type Told = readonly (readonly [Subject, EntryBody])[];

const kase = (index: number) => ({ kind: 'case', caseId: caseId(index) }) as const;
const list = (index: number) => ({ kind: 'hand-over', handOverId: caseId(100 + index) }) as const;
const kit = (index: number) => ({ kind: 'kit', kitId: caseId(200 + index) }) as const;
const receipt = (index: number) => ({ kind: 'receipt', receiptId: caseId(300 + index) }) as const;
const petition = (index: number) => ({ kind: 'petition', petitionId: caseId(400 + index) }) as const;
const waiting = (index: number) => ({ kind: 'intake', intakeId: caseId(index) }) as const;

const names = ['NGUYỄN THỊ ĐẶNG ÁNH', 'TRẦN VĂN BÌNH'] as const;
const dueAt = '2026-12-09T17:00:00+07:00';

function one<T>(draw: Draw, of: readonly T[]): T {
  return of[draw(of.length)] as T;
}

/** @param kits those that its desk has heard of */
function reception(draw: Draw, kits: readonly string[] = []): ReturnType<typeof received> {
  const phone = one(draw, ['0903000111', '0903000222', '']);
  const applicant = {
    kind: 'citizen',
    fullName: one(draw, names),
    idNumber: '079190001234',
    ...(phone === '' ? {} : { phone }),
  } as const;
  const given = received(1 + draw(12), { applicant, fees: [{ name: 'Lệ phí', amount: 8000, note: '', basis: '' }] });
  const kitId = kits[draw(6)];
  if (kitId === undefined) return given;
  return { ...given, fromKit: { kitId, acceptedAt: '2026-11-23T08:30:00+07:00', lawDueAt: dueAt } };
}

function corrected(draw: Draw): CaseAction {
  const facts = {
    ...reception(draw),
    type: 'corrected',
    requestId: caseId(900 + draw(50)),
    reason: 'Ghi nhầm',
  } as const;
  if (draw(2) === 0) return { ...facts, reissue: 1 };
  return { ...facts, voided: `H29.999-261123-000${draw(9)}`, voidedDay: '2026-11-23', voidedSerial: draw(9) };
}

function document(draw: Draw): Extract<CaseAction, { type: 'document-made' }> {
  const sha256 = 'a'.repeat(64);
  const [form, documentId] = ['mau-02', `${caseId(1)}.${draw(9)}`];
  return { type: 'document-made', form, documentId, sha256, formSha256: sha256, pages: 1, number: 1 + draw(4) };
}

const acts: readonly ((draw: Draw) => CaseAction)[] = [
  () => ({ type: 'transferred', to: 'hộ tịch', officer: 'officer', stepDue: dueAt }),
  () => ({ type: 'taken-over', by: 'officer' }),
  () => ({ type: 'passed', step: 2 }),
  () => ({ type: 'reworked', step: 1, to: 'clerk', reason: 'xem lại' }),
  () => ({ type: 'supplement-requested', reason: 'thiếu giấy' }),
  () => ({ type: 'supplemented', dueAt, steps: [] }),
  () => ({ type: 'obligation-requested', reason: 'Lệ phí', amount: 5000, stopsClock: true }),
  () => ({ type: 'obligation-met', dueAt, steps: [] }),
  () => ({ type: 'withdrawn', reason: 'xin rút' }),
  () => ({ type: 'stopped', reason: 'theo đề nghị' }),
  () => ({ type: 'resumed', reason: 'đi tiếp', status: 'processing', dueAt, steps: [] }),
  () => ({ type: 'refused', reason: 'không đủ' }),
  (draw) => ({ type: 'extended', reason: 'chờ', dueAt: `2026-12-1${draw(9)}T17:00:00+07:00` }),
  () => ({ type: 'finished', result: 'xong' }),
  () => ({ type: 'returned', receiver: 'Ánh' }),
  () => ({ type: 'error-reported', what: 'sai tên' }),
  () => ({ type: 'result-corrected', result: 'đúng tên', toHandOut: true }),
  () => ({ type: 'archived', place: 'Kệ 1' }),
  (draw) => ({ type: 'official-code-attached', official: `H29.999-261124-000${draw(9)}` }),
  () => ({ type: 'inquiry-sent', kind: 'opinion', asked: 'Công an', about: 'nơi ở', answerBy: dueAt }),
  (draw) => ({ type: 'inquiry-answered', inquiry: draw(2), answer: 'có' }),
  (draw) => ({
    type: 'bundle-moved',
    to: one(draw, [
      { kind: 'person', username: 'officer' },
      { kind: 'archive', place: 'K' },
    ] as const),
  }),
  () => ({ type: 'bundle-missed' }),
  () => ({ type: 'bundle-lost', reason: 'mất', unit: 'Kho' }),
  () => ({ type: 'fees-collected', receiptId: caseId(300), number: '1', amount: 8000, lines: [0] }),
  document,
  corrected,
];

/** Something that a desk may tell of what it knows; nothing where it knows nothing of the kind. */
function something(draw: Draw, store: Store): Told {
  const has = (subject: Subject) => isKnown(store, subject);
  const cases = Array.from({ length: 4 }, (_, index) => kase(index)).filter(has);
  const index = draw(3);
  switch (draw(16)) {
    case 0: {
      const fresh = kase(draw(4));
      const kits = [kit(0), kit(1)].filter(has).map(({ kitId }) => kitId);
      return has(fresh) ? [] : [[fresh, reception(draw, kits)]];
    }
    case 1:
      return has(list(index)) || cases.length === 0 ? [] : listed(draw, cases, index);
    case 2:
      return has(list(index)) && cases.length > 0 ? signed(draw, cases, index) : [];
    case 3:
      return has(kit(index)) ? kitMoved(draw, index) : [[kit(index), setAside(draw)]];
    case 4:
      if (has(receipt(index))) return [[receipt(index), refunded]];
      return cases.length === 0 ? [] : issued(draw, one(draw, cases), index);
    case 5:
      return has(waiting(index)) ? [[waiting(index), one(draw, waits)]] : [[waiting(index), arrived(draw)]];
    case 14:
    case 15:
      return decidedBySomebody(draw, store);
    case 12:
    case 13:
      return [[petition(index), has(petition(index)) ? one(draw, petitionMoves) : petitioned(draw)]];
    case 6:
      return [[{ kind: 'till', till: 'Q1' }, one(draw, tills)]];
    default: {
      if (cases.length === 0) return [];
      const [first, second] = [one(draw, cases), one(draw, cases)];
      const act = () => one(draw, acts)(draw);
      return draw(3) === 0
        ? [
            [first, act()],
            [second, act()],
          ]
        : [[first, act()]];
    }
  }
}

const subjectsOf = { case: 'caseId', intake: 'intakeId', petition: 'petitionId', 'hand-over': 'handOverId' } as const;

/** Of what is to be decided, or was, one is decided, this way or that. */
function decidedBySomebody(draw: Draw, store: Store): Told {
  const all = [...openConflicts(store.db), ...decidedConflicts(store.db)];
  if (all.length === 0) return [];
  const { kind, id, entry, against } = one(draw, all);
  const [stands, lost] = draw(2) === 0 ? [entry, against] : [against, entry];
  decidedTimes += 1;
  return [
    [{ kind, [subjectsOf[kind]]: id } as unknown as Subject, { type: 'decided', stands, against: lost, reason: 'x' }],
  ];
}

let decidedTimes = 0;

type Case = ReturnType<typeof kase>;

function listed(draw: Draw, cases: readonly Case[], index: number): Told {
  const caseIds = cases.filter(() => draw(2) === 0).map((one_) => one_.caseId);
  const { handOverId } = list(index);
  const number = `BG.Q1-261123-000${draw(3)}`;
  const to = { kind: 'division', name: 'hộ tịch' } as const;
  return [
    ...caseIds.map(
      (id) =>
        [
          { kind: 'case', caseId: id },
          { type: 'bundle-moved', to: { kind: 'on-the-way', to: 'hộ tịch', handOverId }, handOverId },
        ] as const,
    ),
    [list(index), { type: 'hand-over-made', number, day: '2026-11-23', serial: 1, to, caseIds, note: '', by: 'clerk' }],
  ];
}

function signed(draw: Draw, cases: readonly Case[], index: number): Told {
  const missing = cases.filter(() => draw(2) === 0).map((one_) => one_.caseId);
  const { handOverId } = list(index);
  return [
    ...missing.map(
      (id) =>
        [
          { kind: 'case', caseId: id },
          { type: 'bundle-moved', to: { kind: 'person', username: 'clerk' }, handOverId },
        ] as const,
    ),
    [list(index), { type: 'hand-over-received', by: 'Tư', receivedAt: '2026-11-23T10:00:00+07:00', missing }],
  ];
}

function setAside(draw: Draw): EntryBody {
  const serials = [1 + draw(3), 4 + draw(3), 7 + draw(3)];
  return { type: 'kit-set-aside', day: '2026-11-23', serials, deskCode: 'Q1', unitCode: 'H29.999' };
}

function kitMoved(draw: Draw, index: number): Told {
  const serials = [1 + draw(9)];
  return [[kit(index), { type: one(draw, ['sheets-voided', 'sheets-restored'] as const), serials, reason: 'rách' }]];
}

function issued(draw: Draw, known: Case, index: number): Told {
  const series = { kind: 'paper', template: '01BLP', symbol: 'AA' } as const;
  const facts = {
    caseId: known.caseId,
    caseNumber: '1',
    payer: { name: 'Ánh' },
    method: 'cash',
    stage: 'reception',
    till: 'Q1',
    clerk: 'clerk',
  } as const;
  const lines = [{ line: 0, name: 'Lệ phí', base: 8000, amount: 8000 }];
  const issue = { type: 'receipt-issued', series, number: 1 + draw(4), lines, amount: 8000, ...facts } as const;
  return [
    [known, { type: 'fees-collected', receiptId: receipt(index).receiptId, number: '1', amount: 8000, lines: [0] }],
    [receipt(index), issue],
  ];
}

const refunded = { type: 'receipt-refunded', amount: 8000, method: 'cash', till: 'Q1', reason: 'nhầm' } as const;

const waits = [
  { type: 'seen' },
  { type: 'supplement-asked', items: ['Bản chính'], reason: 'thiếu' },
  { type: 'completed' },
  { type: 'turned-away', reason: 'không thuộc', legalBasis: 'Luật Cư trú' },
  { type: 'taken-back', reason: 'rút' },
  { type: 'accepted' },
] as const;

function arrived(draw: Draw): EntryBody {
  const applicant = { kind: 'citizen', fullName: one(draw, names), idNumber: '079190001234' } as const;
  const { procedureCode, catalogueVersion } = received(1);
  return {
    type: 'arrived',
    kind: 'counter',
    procedureCode,
    catalogueVersion,
    applicant,
    components: [[0, 1, 0]],
    quantity: 1,
    resultDelivery: { kind: 'desk' },
  };
}

/** The facts of a petition and what may become of it, told by whoever happens to know of it. */
function petitioned(draw: Draw): EntryBody {
  const sender = draw(3) === 0 ? {} : { name: one(draw, names) };
  const facts = { source: 'counter', content: 'act', field: 'Hộ tịch', summary: 'Chậm trả kết quả' } as const;
  return { type: 'petition-received', series: 'Q1-26', serial: 1 + draw(4), ...facts, sender };
}

const petitionMoves: readonly EntryBody[] = [
  { type: 'petition-assigned', to: 'Phòng Tư pháp' },
  { type: 'petition-forwarded', to: 'Công an phường', reason: 'thuộc công an' },
  { type: 'petition-sent-back', reason: 'không thuộc' },
  { type: 'petition-supplement-asked', reason: 'thiếu' },
  { type: 'petition-supplemented' },
  { type: 'petition-reclassified', content: 'rule', field: 'Đất đai', reason: 'nhầm' },
  { type: 'petition-refused', reason: 'nặc danh', legalBasis: 'Điều 8' },
  { type: 'petition-answered', answer: 'đã trả' },
  { type: 'petition-published', where: 'bảng tin' },
  { type: 'petition-closed', satisfaction: 'dissatisfied' },
];

const tills: readonly EntryBody[] = [
  { type: 'till-opened', by: 'clerk', float: [] },
  { type: 'till-collected', receiptId: caseId(300), method: 'cash', amount: 8000 },
  { type: 'till-closed', by: 'clerk', counts: [], difference: 0 },
];

function isKnown(store: Store, subject: Subject): boolean {
  const name = Buffer.from(Object.values(subject)[1]?.replaceAll('-', '') ?? '', 'hex');
  const found = store.db.prepare(
    'SELECT 1 FROM subject JOIN journal USING (subject_id) WHERE name = ? AND kind = ? LIMIT 1',
  );
  return (
    found.get(
      name,
      { case: 3, receipt: 6, intake: 7, 'hand-over': 8, kit: 9, petition: 10 }[subject.kind as 'case'] ?? 0,
    ) !== undefined
  );
}

/** What a desk cannot tell of what it knows, it does not. */
function tellIfItCan(draw: Draw, store: Store, now: number): void {
  try {
    const told = something(draw, store);
    if (told.length > 0) tell(store, now, ...told);
  } catch {
    // A number that is given already, a till that is not open.
  }
}

function live(draw: Draw, stores: readonly Store[]): void {
  const ahead = stores.map(() => draw(7200) * 1000);
  // A desk that is set up has told something; of one that has not the others would know nothing.
  for (const store of stores) tell(store, monday, [{ kind: 'account', username: 'clerk' }, { type: 'password-set' }]);
  for (let step = 0; step < steps; step += 1) {
    const at = draw(stores.length);
    const store = stores[at] as Store;
    if (draw(4) > 0) {
      tellIfItCan(draw, store, monday + step * 60_000 + (ahead[at] ?? 0));
      continue;
    }
    const other = stores[draw(stores.length)] as Store;
    if (other === store) continue;
    const commits = lackingOf(other, store);
    takeIn(store, draw(2) === 0 ? commits : commits.toSorted(() => draw(3) - 1).slice(draw(2)));
  }
}

/** Of what nobody asked for some does not balance, as in no office; what is looked at here is whether the tables are those of the journal. */
const looked: ReadonlySet<string> = new Set([
  'integrity',
  'references',
  'schema',
  'journal chains',
  'tables',
  'accounts',
]);

test(
  'whatever three desks tell, in whatever order it comes, they come to one register',
  () => {
    for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
      const draw = seeded(seed);
      const stores = folders.map((folder, index) => {
        const place = newFolder();
        cpSync(fileOf(folder), fileOf(place));
        return openApart(seed * 10 + index, place);
      });
      try {
        live(draw, stores);
        shareAll(stores);
        // All have heard of all; then some decide, and hear of each other's decisions afterwards.
        for (const [at, store] of stores.entries())
          for (let times = 0; times < 3; times += 1) {
            const told = decidedBySomebody(draw, store);
            if (told.length > 0) tell(store, monday + (steps + 10 * times + draw(20) + at) * 60_000, ...told);
          }
        shareAll(stores);
        const told = stores.map(({ db }) => stateHash(db));
        const found = stores.flatMap(({ db }) =>
          verifyStore(db)
            .filter(({ name }) => looked.has(name))
            .flatMap((check) => check.found),
        );
        for (const { db } of stores) rebuildProjections(db);
        const rebuilt = stores.map(({ db }) => stateHash(db));
        expect({ seed, told, rebuilt, found }).toEqual({
          seed,
          told: told.map(() => told[0]),
          rebuilt: told.map(() => told[0]),
          found: [],
        });
        const [conflicts, ...others] = stores.map(({ db }) => [openConflicts(db), decidedConflicts(db)]);
        for (const other of others) expect(other).toEqual(conflicts);
      } finally {
        for (const store of stores) store.close();
      }
    }
    // A walk in which nobody decides proves nothing of decisions.
    expect(decidedTimes).toBeGreaterThan(seeds);
  },
  120_000 + seeds * 10_000,
);
