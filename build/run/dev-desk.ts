import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Status } from '../../electron/contract/common/office/office.ts';
import { root } from '../check/source-files.ts';

export type DeskOptions = {
  readonly dataFolder: string;
  readonly cases: number;
  readonly seed: number;
  /** Who is signed in; undefined leaves the page at its sign-in. */
  readonly user: string | undefined;
  readonly password: string;
  /** An ISO time from which the clock of the practice office goes on. */
  readonly now: string | undefined;
};

/** What every call to the desk carries so that its gate lets it in. */
type Pass = { readonly origin: string; readonly cookie: string };

/** A call that the desk answered with a fault. */
class Refused extends Error {}

/**
 * One desk behind `npm run dev`: `desk serve` as it is, over a practice office, in a process of its own. The developer's
 * server holds the cookie that the one-time link is exchanged for, so the page needs neither link nor password.
 */
export class DevDesk {
  readonly #options: DeskOptions;
  #process: ChildProcess | undefined;
  #port = 0;
  #pass: Promise<Pass> | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Where calls go and what they carry; waits while the desk starts. Rejects where it does not come up. */
  pass(): Promise<Pass> {
    return (this.#pass ??= this.#start());
  }

  /** After the sources of the desk have changed: the new desk answers at the same place. */
  async restart(): Promise<void> {
    await this.close();
    await this.signIn();
  }

  /** Signs the user in where nobody is, as after a restart or a session that expired. */
  async signIn(): Promise<void> {
    const { user: username, password } = this.#options;
    const pass = await this.pass();
    const { user } = await ask<Pick<Status, 'user'>>(pass, 'system/status', {});
    if (user === null && username !== undefined) await ask(pass, 'account/signIn', { username, password });
  }

  /** Joins a centre, as its administrator, where it belongs to none; the next call signs in anew. */
  async join(newCode: () => Promise<string>): Promise<void> {
    const { password } = this.#options;
    const pass = await this.pass();
    await ask(pass, 'account/signIn', { username: 'admin', password });
    const { link } = await ask<{ link: object | null }>(pass, 'hub/state', {});
    if (link === null) await ask(pass, 'hub/join', { code: await newCode() });
    await ask(pass, 'account/signOut', {});
  }

  async close(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    this.#pass = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  async #start(): Promise<Pass> {
    const { dataFolder, now } = this.#options;
    const words = [
      'serve',
      '--data',
      dataFolder,
      '--port',
      String(this.#port),
      ...(now === undefined ? [] : ['--now', now]),
    ];
    const child = spawn(process.execPath, [path.join(root, 'electron/shell/command-line/main.ts'), ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    const link = await firstLine(child);
    const { origin, port } = new URL(link);
    this.#port = Number(port);
    const answer = await fetch(link, { redirect: 'manual' });
    const pass = { origin, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
    await this.#preparePractice(pass);
    return pass;
  }

  /** Makes the practice office on a first start. A real office is not for trying things: it is left alone. */
  async #preparePractice(pass: Pass): Promise<void> {
    const { cases, seed, password, dataFolder } = this.#options;
    const { setUp, practice } = await ask<Pick<Status, 'setUp' | 'practice'>>(pass, 'system/status', {});
    if (!setUp) await ask(pass, 'office/openPractice', { cases, seed, password });
    else if (!practice) throw new Refused(`${dataFolder} is not a practice office`);
  }
}

/** The link that `serve` prints; where it ends before, what it printed. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the desk has no output');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  const { url } = JSON.parse(line ?? '{}') as { url?: string };
  if (url === undefined) throw new Refused(`the desk did not open: ${line ?? 'see above'}`);
  return url;
}

/** One call, as the page makes it. */
async function ask<T>({ origin, cookie }: Pass, call: string, input: object): Promise<T> {
  const answer = await fetch(`${origin}/call/${call}`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  });
  const { json } = (await answer.json()) as { json: T & { message?: string } };
  if (!answer.ok) throw new Refused(`${call}: ${json.message ?? answer.status}`);
  return json;
}
