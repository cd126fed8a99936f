import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Binaries, withLibraries } from './binaries.ts';

export type BoxTrouble =
  | 'running'
  | 'no-postgres'
  | 'other-major'
  | 'unreachable'
  | 'port-taken'
  | 'not-started'
  | 'no-folder'
  | 'no-account';

export class BoxRefusal extends Error {
  readonly trouble: BoxTrouble;
  readonly about: string;
  constructor(trouble: BoxTrouble, about = '') {
    super(trouble);
    this.trouble = trouble;
    this.about = about;
  }
}

/** As what account of the system PostgreSQL runs where it is started as root, which it refuses. */
export type RunsAs = { readonly uid: number; readonly gid: number };

export function findAccount(): RunsAs | undefined {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new BoxRefusal('no-account');
}

export type Tools = {
  readonly major: number;
  /** How PostgreSQL is told the data folder. */
  readonly data: string;
  start(program: string, words: readonly string[], options?: { input?: boolean; log?: number }): ChildProcess;
  /** What it printed; throws where it fails. */
  run(program: string, words: readonly string[], input?: string): Promise<string>;
};

/**
 * As root on Linux the folder is passed on open, as the fourth stream, and named by that: the account that PostgreSQL runs as need not be able to pass the
 * folders above it, which are the owner's alone.
 */
export function toolsOf(binaries: Binaries, data: string, links: string, account: RunsAs | undefined): Tools {
  const passes = account !== undefined && process.platform === 'linux';
  const libraries = passes
    ? binaries.libraries.map((one) => (one === links ? '/proc/self/fd/4' : one))
    : binaries.libraries;
  const env = withLibraries(
    { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' },
    libraries,
  );

  function start(
    program: string,
    words: readonly string[],
    { input = false, log }: { input?: boolean; log?: number } = {},
  ) {
    const folders = passes ? [data, links].map((one) => openSync(existsSync(one) ? one : '/', 'r')) : [];
    const out = log ?? 'pipe';
    const options: SpawnOptions = {
      // Ctrl+C in the terminal is heard by this process, which then ends PostgreSQL as it should.
      detached: process.platform !== 'win32',
      cwd: path.parse(data).root,
      env,
      stdio: [input ? 'pipe' : 'ignore', out, out, ...folders],
      windowsHide: true,
      ...account,
    };
    const child = spawn(path.join(binaries.folder, program), words, options);
    for (const folder of folders) closeSync(folder);
    return child;
  }

  return {
    major: binaries.major,
    data: passes ? '/proc/self/fd/3' : data,
    start,
    run: async (program, words, input) => {
      const child = start(program, words, { input: input !== undefined });
      const said: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => said.push(bytes));
      child.stdin?.end(input);
      const [code] = (await once(child, 'close')) as [number | null];
      const text = Buffer.concat(said).toString();
      if (code !== 0) throw new BoxRefusal('not-started', text.trim().split('\n').slice(-3).join(' '));
      return text;
    },
  };
}
