import { ConfirmationCode } from '../../../electron/contract/counter/case/confirm.ts';
import { toCivilTime } from '../../../electron/domain/base/civil-time.ts';
import { seeded } from '../data/seeded.ts';
import { petition } from '../counter/petition-desk.ts';
import { actsOfALife } from '../counter/case-acts.ts';
import { type TestDesk, openTestDesk, password, reception } from '../desk/test-desk.ts';

/** The 24 report months of two years: from 15 December 2024 to 14 December 2026. */
export const twentyFourMonths: readonly { readonly from: string; readonly to: string }[] = Array.from(
  { length: 24 },
  (_none, nth) => {
    const month = (after: number) => new Date(Date.UTC(2024, 11 + nth + after, 1)).toISOString().slice(0, 7);
    return { from: `${month(0)}-15`, to: `${month(1)}-14` };
  },
);

const confirm = ConfirmationCode.options.map((code) => ({ code, reason: 'để thử' }));
const hour = 3_600_000;
const everyday = ['1.001193', '2.000884', '2.000635', '1.004873', '1.004884', '2.000748', '1.004222', '3.000722'];
const channels = ['direct', 'direct', 'direct', 'online', 'post'] as const;
const people = ['clerk', 'officer', 'supervisor', 'supervisor'] as const;
const acts: readonly { readonly type: string; readonly [detail: string]: unknown }[] = [
  ...actsOfALife.filter(({ type }) => type !== 'report-error' && type !== 'correct-result'),
  { type: 'finish', result: 'Đã đăng ký' },
  { type: 'transfer' },
  { type: 'take-over' },
  { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' },
  { type: 'request-supplement', items: ['Bản chính'], reason: 'Vẫn thiếu giấy tờ', override: 'Phát hiện giấy tờ giả' },
  { type: 'supplement' },
  { type: 'supplement' },
  { type: 'close-unsupplemented' },
  { type: 'verification-needed', termCase: 'verify', reason: 'Phải xác minh' },
  { type: 'extend', reason: 'Chờ xác minh' },
];

const contents = ['act', 'act', 'rule', 'other'] as const;
const petitionFields = ['Hộ tịch', 'Đất đai', 'Chứng thực'] as const;
const petitionActs = [
  { type: 'answer', answer: 'Đã trả lời người phản ánh' },
  { type: 'answer', answer: 'Đã giải quyết xong' },
  { type: 'publish', where: 'Trang thông tin của đơn vị' },
  { type: 'publish', where: 'Cổng Dịch vụ công quốc gia' },
  { type: 'forward', to: 'Sở Xây dựng', reason: 'Thuộc thẩm quyền của Sở' },
  { type: 'send-back', reason: 'Sở trả lại' },
  { type: 'refuse', reason: 'Không rõ nội dung', legalBasis: 'Quy chế tiếp công dân' },
  { type: 'withdraw', reason: 'Người gửi rút lại' },
  { type: 'reclassify', content: 'rule', field: 'Đất đai', reason: 'Phân loại lại' },
  { type: 'ask-supplement', reason: 'Thiếu địa chỉ' },
  { type: 'complete', note: 'Đã bổ sung' },
] as const;

export type TwoYears = { readonly desk: TestDesk; readonly done: ReadonlyMap<string, number> };

/**
 * An office of two years, file by file as its people would: everything that may happen to a file, tried in any order at any hour, and sheets
 * received on paper that are entered up to ten days later, beyond the end of a period too. What the law does not allow is refused and changes nothing.
 * @param each what is to be done when a report month is over
 */
export async function twoYears(
  each: (desk: TestDesk, nth: number) => Promise<void> = async () => {},
): Promise<TwoYears> {
  const desk = openTestDesk({ at: Date.parse('2025-01-02T07:30:00+07:00') });
  await desk.get('office.openPractice', { cases: 0, seed: 3, password });
  const draw = seeded(24);
  const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
  const done = new Map<string, number>();
  let made = 0;
  const id = () => `018f0000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;
  desk.sit('supervisor');
  const term = { value: 6, unit: 'working-hour' };
  await desk.get('procedure.setTerm', { code: '2.000884', term, reason: 'Quy chế của đơn vị' });

  async function tried(name: string, input: unknown, what = name): Promise<any> {
    const answer = await desk.call(name, input);
    if (answer.ok) done.set(what, (done.get(what) ?? 0) + 1);
    return answer.ok ? answer.value : undefined;
  }
  const open: string[] = [];
  const took = (answer: { caseId: string } | undefined) => {
    if (answer !== undefined) open.push(answer.caseId);
    if (open.length > 12) open.splice(draw(4), 1);
  };
  const moves: (() => Promise<unknown>)[] = [
    ...Array.from({ length: 3 }, () => async () => {
      const procedureCode = one(everyday);
      took(await tried('case.receive', reception({ procedureCode, channel: one(channels), confirm, requestId: id() })));
    }),
    async () => {
      const now = desk.clock.at;
      const { applicant, components } = reception();
      took(
        await tried('case.receiveForeign', {
          code: `H29.777-260101-${String(draw(1_000_000)).padStart(6, '0')}`,
          receivingUnit: { code: '26743' },
          acceptedAt: toCivilTime(now - 72 * hour),
          arrivedAt: toCivilTime(now - draw(40) * hour),
          dueAt: toCivilTime(now + (draw(12) * 24 + 1) * hour),
          procedureCode: one(['1.004873', '1.004222', '1.004884']),
          channel: one(channels),
          applicant,
          components,
          requestId: id(),
          confirm,
        }),
      );
    },
    async () => {
      if (open.length === 0) return;
      const requestId = id();
      const change = { channel: one(channels) };
      await tried('case.correct', { caseId: one(open), change, reason: 'Ghi nhầm khi nhập', requestId });
    },
  ];

  async function act(): Promise<void> {
    if (open.length === 0) return;
    const caseId = one(open);
    const { availableActions } = await desk.get('case.get', { caseId });
    const allowed = new Set(
      (availableActions as { action: string; allowed: boolean }[]).flatMap(({ action, allowed: may }) =>
        may ? [action] : [],
      ),
    );
    // What was done least often comes first, so that no way through is left out.
    const lawful = acts.filter(({ type }) => allowed.has(type));
    const least = Math.min(...lawful.map(({ type }) => done.get(type) ?? 0));
    const chosen = one(lawful.filter(({ type }) => draw(3) === 0 || (done.get(type) ?? 0) === least));
    if (chosen === undefined) return;
    if (chosen.type === 'request-supplement' && draw(2) === 0)
      neverCompleted.push(...open.splice(open.indexOf(caseId), 1));
    if (chosen.type === 'return') open.splice(open.indexOf(caseId), 1);
    const more = chosen.type === 'extend' ? { newDueAt: toCivilTime(desk.clock.at + (2 + draw(14)) * 24 * hour) } : {};
    await tried('case.act', { caseId, act: { ...chosen, ...more }, confirm }, chosen.type);
  }

  /** Files whose citizens never come back with the papers: closed when the law's fifteen days are over. */
  const neverCompleted: string[] = [];
  async function close(): Promise<void> {
    desk.sit('clerk');
    const closing = { type: 'close-unsupplemented' };
    for (const caseId of neverCompleted) await tried('case.act', { caseId, act: closing, confirm }, closing.type);
  }

  /** The blanks of a month, made ready on the 10th, filled in while the power was out. */
  let sheets: { number: string; acceptedAt: string }[] = [];
  async function outage(): Promise<void> {
    desk.sit('clerk');
    const printed = await tried('kit.print', { count: 3, printer: 'laser', requestId: id() });
    sheets = (printed?.kit.sheets ?? []).map(({ number }: { number: string }, nth: number) => ({
      number,
      acceptedAt: toCivilTime(desk.clock.at + (nth + 1) * 600_000),
    }));
  }
  async function enter(): Promise<void> {
    desk.sit('clerk');
    for (const fromKit of sheets.splice(0))
      took(
        await tried('case.receive', reception({ procedureCode: '1.004884', fromKit, confirm, requestId: id() }), 'kit'),
      );
  }

  // Petitions and what is said of the centre: by a chance of their own, so that files go as they went.
  const other = seeded(25);
  const pick = <T>(of: readonly T[]): T => of[other(of.length)] as T;
  const petitions: string[] = [];
  async function registerPetition(): Promise<void> {
    // A letter of some days ago, in the period before perhaps.
    const late = other(3) === 0 ? { arrivedAt: toCivilTime(desk.clock.at - other(10) * 24 * hour) } : {};
    const petitionId = id();
    const registered = await tried(
      'petition.register',
      petition({ petitionId, content: pick(contents), field: pick(petitionFields), ...late, ...(await aboutFile()) }),
      late.arrivedAt === undefined ? 'petition' : 'late petition',
    );
    if (registered !== undefined) petitions.push(petitionId);
    if (petitions.length > 10) petitions.splice(other(4), 1);
  }
  // Money, and which file a petition names: by a chance of their own again.
  const third = seeded(26);
  async function aboutFile(): Promise<{ caseNumber?: string }> {
    const caseId = open.at(-1 - third(3));
    if (caseId === undefined) return {};
    done.set('petition about a file', (done.get('petition about a file') ?? 0) + 1);
    const { number } = (await desk.get('case.get', { caseId })).state;
    const caseNumber: string = number.official ?? number.local;
    // As somebody wrote it down.
    return { caseNumber: third(2) === 0 ? caseNumber : caseNumber.toLowerCase() };
  }
  const receipts: string[] = [];
  const methods = ['cash', 'cash', 'cash', 'transfer'] as const;
  async function money(): Promise<void> {
    await tried('till.open', { float: [{ note: 50_000, count: 40 }] });
    const caseId = open[third(Math.max(1, open.length))];
    const receiptId = receipts[third(Math.max(1, receipts.length))];
    const reason = 'Thu nhầm';
    const amounts = [{ line: 0, amount: 4000 }];
    const wrong = { receiptId, errors: ['amount'], reason, amounts, requestId: id() };
    if (receiptId !== undefined && third(4) === 0) await tried('money.refund', { receiptId, reason });
    else if (receiptId !== undefined && third(5) === 0) {
      const corrected = await tried('money.correct', wrong);
      if (corrected?.replacement) receipts.push(corrected.replacement.receiptId);
    } else if (caseId !== undefined) {
      const method = methods[third(methods.length)];
      const taken = await tried('money.collect', { caseId, lines: [0], method, requestId: id() }, `collect ${method}`);
      if (taken !== undefined) receipts.push(taken.receiptId);
    }
    if (receipts.length > 8) receipts.splice(third(4), 1);
  }

  async function actOnPetition(): Promise<void> {
    if (petitions.length === 0) return;
    const act = pick(petitionActs);
    await tried('petition.act', { petitionId: pick(petitions), act }, `petition ${act.type}`);
  }
  async function sayOfCentre(lastDay?: string): Promise<void> {
    desk.sit('supervisor');
    const drawn = toCivilTime(desk.clock.at - (other(60) - 20) * 24 * hour).slice(0, 10);
    const day = lastDay ?? drawn;
    const [number, enough] = [() => pick([null, other(9)]), () => pick([null, true, false])];
    const said = { points: number(), ownStaff: number(), sentStaff: number(), contractStaff: number() };
    const equipment = {
      staffComputers: enough(),
      publicComputers: enough(),
      scanners: enough(),
      touchScreens: enough(),
    };
    await tried('report.setCentre', { from: day, ...said, ...equipment });
  }

  /** What the two readings of in time differ by: finished after its new day by less than it had waited; and asked twice, finished in time. */
  const differing: Readonly<Record<number, readonly (readonly [odd: boolean, act: object])[]>> = {
    3: [
      [true, { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' }],
      [false, { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' }],
    ],
    5: [[true, { type: 'supplement' }]],
    6: [
      [
        true,
        { type: 'request-supplement', items: ['Bản chính'], reason: 'Còn thiếu', override: 'Phát hiện giấy tờ giả' },
      ],
    ],
    8: [
      [true, { type: 'supplement' }],
      [false, { type: 'supplement' }],
    ],
    9: [[true, { type: 'finish', result: 'Đã cấp' }]],
    16: [[false, { type: 'finish', result: 'Đã cấp' }]],
  };
  let differingFile = '';
  async function differ(step: number, isOdd: boolean): Promise<void> {
    desk.sit('supervisor');
    if (step === 2) {
      const input = reception({ procedureCode: '1.004873', channel: 'direct', confirm, requestId: id() });
      differingFile = (await tried('case.receive', input))?.caseId ?? '';
      await tried('case.act', { caseId: differingFile, act: { type: 'transfer' }, confirm }, 'transfer');
    }
    for (const [odd, act] of differing[step] ?? [])
      if (odd === isOdd) await tried('case.act', { caseId: differingFile, act, confirm }, `differing ${step}`);
  }

  for (const [nth, { to }] of twentyFourMonths.entries()) {
    const begun = desk.clock.at;
    const end = Date.parse(`${to}T23:59:59+07:00`);
    const steps = 34;
    for (let step = 1; step <= steps; step += 1) {
      desk.clock.at = begun + Math.floor(((end - begun) * step) / (steps + 1) / 1000) * 1000;
      desk.sit(one(people));
      await (draw(4) === 0 ? one(moves)() : act());
      desk.sit('supervisor');
      if (step % 8 === 3) await registerPetition();
      if (step % 4 === 1) await actOnPetition();
      if (step % 3 === 2) await money();
      if (step === 11 && nth % 2 === 0) await sayOfCentre(nth % 6 === 0 ? to : undefined);
      await differ(step, nth % 2 === 1);
      if (step === 8) await enter();
      if (step === 20) await close();
      if (step === steps - 3) await outage();
    }
    desk.clock.at = end + 9 * hour;
    desk.sit('supervisor');
    await each(desk, nth);
  }
  desk.clock.at += 24 * hour;
  await enter();
  return { desk, done };
}
