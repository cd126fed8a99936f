import { useEffect, useState } from 'react';

/** A picture drawn for every letter would only flicker. */
const restMs = 150;

/** The value once it has stood still for a moment. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), restMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return rested;
}
