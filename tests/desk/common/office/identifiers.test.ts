import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { practiceUsers } from '../../../../electron/desk/practice/office.ts';
import {
  type TestDesk,
  clockAt,
  openPracticeDesk,
  openTestDesk,
  password,
  reception,
} from '../../../support/desk/test-desk.ts';
import { settings } from '../../../support/papers/well-formed.ts';

vi.setConfig({ testTimeout: 60_000 });
const seed = 20261130;

const opened: TestDesk[] = [];
afterEach(async () => {
  for (const at of opened.splice(0)) await at.end();
});

function kept(at: TestDesk): TestDesk {
  opened.push(at);
  return at;
}

/** In the order in which `sit` knows them. */
const accounts = practiceUsers.map((user) => ({ ...user, password }));

/** NĐ 118/2025 Điều 28 k2a: the code begins with the identifier of who decides; a list that nobody verified gives none. */
describe('an identifier that a list proposed', () => {
  const proposed = { ...settings, unitCode: '27112', caseUnitCode: 'H29.166', caseUnitCodeProposed: true };

  async function newOffice(): Promise<TestDesk> {
    const at = kept(openTestDesk());
    await at.get('office.setUp', { settings: proposed, accounts });
    return at;
  }

  test('the list has one for each of the 168 units of the city, with its grade and day', async () => {
    const { units, identifierList } = await kept(openTestDesk()).get('office.units');
    expect(new Set(units.map((unit: any) => unit.identifier?.code)).size).toBe(168);
    expect(new Set(units.map((unit: any) => unit.identifier?.grade))).toEqual(new Set(['C']));
    expect(identifierList).toEqual({ dated: '2026-11-29', source: expect.stringContaining('1.010803') });
  });

  test('stands on no paper before the office confirmed it, and who did so is kept', async () => {
    const at = await newOffice();
    at.sit('clerk');
    const before = await at.get('case.receive', reception());
    expect(before.number).toMatchObject({ local: expect.stringMatching(/^Q1-/), official: null });
    expect(await at.call('office.confirmIdentifier', { code: 'H29.166', document: 'CV 12' })).toMatchObject({
      fault: { code: 'forbidden' },
    });
    at.sit('admin');
    expect(await at.get('office.identifier')).toMatchObject({ code: 'H29.166', proposed: true, confirmed: null });
    expect(await at.call('office.confirmIdentifier', { code: 'H29.167', document: 'CV 12' })).toMatchObject({
      fault: { code: 'identifier-changed', data: { code: 'H29.166' } },
    });
    const document = 'Công văn 12/UBND-CĐS ngày 20/11/2026';
    const confirmed = { by: 'Phạm Văn Quản Trị', at: '2026-11-23T09:00:00+07:00', document };
    expect(await at.get('office.confirmIdentifier', { code: 'H29.166', document })).toMatchObject({
      proposed: false,
      confirmed,
    });
    at.sit('clerk');
    const after = await at.get('case.receive', reception());
    expect(after.number.official).toMatch(/^H29\.166-261123-/);
    // What was printed stays.
    expect((await at.get('case.get', { caseId: before.caseId })).state.number).toEqual(before.number);
    expect(at.desk.verify().ok).toBe(true);
    const again = kept(await at.reopen());
    again.sit('clerk');
    expect(await again.get('office.identifier')).toMatchObject({ proposed: false, confirmed });
  });

  test('is not confirmed by saving other settings, nor made doubtful again by it', async () => {
    const at = await newOffice();
    at.sit('admin');
    const { caseUnitCodeProposed: _proposed, ...silent } = proposed;
    const change = { settings: { ...silent, phone: '028 1' }, reason: 'đổi số máy' };
    expect(await at.get('office.changeSettings', change)).toMatchObject({ caseUnitCodeProposed: true });
    await at.get('office.confirmIdentifier', { code: 'H29.166', document: 'Công văn 12' });
    const stale = { settings: { ...proposed, phone: '028 2' }, reason: 'đổi số máy' };
    expect((await at.get('office.changeSettings', stale)).caseUnitCodeProposed).toBeUndefined();
    expect((await at.get('office.identifier')).confirmed).toMatchObject({ document: 'Công văn 12' });
  });

  test('another one may be typed: it is the office’s own word', async () => {
    const at = await newOffice();
    at.sit('admin');
    const { caseUnitCodeProposed: _proposed, ...typed } = { ...proposed, caseUnitCode: 'H29.3.7' };
    await at.get('office.changeSettings', { settings: typed, reason: 'theo văn bản' });
    at.sit('clerk');
    expect((await at.get('case.receive', reception())).number.official).toMatch(/^H29\.3\.7-/);
  });

  test('blank receipts of a kit have no official code either', async () => {
    const at = await newOffice();
    at.sit('clerk');
    const kit = await at.get('kit.print', { requestId: crypto.randomUUID(), count: 2 });
    expect(JSON.stringify(kit)).not.toContain('H29.166');
  });
});

/** Điều 17 k3, 20, 28: whoever receives for another agency has none of its serials. */
test('two centres that receive for a third, and the third itself, give no code twice', async () => {
  const [catLai, benThanh, hiepBinh] = ['27112', '26743', '26809'];
  type Step = { readonly at: 'one' | 'two' | 'third'; readonly forThird: boolean; readonly later: number };
  const step: fc.Arbitrary<Step> = fc.record({
    at: fc.constantFrom('one', 'two', 'third'),
    forThird: fc.boolean(),
    later: fc.integer({ min: 0, max: 3 }),
  });

  async function centre(unitCode: string, caseUnitCode: string): Promise<TestDesk> {
    const at = kept(await openPracticeDesk());
    at.sit('admin');
    await at.get('office.changeSettings', {
      settings: { ...(await at.get('office.settings')), unitCode, caseUnitCode },
      reason: 'đơn vị khác',
    });
    at.sit('clerk');
    return at;
  }

  // One long day: whatever came before, no code may come again.
  const steps = fc.sample(step, { seed, numRuns: 60 });
  const desks = {
    one: await centre(catLai, 'H29.166'),
    two: await centre(benThanh, 'H29.181'),
    third: await centre(hiepBinh, 'H29.146'),
  };
  const codes: string[] = [];
  const sent: Record<string, unknown>[] = [];
  let minute = 0;
  for (const { at, forThird, later } of steps) {
    minute += later;
    const time = `2026-11-23T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
    clockAt(desks[at], time);
    const away = forThird && at !== 'third';
    const input = reception({
      procedureCode: '1.004873',
      ...(away ? { competentUnit: { code: hiepBinh } } : {}),
    });
    const given = await desks[at].get('case.receive', input);
    if (!away) codes.push(given.number.official);
    // Not one of the third's codes is given elsewhere.
    else {
      expect(given.number.official).toBeNull();
      sent.push({
        code: given.number.local,
        receivingUnit: { code: at === 'one' ? catLai : benThanh },
        acceptedAt: given.acceptedAt,
        dueAt: given.dueAt,
        arrivedAt: '2026-11-25T10:00:00+07:00',
        procedureCode: '1.004873',
        applicant: input['applicant'],
        components: [{ index: 0, originals: 1, copies: 0 }],
        requestId: crypto.randomUUID(),
      });
    }
  }
  clockAt(desks.third, '2026-11-25T11:00:00');
  for (const file of sent) codes.push((await desks.third.get('case.receiveForeign', file)).number.official);
  expect(codes.filter((code) => code === null)).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  for (const at of Object.values(desks)) expect(at.desk.verify().ok).toBe(true);
});
