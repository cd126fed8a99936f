import { Worker } from 'node:worker_threads';
import type { FileKey } from '../file/sealed.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

/** Reads beside the desk: another thread with a connection of its own, so that nothing long holds the clerk. */
export type Reader = {
  /** One after another; each is of the moment it begins. Rejects where the thread fails, and when the desk closes meanwhile. */
  read<N extends JobName>(name: N, input: JobInput<N>): Promise<JobOutput<N>>;
  /** Gives up what is being read. The file may be closed once this resolves. */
  close(): Promise<void>;
  /** One for another folder, whose file has the same key: a copy of this one. */
  beside(folder: string): Reader;
};

/** As built for Electron the thread's file stands beside the house as JavaScript (build/bundle/vite.reader.config.ts). */
const file = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url);

/**
 * @param folder of the office, whose file this process has open
 * @param key of a sealed office; each thread is given a copy that is its own, and wipes it
 */
export function openReader(folder: string, key: FileKey | null = null): Reader {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let running: Worker | undefined;

  function start<N extends JobName>(name: N, input: JobInput<N>): Promise<JobOutput<N>> {
    if (closed) return Promise.reject(new Error('the desk is closing'));
    return new Promise<JobOutput<N>>((resolve, reject) => {
      // Of an ArrayBuffer of its own, which is handed over and no longer here.
      const own = key && { key: Uint8Array.from(key.key), salt: Uint8Array.from(key.salt) };
      const worker = new Worker(file, {
        workerData: { folder, name, input, key: own },
        transferList: own === null ? [] : [own.key.buffer],
      });
      let answer: { readonly value: JobOutput<N> } | undefined;
      running = worker;
      worker.once('message', (value: JobOutput<N>) => (answer = { value }));
      worker.once('error', reject);
      // Only then is its connection gone: the last that closes the file puts the log back into it.
      worker.once('exit', () => {
        running = undefined;
        if (answer === undefined) reject(new Error('the thread that reads has ended'));
        else resolve(answer.value);
      });
    });
  }

  return {
    read(name, input) {
      const turn = last.then(
        () => start(name, input),
        () => start(name, input),
      );
      last = turn;
      return turn;
    },
    async close() {
      closed = true;
      await running?.terminate();
    },
    beside: (other) => openReader(other, key),
  };
}
