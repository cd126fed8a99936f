import { isFault } from '../../contract/fault.ts';
import type { HandOverTo, Pile, WaitingCase } from '../../contract/routing/hand-over.ts';
import { paperTransferDue } from '../../domain/deadline/office-clocks.ts';
import type { HandOver } from '../../domain/routing/hand-over.ts';
import { findCurrentLeg } from '../../domain/routing/legs.ts';
import { findAccount } from '../../store/office/accounts.ts';
import { type WaitingCase as Found, waitingCases } from '../../store/routing/legs.ts';
import type { Room } from '../room.ts';

/** What one pile shows at most: a list takes no more. */
const most = 200;

type Waiting = { readonly to: HandOverTo; readonly found: Found; readonly by: string | null };

/** What waits to be handed on, by where it goes, the pile with the nearest clock first. */
export function preparePiles(room: Room): Pile[] {
  const { db } = room.store;
  const now = room.nowCivil();
  const missed = waitingCases(db, 'missed', most);
  const again = new Set(missed.map(({ caseId }) => caseId));
  const fresh = (['unit', 'division', 'counter'] as const).flatMap((kind) =>
    waitingCases(db, kind, most)
      .filter(({ caseId }) => !again.has(caseId))
      .flatMap((found) => waitingAs(room, kind, found)),
  );
  const all = [...missed.map((found) => missedAs(found)), ...fresh];
  const piles = Map.groupBy(all, ({ to }) => `${to.kind} ${to.name}`);
  return [...piles.values()]
    .map((waiting) => pileOf(waiting, now))
    .toSorted((a, b) => (a.by ?? '9').localeCompare(b.by ?? '9'));
}

/** The division that handles what is accepted here, where nobody has named another. */
export const ownDivision = 'Bộ phận chuyên môn';

function waitingAs(room: Room, kind: HandOverTo['kind'], found: Found): Waiting[] {
  switch (kind) {
    case 'unit': {
      const leg = findCurrentLeg(found.legs)?.leg;
      return leg === undefined ? [] : [{ to: { kind, name: leg.agency }, found, by: leg.sendBy }];
    }
    case 'division': {
      const due = paperTransferDue(found.acceptedAt, room.calendar());
      return [{ to: { kind, name: ownDivision }, found, by: isFault(due) ? null : due }];
    }
    case 'counter':
      return isAway(room, found) ? [{ to: { kind, name: room.getOffice().centreName }, found, by: null }] : [];
  }
}

/** With a division or with somebody who is not at the counter. What is on the way is on a list already. */
function isAway(room: Room, { place }: Found): boolean {
  if (place?.kind === 'division' || place?.kind === 'unit') return true;
  return place?.kind === 'person' && findAccount(room.store.db, place.username)?.role === 'officer';
}

/** It stays with who sent it and goes to where its list said. */
function missedAs(found: Found): Waiting {
  const { to } = JSON.parse(found.missedFrom ?? '{}') as HandOver;
  return { to, found, by: findCurrentLeg(found.legs)?.leg.sendBy ?? null };
}

function pileOf(waiting: readonly Waiting[], now: string): Pile {
  const [first] = waiting;
  if (first === undefined) throw new Error('a pile has a case');
  const cases = waiting.map((one) => rowOf(one, now));
  const clocks = cases.flatMap(({ by }) => (by === null ? [] : [by])).toSorted();
  return { to: first.to, by: clocks[0] ?? null, late: cases.filter(({ late }) => late).length, cases };
}

function rowOf({ found, by }: Waiting, now: string): WaitingCase {
  const { caseId, number, applicantName, procedureName, status, missedFrom } = found;
  return {
    caseId,
    number,
    applicantName,
    procedureName,
    status,
    by,
    late: by !== null && now > by,
    missedFrom: missedFrom === null ? null : (JSON.parse(missedFrom) as HandOver).number,
  };
}
