import type { FileKey } from '../../file/opening/sealed.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import type { HowFar } from '../../file/progress.ts';
import { type Pace, type Work, onThread } from './threads.ts';

/** Somebody who looks on at a long reading: is told how far it is, and may give it up; then it rejects with what they gave as the reason. */
type Watch = { readonly tell: HowFar; readonly signal: AbortSignal };

/** Reads beside the desk: another thread with a connection of its own, so that nothing long holds the clerk. */
export type Reader = {
  /**
   * One after another, and what somebody looks at beside what takes long; each is of the moment it begins. Rejects where the thread fails, and when the desk
   * closes meanwhile.
   */
  read<N extends JobName>(name: N, input: JobInput<N>, watch?: Watch): Promise<JobOutput<N>>;
  /** Gives up what is being read. The file may be closed once this resolves. */
  close(): Promise<void>;
  /** One for another folder, whose file has the same key: a copy of this one. */
  beside(folder: string): Reader;
};

/** Read within a moment and looked at by a person: a wall does not stand still while a report, a check or a copy is made. */
const quick: ReadonlySet<JobName> = new Set<JobName>(['registerPage', 'unpaid', 'wall', 'wallFiles']);
const paceOf = (name: JobName): Pace => (quick.has(name) ? 'quick' : 'long');

/**
 * @param folder of the office, whose file this process has open
 * @param key of a sealed office; each thread is given a copy that is its own, and wipes it
 */
export function openReader(folder: string, key: FileKey | null = null): Reader {
  const last: Record<Pace, Promise<unknown>> = { quick: Promise.resolve(), long: Promise.resolve() };
  let closed = false;
  const running = new Set<Work>();

  async function start<N extends JobName>(name: N, input: JobInput<N>, watch?: Watch): Promise<JobOutput<N>> {
    if (closed) throw new Error('the desk is closing');
    watch?.signal.throwIfAborted();
    // Of an ArrayBuffer of its own, which is handed over and no longer here.
    const own = key && { key: Uint8Array.from(key.key), salt: Uint8Array.from(key.salt) };
    const pace = paceOf(name);
    const work = onThread({ folder, name, input, key: own }, own === null ? [] : [own.key.buffer], pace, watch?.tell);
    running.add(work);
    const giveUp = () => void work.giveUp();
    watch?.signal.addEventListener('abort', giveUp);
    try {
      return (await work.answer) as JobOutput<N>;
    } catch (error) {
      watch?.signal.throwIfAborted();
      throw error;
    } finally {
      watch?.signal.removeEventListener('abort', giveUp);
      running.delete(work);
    }
  }

  return {
    read(name, input, watch) {
      const pace = paceOf(name);
      const turn = last[pace].then(
        () => start(name, input, watch),
        () => start(name, input, watch),
      );
      last[pace] = turn;
      return turn;
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((work) => work.giveUp()));
    },
    beside: (other) => openReader(other, key),
  };
}
