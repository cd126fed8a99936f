import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { numberNotes, onPaper, printKit } from '../../../support/counter/kit-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

const open: TestDesk[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.end();
});

const blocks = { Q1: { first: 1, last: 999 }, Q2: { first: 1000, last: 1999 } } as const;

async function openDesk(code: keyof typeof blocks): Promise<TestDesk> {
  const at = await openPracticeDesk();
  open.push(at);
  at.sit('admin');
  const settings = await at.get('office.settings');
  const desk = { ...settings.desk, code, blocks: [blocks[code]] };
  await at.get('office.changeSettings', { settings: { ...settings, desk, otherDesks: [] }, reason: 'two desks' });
  clockAt(at, '2026-11-23T09:00:00');
  return at;
}

type Sheet = { readonly kitId: string; readonly serial: number; readonly number: string };

/** What a desk is known to have given: each number once, and what became of its sheets. */
class Counter {
  readonly given: string[] = [];
  readonly left: Sheet[] = [];
  readonly gone: Sheet[] = [];
  readonly at: TestDesk;

  constructor(at: TestDesk) {
    this.at = at;
  }

  async receive(): Promise<void> {
    this.given.push((await this.at.get('case.receive', reception())).number.official);
  }

  async print(pick: number): Promise<void> {
    const { kit } = await printKit(this.at, { count: 1 + (pick % 3) });
    for (const { serial, number } of kit.sheets) {
      this.given.push(number);
      this.left.push({ kitId: kit.kitId, serial, number });
    }
  }

  async enter(pick: number): Promise<void> {
    const [sheet] = this.left.splice(pick % Math.max(1, this.left.length), 1);
    if (sheet === undefined) return;
    const { number } = await this.at.get('case.receive', onPaper(sheet.number, '2026-11-23T09:00:00'));
    expect(number.official).toBe(sheet.number);
    const again = await this.at.call('case.receive', onPaper(sheet.number, '2026-11-23T09:00:00'));
    expect(again).toMatchObject({ fault: { code: 'kit-number-used' } });
  }

  async void(pick: number): Promise<void> {
    const [sheet] = this.left.splice(pick % Math.max(1, this.left.length), 1);
    if (sheet === undefined) return;
    await this.at.get('kit.void', { kitId: sheet.kitId, serials: [sheet.serial], reason: 'Viết hỏng' });
    this.gone.push(sheet);
  }

  async restore(pick: number): Promise<void> {
    const [sheet] = this.gone.splice(pick % Math.max(1, this.gone.length), 1);
    if (sheet === undefined) return;
    this.at.sit('supervisor');
    await this.at.get('kit.restore', { kitId: sheet.kitId, serials: [sheet.serial], reason: 'Dân đang giữ' });
    this.at.sit('clerk');
    this.left.push(sheet);
  }

  /** Every serial below the next one is a case, a sheet that is open, or a sheet that is void. */
  async account(): Promise<void> {
    const [block] = (await this.at.get('office.numbers', { date: '2026-11-23' })).blocks;
    const serials = (sheets: readonly Sheet[]) => sheets.map(({ serial }) => serial).toSorted((a, b) => a - b);
    expect(block).toMatchObject({
      setAside: serials(this.left),
      voidSheets: serials(this.gone),
      skipped: [],
      used: this.given.length - this.left.length - this.gone.length,
      next: block.first + this.given.length,
    });
    const { kits } = await this.at.get('kit.list');
    const listed = kits.flatMap(({ sheets }: any) => sheets.filter(({ state }: any) => state === 'open'));
    expect(listed.map(({ number }: any) => number).toSorted()).toEqual(this.left.map((one) => one.number).toSorted());
    expect(numberNotes(this.at).length > 0).toBe(this.left.length > 0);
  }
}

const step = fc.record({
  desk: fc.constantFrom(0, 1),
  act: fc.constantFrom('receive', 'print', 'enter', 'enter', 'void', 'restore'),
  pick: fc.nat(20),
});

test('two desks with blocks of their own: no number twice, every one accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const counters = [new Counter(await openDesk('Q1')), new Counter(await openDesk('Q2'))] as const;
      for (const { desk, act, pick } of steps) await counters[desk === 0 ? 0 : 1][act as 'enter'](pick);
      const [one, two] = counters;
      const all = [...one.given, ...two.given];
      expect(new Set(all).size).toBe(all.length);
      await one.account();
      await two.account();
      // A sheet is entered where it was printed, and nowhere else.
      const [sheet] = one.left;
      if (sheet === undefined) return;
      const elsewhere = await two.at.call('case.receive', onPaper(sheet.number, '2026-11-23T09:00:00'));
      expect(elsewhere).toMatchObject({ fault: { code: 'kit-number-unknown' } });
    }),
    { numRuns: 4, seed: 118 },
  );
});
