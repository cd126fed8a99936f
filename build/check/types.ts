import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { listFiles, root } from './source-files.ts';

/** Checks every layer with its own tsconfig, as many at once as there are cores. A layer without files has nothing to say. */
const folders: Readonly<Record<string, RegExp>> = {
  'shell-node': /^electron\/shell\/(?!electron\/).*\.ts$/,
  'shell-electron': /^electron\/shell\/electron\/(?!preload\.ts).*\.ts$/,
  preload: /^electron\/shell\/electron\/preload\.ts$/,
  renderer: /^renderer\/.*\.tsx?$/,
  tests: /^tests\/.*\.tsx?$/,
  build: /^build\/.*\.ts$/,
};
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

function layers(): string[] {
  return readdirSync(path.join(root, 'build/tsconfig'))
    .map((file) => path.basename(file, '.json'))
    .filter((name) => name !== 'base')
    .filter((name) => listFiles(folders[name] ?? new RegExp(`^electron/${name}/.*\\.ts$`)).length > 0);
}

function check(layer: string): Promise<{ layer: string; ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, '-p', `build/tsconfig/${layer}.json`, '--pretty', 'false'], {
      cwd: root,
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ layer, ok: code === 0, output }));
  });
}

mkdirSync(path.join(root, 'node_modules/.cache/types'), { recursive: true });
const queue = layers();
const results: Awaited<ReturnType<typeof check>>[] = [];
async function work(): Promise<void> {
  for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) results.push(await check(layer));
}
await Promise.all(Array.from({ length: availableParallelism() }, work));

const lines = new Set(results.flatMap((result) => result.output.split('\n').filter((line) => line !== '')));
if (lines.size > 0) process.stdout.write(`${[...lines].join('\n')}\n`);
const failed = results.filter((result) => !result.ok).map((result) => result.layer);
process.stdout.write(
  `types: ${results.length} layers, ${failed.length === 0 ? 'all fit' : `not: ${failed.join(', ')}`}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
