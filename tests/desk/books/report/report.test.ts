import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportAnswer, ReportFile } from '../../../../electron/contract/books/report/report.ts';
import { addDays, toCivilTime } from '../../../../electron/domain/base/civil-time.ts';
import { reportMonthOf } from '../../../../electron/domain/books/register/register.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';
import { type TestDesk, openTestDesk } from '../../../support/desk/test-desk.ts';

/**
 * An office with a history, and a second counter of Biểu 07a written from the articles: it asks the desk for each case as the
 * screens do and knows nothing of the report's own reading.
 */
let desk: TestDesk;
let files: readonly Counted[];

type Counted = {
  readonly field: string;
  readonly level: string | null;
  readonly channel: string;
  readonly here: boolean;
  readonly happened: readonly {
    readonly at: string;
    readonly type: string;
    readonly detail: Record<string, unknown>;
  }[];
};

const today = '2026-11-23';

beforeAll(async () => {
  desk = openTestDesk({ at: Date.parse(`${today}T08:00:00+07:00`) });
  await desk.get('office.openPractice', { cases: 700, seed: 11, password: 'Quay-Mot-Cua-1' });
  await desk.get('account.signIn', { username: 'clerk', password: 'Quay-Mot-Cua-1' });
  files = await allFiles();
}, 120_000);
afterAll(() => desk.end());

async function allFiles(): Promise<Counted[]> {
  const { rows } = await desk.get('register.list', { from: '2020-01-01', to: '2027-12-31', limit: 500 });
  const ids: string[] = rows.map((row: { caseId: string }) => row.caseId);
  let after = ids.at(-1);
  while (after !== undefined) {
    const page = await desk.get('register.list', { from: '2020-01-01', to: '2027-12-31', limit: 500, after });
    ids.push(...page.rows.map((row: { caseId: string }) => row.caseId));
    after = page.rows.at(-1)?.caseId;
  }
  const counted: Counted[] = [];
  for (const caseId of ids) {
    const { state, actions } = await desk.get('case.get', { caseId });
    const procedure = await desk.get('procedure.get', { code: state.procedure.code });
    const [first] = actions;
    const legs = (first.detail['legs'] ?? []) as { agency: string; way: string }[];
    counted.push({
      field: state.procedure.field,
      level: procedure.onlineLevel,
      channel: state.channel,
      here:
        first.detail['foreign'] !== undefined ||
        (legs.length > 0
          ? legs[0]?.way === 'here' && !legs[0].agency.startsWith('Công an')
          : procedure.decidingAgency === 'UBND cấp xã'),
      happened: actions,
    });
  }
  return counted;
}

/** A period that still runs is looked at as it is now: what may yet be kept is not late. */
const earlier = (a: string, b: string) => (a < b ? a : b);

/** From the text of the form and NĐ 118/2025, a question at a time, over what had happened by the last day. */
function byTheArticles(from: string, to: string): Record<string, Record<string, number>> {
  const lines: Record<string, Record<string, number>> = {};
  for (const { field, level, channel, here, happened } of files) {
    if (!here) continue;
    const [first] = happened;
    const foreign = first?.detail['foreign'] as { arrivedAt: string } | undefined;
    const kit = first?.detail['fromKit'] as { acceptedAt: string } | undefined;
    const day = (kit?.acceptedAt ?? foreign?.arrivedAt ?? first?.at ?? '').slice(0, 10);
    const known = happened.filter(({ at }) => at.slice(0, 10) <= to);
    const endAt = known.findLastIndex(({ type }) => type === 'resumed') + 1;
    const end = known.slice(endAt).find(({ type }) => ['finished', 'refused', 'withdrawn', 'stopped'].includes(type));
    if (day > to || (end !== undefined && end.at.slice(0, 10) < from)) continue;
    const line = (lines[field] ??= {});
    const count = (column: string) => (line[column] = (line[column] ?? 0) + 1);
    if (day < from) count('8');
    else if (channel === 'direct') count('7');
    else if (channel === 'post') count('6');
    else count(level === 'full' ? '4' : level === 'partial' ? '5' : '?');
    // What was asked for and is awaited stops the time at the asking, whether it came in time or the file ended meanwhile.
    const until = end === undefined ? known : known.slice(0, known.indexOf(end));
    const waiting = until.findLast(({ type }) => type === 'supplement-requested' || type === 'supplemented');
    const still = waiting?.type === 'supplement-requested' && !['finished', 'refused'].includes(end?.type ?? '');
    const moment = still ? waiting.at : (end?.at ?? earlier(`${to}T23:59:59+07:00`, toCivilTime(desk.clock.at)));
    const promise = until.findLast(({ detail }) => typeof (detail['extendedTo'] ?? detail['dueAt']) === 'string');
    const due = String(promise?.detail['extendedTo'] ?? promise?.detail['dueAt']);
    const term = until.findLast(({ type }) => type === 'received' || type === 'corrected')?.detail['term'] as {
      unit: string;
    };
    const hours = term.unit.endsWith('hour') && moment.slice(0, 10) === due.slice(0, 10) && moment > due;
    const stands = until.findLast(
      ({ type, detail }) =>
        (type === 'obligation-requested' && detail['stopsClock'] === true) || type === 'obligation-met',
    );
    const none = stands?.type === 'obligation-requested';
    const apologised = until.some(({ type, detail }) => type === 'extended' && detail['overdue'] === true);
    const late = apologised || (!none && (moment.slice(0, 10) > due.slice(0, 10) || hours));
    const same = !none && moment.slice(0, 10) === due.slice(0, 10);
    if (end === undefined) count(late ? '15' : '14');
    else count(late ? '12' : same ? '11' : '10');
  }
  return lines;
}

