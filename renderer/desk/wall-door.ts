import { createContext } from 'react';

/** Puts the overview over the whole window, whoever is signed in or nobody. */
export const WallContext = createContext<() => void>(() => undefined);
