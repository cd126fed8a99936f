import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ContestantName } from './contestant.ts';
import { workerFile } from './worker.ts';

export type WorkerProcess = {
  ask<T>(line: string): Promise<T>;
  end(): Promise<void>;
};

function start(name: ContestantName, place: string, kept: string): ChildProcess & { stdin: NodeJS.WritableStream } {
  const child = spawn(process.execPath, [workerFile, name, place, kept], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  return child;
}

/** A contestant that is asked and answers, line by line. */
export async function startWorker(name: ContestantName, place: string, kept: string): Promise<WorkerProcess> {
  const child = start(name, place, kept);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const answers = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
  async function answer<T>(): Promise<T> {
    const { value, done } = await answers.next();
    if (done === true)
      throw new Error(`${name} ended by itself: ${said.split('\n').find((line) => /Error/.test(line)) ?? said}`);
    return JSON.parse(value) as T;
  }
  await answer();
  return {
    ask: (line) => {
      child.stdin.write(`${line}\n`);
      return answer();
    },
    end: async () => {
      const closed = once(child, 'close');
      child.stdin.end();
      await closed;
    },
  };
}

/** Lets it write from this reception on, and pulls the plug some milliseconds after so many answers; what it had answered. */
export async function writeUntilKilled(
  worker: { readonly name: ContestantName; readonly place: string; readonly kept: string },
  { from, answers, moment }: { readonly from: number; readonly answers: number; readonly moment: number },
): Promise<number[]> {
  const child = start(worker.name, worker.place, worker.kept);
  const got: number[] = [];
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.write(`stream ${from}\n`);
  createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
    const answer = JSON.parse(line) as number | 'ready';
    if (answer === 'ready') return;
    got.push(answer);
    if (got.length === answers) setTimeout(() => child.kill('SIGKILL'), moment);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`${worker.name} ended by itself: ${said.slice(0, 300)}`);
  return got;
}
