import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { newFolder } from '../../support/desk/folder.ts';
import { commandLine } from './command-line.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const centre = '27112';

/** A real hub of a centre on this machine, by the commands that IT types. */
export class Hub {
  readonly #folder = newFolder();
  #server: ChildProcess | undefined;
  #port = 0;
  #url = '';

  /** Starts it, at the port it had. */
  async start(): Promise<void> {
    const where = this.#port === 0 ? [] : ['--port', String(this.#port)];
    const words = [commandLine, 'hub', 'start', '--data', this.#folder, ...where, '--centre', centre];
    const server = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#server = server;
    const gone = once(server, 'exit').then(([code]) => {
      throw new Error(`the hub ended with ${code}`);
    });
    const [line] = (await Promise.race([once(createInterface({ input: server.stdout }), 'line'), gone])) as [string];
    const { port, url } = JSON.parse(line) as { port: number; url: string };
    this.#port = port;
    this.#url = url;
  }

  /** The code that was made last. */
  code = '';

  /** The code that a counter joins with. */
  enrol(desk: string): string {
    const printed = execFileSync(process.execPath, [commandLine, 'hub', 'enrol', '--centre', centre, '--desk', desk], {
      encoding: 'utf8',
      env: { ...process.env, HUB_URL: this.#url },
    });
    this.code = (JSON.parse(printed) as { code: string }).code;
    return this.code;
  }

  /** As a cable that is pulled: nobody reaches it any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
