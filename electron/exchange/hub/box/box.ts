import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolders } from '../../../disk/shared.ts';
import { type Binaries, findBinaries, isReachable, leastMajor } from './binaries.ts';
import { makeCertificate } from './certificate.ts';
import { HubFault } from '../link.ts';
import { ownAddresses, sayAnew, writeHubUrl } from '../owner.ts';
import { fingerprintOf } from '../pinned.ts';
import { newSecret, verifierOf } from '../scram.ts';
import { type Coming, openSession } from '../session.ts';
import { type RunsAs, BoxRefusal, findAccount, type Tools, toolsOf } from './tools.ts';

/**
 * PostgreSQL in a box: the hub of a centre that has no server, in a folder of its own, for as long as this process runs. It listens in the office's network
 * with TLS alone; who keeps it comes from this machine alone.
 */

export type HubBox = {
  /** Where counters find it: this machine's first address in a network, or 127.0.0.1. */
  readonly address: string;
  readonly port: number;
  readonly fingerprint: string;
  readonly postgres: number;
  readonly owner: Coming;
  /** Which only its owner can read: HUB_URL. */
  readonly urlFile: string;
  /** The folder is a copy of what it was: the hub told the desks that it is of a new generation. */
  readonly wasPutBack: boolean;
  /** Resolves when PostgreSQL has ended, by whoever's doing. */
  readonly ended: Promise<void>;
  /** Lets what is being written be written, and ends it. */
  stop(): Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly port?: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now?: () => number;
};

export async function startBox({ folder, port, env, now = Date.now }: Options): Promise<HubBox> {
  const home = path.resolve(folder);
  makeHome(home);
  const release = await lock(home);
  try {
    const account = findAccount();
    const data = path.join(home, 'postgres');
    const links = path.join(home, 'lib');
    const binaries = choose(findBinaries(env, links), data, account !== undefined);
    const toolsFor = (place: string) => toolsOf(binaries, place, links, account);
    const tools = toolsFor(data);
    await endLeftOver(data, tools);
    const urlFile = path.join(home, 'owner.url');
    const known = findKnown(urlFile);
    const wanted = port ?? known?.port ?? (await freePort());
    if (!(await isFree(wanted))) throw new BoxRefusal('port-taken', String(wanted));
    const secret = known?.secret ?? newSecret();
    const isOld = existsSync(data);
    if (!isOld) await makeData(data, toolsFor, account, { secret, now: now() });
    else settleOwner(data, account);
    // The file with the owner's word was taken away: whoever may write this folder may give a new one.
    if (known === undefined && isOld) await giveWord(toolsFor(data), secret, 'postgres');
    const certificate = readFileSync(path.join(data, 'server.crt'), 'utf8');
    const owner: Coming = {
      addresses: [`127.0.0.1:${wanted}`],
      fingerprint: fingerprintOf(certificate),
      database: 'hub',
      role: 'hub',
      secret,
    };
    writeFileSync(urlFile, `${writeHubUrl(owner)}\n`, { mode: 0o600 });
    const running = await run(home, tools, wanted, owner);
    const wasPutBack = await sayWhereItLies(home, data, owner);
    void running.ended.then(release);
    return {
      address: ownAddresses()[0] ?? '127.0.0.1',
      port: wanted,
      fingerprint: owner.fingerprint,
      postgres: binaries.major,
      owner,
      urlFile,
      wasPutBack,
      ...running,
    };
  } catch (error) {
    release();
    throw error;
  }
}

function makeHome(home: string): void {
  try {
    makeFolders(home);
    accessSync(home, constants.W_OK);
  } catch {
    throw new BoxRefusal('no-folder', home);
  }
}

/** One process a folder; what was killed holds nothing any more. */
async function lock(home: string): Promise<() => void> {
  const name = `mot-cua-hub-${createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 24)}`;
  const place =
    { linux: `\0${name}`, win32: String.raw`\\.\pipe\${name}` }[process.platform as 'linux'] ??
    path.join(tmpdir(), name);
  const server = net.createServer((other) => other.destroy());
  server.listen(place);
  try {
    await once(server, 'listening');
  } catch {
    throw new BoxRefusal('running', home);
  }
  server.unref();
  return () => server.close();
}

