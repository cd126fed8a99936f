import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinCity, leaveCity, pushNow } from '../../../../electron/desk/centre/city/service.ts';
import { withHub } from '../../../../electron/desk/centre/hub/service.ts';
import { findCity } from '../../../../electron/store/centre/city/city.ts';
import { cityStatus } from '../../../../electron/exchange/city/owner.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { writeHubUrl } from '../../../../electron/exchange/hub/owner.ts';
import { openSession } from '../../../../electron/exchange/hub/session.ts';
import { codeOf, startCity } from '../../../support/centre/city/city-box.ts';
import { cityReport, joinedCity, pushed, ward } from '../../../support/centre/city/wards.ts';
import {
  type HubDesk,
  codeFor,
  joined,
  openHubDesk,
  practiceFolder,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { hasPostgres } from '../../../support/centre/hub/office-hub.ts';
import { monday } from '../../../support/desk/test-desk.ts';

const main = path.resolve(import.meta.dirname, '../../../../electron/shell/command-line/main.ts');

/** What somebody had taken out of the city's figures, by the command that does it: for good, whatever the ward does afterwards. */
describe.skipIf(!hasPostgres)('a case that was erased at the city', () => {
  let box: HubBox;
  let desk: HubDesk;
  beforeAll(async () => {
    box = await startCity();
    desk = await ward('27112', 5, 40, monday);
    await joinedCity(desk, await codeOf(box, '27112'));
    await pushed(desk);
  });
  afterAll(async () => {
    await desk.close();
    await box.stop();
  });

  const city = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'city', ...words, '--centre', '27112'], {
      env: { ...process.env, CITY_URL: writeHubUrl(box.owner) },
      encoding: 'utf8',
    });
    return { code: status, out: JSON.parse(stdout) as Record<string, unknown>, err: stderr };
  };
  const stands = async () => {
    const owner = await openSession(box.owner);
    const rows = await owner.ask<{ key: string }>(`SELECT encode(case_key, 'hex') AS key FROM city.fact ORDER BY 1`);
    await owner.end();
    const report = await cityReport(box, { from: '2026-01-01', to: '2026-12-14' });
    const cases = (await cityStatus(box.owner)).centres[0]?.cases;
    return { keys: [...new Set(rows.map(({ key }) => key))], cases, files: report.sections.II.total.values['3'] };
  };

  test('comes back by no leaving, no new word and no joining', async () => {
    const before = await stands();
    const [erased = ''] = before.keys;
    const done = city('erase', erased);
    expect([done.code, done.out['centre'], Number(done.out['erased']) > 0]).toEqual([0, '27112', true]);
    const after = await stands();
    expect(after.keys).toEqual(before.keys.filter((key) => key !== erased));
    expect(after.cases).toBe((before.cases ?? 0) - 1);
    expect(after.files).toBe(Number(before.files) - 1);
    expect(await leaveCity(desk.context)).toBeNull();
    await joinedCity(desk, await codeOf(box, '27112', true));
    await pushed(desk);
    expect(await stands()).toEqual(after);
  });

  test('one that nobody knows is told as that, in both languages, and nothing is changed', async () => {
    const before = await stands();
    const done = city('erase', '00'.repeat(16));
    expect([done.code, (done.out['fault'] as { code: string }).code]).toEqual([1, 'no-case']);
    expect(done.err).toMatch(
      /Không có hồ sơ nào mang tên giả 0{32}.*\n.*No case of that centre has the pseudonym 0{32}/,
    );
    expect(await stands()).toEqual(before);
  });

  test('a year whose table is gone is told again by no ward, as long as what it held is known', async () => {
    const owner = await openSession(box.owner);
    await owner.ask('DROP TABLE city.fact_2026');
    expect(await pushed(desk)).toMatchObject({ cases: 0, facts: 0, takenOut: 0, waiting: 0 });
    await owner.ask('DELETE FROM city.held WHERE live > 0');
    await owner.end();
    expect((await pushed(desk)).cases).toBeGreaterThan(20);
  });

  test('comes back by no counter of its centre either, one that was not there when the centre left among them', async () => {
    const time = { at: monday };
    const twin = createTwin({ centre: '27112', now: () => time.at });
    const way = twinWay(twin);
    const counters: HubDesk[] = [];
    const comes = async (name: string): Promise<HubDesk> => {
      const counter = openHubDesk(name, await practiceFolder(), 70 + counters.length, way);
      counters.push(counter);
      counter.clock.at = time.at;
      await joined(counter, codeFor(twin, name, 80 + counters.length));
      return counter;
    };
    const keyOf = ({ context }: HubDesk) => findCity(context.store.db)?.secretKey.toString('hex');
    try {
      const [one, two] = [await comes('Q1'), await comes('Q2')];
      await withHub(one.context, async () => joinedCity(one, await codeOf(box, '27112', true)));
      const key = keyOf(one);
      await withHub(two.context, () => pushNow(two.context));
      expect([typeof key, keyOf(two)]).toEqual(['string', key]);
      expect(await withHub(two.context, () => leaveCity(two.context))).toBeNull();
      const three = await comes('Q3');
      const code = await codeOf(box, '27112', true);
      // Without the centre's key it cannot read what the centre's cases are called by; its code stays good.
      expect(await withHub(three.context, () => joinCity(three.context, code))).toMatchObject({
        fault: 'city-hub-away',
      });
      for (const counter of [three, one, three]) await synced(counter);
      await withHub(three.context, () => joinedCity(three, code));
      expect(keyOf(three)).toBe(key);
    } finally {
      for (const counter of counters) await counter.close();
    }
  });
});
