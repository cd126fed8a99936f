import type { Log } from '../../desk/core/ports.ts';

const mostInAMinute = 20;
const minute = 60_000;

/** Writes each refusal with its code and no more; of a flood the first ones and how many there were, or it would turn the whole log over. */
export function refusalLog(log: Log, now: () => number = () => performance.now()): (code: string) => void {
  let began = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (code) => {
    if (now() - began >= minute) {
      if (count > mostInAMinute) log.write('requests-refused', { count });
      began = now();
      count = 0;
    }
    count += 1;
    if (count <= mostInAMinute) log.write('request-refused', { code });
  };
}
