import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll } from 'vitest';
import { newClient } from '../../../electron/desk/core/session/client.ts';
import { settings } from '../papers/well-formed.ts';
import { newFolder } from './folder.ts';
import { type TestDesk, monday, openTestDesk, password } from './test-desk.ts';

/** A real office of one ward: who keeps the machines, who decides, who receives. The administrator has a second account to work with. */
export const people = [
  { username: 'an', fullName: 'Trần Thị An', role: 'admin' },
  { username: 'binh', fullName: 'Lê Văn Bình', role: 'supervisor' },
  { username: 'an2', fullName: 'Trần  thị An', role: 'supervisor' },
  { username: 'tu', fullName: 'Phạm Tú', role: 'clerk' },
] as const;

type Name = (typeof people)[number]['username'];

export type RealDesk = TestDesk & {
  /** Another window, in which somebody signs in. */
  signIn(username: string, word?: string): Promise<{ call(name: string, input?: unknown): Promise<any> }>;
};

type Template = { readonly folder: string; readonly recoveryKey: string };

/** One of each kind for all files of a process: setting one up takes four passwords' time. */
const made = new Map<boolean, Promise<Template>>();

async function setUp(sealed: boolean): Promise<Template> {
  const at = openTestDesk({ at: monday - 3_600_000 });
  const { recoveryKey } = await at.get('keys.propose');
  const accounts = people.map((one) => ({ ...one, password }));
  await at.get('office.setUp', { settings, accounts, ...(sealed ? { sealed, recoveryKey } : {}) });
  await at.desk.close();
  return { folder: at.folder, recoveryKey };
}

/** Real offices of one test file: made once, copied for each. Nobody has signed in yet. */
export function realDesks({ sealed }: { readonly sealed: boolean }) {
  const open: TestDesk[] = [];
  const template = { folder: '', recoveryKey: '' };
  beforeAll(async () => {
    const office = made.get(sealed) ?? setUp(sealed);
    made.set(sealed, office);
    Object.assign(template, await office);
  }, 60_000);
  afterEach(async () => {
    for (const at of open.splice(0)) await at.desk.close();
  });

  function over(folder: string): RealDesk {
    const at = openTestDesk({ folder });
    open.push(at);
    return {
      ...at,
      async signIn(username, word = password) {
        const client = newClient();
        const call = (name: string, input: unknown = {}): Promise<any> => at.desk.call(name, input, client);
        const signed = await call('account.signIn', { username, password: word });
        if (signed.ok !== true) throw new Error(JSON.stringify(signed.fault));
        return { call };
      },
    };
  }

  /** With `names` signed in one after another. */
  async function desk(...names: readonly Name[]): Promise<RealDesk> {
    const folder = newFolder();
    for (const name of ['desk.sqlite', ...(sealed ? ['keys.json', 'keys-2.json'] : [])])
      cpSync(path.join(template.folder, name), path.join(folder, name));
    const at = over(folder);
    for (const name of names) await at.signIn(name);
    return at;
  }

  async function again(at: RealDesk): Promise<RealDesk> {
    await at.desk.close();
    open.splice(0);
    return over(at.folder);
  }

  return { desk, again, over, template };
}
