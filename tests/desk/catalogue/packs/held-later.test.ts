import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packOfAll, publisherOf, signedPack } from '../../../support/data/pack-sample.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

/** What of a pack holds later, or not for every procedure: settings of a day to come, and general processes longer than a limit. */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterEach(() => at.end());

const from = '2026-11-23';
/** Without its form, which takes a second to try. */
const light = () => ({ ...packOfAll(), forms: undefined });

async function trusted(pack: object): Promise<string> {
  const text = signedPack(pack);
  await at.get('pack.trust', publisherOf(text));
  return text;
}

async function titleOf(documentId: string): Promise<string> {
  return JSON.stringify(await at.get('paper.view', { documentId }))
    .normalize('NFC')
    .toUpperCase();
}

describe('a setting of a later day', () => {
  test('holds from midnight of its day, for whoever asks first; nobody signed in again', async () => {
    const text = await trusted(light());
    await at.get('pack.take', { text, from: '2026-11-24', kinds: ['settings'] });
    at.sit('clerk');
    clockAt(at, '2026-11-23T23:59:59');
    expect((await at.get('office.settings')).lookupAddress).not.toBe('tracuu.thu.example.vn');
    clockAt(at, '2026-11-24T00:00:00');
    expect((await at.get('office.settings')).lookupAddress).toBe('tracuu.thu.example.vn');
    // It is written before anything of the new day is: papers of that day are made again by it.
    const { documents } = await at.get('case.receive', reception({ print: true }));
    expect(await titleOf(documents[0].documentId)).toContain('TRACUU.THU.EXAMPLE.VN');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });
});

describe('a general process longer than a limit', () => {
  const frameOf = (days: number) => ({
    id: 'khung-ngay',
    name: 'Khung thử',
    note: 'thử',
    verified: false,
    units: ['working-day'],
    steps: [
      { name: 'Tiếp nhận hồ sơ', role: 'clerk', time: null },
      { name: 'Xem xét', role: 'officer', time: { value: days, unit: 'working-day' } },
      { name: 'Trả kết quả', role: 'clerk', time: null },
    ],
  });
  const stepsOf = async (code: string) =>
    (await at.get('procedure.process', { code })).steps.map(({ name }: { name: string }) => name);
  const withFrame = (days: number) => ({ ...light(), processes: { frames: [frameOf(days)], steps: [] } });

  test('is told by how many procedures and which, and is not theirs; the others go by it', async () => {
    const { procedures } = await at.get('catalogue.list', {});
    const short = procedures.find(({ termText }: any) => termText === '01 ngày làm việc');
    const long = procedures.find(({ termText }: any) => termText === '10 ngày làm việc');
    const before = await stepsOf(short.code);
    const { problems, rows } = await at.get('pack.take', {
      text: await trusted(withFrame(2)),
      from,
      kinds: ['processes'],
    });
    expect(problems).toEqual([expect.objectContaining({ key: 'khung-ngay', what: 'frame-too-long-for', left: false })]);
    expect(problems[0].text).toMatch(/dài hơn thời hạn của \d+ thủ tục \(.+\)/);
    expect(rows).toHaveLength(1);
    expect(await stepsOf(long.code)).toContain('Xem xét');
    expect(await stepsOf(short.code)).toEqual(before);
  });

  test('than all of them is left out', async () => {
    const preview = await at.get('pack.preview', { text: signedPack(withFrame(3000)), from, kinds: ['processes'] });
    expect(preview.problems).toEqual([expect.objectContaining({ what: 'frame-too-long', left: true })]);
    expect(preview.rows).toEqual([]);
  });
});
