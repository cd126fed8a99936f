import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { definitions, metaOf } from '../../../../electron/desk/calls/dispatch.ts';
import { certified } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { wellFormed } from '../../../support/papers/well-formed.ts';

/**
 * A reception that was taken back was never received: whatever lists or counts cases answers as it did before. Where it stands all the same it is called
 * undone. Each read call is here: a new one has to say which it is.
 */

const days = { from: '2026-11-23', to: '2026-11-23' };
const figures = [
  'late',
  'today',
  'within24h',
  'within48h',
  'later',
  'papers',
  'results',
  'papersAway',
  'unpaid',
  'received',
  'finished',
];

/** Lists and counts of cases: asked with each of these they answer the same before and after. */
const lists: Readonly<Record<string, readonly unknown[]>> = {
  'bundle.missing': [{}],
  'case.search': ['rút hồ sơ', 'xin rút hồ sơ', 'đã tiếp nhận', 'đang xử lý', 'quá hạn'].map((text) => ({
    text,
    limit: 30,
  })),
  'certification.book': [{ month: '2026-11', kind: 'copy' }],
  'certification.lane': [{}],
  'certification.waiting': [{}],
  'city.sample': [{ cases: 20 }],
  'conflict.list': [{}],
  'handOver.list': [{}, { open: false }],
  'handOver.prepare': [{}],
  'intake.list': [{}, { text: '079190001234' }],
  'kit.list': [{}],
  'money.daySheet': [{ date: days.from }],
  'money.month': [{ month: '2026-11' }],
  'money.settlement': [{ month: '2026-11' }],
  'money.summary': [{ date: days.from }],
  'money.unpaid': [{ month: '2026-11', limit: 50 }],
  'office.promiseChanges': [{}],
  'petition.list': [{}],
  'report.procedures': [{ column: '2.2', ...days }],
  'report.make': ['07a', '06a', '08b', '766', 'cut'].map((report) => ({ report, ...days })),
  'till.list': [{}],
  'work.apart': [{}],
  'work.apologies': [{}],
  'work.confirmed': [{}],
  'work.list': [{ mine: false }, { mine: true }],
  'work.loneCorrections': [{}],
  'work.wall': [{}],
  'work.wallFiles': figures.map((figure) => ({ figure })),
  'system.status': [{}],
};

/** Where it stands, with its word: who looks for its number, its person or its line has to be told. */
const shows: Readonly<Record<string, readonly unknown[]>> = {
  'case.search': [{ text: 'dang anh', limit: 30 }, { text: 'hoàn tác', limit: 30 }, { text: '079190001234' }],
  'person.earlier': [{ idNumber: '079190001234', procedureCode: certified.procedureCode }],
  'person.record': [{ idNumber: '079190001234' }],
  'register.list': [days],
};

/** No list of cases, or of one thing that was named. */
const others: ReadonlySet<string> = new Set([
  ...words(`
  citizenCard.read handOver.get handOver.preview account.stay account.list account.colleagues account.requests account.log account.review account.proposeFactor
  account.propose backup.status catalogue.previewList catalogue.lists catalogue.list city.state deadline.explain
  draft.list preference.mine hub.look hub.state journal.stateHash journal.checked journal.support keys.status kit.plan kit.get
  pack.preview pack.list pack.make pack.publishers office.hours office.delegations office.findUnits office.addressEndings office.units office.banks office.settings
  office.identifier office.restores paper.preview paper.check print.printers print.calibration procedure.find
  procedure.get procedure.fees procedure.legs receipt.keys procedure.unverified procedure.process recovery.roads
  report.progress report.cancel system.about print.sample report.files report.kept report.again report.committed
  report.centre text.amountInWords till.status petition.get receipt.check intake.get conflict.get`),
  // One case by its id, and its papers; a fault says that it is undone, or the view does (undone-is-void.test.ts).
  ...words(`
  case.get case.correction money.assess money.receipt money.receipts money.receiptXml money.vietQr paper.view
  paper.download work.correction work.apologyPaper`),
  // A number that was given is used, and its paper was printed; what the law has kept of a person is kept.
  ...words('office.numbers office.gaps print.list privacy.retention'),
]);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