function choose(all: readonly Binaries[], data: string, isForAnother: boolean): Binaries {
  const versionFile = path.join(data, 'PG_VERSION');
  const had = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8')) : undefined;
  const young = all.filter((one) => one.major >= leastMajor);
  if (young.length === 0) throw new BoxRefusal('no-postgres', all.map((one) => one.major).join(', '));
  const fitting = young.filter((one) => had === undefined || one.major === had);
  if (fitting.length === 0) throw new BoxRefusal('other-major', String(had));
  const [found] = isForAnother ? fitting.filter((one) => isReachable(path.join(one.folder, 'postgres'))) : fitting;
  if (found === undefined) throw new BoxRefusal('unreachable', fitting[0]?.folder);
  return found;
}

/**
 * A PostgreSQL that outlived the process that started it is ended; one that was killed has left a file that means nothing. A file whose number is another
 * program's by now is told by that program's folder.
 */
async function endLeftOver(data: string, tools: Tools): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  if (process.platform !== 'linux') {
    await tools.run('pg_ctl', ['stop', '-m', 'fast', '-w', '-D', data]).catch(() => undefined);
    return;
  }
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const isOurs = () => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  };
  for (let waited = 0; isOurs(); waited += 1) {
    // Fast first; after ten seconds at once, which costs a recovery and no row.
    process.kill(pid, waited < 200 ? 'SIGINT' : 'SIGQUIT');
    await pause(50);
  }
  rmSync(file, { force: true });
}

function findKnown(urlFile: string): { port: number; secret: string } | undefined {
  if (!existsSync(urlFile)) return undefined;
  const url = new URL(readFileSync(urlFile, 'utf8').trim());
  return { port: Number(url.port), secret: decodeURIComponent(url.password) };
}

/** Whole or not at all: made beside, and put in its place when it is done. */
async function makeData(
  data: string,
  toolsFor: (place: string) => Tools,
  account: RunsAs | undefined,
  { secret, now }: { secret: string; now: number },
): Promise<void> {
  const made = `${data}.new`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { mode: 0o700 });
  if (account !== undefined) chownSync(made, account.uid, account.gid);
  const tools = toolsFor(made);
  // `trust` is for the minute in which nobody can connect: it listens nowhere yet.
  await tools.run('initdb', [
    '-D',
    tools.data,
    '-U',
    'hub',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--data-checksums',
  ]);
  await giveWord(tools, secret, 'template1');
  await single(tools, 'CREATE DATABASE hub;', 'template1');
  const { certificate, key } = makeCertificate(now);
  const files = { 'server.crt': certificate, 'server.key': key, 'pg_hba.conf': whoComesIn };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(made, name);
    writeFileSync(file, text, { mode: 0o600 });
    chmodSync(file, 0o600);
    if (account !== undefined) chownSync(file, account.uid, account.gid);
  }
  renameSync(made, data);
}

