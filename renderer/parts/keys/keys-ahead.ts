import type { Query, QueryClient } from '@tanstack/react-query';
import { type InFront, isModifier, takesTyping } from './shortcuts.ts';

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
const neverKept = /^(Enter|Escape|Delete|Backspace|Tab| |Arrow.*|Home|End|Page.*)$|^Control\+[cvxyz]$/i;

/** What an act has changed is on the screen so soon after the list was read again. */
const settledAfterMs = 60;

/**
 * A key that waits, and what was being read when it was pressed: null where an act was under way, which brings something else to the front. Then `meant` says
 * which files it can be for, where the screen tells: the one in front, or the one after it.
 */
type Kept = {
  readonly event: KeyboardEvent;
  readonly awaited: readonly Query[] | null;
  readonly meant: InFront | undefined;
};

/**
 * Keys of a hand that is ahead of the desk: pressed while an act is under way, for what stands there when it is done, or while a screen reads, for what it
 * shows then. They are kept in their order and run when what is in front hears them; where it never does (the act was refused and its dialog stays) they are
 * forgotten. So they are once the hand does something else, and once what was read when they were pressed stands no longer in front: no key that was
 * meant for one file reaches another.
 * `run` says whether something in front had a use for the key.
 * @param inFront the file that the keys of the screen are about, and the one after it; undefined where a screen is not about one of many
 */
export function createKeysAhead(
  queries: QueryClient,
  run: (event: KeyboardEvent) => boolean,
  inFront: () => InFront | undefined = () => undefined,
) {
  let kept: Kept[] = [];
  let isRunning = false;
  let timer = 0;
  const forget = (): void => {
    kept = [];
  };
  const reading = (): Query[] => queries.getQueryCache().findAll({ type: 'active', fetchStatus: 'fetching' });
  const isBusy = (): boolean => queries.isMutating() > 0 || reading().length > 0;
  /** What is still under way goes on; what ended is drawn by then. */
  const drawnSoon = (): void => {
    if (kept.length === 0 || isBusy()) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(forget, drawnWithinMs);
    // Where the act left the file in its place nothing new is drawn that would hear the key.
    if (inFront() !== undefined) window.setTimeout(() => void runKept(), settledAfterMs);
  };
  const stops = [queries.getMutationCache().subscribe(drawnSoon), queries.getQueryCache().subscribe(drawnSoon)];
  return {
    keep,
    /** The hand did something else. */
    forget,
    changed: () => queueMicrotask(() => void runKept()),
    end: () => {
      for (const stop of stops) stop();
      window.clearTimeout(timer);
    },
  };

  /** Whether the key is kept; one that types, or nobody waits for anything: it is not. */
  function keep(event: KeyboardEvent): boolean {
    if (event.repeat || isModifier(event) || (!isBusy() && kept.length === 0)) return false;
    const name = event.ctrlKey ? `Control+${event.key}` : event.key;
    if (neverKept.test(name) || neverKept.test(event.key) || takesTyping(event) || isTakingBack(event)) {
      // An act confirmed once more is no other wish; where a screen only reads, the hand went elsewhere.
      if (queries.isMutating() === 0) forget();
      return false;
    }
    if (kept.length >= mostKept) return false;
    window.clearTimeout(timer);
    const isActing = queries.isMutating() > 0;
    kept.push({ event, awaited: isActing ? null : reading(), meant: isActing ? inFront() : undefined });
    if (!isBusy()) timer = window.setTimeout(forget, drawnWithinMs);
    return true;
  }

  /** One after the other, each when the one before it is drawn. */
  async function runKept(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      for (let first = next(); first !== undefined && run(first.event); first = next()) {
        kept.shift();
        await Promise.resolve();
      }
    } finally {
      isRunning = false;
    }
  }

  function next(): Kept | undefined {
    kept = kept.filter(({ event }) => performance.now() - event.timeStamp < longestWaitMs);
    const [first] = kept;
    if (first === undefined) return undefined;
    if (first.awaited?.some((query) => !query.isActive()) === true) forget();
    const stands = inFront();
    if (first.meant !== undefined && stands !== undefined && stands.now !== first.meant.next) {
      // The file that the act was for is in front still: perhaps until the list is read again, and then it is another's turn.
      if (stands.now === first.meant.now) return isBusy() ? undefined : kept[0];
      // Neither: somebody else took the one that was next, and what stands there now nobody meant.
      forget();
    }
    return kept[0];
  }
}

/** Alt+8 takes back whatever was done last, which is another thing once this act is done. */
function isTakingBack({ altKey, code }: KeyboardEvent): boolean {
  return altKey && (code === 'Digit8' || code === 'Numpad8');
}
