import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { ReportAgain, ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { countingRules } from '../../../../electron/domain/books/report/counting-rules.ts';
import { keptFigures, packFigures } from '../../../../electron/domain/books/report/figures.ts';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import { practiceFolder } from '../../../support/centre/hub/hub-desks.ts';
import { openContextOver } from '../../../support/desk/test-context.ts';
import { fakePrinter, monday, portsOf, reception } from '../../../support/desk/test-desk.ts';

const day = 86_400_000;
const month = { report: '07a', from: '2026-11-15', to: '2026-12-14' } as const;
let clock: { at: number };
let opened: ReturnType<typeof openContextOver>;
beforeEach(async () => {
  clock = { at: monday };
  opened = openContextOver(portsOf(await practiceFolder(), clock, fakePrinter(), []));
});
afterEach(() => opened.close());

async function get(name: string, input: object) {
  const client = newClient();
  client.session = {
    accountId: 1,
    username: 'clerk',
    fullName: 'Lê Thị Tiếp Nhận',
    role: 'clerk',
    lastUsedAt: clock.at,
  };
  const answer = await dispatch(opened.desk, name, input, client);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value as never;
}

function tell(...entry: Parameters<Parameters<Parameters<typeof opened.desk.store.write>[2]>[0]['append']>): void {
  const { desk } = opened;
  const done = desk.store.write({ accountId: 1, username: 'clerk' }, desk.now(), (tx) => tx.append(...entry));
  if (isFault(done)) throw new Error(done.fault);
}

/** Files whose papers were asked for after their promised day, ready within the term counted anew: by the first rules before their day, by those of today late. */
async function askedTooLate(many: number): Promise<string[]> {
  const made: { caseId: string; number: { official: string } }[] = [];
  for (let nth = 0; nth < many; nth += 1)
    made.push(await get('case.receive', reception({ requestId: crypto.randomUUID() })));
  const each = (action: CaseAction) => {
    for (const { caseId } of made) tell({ kind: 'case', caseId }, action);
  };
  clock.at += 10 * day;
  each({ type: 'supplement-requested', reason: 'thiếu' });
  clock.at += day;
  each({ type: 'supplemented', dueAt: '2026-12-11T17:00:00+07:00', steps: [] });
  clock.at += day;
  each({ type: 'finished', result: 'cấp giấy' });
  return made.map(({ number }) => number.official);
}

/** As a program of the first rules kept it: each of so many files in column 10 and none in 12. */
async function keptByRules1(files: number): Promise<string> {
  const made: ReportAnswer = await get('report.make', month);
  const line = (values: ReportAnswer['total']['values']) => ({
    ...values,
    '10': Number(values['10']) + files,
    '12': Number(values['12']) - files,
  });
  const rows = made.rows.map(({ key, values }) => ({ key, values: Number(values['12']) > 0 ? line(values) : values }));
  const { head, madeAt } = made;
  const figures = packFigures({ rows, total: { values: line(made.total.values) } });
  tell(
    { kind: 'office' },
    { type: 'report-exported', ...month, format: 'pdf', head, madeAt, figures, sha256: 'ab'.repeat(32) },
  );
  const { reports } = (await get('report.kept', {})) as { reports: { reportId: string }[] };
  return reports[0]?.reportId ?? '';
}

test('a report that was kept by older rules is proven by them, and says which files are counted otherwise and why', async () => {
  const [number] = await askedTooLate(1);
  clock.at += 20 * day;
  const reportId = await keptByRules1(1);
  const again: ReportAgain = await get('report.again', { reportId });
  expect(again).toMatchObject({
    sameRegister: 'equal',
    rules: { made: 1, now: countingRules, changes: [{ rules: 2, text: expect.stringContaining('Điều 19 khoản 5') }] },
    moved: 1,
    files: [{ number, then: ['7', '10'], now: ['7', '12'], since: [], byRule: true }],
  });
  expect(again.differences).toContainEqual({ key: null, column: '12', then: 0, now: 1 });
  const now: ReportAnswer = await get('report.make', month);
  expect(again.now).toEqual({ rows: now.rows, total: now.total });
  // One that was made by the rules of today has nothing to say of them.
  await get('report.file', { ...month, format: 'pdf' });
  const { reports } = (await get('report.kept', {})) as { reports: { reportId: string }[] };
  expect(await get('report.again', { reportId: reports[0]?.reportId })).toMatchObject({
    sameRegister: 'equal',
    rules: { made: countingRules, now: countingRules, changes: [] },
    moved: 0,
  });
});

test('a further page of it says the same of its files', async () => {
  const numbers = await askedTooLate(2);
  clock.at += 20 * day;
  const reportId = await keptByRules1(2);
  const first: ReportAgain = await get('report.again', { reportId, limit: 1 });
  const { head } = first;
  const second: ReportAgain = await get('report.again', { reportId, limit: 1, skip: 1, head });
  expect([first.moved, second.moved, second.rules]).toEqual([2, 2, first.rules]);
  expect([...first.files, ...second.files].map((file) => [file.number, file.byRule])).toEqual(
    numbers.map((number) => [number, true]),
  );
});

test('the index of rule 2: of the product’s list alone, whoever decides, a fee that nobody found as none; it is proven so, and told what changed', async () => {
  await get('case.receive', reception());
  clock.at += 22 * day;
  const index = { report: '766', from: month.from, to: month.to } as const;
  const made: ReportAnswer = await get('report.make', index);
  // As that program counted: 9 of 62 online, of 53 nobody knows; 14 fees, of none of the others nothing.
  const older: Record<string, { least: number; most: number }> = { '3.1': { least: 0.36, most: 2 } };
  const indicators = (made.indicators ?? []).map((one) => ({ ...one, points: older[one.code] ?? one.points }));
  const sum = (of: 'least' | 'most') =>
    Math.round(indicators.reduce((all, { points }) => all + points[of], 0) * 100) / 100;
  const figures = packFigures(
    keptFigures('766', { ...made, indicators, points: { least: sum('least'), most: sum('most') } }),
  );
  const { head, madeAt } = made;
  const what = { ...index, format: 'pdf', head, madeAt, figures, rules: 2, sha256: 'ab'.repeat(32) } as const;
  tell({ kind: 'office' }, { type: 'report-exported', ...what });
  const { reports } = (await get('report.kept', {})) as { reports: { reportId: string }[] };
  const again: ReportAgain = await get('report.again', { reportId: reports[0]?.reportId });
  expect(again).toMatchObject({
    sameRegister: 'equal',
    rules: { made: 2, now: countingRules, changes: [{ rules: 3, text: expect.stringContaining('thẩm quyền') }] },
  });
  expect(again.differences.map(({ key }) => key)).toContain('3.1');
});
