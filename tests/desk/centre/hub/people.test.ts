import { expect, test } from 'vitest';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { findAccount } from '../../../../electron/store/common/office/accounts.ts';
import { deriveAccounts } from '../../../../electron/store/common/office/accounts-told.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import {
  type HubDesk,
  codeFor,
  joined,
  openHubDesk,
  practiceFolder,
  synced,
  twinWay,
  closedAfterwards,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, password, reception } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();

const tu = { username: 'tu', fullName: 'Phạm Văn Tú', role: 'clerk' } as const;

/** Two counters of one centre, of which the first has a clerk that the second knows from entries alone. */
async function tuOfQ1(): Promise<readonly [HubDesk, HubDesk]> {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const one = openHubDesk('Q1', await practiceFolder(), 1, way);
  const two = openHubDesk('Q2', await practiceFolder(), 2, way);
  open.push(one, two);
  await one.get('admin', 'account.add', { ...tu, password });
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(two, codeFor(twin, 'Q2', 101));
  for (const desk of [one, two, one, two]) await synced(desk);
  return [one, two];
}

async function tuAt(desk: HubDesk) {
  const { accounts } = await desk.get('admin', 'account.list');
  return accounts.find(({ username }: { username: string }) => username === 'tu');
}

function found(desk: HubDesk): string[] {
  return verifyStore(desk.context.store.db).flatMap(({ name, found: wrong }) => wrong.map((one) => `${name}: ${one}`));
}

function signIn(desk: HubDesk) {
  return desk.call('clerk', 'account.signIn', { username: 'tu', password });
}

test('a person of another counter is theirs, is not opened here, and is taken in by being added', async () => {
  const [, two] = await tuOfQ1();
  expect(await tuAt(two)).toMatchObject({ disabled: true, elsewhere: 'Q1', fullName: tu.fullName });
  for (const [name, said] of [
    ['enable', { reason: 'sang quầy này' }],
    ['setRole', { reason: 'sang quầy này', role: 'officer' }],
    ['setPassword', { password }],
  ] as const)
    expect(await two.call('admin', `account.${name}`, { username: 'tu', ...said })).toMatchObject({
      fault: { code: 'account-elsewhere', data: { username: 'tu', desk: 'Q1' } },
    });
  // Somebody else of that name would sign as the one who is known here.
  expect(await two.call('admin', 'account.add', { ...tu, fullName: 'Trần Thị Tú', password })).toMatchObject({
    fault: { code: 'account-exists' },
  });
  expect(await signIn(two)).toMatchObject({ ok: false });
  await two.get('admin', 'account.add', { ...tu, role: 'officer', password });
  expect(await tuAt(two)).toMatchObject({ disabled: false, elsewhere: null, role: 'officer' });
  expect(await signIn(two)).toMatchObject({ ok: true });
  expect(found(two)).toEqual([]);
  deriveAccounts(two.context.store.db);
  expect(await tuAt(two)).toMatchObject({ disabled: false, elsewhere: null, role: 'officer' });
  expect(found(two)).toEqual([]);
  await two.get('admin', 'account.disable', { username: 'tu', reason: 'về quầy cũ' });
  expect(await tuAt(two)).toMatchObject({ disabled: true, elsewhere: null });
  await two.get('admin', 'account.enable', { username: 'tu', reason: 'trở lại' });
  expect(found(two)).toEqual([]);
});

