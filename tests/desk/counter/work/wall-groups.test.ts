import { afterEach, expect, test } from 'vitest';
import type { WallFigure, WallFigures, WallFile } from '../../../../electron/contract/counter/work/wall.ts';
import { addDays } from '../../../../electron/domain/base/civil-time.ts';
import { handledBefore } from '../../../../electron/store/counter/work/lately.ts';
import { openToRead } from '../../../../electron/store/file/opening/open.ts';
import { openMoneyDesk, receive } from '../../../support/counter/money-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

const wall = async (): Promise<WallFigures> => at.get('work.wall', {});

type Seen = {
  state: { status: string; dueAt: string | null; acceptedAt: string; procedure: { code: string } };
  actions: { at: string; type: string; actor: string; desk: string }[];
};

const hoursBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;
const mean = (hours: readonly number[]) =>
  hours.length === 0 ? null : Math.round((hours.reduce((sum, one) => sum + one, 0) / hours.length) * 10) / 10;

/** What the wall tells of some files and of some results, counted from each file as a person opens it, on a Monday at 08:00. */
function countedFrom(now: string) {
  // 24 November is a day off, which brings no promise nearer.
  const near = '2026-11-26T08:00:00+07:00';
  const since = addDays(now.slice(0, 10), -7) + now.slice(10);
  const isLate = ({ state: { dueAt } }: Seen) => dueAt !== null && dueAt.slice(0, 10) < now.slice(0, 10);
  return {
    open: (files: readonly Seen[]) => ({
      open: files.length,
      late: files.filter(isLate).length,
      near: files.filter((file) => !isLate(file) && (file.state.dueAt ?? 'never') <= near).length,
    }),
    idle: (files: readonly Seen[]) =>
      mean(
        files.map(({ actions }) =>
          hoursBetween(
            actions
              .map((one) => one.at)
              .toSorted()
              .at(-1) ?? now,
            now,
          ),
        ),
      ),
    results: (files: readonly Seen[], by: (one: Seen['actions'][number]) => boolean) => {
      const hours = files.flatMap(({ state, actions }) =>
        actions
          .filter((one) => ['finished', 'refused'].includes(one.type) && one.at >= since && by(one))
          .map((one) => hoursBetween(state.acceptedAt, one.at)),
      );
      return { results: hours.length, resultHours: mean(hours) };
    },
  };
}

test('open, late, nearly late and times of each procedure, person and counter agree with a count from each file as it is opened', async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
  await at.get('office.openPractice', { cases: 300, seed: 7, password: 'Quay-Mot-Cua-1' });
  at.sit('admin');
  await at.get('office.changeSettings', {
    settings: { ...(await at.get('office.settings')), peopleOnWall: true },
    reason: 'họp giao ban',
  });
  at.sit('supervisor');
  await at.get('case.receive', reception());
  const { now, procedures, people, counters } = await wall();
  const { rows } = await at.get('register.list', { from: '2020-01-01', to: '2027-12-31', limit: 500 });
  const files: Seen[] = [];
  for (const { caseId } of rows as { caseId: string }[]) files.push(await at.get('case.get', { caseId }));
  expect(files).toHaveLength(301);
  const counted = countedFrom(now);
  const open = files.filter(({ state }) => ['accepted', 'processing', 'obligation-requested'].includes(state.status));
  expect(counted.open(open).late).toBeGreaterThan(0);
  expect(counted.open(open).near).toBeGreaterThan(0);

  const byCode = Map.groupBy(open, ({ state }) => state.procedure.code);
  expect(new Map(procedures.map(({ code, name: _name, ...figures }) => [code, figures]))).toEqual(
    new Map([...byCode].map(([code, list]) => [code, counted.open(list)])),
  );
  // A practice office's desks have one code between them; two counters: tests/desk/centre/apart/counters.test.ts.
  expect(counters).toMatchObject([
    { code: 'Q1', ...counted.open(open), idleHours: counted.idle(open), ...counted.results(files, () => true) },
  ]);
  const { groups } = await at.get('work.list', { mine: false, limit: 200 });
  const held = (names: readonly string[], name: string) =>
    (groups as { group: string; rows: { holderName: string | null }[] }[])
      .filter(({ group }) => names.includes(group))
      .flatMap((group) => group.rows)
      .filter(({ holderName }) => holderName === name).length;
  for (const { username, name, ...figures } of people ?? []) {
    at.sit(username as Parameters<TestDesk['sit']>[0]);
    const { heldByMe } = await at.get('work.list', { mine: true });
    expect([username, figures]).toMatchObject([
      username,
      {
        open: heldByMe.value,
        late: held(['overdue'], name),
        near: held(['today', 'within-24h', 'within-48h'], name),
        ...counted.results(files, ({ actor }) => actor === username),
      },
    ]);
  }
  for (const figure of ['open', 'late', 'near', 'results'] as const)
    expect([figure, people?.some((one) => one[figure] > 0)]).toEqual([figure, true]);
});