/** The office's history is of some weeks: 24 days are its periods, of which each begins where the one before ended. */
const stretches = Array.from({ length: 24 }, (_none, back) => ({
  from: addDays(today, -back),
  to: addDays(today, -back),
}));
const months = [reportMonthOf(today), reportMonthOf(today, 1)];

/** Before the first file of this office nothing is known: of a period in which it came neither is what the one before left open. */
const isCarried = (from: string) => Object.keys(byTheArticles(addDays(from, -1), addDays(from, -1))).length > 0;

describe('Biểu 07a of an office with a history', () => {
  test.each([...stretches, ...months])(
    'from $from to $to agrees with a count from the articles, field by field',
    async ({ from, to }) => {
      const report: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
      const counted = byTheArticles(from, to);
      expect(report.rows.length).toBeGreaterThan(0);
      expect(report.rows.map(({ key }) => key).toSorted()).toEqual(Object.keys(counted).toSorted());
      for (const { key, values } of report.rows) {
        const line = counted[key] ?? {};
        for (const column of ['6', '7', '8', '10', '11', '12', '14', '15']) {
          const isKnown = column !== '8' || isCarried(from);
          expect([key, column, values[column]]).toEqual([key, column, isKnown ? (line[column] ?? 0) : null]);
        }
        const online = (line['4'] ?? 0) + (line['5'] ?? 0) + (line['?'] ?? 0);
        expect([
          key,
          Number(values['3']) - ['6', '7', '8'].reduce((sum, column) => sum + Number(values[column]), 0),
        ]).toEqual([key, online]);
        expect([key, values['4'], values['5']]).toEqual(
          line['?'] === undefined ? [key, line['4'] ?? 0, line['5'] ?? 0] : [key, null, null],
        );
      }
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    },
  );

  test('something of every column was in them', () => {
    const seen = new Set(
      stretches.flatMap(({ from, to }) => Object.values(byTheArticles(from, to)).flatMap(Object.keys)),
    );
    for (const column of ['4', '6', '7', '8', '10', '11', '12', '14', '15']) expect(seen).toContain(column);
  });

  test('the files behind a number are as many as the number', async () => {
    const { from, to } = months[1] as (typeof months)[number];
    const report: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
    for (const column of ['3', '6', '8', '9', '12', '13', '15']) {
      const { files: behind, count } = await desk.get('report.files', { report: '07a', from, to, column });
      const value = column === '8' && !isCarried(from) ? null : count;
      expect([column, report.total.values[column], behind.length]).toEqual([column, value, Math.min(200, count)]);
    }
    const [row] = report.rows;
    const { count } = await desk.get('report.files', { report: '07a', from, to, column: '9', key: row?.key });
    expect(count).toBe(row?.values['9']);
  });
});

