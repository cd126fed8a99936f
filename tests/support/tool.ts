import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a system tool is, in PATH or in the system folders that are not in it. Suites that need one are named after it. */
export function findTool(name: string): string | undefined {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return places.map((place) => join(place, name)).find((path) => existsSync(path));
}

/** Runs a tool on loopback or files only; throws with what it wrote where it fails. */
export function runTool(name: string, args: readonly string[], input?: Uint8Array): Buffer {
  const done = spawnSync(findTool(name) ?? name, args, {
    ...(input === undefined ? {} : { input }),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`${name} ${args.join(' ')}: ${done.error?.message ?? done.stderr.toString()}`);
  return done.stdout;
}
