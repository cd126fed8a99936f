import { spawn, spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { newFolder } from '../support/desk/folder.ts';
import { monday, openPracticeDesk, openTestDesk, password, reception } from '../support/desk/test-desk.ts';

const support = path.resolve(import.meta.dirname, '../support/disk');
const shim = path.join(newFolder(), 'failing-disk.so');
const compiled =
  process.platform === 'linux' &&
  spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, path.join(support, 'failing-disk.c'), '-ldl']).status === 0;

type Trial = {
  readonly kind: string;
  readonly error: string;
  readonly at: number;
  readonly where: string;
  readonly code: string;
  readonly message?: string;
  readonly broken: string | null;
  readonly log: readonly { readonly event: string }[];
};

/** What a person may be told: the disk, or what could not be done with it. */
const told: ReadonlySet<string> = new Set([
  'ok',
  'disk-full',
  'disk-failing',
  'store-unusable',
  'backup-no-room',
  'backup-interrupted',
  'backup-unreadable',
  'keys-damaged',
]);

/** Which trials: each of the first few calls to the disk and then every so many; `DISK_FAILURES=1` tries each. */
const acts = [
  ['receive', 'plain', 97],
  ['draft', 'plain', 97],
  ['open', 'plain', 47],
  ['open', 'sealed', 47],
  ['password', 'sealed', 47],
  ['backup', 'plain', 367],
  ['restore', 'plain', 89],
  ['restoreOver', 'plain', 137],
  ['turn', 'sealed', 421],
] as const;

const offices = { plain: '', sealed: '' };
beforeAll(async () => {
  const plain = await openPracticeDesk();
  plain.sit('clerk');
  await plain.get('case.receive', reception());
  await plain.desk.close();
  const sealed = openTestDesk({ at: monday - 3_600_000 });
  await sealed.get('office.openPractice', { cases: 0, seed: 1, password, sealed: true });
  await sealed.desk.close();
  for (const [name, { folder }] of Object.entries({ plain, sealed })) {
    offices[name as keyof typeof offices] = newFolder();
    cpSync(folder, offices[name as keyof typeof offices], { recursive: true });
  }
});

function tried(act: string, made: string, every: number): Promise<readonly Trial[]> {
  const page = path.join(newFolder(), 'told');
  writeFileSync(page, Buffer.alloc(4096));
  const words = [path.join(support, 'work-on-failing.ts'), act, made, path.join(newFolder(), 'disk'), String(every)];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, FAILING_DISK: page, LD_PRELOAD: shim },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(out) as Trial[]) : reject(new Error(`${act} ended with ${code}: ${said}`)),
    );
  });
}

const each = process.env['DISK_FAILURES'];

describe.skipIf(!compiled)('a disk that fails at the k-th write, sync, opening or rename', () => {
  test.each(acts)(
    '%s of a %s office: told as what it is, nothing acknowledged is lost, and the work goes on',
    async (act, office, every) => {
      const trials = await tried(act, offices[office], each === undefined ? every : Number(each));
      const wrong = trials.filter(
        ({ code, broken, log }) => broken !== null || !told.has(code) || log.some(({ event }) => event === 'bug'),
      );
      expect(wrong).toEqual([]);
      // The disk did end the act now and then.
      expect(trials.some(({ code }) => code !== 'ok')).toBe(true);
      // A full disk is called that where a clerk meets it: in the log, and at the opening.
      const full = trials.filter(
        ({ error, kind, where }) =>
          error === 'ENOSPC' && kind === 'write' && (where.endsWith('-wal') || act === 'open'),
      );
      for (const trial of full) expect(['ok', 'disk-full', 'backup-no-room']).toContain(trial.code);
    },
    900_000,
  );
});
