import { useEffect, useState } from 'react';

/** A picture drawn for every letter would only flicker. */
export const restMs = 150;

/** The value once it has stood still for a moment: until then the one before, also of somebody else. Where that may not be, the component has a key. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), restMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return rested;
}
