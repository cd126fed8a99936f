import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundleConfig, electronBundles } from '../bundle/vite/electron-bundles.ts';
import { newestChange, root } from '../check/source-files.ts';
import { deskFlags } from './desk-flags.ts';
import { fetchElectron, findElectron } from './find-electron.ts';

/** `npm start`: builds what is stale, then opens the desk in Electron where its runtime is, else in the browser shell. */
const vite = path.join(root, 'node_modules/vite/bin/vite.js');

function run(words: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function isStale(output: string, sources: RegExp): boolean {
  const built = path.join(root, output);
  return !existsSync(built) || statSync(built).mtimeMs < newestChange(sources);
}

async function build(name: Parameters<typeof bundleConfig>[0]): Promise<void> {
  const code = await run([vite, 'build', '--config', bundleConfig(name), '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}

if (
  isStale(
    'dist/renderer/index.html',
    /^(renderer|electron\/contract|electron\/domain)\/|^build\/bundle\/vite\/vite\.renderer|^package-lock/,
  )
) {
  await build('renderer');
}

const found = findElectron();
const electron = found ?? (process.env['CI'] === undefined ? fetchElectron(20) : undefined);
const options = process.argv.slice(2);

if (electron === undefined) {
  process.stderr.write(
    'Một Cửa Desk mở trong trình duyệt, vì máy này chưa có Electron | opens in the browser: the Electron runtime is not here and could not be fetched.\n',
  );
} else {
  process.stderr.write(
    `Một Cửa Desk mở trong Electron | opens in Electron: ${found === undefined ? 'its runtime was fetched' : 'its runtime is here'}.\n`,
  );
  if (
    isStale(
      'dist/electron/main.js',
      /^electron\/|^build\/bundle\/vite\/(vite\.(electron|preload)|bundle-of)|^package-lock/,
    )
  ) {
    for (const name of electronBundles) await build(name);
  }
}

const [command, words] =
  electron === undefined
    ? [process.execPath, [...deskFlags, path.join(root, 'electron/shell/browser/main.ts'), ...options]]
    : [electron, [root, ...options]];
const desk = spawn(command, words, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => desk.kill(signal));
desk.on('close', (code) => process.exit(code ?? 0));
