import { isFault } from '../../contract/fault.ts';
import { findUnit, unitsOf } from '../../domain/catalogue/catalogue.ts';
import type { LegDefinition } from '../../domain/entries/case.ts';
import { legsFor } from '../catalogue/competent.ts';
import type { DeskContext } from '../core/context.ts';
import { lastCases } from './cases.ts';
import type { PlannedTrip, Trip } from './trip.ts';
import { placeTrips, trips } from './trips.ts';

export type Elsewhere = {
  readonly places: ReturnType<typeof placeTrips>;
  readonly planned: readonly PlannedTrip[];
};

/** Which files of a practice office other agencies decide, and by which way they get there. */
export function planElsewhere(
  desk: DeskContext,
  days: readonly { readonly index: number; readonly cases: number }[],
  end: number,
): Elsewhere {
  const planned = trips.map((trip) => ({ procedure: trip.procedure, legs: wayOf(desk, trip) }));
  return { places: placeTrips(days, end, lastCases), planned };
}

/** The way that the counter would give the file (competent.ts). */
function wayOf(desk: DeskContext, { procedure: code, to }: Trip): readonly LegDefinition[] {
  const procedure = desk.findProcedure(code);
  if (procedure === undefined) throw new Error(`the catalogue has no procedure ${code}`);
  if (to === 'here') return [];
  const unit = to === 'its-own-way' ? {} : { competentUnit: { code: neighbour(desk, to) } };
  const legs = legsFor(desk, procedure, { channel: 'direct', ...unit });
  if (isFault(legs)) throw new Error(`no way for ${code}: ${legs.fault}`);
  return legs;
}

/** The communes next to this one in the list of its province. */
function neighbour(desk: DeskContext, which: 'first-neighbour' | 'second-neighbour'): string {
  const { unitCode } = desk.getOffice();
  const own = findUnit(desk.catalogue, unitCode);
  const units = unitsOf(desk.catalogue, own?.provinceCode ?? '').map(({ code }) => code);
  const at = units.indexOf(unitCode);
  const code = units[(at + (which === 'first-neighbour' ? 1 : 2)) % units.length];
  if (code === undefined) throw new Error(`no commune beside ${unitCode}`);
  return code;
}

/** The same by file: what the thread that makes the days has to know. */
export function filesElsewhere({ places, planned }: Elsewhere): ReadonlyMap<number, PlannedTrip> {
  return new Map(
    [...places].flatMap(([after, { trip }]) => {
      const known = planned[trip];
      return known === undefined ? [] : [[after, known] as const];
    }),
  );
}
