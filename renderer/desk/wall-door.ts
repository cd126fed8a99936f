import { createContext } from 'react';
import type { Place } from './places.ts';

/** Puts the overview over the whole window, whoever is signed in or nobody. */
export const WallContext = createContext<() => void>(() => undefined);

/** Where a figure of the overview led to, until the frame has gone there. */
export const LedContext = createContext<{ readonly place: Place | null; readonly arrived: () => void }>({
  place: null,
  arrived: () => undefined,
});