/** On time by the portal's words (QĐ 766, 2.1), a question at a time: of the files received in the period alone. */
function onTimeByThePortal(from: string, to: string): Record<string, readonly boolean[]> {
  const lines: Record<string, boolean[]> = {};
  const ms = (civil: string) => Date.parse(civil);
  for (const { field, here, happened } of files) {
    const [first] = happened;
    const foreign = first?.detail['foreign'] as { arrivedAt: string } | undefined;
    const kit = first?.detail['fromKit'] as { acceptedAt: string } | undefined;
    const came = kit?.acceptedAt ?? foreign?.arrivedAt ?? first?.at ?? '';
    if (!here || came.slice(0, 10) < from || came.slice(0, 10) > to) continue;
    const known = happened.filter(({ at }) => at.slice(0, 10) <= to);
    const taken = known.findLastIndex(({ type }) => type === 'resumed') + 1;
    const end = known.slice(taken).find(({ type }) => ['finished', 'refused', 'withdrawn', 'stopped'].includes(type));
    const until = end === undefined ? known : known.slice(0, known.indexOf(end));
    const requests = until.filter(({ type }) => type === 'supplement-requested');
    const answers = until.filter(({ type }) => type === 'supplemented');
    const promise = until.findLast(({ detail }) => typeof (detail['extendedTo'] ?? detail['dueAt']) === 'string');
    const clock = until.findLast(
      ({ type, detail }) =>
        (type === 'obligation-requested' && detail['stopsClock'] === true) || type === 'obligation-met',
    );
    let good: boolean;
    if (requests.length > 1) good = false;
    else if (clock?.type === 'obligation-requested') good = true;
    else {
      const [asked] = requests;
      const [brought] = answers;
      const waits = asked !== undefined && brought === undefined && !['finished', 'refused'].includes(end?.type ?? '');
      const now = toCivilTime(desk.clock.at);
      const last = now <= `${to}T23:59:59+07:00` ? now : `${to}T00:00:00+07:00`;
      const moment = ms(waits ? asked.at : (end?.at ?? last));
      const off = asked !== undefined && brought !== undefined ? ms(brought.at) - ms(asked.at) : 0;
      good = moment - off <= ms(String(promise?.detail['extendedTo'] ?? promise?.detail['dueAt']));
    }
    (lines[field] ??= []).push(good);
  }
  return lines;
}

describe('the index of an office with a history (QĐ 766)', () => {
  test.each([...stretches, ...months])(
    'from $from to $to: on time by the portal’s words, field by field, and the files that lost it',
    async ({ from, to }) => {
      const report: ReportAnswer = await desk.get('report.make', { report: '766', from, to });
      const counted = onTimeByThePortal(from, to);
      const share = (list: readonly boolean[]) =>
        Math.round((list.filter(Boolean).length / list.length) * 10_000) / 100;
      expect(Object.fromEntries(report.rows.map(({ key, values }) => [key, values['2.1']]))).toEqual(
        Object.fromEntries(Object.entries(counted).map(([field, list]) => [field, share(list)])),
      );
      const every = Object.values(counted).flat();
      expect(report.total.values['2.1']).toBe(every.length === 0 ? 'N/A' : share(every));
      const { count } = await desk.get('report.files', { report: '766', from, to, column: '2.1' });
      expect(count).toBe(every.filter((good) => !good).length);
      expect(report.weeks?.reduce((sum, { files: of }) => sum + of, 0)).toBe(every.length);
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    },
  );

  test('some were late, and a list stands behind what was lost', async () => {
    const { from, to } = months[1] as (typeof months)[number];
    const { indicators = [], points }: ReportAnswer = await desk.get('report.make', { report: '766', from, to });
    const time = indicators.find(({ code }) => code === '2.1');
    expect(Number(time?.value)).toBeLessThan(100);
    expect(points?.least).toBeGreaterThan(0);
    for (const { code, lost } of indicators) {
      const { count } = await desk.get('report.files', { report: '766', from, to, column: code });
      expect([code, count]).toEqual([code, lost ?? 0]);
    }
  });
});

describe('how far times are cut (NQ 66/NQ-CP)', () => {
  const { from, to } = reportMonthOf(today, 1);
  const of = (report: ReportAnswer, code: string) => report.rows.find(({ key }) => key === code)?.values;

  test('a supervisor says what the office commits to; the files of the period weigh it', async () => {
    const before: ReportAnswer = await desk.get('report.make', { report: 'cut', from, to });
    // Where nobody committed to anything there is no share: that is not 0 %.
    expect(before.total.values).toMatchObject({ cut: 'N/A', enough: 0, promised: 0 });
    const row = before.rows.find(({ values }) => Number(values['legal']) >= 5);
    if (row === undefined) throw new Error('nothing long enough was received');
    const { key, values } = row;
    const legal = Number(values['legal']);
    const said = { procedureCode: key, document: 'Quyết định thử', from };
    expect(await desk.call('report.setCommitted', { ...said, value: 1 })).toMatchObject({
      fault: { code: 'forbidden' },
    });
    desk.sit('supervisor');
    expect(await desk.call('report.setCommitted', { ...said, value: legal + 1 })).toMatchObject({
      fault: { code: 'committed-term' },
    });
    expect(await desk.call('report.setCommitted', { ...said, procedureCode: '9.999999', value: 1 })).toMatchObject({
      fault: { code: 'procedure-unknown' },
    });
    const { terms } = await desk.get('report.setCommitted', { ...said, value: 2 });
    expect(terms).toMatchObject([{ ...said, value: 2, by: expect.any(String) }]);
    const after: ReportAnswer = await desk.get('report.make', { report: 'cut', from, to });
    const cut = Math.round(((legal - 2) / legal) * 10_000) / 100;
    expect(of(after, key)).toEqual({ ...values, committed: 2, cut });
    const known = after.rows.filter(({ values: { cut: one } }) => one !== null);
    const files = known.reduce((sum, one) => sum + Number(one.values['files']), 0);
    expect(Number(after.total.values['cut'])).toBeCloseTo((cut * Number(values['files'])) / files, 1);
    expect(after.total.values).toMatchObject({ promised: 1, procedures: before.total.values['procedures'] });
    // From another day on nothing of an earlier period changes; null ends it.
    await desk.get('report.setCommitted', { ...said, value: null });
    expect(of(await desk.get('report.make', { report: 'cut', from, to }), key)).toEqual(values);
    desk.sit('clerk');
  });
});

