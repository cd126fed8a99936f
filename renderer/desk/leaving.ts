import { createContext } from 'react';

/** Said by who signs out by hand: a session that was locked waits for its person, one that was left waits for anybody. */
export const LeavingContext = createContext<() => void>(() => undefined);
