import type { Reception } from './reception-rows.ts';

/** The reception of this index: the same rows for everybody. */
export type Receptions = (index: number) => Reception;

/** Somebody who writes receptions, each with a commit of its own, and can say afterwards what of them is there. */
export type Contestant = {
  /** Milliseconds until the reception was committed. */
  write(index: number): Promise<number>;
  /** How many of the rows of this reception are there, and how many it has. */
  present(index: number): Promise<{ readonly there: number; readonly of: number }>;
  close(): Promise<void>;
};

export type ContestantName =
  | 'desk'
  | 'bare'
  | 'typeorm-insert'
  | 'typeorm-save'
  | 'pouchdb'
  | 'pouchdb-sync'
  | 'pouchdb-one';
