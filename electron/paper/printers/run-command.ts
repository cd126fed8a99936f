import { execFile } from 'node:child_process';

/** What a command did. `code` is null where it could not be started or was stopped for taking too long. */
export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: Uint8Array;
  readonly timeoutMs?: number;
};

/** A spooler that does not answer in this time is treated as one that is down. */
const patience = 15_000;

/** Runs a program without a shell, its messages in plain English so that they can be read. Never throws. */
export function runCommand(
  file: string,
  args: readonly string[],
  { env = {}, input, timeoutMs = patience }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      env: { ...process.env, LANG: 'C', LC_ALL: 'C.UTF-8', LANGUAGE: '', ...env },
      timeout: timeoutMs,
      windowsHide: true,
    };
    try {
      const child = execFile(file, [...args], options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        resolve({ code, stdout, stderr: stderr === '' && error !== null && code === null ? error.message : stderr });
      });
      // The program may end before it has read everything; its exit code says why.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    } catch (error) {
      // A word that no program can be given, such as one with a NUL in it, is thrown at once.
      resolve({ code: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) });
    }
  });
}
