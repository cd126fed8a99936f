import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HowFar } from '../../file/progress.ts';

/**
 * The threads that read. One that has answered waits for the next work instead of ending: loading the house costs it more than most
 * reading does, and each thread that begins or ends is a moment at which V8 gives and takes pages of machine code beside the
 * running desk, which has brought a process down (docs/adr/0015-reader.md).
 */
const restMs = 30_000;

/**
 * What is read is used up at once: a small young generation, in MB, keeps what a report throws away from growing the desk by 70 MB, at no cost in
 * time that could be measured.
 */
const limits = { maxYoungGenerationSizeMb: 8 } as const;

/** What takes long gives way to the clerk; what somebody looks at does not. A thread that was made to give way cannot be hurried again. */
export type Pace = 'quick' | 'long';

type Resting = { readonly worker: Worker; readonly pace: Pace; readonly leave: () => void };
const resting: Resting[] = [];

/** As built for Electron the thread's file stands beside the house as JavaScript (build/bundle/vite/vite.electron.config.ts). */
const file = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url);

/** What a thread says: how far it is, any number of times, and then what it was asked for. */
type Said = { readonly done: number; readonly of: number } | { readonly answer: unknown };

export type Work = {
  /** What the thread answered. Rejects with what it threw, and where it was given up. */
  readonly answer: Promise<unknown>;
  /** Ends the thread, whatever it is at. It has let go of its file once this resolves. */
  giveUp(): Promise<void>;
};

/**
 * @param transfer what of the message goes to the thread and is no longer here
 * @param tell is told how far it is, by work that tells it
 */
export function onThread(message: unknown, transfer: readonly ArrayBuffer[], pace: Pace, tell?: HowFar): Work {
  const worker = wake(pace);
  let givenUp = false;
  const answer = new Promise<unknown>((resolve, reject) => {
    const ended = () => reject(new Error('the thread that reads has ended'));
    worker.on('message', function hear(said: Said) {
      if (!('answer' in said)) {
        tell?.(said.done, said.of);
        return;
      }
      // What was given up has no answer, and its thread is no longer one to wake: its end tells so.
      if (givenUp) return;
      worker.off('message', hear).off('error', reject).off('exit', ended);
      rest(worker, pace);
      resolve(said.answer);
    });
    worker.once('error', reject).once('exit', ended);
  });
  worker.postMessage(message, transfer);
  return {
    answer,
    giveUp: async () => {
      givenUp = true;
      await worker.terminate();
    },
  };
}

/** Where this process keeps what it compiled, a thread has to be told: to compile the house again is half of what it needs before it reads. */
function surroundings(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir();
  return compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(compiled) };
}

function wake(pace: Pace): Worker {
  const last = resting.findLast((one) => one.pace === pace);
  if (last === undefined) return new Worker(file, { resourceLimits: limits, workerData: pace, env: surroundings() });
  last.leave();
  last.worker.ref();
  return last.worker;
}

function rest(worker: Worker, pace: Pace): void {
  const leave = () => {
    clearTimeout(until);
    worker.off('error', leave).off('exit', leave);
    resting.splice(resting.indexOf(one), 1);
  };
  const until = setTimeout(() => {
    leave();
    void worker.terminate();
  }, restMs).unref();
  const one: Resting = { worker, pace, leave };
  worker.once('error', leave).once('exit', leave);
  worker.unref();
  resting.push(one);
}
