import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const id = '0190163d-8694-7000-8000-0000000000d1';
const draft = {
  draftId: id,
  label: 'Khai sinh · NGUYỄN',
  body: { procedureCode: '1.001193', applicant: { fullName: 'NGUYỄN' } },
};

describe('drafts', () => {
  test('are there after a restart, as they were typed', async () => {
    await at.get('draft.save', draft);
    at = await at.reopen();
    at.sit('clerk');
    expect((await at.get('draft.list')).drafts).toEqual([{ ...draft, savedAt: '2026-11-23T09:00:00+07:00' }]);
  });

  test.each(['陳大文', 'Trần 😀', 'a\u202eb', '\ud83d', 'hai\ndòng\u0000', '\ufffd', '  '])(
    'take %j: what is still being typed is never refused for a letter',
    async (typed) => {
      const kept = { ...draft, label: typed, body: { applicant: { fullName: typed } } };
      await at.get('draft.save', kept);
      const [found] = (await at.get('draft.list')).drafts;
      expect(found).toMatchObject({ draftId: id, label: typed.toWellFormed() });
      expect(found.body).toEqual(kept.body);
    },
  );

  test('saving again overwrites, and the newest comes first', async () => {
    await at.get('draft.save', draft);
    await at.get('draft.save', { ...draft, draftId: id.replace('d1', 'd2'), label: 'khác' });
    at.clock.at += 1000;
    await at.get('draft.save', { ...draft, label: 'mới' });
    const { drafts } = await at.get('draft.list');
    expect(drafts.map(({ label }: { label: string }) => label)).toEqual(['mới', 'khác']);
  });

  test('belong to who typed them, even under one id: the window stays when the clerk changes', async () => {
    await at.get('draft.save', draft);
    at.sit('officer');
    expect((await at.get('draft.list')).drafts).toEqual([]);
    expect(await at.call('draft.discard', { draftId: id })).toMatchObject({ fault: { code: 'draft-unknown' } });
    await at.get('draft.save', { ...draft, label: 'của người khác' });
    expect((await at.get('draft.list')).drafts).toMatchObject([{ label: 'của người khác' }]);
    at.sit('clerk');
    expect((await at.get('draft.list')).drafts).toMatchObject([{ label: draft.label }]);
  });

  test('are thrown away once', async () => {
    await at.get('draft.save', draft);
    await at.get('draft.discard', { draftId: id });
    expect((await at.get('draft.list')).drafts).toEqual([]);
    expect(await at.call('draft.discard', { draftId: id })).toMatchObject({
      fault: { code: 'draft-unknown', data: { draftId: id } },
    });
  });

  test('go when the case they became is received, and not before', async () => {
    await at.get('draft.save', draft);
    await at.call('case.receive', reception({ draftId: id, procedureCode: '9.999999' }));
    expect((await at.get('draft.list')).drafts).toHaveLength(1);
    await at.get('case.receive', reception({ draftId: id }));
    expect((await at.get('draft.list')).drafts).toEqual([]);
  });

  test('are scratch paper: no history is made of them', async () => {
    const before = at.desk.verify();
    await at.get('draft.save', draft);
    expect(at.desk.verify()).toEqual(before);
  });

  test.each([
    ['too large', { ...draft, body: { text: 'x'.repeat(65_600) } }],
    ['an id that is none', { ...draft, draftId: 'one' }],
    ['a body that is a list', { ...draft, body: [] }],
  ])('%s is refused', async (_what, input) => {
    expect(await at.call('draft.save', input)).toMatchObject({ fault: { code: 'input-invalid' } });
  });
});
