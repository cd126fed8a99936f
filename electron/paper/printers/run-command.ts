import { spawn } from 'node:child_process';

/**
 * What a command did. `code` is null where it could not be started or was stopped; `silent` where it was stopped because it did not end
 * in time, so that nobody knows how much of it was done.
 */
export type Ran = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly silent?: true;
};

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: Uint8Array;
  readonly timeoutMs?: number;
};

/** A spooler that does not answer in this time is treated as one that is down. */
const patience = 15_000;
const lastWordsMs = 300;
/** No answer of a spooler is longer; what comes after is not kept. */
const mostCharacters = 4_000_000;

/**
 * Runs a program without a shell, its messages in plain English so that they can be read. Never throws, and never waits longer than it
 * was told: a program may leave children behind that hold its output open, so the end of the output is not waited for.
 */
export function runCommand(
  file: string,
  args: readonly string[],
  { env = {}, input, timeoutMs = patience }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const said = { stdout: '', stderr: '' };
    const end = (code: number | null, more: Partial<Ran> = {}): void => resolve({ code, ...said, ...more });
    try {
      const child = spawn(file, [...args], {
        env: { ...process.env, LANG: 'C', LC_ALL: 'C.UTF-8', LANGUAGE: '', ...env },
        windowsHide: true,
      });
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
        end(null, { silent: true });
      }, timeoutMs);
      for (const name of ['stdout', 'stderr'] as const) {
        child[name].setEncoding('utf8');
        child[name].on('data', (text: string) => {
          if (said[name].length < mostCharacters) said[name] += text;
        });
      }
      child.on('error', (error) => {
        clearTimeout(timer);
        end(null, { stderr: said.stderr || error.message });
      });
      // Its last words may come a moment after its end.
      child.on('exit', (code) => {
        clearTimeout(timer);
        setTimeout(() => end(code), lastWordsMs).unref();
      });
      child.on('close', (code) => end(code));
      // The program may end before it has read everything; its exit code says why.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    } catch (error) {
      // A word that no program can be given, such as one with a NUL in it, is thrown at once.
      end(null, { stderr: error instanceof Error ? error.message : String(error) });
    }
  });
}
