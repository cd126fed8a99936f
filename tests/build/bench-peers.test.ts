import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, packageOf, readFiles, root } from '../../build/check/source-files.ts';

type Manifest = {
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly optionalDependencies?: object;
};
type Lock = { readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly version?: string }>> };

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
}

const peers = Object.entries(read<Manifest>('tests/bench/peers/package.json').dependencies ?? {}) as [string, string][];
const lock = read<Lock>('tests/bench/peers/package-lock.json');

test('what the bench measures beside the desk is no dependency of the desk', () => {
  const own = read<Manifest>('package.json');
  const names = new Set(Object.keys({ ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }));
  expect(peers.length).toBeGreaterThan(0);
  expect(peers.filter(([name]) => names.has(name))).toEqual([]);
});

test('no file of the house imports a peer: it is loaded when the bench is asked for it', () => {
  const named = new Set(peers.map(([name]) => name));
  const wrong = readFiles(/\.(tsx?|js)$/).filter(({ text }) =>
    importsOf(text).some((from) => named.has(packageOf(from))),
  );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('the lock file holds each peer at the version asked for, and no registry’s address', () => {
  expect(peers.map(([name]) => [name, lock.packages[`node_modules/${name}`]?.version])).toEqual(peers);
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
