import { openContextOver } from '../desk/test-context.ts';
import { takeOver } from '../../../electron/desk/core/keys/account-keys.ts';
import { hashOf } from '../../../electron/desk/common/office/keys.ts';
import { reseal } from '../../../electron/store/reseal.ts';
import { headOf } from '../../../electron/store/file/opening/sealed.ts';
import { readKeys } from '../../../electron/store/keys/keys-file.ts';
import { type Vault, unlock } from '../../../electron/store/keys/vault.ts';
import { fakePrinter, monday, password, portsOf } from '../desk/test-desk.ts';

/** Seals a plain register, or turns the key of a sealed one, and kills its own process at a step of it: what a pulled plug leaves. */
const [what, folder, at] = process.argv.slice(2) as ['seal' | 'turn', string, string];

function step(name: string): void {
  if (name === at) process.kill(process.pid, 'SIGKILL');
}

const asked = {
  folder,
  now: monday,
  random: (size: number) => new Uint8Array(size).fill(7),
  practice: true,
  step,
};

async function opened(): Promise<Vault> {
  const salt = headOf(`${folder}/desk.sqlite`) as Buffer;
  const keys = readKeys(folder, salt);
  if ('fault' in keys) throw new Error(keys.fault);
  const vault = await unlock(folder, keys, salt, 'admin', password);
  if (vault === undefined) throw new Error('the password opens nothing');
  return vault;
}

if (what === 'seal') {
  const { desk, close } = openContextOver(portsOf(folder, { at: monday }, fakePrinter(), []));
  const { vault, write } = takeOver(desk, new Uint8Array(16).fill(3), hashOf);
  await close();
  const to = vault.fileKey;
  const done = await reseal({
    ...asked,
    from: null,
    to,
    keys: vault.textFor(null),
    write: (store) => store.write(null, monday, write) ?? null,
  });
  process.stdout.write(JSON.stringify(done));
} else {
  const vault = await opened();
  const { accounts, recovery } = JSON.parse(vault.textFor(null));
  const next = vault.turned(new Set([...accounts, ...(recovery ?? [])].map(({ keyId }) => keyId)));
  const done = await reseal({
    ...asked,
    from: vault.fileKey,
    to: next.fileKey,
    keys: next.textFor(null),
    write: (store) => {
      store.write(null, monday, (tx) => tx.append({ kind: 'office' }, { type: 'file-key-turned', reason: 'thử' }));
      return null;
    },
  });
  process.stdout.write(JSON.stringify(done));
}
