import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Gives the focus back to where it was in a part of the screen that was hidden and is shown again, unless that part has
 * taken it somewhere itself. Spread the result on the part's own element.
 */
export function useFocusReturn(shown: boolean): { readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void } {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (shown && (document.activeElement === document.body || document.activeElement === null)) last.current?.focus();
  }, [shown]);
  return {
    onFocusCapture: (event) => {
      last.current = event.target;
    },
  };
}

/** Puts the cursor into the field with this id, where no ref reaches it: fields are found by the path that a fault names. Answers the field. */
export function focusById(id: string): HTMLElement | null {
  const field = document.getElementById(id);
  field?.focus();
  return field;
}

/** Brings the part of a list with this id to the top of what is seen. */
export function showById(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** Not what keeps the arrows for itself: a screen may move by them. */
const reachable =
  'input:not(:disabled, [type="radio"]), [role="listbox"][tabindex="0"], button:not(:disabled, .MuiButton-contained), [tabindex="0"]';
const fields = 'input, [role="listbox"]';

/** Drawn, and neither shut nor behind what is in front. */
function takesFocus(element: HTMLElement): boolean {
  return (
    element.isConnected && element.checkVisibility() && !element.matches(':disabled') && !element.closest('[inert]')
  );
}

/** Where the work stood: a field of what stands nearest around it, else whatever takes the focus there, and never the filled button. */
function nearestOf(path: readonly HTMLElement[]): HTMLElement | undefined {
  for (const around of path.slice(1)) {
    const inside = [...around.querySelectorAll<HTMLElement>(reachable)].filter(takesFocus);
    const found = inside.find((one) => one.matches(fields)) ?? inside[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What stands around an element, nearest first, up to the screen it is in. */
function pathOf(element: HTMLElement): readonly HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at !== null && at !== document.body; at = at.parentElement) {
    path.push(at);
    if (at.tagName === 'MAIN') break;
  }
  return path;
}

/** How long a screen may take to give the focus somewhere itself. */
const settleMs = 120;

/**
 * The focus never stays on the page's body: where what had it is gone, hidden or shut (its act is done, its dialog closed, its screen left)
 * the nearest that still stands takes it, so that the next key is where the hand expects it.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let paths: (readonly HTMLElement[])[] = [];
    let timer: number | undefined;

    function hear({ target }: Event): void {
      if (target instanceof HTMLElement) paths = [pathOf(target), ...paths].slice(0, 8);
    }

    function settle(): void {
      timer = undefined;
      const last = paths[0]?.[0];
      if (document.activeElement !== document.body || last === undefined || takesFocus(last)) return;
      for (const path of paths) {
        const found = nearestOf(path);
        if (found === undefined) continue;
        found.focus();
        return;
      }
    }

    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) timer ??= window.setTimeout(settle, settleMs);
    });
    document.addEventListener('focusin', hear);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden', 'inert', 'style'],
    });
    return () => {
      document.removeEventListener('focusin', hear);
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, []);
}
