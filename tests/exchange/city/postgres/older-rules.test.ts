import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { factsMaker } from '../../../../electron/desk/centre/city/look.ts';
import { cityStateOf, pushNow } from '../../../../electron/desk/centre/city/service.ts';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import { countingRules } from '../../../../electron/domain/books/report/counting-rules.ts';
import { headOf, markOf } from '../../../../electron/exchange/city/facts.ts';
import { initCity } from '../../../../electron/exchange/city/owner.ts';
import { openCity } from '../../../../electron/exchange/city/postgres.ts';
import { cityVersion } from '../../../../electron/exchange/city/rules.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { HubPlace } from '../../../../electron/exchange/hub/code.ts';
import { openSession } from '../../../../electron/exchange/hub/session.ts';
import { findCity } from '../../../../electron/store/centre/city/city.ts';
import { findCaseRow } from '../../../../electron/store/counter/case/case.ts';
import { codeOf, startCity } from '../../../support/centre/city/city-box.ts';
import { cityReport, joinedCity, pushed, ward, wardReport } from '../../../support/centre/city/wards.ts';
import { type HubDesk } from '../../../support/centre/hub/hub-desks.ts';
import { hasPostgres } from '../../../support/centre/hub/office-hub.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';

const day = 86_400_000;
const centre = '27112';
const november = { from: '2026-11-15', to: '2026-12-14' };

/**
 * A ward whose program counted by older rules told its city so. Its register, opened by the program of today, tells the files anew that come to something else: city
 * and ward agree again as soon as it says that it has told all.
 */
