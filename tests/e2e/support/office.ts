import type { Page } from '@playwright/test';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { newFolder } from '../../support/desk/folder.ts';
import { commandLine } from './command-line.ts';
import { test as base } from './browser.ts';

const root = path.resolve(import.meta.dirname, '../../..');
export const password = 'Quay-Mot-Cua-1';

/** What a process is to import so that its machine's clock is ahead. */
function shiftOf(ahead: number): string {
  const code = `const Right = Date; const now = () => Right.now() + ${ahead};
globalThis.Date = class extends Right { constructor(...said) { if (said.length > 0) super(...said); else super(now()); } static now() { return now(); } };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

type Served = { readonly folder: string; readonly server: ChildProcess; readonly url: string };

type Serving = {
  readonly port?: number;
  readonly clock?: readonly string[];
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Serves a folder; answers once its link is printed. */
async function serveFolder(folder: string, { port = 0, clock = [], node = [], env = {} }: Serving): Promise<Served> {
  const words = [...node, commandLine, 'serve', '--data', folder, '--port', String(port), ...clock];
  const server = spawn(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return { folder, server, url };
}

async function stop(server: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  await gone;
}

/**
 * The offices of the next tests, copied and served while this one's is put away: most ask for nothing else before somebody signs in. Never beside a test, whose
 * keys may not wait; so two at a time, for which two cores need hardly longer than for one.
 */
class Spare {
  readonly #practice: string;
  #ready: Promise<Served>[] = [];

  constructor(practice: string) {
    this.#practice = practice;
  }

  copy(): string {
    const folder = newFolder();
    cpSync(this.#practice, folder, { recursive: true });
    return folder;
  }

  prepare(): void {
    if (this.#ready.length > 0) return;
    this.#ready = [this.copy(), this.copy()].map((folder) => serveFolder(folder, {}));
    // Told where it is taken.
    for (const one of this.#ready) one.catch(() => undefined);
  }

  take(): Promise<Served> {
    this.prepare();
    return this.#ready.shift()!;
  }

  async end(): Promise<void> {
    for (const one of this.#ready.splice(0)) {
      const left = await one.catch(() => undefined);
      if (left === undefined) continue;
      await stop(left.server);
      rmSync(left.folder, { recursive: true, force: true });
    }
  }
}

/** A practice office in a folder of its own, reached as its people reach it: the real command line and the real page. */
export class Office {
  readonly #spare: Spare | undefined;
  #folder: string | undefined;
  #server: ChildProcess | undefined;
  #port = 0;

  constructor(place: string | Spare) {
    if (typeof place === 'string') this.#folder = place;
    this.#spare = typeof place === 'string' ? undefined : place;
  }

  get folder(): string {
    this.#folder ??= this.#spare!.copy();
    return this.#folder;
  }

  /** One command over the folder, while nothing serves it. Answers what it printed. */
  run(command: string, ...words: readonly string[]): string {
    const options = ['--data', this.folder];
    return execFileSync(process.execPath, [commandLine, command, ...words, ...options], {
      encoding: 'utf8',
      env: { ...process.env, DESK_PASSWORD: password },
    });
  }

  /** Makes the practice office; its till untouched, so that what is in it does not hang on the day the journeys are run. */
  open(asked: { readonly cases: number; readonly seed?: number; readonly plain?: boolean }): void {
    this.call('office.openPractice', { plain: true, password, ...asked });
  }

  /** One call while nothing serves it, by nobody: there is no office yet. */
  call(name: string, asked: object): any {
    const { DESK_PASSWORD: _nobodyIsThereYet, ...env } = process.env;
    const words = [commandLine, 'call', name, '-', '--data', this.folder];
    return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', env, input: JSON.stringify(asked) }))
      .value;
  }

  /** Many calls in one go, an answer for each. */
  batch(lines: string, ...words: readonly string[]): any[] {
    const printed = execFileSync(process.execPath, [commandLine, 'batch', ...words, '--data', this.folder], {
      encoding: 'utf8',
      input: lines,
      maxBuffer: 200_000_000,
      env: { ...process.env, DESK_PASSWORD: password },
    });
    return printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  /** Serves on the same port as before, so that a page left open finds its desk again. Answers the link with its token; with `now`, the clock goes on from there. */
  async serve(now?: string): Promise<string> {
    return this.#serve(now === undefined ? [] : ['--now', now], []);
  }

  async #serve(clock: readonly string[], node: readonly string[]): Promise<string> {
    const asIs = this.#folder === undefined && clock.length === 0 && node.length === 0;
    const served = asIs ? await this.#spare!.take() : await serveFolder(this.folder, { port: this.#port, clock, node });
    this.#folder = served.folder;
    this.#server = served.server;
    this.#port = Number(new URL(served.url).port);
    return served.url;
  }

  /** As `serve`, on a machine whose clock is so many milliseconds ahead. */
  async serveShifted(ahead: number): Promise<string> {
    return this.#serve([], ['--import', shiftOf(ahead)]);
  }

  /** As `serve`, in a process that is started with these variables. Answers its id too. */
  async serveWith(env: Readonly<Record<string, string>>): Promise<{ readonly url: string; readonly pid: number }> {
    const { server, url } = await serveFolder(this.folder, { env });
    this.#server = server;
    this.#folder = this.folder;
    this.#port = Number(new URL(url).port);
    return { url, pid: server.pid ?? 0 };
  }

  /** As `serve`, on a machine whose disks have so many bytes left. */
  async serveShort(bytes: number): Promise<string> {
    const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const as = fs.statfsSync; fs.statfsSync = (folder) => ({ ...as(folder), bavail: ${bytes} / 512, bsize: 512 }); syncBuiltinESMExports();`;
    return this.#serve([], ['--import', `data:text/javascript,${encodeURIComponent(code)}`]);
  }

  /** As a power cut would: no chance to write anything more. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.#server !== undefined) await stop(this.#server, signal);
  }

  /** Serves it, and somebody signs in. */
  async enter(page: Page, username = 'clerk'): Promise<void> {
    await page.goto(await this.serve());
    await signIn(page, username);
  }

  /** By the kill: the backup that a closing desk makes would only be thrown away with the folder. */
  async end(): Promise<void> {
    await this.kill();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Signs in, and the frame is there: its keys are heard from then on. */
export async function signIn(page: Page, username = 'clerk', word = password): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(word);
  await page.keyboard.press('Enter');
  await page.getByLabel('Các màn hình').waitFor();
}

type Fixtures = { readonly office: Office; readonly desk: Page };

/** `desk` is the page of a clerk who has signed in and stands before an empty reception. */
export const test = base.extend<Fixtures, { readonly spare: Spare }>({
  /** Made once for a worker and copied for each test: the same people, and nothing of another test. */
  spare: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, hand) => {
      const practice = new Office(newFolder());
      try {
        practice.open({ cases: 60 });
        const spare = new Spare(practice.folder);
        await hand(spare);
        await spare.end();
      } finally {
        await practice.end();
      }
    },
    { scope: 'worker' },
  ],
  office: async ({ spare }, hand) => {
    const office = new Office(spare);
    await hand(office);
    spare.prepare();
    await office.end();
  },
  desk: async ({ office, page }, hand) => {
    await office.enter(page);
    await page.getByLabel('Số định danh').waitFor();
    await hand(page);
  },
});
