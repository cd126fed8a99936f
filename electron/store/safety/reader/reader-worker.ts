import { flushCompileCache } from 'node:module';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openToRead } from '../../file/opening/open.ts';
import type { FileKey } from '../../file/opening/sealed.ts';
import { type JobName, jobs } from './jobs.ts';
import type { Pace } from './threads.ts';

type Asked = {
  readonly folder: string;
  readonly name: JobName;
  readonly input: never;
  readonly key: { readonly key: Uint8Array; readonly salt: Uint8Array } | null;
};

// The clerk goes first. On Linux a thread has a priority of its own; elsewhere this would slow the whole process.
if (process.platform === 'linux' && (workerData as Pace) === 'long') setPriority(10);

/** One thing is read from an office's file at a time, by a connection of its own; what fails ends the thread, which tells why. */
async function answer({ folder, name, input, key }: Asked): Promise<void> {
  const job = await jobs[name]();
  const fileKey: FileKey | null = key && { key: Buffer.from(key.key.buffer), salt: Buffer.from(key.salt) };
  const db = openToRead(folder, fileKey);
  fileKey?.key.fill(0);
  let found: unknown;
  try {
    found = job(db, input, (done, of) => parentPort?.postMessage({ done, of }));
  } finally {
    db.close();
  }
  // Only now is its connection gone: the last that closes the file puts the log back into it.
  parentPort?.postMessage({ answer: found });
  // It may be ended at any moment, and what it compiled would be lost.
  flushCompileCache();
}

// Nobody waits here: what rejects is thrown by the thread itself, which ends by it.
parentPort?.on('message', (asked: Asked) => void answer(asked));
