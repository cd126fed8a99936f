import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../check/source-files.ts';

const unit = '27112';
/** Ended by this process alone: with npm's word here the hub would watch npm's shell. */
const { npm_lifecycle_event: _, ...surroundings } = process.env;

/** The hub behind `npm run dev -- --centre N`: `desk hub start` as it is, in a process of its own, and codes for its desks. */
export class DevCentre {
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #url = '';

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<void> {
    const child = command(['hub', 'start', '--data', path.join(this.#folder, 'hub'), '--centre', unit]);
    this.#process = child;
    const line = await firstLine(child);
    const { url } = JSON.parse(line ?? '{}') as { url?: string };
    if (url === undefined) throw new Error(`the hub did not start: ${line ?? 'see above'}`);
    this.#url = url;
  }

  /** A code for a desk that has none yet, or that lost its own before it came. */
  async codeFor(desk: string): Promise<string> {
    for (const action of ['enrol', 'renew']) {
      const child = command(['hub', action, '--centre', unit, '--desk', desk], { HUB_URL: this.#url });
      const line = await firstLine(child);
      const { code } = JSON.parse(line ?? '{}') as { code?: string };
      if (code !== undefined) return code;
    }
    throw new Error(`${desk} has a place at the hub and none in its own folder: remove ${this.#folder}`);
  }

  async close(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}

function command(words: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'electron/shell/command-line/main.ts'), ...words], {
    cwd: root,
    env: { ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The one line that it prints first; undefined where it ends without. */
async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) throw new Error('a command has no output');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  return line;
}
