import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubBox } from '../../../../electron/exchange/hub/box.ts';
import { findLawfulPeriod } from '../../../../electron/domain/report/report-period.ts';
import { codeOf, cityReport, type Days, joinedCity, pushed, startCity, ward, wardReport } from '../../../support/city/wards.ts';
import type { HubDesk } from '../../../support/desk/hub-desks.ts';
import { monday } from '../../../support/desk/test-desk.ts';
import { hasPostgres } from '../../../support/hub/office-hub.ts';

const centres = ['27112', '26743', '27637'] as const;
const periods = ['2026-11', '2026-10', '2026-Q3', '2026-H1', '2026-05'].map((text) => {
  const period = findLawfulPeriod(text);
  if (period === undefined) throw new Error(`${text} is no period of the law`);
  const { from, to } = period;
  return { from, to };
});

describe.skipIf(!hasPostgres)('three wards and their city', () => {
  let box: HubBox;
  const wards: HubDesk[] = [];
  beforeAll(async () => {
    box = await startCity();
    for (const [at, centre] of centres.entries()) wards.push(await ward(centre, at + 1, 120, monday));
  });
  afterAll(async () => {
    for (const one of wards) await one.close();
    await box.stop();
  });

  /** The city's figures are the wards' own, centre by centre and field by field. */
  async function agrees(days: Days): Promise<number> {
    const city = await cityReport(box, days);
    let files = 0;
    for (const one of wards) {
      const own = await wardReport(one, '07a', days);
      const there = city.centres.find(({ centre }) => centre === one.name);
      const byField = (rows: readonly { key: string; values: object }[]) => new Map(rows.map(({ key, values }) => [key, values]));
      expect({ ward: one.name, days, rows: byField(there?.rows ?? []) }).toEqual({ ward: one.name, days, rows: byField(own.rows) });
      expect(there?.total.values).toEqual(own.total.values);
      files += Number(own.total.values['3']);
    }
    expect(city.total.values['3']).toBe(files);
    expect(city.checks.filter(({ ok }) => !ok)).toEqual([]);
    return files;
  }

  test('07b is the sum of the wards’ own 07a, in every period', async () => {
    for (const one of wards) expect(await joinedCity(one, await codeOf(box, one.name))).toMatchObject({ waiting: 0, takenOut: 0 });
    const files: number[] = [];
    for (const days of periods) files.push(await agrees(days));
    expect(files.filter((many) => many > 0).length).toBeGreaterThan(2);
    for (const one of wards) expect(await pushed(one)).toMatchObject({ cases: 0, facts: 0, waiting: 0 });
  });
});
