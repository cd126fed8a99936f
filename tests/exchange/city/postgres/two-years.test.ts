import { describe, expect, test } from 'vitest';
import { codeOf, startCity } from '../../../support/centre/city/city-box.ts';
import { cityReport } from '../../../support/centre/city/wards.ts';
import { hasPostgres } from '../../../support/centre/hub/office-hub.ts';
import { twentyFourMonths, twoYears } from '../../../support/report/two-years.ts';

/** Half a minute of two years in a ward: with CITY_YEARS=1. */
describe.skipIf(!hasPostgres || process.env['CITY_YEARS'] === undefined)('a ward of two years', () => {
  test('what its people did, in any order and at any hour: 24 months of the city’s rows are its own 07a and 766', async () => {
    const box = await startCity();
    const { desk } = await twoYears();
    try {
      desk.sit('admin');
      const joined = await desk.get('city.join', { code: await codeOf(box, '27112') });
      expect(joined).toMatchObject({ waiting: 0 });
      expect(joined.cases).toBeGreaterThan(200);
      desk.sit('supervisor');
      let files = 0;
      for (const days of twentyFourMonths.slice(0, -1)) {
        const own = await desk.get('report.make', { report: '07a', ...days });
        const index = await desk.get('report.make', { report: '766', ...days });
        const city = await cityReport(box, days);
        expect({ days, rows: city.sections.II.rows }).toEqual({ days, rows: own.rows });
        expect(city.sections.II.total.values).toEqual(own.total.values);
        expect(city.index.indicators.find(({ code }) => code === '2.1')?.value).toBe(index.total.values['2.1']);
        expect(city.checks.filter(({ ok }) => !ok)).toEqual([]);
        files += own.total.values['3'];
      }
      expect(files).toBeGreaterThan(200);
    } finally {
      await desk.end();
      await box.stop();
    }
  });
});
