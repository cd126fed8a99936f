import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../../electron/contract/counter/case/case.ts';
import { actionSentence, citizenDueWords, dueWords, formName, actorNames } from '../../../renderer/text/case-words.ts';
import { caseFile } from '../../../renderer/text/screens/counter/case.ts';

const { vi, en } = caseFile;

describe('what happened, in words', () => {
  test.each([
    ['supplement-requested', { reason: 'Thiếu giấy chứng sinh' }, 'Yêu cầu bổ sung: Thiếu giấy chứng sinh'],
    ['supplement-requested', {}, 'Yêu cầu bổ sung'],
    ['document-made', { form: 'mau-01' }, 'Lập giấy: Giấy tiếp nhận hồ sơ và hẹn trả kết quả'],
    ['document-made', { form: 'mau-cua-phuong' }, 'Lập giấy: mau-cua-phuong'],
    ['returned', { receiver: 'Trần Văn Bê' }, 'Trả kết quả cho Trần Văn Bê'],
    ['transferred', { to: 42 }, 'Chuyển xử lý'],
    ['stopped', { reason: 'Công dân rút' }, 'Dừng giải quyết: Công dân rút'],
    ['stopped', { reason: 'unsupplemented' }, 'Dừng giải quyết: quá hạn bổ sung hồ sơ'],
    ['fees-collected', { amount: 20_000, number: '0000012' }, 'Thu 20.000 đồng, biên lai số 0000012'],
    [
      'fees-collected',
      { amount: 20_000, number: '0000012', symbol: 'AC-26T' },
      'Thu 20.000 đồng, biên lai số AC-26T 0000012',
    ],
    ['fee-waived', { amount: 0, reason: 'trẻ em', basis: 'NĐ 1' }, 'Miễn, giảm còn 0 đồng: trẻ em (NĐ 1)'],
    ['not-yet-known', {}, 'not-yet-known'],
  ])('%s with %j', (type, detail, sentence) => {
    expect(actionSentence(type, detail, vi)).toBe(sentence);
  });

  test('no code of the journal is shown', () => {
    const sentence = actionSentence('stopped', { reason: 'unsupplemented' }, en);
    expect(sentence).toBe('Processing stopped: papers not completed in time');
  });

  test('who took a file over is told by name, and by the account where nobody knows the name', () => {
    const actions = [{ actor: 'officer', actorName: 'Lê Văn Cường' }] as unknown as CaseView['actions'];
    const said = (by: string) => actionSentence('taken-over', { by }, vi, actorNames(actions));
    expect(said('officer')).toBe('Nhận hồ sơ để xử lý: Lê Văn Cường');
    expect(said('other')).toBe('Nhận hồ sơ để xử lý: other');
  });

  test('both languages take the same details', () => {
    const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [type, sentence] of Object.entries(vi.done)) {
      expect(holes(en.done[type as keyof typeof en.done])).toEqual(holes(sentence));
    }
  });

  test('both languages know the same forms', () => {
    expect(Object.keys(en.forms)).toEqual(Object.keys(vi.forms));
    expect(formName('mau-02', en)).toBe('Request to supplement the file');
  });
});

describe('how far the citizen’s last day is', () => {
  const until = '2026-11-26T17:00:00+07:00';
  test.each([
    ['2026-11-23T15:12:00+07:00', 'người dân còn 3 ngày', 'plain'],
    ['2026-11-25T08:00:00+07:00', 'đến hết ngày mai', 'soon'],
    // BLDS Điều 148 k6: the last day ends at midnight, not with the office.
    ['2026-11-26T18:30:00+07:00', 'đến hết hôm nay', 'soon'],
    ['2026-11-27T07:00:00+07:00', 'đã hết hạn bổ sung', 'late'],
  ])('at %s: %s', (now, words, tone) => {
    expect(citizenDueWords(now, until, vi)).toEqual({ words, tone });
  });
});

describe('how far the promise is', () => {
  const now = '2026-11-23T15:12:00+07:00';
  test.each([
    ['2026-11-26T17:00:00+07:00', 'còn 3 ngày', 'plain'],
    ['2026-11-24T17:00:00+07:00', 'còn 1 ngày: ngày mai', 'soon'],
    ['2026-11-23T17:00:00+07:00', 'hôm nay', 'soon'],
    ['2026-11-23T11:00:00+07:00', 'quá giờ hẹn hôm nay', 'late'],
    ['2026-11-21T17:00:00+07:00', 'quá hẹn 2 ngày', 'late'],
  ])('%s', (dueAt, words, tone) => {
    expect(dueWords(now, dueAt, vi)).toEqual({ words, tone });
  });
});