describe.skipIf(!hasPostgres)('a register of an older rule and its city', () => {
  let box: HubBox;
  let desk: HubDesk;
  beforeAll(async () => {
    box = await startCity();
    desk = await ward(centre, 1, 60, monday);
    await joinedCity(desk, await codeOf(box, centre));
  });
  afterAll(async () => {
    await desk.close();
    await box.stop();
  });

  function tell(caseId: string, action: CaseAction): void {
    const { store } = desk.context;
    const done = store.write({ accountId: 2, username: 'officer' }, desk.context.now(), (tx) =>
      tx.append({ kind: 'case', caseId }, action),
    );
    if (isFault(done)) throw new Error(done.fault);
  }

  async function push() {
    const done = await pushNow(desk.context);
    if (isFault(done)) throw new Error(done.fault);
    return done;
  }

  const figures = async () => {
    const [own, city] = [await wardReport(desk, '07a', november), await cityReport(box, november)];
    const there = city.centres.find((one) => one.centre === centre);
    const index = (await wardReport(desk, '766', november)).total.values['2.1'];
    const told = city.index.centres.find((one) => one.centre === centre)?.indicators.find(({ code }) => code === '2.1');
    return {
      own: { rows: own.rows.map(({ key, values }) => ({ key, values })), total: own.total.values, index },
      city: { rows: there?.rows, total: there?.total.values, index: told?.value },
    };
  };

  /** Steps as a program of the first rules told them: what was over when papers were asked for was in time again by its new term. */
  function asOfRules1(caseId: string): void {
    const { db } = desk.context.store;
    const row = findCaseRow(db, caseId) as number;
    const { plain, cash } = factsMaker(desk.context, desk.context.nowCivil().slice(0, 10))(row);
    const older = plain.map((step, nth) =>
      nth === plain.length - 1 ? step.map((one, at) => (at === 10 ? -1 : one)) : step,
    );
    expect(older).not.toEqual(plain);
    const [want, mark] = [headOf(older, cash), markOf(headOf(older, cash))];
    const change = db.prepare('UPDATE city_case SET want = ?, mark = ?, sent = ?, n = n + ? WHERE case_id = ?');
    const before = db.prepare('SELECT key, sent, n FROM city_case WHERE case_id = ?').get(row) as {
      key: Buffer;
      sent: Buffer;
      n: number;
    };
    const kept = findCity(db);
    if (kept === undefined) throw new Error('no city');
    toCity = {
      place: JSON.parse(kept.place) as HubPlace,
      fact: { key: before.key, first: before.n + 1, over: 1, prev: before.sent, head: want, cash, steps: older },
    };
    desk.context.store.keep(() => void change.run(want, mark, want, older.length, row));
  }
  let toCity: { place: HubPlace; fact: Parameters<Awaited<ReturnType<typeof openCity>>['append']>[0][number] };

  test('opened by the program of today it tells anew what comes to something else, and only then that all is told', async () => {
    const { caseId } = await desk.get('clerk', 'case.receive', reception({ requestId: crypto.randomUUID() }));
    desk.clock.at += 14 * day;
    tell(caseId, { type: 'supplement-requested', reason: 'thiếu' });
    desk.clock.at += day;
    tell(caseId, { type: 'supplemented', dueAt: '2026-12-11T17:00:00+07:00', steps: [] });
    desk.clock.at += day;
    tell(caseId, { type: 'finished', result: 'cấp giấy' });
    await pushed(desk);
    const agreed = await figures();
    expect(agreed.city).toEqual(agreed.own);

    // As its older program left it: ward and city hold the same of it, and that is what was counted then.
    asOfRules1(caseId);
    const link = await openCity(toCity.place);
    expect(await link.append([toCity.fact])).toEqual([{ is: 'taken' }]);
    await link.end();
    desk.context.store.keep((db) => void db.exec("UPDATE made_by SET version = 1 WHERE what = 'counted'"));
    const before = await figures();
    expect([before.own.total['12'], before.city.total?.['12']]).toEqual([
      agreed.own.total['12'],
      Number(agreed.own.total['12']) - 1,
    ]);
    // By itself nothing is told anew: everything was looked at today.
    expect(await push()).toMatchObject({ facts: 0, waiting: 0 });

    await desk.close();
    desk.open();
    expect(desk.context.store.db.prepare("SELECT version FROM made_by WHERE what = 'counted'").pluck().get()).toBe(
      countingRules,
    );
    expect(findCity(desk.context.store.db)?.lookedAllAt).toBeNull();
    expect(await push()).toMatchObject({ cases: 1, waiting: 0, takenOut: 0 });
    const after = await figures();
    expect(after.own).toEqual(agreed.own);
    expect(after.city).toEqual(after.own);
    expect(await push()).toMatchObject({ cases: 0, facts: 0 });
  });

  test('a city that was made before wards said since when their register is goes on, and hears of it once it is brought up', async () => {
    const owner = await openSession(box.owner);
    const began = async () =>
      (await owner.ask<{ began: string | null }>("SELECT to_char(began, 'YYYY-MM-DD') AS began FROM city.centre"))[0]
        ?.began;
    const days = { from: '2026-12-01', to: '2026-12-14' };
    const own = (await cityReport(box, days)).centres[0]?.total.values;
    expect(own?.['8']).toBeGreaterThan(0);
    expect(await began()).toMatch(/^20\d\d-\d\d-\d\d$/);
    await owner.ask('DROP FUNCTION city.begins(date)');
    await owner.ask('ALTER TABLE city.centre DROP COLUMN began');
    await owner.ask('UPDATE city.city SET version = 1');
    expect(await push()).toMatchObject({ waiting: 0 });
    expect(cityStateOf(desk.context)).toMatchObject({ state: 'sent' });
    expect(await initCity(box.owner)).toMatchObject({ did: 'upgraded', version: cityVersion });
    expect(await began()).toBeNull();
    await push();
    expect(await began()).toMatch(/^20\d\d-\d\d-\d\d$/);
    // Set up on the period's first day, as far as anybody knows: what was left open before is not known any more, at the city as in the ward.
    await owner.ask("UPDATE city.centre SET began = '2026-12-01'");
    expect((await cityReport(box, days)).centres[0]?.total.values).toEqual({ ...own, '8': null });
    await owner.end();
  });
});
