/** What this window alone remembers under a name. */
type WindowMemory<T> = {
  readonly find: () => T | undefined;
  /** `undefined` forgets it. */
  readonly keep: (value: T | undefined) => void;
};

/** It outlives a reload and ends with the window. A browser without such a place remembers nothing, and keeps nobody from working. */
export function windowMemory<T>(place: string): WindowMemory<T> {
  return {
    find: () => {
      try {
        const text = sessionStorage.getItem(place);
        return text === null ? undefined : (JSON.parse(text) as T);
      } catch {
        return undefined;
      }
    },
    keep: (value) => {
      try {
        if (value === undefined) sessionStorage.removeItem(place);
        else sessionStorage.setItem(place, JSON.stringify(value));
      } catch {
        // It is gone with a reload.
      }
    },
  };
}
