import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';

const { procedures } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../../../resources/data/procedures.json'), 'utf8'),
).data as { procedures: readonly { code: string; decidingAgency: string }[] };

const opened: TestDesk[] = [];
afterEach(async () => {
  for (const at of opened.splice(0)) await at.end();
});

async function centre(): Promise<TestDesk> {
  const at = await openPracticeDesk();
  opened.push(at);
  return at;
}

async function numberOf(
  at: TestDesk,
  change: Record<string, unknown>,
): Promise<{ local: string; official: string | null }> {
  return (await at.get('case.receive', reception(change))).number;
}

/** NĐ 118/2025 Điều 28 k2a: the code begins with the identifier of who decides. */
describe('whose code a case bears', () => {
  const certificate = { procedureCode: '1.004873' };
  test.each<[string, Record<string, unknown>, RegExp | null]>([
    ['this office decides', certificate, /^H29\.999-261123-\d{4}$/],
    ['another commune decides', { ...certificate, competentUnit: { code: '26743' } }, null],
    ['another agency decides', { ...certificate, competentAgency: { name: 'Sở Tư pháp' } }, null],
    ['the list names another agency', { procedureCode: '1.010803' }, null],
    ['the police of the commune decide: residence', { procedureCode: '1.004222' }, null],
    ['an interlinked group, online: the portal’s', { procedureCode: '3.000722', channel: 'online' }, null],
    [
      'an interlinked group, at the desk: this one-stop desk’s',
      { procedureCode: '3.000722', confirm: [{ code: 'online-only', reason: 'cổng đang bảo trì' }] },
      /^H29\.999-/,
    ],
  ])('%s', async (_name, change, official) => {
    const number = await numberOf(await centre(), change);
    expect(number.local).toMatch(/^Q1-261123-\d{4}$/);
    if (official === null) expect(number.official).toBeNull();
    else expect(number.official).toMatch(official);
  });

  /** Ten residence and identity procedures, and whatever a list of another day names. */
  test('none that another agency decides bears this office’s code', async () => {
    const at = await centre();
    const told = [];
    for (const { code, decidingAgency } of procedures) {
      if (decidingAgency === 'UBND cấp xã') continue;
      told.push([decidingAgency, (await numberOf(at, { procedureCode: code })).official]);
    }
    expect(told.length).toBe(12);
    expect(told.filter(([, official]) => official !== null)).toEqual([]);
  });

  test('two centres that receive for a third never give one code', async () => {
    const forThird = { ...certificate, competentUnit: { code: '26743' } };
    const [one, other] = [await centre(), await centre()];
    const codes = await Promise.all([one, other].map((at) => numberOf(at, forThird)));
    // Neither has the third’s serials: no official code, and a number of its own that is looked up at its own desk.
    expect(codes.map(({ official }) => official)).toEqual([null, null]);
  });
});
