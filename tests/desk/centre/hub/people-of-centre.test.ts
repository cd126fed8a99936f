import { expect, test } from 'vitest';
import { HubFault, type HubLink } from '../../../../electron/exchange/hub/link.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { deriveAccounts } from '../../../../electron/store/common/office/accounts-told.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  practice,
  syncFault,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, password } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();
const tu = { username: 'tu', fullName: 'Phạm Văn Tú', role: 'clerk' } as const;

/** What is wrong on the way of a desk, by its number: nobody answers; or nothing is told any more once it has the turn. */
type Broken = Map<number, 'away' | 'cut-in-turn'>;

function around(broken: Broken): (link: HubLink, no: number) => HubLink {
  return (link, no) => {
    if (broken.get(no) === 'away') throw new HubFault('hub-away');
    return {
      ...link,
      append: (row) => {
        if (broken.get(no) === 'cut-in-turn') throw new HubFault('hub-away');
        return link.append(row);
      },
    };
  };
}

async function centreOfTwo() {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const broken: Broken = new Map();
  const way = twinWay(twin, around(broken));
  const one = await practice(open, 'Q1', way);
  const two = await practice(open, 'Q2', way);
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(two, codeFor(twin, 'Q2', 101));
  for (const desk of [one, two, one, two]) await synced(desk);
  return { one, two, twin, broken };
}

async function tuAt(desk: HubDesk) {
  const { accounts } = await desk.get('admin', 'account.list');
  return accounts.find(({ username }: { username: string }) => username === 'tu');
}

async function meet(...desks: HubDesk[]): Promise<string[]> {
  const told: string[] = [];
  for (const desk of [...desks, ...desks]) {
    desk.clock.at += 60_000;
    const { notices } = await synced(desk);
    told.push(...notices.map(({ code }) => `${desk.name} ${code}`));
  }
  return [...new Set(told)].filter((one) => one.includes('people')).toSorted();
}

/** What verify finds, and whether the journal says what stands in the table. */
function expectAsTold(...desks: HubDesk[]): void {
  for (const { context } of desks) {
    const { db } = context.store;
    expect(verifyStore(db).flatMap(({ name, found }) => found.map((one) => `${name}: ${one}`))).toEqual([]);
    const rows = () => db.prepare('SELECT username, full_name, role, disabled FROM account ORDER BY username').all();
    const kept = rows();
    deriveAccounts(db);
    expect(rows()).toEqual(kept);
  }
}

test('added at one counter somebody is at all, with a first password of each; a role and a closing hold everywhere', async () => {
  const { one, two, broken } = await centreOfTwo();
  await one.get('admin', 'account.add', { ...tu, password });
  expect(await tuAt(two)).toBeUndefined();
  await meet(one, two);
  expect(await tuAt(two)).toMatchObject({ disabled: false, elsewhere: null, role: 'clerk', needsPassword: true });
  expect((await two.get('clerk', 'account.colleagues')).accounts).toContainEqual(tu);
  const client = newClient();
  const signIn = () => dispatch(two.context, 'account.signIn', { username: 'tu', password }, client);
  expect(await signIn()).toMatchObject({ ok: false });
  two.clock.at += 120_000;
  await two.get('admin', 'account.setPassword', { username: 'tu', password });
  expect(await tuAt(two)).toMatchObject({ needsPassword: false });
  expect(await signIn()).toMatchObject({ ok: true });
  expectAsTold(one, two);

  // The role changes under an open session: it ends, and the next one has the new role.
  await one.get('admin', 'account.setRole', { username: 'tu', role: 'officer', reason: 'lên thụ lý' });
  await meet(one, two);
  expect(await tuAt(two)).toMatchObject({ role: 'officer' });
  expect(await dispatch(two.context, 'account.colleagues', {}, client)).toMatchObject({
    fault: { code: 'session-expired' },
  });
  expect(await signIn()).toMatchObject({ ok: true });

  // Closing waits for nothing: the hub is away, and it comes to everybody at the next contact.
  broken.set(1, 'away');
  await one.get('admin', 'account.disable', { username: 'tu', reason: 'nghỉ việc' });
  expect(await syncFault(one)).toBe('hub-away');
  broken.clear();
  await meet(one, two);
  expect(await tuAt(two)).toMatchObject({ disabled: true, elsewhere: null });
  expect(await dispatch(two.context, 'account.colleagues', {}, client)).toMatchObject({ ok: false });
  expect(await signIn()).toMatchObject({ ok: false });
  await two.get('admin', 'account.enable', { username: 'tu', reason: 'trở lại' });
  await meet(two, one);
  expect(await tuAt(one)).toMatchObject({ disabled: false, role: 'officer' });
  expectAsTold(one, two);
});

test('without the hub nothing that holds everywhere is begun, in both languages, and nothing is changed', async () => {
  const { one, two, broken } = await centreOfTwo();
  await one.get('admin', 'account.add', { ...tu, password });
  broken.set(1, 'away');
  const head = one.context.store.journal.head().deskSeq;
  for (const [call, input] of [
    ['add', { username: 'an', fullName: 'Lê Thị An', role: 'clerk', password }],
    ['setRole', { username: 'tu', role: 'officer', reason: 'lên thụ lý' }],
  ] as const)
    expect(await one.call('admin', `account.${call}`, input)).toMatchObject({
      fault: { code: 'turn-without-hub', message: expect.stringContaining('máy chủ') },
    });
  expect(one.context.store.journal.head().deskSeq).toBe(head);
  // A password is this counter's own.
  await one.get('admin', 'account.setPassword', { username: 'tu', password: `${password}-2` });
  broken.clear();
  await one.get('admin', 'account.setRole', { username: 'tu', role: 'officer', reason: 'lên thụ lý' });
  await meet(one, two);
  expect(await tuAt(two)).toMatchObject({ role: 'officer' });
});

