import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openToRead } from '../file/open.ts';
import type { FileKey } from '../file/sealed.ts';
import { type JobName, jobs } from './jobs.ts';

/** The thread that reads one thing from the office's file and ends. */
const { folder, name, input, key } = workerData as {
  folder: string;
  name: JobName;
  input: never;
  key: { key: Uint8Array; salt: Uint8Array } | null;
};

// The clerk goes first. On Linux a thread has a priority of its own; elsewhere this would slow the whole process.
if (process.platform === 'linux') setPriority(10);

const fileKey: FileKey | null = key && { key: Buffer.from(key.key.buffer), salt: Buffer.from(key.salt) };
const db = openToRead(folder, fileKey);
fileKey?.key.fill(0);
try {
  parentPort?.postMessage(jobs[name](db, input));
} finally {
  db.close();
}
