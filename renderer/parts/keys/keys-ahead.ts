import type { QueryClient } from '@tanstack/react-query';
import { takesTyping } from './shortcuts.ts';

/** More than a hand presses ahead on purpose: something lies on the keyboard. */
const mostKept = 8;
/** How long a screen may take to draw what an act did. */
const drawnWithinMs = 400;
/** A key that waited longer is forgotten: what it was pressed for is not what stands there by now. */
const longestWaitMs = 3000;

/**
 * Confirms, leaves or takes away: pressed twice by a hurried hand these must do nothing to what comes next. Or moves, or is the clipboard's: of the
 * moment, and the browser's.
 */
const neverKept =
  /^(Enter|Escape|Delete|Backspace|Tab| |Shift|Control|Alt|AltGraph|Meta|CapsLock|Arrow.*|Home|End|Page.*)$|^Control\+[cvxyz]$/i;

/**
 * Keys of a hand that is ahead of the desk: pressed while an act is under way, for what stands there when it is done. They are kept in their order and
 * run when what is in front hears them; where it never does (the act was refused and its dialog stays) they are forgotten.
 * `run` says whether something in front had a use for the key.
 */
export function createKeysAhead(queries: QueryClient, run: (event: KeyboardEvent) => boolean) {
  let kept: KeyboardEvent[] = [];
  let isRunning = false;
  let timer = 0;
  const forget = (): void => {
    kept = [];
  };
  const stop = queries.getMutationCache().subscribe(() => {
    if (kept.length === 0 || queries.isMutating() > 0) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(forget, drawnWithinMs);
  });
  return {
    keep,
    changed: () => queueMicrotask(() => void runKept()),
    end: () => {
      stop();
      window.clearTimeout(timer);
    },
  };

  /** Whether the key is kept; one that types, or nobody waits for anything: it is not. */
  function keep(event: KeyboardEvent): boolean {
    if (queries.isMutating() === 0 && kept.length === 0) return false;
    const name = event.ctrlKey ? `Control+${event.key}` : event.key;
    if (event.repeat || neverKept.test(name) || neverKept.test(event.key) || takesTyping(event)) return false;
    if (isTakingBack(event) || kept.length >= mostKept) return false;
    window.clearTimeout(timer);
    kept.push(event);
    if (queries.isMutating() === 0) timer = window.setTimeout(forget, drawnWithinMs);
    return true;
  }

  /** One after the other, each when the one before it is drawn. */
  async function runKept(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      for (let first = next(); first !== undefined && run(first); first = next()) {
        kept.shift();
        await Promise.resolve();
      }
    } finally {
      isRunning = false;
    }
  }

  function next(): KeyboardEvent | undefined {
    kept = kept.filter(({ timeStamp }) => performance.now() - timeStamp < longestWaitMs);
    return kept[0];
  }
}

/** Alt+8 takes back whatever was done last, which is another thing once this act is done. */
function isTakingBack({ altKey, code }: KeyboardEvent): boolean {
  return altKey && (code === 'Digit8' || code === 'Numpad8');
}
