import { windowMemory } from './window-memory.ts';

/** The centre that a bare computer is about to join: its code was read on the first screen, and who keeps the new counter joins at their first sign-in. */
export type PendingJoin = {
  readonly code: string;
  readonly centre: string;
  readonly unitName: string;
  /** What a list proposes for its case codes; empty where none does. */
  readonly identifier: string;
  readonly desk: string;
  readonly no: number;
  readonly practice: boolean;
};

/** A code works once, so nobody else gains by it afterwards. Without such a place it is entered again under Office, Centre. */
const memory = windowMemory<PendingJoin>('pending-join');
export const findPendingJoin = memory.find;
export const keepPendingJoin = memory.keep;
