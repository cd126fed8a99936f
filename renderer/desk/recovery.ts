import { isDisaster } from '../../electron/contract/base/disasters.ts';
import { type SeenFault, faultOf } from './fault.ts';

/** Why the register cannot be worked with any more, where that is what an error says; the shell shows the page of it to whoever loads the window again. */
export function disasterOf(error: unknown): SeenFault | undefined {
  const seen = faultOf(error);
  return seen !== undefined && isDisaster(seen.code, 'lasts') ? seen : undefined;
}

const left = 'left-for-recovery';

/** Once, until a desk answers again: a page that came back as it was would load itself for ever. */
export function leaveForRecovery(): void {
  if (sessionStorage.getItem(left) !== null) return;
  sessionStorage.setItem(left, '1');
  location.reload();
}

export function answersAgain(): void {
  sessionStorage.removeItem(left);
}