test('a file in which one was opened without being added is sound, and keeps it open', async () => {
  const [, two] = await tuOfQ1();
  const { store } = two.context;
  store.write(null, monday, (tx) => {
    tx.db.prepare("UPDATE account SET disabled = 0 WHERE username = 'tu'").run();
    tx.append({ kind: 'account', username: 'tu' }, { type: 'account-enabled', reason: 'sang quầy này' });
  });
  expect(found(two)).toEqual([]);
  deriveAccounts(store.db);
  expect(await tuAt(two)).toMatchObject({ disabled: false, role: 'clerk', fullName: tu.fullName });
  expect(found(two)).toEqual([]);
  // What no entry says is a finding of it as of any other.
  store.db.prepare("UPDATE account SET role = 'admin' WHERE username = 'tu'").run();
  expect(found(two)).toEqual(['accounts: account tu is admin, and its entries say clerk']);
  store.db.prepare("UPDATE account SET role = 'clerk' WHERE username = 'tu'").run();
  // Closed again it is the other counter's, and is taken in like any.
  await two.get('admin', 'account.disable', { username: 'tu', reason: 'mở nhầm' });
  expect(await tuAt(two)).toMatchObject({ disabled: true, elsewhere: 'Q1' });
  await two.get('admin', 'account.add', { ...tu, password });
  expect(await signIn(two)).toMatchObject({ ok: true });
  expect(found(two)).toEqual([]);
});

/** As a program before people of the whole centre told it: of its own counter alone. */
function toldByOlder({ context }: HubDesk, type: 'account-disabled' | 'account-enabled', reason: string): void {
  context.store.write(findAccount(context.store.db, 'admin') ?? null, context.now(), (tx) => {
    tx.db.prepare("UPDATE account SET disabled = ? WHERE username = 'tu'").run(type === 'account-disabled' ? 1 : 0);
    tx.append({ kind: 'account', username: 'tu' }, { type, reason });
  });
}

test('whom a counter of an older program shut out is told of here, until they are shut out here or were let in again there', async () => {
  const [one, two] = await tuOfQ1();
  await two.get('admin', 'account.add', { ...tu, password });
  expect(await tuAt(two)).toMatchObject({ shutElsewhere: null });
  const meet = async () => {
    for (const desk of [one, two]) {
      desk.clock.at += 60_000;
      await synced(desk);
    }
  };
  await meet();
  toldByOlder(one, 'account-disabled', 'nghỉ việc');
  await meet();
  expect(await tuAt(two)).toMatchObject({
    disabled: false,
    shutElsewhere: { desk: 'Q1', at: '2026-11-23T09:01:00+07:00' },
  });
  toldByOlder(one, 'account-enabled', 'khóa nhầm');
  await meet();
  expect(await tuAt(two)).toMatchObject({ shutElsewhere: null });
  toldByOlder(one, 'account-disabled', 'nghỉ việc');
  await meet();
  await two.get('admin', 'account.disable', { username: 'tu', reason: 'nghỉ việc' });
  expect(await tuAt(two)).toMatchObject({ disabled: true, elsewhere: null, shutElsewhere: null });
  // Who lets them in here afterwards knows it.
  two.clock.at += 60_000;
  await two.get('admin', 'account.enable', { username: 'tu', reason: 'làm ở quầy này' });
  expect(await tuAt(two)).toMatchObject({ disabled: false, shutElsewhere: null });
  expect(found(two)).toEqual([]);
});