test('the turn brings everything of others first: a name that was taken meanwhile is taken', async () => {
  const { one, two } = await centreOfTwo();
  await one.get('admin', 'account.add', { ...tu, password });
  // Two has not met the hub since.
  expect(await two.call('admin', 'account.add', { ...tu, fullName: 'Trần Thị Tú', password })).toMatchObject({
    fault: { code: 'account-exists' },
  });
  expect(await tuAt(two)).toMatchObject({ fullName: tu.fullName });
});

test('cut off in the turn, two counters say different things: the later holds at both, a closing over an opening, and it is told', async () => {
  const { one, two, broken } = await centreOfTwo();
  await one.get('admin', 'account.add', { ...tu, password });
  await meet(one, two);
  await two.get('admin', 'account.setPassword', { username: 'tu', password });
  await meet(two, one);

  broken.set(1, 'cut-in-turn');
  await one.get('admin', 'account.setRole', { username: 'tu', role: 'officer', reason: 'lên thụ lý' });
  broken.set(2, 'cut-in-turn');
  two.clock.at += 300_000;
  await two.get('admin', 'account.setRole', { username: 'tu', role: 'supervisor', reason: 'làm lãnh đạo' });
  broken.clear();
  expect(await meet(one, two)).toEqual(['Q1 hub-people-apart', 'Q2 hub-people-apart']);
  for (const desk of [one, two]) expect(await tuAt(desk)).toMatchObject({ role: 'supervisor' });

  await one.get('admin', 'account.disable', { username: 'tu', reason: 'khóa nhầm' });
  await meet(one, two);
  // Opened at two without knowing that one, which let them in and shut them out again, did.
  broken.set(1, 'cut-in-turn');
  await one.get('admin', 'account.enable', { username: 'tu', reason: 'trở lại' });
  await one.get('admin', 'account.disable', { username: 'tu', reason: 'nghỉ việc' });
  broken.set(2, 'cut-in-turn');
  two.clock.at += 300_000;
  await two.get('admin', 'account.enable', { username: 'tu', reason: 'trở lại' });
  broken.clear();
  await meet(one, two);
  for (const desk of [one, two]) expect(await tuAt(desk)).toMatchObject({ disabled: true });
  expectAsTold(one, two);
});

test('one username of two people is told at both, until the account is closed here', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const one = await practice(open, 'Q1', way);
  const two = await practice(open, 'Q2', way);
  await one.get('admin', 'account.add', { ...tu, password });
  await two.get('admin', 'account.add', { ...tu, fullName: 'Trần Thị Tú', password });
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(two, codeFor(twin, 'Q2', 101));
  await meet(one, two);
  // At the next opening.
  for (const desk of [one, two]) {
    await desk.close();
    desk.open();
  }
  const told = async (desk: HubDesk) =>
    (await synced(desk)).notices.filter(({ code }) => code === 'hub-name-twice').map(({ vi }) => vi);
  expect(await told(one)).toEqual([expect.stringContaining('tu ở quầy Q2')]);
  expect(await told(two)).toEqual([expect.stringContaining('tu ở quầy Q1')]);
  expect(await tuAt(one)).toMatchObject({ fullName: tu.fullName, disabled: false });
  // What one tells of theirs touches nobody else's.
  await two.get('admin', 'account.disable', { username: 'tu', reason: 'nghỉ việc' });
  await meet(two, one);
  expect(await tuAt(one)).toMatchObject({ disabled: false });
  await two.close();
  two.open();
  expect(await told(two)).toEqual([]);
  expectAsTold(one, two);
});

test('another counter leaves this one its last administrator, and says so', async () => {
  const { one, two } = await centreOfTwo();
  await one.get('admin', 'account.add', { username: 'quan', fullName: 'Đỗ Minh Quân', role: 'admin', password });
  await meet(one, two);
  await one.get('admin', 'account.disable', { username: 'admin', reason: 'nghỉ việc' });
  await meet(one, two);
  const adminAt = async (desk: HubDesk) =>
    (await desk.get('supervisor', 'account.requests')) && desk.context.findAccountState(4);
  expect(await adminAt(one)).toMatchObject({ disabled: true });
  expect(await adminAt(two)).toMatchObject({ disabled: false, role: 'admin' });
  // As soon as another works here as one, it goes.
  await two.get('admin', 'account.setPassword', { username: 'quan', password });
  expect(await adminAt(two)).toMatchObject({ disabled: true });
  expectAsTold(one, two);
});

test('an island tells of its people as ever, and so does a desk that its centre shut out', async () => {
  const { one, twin } = await centreOfTwo();
  const alone = await practice(open, 'Q9', twinWay(twin));
  await alone.get('admin', 'account.add', { ...tu, password });
  twin.close(1);
  await syncFault(one);
  await one.get('admin', 'account.add', { ...tu, password });
  for (const { context } of [alone, one])
    expect(
      context.store.db
        .prepare("SELECT body ->> '$.person' FROM journal WHERE type = 'account-added' ORDER BY seq DESC LIMIT 1")
        .pluck()
        .get(),
    ).toBeNull();
});
