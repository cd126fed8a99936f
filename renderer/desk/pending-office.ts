import { windowMemory } from './window-memory.ts';

/** What was typed of an office that is not set up yet. */
type PendingOffice = {
  /** The code of the centre that is joined, or ''. */
  readonly joining: string;
  readonly values: Readonly<Record<string, unknown>>;
};

/** No password is ever in it. */
const office = windowMemory<PendingOffice>('pending-office');
export const findPendingOffice = office.find;
export const keepPendingOffice = office.keep;

/** Who has just set the office up in this window: they sign in next, and are told what the first day asks of them until they have seen it. */
const keeper = windowMemory<string>('office-keeper');
export const findOfficeKeeper = keeper.find;
export const keepOfficeKeeper = keeper.keep;
