import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { practiceSettings } from '../../../../electron/desk/practice/office.ts';
import { restoreDesk } from '../../../../electron/desk/safety/backup/restore-desk.ts';
import { type Desk, createDesk } from '../../../../electron/desk/desk.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { listBackups } from '../../../../electron/store/safety/backup/manifest.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { fakePrinter, monday, password, portsOf, reception } from '../../../support/desk/test-desk.ts';

/**
 * The whole drill: an encrypted real office, its second place on a stick, a computer that does not start any more, and a spare one with other folders. Ten
 * minutes is what a counter has; here it is seconds, and the limit is the test's.
 */

let open: Desk | undefined;
afterEach(() => open?.close());

const clock = { at: monday };
const people = [
  { username: 'an', fullName: 'Trần Thị An', role: 'admin' },
  { username: 'binh', fullName: 'Lê Văn Bình', role: 'clerk' },
] as const;
const accounts = people.map((person) => ({ ...person, password }));

function start(dataFolder: string, machineFolder: string): { desk: Desk; client: ReturnType<typeof newClient> } {
  const desk = createDesk({ ...portsOf(dataFolder, clock, fakePrinter(), []), machineFolder });
  if ('fault' in desk) throw new Error(desk.fault);
  open = desk;
  return { desk, client: newClient() };
}

async function get({ desk, client }: ReturnType<typeof start>, name: string, input: unknown = {}): Promise<any> {
  const answer = await desk.call(name, input, client);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

test('an encrypted office goes on at a spare computer from the stick, and its first receipt has a number nobody else has', async () => {
  const [folder, machine, stick] = [path.join(newFolder(), 'data'), newFolder(), newFolder()];
  const first = start(folder, machine);
  const { recoveryKey } = await get(first, 'keys.propose');
  const settings = { ...practiceSettings(100), backupFolder: stick };
  await get(first, 'office.setUp', { settings, accounts, sealed: true, recoveryKey });
  await get(first, 'account.signIn', { username: 'binh', password });
  const receive = async (from: typeof first) => (await get(from, 'case.receive', reception())).number.local as string;
  const printed = [await receive(first), await receive(first)];
  const made = await get(first, 'backup.make');
  expect(made.trouble).toBeNull();
  // Given after the backup, on paper, and in no file that is left.
  printed.push(await receive(first), await receive(first));
  await first.desk.close();
  for (const gone of [folder, machine]) rmSync(gone, { recursive: true });

  const begun = performance.now();
  const [spare, spareMachine] = [path.join(newFolder(), 'elsewhere'), newFolder()];
  mkdirSync(spare);
  const from = listBackups(stick)[0]?.folder ?? '';
  const ports = { ...portsOf(spare, clock, fakePrinter(), []), machineFolder: spareMachine };
  expect(await restoreDesk(ports, from, { username: 'binh', password })).toMatchObject({ fault: 'keys-no-slot' });
  const back = await restoreDesk(ports, from, { username: 'an', password });
  if (isFault(back)) throw new Error(back.fault);
  const next = start(spare, spareMachine);
  await get(next, 'account.signIn', { username: 'an', password });
  // A stick carries no clerk's key: who runs the office gives a new password.
  await get(next, 'account.setPassword', { username: 'binh', password: 'Quay-Mot-Cua-7' });
  await get(next, 'account.signOut');
  await get(next, 'account.signIn', { username: 'binh', password: 'Quay-Mot-Cua-7' });
  const number = await receive(next);
  expect((performance.now() - begun) / 60_000).toBeLessThan(10);

  expect(new Set(printed).size).toBe(4);
  expect(printed).not.toContain(number);
  // Nobody there knows how far the numbers went: the day goes on after the next full hundred.
  expect(number).toMatch(/-0401$/);
  for (const one of printed.slice(0, 2)) expect((await get(next, 'case.search', { text: one })).hits).toHaveLength(1);
  expect(next.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  // The spare computer has a witness of its own from its first number on.
  expect(readdirSync(spareMachine, { recursive: true }).length).toBeGreaterThan(0);
});
