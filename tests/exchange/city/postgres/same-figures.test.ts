import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseSteps, plainStep } from '../../../../electron/domain/centre/city/case-steps.ts';
import { count07a } from '../../../../electron/domain/books/report/bieu-07a.ts';
import { addDays } from '../../../../electron/domain/base/civil-time.ts';
import { caseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import { countIndex } from '../../../../electron/domain/books/report/index-766.ts';
import { readCityCode } from '../../../../electron/exchange/city/code.ts';
import { caseKeyOf, headOf, noHead } from '../../../../electron/exchange/city/facts.ts';
import { cityFigures } from '../../../../electron/exchange/city/owner.ts';
import type { ToldCase, CityLink } from '../../../../electron/exchange/city/link.ts';
import { openCity } from '../../../../electron/exchange/city/postgres.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { cityReport, type Days } from '../../../support/centre/city/wards.ts';
import { codeOf, startCity } from '../../../support/centre/city/city-box.ts';
import { type Life, procedureOfLife, randomLife, toldOtherwise } from '../../../support/centre/city/random-lives.ts';
import { seeded } from '../../../support/data/seeded.ts';
import { hasPostgres } from '../../../support/centre/hub/office-hub.ts';

const lives = Number(process.env['CITY_LIVES'] ?? 600);
const key = Buffer.alloc(32, 7);

/** Whatever was told of files, and however it was told anew: the city's rows come to what the ward counts of its journal. */
describe.skipIf(!hasPostgres)('the city counts what the ward counts', () => {
  const draw = seeded(14);
  let box: HubBox;
  let link: CityLink;
  beforeAll(async () => {
    box = await startCity();
    const place = readCityCode(await codeOf(box, '27112'))?.place;
    if (place === undefined) throw new Error('no code');
    link = await openCity(place);
    await link.enter(randomUUID(), true);
  });
  afterAll(async () => {
    await link.end();
    await box.stop();
  });

  type Kept = { life: Life; n: number; head: Buffer; live: number };
  const files: Kept[] = Array.from({ length: lives }, () => ({ life: randomLife(draw), n: 0, head: noHead, live: 0 }));
  const isCash = (nth: number) => nth % 3 === 0;

  /** As the desk sends it: what only follows alone, what was told otherwise as a whole. */
  async function tell(which: readonly number[]): Promise<void> {
    for (let at = 0; at < which.length; at += 200) {
      const facts = which.slice(at, at + 200).flatMap((nth): (ToldCase & { nth: number })[] => {
        const file = files[nth] as Kept;
        const of = { procedureOf: procedureOfLife, mayName: () => nth % 2 === 0, isKnownField: () => true };
        const plain = caseSteps(file.life, of).map(plainStep);
        if (plain.length === 0 && file.n === 0) return [];
        const follows = file.live <= plain.length && headOf(plain.slice(0, file.live), isCash(nth)).equals(file.head);
        const first = file.n + 1;
        const fact = {
          nth,
          key: caseKeyOf(key, String(nth)),
          first,
          over: follows || file.n === 0 ? first : 1,
          prev: file.head,
          head: headOf(plain, isCash(nth)),
          cash: isCash(nth),
          steps: follows ? plain.slice(file.live) : plain,
        };
        Object.assign(file, { n: file.n + fact.steps.length, head: fact.head, live: plain.length });
        return [fact];
      });
      const answers = await link.append(facts);
      expect(answers.filter(({ is }) => is !== 'taken' && is !== 'have')).toEqual([]);
    }
  }

  function ownFigures(days: Days) {
    const [counter, index] = [count07a(days), countIndex(days, '2030-01-01T00:00:00+07:00')];
    const before = addDays(days.from, -1);
    let open = 0;
    for (const [nth, { life }] of files.entries()) {
      const fact = caseFact(life, days.to);
      if (fact === null) continue;
      const procedure = procedureOfLife(fact);
      counter.add(fact, procedure);
      index.add({ fact, procedure, inCash: isCash(nth) });
      const then = caseFact(life, before);
      if (
        then !== null &&
        then.end === null &&
        count07a({ from: before, to: before }).add(then, procedureOfLife(then)).length > 0
      )
        open += 1;
    }
    return { ...counter.finish(open), index: index.finish() };
  }

  async function agrees(days: Days): Promise<void> {
    const own = ownFigures(days);
    const city = await cityReport(box, days);
    expect({ days, rows: city.sections.II.rows }).toEqual({ days, rows: own.rows });
    expect({ days, total: city.sections.II.total }).toEqual({ days, total: own.total });
    expect(city.checks.find(({ name }) => name.startsWith('(3)'))?.ok).toBe(true);
    const there = await cityFigures(box.owner, days, Date.parse('2031-01-01T00:00:00+07:00'));
    const { all, byField } = own.index;
    const told = ({ files: many, onTime, open, ours, online, owing, owingAtMost, inCash }: typeof all) => ({
      files: many,
      on_time: onTime,
      open,
      ours,
      online,
      owing,
      owing_at_most: owingAtMost,
      in_cash: inCash,
    });
    const fields = Object.fromEntries(there.index.map(({ field, counts }) => [field, counts]));
    expect({ days, index: fields }).toEqual({
      days,
      index: Object.fromEntries(byField.map(({ field, counts }) => [field, told(counts)])),
    });
  }

  /** Days of the law and any others. */
  const periods: Days[] = Array.from({ length: 16 }, (_none, nth) => {
    const from = addDays('2024-12-15', draw(680));
    return nth % 3 === 0
      ? { from: `${from.slice(0, 7)}-15`, to: addDays(`${from.slice(0, 7)}-14`, 31) }
      : { from, to: addDays(from, draw(120)) };
  });

  test('told once', async () => {
    await tell(files.map((_file, nth) => nth));
    for (const days of periods) await agrees(days);
  });

  test('told otherwise, in three rounds', async () => {
    for (let round = 0; round < 3; round += 1) {
      const which = files.flatMap((_file, nth) => (draw(4) === 0 ? [nth] : []));
      for (const nth of which) {
        const file = files[nth] as Kept;
        file.life = toldOtherwise(file.life, draw);
      }
      await tell(which);
      for (const days of periods.slice(0, 6)) await agrees(days);
    }
  });

  test('sent again nothing changes, and what does not follow is told so', async () => {
    const before = await link.hello(randomUUID());
    const { n, head, life } = files[0] as Kept;
    const of = { procedureOf: procedureOfLife, mayName: () => true, isKnownField: () => true };
    const plain = caseSteps(life, of).map(plainStep);
    const fact = { key: caseKeyOf(key, '0'), first: n + 1, over: 1, prev: head, head, cash: true, steps: plain };
    expect(await link.append([fact])).toEqual([{ is: 'have' }]);
    const other = headOf([], true);
    expect(await link.append([{ ...fact, head: other, first: n + 2 }])).toEqual([{ is: 'gap' }]);
    expect(await link.append([{ ...fact, head: other, prev: noHead }])).toEqual([{ is: 'forked' }]);
    const bad = (change: (step: (string | number | boolean | null)[]) => void) => {
      const step = [...(plain[0] ?? [])];
      change(step);
      return { ...fact, head: other, steps: [step] };
    };
    for (const broken of [
      bad((step) => (step[0] = '2026-13-41')),
      bad((step) => (step[3] = 'Hộ tịch\u0007')),
      bad((step) => (step[2] = 'Nguyễn Thị Ánh')),
      bad((step) => (step[1] = 9)),
      bad((step) => step.push(1)),
      { ...fact, head: other, over: 0 },
      { ...fact, head: other, key: Buffer.alloc(3) },
    ])
      expect(await link.append([broken])).toEqual([{ is: 'malformed' }]);
    const { cases, marks } = await link.hello(randomUUID());
    expect({ cases, marks }).toEqual({ cases: before.cases, marks: before.marks });
  });
});
