import type { DeskContext } from '../../core/context.ts';

const first = 1_000;
const most = 60_000;

/**
 * How long a desk waits before it goes to the hub again, in milliseconds: twice as long after each failure, up to a minute; somewhere in its upper half, so that a ward whose
 * switch comes back does not come all at once.
 * @param failures 1 after the first
 * @param chance from 0 up to 1
 */
export function backOff(failures: number, chance: number): number {
  const whole = Math.min(most, first * 2 ** Math.min(Math.max(failures, 1) - 1, 16));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** A number from 0 up to 1, by chance. */
export function chance({ ports }: Pick<DeskContext, 'ports'>): number {
  const [high = 0, low = 0] = ports.random.bytes(2);
  return (high * 256 + low) / 65_536;
}

/** Pauses that hold no process open, and that somebody may cut short: `wake` ends the one that lasts, where one does. */
export function pauses(): { readonly pause: (milliseconds: number) => Promise<void>; readonly wake: () => void } {
  let wake: (() => void) | undefined;
  return {
    pause: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds);
        timer.unref();
        function done(): void {
          clearTimeout(timer);
          wake = undefined;
          resolve();
        }
        wake = done;
      }),
    wake: () => wake?.(),
  };
}