test('two people of one username: each paper says whose it is, both counters are told, and one of them gets another name', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const one = openHubDesk('Q1', await practiceFolder(), 1, way);
  const two = openHubDesk('Q2', await practiceFolder(), 2, way);
  open.push(one, two);
  const people = [
    [one, 'Nguyễn Văn An'],
    [two, 'Trần Thị Ân'],
  ] as const;
  const cases: string[] = [];
  for (const [desk, fullName] of people) {
    await desk.get('admin', 'account.add', { username: 'an', fullName, role: 'clerk', password });
    cases.push((await receivedAs(desk, 'an')).caseId);
  }
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(two, codeFor(twin, 'Q2', 101));
  for (const desk of [one, two, one, two]) await synced(desk);
  const told = async (desk: HubDesk) =>
    (await synced(desk)).notices.filter(({ code }) => code === 'hub-name-twice').map(({ vi }) => vi);
  for (const [desk, other] of [
    [one, 'Q2'],
    [two, 'Q1'],
  ] as const) {
    expect(await told(desk)).toEqual([expect.stringContaining(`an ở quầy ${other}`)]);
    const { accounts } = await desk.get('admin', 'account.list');
    expect(accounts.find(({ username }: { username: string }) => username === 'an').nameTwice).toEqual([other]);
  }
  // Who did what is the same at both counters, on the screen and on paper.
  const names = async (desk: HubDesk) => {
    const found = [];
    for (const caseId of cases) {
      const { state, actions, documents } = await desk.get('clerk', 'case.get', { caseId });
      const { pages } = await desk.get('clerk', 'paper.view', { documentId: documents[0].documentId });
      const text = JSON.stringify(pages);
      found.push([state.receivedByName, actions[0].actorName, people.filter(([, name]) => text.includes(name)).length]);
      expect(text).toContain(state.receivedByName);
    }
    return found;
  };
  const expected = people.map(([, name]) => [name, name, 1]);
  expect([await names(one), await names(two)]).toEqual([expected, expected]);

  // They agreed: who works at the first counter keeps the name.
  const asked = { username: 'an', to: 'an.q2', reason: 'trùng tên đăng nhập với quầy 1' };
  const { oneTimePassword } = await two.get('admin', 'account.rename', asked);
  expect(await signInAs(two, 'an', password)).toMatchObject({ fault: { code: 'sign-in-refused' } });
  two.clock.at += 60_000;
  expect(await signInAs(two, 'an', oneTimePassword)).toMatchObject({
    fault: { code: 'account-renamed', data: { username: 'an', to: 'an.q2' } },
  });
  expect(await signInAs(two, 'an.q2', oneTimePassword)).toMatchObject({ ok: true });
  expect(await signInAs(one, 'an', password)).toMatchObject({ ok: true });
  for (const desk of [two, one, two, one]) {
    desk.clock.at += 60_000;
    await synced(desk);
  }
  for (const desk of [one, two]) {
    expect(await told(desk)).toEqual([]);
    expect(await names(desk)).toEqual(expected);
    expect(found(desk)).toEqual([]);
    deriveAccounts(desk.context.store.db);
    expect(found(desk)).toEqual([]);
    const { accounts } = await desk.get('admin', 'account.list');
    const facts = (name: string) => {
      const account = accounts.find(({ username }: { username: string }) => username === name);
      return [account.fullName, account.disabled];
    };
    expect([facts('an'), facts('an.q2')]).toEqual([
      desk === one ? ['Nguyễn Văn An', false] : ['Trần Thị Ân', true],
      ['Trần Thị Ân', false],
    ]);
  }
  expect(await two.call('admin', 'account.enable', { username: 'an', reason: 'mở lại' })).toMatchObject({
    fault: { code: 'account-renamed' },
  });
  // The name is taken at this counter for good: what was done under it is the other's.
  expect(
    await two.call('admin', 'account.add', { username: 'an', fullName: 'Nguyễn Văn An', role: 'clerk', password }),
  ).toMatchObject({ fault: { code: 'account-exists' } });
  expect((await synced(one)).stateHash).toBe((await synced(two)).stateHash);
});

function signInAs(desk: HubDesk, username: string, typed: string) {
  return desk.call('clerk', 'account.signIn', { username, password: typed });
}

async function receivedAs(desk: HubDesk, username: string): Promise<{ caseId: string }> {
  const { context, clock } = desk;
  const account = findAccount(context.store.db, username);
  if (account === undefined) throw new Error(username);
  const { accountId, fullName, role } = account;
  const client = newClient();
  client.session = { accountId, username, fullName, role, lastUsedAt: clock.at };
  const requestId = context.ports.random.uuid();
  const answer = await dispatch(context, 'case.receive', reception({ requestId }), client);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  const { caseId } = answer.value as { caseId: string };
  const paper = await dispatch(context, 'paper.receipt', { caseId }, client);
  if (!paper.ok) throw new Error(JSON.stringify(paper.fault));
  return { caseId };
}
