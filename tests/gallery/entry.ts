import type { ComponentType } from 'react';

/** How one part of renderer/parts is shown: its usual uses one under the other, with words long enough to matter. */
export type Entry = {
  readonly show: ComponentType;
  /** Stands above the page, as a dialog: shown by itself. */
  readonly above?: true;
};

/** The parts of one folder of renderer/parts, by their names. */
export type Entries = Readonly<Record<string, Entry>>;
