import { runCommandLine } from './run.ts';
import type { ExitCode } from './world.ts';

/** Runs one command with the streams and signals of this process; it ends by itself. */
export async function runInProcess(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<ExitCode> {
  const stopped = new AbortController();
  const { stdin, stdout, stderr } = process;
  // Ctrl+C ends what waits (the host, the next line of a batch); what is being committed is committed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopped.abort();
      stdin.destroy();
    });
  }
  // Whoever read the answers has gone, as `| head` does: no more of them are made.
  stdout.on('error', () => {
    stopped.abort();
    stdin.destroy();
  });
  const code = await runCommandLine(words, { stdin, stdout, stderr, env, stop: stopped.signal });
  // A pipe that was never read to its end would keep the process alive.
  stdin.destroy();
  return code;
}