/** How far the register is and what time it is changes with every act. */
const moving = new Set(['head', 'now', 'madeAt', 'today', 'seq', 'caseKey', 'lastEntryAt']);

function still(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(still);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      moving.has(key) && typeof one !== 'object' ? [] : [[key, still(one)]],
    ),
  );
}

async function asked(name: string, input: unknown): Promise<unknown> {
  const { role } = metaOf(definitions.get(name)!.procedure);
  at.sit(
    role === 'clerk' || role === 'anyone' || role === 'staff'
      ? 'clerk'
      : role === 'keeper' || role === 'supervisor'
        ? 'supervisor'
        : 'officer',
  );
  const answer = await at.call(name, input ?? wellFormed[name] ?? {});
  at.sit('clerk');
  expect([name, answer.ok ? null : answer.fault]).toEqual([name, null]);
  return still(answer.value);
}

async function all(): Promise<readonly (readonly [string, unknown])[]> {
  const said: (readonly [string, unknown])[] = [];
  for (const [name, inputs] of Object.entries(lists))
    for (const input of inputs) said.push([`${name} ${JSON.stringify(input)}`, await asked(name, input)]);
  return said;
}

async function receiveAndUndo(change: Record<string, unknown>): Promise<string> {
  const { caseId } = await at.get('case.receive', reception(change));
  await at.get('case.act', { caseId, act: { type: 'undo-reception', receiptBack: true } });
  return caseId;
}

test('each read call says whether it lists cases', () => {
  const reads = [...definitions].flatMap(([name, { procedure }]) => (metaOf(procedure).kind === 'read' ? [name] : []));
  const said = new Set([...Object.keys(lists), ...others, 'person.earlier', 'person.record', 'register.list']);
  expect(reads.filter((name) => !said.has(name))).toEqual([]);
  expect([...said].filter((name) => !reads.includes(name))).toEqual([]);
});

describe('a reception that was taken back', () => {
  test.each<[string, Record<string, unknown>]>([
    ['with a fee', certified],
    [
      'that goes to other agencies',
      { procedureCode: '3.000722', channel: 'online', components: [{ index: 0, originals: 1, copies: 0 }] },
    ],
    ['with a reason', { components: [], confirm: [{ code: 'no-papers', reason: 'Có dữ liệu trên hệ thống' }] }],
    [
      'of another commune',
      {
        procedureCode: '1.004222',
        channel: 'online',
        competentUnit: { code: '27637' },
        components: [{ index: 0, originals: 1, copies: 0 }],
      },
    ],
  ])('%s is in no list and in no count', async (_what, change) => {
    // Beside others, so that the lists have something to say.
    await at.get('case.receive', reception());
    const before = await all();
    at.clock.at += 1000;
    await receiveAndUndo(change);
    expect(await all()).toEqual(before);
  });

  test('stands as undone where its number or its person is looked for', async () => {
    const caseId = await receiveAndUndo(certified);
    for (const [name, inputs] of Object.entries(shows))
      for (const input of inputs) {
        const answer = JSON.stringify(await asked(name, input));
        expect([name, input, answer.includes(caseId) || name === 'register.list']).toEqual([name, input, true]);
        expect([name, input, answer.includes('"undone":true')]).toEqual([name, input, true]);
      }
  });

  test('its label moves no papers', async () => {
    const caseId = await receiveAndUndo(certified);
    const { number } = (await at.get('case.get', { caseId })).state;
    const scan = number.official ?? number.local;
    for (const [name, input] of [
      ['bundle.take', { scan }],
      ['bundle.place', { case: { caseId }, place: { kind: 'citizen' } }],
      ['bundle.lost', { caseId, reason: 'không thấy', unit: 'Quầy 1' }],
      ['handOver.preview', { to: { kind: 'division', name: 'Phòng Kinh tế' }, caseIds: [caseId] }],
    ] as const)
      expect([name, (await at.call(name, input)).fault?.code]).toEqual([name, 'case-undone']);
    expect(await at.get('bundle.check', { scans: [scan], settle: true })).toMatchObject({
      elsewhere: [],
      unknown: [scan],
    });
    expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  });
});
