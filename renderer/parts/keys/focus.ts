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
