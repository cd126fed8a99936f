import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceRoot } from '../../../electron/shell/places.ts';

/** Two accounts of one computer and their group, by number: nobody needs to have a name. */
const [an, binh, group, stranger] = [61_001, 61_002, 61_000, 61_003];
const password = 'thực hành 2026';
// The temporary folder of a test run is its account's alone: these three have to come through.
const folder = process.getuid?.() === 0 ? mkdtempSync(path.join('/tmp', 'accounts-')) : tmpdir();
const data = path.join(folder, 'data');

type Said = {
  readonly ok: boolean;
  readonly fault?: { readonly code: string };
  readonly value?: { readonly cases?: number };
};

function as(
  uid: number,
  gid: number,
  words: readonly string[],
  input = '',
): { status: number | null; said: Said; err: string } {
  const home = path.join(folder, `home-${uid}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(sourceRoot, 'electron/shell/command-line/main.ts'), ...words, '--data', data],
    {
      uid,
      gid,
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { HOME: home, TMPDIR: home, XDG_STATE_HOME: home, DESK_PASSWORD: words.includes('--user') ? password : '' },
    },
  );
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return { status, said: (last.startsWith('{') ? JSON.parse(last) : {}) as Said, err: stderr };
}

// Only root becomes somebody else; Windows has accounts of another kind.
describe.runIf(process.getuid?.() === 0)(
  'one register for two accounts of a computer, in a folder of their group',
  () => {
    beforeAll(() => {
      chmodSync(folder, 0o755);
      mkdirSync(data);
      chownSync(data, 0, group);
      chmodSync(data, 0o2770);
      for (const uid of [an, binh, stranger]) {
        mkdirSync(path.join(folder, `home-${uid}`), { mode: 0o700 });
        chownSync(path.join(folder, `home-${uid}`), uid, uid);
      }
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('what one sets up, sealed, the other opens, writes in and backs up, and the first goes on', () => {
      const made = as(
        an,
        group,
        ['call', 'office.openPractice', '-'],
        JSON.stringify({ cases: 3, sealed: true, password }),
      );
      expect([made.said, made.status]).toMatchObject([{ ok: true }, 0]);
      const backed = as(binh, group, ['backup', '--to', path.join(data, 'sao-luu'), '--user', 'supervisor']);
      expect([backed.status, backed.said]).toMatchObject([0, { ok: true, value: { cases: 3 } }]);
      // The file and its keys made anew by the one are the other's too.
      const turned = as(
        binh,
        group,
        ['call', 'keys.turn', '-', '--user', 'admin'],
        JSON.stringify({ reason: 'thử', password }),
      );
      expect(turned.said).toMatchObject({ ok: true });
      const verified = as(an, group, ['verify', '--user', 'supervisor']);
      expect([verified.status, verified.said.ok]).toEqual([0, true]);
    });

    test('everything in it is of the group, and of nobody else', () => {
      const modes = readdirSync(data, { recursive: true, withFileTypes: true }).map((entry) => {
        const { mode, gid } = statSync(path.join(entry.parentPath, entry.name));
        return [entry.name, (mode & 0o7777).toString(8), gid] as const;
      });
      expect(modes.length).toBeGreaterThan(5);
      expect(modes.filter(([, mode, gid]) => !['660', '2770'].includes(mode) || gid !== group)).toEqual([]);
    });

    test('an account outside the group reads nothing and changes nothing', () => {
      const refused = as(stranger, stranger, ['verify', '--user', 'supervisor']);
      expect(refused.status).not.toBe(0);
      expect(refused.said.ok).not.toBe(true);
    });
  },
);