test('a result that came after its promise leads to its file; a day that is none leads to nothing', async () => {
  at = await openPracticeDesk();
  at.sit('clerk');
  const [late, inTime] = [await at.get('case.receive', reception()), await at.get('case.receive', reception())];
  const finish = async (caseId: string) => {
    at.sit('supervisor');
    await at.get('case.act', { caseId, act: { type: 'transfer' } });
    await at.get('case.act', { caseId, act: { type: 'finish', result: 'Đã cấp' } });
  };
  await finish(inTime.caseId);
  clockAt(at, `${addDays(late.dueAt.slice(0, 10), 1)}T08:00:00`);
  await finish(late.caseId);
  const { handled } = await wall();
  expect(handled).toMatchObject([{ files: 2, late: 1 }]);
  const key = handled[0]?.code;
  expect(await at.get('work.wallFiles', { figure: 'handledLate', key })).toMatchObject({
    files: [{ caseId: late.caseId }],
    count: 1,
  });
  for (const day of ['2026-13-40', 'hôm qua', '2030-01-01'])
    expect(await at.get('work.wallFiles', { figure: 'receivedOn', key: day })).toEqual({ files: [], count: 0 });
});

test('files whose fee has an amount nobody knows, and those whose result was handed out unpaid, are listed by themselves', async () => {
  at = await openMoneyDesk('2026-11-16T09:00:00+07:00');
  const known = await receive(at);
  const unknown = await receive(at, {});
  const given = await receive(at);
  expect((await wall()).unpaid).toMatchObject({ files: 3, unknown: 1, returned: 0 });
  const behind = async (figure: WallFigure) => {
    const { files, count } = await at.get('work.wallFiles', { figure });
    expect(files).toHaveLength(count);
    return files.map(({ caseId }: WallFile) => caseId);
  };
  expect(await behind('unpaid')).toEqual([known, unknown, given]);
  expect(await behind('unpaidUnknown')).toEqual([unknown]);
  expect(await behind('unpaidReturned')).toEqual([]);
});

test('what days that are over had is counted once a minute, whichever connection asks: the thread that reads opens one for each question', async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
  await at.get('office.openPractice', { cases: 60, seed: 3, password: 'Quay-Mot-Cua-1' });
  const now = Date.parse('2026-11-23T08:00:00+07:00') / 1000;
  const startOfDay = now - 8 * 3600;
  const asked = (moment: { startOfDay: number; now: number }) => {
    const db = openToRead(at.folder, null);
    try {
      return handledBefore(db, moment);
    } finally {
      db.close();
    }
  };
  const first = asked({ startOfDay, now });
  expect(first.length).toBeGreaterThan(0);
  expect(asked({ startOfDay, now: now + 59 })).toBe(first);
  expect(asked({ startOfDay, now: now + 60 })).not.toBe(first);
  const again = asked({ startOfDay, now: now + 60 });
  expect(asked({ startOfDay, now })).not.toBe(again);
  expect(asked({ startOfDay: startOfDay + 86_400, now: now + 86_400 })).not.toBe(again);
});
