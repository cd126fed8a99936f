import type { Act } from '../../../contract/counter/case/act.ts';
import type { Confirmation } from '../../../contract/counter/case/confirm.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import type { CaseState } from '../../../domain/counter/case/state.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import type { LegDefinition } from '../../../domain/entries/case.ts';

/** An act with what its doer has before them: the civil time, the case, the calendar on the wall. */
export type TripAct = (at: string, seen: { readonly state: CaseState; readonly calendar: WorkCalendar }) => Act;

/** What an agency that decides, or a clerk on its word, does to the files of a trip. `of` are places among its files, from 0. */
type TripDeed =
  | { readonly does: 'list'; readonly of: readonly number[]; readonly withPaper?: true }
  /** The other side signs; `missing` was on the list and not in the bag. */
  | { readonly does: 'sign'; readonly missing: readonly number[] }
  | {
      readonly does: 'act';
      readonly of: number;
      readonly by: Role;
      readonly act: TripAct;
      readonly confirm?: readonly Confirmation[];
      readonly withoutPaper?: true;
    }
  /** A paper that somebody asks for beside the acts. */
  | { readonly does: 'paper'; readonly of: number; readonly by: Role; readonly form: string }
  /** The papers themselves: scanned by who has them, given up, made good. */
  | { readonly does: 'bundle'; readonly of: number; readonly by: Role; readonly change: 'take' | 'lose' | 'settle' }
  | {
      readonly does: 'set-fee';
      readonly of: number;
      readonly by: Role;
      readonly amount: number;
      readonly source: string;
    };

/** When, in days and hours of open doors: of the day the files came in (0), or of working days after it. */
export type TripStep = TripDeed & { readonly day: number; readonly hour: number };

/** One way through other agencies as far as it has come, of files that came in on one day. */
export type Trip = {
  readonly procedure: string;
  /** Where it goes: the procedure's own way, or one of the neighbours; or it stays in this office (seldom.ts). */
  readonly to: 'its-own-way' | 'first-neighbour' | 'second-neighbour' | 'here';
  readonly files: number;
  /** Working days its last step needs at least; in a small office it began earlier, and is later than meant. */
  readonly days: number;
  readonly steps: readonly TripStep[];
};

/** A trip with its agencies looked up: plain data, for the thread that makes the days. */
export type PlannedTrip = Pick<Trip, 'procedure'> & { readonly legs: readonly LegDefinition[] };