test('an entry made late says nothing of a period that was over when it was made', async () => {
  const { from, to } = reportMonthOf(today, 1);
  const before: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
  const { files: open } = await desk.get('report.files', { report: '07a', from, to, column: '13' });
  const waiting = open.find(({ endedAt }: ReportFile) => endedAt === null);
  const act = { type: 'withdraw', reason: 'Công dân không cần làm thủ tục này nữa' };
  const done = await Promise.all(open.map(({ caseId }: ReportFile) => desk.call('case.act', { caseId, act })));
  expect(waiting).toBeDefined();
  expect(done.some(({ ok }) => ok)).toBe(true);
  const after: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
  expect(after.rows).toEqual(before.rows);
  expect(after.head).not.toBe(before.head);
});

test('a report under way is given up by its name, and nothing is left of it', async () => {
  const asked = { report: '07a', from: '2020-01-01', to: '2026-12-31' };
  const watch = 'this window';
  expect(await desk.get('report.progress', { watch })).toBeNull();
  const making = desk.call('report.make', { ...asked, watch });
  const ended = making.then(() => 'ended');
  const look = async () => (await desk.get('report.progress', { watch })) as unknown;
  while ((await Promise.race([ended, look()])) === null) await new Promise(setImmediate);
  expect(await desk.get('report.cancel', { watch: 'another window' })).toEqual({ cancelled: false });
  expect(await desk.get('report.cancel', { watch })).toEqual({ cancelled: true });
  expect(await making).toMatchObject({ ok: false, fault: { code: 'report-cancelled' } });
  expect(await desk.get('report.progress', { watch })).toBeNull();
  expect((await desk.get('report.make', { ...asked, watch })).rows.length).toBeGreaterThan(0);
});

describe('the file of Biểu 07a', () => {
  const { from, to } = reportMonthOf(today, 1);

  test('as a workbook: the lines of the form, blank where nothing is known, and who made it of which register', async () => {
    const { head, total, rows }: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
    const { fileName, base64 } = await desk.get('report.file', { report: '07a', from, to, format: 'xlsx' });
    expect(fileName).toBe('bieu-07a_2026-10-15_2026-11-14.xlsx');
    const files = filesOf(Buffer.from(base64, 'base64'));
    const text = [...files.values()].join('\n');
    for (const said of [
      'TỔNG CỘNG',
      'Trực tuyến',
      'Để trống là chưa biết, không phải 0',
      head,
      ...rows.map(({ key }) => key),
    ])
      expect(text.toLowerCase()).toContain(said.toLowerCase());
    expect(text).toContain(`<v>${String(total.values['9'])}</v>`);
  });

  test('as PDF on one sheet or more, and each is kept with the journal head it saw', async () => {
    const { head }: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
    const { base64 } = await desk.get('report.file', { report: '07a', from, to, format: 'pdf' });
    const text = await textOfPdf(Buffer.from(base64, 'base64'));
    expect(text).toContain('Tháng 11 năm 2026');
    expect(text).toContain('UBND Thành phố Hồ Chí Minh');
    expect(text).toContain(head);
    const again: ReportAnswer = await desk.get('report.make', { report: '07a', from, to });
    expect(again.head).not.toBe(head);
  });
});

test('a period that ends before it begins is refused', async () => {
  const answer = await desk.call('report.make', { report: '07a', from: '2026-11-14', to: '2026-10-15' });
  expect(answer).toMatchObject({ ok: false, fault: { code: 'input-invalid' } });
});
