import { expect, test } from 'vitest';
import { reviewDueOn } from '../../../../electron/domain/common/office/account-age.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { openPracticeDesk } from '../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: false });

test.each([
  ['2026-12-01', '2027-06-01'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-07-15', '2027-01-15'],
])('what was looked through on %s is looked through again by %s', (day, due) => expect(reviewDueOn(day)).toBe(due));

test('in an office where people practise nobody is reminded, and it may be done all the same', async () => {
  const at = await openPracticeDesk();
  at.sit('supervisor');
  expect(await at.get('account.review')).toMatchObject({ last: null, due: null });
  await at.get('account.reviewed', { note: 'Đủ người, đủ quyền' });
  const { last, accounts } = await at.get('account.review');
  expect(last).toMatchObject({ note: 'Đủ người, đủ quyền', by: expect.stringMatching(/\p{L}/u) });
  expect(accounts.find(({ username }: { username: string }) => username === 'clerk')).toMatchObject({
    role: 'clerk',
    disabled: false,
    roleSince: expect.stringMatching(/^\d{4}-/),
    code: false,
    lookUps: 0,
  });
  at.sit('clerk');
  expect(await at.call('account.review')).toMatchObject({ fault: { code: 'forbidden' } });
  expect(await at.call('account.reviewed', { note: 'Đủ người' })).toMatchObject({ fault: { code: 'forbidden' } });
  at.sit('supervisor');
  expect(await at.call('account.reviewed', { note: 'aaaa' })).toMatchObject({ fault: { code: 'input-invalid' } });
  const { lines } = await at.get('account.log', { of: 'office' });
  expect(lines[0]).toMatchObject({ type: 'access-reviewed', by: expect.anything() });
  await at.end();
});

test('six months after two began, and after each time, who keeps the office is reminded until somebody did it', async () => {
  const at = await desk('an', 'binh', 'tu');
  const remindedOf = async (username: string) => {
    const { value } = await (await at.signIn(username)).call('system.status');
    return value.runsOut.filter(({ code }: { code: string }) => code === 'access-review');
  };
  const fourWeeks = 28 * 86_400_000;
  for (let weeks = 0; weeks < 24; weeks += 4) {
    expect(await remindedOf('binh')).toEqual([]);
    at.clock.at += fourWeeks;
  }
  await at.signIn('binh');
  at.clock.at += fourWeeks;
  const [owed] = await remindedOf('binh');
  expect(owed).toMatchObject({ since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  const binh = await at.signIn('binh');
  expect(await binh.call('account.review')).toMatchObject({ value: { last: null, due: owed.since } });
  expect(await binh.call('account.reviewed', { note: 'Khóa hai người đã nghỉ' })).toMatchObject({ ok: true });
  expect(await remindedOf('binh')).toEqual([]);
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 120_000);
