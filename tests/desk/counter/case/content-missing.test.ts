import { expect, test } from 'vitest';
import { openPracticeDesk, openTestDesk } from '../../../support/desk/test-desk.ts';
import { caseId, monday, openTestStore, received } from '../../../support/desk/test-store.ts';

/** As an entry of another desk lies in the journal whose list did not come with it. */
test.each([
  ['1.004222', 'of today’s list', 'Đăng ký thường trú'],
  ['9.999999', 'of no list', 'Thủ tục 9.999999 (danh mục chưa nhận được)'],
])('a case of %s, %s, is shown as far as it is known', async (procedureCode, _of, name) => {
  const before = await openPracticeDesk();
  await before.desk.close();
  const store = openTestStore(before.folder);
  const event = received(1, { catalogueVersion: '0000000000000000', procedureCode, fees: [] });
  const entry = {
    id: new Uint8Array(16),
    now: monday,
    author: null,
    subject: { kind: 'case', caseId: caseId(1) },
    event,
  } as const;
  store.db.transaction(() => {
    store.journal.append(entry);
    store.journal.endCommit();
  })();
  store.close();
  const at = openTestDesk({ folder: before.folder });
  at.sit('clerk');
  const { state, actions } = await at.get('case.get', { caseId: caseId(1) });
  expect(state).toMatchObject({
    contentMissing: true,
    procedure: { code: procedureCode, name },
    applicant: { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH' },
    dueAt: '2026-11-25T17:00:00+07:00',
    contradictions: [],
  });
  expect(actions).toHaveLength(1);
  await at.end();
});
