import { makeBackup } from '../../../electron/store/safety/backup/make.ts';
import { restoreBackup, restoreOver } from '../../../electron/store/safety/backup/restore.ts';
import { openReader } from '../../../electron/store/safety/reader/reader.ts';
import { openStore } from '../../../electron/store/store.ts';

/** Makes or restores a backup and kills its own process at a step of it: what a pulled plug leaves. */
const [what, folder, place, at] = process.argv.slice(2) as [string, string, string, string];
const random = (size: number) => new Uint8Array(size).fill(7);

function step(name: string): void {
  if (name === at) process.kill(process.pid, 'SIGKILL');
}

if (what === 'backup') {
  const store = openStore({ folder, holder: 'a test', random });
  if ('fault' in store) throw new Error(store.fault);
  const facts = {
    app: 'test',
    schema: 80,
    desk: { uuid: 'u', code: 'Q1', name: 'Quầy 1' },
    unitCode: '27112',
    centreName: 'Trung tâm',
    practice: true,
    why: 'asked',
    madeAt: '2026-11-23T09:00:00+07:00',
  } as const;
  const made = await makeBackup({ folder, reader: openReader(folder), place, facts, keys: null, step });
  process.stdout.write(JSON.stringify(made));
  store.close();
} else {
  const now = Date.parse('2026-11-23T09:30:00+07:00');
  const restore = what === 'over' ? restoreOver : restoreBackup;
  process.stdout.write(
    JSON.stringify(await restore({ from: place, folder, now, random, marks: null, key: null, step })),
  );
}
