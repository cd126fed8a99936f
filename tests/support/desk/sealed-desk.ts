import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll } from 'vitest';
import { newFolder } from './folder.ts';
import { type TestDesk, monday, openTestDesk, password } from './test-desk.ts';

/** Sealed practice offices of one test file: made once, copied for each, and closed after it. */
export function sealedDesks() {
  const open: TestDesk[] = [];
  const template = { folder: '', recoveryKey: '' };
  beforeAll(async () => {
    const at = openTestDesk({ at: monday - 3_600_000 });
    const made = await at.get('office.openPractice', { cases: 0, seed: 1, password, sealed: true });
    template.recoveryKey = made.recoveryKey;
    await at.desk.close();
    template.folder = at.folder;
  });
  afterEach(async () => {
    for (const at of open.splice(0)) await at.desk.close();
  });

  function desk(folder: string): TestDesk {
    const at = openTestDesk({ folder });
    open.push(at);
    return at;
  }

  /** A sealed practice office that nobody has signed in to since its start. */
  function closed(): TestDesk {
    const folder = newFolder();
    for (const name of ['desk.sqlite', 'keys.json', 'keys-2.json'])
      cpSync(path.join(template.folder, name), path.join(folder, name));
    return desk(folder);
  }

  async function opened(username = 'clerk'): Promise<TestDesk> {
    const at = closed();
    await at.get('account.signIn', { username, password });
    return at;
  }

  async function again(at: TestDesk): Promise<TestDesk> {
    await at.desk.close();
    open.splice(open.indexOf(at), 1);
    return desk(at.folder);
  }

  return { open, template, desk, closed, opened, again };
}

export function keysOf(folder: string): any {
  return JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8'));
}
