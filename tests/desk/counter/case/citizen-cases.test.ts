import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { opening } from '../../../support/counter/intake-desk.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

// A slip is drawn with real fonts.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const abandoned = 'Trẻ bị bỏ rơi';
const byOther = 'Ủy quyền cho người khác';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function casesOf(caseId: string): Promise<readonly string[]> {
  return (await at.get('case.get', { caseId })).state.citizenCases;
}

const correct = async (caseId: string, change: Record<string, unknown>) =>
  at.get('case.correct', { caseId, requestId: crypto.randomUUID(), reason: 'Ghi nhầm trường hợp', change });

describe('which case the citizen is (NĐ 118/2025 Điều 16)', () => {
  test('what was said at reception is kept with the file, and nothing where nobody was asked', async () => {
    const said = await at.get('case.receive', reception({ citizenCases: [abandoned, byOther] }));
    const silent = await at.get('case.receive', reception());
    expect([await casesOf(said.caseId), await casesOf(silent.caseId)]).toEqual([[abandoned, byOther], []]);
    expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  });

  test('what is no case of the procedure is refused, and the cases are named', async () => {
    expect(await at.call('case.receive', reception({ citizenCases: ['Nhà ở riêng lẻ'] }))).toMatchObject({
      fault: {
        code: 'citizen-case-unknown',
        data: { words: 'Nhà ở riêng lẻ', known: expect.stringContaining(abandoned) },
      },
    });
  });

  test('a correction says it anew, keeps it where it says nothing, and another procedure has cases of its own', async () => {
    const { caseId } = await at.get('case.receive', reception({ citizenCases: [abandoned] }));
    await correct(caseId, { citizenCases: [byOther] });
    expect(await casesOf(caseId)).toEqual([byOther]);
    await correct(caseId, { quantity: 2 });
    expect(await casesOf(caseId)).toEqual([byOther]);
    await correct(caseId, { procedureCode: '1.004873', components: [{ index: 0, originals: 1, copies: 0 }] });
    expect(await casesOf(caseId)).toEqual([]);
  });
});

describe('the guidance slip', () => {
  async function told(change: Record<string, unknown>): Promise<string> {
    const done = await at.get('intake.open', opening({ act: { type: 'guide', items: [] }, ...change }));
    expect(done.paperFault).toBeNull();
    return paperWords(at, done.documents[0].documentId);
  }

  test('names the papers of everybody and of this case, and of no other', async () => {
    const words = await told({ components: [], citizenCases: [abandoned] });
    expect(words).toContain('Giấy chứng sinh');
    expect(words).toContain(abandoned);
    expect(words).not.toContain('mang thai hộ');
    expect(await told({ components: [], citizenCases: [] })).not.toContain(abandoned);
  });

  test('of papers that stand for each other the one that is there, or one of them', async () => {
    const portal = 'Mẫu hộ tịch điện tử tương tác';
    const { components } = await at.get('procedure.get', { code: '1.001193' });
    const form = components.find(({ name }: { name: string }) => name.startsWith('Tờ khai đăng ký khai sinh'));
    const open = await told({ components: [], citizenCases: [] });
    expect(open).toContain('nộp một trong các giấy tờ cùng loại');
    expect(open.replaceAll(' ', '')).toContain(portal.replaceAll(' ', ''));
    const brought = await told({ components: [{ index: form.index, originals: 1, copies: 0 }], citizenCases: [] });
    expect(brought).not.toContain('nộp một trong các giấy tờ cùng loại');
    expect(brought.replaceAll(' ', '')).not.toContain(portal.replaceAll(' ', ''));
  });
});
