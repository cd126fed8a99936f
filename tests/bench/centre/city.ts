import { isFault } from '../../../electron/contract/base/fault.ts';
import { joinCity, pushNow } from '../../../electron/desk/centre/city/service.ts';
import { cityFigures } from '../../../electron/exchange/city/owner.ts';
import type { HubBox } from '../../../electron/exchange/hub/box/box.ts';
import { openSession } from '../../../electron/exchange/hub/session.ts';
import { ward } from '../../support/centre/city/wards.ts';
import { codeOf, startCity } from '../../support/centre/city/city-box.ts';
import { monday } from '../../support/desk/test-desk.ts';
import { hasPostgres } from '../../support/centre/hub/office-hub.ts';
import { type Row, notMeasured, row } from '../row.ts';

/** A ward's years to its city over a real PostgreSQL on this machine, and a city's form over that many rows of 168 centres. */
export async function cityRows({ cases, cityCases }: { cases: number; cityCases: number }): Promise<Row[]> {
  if (!hasPostgres) return [notMeasured('city', 'left out: no PostgreSQL 15 or newer on this machine')];
  const box = await startCity();
  const desk = await ward('27112', 1, cases, monday);
  try {
    const begun = performance.now();
    const joined = await joinCity(desk.context, await codeOf(box, '27112'));
    if (isFault(joined)) throw new Error(joined.fault);
    const all = (performance.now() - begun) / 1000;
    const again = performance.now();
    await pushNow(desk.context);
    const idle = performance.now() - again;
    await fill(box, cityCases);
    const after = await sizes(box);
    const form = performance.now();
    const { lines } = await cityFigures(box.owner, { from: '2026-10-15', to: '2026-11-14' });
    const formed = (performance.now() - form) / 1000;
    if (lines.length === 0) throw new Error('the form counts nothing');
    const rate = joined.facts / all;
    const perFact = after.bytes / after.rows;
    return [
      row({
        name: `${joined.cases.toLocaleString('en')} cases of a ward to its city: facts a second`,
        value: rate,
        unit: '/s',
        target: '≥ 300 /s',
        met: rate >= 300,
      }),
      row({ name: 'a push with nothing to tell', value: idle, unit: 'ms', target: '≤ 500 ms', met: idle <= 500 }),
      row({
        name: `bytes of a fact at the city with its indexes, of ${after.rows.toLocaleString('en')}`,
        value: perFact,
        unit: 'B',
        target: '≤ 400 B',
        met: perFact <= 400,
      }),
      row({
        name: `Biểu 07b and the index of a month over ${after.rows.toLocaleString('en')} facts of 168 centres`,
        value: formed,
        unit: 's',
        target: '≤ 10 s',
        met: formed <= 10,
      }),
    ];
  } finally {
    await desk.close();
    await box.stop();
  }
}

async function sizes(box: HubBox): Promise<{ bytes: number; rows: number }> {
  const owner = await openSession(box.owner);
  const [found] = await owner.ask<{ bytes: string; rows: string }>(
    `SELECT (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'city' AND c.relkind = 'r' AND pg_relation_size(c.oid) > 0) AS bytes, (SELECT sum(n) FROM city.held) AS rows`,
  );
  await owner.end();
  return { bytes: Number(found?.bytes), rows: Number(found?.rows) };
}

/** So many cases of 168 centres over two years, of which each in four is open. */
async function fill(box: HubBox, many: number): Promise<void> {
  const owner = await openSession(box.owner);
  await owner.ask(`INSERT INTO city.centre (code) SELECT (30000 + g)::text FROM generate_series(1, 167) g`);
  for (let from = 0; from < many; from += 100_000) {
    const to = Math.min(many, from + 100_000) - 1;
    await owner.ask(
      `INSERT INTO city.held SELECT (30001 + g % 167)::text, decode(md5(g::text), 'hex'), CASE WHEN g % 4 = 0 THEN 1 ELSE 2 END, CASE WHEN g % 4 = 0 THEN 1 ELSE 2 END,
         sha256(g::text::bytea), g % 3 = 0, d, CASE WHEN g % 4 = 0 AND d > '2026-09-01' THEN NULL ELSE d + 3 END
       FROM (SELECT g, '2024-12-01'::date + (g::bigint * 7919 % 720)::integer AS d FROM generate_series(${from}, ${to}) g) x`,
    );
    await owner.ask(
      `INSERT INTO city.fact SELECT h.centre, h.case_key, k, extract(year FROM h.received)::smallint, CASE WHEN k = 1 THEN h.received ELSE h.ended END, CASE WHEN k = 1 THEN 0 ELSE 2 END,
         '1.001193', (ARRAY['Hộ tịch', 'Chứng thực', 'Cư trú', 'Đất đai'])[1 + get_byte(h.case_key, 0) % 4], get_byte(h.case_key, 1) % 3, 2, true, h.received,
         CASE WHEN k = 2 THEN h.ended END, CASE WHEN k = 2 THEN 0 END, CASE WHEN k = 2 THEN -1 END, CASE WHEN k = 1 THEN h.received + 5 END,
         CASE WHEN k = 2 THEN true END, CASE WHEN k = 1 THEN h.received + 5 END, false, CASE WHEN k = 2 THEN 60 END, true
       FROM (SELECT (30001 + g % 167)::text AS centre, decode(md5(g::text), 'hex') AS case_key FROM generate_series(${from}, ${to}) g) i
         JOIN city.held h USING (centre, case_key) CROSS JOIN generate_series(1, 2) k WHERE k = 1 OR h.ended IS NOT NULL`,
    );
  }
  await owner.ask('ANALYZE city.held');
  await owner.ask('ANALYZE city.fact');
  await owner.end();
}
