import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMissing, findTool } from '../../../build/run/system-tools.ts';
import { newFolder } from '../desk/folder.ts';

/** Why a CUPS of its own cannot run here, or undefined where it can. Printers are set up by root only. */
export function findCupsProblem(): string | undefined {
  return (
    findMissing('CUPS') ?? (process.getuid?.() === 0 ? undefined : 'only root may set up printers: run it as root')
  );
}

/** A printer that is a few lines of shell: `desktest:/paper` takes everything, `/jam` gives up, `/slow` takes until a file is there, or its CUPS is gone. */
const backend = (folder: string): string => `#!/bin/sh
[ $# -eq 0 ] && exit 0
case "$DEVICE_URI" in
  */jam) cat > /dev/null; echo "ERROR: het giay" >&2; exit 1;;
  */slow) while [ ! -e "${folder}/go" ]; do kill -0 "$PPID" 2> /dev/null && [ -d "${folder}/out" ] || exit 1; sleep 0.05; done;;
esac
if [ -n "$6" ]; then cat "$6"; else cat; fi > "${folder}/out/$1.pdf"
exit 0
`;

const access =
  '<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Location /admin>\nAuthType None\nOrder allow,deny\nAllow all\n</Location>';
const policy =
  '<Policy default>\nJobPrivateAccess default\nJobPrivateValues default\n<Limit All>\nAuthType None\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>';

export type TestCups = {
  readonly server: string;
  readonly folder: string;
  /** The bytes a printer was given are in `out/<job number>.pdf`. */
  readonly out: string;
  addPrinter(name: string, device: 'paper' | 'jam' | 'slow', ...options: string[]): void;
  /** Runs a program against this CUPS; gives what it printed. */
  command(name: string, ...args: string[]): string;
  stop(): Promise<void>;
};

/** A real cupsd on a socket of its own in a folder of its own; nothing of the machine's printing is touched. */
export async function startCups(): Promise<TestCups> {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  for (const name of ['spool', 'cache', 'run', 'log', 'out', 'etc', 'bin/backend'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['cgi-bin', 'daemon', 'driver', 'filter', 'monitor', 'notifier'])
    symlinkSync(`/usr/lib/cups/${name}`, join(folder, 'bin', name));
  writeFileSync(join(folder, 'bin/backend/desktest'), backend(folder));
  chmodSync(join(folder, 'bin/backend/desktest'), 0o700);
  const server = join(folder, 'run/cups.sock');
  writeFileSync(
    join(folder, 'etc/cupsd.conf'),
    `Listen ${server}\nBrowsing No\nWebInterface No\nDefaultAuthType None\nPreserveJobHistory Yes\nPreserveJobFiles No\nMaxLogSize 0\n${access}\n${policy}\n`,
  );
  const places = {
    ServerRoot: 'etc',
    ServerBin: 'bin',
    RequestRoot: 'spool',
    TempDir: 'spool',
    CacheDir: 'cache',
    StateDir: 'run',
  };
  const logs = ['AccessLog', 'ErrorLog', 'PageLog'].map((name) => `${name} ${folder}/log/${name}`);
  writeFileSync(
    join(folder, 'etc/cups-files.conf'),
    [
      ...Object.entries(places).map(([name, place]) => `${name} ${folder}/${place}`),
      ...logs,
      'DataDir /usr/share/cups',
      'Sandboxing relaxed',
      '',
    ].join('\n'),
  );
  const cupsd = spawn(
    findTool('cupsd') ?? 'cupsd',
    ['-f', '-c', join(folder, 'etc/cupsd.conf'), '-s', join(folder, 'etc/cups-files.conf')],
    { stdio: 'ignore' },
  );
  const cups: TestCups = { server, folder, out: join(folder, 'out'), addPrinter, command, stop };
  for (let tries = 0; !answers(server); tries += 1) {
    if (tries > 200 || cupsd.exitCode !== null) throw new Error('cupsd did not start');
    await wait(50);
  }
  return cups;

  function addPrinter(name: string, device: string, ...options: string[]): void {
    command('lpadmin', '-p', name, '-v', `desktest:/${device}`, '-D', `Quầy ${name}`, '-E', ...options);
  }

  function command(name: string, ...args: string[]): string {
    const done = spawnSync(findTool(name) ?? name, args, {
      env: { ...process.env, CUPS_SERVER: server, LC_ALL: 'C.UTF-8' },
    });
    if (done.status !== 0) throw new Error(`${name}: ${done.stderr?.toString() ?? String(done.error)}`);
    return done.stdout.toString();
  }

  async function stop(): Promise<void> {
    await end(cupsd);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function answers(server: string): boolean {
  const done = spawnSync('lpstat', ['-r'], { env: { ...process.env, CUPS_SERVER: server, LC_ALL: 'C' } });
  return done.stdout?.toString().includes('scheduler is running') ?? false;
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Asks again until the answer is the one waited for, for ten seconds at most; gives the last answer. */
export async function eventually<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  const until = performance.now() + 10_000;
  let answer = await ask();
  while (!done(answer) && performance.now() < until) {
    await wait(50);
    answer = await ask();
  }
  return answer;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
