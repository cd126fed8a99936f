import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { leaveCity, cityStateOf, joinCity, pushNow } from '../../../../electron/desk/centre/city/service.ts';
import { withHub } from '../../../../electron/desk/centre/hub/service.ts';
import { readCityCode, writeCityCode } from '../../../../electron/exchange/city/code.ts';
import {
  cityStatus,
  closeCentre,
  enrolCentre,
  eraseCase,
  initCity,
  sayCityAnew,
} from '../../../../electron/exchange/city/owner.ts';
import { openCity } from '../../../../electron/exchange/city/postgres.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { HubPlace } from '../../../../electron/exchange/hub/code.ts';
import { HubFault } from '../../../../electron/exchange/hub/link.ts';
import { openSession } from '../../../../electron/exchange/hub/session.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { giveOwnName } from '../../../../electron/store/safety/backup/new-desk.ts';
import { findCity } from '../../../../electron/store/centre/city/city.ts';
import {
  cityReport,
  copyOf,
  type Days,
  joinedCity,
  openWard,
  pushed,
  ward,
  wardReport,
} from '../../../support/centre/city/wards.ts';
import { codeOf, filesUnder, startCity } from '../../../support/centre/city/city-box.ts';
import {
  codeFor,
  type HubDesk,
  joined,
  openHubDesk,
  practiceFolder,
  received,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';
import { type CutLine, lineTo } from '../../../support/centre/hub/cut-line.ts';
import { hasPostgres, newFolder } from '../../../support/centre/hub/office-hub.ts';

const centres = ['27112', '26743', '27637'] as const;
const [november, october, december]: [Days, Days, Days] = [
  { from: '2026-10-15', to: '2026-11-14' },
  { from: '2026-09-15', to: '2026-10-14' },
  { from: '2026-11-15', to: '2026-12-14' },
];
const week = 7 * 86_400_000;
const planted = [
  'NGUYỄN THỊ ĐẶNG ÁNH',
  'Nguyễn Thị Đặng Ánh',
  'LÊ PHẠM BÍ MẬT',
  'Lê Phạm Bí Mật',
  '079190000017',
  '0909123456',
];

/** What a city is for, with three wards for real. Each test goes on from where the one before ended. */
describe.skipIf(!hasPostgres)('three wards and their city', () => {
  let box: HubBox;
  let folder: string;
  let line: CutLine;
  const wards: HubDesk[] = [];
  beforeAll(async () => {
    folder = newFolder();
    box = await startCity(folder);
    line = await lineTo(box.port);
    for (const [at, centre] of centres.entries()) wards.push(await ward(centre, at + 1, 80, monday));
  });
  afterAll(async () => {
    for (const one of wards) await one.close();
    await line.close();
    await box.stop();
  });
  const [first, second, third] = [0, 1, 2].map((at) => () => wards[at] as HubDesk) as [
    () => HubDesk,
    () => HubDesk,
    () => HubDesk,
  ];

  /** The city's figures are the wards' own, centre by centre and field by field. */
  async function agrees(days: Days): Promise<number> {
    const city = await cityReport(box, days);
    let files = 0;
    let isAnyKnown = false;
    for (const one of wards) {
      const own = await wardReport(one, '07a', days);
      isAnyKnown ||= own.total.values['3'] !== null;
      const there = city.centres.find(({ centre }) => centre === one.name);
      const byField = (rows: readonly { key: string; values: object }[]) =>
        new Map(rows.map(({ key, values }) => [key, values]));
      expect({ ward: one.name, rows: byField(there?.rows ?? []) }).toEqual({ ward: one.name, rows: byField(own.rows) });
      expect(there?.total.values).toEqual(own.total.values);
      const index = await wardReport(one, '766', days);
      const indicators = city.index.centres.find(({ centre }) => centre === one.name)?.indicators;
      expect(indicators?.find(({ code }) => code === '2.1')?.value).toBe(index.total.values['2.1']);
      files += Number(own.total.values['3']);
    }
    // Where no ward had a register yet the sum of them is not known either, and no 0.
    expect(city.sections.II.total.values['3']).toBe(isAnyKnown ? files : null);
    expect(city.checks.filter(({ ok }) => !ok)).toEqual([]);
    return files;
  }

  async function agreesEverywhere(): Promise<void> {
    for (const days of [november, october]) await agrees(days);
  }

  /** So many files more, and what comes of some of them. */
  async function works(desk: HubDesk, many: number, from: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < many; at += 1) {
      const fullName = planted[at % 4] ?? '';
      const applicant = { kind: 'citizen', fullName, idNumber: '079190000017', phone: '0909123456' };
      const requestId = `0193f6b0-0000-7000-9000-${String(from + at).padStart(12, '0')}`;
      const channel = at % 2 === 0 ? 'direct' : 'online';
      const { caseId } = await desk.get('clerk', 'case.receive', reception({ requestId, applicant, channel }));
      ids.push(caseId);
    }
    return ids;
  }

  test('07b is the sum of the wards’ own 07a; sent again nothing goes', async () => {
    for (const one of wards) {
      const code = await codeOf(box, one.name);
      const read = readCityCode(code);
      if (read === undefined) throw new Error('no code');
      // The second ward's line can be cut.
      const through =
        one === second()
          ? writeCityCode({ ...read, place: { ...read.place, addresses: [`127.0.0.1:${line.port}`] } })
          : code;
      const joinedAs = await joinedCity(one, through);
      expect(joinedAs).toMatchObject({ centre: one.name, waiting: 0, takenOut: 0 });
      expect(joinedAs.cases).toBeGreaterThan(40);
    }
    expect(await agrees(november)).toBeGreaterThan(0);
    await agrees(october);
    for (const one of wards) expect(await pushed(one)).toMatchObject({ cases: 0, facts: 0, waiting: 0 });
    const { centres: told } = await cityStatus(box.owner);
    expect(told.map(({ centre, state, refused }) => ({ centre, state, refused }))).toEqual(
      centres.toSorted().map((centre) => ({ centre, state: 'sends', refused: 0 })),
    );
  });

  test('a ward without a line for four weeks goes on; then it is a longer push, and nothing goes twice', async () => {
    const desk = second();
    line.cutAfter(100, 'up');
    await works(desk, 3, 100);
    const away = await pushNow(desk.context);
    expect(isFault(away) && away.fault).toBe('city-away');
    expect(cityStateOf(desk.context)).toMatchObject({ state: 'away', trouble: { code: 'city-away' } });
    for (let at = 1; at <= 4; at += 1) {
      desk.clock.at = monday + at * week;
      await works(desk, 3, 100 + at * 10);
    }
    // Cut again in the middle of what it says: what arrived is there, and is not sent again.
    line.cutAfter(2_500, 'up');
    const cut = await pushNow(desk.context);
    expect(isFault(cut) && cut.fault).toBe('city-away');
    line.cutAfter(Number.MAX_SAFE_INTEGER, 'up');
    const before = (await cityStatus(box.owner)).centres.find(({ centre }) => centre === desk.name);
    const sent = await pushed(desk);
    const after = (await cityStatus(box.owner)).centres.find(({ centre }) => centre === desk.name);
    expect(sent.waiting).toBe(0);
    expect((after?.facts ?? 0) - (before?.facts ?? 0)).toBe(sent.facts);
    expect(await pushed(desk)).toMatchObject({ cases: 0, facts: 0 });
    for (const one of wards) one.clock.at = monday + 4 * week;
    await agreesEverywhere();
    await agrees(december);
    // Its own clock is weeks ahead of the city's: told, and nothing refused for it.
    expect(sent.notices.map(({ code }) => code)).toEqual(['city-clock-differs']);
  });

  test('a case that is corrected counts as it is now from that day on, under higher numbers', async () => {
    const desk = first();
    desk.clock.at = monday + 4 * week;
    const [caseId = ''] = await works(desk, 2, 300);
    // A day is told when it is over: when something goes says nothing of the hour at which it was done.
    expect(await pushNow(desk.context)).toMatchObject({ cases: 0, facts: 0, waiting: 0 });
    expect(cityStateOf(desk.context)).toMatchObject({ today: 2, waiting: 0 });
    await pushed(desk);
    desk.clock.at += 86_400_000;
    await desk.get('supervisor', 'case.correct', {
      caseId,
      change: { channel: 'post' },
      reason: 'Ghi nhầm khi nhập',
      requestId: '0193f6b0-0000-7000-9000-000000000999',
    });
    expect(await pushed(desk)).toMatchObject({ cases: 1, facts: 1 });
    for (const one of wards) one.clock.at = desk.clock.at;
    await agrees({ from: '2026-12-15', to: '2026-12-22' });
  });

  test('a ward brought back from a backup: what it lost is in no figure, what it has is there once', async () => {
    const desk = third();
    const backup = copyOf(desk.folder);
    await works(desk, 4, 500);
    expect(await pushed(desk)).toMatchObject({ cases: 4 });
    await desk.close();
    giveOwnName({
      folder: backup,
      now: desk.clock.at,
      random: (size) => Uint8Array.from({ length: size }, (_, at) => at * 7),
    });
    const restored = openWard(desk.name, backup, 3, desk.clock.at);
    wards[2] = restored;
    expect(await pushed(restored)).toMatchObject({ cases: 0, facts: 0, takenOut: 4, waiting: 0 });
    await agrees({ from: '2026-12-15', to: '2026-12-22' });
    await works(restored, 2, 600);
    expect(await pushed(restored)).toMatchObject({ cases: 2, takenOut: 0 });
    await agrees({ from: '2026-12-15', to: '2026-12-22' });

    const copy = copyOf(restored.folder);
    await works(restored, 1, 700);
    await pushed(restored);
    const copied = openWard(desk.name, copy, 3, restored.clock.at);
    await works(copied, 1, 800);
    const refused = await pushNow(copied.context);
    expect(isFault(refused) && refused.fault).toBe('city-desk-copied');
    expect(cityStateOf(copied.context)).toMatchObject({ state: 'stopped' });
    await copied.close();
    await agrees({ from: '2026-12-15', to: '2026-12-22' });
  });

  test('a city that was put back to an older state is told again what it lacks, whether it says so or not', async () => {
    const owner = await openSession(box.owner);
    const drop = async (half: string) => {
      await owner.ask(
        `DELETE FROM city.fact WHERE centre = '27112' AND case_key ${half} decode('80000000000000000000000000000000', 'hex')`,
      );
      await owner.ask(
        `DELETE FROM city.held WHERE centre = '27112' AND case_key ${half} decode('80000000000000000000000000000000', 'hex')`,
      );
    };
    await drop('<');
    expect((await pushed(first())).cases).toBeGreaterThan(20);
    await drop('>=');
    await owner.ask('DELETE FROM city.writer');
    await owner.end();
    await sayCityAnew(box.owner);
    expect((await pushed(first())).cases).toBeGreaterThan(20);
    for (const one of wards) expect(await pushed(one)).toMatchObject({ cases: 0, waiting: 0 });
    await agreesEverywhere();
  });

  test('a stolen word of a ward reads nothing and writes for nobody else', async () => {
    const kept = findCity(first().context.store.db);
    if (kept === undefined) throw new Error('not joined');
    const place = JSON.parse(kept.place) as HubPlace;
    const thief = await openSession(place);
    const refused = async (text: string) => {
      try {
        await thief.ask(text);
        return 'done';
      } catch (error) {
        return error instanceof HubFault ? error.code : 'thrown';
      }
    };
    const tables = ['city', 'centre', 'sent', 'writer', 'held', 'fact', 'fact_2026'];
    const tries = [
      ...tables.flatMap((table) => [`SELECT * FROM city.${table}`, `DELETE FROM city.${table}`]),
      `INSERT INTO city.writer VALUES ('26743', gen_random_uuid(), 1, '\\x00', now())`,
      `SELECT city.put('26743', '[]')`,
      `SELECT * FROM city.stood('2026-01-01', '2026-12-31')`,
      `SELECT * FROM city.bieu_07('2026-01-01', '2026-12-31')`,
      `SELECT * FROM city.index_766('2026-01-01', '2026-12-31')`,
      `SELECT city.centre_of()`,
      `CREATE TEMP TABLE t (x int)`,
      `CREATE TABLE city.t (x int)`,
      `DO $$ BEGIN NULL; END $$`,
      `SELECT pg_advisory_lock(1)`,
      `SELECT lo_create(0)`,
      `COPY (SELECT 1) TO '/tmp/x'`,
      `SELECT pg_read_file('/etc/passwd')`,
      `SET ROLE hub`,
    ];
    const answers = [];
    for (const text of tries) answers.push([text, await refused(text)]);
    expect(answers.filter(([, is]) => is === 'done')).toEqual([]);
    await thief.end();
    for (const database of ['postgres', 'template1'])
      await expect(openSession({ ...place, database })).rejects.toMatchObject({ code: 'hub-no-entry' });
    const link = await openCity(place);
    expect(await link.heads([Buffer.alloc(16, 1)])).toEqual([]);
    await link.end();
    await agreesEverywhere();
  });

  test('several counters: one has the turn and sends; what one sent another does not send again', async () => {
    const time = { at: monday };
    const twin = createTwin({ centre: '27112', now: () => time.at });
    const way = twinWay(twin);
    const counters: HubDesk[] = [];
    for (const [at, name] of ['Q1', 'Q2'].entries()) {
      const counter = openHubDesk(name, await practiceFolder(), 50 + at, way);
      counters.push(counter);
      await joined(counter, codeFor(twin, name, 60 + at));
    }
    const [one, two] = counters as [HubDesk, HubDesk];
    // The city knows this centre already, from another register: with its code it is this one's from here on.
    const alone = await joinCity(one.context, await codeOf(box, '27112', true));
    expect(isFault(alone) && alone.fault).toBe('city-hub-away');
    const send = (desk: HubDesk) => withHub(desk.context, () => pushed(desk));
    /** Both counters and their hub live on: the next morning. */
    const nextDay = () => {
      time.at += 86_400_000;
      for (const counter of counters) counter.clock.at = time.at - 86_400_000;
    };
    const code = await codeOf(box, '27112', true);
    await withHub(one.context, () => joinedCity(one, code));
    await received(one, 41);
    nextDay();
    expect(await send(one)).toMatchObject({ cases: 1 });
    expect(await send(two)).toMatchObject({ cases: 0, facts: 0 });
    expect(findCity(two.context.store.db)?.secretKey).toEqual(findCity(one.context.store.db)?.secretKey);
    await received(two, 42);
    nextDay();
    expect(await send(two)).toMatchObject({ cases: 1 });
    expect(await send(one)).toMatchObject({ cases: 0, facts: 0 });
    // What a counter has and the other has not heard of stays: it is not this one's to take out.
    await received(two, 43);
    twin.cut();
    nextDay();
    expect((await send(one)).takenOut).toBe(0);
    const left = await withHub(two.context, () => leaveCity(two.context));
    expect(left).toBeNull();
    const told = await withHub(one.context, () => pushNow(one.context));
    expect(isFault(told) && told.fault).toBe('city-not-joined');
    for (const counter of counters) await counter.close();
  });

  test('bad input: each a sentence, and the desk goes on alone', async () => {
    const desk = second();
    const faultOf = async (code: string) => {
      const done = await joinCity(desk.context, code);
      return isFault(done) ? done.fault : null;
    };
    expect(await faultOf('MCH1.abc')).toBe('city-code-unreadable');
    const code = await codeOf(box, desk.name, true);
    const read = readCityCode(code);
    if (read === undefined) throw new Error('no code');
    expect(await faultOf(writeCityCode({ ...read, centre: '27112' }))).toBe('city-other-centre');
    expect(await faultOf(writeCityCode({ ...read, place: { ...read.place, fingerprint: 'ab'.repeat(32) } }))).toBe(
      'city-other-fingerprint',
    );
    expect(await faultOf(writeCityCode({ ...read, place: { ...read.place, addresses: ['127.0.0.1:1'] } }))).toBe(
      'city-away',
    );
    expect(await faultOf(writeCityCode({ ...read, place: { ...read.place, database: 'nowhere' } }))).toBe(
      'city-no-entry',
    );
    await expect(enrolCentre(box.owner, { centre: desk.name })).rejects.toMatchObject({ trouble: 'enrolled' });
    const old = await pushNow(desk.context);
    expect(isFault(old) && old.fault).toBe('city-refused');
    expect(await faultOf(code)).toBeNull();
    expect(await faultOf(code)).toBe('city-code-used');
    const owner = await openSession(box.owner);
    await owner.ask('UPDATE city.city SET version = 0');
    const older = await pushNow(desk.context);
    expect(isFault(older) && older.fault).toBe('city-other-version');
    // A later city is told as before: it is brought up first, its wards one by one.
    await owner.ask('UPDATE city.city SET version = 3');
    expect(isFault(await pushNow(desk.context))).toBe(false);
    await expect(initCity(box.owner)).rejects.toMatchObject({ trouble: 'newer' });
    await owner.ask('UPDATE city.city SET version = 2, practice = false');
    const real = await pushNow(desk.context);
    expect(isFault(real) && real.fault).toBe('city-practice-and-real');
    await owner.ask('UPDATE city.city SET practice = true');
    await owner.end();
    await works(desk, 1, 900);
    await closeCentre(box.owner, desk.name);
    expect(await faultOf(await codeOf(box, desk.name, true))).toBeNull();
    expect(cityStateOf(desk.context)).toMatchObject({ state: 'sent', waiting: 0, refused: { count: 0 } });
  });

  test('a case that the city erased is not sent again, and the rest is', async () => {
    const desk = second();
    await pushed(desk);
    const { cases } = await desk.get('supervisor', 'city.sample', { cases: 5 });
    const { number, rows } = cases[0] as { number: string; rows: { caseKey: string }[] };
    expect(await eraseCase(box.owner, desk.name, rows[0]?.caseKey ?? '')).toBe(rows.length);
    const [{ caseId }] = (await desk.get('clerk', 'case.search', { text: number })).hits as [{ caseId: string }];
    await desk.get('supervisor', 'case.correct', {
      caseId,
      change: { channel: 'post' },
      reason: 'Ghi nhầm',
      requestId: '0193f6b0-0000-7000-9000-000000000777',
    });
    const city = (await cityStatus(box.owner)).centres.find(({ centre }) => centre === desk.name);
    expect(await pushed(desk)).toMatchObject({ facts: 0, takenOut: 0, waiting: 0 });
    expect((await cityStatus(box.owner)).centres.find(({ centre }) => centre === desk.name)?.cases).toBe(city?.cases);
    expect(await pushed(desk)).toMatchObject({ facts: 0 });
  });

  test('no planted name, number or phone is in any byte of the city', async () => {
    const numbers = (await first().get('clerk', 'case.search', { text: 'nguyen thi dang' })).hits as {
      number: string;
    }[];
    expect(numbers.length).toBeGreaterThan(0);
    const needles = [...planted, ...numbers.slice(0, 4).map(({ number }) => number)].map((text) => Buffer.from(text));
    const found: string[] = [];
    let fields = 0;
    await (await openSession(box.owner).then(async (owner) => (await owner.ask('CHECKPOINT'), owner))).end();
    for (const [name, bytes] of filesUnder(path.join(folder, 'postgres'))) {
      if (bytes.includes('Hộ tịch')) fields += 1;
      for (const needle of needles) if (bytes.includes(needle)) found.push(`${name}: ${needle.toString()}`);
    }
    expect(found).toEqual([]);
    // The test looks where rows are.
    expect(fields).toBeGreaterThan(0);
  });
});
