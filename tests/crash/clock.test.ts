import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, openTestDesk, password, reception } from '../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

function setClock(text: string): void {
  at.clock.at = Date.parse(text);
  at.sit('clerk');
}

async function receive(): Promise<{ number: { official: string }; acceptedAt: string; dueAt: string }> {
  return at.get('case.receive', reception());
}

describe('the clock of the machine', () => {
  test('at midnight of 31 December the day, the year and the serials turn over together', async () => {
    // Written step by step, for a clock that leaps from November would rightly not be believed.
    for (const day of ['01', '14', '28']) {
      setClock(`2026-12-${day}T09:00:00+07:00`);
      await receive();
    }
    const moments = [
      '2026-12-31T23:59:58+07:00',
      '2026-12-31T23:59:59.999+07:00',
      '2027-01-01T00:00:00+07:00',
      '2027-01-01T00:00:01+07:00',
    ];
    const numbers: string[] = [];
    for (const moment of moments) {
      setClock(moment);
      numbers.push((await receive()).number.official);
    }
    expect(numbers).toEqual([
      'H29.999-261231-0001',
      'H29.999-261231-0002',
      'H29.999-270101-0001',
      'H29.999-270101-0002',
    ]);
  });

  test('a step back of a minute over midnight goes on with the old day’s numbers, and none comes twice', async () => {
    setClock('2026-11-23T23:59:50+07:00');
    const numbers = [(await receive()).number.official];
    setClock('2026-11-24T00:00:10+07:00');
    numbers.push((await receive()).number.official);
    setClock('2026-11-23T23:59:40+07:00');
    numbers.push((await receive()).number.official);
    setClock('2026-11-24T00:00:20+07:00');
    numbers.push((await receive()).number.official);
    expect(numbers).toEqual([
      'H29.999-261123-0001',
      'H29.999-261124-0001',
      'H29.999-261123-0002',
      'H29.999-261124-0002',
    ]);
    expect(at.desk.verify().ok).toBe(true);
  });

  test.each([
    ['an hour back', -3_600_000, 'back'],
    ['a year back', -365 * 86_400_000, 'back'],
    ['two months ahead', 61 * 86_400_000, 'ahead'],
  ])('%s is said and nothing is dated by it, also after a restart', async (_what, step, state) => {
    await receive();
    at.clock.at += step;
    at.sit('clerk');
    expect(await at.call('case.receive', reception())).toMatchObject({ fault: { code: 'clock-untrusted' } });
    at = await at.reopen();
    at.sit('clerk');
    expect(await at.call('case.receive', reception())).toMatchObject({ fault: { code: 'clock-untrusted' } });
    expect((await at.get('system.status')).clock.state).toBe(state);
    expect(at.desk.verify().ok).toBe(true);
  });

  test('what is noted meanwhile is dated by nobody’s wrong year, and the right clock works again at once', async () => {
    await receive();
    const right = at.clock.at;
    at.clock.at = right + 400 * 86_400_000;
    await at.get('account.signIn', { username: 'clerk', password });
    await at.get('account.signIn', { username: 'supervisor', password });
    expect((await at.get('system.status')).clock).toEqual({ state: 'ahead', lastEntryAt: '2026-11-23T09:00:00+07:00' });
    expect(await at.call('case.receive', reception())).toMatchObject({ fault: { code: 'clock-untrusted' } });
    at.clock.at = right + 60_000;
    at.sit('clerk');
    expect((await receive()).acceptedAt).toBe('2026-11-23T09:01:00+07:00');
    expect(at.desk.verify().ok).toBe(true);
  });

  test.each([
    ['closed for two months', 61 * 86_400_000, '2027-01-23'],
    ['put right after a week in the future', -7 * 86_400_000, '2026-11-16'],
  ])('%s: a supervisor who reads the same date off the wall is believed, for good', async (_what, step, date) => {
    await receive();
    at.clock.at += step;
    at.sit('clerk');
    expect(await at.call('system.confirmClock', { date, reason: 'lịch treo tường' })).toMatchObject({
      fault: { code: 'forbidden' },
    });
    at.sit('supervisor');
    expect(await at.call('system.confirmClock', { date: '2026-11-23', reason: 'lịch treo tường' })).toMatchObject({
      fault: { code: 'clock-differs', data: { machine: date } },
    });
    expect(await at.get('system.confirmClock', { date, reason: 'lịch treo tường' })).toMatchObject({ state: 'good' });
    expect(await at.call('system.confirmClock', { date, reason: 'lịch treo tường' })).toMatchObject({
      fault: { code: 'clock-trusted' },
    });
    at.clock.at += 3_600_000;
    at = await at.reopen();
    at.sit('clerk');
    expect((await receive()).acceptedAt.slice(0, 10)).toBe(date);
    // And it is judged anew from there.
    at.clock.at -= 3_600_000;
    at.sit('clerk');
    expect(await at.call('case.receive', reception())).toMatchObject({ fault: { code: 'clock-untrusted' } });
    expect(at.desk.verify().ok).toBe(true);
  });

  test('the calendar says where it ends', async () => {
    const asked = { term: { value: 3, unit: 'working-day' }, acceptedAt: '2027-12-30T09:00:00+07:00' };
    expect(await at.call('deadline.explain', asked)).toMatchObject({
      fault: { code: 'calendar-ends', data: { to: '2027-12-31' } },
    });
  });
});

describe('the time zone of the process', () => {
  const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'];
  /** Midnight in Vietnam is yesterday in New York and tomorrow noon on Kiritimati. */
  const now = '2026-12-31T16:59:59Z';
  const explain = { procedureCode: '1.001193', acceptedAt: '2026-12-31T23:30:00+07:00' };

  test('is no matter: the same answers everywhere', async () => {
    const { folder } = at;
    await at.desk.close();
    const input = reception({ requestId: '0190163d-8694-7000-8000-000000000001' });
    const calls = [
      { call: 'deadline.explain', input: explain },
      { call: 'case.receive', input },
      { call: 'case.get', input: { caseId: input['requestId'] } },
      { call: 'office.numbers', input: { date: '2026-12-31' } },
    ];
    const answers = zones.map((zone) => {
      const copy = `${folder}/${zone.replace('/', '-')}`;
      cpSync(path.join(folder, 'desk.sqlite'), path.join(copy, 'desk.sqlite'));
      return batch(copy, zone, calls);
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[1]).toMatchObject({
      ok: true,
      value: { acceptedAt: '2026-12-31T23:59:59+07:00', number: { official: 'H29.999-261231-0001' } },
    });
    at = openTestDesk({ folder });
  });

  function batch(folder: string, zone: string, calls: readonly unknown[]): unknown[] {
    const main = path.resolve('electron/shell/command-line/main.ts');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [main, 'batch', '--data', folder, '--user', 'clerk', '--now', now],
      {
        env: { ...process.env, TZ: zone, DESK_PASSWORD: password },
        input: calls.map((call) => JSON.stringify(call)).join('\n'),
        encoding: 'utf8',
      },
    );
    if (stdout === '') throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line, (key, value: unknown) => (chance.has(key) ? undefined : value)));
  }
});

/** What each run draws anew: the id of an entry is in the hash that the paper prints, and a desk draws the key that it signs with. */
const chance: ReadonlySet<string> = new Set(['documents', 'sha256', 'signed']);
