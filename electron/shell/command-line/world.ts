import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What a command sees of the machine; tests bring their own. */
export type World = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl+C, and when nobody reads the answers any more. */
  readonly stop: AbortSignal;
};

/** 0 done, 1 a fault, 2 asked wrongly, 3 a bug or a disaster; 130, as shells expect, when Ctrl+C came in between. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Writes one JSON value as one line, and waits until the reader keeps up. */
export async function writeJson({ stdout, stop }: World, value: unknown): Promise<void> {
  if (stdout.write(`${JSON.stringify(value)}\n`) || stop.aborted) return;
  // A reader that went away aborts `stop`; waiting for it would last for ever.
  await once(stdout, 'drain', { signal: stop }).catch(() => undefined);
}

/** A sentence for the person at the keyboard, in both languages. Never data, never JSON. */
export function say({ stderr }: Pick<World, 'stderr'>, vi: string, en: string): void {
  stderr.write(`${vi}\n${en}\n`);
}
