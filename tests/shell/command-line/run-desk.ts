import { PassThrough, Readable } from 'node:stream';
import { runCommandLine } from '../../../electron/shell/command-line/run.ts';

type Given = {
  readonly stdin?: string | Readable;
  readonly env?: Record<string, string>;
  readonly stop?: AbortController;
  /** Called with each line of stdout as it comes. */
  readonly onLine?: (line: string) => void;
};

export type Run = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What stands on stdout, each line as JSON. */
  readonly lines: readonly unknown[];
};

/** The command line without a process of its own: real commands, real desk, streams of the test's making. */
export async function runDesk(words: readonly string[], given: Given = {}): Promise<Run> {
  const { stdin = '', env = {}, stop = new AbortController() } = given;
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  let out = '';
  let err = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const line of text.trimEnd().split('\n')) given.onLine?.(line);
  });
  stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const world = {
    stdin: typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin,
    stdout,
    stderr,
    env,
    stop: stop.signal,
  };
  const code = await runCommandLine(words, world);
  // What was written last is read in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  return {
    code,
    out,
    err,
    get lines() {
      const written = out.trimEnd();
      return written === '' ? [] : written.split('\n').map((line) => JSON.parse(line) as unknown);
    },
  };
}