/** What was copied back, from another machine perhaps, is its account's again: PostgreSQL begins in no folder that others may read. */
function settleOwner(data: string, account: RunsAs | undefined): void {
  if (process.platform === 'win32') return;
  const { uid, gid, mode } = statSync(data);
  if ((mode & 0o077) !== 0) chmodSync(data, 0o700);
  chmodSync(path.join(data, 'server.key'), 0o600);
  if (account === undefined || (account.uid === uid && account.gid === gid)) return;
  for (const file of ['.', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
    lchownSync(path.join(data, file), account.uid, account.gid);
}

function giveWord(tools: Tools, secret: string, database: string): Promise<void> {
  return single(tools, `ALTER ROLE hub PASSWORD '${verifierOf(secret)}';`, database);
}

/** One statement in a PostgreSQL that nobody can connect to. It says what went wrong and ends well all the same. */
async function single(tools: Tools, statement: string, database: string): Promise<void> {
  const said = await tools.run('postgres', ['--single', '-j', '-D', tools.data, database], `${statement}\n\n`);
  if (/\b(ERROR|FATAL|PANIC):/.test(said)) throw new BoxRefusal('not-started', said.trim().split('\n').at(-1) ?? '');
}

/** Encrypted or not at all, by a word, and who keeps the hub from this machine alone. */
const whoComesIn = `hostssl all hub 127.0.0.1/32 scram-sha-256
hostssl all hub ::1/128 scram-sha-256
host all hub all reject
hostssl hub all all scram-sha-256
`;

async function run(home: string, tools: Tools, port: number, owner: Coming): Promise<Pick<HubBox, 'ended' | 'stop'>> {
  const logFile = path.join(home, 'hub.log');
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
  const settings = {
    port,
    listen_addresses: '*',
    unix_socket_directories: '',
    ssl: 'on',
    ssl_cert_file: 'server.crt',
    ssl_key_file: 'server.key',
    ssl_min_protocol_version: 'TLSv1.3',
    password_encryption: 'scram-sha-256',
    max_connections: 200,
    shared_buffers: '64MB',
    jit: 'off',
    max_wal_senders: 0,
    wal_level: 'minimal',
    // What a refused statement said is nobody's to read.
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
  };
  const words = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

  /** Backends of a server that was killed go by themselves, a moment later; until then their memory is in the way of the next. */
  for (let attempt = 0; ; attempt += 1) {
    const log = openSync(logFile, 'a', 0o600);
    const child =
      process.platform === 'win32' ? undefined : tools.start('postgres', ['-D', tools.data, ...words], { log });
    if (child === undefined) await startOnWindows(tools, words, logFile);
    closeSync(log);
    const ended = child === undefined ? endedOnWindows(tools) : endOf(child);
    if (await isReady(owner, ended)) {
      const stop = async () => {
        if (child === undefined) await tools.run('pg_ctl', ['stop', '-m', 'fast', '-w', '-D', tools.data]);
        else child.kill('SIGINT');
        const late = setTimeout(() => child?.kill('SIGQUIT'), 20_000);
        await ended;
        clearTimeout(late);
      };
      return { ended, stop };
    }
    if (attempt === 20) throw new BoxRefusal('not-started', lastLines(logFile));
    await pause(250);
  }
}

/**
 * Files that were copied back are other files of the disk: then the hub is of another generation, and desks bring again what it may have lost. A disk that
 * was put back whole is not seen here; desks see it by the heads of their chains.
 */
async function sayWhereItLies(home: string, data: string, owner: Coming): Promise<boolean> {
  const note = path.join(home, 'place.txt');
  const { ino, birthtimeNs } = statSync(path.join(data, 'PG_VERSION'), { bigint: true });
  const here = `${ino} ${birthtimeNs}`;
  const before = existsSync(note) ? readFileSync(note, 'utf8') : undefined;
  if (before === here) return false;
  if (before !== undefined) await sayAnew(owner);
  writeFileSync(note, here);
  return before !== undefined;
}

async function endOf(child: ChildProcess): Promise<void> {
  await Promise.race([once(child, 'exit'), once(child, 'error')]);
}

/** `pg_ctl` starts it with less than an administrator's rights, without which PostgreSQL refuses on Windows. */
async function startOnWindows(tools: Tools, words: readonly string[], logFile: string): Promise<void> {
  const told = words.map((word) => (word === '-c' ? word : `"${word}"`)).join(' ');
  await tools.run('pg_ctl', ['start', '-w', '-D', tools.data, '-l', logFile, '-o', told]);
}

async function endedOnWindows(tools: Tools): Promise<void> {
  for (;;) {
    await pause(2_000);
    const answers = await tools.run('pg_ctl', ['status', '-D', tools.data]).then(
      () => true,
      () => false,
    );
    if (!answers) return;
  }
}

async function isReady(owner: Coming, ended: Promise<void>): Promise<boolean> {
  let gone = false;
  void ended.then(() => (gone = true));
  while (!gone) {
    try {
      await (await openSession(owner)).end();
      return true;
    } catch (error) {
      if (!(error instanceof HubFault) || error.code !== 'hub-away') throw error;
      await pause(50);
    }
  }
  return false;
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' ');
}

/** A server that cannot listen has no address; somebody else has that port. */
async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  server.listen(port);
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  await new Promise((done) => server.close(done));
  return free;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
