import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Desk, createDesk } from '../../../electron/desk/desk.ts';
import { newClient } from '../../../electron/desk/core/session/client.ts';
import { type Folders, findDataPlace } from '../../../electron/shell/data-place.ts';
import { witnessFiles } from '../../../electron/desk/core/witness-place.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { fakePrinter, monday, password, portsOf, reception } from '../../support/desk/test-desk.ts';
import { practiceSettings } from '../../../electron/desk/practice/office.ts';

let open: Desk | undefined;
afterEach(() => open?.close());

function start(dataFolder: string, machineFolder: string) {
  const desk = createDesk({ ...portsOf(dataFolder, { at: monday }, fakePrinter(), []), machineFolder });
  if ('fault' in desk) throw new Error(desk.fault);
  open = desk;
  const client = newClient();
  return async (name: string, input: unknown = {}): Promise<any> => {
    const answer = await desk.call(name, input, client);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
    return answer.value;
  };
}

test('a real register that moves into the machine’s folder goes on at the next number, as the register it was', async () => {
  const root = newFolder();
  const [account, state] = [path.join(root, 'account'), path.join(root, 'state')];
  const [shared, machine] = [path.join(root, 'machine/data'), path.join(root, 'machine/machine')];
  const folders: Folders = {
    account,
    shared,
    mayWrite: () => true,
    witness: (dataFolder) => witnessFiles({ dataFolder, machineFolder: dataFolder === shared ? machine : state }).real,
  };
  const before = start(account, state);
  const { recoveryKey } = await before('keys.propose');
  const accounts = [
    { username: 'an', fullName: 'Trần Thị An', role: 'admin', password },
    { username: 'binh', fullName: 'Lê Văn Bình', role: 'clerk', password },
  ];
  await before('office.setUp', { settings: practiceSettings(100), accounts, sealed: true, recoveryKey });
  await before('account.signIn', { username: 'binh', password });
  const first = (await before('case.receive', reception())).number.local as string;
  const hash = await before('journal.stateHash');
  await open?.close();

  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o2770);
  expect(findDataPlace(folders)).toMatchObject({ dataFolder: shared });
  const after = start(shared, machine);
  await after('account.signIn', { username: 'binh', password });
  expect(await after('journal.stateHash')).toEqual(hash);
  const second = (await after('case.receive', reception())).number.local as string;
  // The witness came along: without it the day would go on after the next hundred.
  expect([first.slice(-4), second.slice(-4)]).toEqual(['0001', '0002']);
  expect(open?.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});
