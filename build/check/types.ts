import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { root } from './source-files.ts';

/**
 * Checks every file in the surroundings it runs in, as many at once as there are cores. Rooms that know the same things (Node, the page, neither)
 * are one program: each more reads the half of the house below it again.
 */
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
/** Each of the compiler's checkers reads what it needs of the rest by itself: four in a process took half as much processor again, and no less time where two processes share two cores. */
const checkers = String(Math.max(1, Math.floor(availableParallelism() / 2)));
/** The longest first, so that the others fit beside it. */
const longest = 'tests';

function surroundings(): string[] {
  return readdirSync(path.join(root, 'build/tsconfig'))
    .map((file) => path.basename(file, '.json'))
    .filter((name) => name !== 'base')
    .toSorted((one, other) => Number(other === longest) - Number(one === longest));
}

function check(name: string): Promise<{ name: string; ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const words = [compiler, '-p', `build/tsconfig/${name}.json`, '--pretty', 'false', '--checkers', checkers];
    const child = spawn(process.execPath, words, { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ name, ok: code === 0, output }));
  });
}

mkdirSync(path.join(root, 'node_modules/.cache/types'), { recursive: true });
const queue = surroundings();
const results: Awaited<ReturnType<typeof check>>[] = [];
async function work(): Promise<void> {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) results.push(await check(name));
}
await Promise.all(Array.from({ length: availableParallelism() }, work));

const lines = new Set(results.flatMap((result) => result.output.split('\n').filter((line) => line !== '')));
if (lines.size > 0) process.stdout.write(`${[...lines].join('\n')}\n`);
const failed = results.filter((result) => !result.ok).map((result) => result.name);
process.stdout.write(
  `types: ${results.length} surroundings, ${failed.length === 0 ? 'all fit' : `not: ${failed.join(', ')}`}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
