import { expect, test } from 'vitest';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { password, reception } from '../../../support/desk/test-desk.ts';

const { desk, again } = realDesks({ sealed: false });

test('who looked at whom is kept once in ten minutes, outside what the register holds; whom is the supervisor’s to see', async () => {
  const at = await desk('an', 'binh');
  const tu = await at.signIn('tu');
  const { caseId, number } = (await tu.call('case.receive', reception())).value;
  const before = await tu.call('journal.stateHash');
  for (const minutes of [0, 1, 12]) {
    at.clock.at += minutes * 60_000;
    await at.signIn('tu');
    const again_ = await at.signIn('tu');
    expect(await again_.call('case.get', { caseId })).toMatchObject({ ok: true });
  }
  const late = await at.signIn('tu');
  await late.call('person.earlier', { idNumber: '079190001234' });
  await late.call('case.search', { text: 'anh' });
  await late.call('case.get', { caseId: crypto.randomUUID() });

  const seen = { of: 'look-ups' };
  const lines = [
    { type: 'looked-number', by: 'Phạm Tú', number: null, whom: '079190001234' },
    { type: 'looked-case', by: 'Phạm Tú', number: number.official, whom: 'NGUYỄN THỊ ĐẶNG ÁNH' },
    { type: 'looked-case', by: 'Phạm Tú', number: number.official, whom: 'NGUYỄN THỊ ĐẶNG ÁNH' },
  ];
  const binh = await at.signIn('binh');
  const ofBinh = (await binh.call('account.log', seen)).value.lines;
  expect(ofBinh).toHaveLength(lines.length);
  expect(ofBinh).toEqual(expect.arrayContaining(lines.map((line) => expect.objectContaining(line))));
  const an = await at.signIn('an');
  const ofAn = (await an.call('account.log', seen)).value.lines;
  expect(ofAn.map(({ whom, why }: { whom: unknown; why: unknown }) => [whom, why])).toEqual(
    lines.map(() => [null, null]),
  );
  expect(JSON.stringify(ofAn)).not.toMatch(/ÁNH|079190001234/);
  expect(await tu.call('account.log', seen)).toMatchObject({ ok: false });
  expect(await (await at.signIn('tu')).call('journal.stateHash')).toEqual(before);
  expect(at.desk.verify()).toMatchObject({ ok: true });

  // What waited for the next moment is on disk when the desk is closed.
  at.clock.at += 3_600_000;
  await (await at.signIn('tu')).call('case.get', { caseId });
  const next = await again(at);
  const sees = await next.signIn('binh');
  expect((await sees.call('account.log', seen)).value.lines).toHaveLength(lines.length + 1);
}, 120_000);

test('what happened to accounts and keys is read by who keeps the office, with the reason for the supervisor', async () => {
  const at = await desk('an');
  const an = await at.signIn('an');
  await an.call('account.disable', { username: 'tu', reason: 'nghỉ thai sản' });
  const binh = await at.signIn('binh');
  const line = { type: 'account-disabled', by: 'Trần Thị An', whom: 'Phạm Tú', why: 'nghỉ thai sản' };
  const asked = { of: 'office', limit: 5 };
  expect((await binh.call('account.log', asked)).value.lines).toContainEqual(expect.objectContaining(line));
  const plain = { ...line, whom: null, why: null };
  expect((await an.call('account.log', asked)).value.lines).toContainEqual(expect.objectContaining(plain));
});

test('an act of two carries both names, whichever way they stood for it, and an answer says what it was', async () => {
  const at = await desk('binh', 'an');
  const [an, binh] = [await at.signIn('an'), await at.signIn('binh')];
  const second = { username: 'binh', password };
  const here = { username: 'tu', role: 'officer', reason: 'theo phân công', ownPassword: password, second };
  expect(await an.call('account.setRole', here)).toMatchObject({ ok: true });
  const ask = async (): Promise<string> => {
    const act = { kind: 'disable', username: 'tu' };
    return (await an.call('account.ask', { act, reason: 'nghỉ việc', password })).value.request;
  };
  const withdrawn = { request: await ask(), outcome: 'withdrawn', reason: 'gửi nhầm người' };
  expect(await an.call('account.answer', withdrawn)).toMatchObject({ ok: true });
  const refused = { request: await ask(), outcome: 'refused', reason: 'chưa bàn giao' };
  expect(await binh.call('account.answer', refused)).toMatchObject({ ok: true });
  const approved = { request: await ask(), outcome: 'approved', password };
  expect(await binh.call('account.answer', approved)).toMatchObject({ ok: true });
  const { lines } = (await binh.call('account.log', { of: 'office' })).value;
  const [tran, le] = ['Trần Thị An', 'Lê Văn Bình'];
  const whom = 'Phạm Tú';
  const wanted = [
    { type: 'account-role-set', by: tran, second: le, outcome: null, whom },
    { type: 'account-answered', by: tran, second: null, outcome: 'withdrawn', whom, why: 'gửi nhầm người' },
    { type: 'account-answered', by: le, second: null, outcome: 'refused', whom, why: 'chưa bàn giao' },
    { type: 'account-disabled', by: le, second: tran, outcome: null, whom },
  ];
  for (const line of wanted) expect(lines).toContainEqual(expect.objectContaining(line));
}, 120_000);

test('who rests on a line of a list has not opened the case, and is not left out either', async () => {
  const at = await desk('an', 'binh');
  const tu = await at.signIn('tu');
  const { caseId, number, documents } = (await tu.call('case.receive', reception())).value;
  const { documentId } = documents[0];
  expect(await tu.call('case.get', { caseId, ahead: true })).toEqual(
    await tu.call('case.get', { caseId, ahead: true }),
  );
  expect(await tu.call('paper.view', { documentId, ahead: true })).toMatchObject({ ok: true });
  const { lines } = (await (await at.signIn('binh')).call('account.log', { of: 'look-ups' })).value;
  // A paper is told by its name and its case, never by what only the file knows it by.
  const line = { type: 'looked-ahead', number: number.official, whom: 'NGUYỄN THỊ ĐẶNG ÁNH' };
  expect(lines).toHaveLength(2);
  for (const paper of [null, 'mau-01']) expect(lines).toContainEqual(expect.objectContaining({ ...line, paper }));
});
